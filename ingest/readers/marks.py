"""List markers and numbers at the start of a line, which all readers know in the same way."""

from __future__ import annotations

import re

BULLETS = "•·▪■◼◾●○◦‣⁃➢►▶✓✔❖⮚➤▫◽∙"
_SYMBOL = "\ue000-\uf8ff"
"""Private characters: bullets of the Symbol and Wingdings fonts."""
_BULLET = re.compile(rf"(?:[{BULLETS}{_SYMBOL}]\s*|[-–—*o§ØüvÄ]\s+)(?=\S)")
_ITEM_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{2,5})\)|(?:\d{1,2}|[a-zA-HJ-Z]|[ivx]{2,5})\.)\s+(?=\S)"
)
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}\.?(?=\s+\S)")
ONE_SENTENCE = re.compile(r"[.?!]['\"’”)]?\s+[A-Z(‘“]")
LONG = 220
"""A numbered entry longer than this is a numbered paragraph; the longest recommendation seen in
nine reports has 214 characters, the median numbered paragraph 430."""


def bullet(text: str) -> int:
    """Length of the bullet marker that `text` begins with, white space included; 0 for none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def item_number(text: str) -> int:
    """Length of '1. ', '(a) ', 'iv) ' at the start; 0 for none and for '3.5 '."""
    match = _ITEM_NUMBER.match(text)
    return match.end() if match else 0


def section_number(text: str) -> int:
    """Length of '3.5' or '4.2.1' at the start when words follow; 0 for none."""
    match = _SECTION_NUMBER.match(text)
    return match.end() if match else 0


def reads_as_paragraph(text: str) -> bool:
    """True for a numbered entry that is a paragraph of its own, not an item of a list."""
    return len(text) > LONG or ONE_SENTENCE.search(text) is not None
