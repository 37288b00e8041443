"""What a council knows of the inspection it is in, or expects: kept in the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.inspection_steps import Anchor, InspectionType


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
    """A step's key (`assistant.timetable.step_key`) -> who is to do it here, as typed in."""

    @property
    def call(self) -> date | None:
        """The day of the call."""
        return self.dates.get(Anchor.CALL)
