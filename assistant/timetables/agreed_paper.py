"""The timetable agreed with the lead inspector leads only once it was chosen as that."""

from __future__ import annotations

import re

from core.documents import Document
from language.words import fold

_TIMETABLE = r"\b(?:timetable|time table|programme|schedule|itinerary)s?\b"
_AGREED = re.compile(
    rf"{_TIMETABLE}.{{0,60}}\bagreed\b|\bagreed\b.{{0,60}}{_TIMETABLE}"
    r"|\bagreed with (?:the )?(?:lead inspector|lead|hmi|ofsted|inspectors?)\b"
)


def says_agreed(document: Document) -> bool:
    """Does its title say that it is the timetable agreed for one inspection?"""
    return _AGREED.search(fold(document.title)) is not None


def precedence(document: Document, agreed: str) -> int:
    """2 for the paper chosen as agreed, 1 for any other, 0 for one that only calls itself so.

    A paper of one inspection, perhaps an earlier one, does not say how they go: until somebody has
    chosen it, the usual papers come first. `agreed` is the id of the paper chosen, or ''.
    """
    if document.id == agreed:
        return 2
    return 0 if says_agreed(document) else 1
