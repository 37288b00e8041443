"""A date that may be known only to the month or the year, or not at all."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year. `PartialDate()` is the unknown date, and is false.

    Ordering goes by year, month, day with unknown parts first.
    """

    year: int = 0
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if (self.day and not self.month) or (self.month and not self.year):
            raise ValueError(f"a date needs its larger parts: {self!r}")
        if self.year:
            date(self.year, self.month or 1, self.day or 1)

    def __bool__(self) -> bool:
        return self.year > 0

    def __str__(self) -> str:
        """As a British reader writes it: '9 November 2020', 'October 2024', '2017', 'undated'."""
        if not self:
            return "undated"
        parts = [str(self.day)] if self.day else []
        if self.month:
            parts.append(calendar.month_name[self.month])
        return " ".join([*parts, str(self.year)])

    def iso(self) -> str:
        """'2020-11-09', '2024-10', '2017' or '' when unknown."""
        if not self:
            return ""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """The reverse of `iso`. Raises ValueError for anything else."""
        if not text:
            return cls()
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part or 0) for part in match.groups()))

    def earliest(self) -> date:
        """The first day that the date can mean. Raises ValueError when it is unknown."""
        if not self:
            raise ValueError("the unknown date has no first day")
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day that the date can mean. Raises ValueError when it is unknown."""
        if not self:
            raise ValueError("the unknown date has no last day")
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


UNKNOWN_DATE = PartialDate()
