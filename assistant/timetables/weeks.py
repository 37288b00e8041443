"""The weeks of a timetable, each with its steps by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.timetables.dated_steps import WEEK, DatedStep


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the board: its steps by weekday, then those without a day."""

    number: int
    monday: date | None
    by_day: tuple[tuple[int, tuple[DatedStep, ...]], ...]
    """(weekday, Monday 0; the steps that begin on it, by time), only days that have some."""
    without_day: tuple[DatedStep, ...] = ()


def weeks_of(steps: Sequence[DatedStep], call: date | None) -> tuple[Week, ...]:
    """The weeks of steps, from the first, also those without any; dated from the call."""
    numbers = sorted({week for each in steps for week in each.step.weeks})
    found = []
    for number in range(1, max(numbers, default=0) + 1):
        of_week = [each for each in steps if number in each.step.weeks]
        days = sorted({min(each.step.days) for each in of_week if each.step.days})
        by_day = tuple(
            (day, tuple(sorted((e for e in of_week if _first(e) == day), key=_time)))
            for day in days
        )
        without = tuple(each for each in of_week if not each.step.days)
        first = call - timedelta(days=call.weekday()) if call else None
        monday = first + timedelta(days=WEEK * (number - 1)) if first else None
        found.append(Week(number, monday, by_day, without))
    return tuple(found)


def _first(each: DatedStep) -> int:
    return min(each.step.days, default=-1)


def _time(each: DatedStep) -> str:
    """A step without a time stands between the call and the end of the day."""
    return each.step.time or "12:00"
