"""A pack's items, sources and hand-outs."""
