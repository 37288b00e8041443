"""The timetable to take away: a calendar file and a checklist."""

from __future__ import annotations

from assistant.timetables.ics import events_given, gone, ics
from assistant.timetables.xlsx import xlsx

__all__ = ["events_given", "gone", "ics", "xlsx"]
