"""One reader for each format, one function each."""
