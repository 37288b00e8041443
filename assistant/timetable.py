"""The inspection as weeks and days: the steps of the documents, dated from the day of the call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from assistant.dated_steps import WEEK, DatedStep, Mark, SourcedStep, dated
from assistant.same_duty import Duty, Place, duties, place, untold
from assistant.timetable_papers import editions, is_of, is_week_of
from core.documents import Document
from core.inspection_steps import Anchor, InspectionStep, InspectionType
from core.this_inspection import ThisInspection

_ARRIVE = re.compile(
    r"(?P<not>\b(?:before|until)\s+(?:the\s+)?)?\b(?:inspect\w+|they|team)\s+(?:will\s+)?arrives?\b"
    r"|\barrival of (?:the )?inspect",
    re.IGNORECASE,
)
"""Words of the step that is the inspectors' arrival, and of those before it (`not`)."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the board: its steps by weekday, then those without a day."""

    number: int
    monday: date | None
    by_day: tuple[tuple[int, tuple[DatedStep, ...]], ...]
    """(weekday, Monday 0; the steps that begin on it, by time), only days that have some."""
    without_day: tuple[DatedStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """One kind of inspection by one paper, and the periods that all current papers give for it."""

    inspection: InspectionType
    edition: Document | None
    """The paper that the weeks are from, None where no paper sets out weeks."""
    weeks: tuple[Week, ...]
    periods: tuple[DatedStep, ...]
    """Steps told by their distance from an event."""
    call: date | None = None
    events: Mapping[Anchor, date] = field(default_factory=dict)
    """The days that periods are counted from: those known, and those that the board gives."""

    @property
    def steps(self) -> tuple[DatedStep, ...]:
        """All of them, in the board's order."""
        on_board = [
            each
            for week in self.weeks
            for group in (*(steps for _, steps in week.by_day), week.without_day)
            for each in group
        ]
        return (*dict.fromkeys(on_board), *self.periods)

    @property
    def call_off_monday(self) -> bool:
        """Did the call come on another day than a Monday?"""
        return self.call is not None and self.call.weekday() != 0


def timetable(
    steps: Sequence[SourcedStep], known: ThisInspection, default: InspectionType
) -> Timetable:
    """The board of an inspection. `default` is its kind where `known` does not say."""
    inspection = known.inspection if known.inspection is not InspectionType.UNSAID else default
    papers = editions(steps, inspection)
    edition = next(
        (each for wanted in (known.agreed, known.edition) for each in papers if each.id == wanted),
        papers[0] if papers else None,
    )
    own = [each for each in steps if is_of(each.step.inspection, inspection)]
    weeks = [each for each in own if is_week_of(each.step, inspection)]
    counted = [each for each in own if each.step.period and not each.step.weeks]
    duty_of = {**duties(weeks, known.agreed), **duties(counted, known.agreed)}
    shown = [each for each in weeks if each.document == edition]
    placed = [_dated(each, known, duty_of[place(each)]) for each in shown]
    events = {**_worked_out(placed), **known.dates}
    since = replace(known, dates=events)
    periods = tuple(_dated(each, since, duty_of[place(each)]) for each in _once(counted, duty_of))
    return Timetable(inspection, edition, _weeks(placed, known.call), periods, known.call, events)


def _once(counted: Sequence[SourcedStep], of: Mapping[Place, Duty]) -> Iterator[SourcedStep]:
    """Periods that several papers tell alike once, by the newest of them."""
    for each in counted:
        newer = [
            other
            for other in of[place(each)].elsewhere(each)
            if other.step.period == each.step.period
            and (other.document.dated.iso(), other.document.id)
            > (each.document.dated.iso(), each.document.id)
        ]
        if not newer:
            yield each


def _dated(each: SourcedStep, known: ThisInspection, duty: Duty) -> DatedStep:
    others = duty.elsewhere(each) if each.step.weeks else ()
    return dated(each, known, others, duty=duty.key, owner=duty.owner(known.owners))


def usual_beside(
    steps: Sequence[SourcedStep], known: ThisInspection, default: InspectionType
) -> Timetable | None:
    """What the usual paper says that the agreed timetable does not; None where none is agreed."""
    agreed = timetable(steps, known, default)
    papers = [each for each in editions(steps, agreed.inspection) if each.id != known.agreed]
    if agreed.edition is None or agreed.edition.id != known.agreed or not papers:
        return None
    edition = known.edition if known.edition in {each.id for each in papers} else papers[0].id
    others = replace(known, agreed="", edition=edition)
    of_weeks = [each for each in steps if is_week_of(each.step, agreed.inspection)]
    left = untold(of_weeks, known.agreed)
    return timetable(left, replace(others, inspection=agreed.inspection), default)


def _worked_out(placed: Sequence[DatedStep]) -> dict[Anchor, date]:
    """The inspectors' arrival and the last day on site, where the board dates them."""
    arrivals = [each for each in placed if each.days and _is_arrival(each.step)]
    if not arrivals:
        return {}
    arrival = min(each.days[0] for each in arrivals)
    last = max(each.days[-1] for each in placed if each.days)
    return {Anchor.ARRIVAL: arrival, Anchor.LAST_DAY: last}


def _is_arrival(step: InspectionStep) -> bool:
    found = _ARRIVE.search(step.what)
    return found is not None and not found["not"]


def _weeks(steps: Sequence[DatedStep], call: date | None) -> tuple[Week, ...]:
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


def deadlines(table: Timetable, today: date, most: int = 5) -> tuple[DatedStep, ...]:
    """The next steps that are to be done by a day, the soonest first; today's are among them.

    None of a day before the call: it does not bind.
    """
    due = [
        each
        for each in table.steps
        if each.days
        and each.days[-1] >= today
        and (each.step.deadline or each.step.period)
        and Mark.BEFORE_CALL not in each.marks
    ]
    return tuple(sorted(due, key=lambda each: each.days[-1])[:most])


def on_day(table: Timetable, day: date) -> tuple[DatedStep, ...]:
    """The steps of one day."""
    return tuple(each for each in table.steps if day in each.days)


def missing_events(table: Timetable) -> tuple[Anchor, ...]:
    """Events that some step counts from and that have no date yet."""
    lacking = {
        each.step.period.anchor
        for each in table.periods
        if each.step.period is not None and not each.days
    }
    return tuple(each for each in Anchor if each in lacking and each is not Anchor.OTHER)
