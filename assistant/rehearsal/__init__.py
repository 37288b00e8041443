"""Rehearse: practice prompts, and what a council's own papers say of an answer to one."""
