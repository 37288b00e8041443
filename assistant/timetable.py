"""The inspection as weeks and days: the steps of the documents, dated from the day of the call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.timetables.dated_steps import DatedStep, Mark, SourcedStep, dated
from assistant.timetables.papers import editions, is_of, is_week_of
from assistant.timetables.same_duty import Duty, Place, duties, once, place, untold
from assistant.timetables.weeks import Week, weeks_of
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
    return _made(steps, known, inspection, _duties(steps, known, inspection))


def _made(
    steps: Sequence[SourcedStep],
    known: ThisInspection,
    inspection: InspectionType,
    duty_of: Mapping[Place, Duty],
) -> Timetable:
    papers = editions(steps, inspection)
    edition = next(
        (each for wanted in (known.agreed, known.edition) for each in papers if each.id == wanted),
        papers[0] if papers else None,
    )
    shown = [e for e in steps if e.document == edition and is_week_of(e.step, inspection)]
    placed = [_dated(each, known, duty_of[place(each)]) for each in shown]
    events = {**_worked_out(placed), **known.dates}
    since = replace(known, dates=events)
    counted = once(_counted(steps, inspection), duty_of)
    periods = tuple(_dated(each, since, duty_of[place(each)]) for each in counted)
    return Timetable(inspection, edition, weeks_of(placed, known.call), periods, known.call, events)


def _duties(
    steps: Sequence[SourcedStep], known: ThisInspection, inspection: InspectionType
) -> dict[Place, Duty]:
    """The duties of a kind of inspection, those of its weeks and those told as periods apart."""
    kept = {
        key: each.what
        for key, each in known.duties.items()
        if is_of(each.inspection, inspection) or is_of(inspection, each.inspection)
    }
    weeks = duties([e for e in steps if is_week_of(e.step, inspection)], known.agreed, kept)
    taken = {each.key for each in weeks.values()}
    left = {key: what for key, what in kept.items() if key not in taken}
    return {**duties(_counted(steps, inspection), known.agreed, left), **weeks}


def _counted(steps: Iterable[SourcedStep], inspection: InspectionType) -> list[SourcedStep]:
    """The steps of a kind that are told by a period alone."""
    return [
        each
        for each in steps
        if each.step.period and not each.step.weeks and is_of(each.step.inspection, inspection)
    ]


def _dated(each: SourcedStep, known: ThisInspection, duty: Duty) -> DatedStep:
    others = duty.elsewhere(each) if each.step.weeks else ()
    return dated(each, known, others, duty=duty.key, owner=duty.owner(known.owners))


def usual_beside(
    steps: Sequence[SourcedStep], known: ThisInspection, default: InspectionType
) -> Timetable | None:
    """What the usual paper says that the agreed timetable does not; None where none is agreed."""
    agreed = timetable(steps, known, default)
    inspection = agreed.inspection
    papers = [each for each in editions(steps, inspection) if each.id != known.agreed]
    if agreed.edition is None or agreed.edition.id != known.agreed or not papers:
        return None
    edition = known.edition if known.edition in {each.id for each in papers} else papers[0].id
    # By the duties of all papers, so that nothing has the same key here and on the agreed one.
    of_all = _duties(steps, known, inspection)
    left = untold([e for e in steps if is_week_of(e.step, inspection)], known.agreed, of_all)
    return _made(left, replace(known, agreed="", edition=edition), inspection, of_all)


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
    """The steps of one day, none where it is before the call."""
    return tuple(
        each for each in table.steps if day in each.days and Mark.BEFORE_CALL not in each.marks
    )


def missing_events(table: Timetable) -> tuple[Anchor, ...]:
    """Events that some step counts from and that have no date yet."""
    lacking = {
        each.step.period.anchor
        for each in table.periods
        if each.step.period is not None and not each.days
    }
    return tuple(each for each in Anchor if each in lacking and each is not Anchor.OTHER)
