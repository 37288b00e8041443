"""The timetable to take away: a calendar file and a checklist."""

from __future__ import annotations

from assistant.timetable_ics import events_given, gone, ics
from assistant.timetable_xlsx import xlsx

__all__ = ["events_given", "gone", "ics", "xlsx"]
