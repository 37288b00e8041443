"""The inspection as weeks and days: the steps of the documents, dated from the day of the call."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from assistant.working_days import bank_holidays, date_of, holidays_known_for, working_days_between
from core.documents import NATIONAL, Document, Passage
from core.inspection_steps import Anchor, InspectionStep, InspectionType, Unit
from core.this_inspection import ThisInspection
from language.inspections import OF_ILACS
from language.words import content_terms, terms

WEEK = 7
ALIKE = 0.5
"""Share of two steps' words that they have in common, from which on they tell of one thing."""

_COMMON = frozenset(
    terms("week day site inspection inspectors inspected first second third monday tuesday")
    + terms("wednesday thursday friday begin begins start starts end ends")
)
"""Words that any two steps may share without telling of one thing."""
_ARRIVE = re.compile(
    r"(?P<not>\b(?:before|until)\s+(?:the\s+)?)?\b(?:inspect\w+|they|team)\s+(?:will\s+)?arrives?\b"
    r"|\barrival of (?:the )?inspect",
    re.IGNORECASE,
)
"""Words of the step that is the inspectors' arrival, and of those before it (`not`)."""


class Mark(StrEnum):
    """What is to be said of a date beside the date itself."""

    BANK_HOLIDAY = "bank holiday"
    BEFORE_CALL = "before the call came"
    HOLIDAYS_UNKNOWN = "bank holidays of that year are not published yet"


@dataclass(frozen=True, slots=True)
class SourcedStep:
    """A step with the document and the passage that it stands in."""

    step: InspectionStep
    document: Document
    passage: Passage

    @property
    def key(self) -> str:
        """Names the step in every version of its document, for owners and calendars."""
        return step_key(self.document, self.step)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The passage's exact words that say it."""
        return self.passage.quotes(self.step.start, self.step.end)


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step as it falls in this inspection."""

    source: SourcedStep
    days: tuple[date, ...] = ()
    """The days it falls on, none where no date can be worked out."""
    marks: tuple[Mark, ...] = ()
    holiday: str = ""
    """The bank holiday's name, for `Mark.BANK_HOLIDAY`."""
    owner: str = ""
    """As filled in here; else the paper's own words, in `source.step.who`."""
    otherwise: tuple[SourcedStep, ...] = ()
    """The same thing as other papers tell it, where they put it elsewhere."""

    @property
    def step(self) -> InspectionStep:
        return self.source.step

    def left(self, today: date) -> int | None:
        """Working days from today to its last day, below 0 when past; None without a date."""
        if not self.days:
            return None
        left = working_days_between(today, self.days[-1])
        # On the Saturday after a Friday it is past, though no working day has gone by.
        return min(left, -1) if self.days[-1] < today else left


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


def step_key(document: Document, step: InspectionStep) -> str:
    """A short name for a step that stays when the document is read again or moved."""
    said = " ".join(terms(step.what))
    return hashlib.sha256(f"{document.id}\0{said}".encode()).hexdigest()[:12]


def types_with_steps(steps: Iterable[SourcedStep]) -> tuple[InspectionType, ...]:
    """The kinds of inspection that papers set out, ILACS split into its two where they are."""
    found = {each.step.inspection for each in steps}
    if InspectionType.ILACS in found and found & OF_ILACS:
        found.discard(InspectionType.ILACS)
    if len(found) > 1:
        found.discard(InspectionType.UNSAID)
    return tuple(each for each in InspectionType if each in found)


def editions(steps: Sequence[SourcedStep], inspection: InspectionType) -> tuple[Document, ...]:
    """The papers that set out weeks of a kind of inspection, the likeliest meant first.

    The one about a council goes before the nation's, the newer before the older, the fuller
    before the sparser.
    """
    counts: dict[str, int] = {}
    papers: dict[str, Document] = {}
    for each in steps:
        if _is_week_of(each.step, inspection):
            papers[each.document.id] = each.document
            counts[each.document.id] = counts.get(each.document.id, 0) + bool(each.step.days)

    def rank(document: Document) -> tuple[bool, bool, str, int]:
        number = counts[document.id]
        return number > 1, document.about != NATIONAL, document.dated.iso(), number

    return tuple(sorted(papers.values(), key=rank, reverse=True))


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
    own = [each for each in steps if _is_of(each.step.inspection, inspection)]
    weeks = [each for each in own if _is_week_of(each.step, inspection)]
    shown = [each for each in weeks if each.document == edition]
    others = [each for each in weeks if each.document != edition]
    placed = [dated(each, known, others) for each in shown]
    counted = [each for each in own if each.step.period and not each.step.weeks]
    events = {**_worked_out(placed), **known.dates}
    periods = tuple(dated(each, replace(known, dates=events), ()) for each in counted)
    return Timetable(inspection, edition, _weeks(placed, known.call), periods, known.call, events)


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
    told = [each.source for each in agreed.steps if each.step.weeks]
    left = [each for each in steps if each.step.weeks and not any(_alike(each, t) for t in told)]
    return timetable(left, replace(others, inspection=agreed.inspection), default)


def _worked_out(placed: Sequence[DatedStep]) -> dict[Anchor, date]:
    """The inspectors' arrival and the last day on site, where the board dates them."""
    arrivals = [each for each in placed if each.days and _is_arrival(each.step)]
    if not arrivals:
        return {}
    arrival = min(each.days[0] for each in arrivals)
    last = max(each.days[-1] for each in placed if each.days)
    return {Anchor.ARRIVAL: arrival, Anchor.LAST_DAY: last}


def _is_week_of(step: InspectionStep, wanted: InspectionType) -> bool:
    """Is it a step of the weeks of a kind? Weeks of no kind are ILACS's; others have to say so."""
    unsaid = step.inspection is InspectionType.UNSAID
    broad = (*OF_ILACS, InspectionType.ILACS, InspectionType.UNSAID)
    return bool(step.weeks) and _is_of(step.inspection, wanted) and (not unsaid or wanted in broad)


def _is_arrival(step: InspectionStep) -> bool:
    found = _ARRIVE.search(step.what)
    return found is not None and not found["not"]


def _is_of(said: InspectionType, wanted: InspectionType) -> bool:
    """Does what a paper says of a kind hold for the kind that is wanted?"""
    if said in (wanted, InspectionType.UNSAID):
        return True
    return said is InspectionType.ILACS and wanted in OF_ILACS


def dated(
    source: SourcedStep, known: ThisInspection, others: Sequence[SourcedStep] = ()
) -> DatedStep:
    """A step as it falls in an inspection; `others` may put the same thing elsewhere."""
    step = source.step
    days = _days(step, known)
    marks = []
    holiday = next((bank_holidays()[day] for day in days if day in bank_holidays()), "")
    if holiday:
        marks.append(Mark.BANK_HOLIDAY)
    if known.call is not None and step.weeks and any(day < known.call for day in days):
        marks.append(Mark.BEFORE_CALL)
    if not all(holidays_known_for(day) for day in (*days, *_counted_from(step, known))):
        marks.append(Mark.HOLIDAYS_UNKNOWN)
    elsewhere = tuple(each for each in others if _otherwise(source, each))
    owner = known.owners.get(source.key, "")
    return DatedStep(source, days, tuple(marks), holiday, owner, elsewhere)


def _days(step: InspectionStep, known: ThisInspection) -> tuple[date, ...]:
    if step.weeks and step.days and known.call is not None:
        # A weekday is the literal weekday, of a call on any day of its week.
        monday = known.call - timedelta(days=known.call.weekday())
        first = monday + timedelta(days=WEEK * (step.weeks[0] - 1))
        return tuple(first + timedelta(days=day) for day in step.days)
    if step.period is not None and (event := known.dates.get(step.period.anchor)) is not None:
        ends = [step.period]
        if step.period.up_to:
            ends.append(replace(step.period, amount=step.period.up_to, up_to=0))
        return tuple(sorted(date_of(each, event) for each in ends))
    return ()


def _counted_from(step: InspectionStep, known: ThisInspection) -> tuple[date, ...]:
    """The other end of a period, where the working days up to it are counted."""
    if step.period is None or step.period.unit is not Unit.WORKING_DAYS:
        return ()
    event = known.dates.get(step.period.anchor)
    return (event,) if event else ()


def _otherwise(one: SourcedStep, other: SourcedStep) -> bool:
    """Does another paper put the same thing on another day, or at another time?"""
    if not _alike(one, other):
        return False
    days = one.step.days and other.step.days and one.step.days != other.step.days
    weeks = one.step.weeks != other.step.weeks
    time = one.step.time and other.step.time and one.step.time != other.step.time
    return bool(days or weeks or time)


def _alike(one: SourcedStep, other: SourcedStep) -> bool:
    """Do two steps tell of one thing, by their words?"""
    mine, theirs = (frozenset(content_terms(each.step.what)) - _COMMON for each in (one, other))
    return bool(mine & theirs) and len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


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
    """The next steps that are to be done by a day, the soonest first; today's are among them."""
    due = [
        each
        for each in table.steps
        if each.days and each.days[-1] >= today and (each.step.deadline or each.step.period)
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
