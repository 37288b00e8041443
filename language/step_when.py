"""When a line of a paper happens: its weeks, days, times, and its period from an event."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.inspection_steps import Anchor, Period, Unit
from language.clock import ClockTime, clock_times
from language.distances import anchor_of, distances
from language.step_lines import Line
from language.step_refusals import restates
from language.step_rows import row_period, row_time
from language.step_words import is_daily, is_later
from language.week_lines import SlottedPassage
from language.weeks import DAY_WORD, find_slot
from language.words import fold

AFTERWARDS = (Anchor.LAST_DAY, Anchor.DRAFT, Anchor.RECEIPT, Anchor.PUBLICATION)
_ON_RECEIPT = re.compile(
    r"\b(?:on|upon|after|following|once) ((?:the )?(?:receipt|publication|receiving|publishing)\b"
    r"[^,.;:]{0,80}|(?:the|its|our) [^,.;:]{0,40}\b(?:is|has been|are) (?:received|published)\b)"
)
_FROM_DAY = re.compile(rf"\bfrom\b(?:\W|the\b|on\b|at\b|{DAY_WORD})*$")
_UNTIL_DAY = re.compile(
    rf"(?:\W|on|the|{DAY_WORD})*(?:to|until|till|-)(?:\W|on|the|following|at|{DAY_WORD})*"
)


@dataclass(frozen=True, slots=True)
class When:
    """When a line happens, as far as it says."""

    weeks: tuple[int, ...]
    days: tuple[int, ...]
    period: Period | None
    times: tuple[ClockTime, ...]


def when_of(line: Line, slot: SlottedPassage) -> When:
    """The weeks, days, period and times of a line."""
    weeks, days = tuple(sorted(slot.slot.weeks)), tuple(sorted(slot.slot.days))
    period = row_period(line.passage) if line.row else _period(line)
    after = period and (period.anchor in AFTERWARDS or period.unit is Unit.WORKING_DAYS)
    if after and not (line.row or find_slot(line.text)):
        # What is counted from the end of an inspection is in no week or day of the lines above.
        weeks, days = (), ()
    counted = slot.day_from or ((weeks or days) and is_later(line.text))
    if (
        period
        and not line.row
        and (restates(line.text, bool(days)) or (counted and not period.event))
    ):
        period = None  # 'two days later' is the day that it comes to
    said = row_time(line.passage) if line.row else line.text
    times = clock_times(said, dotted=line.row, bare=bool(days) or is_daily(line.text))
    if line.row and not times:
        times = clock_times(line.text, bare=bool(days))
    times = _over_days(said, times) or clock_times(line.at, dotted=True, bare=True)
    return When(weeks, days, period, tuple(times))


def _over_days(text: str, times: list[ClockTime]) -> list[ClockTime]:
    """'From Tuesday 10am until Wednesday 4pm' begins at ten on the one and ends at four on the
    other.
    """
    if len(times) != 2 or times[0].until or times[1].until:
        return times
    first, last = times
    folded = fold(text)
    starts = _FROM_DAY.search(folded[: first.start])
    if not starts or not _UNTIL_DAY.fullmatch(folded[first.end : last.start]):
        return times
    return [ClockTime(first.time, last.time, first.start, last.end)]


def _period(line: Line) -> Period | None:
    found = distances(line.text)
    if not found:
        return None
    period = found[0].period
    # 'Has 70 days to publish it, within 70 days of receipt': one period, told twice.
    again = [each.period for each in found if each.period.event]
    again = [e for e in again if (e.amount, e.unit) == (period.amount, period.unit)]
    if again:
        return again[0]
    event = _event_before(line)
    return replace(period, event=event, anchor=anchor_of(event)) if event else period


def _event_before(line: Line) -> str:
    """'On receipt of the report ...': the event named before the period, here or above."""
    before = line.passage.text[: line.end]
    folded = fold(before)
    found = [*_ON_RECEIPT.finditer(folded)]
    if not found:
        return ""
    start, end = found[-1].span(1)
    return (before if len(before) == len(folded) else folded)[start:end].strip()
