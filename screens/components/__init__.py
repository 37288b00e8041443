"""Our pieces of browser code. They set `textContent` only: no text becomes markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

import streamlit as st

from screens import timetable_words
from screens.answer_data import AnswerData
from screens.documents_data import FactRow, Row
from screens.shared import words
from screens.timetable_data import Section, WeekData
from screens.timetable_lists import TableRow

if TYPE_CHECKING:
    from screens.brief_room_data import RoomData


class DayField(TypedDict):
    """A box for a date: ISO dates, '' for none."""

    name: str
    label: str
    value: str
    min: str
    max: str
    clear: str
    pick: str
    hint: str
    wrong: str
    """Said of a date that is out of bounds."""
    unread: str
    """Said of what is no date."""
    kept: str
    """Said after either: what stays as it was."""


_HERE = Path(__file__).parent


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_ANSWER = st.components.v2.component(
    "inspection_ready_answer",
    html='<div class="ir-answer"></div>\n',
    css=_read("answer.css"),
    js=_read("answer.js"),
    isolate_styles=False,
)
_PASSAGES = st.components.v2.component(
    "inspection_ready_passages",
    html='<div class="ir-passages"></div>\n',
    css=_read("passages.css"),
    js=_read("passages.js"),
    isolate_styles=False,
)
_DOCUMENTS = st.components.v2.component(
    "inspection_ready_documents",
    html='<div class="ir-documents"></div>\n',
    css=_read("documents.css"),
    js=_read("documents.js"),
    isolate_styles=False,
)
_FACTS = st.components.v2.component(
    "inspection_ready_facts",
    html='<dl class="ir-facts"></dl>\n',
    css=_read("facts.css"),
    js=_read("facts.js"),
    isolate_styles=False,
)
_BOARD = st.components.v2.component(
    "inspection_ready_board",
    html='<div class="ir-board"></div>\n',
    css=_read("board.css"),
    js=_read("board.js"),
    isolate_styles=False,
)
_STEPS = st.components.v2.component(
    "inspection_ready_steps",
    html='<div class="ir-steps"></div>\n',
    css=_read("steps.css"),
    js=_read("steps.js"),
    isolate_styles=False,
)
_DAYS = st.components.v2.component(
    "inspection_ready_days",
    html='<div class="ir-dates"></div>\n',
    css=_read("days.css"),
    js=_read("days.js"),
    isolate_styles=False,
)
_COPY = st.components.v2.component(
    "inspection_ready_copy",
    html='<div class="ir-copy"><button type="button"></button><span role="status"></span></div>\n',
    css=_read("copy.css"),
    js=_read("copy.js"),
    isolate_styles=False,
)
_REVEAL = st.components.v2.component(
    "inspection_ready_reveal",
    html='<div class="ir-reveal"></div>\n',
    js=_read("reveal.js"),
    isolate_styles=False,
)
_KEYS = st.components.v2.component(
    "inspection_ready_keys",
    html='<div class="ir-keys"></div>\n',
    js=_read("keys.js"),
    isolate_styles=False,
)
_ROOM = st.components.v2.component(
    "inspection_ready_room",
    html=(
        '<div class="ir-room" aria-live="polite"></div>'
        '<div class="ir-room-more" aria-hidden="true" hidden></div>\n'
    ),
    css=_read("room.css"),
    js=_read("room.js"),
    isolate_styles=False,
)
_FOCUS = st.components.v2.component(
    "inspection_ready_focus",
    html='<div class="ir-focus"></div>\n',
    js=_read("focus.js"),
    isolate_styles=False,
)
_FRAME = st.components.v2.component(
    "inspection_ready_frame",
    html='<h1 class="ir-hidden" tabindex="-1"></h1>'
    '<div class="ir-hidden ir-live" role="status"></div>\n',
    css=_read("frame.css"),
    js=_read("frame.js"),
    isolate_styles=False,
)


def answer(data: AnswerData, *, key: str, on_open: Callable[[], None]) -> None:
    """Draw an answer. When a chip is pressed `on_open` runs, its number in `state[key].open`."""
    _ANSWER(data=data, key=key, on_open_change=on_open)


def copy_button(text: str, *, key: str, label: str = words.COPY) -> None:
    """Draw a button that copies `text`."""
    data = {"label": label, "done": words.COPIED, "refused": words.COPY_REFUSED, "text": text}
    _COPY(data=data, key=key)


def passages(
    data: list[dict[str, Any]], *, key: str, on_pick: Callable[[], None] = lambda: None
) -> None:
    """Draw a document's own text, the cited words marked.

    A passage may have a `note` with its `note_label`, and an `action`: `label` on a button, `name`
    for a screen reader. When it is pressed `on_pick` runs, its number in `state[key].pick`.
    """
    _PASSAGES(data={"passages": data}, key=key, on_pick_change=on_pick)


def documents(
    rows: list[Row],
    columns: tuple[str, ...],
    caption: str,
    *,
    key: str,
    on_open: Callable[[], None],
) -> None:
    """Draw the list. When a document is opened `on_open` runs, its id in `state[key].open`."""
    data = {"rows": rows, "columns": columns, "caption": caption}
    _DOCUMENTS(data=data, key=key, on_open_change=on_open)


def board(
    weeks: list[WeekData],
    sections: list[Section],
    *,
    key: str,
    on_source: Callable[[], None],
    on_owner: Callable[[], None],
    lines: bool = False,
) -> None:
    """Draw weeks of days and sections of cards, or of lines.

    When a step's source is pressed `on_source` runs, its id in `state[key].source`; for its owner
    `on_owner` and `state[key].owner`.
    """
    data = {"weeks": weeks, "sections": sections, "lines": lines}
    _BOARD(data=data, key=key, on_source_change=on_source, on_owner_change=on_owner)


def steps(
    rows: list[TableRow], caption: str, *, key: str, head: int, on_source: Callable[[], None]
) -> None:
    """Draw steps as a table; column `head` names a row. `on_source` runs as on the board."""
    columns = timetable_words.COLUMNS
    data = {"rows": rows, "columns": columns, "caption": caption, "head": head}
    _STEPS(data=data, key=key, on_source_change=on_source)


def days(fields: list[DayField], *, key: str, on_set: Callable[[], None]) -> None:
    """Draw boxes for dates. When one is set or cleared `on_set` runs.

    `state[key].set` then holds its `name` and `value`, an ISO date or ''.
    """
    _DAYS(data={"fields": fields}, key=key, on_set_change=on_set)


def facts(rows: list[FactRow], *, key: str) -> None:
    """Draw facts with how each was found."""
    _FACTS(data={"facts": rows}, key=key)


def reveal(share: float, *, key: str) -> None:
    """Scroll the open source's picture to its first mark, `share` of its height from the top."""
    _REVEAL(data={"name": key, "share": share}, key=key)


def focus(box: str, *, key: str) -> None:
    """Put the cursor into the text box with key `box`, once, when it has been drawn."""
    _FOCUS(data={"box": box}, key=key)


def frame(heading: str, identity: str, text: str, *, turn: str = "", place: str = "") -> None:
    """Draw what every screen has and nobody sees: its heading, and the region that speaks.

    `text` is said once for each `identity`. The element with key `turn` comes into view with it;
    without one, the top of the page does when `place` is another than before.
    """
    data = {"heading": heading, "identity": identity, "text": text, "turn": turn, "place": place}
    _FRAME(data=data, key="frame")


def keys(
    taken: int, *, letters: bool, scrolls: bool, key: str, on_press: Callable[[], None]
) -> None:
    """Listen for the keys of a briefing. When some were pressed `on_press` runs.

    `state[key].pressed` then holds them, each with its `number` and `name`; those up to `taken` are
    not sent again. `letters`: single characters too. `scrolls`: up and down scroll the page.
    """
    data = {"taken": taken, "letters": letters, "scrolls": scrolls}
    _KEYS(data=data, key=key, on_pressed_change=on_press)


def room(data: RoomData, *, key: str, on_source: Callable[[], None]) -> None:
    """Draw what is in the room. A source pressed runs `on_source`, see `state[key].source`."""
    _ROOM(data=data, key=key, on_source_change=on_source)
