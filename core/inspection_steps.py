"""A step of an inspection: one thing that happens in it, when, by whom, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class InspectionType(StrEnum):
    """A kind of inspection of children's services; which of them a paper means may be unsaid."""

    ILACS_STANDARD = "ilacs-standard"
    ILACS_SHORT = "ilacs-short"
    ILACS = "ilacs"
    """An ILACS inspection, not said whether standard or short."""
    FOCUSED_VISIT = "focused-visit"
    MONITORING_VISIT = "monitoring-visit"
    JTAI = "jtai"
    AREA_SEND = "area-send"
    YOUTH_JUSTICE = "youth-justice"
    UNSAID = ""

    @property
    def label(self) -> str:
        """As staff write it."""
        return _LABELS[self]


_LABELS = {
    InspectionType.ILACS_STANDARD: "ILACS standard inspection",
    InspectionType.ILACS_SHORT: "ILACS short inspection",
    InspectionType.ILACS: "ILACS inspection",
    InspectionType.FOCUSED_VISIT: "Focused visit",
    InspectionType.MONITORING_VISIT: "Monitoring visit",
    InspectionType.JTAI: "Joint targeted area inspection (JTAI)",
    InspectionType.AREA_SEND: "Area SEND inspection",
    InspectionType.YOUTH_JUSTICE: "Youth justice inspection",
    InspectionType.UNSAID: "Inspection, type not said",
}


class Unit(StrEnum):
    """What a period is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Direction(StrEnum):
    """How a period lies to the event that it is counted from."""

    WITHIN = "within"
    """At any time up to so long after it."""
    AFTER = "after"
    BEFORE = "before"
    AT_LEAST_BEFORE = "at least before"


class Anchor(StrEnum):
    """An event that periods are counted from and whose date a council knows or can enter."""

    CALL = "the call"
    ARRIVAL = "the inspectors' arrival"
    LAST_DAY = "the last day on site"
    DRAFT = "receipt of the draft report"
    RECEIPT = "receipt of the report"
    PUBLICATION = "publication of the report"
    OTHER = ""
    """Some other event, named by the words alone."""


@dataclass(frozen=True, slots=True)
class Period:
    """'Within 70 working days of receiving the report': how long, and from what."""

    amount: int
    unit: Unit
    direction: Direction
    event: str = ""
    """The event in the paper's words, '' where it is not said there."""
    anchor: Anchor = Anchor.OTHER
    up_to: int = 0
    """The other end of 'between 25 and 35 days', 0 where there is one length only."""

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.amount == 1 else self.unit.value
        length = f"{self.amount} to {self.up_to} {unit}" if self.up_to else f"{self.amount} {unit}"
        if not self.event:
            return {
                Direction.WITHIN: f"within {length} (the paper does not say of what)",
                Direction.AFTER: f"{length} later (the paper does not say after what)",
                Direction.BEFORE: f"{length} before (the paper does not say before what)",
                Direction.AT_LEAST_BEFORE: f"at least {length} before (the paper does not say "
                "before what)",
            }[self.direction]
        said = {
            Direction.WITHIN: f"within {length} of",
            Direction.AFTER: f"{length} after",
            Direction.BEFORE: f"{length} before",
            Direction.AT_LEAST_BEFORE: f"at least {length} before",
        }[self.direction]
        return f"{said} {self.event}"


@dataclass(frozen=True, slots=True)
class InspectionStep:
    """One thing that happens in an inspection.

    What the paper does not say is left empty: a step without a day has no `days`.
    """

    id: str
    """The passage's id, with the place of the step in it where it holds several."""
    document: str
    passage: str
    start: int
    end: int
    """Its words, as offsets of the passage's text."""
    what: str
    inspection: InspectionType = InspectionType.UNSAID
    weeks: tuple[int, ...] = ()
    """From 1, as the paper counts them."""
    days: tuple[int, ...] = ()
    """Monday is 0."""
    time: str = ""
    """'09:30'."""
    until: str = ""
    """The end of a time from - to."""
    deadline: bool = False
    """It is to be done by that day or time at the latest."""
    who: str = ""
    """Who does it, in the paper's words."""
    period: Period | None = None
    """For a step told by its distance from an event."""
    day_from: str = ""
    """Id of the passage that names the day, where these words say 'that day', 'on arrival'."""
