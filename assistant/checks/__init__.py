"""What the check of a written sentence looks at, one thing a module; asked by `check.py`."""
