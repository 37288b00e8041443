"""The timetable to take away: the calendar file, where there are dates for one, and a checklist."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from streamlit.delta_generator import DeltaGenerator

from assistant.timetables.working_days import today
from core.this_inspection import KeptDuty
from screens import timetable_words as words
from screens.shared.downloads import download
from screens.timetable_state import Seen, record

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_downloads(place: DeltaGenerator, shown: Seen) -> None:
    """The buttons, in `place`: drawn last, so that the board does not wait for its files."""
    of = (shown.table, shown.usual, today())
    with place:
        if any(each.days for each in shown.table.steps) or shown.known.events:
            download(
                words.CALENDAR,
                partial(calendar, shown),
                of,
                key="calendar",
                file_name=f"{words.FILE_NAME}.ics",
                mime="text/calendar",
                icon=":material/calendar_add_on:",
                why=words.CALENDAR_WHY if shown.changeable else words.CALENDAR_WHY_READ_ONLY,
                on_click=partial(note, shown) if shown.changeable else "ignore",
            )
        download(
            words.CHECKLIST,
            partial(_checklist, shown),
            of,
            key="checklist",
            file_name=f"{words.FILE_NAME}.xlsx",
            mime=_XLSX,
            icon=":material/checklist:",
        )


def calendar(shown: Seen) -> bytes:
    """The calendar file; where dates are kept, it moves and cancels what an earlier one gave."""
    from assistant.timetables.export import ics  # noqa: PLC0415 - not before the first paint

    before = record().read().events if shown.changeable else None
    return ics(shown.table, datetime.now(UTC), shown.usual, before)


def note(shown: Seen) -> None:
    """Keep which events the calendar file gave, so that the next one can move and cancel them."""
    from assistant.timetables.export import events_given, gone  # noqa: PLC0415 - see above

    before = record().read().events
    given = events_given(shown.table, shown.usual)
    kept = {
        each.duty: KeptDuty(each.step.what, shown.table.inspection)
        for board in (shown.table, *([shown.usual] if shown.usual else []))
        for each in board.steps
        if each.days
    }
    record().remember(kept, {**gone(before, given, datetime.now(UTC).date()), **given})


def _checklist(shown: Seen) -> bytes:
    from assistant.timetables.export import xlsx  # noqa: PLC0415 - not before the first paint

    return xlsx(shown.table, shown.usual)
