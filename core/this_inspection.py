"""What a council knows of the inspection it is in, or expects: kept in the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.inspection_steps import Anchor, InspectionType


@dataclass(frozen=True, slots=True)
class KeptDuty:
    """What somebody was noted for, or a calendar was given, in the words of that day's paper."""

    what: str
    inspection: InspectionType


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event that a calendar was given."""

    summary: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ThisInspection:
    """The inspection that a council prepares for; empty where nothing is known of it yet."""

    inspection: InspectionType = InspectionType.UNSAID
    edition: str = ""
    """Id of the document whose timetable is used; '' for the likeliest."""
    agreed: str = ""
    """Id of the document that holds the timetable agreed with the lead inspector, if any."""
    dates: Mapping[Anchor, date] = field(default_factory=dict)
    """The days of the events that are known: the call, publication, receipt of the report."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """A duty's key (`assistant.timetables.same_duty`) -> who is to do it here, as typed in."""
    duties: Mapping[str, KeptDuty] = field(default_factory=dict)
    """A duty's key -> what it was, so that it is known again when its paper has gone."""
    events: Mapping[str, KeptEvent] = field(default_factory=dict)
    """An event's UID -> what calendars were given under it, so that it can be cancelled."""

    @property
    def call(self) -> date | None:
        """The day of the call."""
        return self.dates.get(Anchor.CALL)
