"""Timetable: the inspection as a board of weeks and days, dated from the call."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from assistant.timetable import Timetable
from assistant.timetables.working_days import today
from core.settings import settings
from core.this_inspection import KeptDuty
from screens import brief_words, components, first_run
from screens import timetable_words as words
from screens.brief_add import Adding, add_button, show_adding
from screens.shared.header import show_header
from screens.shared.holdings import reader
from screens.shared.outcome import outcome, show_outcome
from screens.shared.trouble import shown_safely
from screens.timetable_data import Drawing, Section, WeekData
from screens.timetable_facts import show_facts
from screens.timetable_lists import as_text, next_up, periods, table_rows
from screens.timetable_state import Seen, record, seen
from screens.timetable_step import open_from, show_opened

VIEWS = (words.BOARD, words.TABLE)


@shown_safely
def show() -> None:
    """The whole screen, top to bottom."""
    if not first_run.begun() and not first_run.ready():
        return
    index = reader()
    said = outcome()
    number = f"timetable-{said.number if said else 0}"
    text = said.text if said and said.text else words.TIMETABLE
    components.frame(words.TIMETABLE, number, text, place="timetable")
    show_header(index.documents if index else ())
    st.header(words.TIMETABLE, anchor=False)
    shown = seen(index) if index is not None else None
    if shown is None or not shown.types:
        show_outcome()
        st.subheader(words.NO_STEPS, anchor=False)
        st.text(words.NO_STEPS_NEXT)
        return
    st.text(_purpose(shown))
    # A place of its own: if what follows moved down, Streamlit would make it anew under the hands
    # of somebody who types a date.
    with st.container(key="said"):
        show_outcome()
    if not shown.changeable:
        given = settings().allow_changes
        st.info(words.READ_ONLY if given is None else words.READ_ONLY_SET)
    show_facts(shown)
    _steps(shown)
    show_opened(shown)
    show_adding()


def _purpose(shown: Seen) -> str:
    """What there is to see; the paper's whole title, which the box for choosing it may cut off."""
    edition = shown.table.edition
    if edition is None:
        return words.PURPOSE if shown.changeable else words.PURPOSE_READ_ONLY
    undated = words.PURPOSE_OF if shown.changeable else words.PURPOSE_OF_READ_ONLY
    pattern = words.PURPOSE_DATED if shown.table.call else undated
    return pattern.format(paper=f"‘{words.paper(edition)}’")


def _steps(shown: Seen) -> None:
    table = shown.table
    drawing = Drawing(table, shown.usual, today(), shown.changeable)
    if table.call is not None and table.call_off_monday and table.weeks:
        weekday = words.WEEKDAYS[table.call.weekday()]
        came = words.WILL_COME if table.call > today() else words.CAME
        said = words.OFF_MONDAY.format(came=came, weekday=weekday)
        st.info(said, icon=":material/event:")
    if not table.weeks:
        st.info(words.NO_WEEKS)
    if upcoming := next_up(drawing):
        _board("next", [], upcoming, lines=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="view"):
        view = st.radio(
            words.VIEW, VIEWS, horizontal=True, key="timetable-view", label_visibility="collapsed"
        )
        rows = table_rows(drawing)
        components.copy_button(as_text(rows), key="copy-table", label=words.COPY)
        _downloads(shown)
        if table.weeks:
            add_button(_weeks(table), "add-weeks", brief_words.ADD_WEEKS)
    if view == words.TABLE:
        pattern = words.CAPTION_OF if table.edition else words.CAPTION
        paper = words.paper(table.edition) if table.edition else ""
        caption = pattern.format(kind=table.inspection.label, paper=paper)
        on_source = partial(open_from, "steps", "source")
        components.steps(
            rows, caption, key="steps", head=words.COLUMNS.index("What"), on_source=on_source
        )
        return
    _board("board", drawing.weeks(), [])
    if counted := periods(drawing, table.events):
        st.subheader(words.PERIODS, anchor=False)
        st.text(words.PERIODS_WHY)
        _board("periods", [], counted)


def _weeks(table: Timetable) -> Adding:
    kind = table.inspection.label
    return Adding(
        weeks=tuple(
            (each.number, brief_words.WEEK.format(number=each.number, kind=kind))
            for each in table.weeks
        )
    )


def _downloads(shown: Seen) -> None:
    """The calendar file, where there are dates for one, and the checklist; made when asked for."""
    table, usual = shown.table, shown.usual
    if any(each.days for each in table.steps) or shown.known.events:
        st.download_button(
            words.CALENDAR,
            data=lambda: _calendar(shown),
            file_name=f"{words.FILE_NAME}.ics",
            mime="text/calendar",
            icon=":material/calendar_add_on:",
            key="calendar",
            help=words.CALENDAR_WHY if shown.changeable else words.CALENDAR_WHY_READ_ONLY,
            on_click="ignore",
        )
    st.download_button(
        words.CHECKLIST,
        data=lambda: _checklist(table, usual),
        file_name=f"{words.FILE_NAME}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/checklist:",
        key="checklist",
        on_click="ignore",
    )


def _calendar(shown: Seen) -> bytes:
    """The calendar file, noted where dates are kept, so that the next one can cancel and move."""
    from assistant.timetables.export import events_given, gone, ics  # noqa: PLC0415 - not at first paint

    now, table, usual = datetime.now(UTC), shown.table, shown.usual
    if not shown.changeable:
        return ics(table, now, usual)
    before = record().read().events
    given = events_given(table, usual)
    kept = {
        each.duty: KeptDuty(each.step.what, table.inspection)
        for board in (table, *([usual] if usual else []))
        for each in board.steps
        if each.days
    }
    record().remember(kept, {**gone(before, given, now.date()), **given})
    return ics(table, now, usual, before)


def _checklist(table: Timetable, usual: Timetable | None) -> bytes:
    from assistant.timetables.export import xlsx  # noqa: PLC0415 - not before the first paint

    return xlsx(table, usual)


def _board(
    key: str, weeks: list[WeekData], sections: list[Section], *, lines: bool = False
) -> None:
    components.board(
        weeks,
        sections,
        lines=lines,
        key=key,
        on_source=partial(open_from, key, "source"),
        on_owner=partial(open_from, key, "owner"),
    )
