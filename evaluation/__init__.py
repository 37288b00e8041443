"""Question sets and scores: `python -m evaluation`."""
