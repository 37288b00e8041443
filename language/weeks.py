"""Weeks and weekdays in a text: 'week one', 'wk 1', 'the first week'; 'Weds', 'Mon to Fri'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.words import fold

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_NUMBER = r"\d{1,2}|" + "|".join(_NUMBERS)
# 'One week' is how long, 'the first week' is which.
_ORDINAL = "|".join(word for word in _NUMBERS if word.endswith(("st", "nd", "rd", "th", "ond")))
_WEEK = re.compile(
    rf"\b(?:(?:week|wk)[\s_-]*(?P<after>{_NUMBER})(?!\w)"
    rf"|(?P<before>{_ORDINAL})[\s-]+(?:week|wk)\b(?!s))"
)
_DAYS = {
    "mon": 0, "monday": 0, "mondays": 0,
    "tue": 1, "tues": 1, "tuesday": 1, "tuesdays": 1,
    "wed": 2, "weds": 2, "wednesday": 2, "wednesdays": 2, "wedneday": 2, "wensday": 2,
    "thu": 3, "thur": 3, "thurs": 3, "thursday": 3, "thursdays": 3,
    "fri": 4, "friday": 4, "fridays": 4,
    "saturday": 5, "saturdays": 5, "sunday": 6, "sundays": 6,
}  # fmt: skip
_DAY = re.compile(r"\b(?:" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")\b")
_RANGE = re.compile(r"\s*(?:to|until|till|through|-)\s*$")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in an inspection's weeks: weeks from 1 as the text counts, days from Monday, 0."""

    weeks: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.weeks or self.days)


NO_SLOT = Slot()


def find_slot(text: str) -> Slot:
    """The weeks and weekdays that a text names; 'Tuesday to Thursday' is three days."""
    folded = fold(text)
    found = list(_WEEK.finditer(folded))
    # 'Week 2: the first week on site' is week 2.
    named = [match["after"] for match in found if match["after"]]
    weeks = {_number(word) for word in named or [match["before"] for match in found]}
    return Slot(frozenset(weeks), frozenset(_days(folded)))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _days(folded: str) -> set[int]:
    days: set[int] = set()
    last_end, last_day = 0, -1
    for match in _DAY.finditer(folded):
        day = _DAYS[match.group()]
        between = folded[last_end : match.start()]
        if last_day >= 0 and _RANGE.match(between) and last_day < day:
            days.update(range(last_day, day))
        days.add(day)
        last_end, last_day = match.end(), day
    return days


def without_slots(text: str) -> str:
    """The text with its weeks and weekdays taken out."""
    folded = fold(text)
    if len(folded) != len(text):
        text = folded
    for pattern in (_WEEK, _DAY):
        for match in reversed(list(pattern.finditer(fold(text)))):
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return text


def day_name(day: int) -> str:
    """0 is Monday."""
    return WEEKDAYS[day % 7]
