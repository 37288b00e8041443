"""The steps of a timetable that gives dates, in the weeks of the inspection that they fall in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from assistant.timetables.dated_steps import WEEK, SourcedStep
from language.dates import month_number
from language.inspection_steps import MOST_WEEKS
from language.patterns import MONTH
from language.words import fold

_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{MONTH})\b\.?(?:,? (?P<year>20\d\d))?"
)


def placed_by_date(steps: Iterable[SourcedStep], call: date | None) -> list[SourcedStep]:
    """The steps, those of a date within the weeks from the `call` in the week of that date.

    As they are without a call, with a week of their own, and where date and weekday differ.
    """
    return [_placed(each, call) if call else each for each in steps]


def has_date(source: SourcedStep) -> bool:
    """Is it told for a date, and so of one inspection?"""
    return any(_DAY.search(fold(text)) for text in _told_in(source))


def _placed(source: SourcedStep, call: date) -> SourcedStep:
    step = source.step
    if step.weeks or len(step.days) != 1:
        return source
    monday = call - timedelta(days=call.weekday())
    for text in _told_in(source):
        for match in _DAY.finditer(fold(text)):
            day = _nearest(match, call)
            week = (day - monday).days // WEEK + 1 if day else 0
            if day and day.weekday() == step.days[0] and 1 <= week <= MOST_WEEKS:
                return replace(source, step=replace(step, weeks=(week,)))
    return source


def _told_in(source: SourcedStep) -> tuple[str, ...]:
    """Its own words, then what it stands under, the nearest first."""
    step, passage = source.step, source.passage
    own = passage.text[step.start : step.end]
    return (own, passage.section, passage.lead_in, *reversed(passage.headings))


def _nearest(match: re.Match[str], call: date) -> date | None:
    """The date of a match; without a year, that of the year which brings it nearest the call."""
    years = [int(match["year"])] if match["year"] else [call.year + n for n in (-1, 0, 1)]
    found = []
    for year in years:
        try:
            found.append(date(year, month_number(match["month"]), int(match["day"])))
        except ValueError:
            continue  # 31 November, or 29 February of another year
    return min(found, key=lambda each: abs(each - call), default=None)
