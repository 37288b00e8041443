"""Lines that say only when, above what happens then: 'Day 1 (Mon)', 'Tuesday to Thursday'."""

from __future__ import annotations

import re

from language.patterns import MONTH
from language.weeks import find_slot, without_slots
from language.words import fold

MOST_DEFINED = 6
"""Words of a line that only says what a day is called."""
_NUMBERED = re.compile(
    r"\bw\dd\d\b|\bday (?:\d{1,2}|one|two|three|four|five)\b|\bd\s?[+-]?\s?\d{1,2}\b"
)
_DEFINED = re.compile(r"\bday \w+ ?= ?\w+day\b|\b\w+day ?= ?w\w*\s?\d")
"""'Noted: day 2 = Tuesday.'"""
_OF_A_DAY = frozenset(
    (
        "is", "are", "a", "an", "the", "and", "on", "of", "to", "am", "pm", "m", "p", "from",
        "week", "commencing", "morning", "afternoon", "evening", "all", "day", "date", "first",
        "1st", "w", "until", "by", "to", "following", "next",
    )
)  # fmt: skip
_OF_A_WEEK = frozenset(("off", "on", "site", "fieldwork", "preparation"))
_WHERE = re.compile(r"\((?:(?:off|on)[- ]?site|fieldwork|preparation)\)")
"""'Week 2, Monday (on site)'."""
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b(?:,? 20\d\d)?")
_NOTHING = re.compile(
    r"\W*(?:blank|none|free|empty|n/?a|no (?:meetings|activity|sessions|inspectors)"
    r"|nothing(?: \w+){0,3})?\W*"
)


def only_says_when(text: str) -> bool:
    """Does it name days or weeks, and nothing that happens?"""
    slot = find_slot(text)
    text = _DATE.sub(" ", _WHERE.sub(" ", fold(text)))
    numbered = _NUMBERED.search(fold(text)) is not None
    if not slot and not numbered:
        return False
    if _DEFINED.search(fold(text)) and len(text.split()) <= MOST_DEFINED:
        return True
    left = set(re.findall(r"[a-z0-9]+", _NUMBERED.sub(" ", fold(without_slots(text)))))
    return left <= (_OF_A_DAY if slot.days else _OF_A_DAY | _OF_A_WEEK)


def says_nothing(text: str) -> bool:
    """Does it say that there is nothing on: 'Thurs blank', 'Weds: nothing booked', '–'?"""
    return _NOTHING.fullmatch(fold(without_slots(_NUMBERED.sub(" ", fold(text))))) is not None
