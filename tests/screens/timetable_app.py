"""The Timetable screen alone, over a real register and index, for AppTest."""

from __future__ import annotations

from screens import timetable

timetable.show()
