"""Weeks and weekdays in a text: 'week one', 'wk 1', 'the first week'; 'Weds', 'Mon to Fri'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.phases import Phase, phase_mentions
from language.words import fold

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
}  # fmt: skip
ORDINALS = "|".join(word for word in NUMBERS if word.endswith(("st", "nd", "rd", "th")))
_NUMBER = rf"(?:(?:\d{{1,2}}(?:(?=d\d)|\b)|(?:{'|'.join(NUMBERS)})\b))"
"""'W1D2' is week 1, day 2."""
# 'One week' is how long, 'the first week' is which; 'week: two weeks' is how long again.
_NOT_A_LENGTH = r"(?!\s+(?:weeks|days|months|hours|years)\b|[.,:]?\d|%)"
_OF_A_YEAR = (
    r"(?!,? (?:term|semester|year)\b"
    r"|\s+(?:of|in) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|term\b"
    r"|the (?:(?:school|financial) )?(?:month|year|term|quarter|programme|course)))"
)
_NO_TIME = r"(?!\s?(?:-|to|till)\s?\d|\s?(?:[ap]\.?m\b|noon\b|midday\b)|[.:]\d\d)"
"""'Wk 2, 1-2' is at one o'clock."""
_WEEK = re.compile(
    rf"\b(?:weeks?|wks?|w(?=\d(?:\b|d\d)))[\s_-]*(?:no\.?\s|number\s)?(?P<after>{_NUMBER}"
    rf"(?:\s*(?:,|-|&|/|and|or|to)\s*{_NUMBER}{_NO_TIME})*){_NOT_A_LENGTH}{_OF_A_YEAR}"
    rf"|\b(?P<before>{ORDINALS})[\s-]+(?:(?:full|working|inspection|on-? ?site|off-? ?site)[\s-]+)?"
    rf"(?:week|wk)\b(?!s){_OF_A_YEAR}"
)
_DAYS = {
    "mon": 0, "monday": 0, "mondays": 0,
    "tue": 1, "tues": 1, "tuesday": 1, "tuesdays": 1,
    "wed": 2, "weds": 2, "wednesday": 2, "wednesdays": 2, "wedneday": 2, "wensday": 2,
    "thu": 3, "thur": 3, "thurs": 3, "thursday": 3, "thursdays": 3,
    "fri": 4, "friday": 4, "fridays": 4,
    "saturday": 5, "saturdays": 5, "sunday": 6, "sundays": 6,
}  # fmt: skip
DAY_WORD = "|".join(sorted(_DAYS, key=len, reverse=True))
_DAY = re.compile(rf"\b(?:{DAY_WORD})\b")
_LETTERS = {"mo": 0, "m": 0, "tu": 1, "we": 2, "w": 2, "th": 3, "fr": 4, "f": 4}
_LETTER = "|".join(sorted(_LETTERS, key=len, reverse=True))
_LETTERED = re.compile(
    rf"\bw(?:k\s?)?\d\s(?P<first>{_LETTER})(?:\s?-\s?(?P<last>{_LETTER}))?(?=\s|[:,;]|$)"
)
"""'W2 Mo-Th on site': so short only behind a week that is as short."""
_AT = r"(?:(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?)\s*(?=to|until|till))?"
_RANGE = re.compile(
    rf"\s*{_AT}(?:after\s*|(?:,|of)?\s*(?:wk|week)\s?(?:\d|one|two|three|four)\s*)?(?:to|until|till|through|-)\s*"
    r"(?:the\s+(?:following\s+)?)?$"
)
_NTH_WEEKDAY = re.compile(rf"\b(?P<nth>{ORDINALS}) (?=(?:{DAY_WORD})\b)")


@dataclass(frozen=True, slots=True)
class Move:
    """So many days and weeks on from a place; back when negative."""

    days: int = 0
    weeks: int = 0

    def __bool__(self) -> bool:
        return bool(self.days or self.weeks)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in an inspection: weeks from 1 as the text counts, days from Monday, 0.

    A phase, an nth day or step, and a move from either are settled by a paper's own lines
    (`assistant.steps_asked.timelines`); only weeks and days make a slot true, since only they can
    be compared.
    """

    weeks: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    phases: frozenset[Phase] = frozenset()
    ordinal: bool = False
    """The weeks count from the start of the phase: 'the first week on site'; -1 is its last."""
    nth: int = 0
    """Which day, or step, of the weeks or phase: 1 the first, -1 the last, 0 none."""
    of_steps: bool = False
    """`nth` counts steps: 'the first thing'."""
    move: Move = Move()

    def __bool__(self) -> bool:
        return bool(self.weeks or self.days)

    @property
    def within(self) -> bool:
        """It names a week or a phase, and not a weekday alone."""
        return bool(self.weeks or self.phases)

    @property
    def named(self) -> bool:
        """It names anything: a week, a day, a phase, 'the first day'."""
        return bool(self.weeks or self.days or self.phases or self.nth)


NO_SLOT = Slot()


@dataclass(frozen=True, slots=True)
class WeekMention:
    """Weeks with their place in the folded text."""

    weeks: frozenset[int]
    start: int
    end: int
    ordinal: bool


def week_mentions(text: str) -> list[WeekMention]:
    """Where a text names weeks, in order; 'weeks 2 and 3' is one mention of two."""
    return [
        WeekMention(_numbers(match), *match.span(), match["before"] is not None)
        for match in _WEEK.finditer(fold(text))
    ]


def find_slot(text: str) -> Slot:
    """The weeks, weekdays and phases that a text names; 'Tuesday to Thursday' is three days."""
    found = week_mentions(text)
    # 'Week 2: the first week on site' is week 2.
    named = [each for each in found if not each.ordinal]
    weeks = frozenset().union(*(each.weeks for each in named or found))
    folded = fold(text)
    if not weeks and (second := _NTH_WEEKDAY.search(folded)):
        weeks = frozenset({NUMBERS[second["nth"]]})
    phases = frozenset(each.phase for each in phase_mentions(text))
    return Slot(weeks, frozenset(_days(folded)), phases, ordinal=bool(weeks) and not named)


def _numbers(match: re.Match[str]) -> frozenset[int]:
    if match["before"]:
        return frozenset({_number(match["before"])})
    numbers = [_number(word) for word in re.findall(r"\w+", match["after"]) if _is_number(word)]
    if re.search(r"\bto\b|-", match["after"]) and len(numbers) == 2 and numbers[0] < numbers[1]:
        return frozenset(range(numbers[0], numbers[1] + 1))
    return frozenset(numbers)


def _is_number(word: str) -> bool:
    return word.isdigit() or word in NUMBERS


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


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
    for match in _LETTERED.finditer(folded):
        first = _LETTERS[match["first"]]
        days.update(range(first, max(first, _LETTERS[match["last"] or match["first"]]) + 1))
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
