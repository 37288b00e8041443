"""Which of several papers speaks: whose it is, of when, and where two differ."""
