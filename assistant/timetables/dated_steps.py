"""A step with where it stands, and as it falls in this inspection: its days, and what to say."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from assistant.timetables.working_days import (
    bank_holidays,
    date_of,
    holidays_known_for,
    working_days_between,
)
from core.documents import Document, Passage
from core.inspection_steps import Anchor, InspectionStep, Unit
from core.this_inspection import ThisInspection
from language.words import terms

WEEK = 7


class Mark(StrEnum):
    """What is to be said of a date beside the date itself."""

    BANK_HOLIDAY = "bank holiday"
    BEFORE_CALL = "before the day of the call"
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
    duty: str = ""
    """The key of what is done, whichever paper tells it (`same_duty.Duty`)."""

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


def step_key(document: Document, step: InspectionStep) -> str:
    """A short name for a step that stays when the document is read again or moved."""
    said = " ".join(terms(step.what))
    return hashlib.sha256(f"{document.id}\0{said}".encode()).hexdigest()[:12]


def dated(
    source: SourcedStep,
    known: ThisInspection,
    others: Sequence[SourcedStep] = (),
    *,
    duty: str = "",
    owner: str = "",
) -> DatedStep:
    """A step as it falls in an inspection; `others` tell the same thing, and may put it elsewhere.

    `duty` and `owner` are those of what it tells, the step's own where they are not given.
    """
    step = source.step
    days = _days(step, known)
    marks = []
    holiday = next((bank_holidays()[day] for day in days if day in bank_holidays()), "")
    if holiday:
        marks.append(Mark.BANK_HOLIDAY)
    if known.call is not None and _hangs_on_call(step) and any(day < known.call for day in days):
        marks.append(Mark.BEFORE_CALL)
    if not all(holidays_known_for(day) for day in (*days, *_counted_from(step, known))):
        marks.append(Mark.HOLIDAYS_UNKNOWN)
    elsewhere = tuple(each for each in others if _otherwise(source, each))
    owner = owner or known.owners.get(source.key, "")
    return DatedStep(source, days, tuple(marks), holiday, owner, elsewhere, duty or source.key)


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


def _hangs_on_call(step: InspectionStep) -> bool:
    """Is there nothing of it before the call? A period before the call itself may well be."""
    of_visit = (Anchor.ARRIVAL, Anchor.LAST_DAY)
    return bool(step.weeks) or (step.period is not None and step.period.anchor in of_visit)


def _counted_from(step: InspectionStep, known: ThisInspection) -> tuple[date, ...]:
    """The other end of a period, where the working days up to it are counted."""
    if step.period is None or step.period.unit is not Unit.WORKING_DAYS:
        return ()
    event = known.dates.get(step.period.anchor)
    return (event,) if event else ()


def _otherwise(one: SourcedStep, other: SourcedStep) -> bool:
    """Is the same thing on another day there, or at another time?"""
    days = one.step.days and other.step.days and one.step.days != other.step.days
    weeks = one.step.weeks != other.step.weeks
    time = one.step.time and other.step.time and one.step.time != other.step.time
    return bool(days or weeks or time)
