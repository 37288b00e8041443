"""Finds dates in text as they stand, to the day, the month or the year.

By pattern and not by a date library: those fill in what a paper does not say ('October 2024'
becomes a day in it), and a date's place in the text is needed too (docs/adr/0003).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.dates import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        start=1,
    )
    for name in names
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""(?<![\w/])(?:
      (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s_-]+(?P<month>{_MONTH}),?[\s_-]+(?P<year>{_YEAR})
    | (?P<d>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.](?P<y>{_YEAR}|\d\d)
    | (?P<iy>{_YEAR})-(?P<im>\d\d)(?:-(?P<id>\d\d))?
    | (?P<my>{_MONTH})[\s_,-]+(?P<yy>{_YEAR})
    | (?P<ms>{_MONTH})[\s_'’-]+(?P<ys>\d\d)(?=\W|$)
    | (?P<only>{_YEAR})(?![/\d]|-\d)
    )(?![\w/])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text with its offsets."""

    date: PartialDate
    start: int
    end: int


def find_dates(text: str) -> list[DateMention]:
    """The dates that a text gives, day before month, in order; impossible ones are left out."""
    found: list[DateMention] = []
    for match in _DATE.finditer(text):
        date = _read(match)
        if date is not None:
            found.append(DateMention(date, match.start(), match.end()))
    return found


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its short form, 0 for anything else."""
    return _MONTHS.get(name.lower().rstrip("."), 0)


def _read(match: re.Match[str]) -> PartialDate | None:
    part = match.groupdict()
    try:
        if part["day"]:
            return PartialDate(int(part["year"]), month_number(part["month"]), int(part["day"]))
        if part["d"]:
            year = int(part["y"])
            return PartialDate(year if year > 99 else 2000 + year, int(part["m"]), int(part["d"]))
        if part["iy"]:
            return PartialDate(int(part["iy"]), int(part["im"]), int(part["id"] or 0))
        if part["my"]:
            return PartialDate(int(part["yy"]), month_number(part["my"]))
        if part["ms"]:
            return PartialDate(2000 + int(part["ys"]), month_number(part["ms"]))
        return PartialDate(int(part["only"]))
    except ValueError:
        return None
