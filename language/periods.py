"""Months and years that a text names, for matching a question with a table or a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.dates import PartialDate
from language.dates import find_dates, month_number
from language.words import fold

_MONTH_WORD = re.compile(
    r"\b(january|february|march|april|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b"
    r"|\b(?:in|for|since|to|from|by|and|vs|v|between|of|until|late|early|last|this|,)\s+(may)\b|\b(may)\s*(?:\?|$|-)"
)
_RANGE_OF_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[/-]\s*(\d\d|(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, a month of a year, or a month of any year; 0 is 'any'."""

    year: int = 0
    month: int = 0

    def holds(self, date: PartialDate) -> bool:
        """True when a date known to the month or the year can be of this period."""
        if self.year and date.year != self.year:
            return False
        return not self.month or date.month == self.month


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods that a text names, in order, each once. 'In 2023/24' is the year 2023."""
    periods: list[Period] = []
    rest = text
    for match in _RANGE_OF_YEARS.finditer(text):
        periods.append(Period(int(match[1])))
    for mention in find_dates(text):
        periods.append(Period(mention.date.year, mention.date.month))
        rest = rest[: mention.start] + " " * (mention.end - mention.start) + rest[mention.end :]
    years = {period.year for period in periods if period.year}
    for match in _MONTH_WORD.finditer(fold(rest)):
        month = month_number(match[1] or match[2] or match[3])
        # 'between March and August 2024' is of one year.
        periods.append(Period(next(iter(years)) if len(years) == 1 else 0, month))
    return tuple(dict.fromkeys(periods))
