"""Months and years that a text names, for matching a question with a table or a paper."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from core.dates import PartialDate
from language.dates import find_dates, month_number
from language.words import fold

_NAMES = (
    "january|february|march|april|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_TAKEN = "#"
"""Stands where a date was found, so that no month is found in it again."""
# 'May' is a month after a word that leads to one, before another month, or where the clause ends.
_MONTH_WORD = re.compile(
    rf"\b({_NAMES})\b"
    r"|\b(?:in|for|since|to|from|by|vs?|versus|than|against|between|of|until|during|after|before"
    r"|late|early|last)\s+(may)\b"
    rf"|\b(may)(?='?s?\s*(?:[?,;/&-]|$|only\b|figures?\b|numbers?\b"
    rf"|(?:to|until|till|through|and|or|vs?|versus|against)\s+(?:{_TAKEN}|{_NAMES})))"
)
# A year as councils write it. Two short numbers can be an age, days or a score: see `_is_year`.
_YEARS = re.compile(
    r"(?<![\w/.\-])(?:fy\s?)?(?:(?P<long>(?:19|20)\d\d)\s*[/-]\s*(?P<end>(?:19|20)\d\d|\d\d)"
    r"|(?P<short>\d\d)\s?[/-]\s?(?P<next>\d\d))(?![\w/%]|[.-]\d)"
)
_NOT_YEARS_BEFORE = re.compile(
    rf"(?:(?<!\d )\b(?:age[ds]?|days?|pages?|sections?|weeks?|paragraphs?|annex|{_NAMES}|may)"
    r"|[£$#])\s*$"
)
_NOT_YEARS_AFTER = re.compile(
    rf"\s*(?:-?\s*y(?:ea)?rs?\b(?!\s+end)|yos?\b|olds?\b|days?|weeks?|months?|hours?|{_NAMES}|may\b)"
)
_YEARS_BEFORE = re.compile(r"\b(?:in|for|during|year|since|from|to|than|of|on|vs|versus|and)\s*$")
AGES = 19
"""'17/18' can be ages; from here up two short numbers in a row are a year."""
MONTH_BEFORE = re.compile(r"\b(?:month (?:before|earlier)|previous month)\b")
"""Asks for the month before the one just spoken of."""
_FIRST_MONTH = 4
"""The year of councils' figures starts in April."""
_DECEMBER = 12
_CENTURY = 100


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, a month of a year, a month of any year, or a run of years; 0 is 'any'."""

    year: int = 0
    month: int = 0
    until: int = 0
    """The year it ends in when it is written as two: '2023/24' is April 2023 to March 2024."""

    def holds(self, date: PartialDate) -> bool:
        """True when a date known to the month or the year can be of this period."""
        if self.until:
            starts, ends = (_FIRST_MONTH, _FIRST_MONTH - 1) if self._financial else (1, _DECEMBER)
            first = (self.year, starts if date.month else 0)
            last = (self.until, ends if date.month else _DECEMBER)
            return first <= (date.year, date.month) <= last
        if self.year and date.year != self.year:
            return False
        return not self.month or date.month == self.month

    def month_before(self) -> Period:
        """The month before a month of a year."""
        if self.month > 1:
            return Period(self.year, self.month - 1)
        return Period(self.year - 1, _DECEMBER)

    @property
    def ends(self) -> tuple[int, int]:
        """The year and month that it ends with; (0, 0) when its year is not known."""
        if self.until:
            return self.until, _FIRST_MONTH - 1 if self._financial else _DECEMBER
        return (self.year, self.month or _DECEMBER) if self.year else (0, 0)

    @property
    def _financial(self) -> bool:
        return self.until == self.year + 1

    def __str__(self) -> str:
        """'August 2024', 'August', '2024' or '2023/24'."""
        if self._financial:
            return f"{self.year}/{self.until % _CENTURY:02d}"
        if self.until:
            return f"{self.year} to {self.until}"
        parts = [calendar.month_name[self.month]] if self.month else []
        return " ".join([*parts, str(self.year)] if self.year else parts)


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year written as two ('2023/24', '23-24') with its offsets."""

    period: Period
    start: int
    end: int


def find_years(text: str) -> list[YearMention]:
    """The years that a text writes as two, in order. Ages, days and scores are not among them."""
    found: list[YearMention] = []
    plain = _same_length(text)
    for match in _YEARS.finditer(plain):
        if match["long"]:
            first, last = int(match["long"]), match["end"]
            until = int(last) if len(last) > 2 else first - first % _CENTURY + int(last)
            until += _CENTURY if until < first else 0
            # '2024-10' is a month; '2023-24' and '2020-2023' are years.
            if until == first + 1 or (len(last) > 2 and first < until):
                found.append(YearMention(Period(first, 0, until), match.start(), match.end()))
        elif _is_year(plain, match):
            first = 2000 + int(match["short"])
            found.append(YearMention(Period(first, 0, first + 1), match.start(), match.end()))
    return found


def without_years(text: str) -> str:
    """The text without the years written as two: they are periods and not numbers."""
    for mention in reversed(find_years(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def find_periods(text: str) -> tuple[Period, ...]:
    """The periods that a text names, in order, each once; '2023/24' is one period."""
    return tuple(dict.fromkeys(period for _, period in placed_periods(text)))


def placed_periods(text: str) -> list[tuple[int, Period]]:
    """The periods that a text names, each with its offset, in order."""
    found: list[tuple[int, Period]] = []
    rest = _same_length(text)
    for years in find_years(text):
        found.append((years.start, years.period))
        rest = _take(rest, years.start, years.end)
    for mention in find_dates(rest):
        found.append((mention.start, Period(mention.date.year, mention.date.month)))
        rest = _take(rest, mention.start, mention.end)
    named = {period.year for _, period in found if not period.until}
    for match in _MONTH_WORD.finditer(rest):
        number = next(group for group in (1, 2, 3) if match[group])
        # 'Between March and August 2024' is of one year.
        year = next(iter(named)) if len(named) == 1 else 0
        found.append((match.start(number), Period(year, month_number(match[number]))))
    return sorted(found, key=lambda each: each[0])


def month_of(name: str) -> int:
    """1 to 12 for a text that is a month's name and nothing else, else 0."""
    return month_number(name.strip())


def _is_year(text: str, match: re.Match[str]) -> bool:
    first, last = int(match["short"]), int(match["next"])
    if last != (first + 1) % _CENTURY:
        return False
    before, after = text[: match.start()], text[match.end() :]
    if _NOT_YEARS_BEFORE.search(before) or _NOT_YEARS_AFTER.match(after):
        return False
    return first >= AGES or bool(_YEARS_BEFORE.search(before))


def _same_length(text: str) -> str:
    """The text folded; character by character where folding would move the offsets."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := fold(char)) == 1 else char for char in text)


def _take(text: str, start: int, end: int) -> str:
    return text[:start] + _TAKEN * (end - start) + text[end:]
