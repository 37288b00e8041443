"""Which weekday 'day two', 'D+4' and 'tomorrow' are, by the lines of a paper that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from language.weeks import DAY_WORD, NUMBERS, day_name, find_slot
from language.words import fold

_COUNT = r"(?:\d|one|two|three|four|five)"
_IS = r"\W{0,3}(?:is |was |on )?(?:a |the )?"
_NAMED = re.compile(
    rf"\bday (?P<count>{_COUNT}){_IS}(?P<day>{DAY_WORD})\b"
    rf"|\b(?P<day_first>{DAY_WORD})\W{{1,3}}(?:is )?day (?P<count_last>{_COUNT})\b"
)
_FROM_NOUGHT = re.compile(rf"(?<!\w)d\s?\+?(?P<count>\d)\W{{0,3}}(?P<day>{DAY_WORD})\b")
_SHIFTS = {"yesterday": -1, "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0,
           "this evening": 0, "tomorrow": 1}  # fmt: skip
_SHIFT = "|".join(_SHIFTS)
_SAID_TODAY = re.compile(
    rf"\b(?P<shift>{_SHIFT})(?:'s \w+)?\b\W{{1,3}}(?:i\.?e\.?\W{{0,2}})?(?P<day>{DAY_WORD})\b"
)
_SENT = re.compile(rf"^(?:sent|date)\s?:\s?(?P<day>{DAY_WORD})\b")
_VISIT = re.compile(r"\bvisit\b|\bon[- ]?site\b|\bfieldwork\b")
_DAY_N = re.compile(
    rf"(?<!of )\bday (?P<count>{_COUNT})\b"
    r"|\b(?P<nth>first|second|third|fourth|fifth) (?:day|morning|afternoon)\b"
)
_D_PLUS = re.compile(r"(?<!\w)d\s?\+\s?(?P<plus>\d{1,2})\b")
_RELATIVE = re.compile(rf"\b(?P<shift>{_SHIFT})\b")
_FROM_TODAY = re.compile(r"\ba week (?:from )?today\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday, and the place of the line that gave it."""

    day: int
    line: int


@dataclass(frozen=True, slots=True)
class CountedDays:
    """What a paper's own count of days starts from; None where no line says."""

    first: Named | None = None
    """Its day 1."""
    nought: Named | None = None
    """Its D0."""
    today: Named | None = None

    def of(self, text: str) -> Named | None:
        """The weekday that a text without one speaks of."""
        folded = fold(text)
        if find_slot(text).days:
            return None
        if self.nought and (plus := _D_PLUS.search(folded)):
            return _moved(self.nought, int(plus["plus"]), wraps=True)
        if self.first and (nth := _DAY_N.search(folded)):
            return _moved(self.first, _number(nth["count"] or nth["nth"]) - 1)
        if self.today and _FROM_TODAY.search(folded):
            return self.today
        if self.today and (said := _RELATIVE.search(folded)):
            return _moved(self.today, _SHIFTS[said["shift"]])
        return None


def counted_days(texts: Iterable[str]) -> CountedDays:
    """What the lines of a paper count their days from."""
    first = nought = today = visit = None
    for line, text in enumerate(texts):
        folded = fold(text)
        if not first and (match := _NAMED.search(folded)):
            count = _number(match["count"] or match["count_last"])
            first = _moved(_named(match["day"] or match["day_first"], line), 1 - count)
        if not nought and (match := _FROM_NOUGHT.search(folded)):
            nought = _moved(_named(match["day"], line), -int(match["count"]))
        if not today and (match := _SAID_TODAY.search(folded)):
            today = _moved(_named(match["day"], line), -_SHIFTS[match["shift"]])
        if not today and (match := _SENT.search(folded)):
            today = _named(match["day"], line)
        days = sorted(find_slot(text).days)
        if not visit and len(days) == 2 and days[1] == days[0] + 1 and _VISIT.search(folded):
            visit = Named(days[0], line)
    return CountedDays(first or visit, nought, today)


def said_of(named: Named) -> str:
    """'Monday'."""
    return day_name(named.day)


def _named(word: str, line: int) -> Named:
    return Named(min(find_slot(word).days), line)


def _moved(named: Named, days: int, *, wraps: bool = False) -> Named | None:
    """So many days on, None where that is a weekend or would be of another week."""
    day = named.day + days
    if wraps:
        day %= 7
    return Named(day, named.line) if 0 <= day <= 4 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]
