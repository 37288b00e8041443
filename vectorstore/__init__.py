"""Passages -> index -> hits."""
