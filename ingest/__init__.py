"""File -> document -> passages -> index."""
