"""The values that a sentence states, for telling whether two sentences say the same."""

from __future__ import annotations

import re

from assistant.guarding.person_names import names_in_text
from assistant.question import Question
from assistant.tables.counting import count_beside
from assistant.wanted import TIMES, Wanted
from language.patterns import MONTH, WEEKDAY
from language.periods import Period, find_periods
from language.weeks import day_name, find_slot
from language.words import fold, words

_NUMBER = (
    r"(?P<number>\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_LENGTH = re.compile(
    rf"\b{_NUMBER}[ -](?P<how>working |calendar )?(?P<unit>day|week|month|year|hour)s?\b"
)
_UNITS = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?)\b")
_EITHER = re.compile(r"\b(?:or|vs?|versus|against)\b")
_UNTIL = re.compile(
    r"\b(?:until|up to|before|by) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?\w+ ?\d{0,4}"
)
"""'Until 31 March' and 'from 1 April' agree: a date that only bounds is not the date."""
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")

COUNT = "count"

Values = dict[str, frozenset[str]]
"""Values by what they can be told apart from: weeks with weeks, months with months."""


def stated(question: Question, text: str) -> Values:
    """The values of the kind asked for that a sentence states, each in one way of writing.

    Lengths of time by their unit, numbers of what is counted, months, weekdays, times of day or
    names. Empty where the question asks for no such value or the sentence states none.
    """
    asked, folded = fold(question.text), fold(text)
    wanted = question.wanted
    lengths = wanted is Wanted.COUNT or bool(_EITHER.search(asked))
    if wanted is Wanted.DURATION or (_UNITS.search(asked) and lengths):
        return _lengths(folded)
    if wanted is Wanted.COUNT:
        return _by(COUNT, count_beside(question.text, text))
    if wanted is Wanted.CLOCK:
        return _by("clock", {each.replace(":", ".") for each in _CLOCK.findall(folded)})
    if wanted in TIMES:
        return _times(text)
    if wanted in (Wanted.PERSON, Wanted.NAME):
        return _by("name", names_in_text(text))
    return {}


def asks_either(question: Question) -> bool:
    """True for 'one week or two?': the question names the values itself."""
    return bool(_EITHER.search(fold(question.text)))


def covers(values: Values, both: tuple[Values, Values]) -> bool:
    """True when the values hold one of each side's."""
    said = frozenset().union(*values.values())
    return all(said & frozenset().union(*side.values()) for side in both)


def apart(one: Values, other: Values) -> bool:
    """True when two sentences state values of the same sort and none of them is the same."""
    common = one.keys() & other.keys()
    if COUNT in common:
        # 'Four inspectors' is not 'four, joined by one education inspector'.
        return one[COUNT] != other[COUNT]
    return bool(common) and all(one[sort].isdisjoint(other[sort]) for sort in common)


def _lengths(folded: str) -> Values:
    found: dict[str, set[str]] = {}
    for each in _LENGTH.finditer(folded):
        number = "1" if each["number"] == "one" else words(each["number"])[0]
        # Two working weeks are two weeks; ten working days are not ten days.
        how = (each["how"] or "") if each["unit"] == "day" else ""
        found.setdefault(each["unit"], set()).add(f"{number} {how}{each['unit']}")
    return {unit: frozenset(values) for unit, values in found.items()}


def _times(text: str) -> Values:
    text = _UNTIL.sub(" ", fold(text))
    periods = [each for each in find_periods(text) if not each.until]
    months = {_month(each) for each in periods if each.month}
    days = {day_name(day) for day in find_slot(text).days}
    return {**_by("month", months), **_by("day", days)}


def _month(period: Period) -> str:
    return str(Period(period.year, period.month))


def without_times(text: str) -> str:
    """The text without its numbers, months and days: what it says of what."""
    folded = _LENGTH.sub(" ", fold(text))
    return re.sub(rf"\b(?:{MONTH}|{WEEKDAY}|\d[\d.,:]*\w*)\b", " ", folded)


def _by(sort: str, values: set[str] | frozenset[str]) -> Values:
    return {sort: frozenset(values)} if values else {}
