"""How a child's details are told from all else; `assistant/guard.py` asks them."""
