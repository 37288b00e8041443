"""The days of the calendar that a question names: 'today', 'on 15 December', 'the day after'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from language.dates import find_dates, month_number
from language.patterns import MONTH
from language.words import fold

_DAY_AND_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b(?!,? (?:19|20)\d\d)"
)
_BY_NAME = re.compile(r"\b(?P<name>today|tomorrow|yesterday|this week|next week)\b|\bnow\b")
_BESIDE = re.compile(
    r"^(?:and |so |ok |then |what about |how about |what |whats |what's |is |due |happens |on )*"
    r"(?:the )?(?P<way>(?:next|following) day|day (?:after|before)|day previous|previous day)"
    r"(?: that)?\W*$"
)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """The first and the last day, and the question's words without those that name them."""

    first: date
    last: date
    rest: str


def days_asked(text: str, now: date, near: date) -> DaysAsked | None:
    """The days that a text names by name or date, None where it names none.

    A day without a year is that of the year nearest to `near`.
    """
    folded = fold(text)
    named = _BY_NAME.search(folded)
    if named is not None:
        rest = f"{folded[: named.start()]} {folded[named.end() :]}"
        return DaysAsked(*_span(named["name"] or "today", now), rest)
    for mention in find_dates(folded):
        if mention.date.day:
            day = date(mention.date.year, mention.date.month, mention.date.day)
            return DaysAsked(day, day, f"{folded[: mention.start]} {folded[mention.end :]}")
    match = _DAY_AND_MONTH.search(folded)
    found = _nearest(int(match["day"]), month_number(match["month"]), near) if match else None
    if match is None or found is None:
        return None
    return DaysAsked(found, found, f"{folded[: match.start()]} {folded[match.end() :]}")


def days_beside(text: str, before: DaysAsked) -> DaysAsked | None:
    """'And the day after?': the day beside those asked about before; None for anything else."""
    match = _BESIDE.match(fold(text).strip())
    if match is None:
        return None
    back = "before" in match["way"] or "previous" in match["way"]
    day = before.first - DAY if back else before.last + DAY
    return DaysAsked(day, day, "")


def _span(name: str, now: date) -> tuple[date, date]:
    monday = now - timedelta(days=now.weekday())
    if name == "this week":
        return monday, monday + 6 * DAY
    if name == "next week":
        return monday + WEEK, monday + WEEK + 6 * DAY
    day = now + {"today": 0, "tomorrow": 1, "yesterday": -1}[name] * DAY
    return day, day


def _nearest(day: int, month: int, near: date) -> date | None:
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs((each - near).days), default=None)
