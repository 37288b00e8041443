"""Rows of tables: which cells answer, and what may be worked out of them."""
