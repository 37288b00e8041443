"""Timetable: the inspection as a board of weeks and days, dated from the call."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant.timetable import Timetable
from assistant.timetables.working_days import today
from core.settings import settings
from screens import brief_words, components, first_run
from screens import timetable_words as words
from screens.brief_add import Adding, add_button, show_adding
from screens.shared.header import show_header
from screens.shared.holdings import reader
from screens.shared.outcome import outcome, show_outcome
from screens.shared.trouble import shown_safely
from screens.timetable_data import Drawing, Section, WeekData
from screens.timetable_downloads import show_downloads
from screens.timetable_facts import show_facts
from screens.timetable_lists import TableRow, as_text, next_up, periods, table_rows
from screens.timetable_state import Seen, seen
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
    """The days, as board or table, and what can be done with all of them."""
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
        files = st.container(horizontal=True, gap="medium", width="content", key="timetable-files")
        if table.weeks:
            add_button(_weeks(table), "add-weeks", brief_words.ADD_WEEKS)
    _days(drawing, rows, as_table=view == words.TABLE)
    show_downloads(files, shown)


def _days(drawing: Drawing, rows: list[TableRow], *, as_table: bool) -> None:
    table = drawing.table
    if as_table:
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
