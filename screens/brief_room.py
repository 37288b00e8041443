"""The room's window: what was pushed and nothing else, in large type, in a tab of its own."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant.briefings.sources import source_line
from core.documents import Document
from screens import brief_words as words
from screens import components
from screens.brief_keys import handle_keys, taken
from screens.brief_room_data import open_citation, room_data
from screens.brief_rooms import Presentation, presentations
from screens.brief_state import documents
from screens.page_picture import PictureError
from screens.shared.trouble import shown_safely
from screens.source_view import picture_of

ROOM = "room"
"""In the address: the room's code."""
POLL = 1.0
"""Seconds until a push is in the room."""


@shown_safely
def show() -> None:
    """The window, for as long as it is open."""
    _live(st.query_params[ROOM])


@st.fragment(run_every=POLL)
def _live(code: str) -> None:
    presentation = presentations().of_room(code)
    live = documents()
    if presentation is not None:  # first, so that what is seen can be left by a key
        components.keys(
            taken(),
            letters=presentation.letters,
            scrolls=True,
            key="room-keys",
            on_press=partial(handle_keys, presentation, "room-keys"),
        )
    components.room(
        room_data(presentation, live), key="room", on_source=partial(_source, presentation)
    )
    if presentation is None:
        return
    show_picture(presentation, live)


def _source(presentation: Presentation | None) -> None:
    number = st.session_state["room"].get("source")
    if presentation is not None and number:
        presentation.open(0 if presentation.passage == number else int(number))


def show_picture(presentation: Presentation, live: tuple[Document, ...]) -> None:
    """The page of the passage that is open, where the presenter chose its picture."""
    citation = open_citation(presentation, live)
    if citation is None:
        return
    try:
        picture = picture_of(citation)
    except (FileNotFoundError, PictureError):
        return
    alt = words.PICTURE_OF.format(source=source_line(citation))
    st.image(picture.png, width="stretch", output_format="PNG", alt=alt)
    if picture.found:
        name = f"{presentation.pushed.identity if presentation.pushed else ''} {citation.number}"
        components.reveal(picture.top, key=f"reveal {name}")
