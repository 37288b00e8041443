"""Questions from the room: asked and looked at by the presenter before they can be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.briefing import fit, standing
from assistant.briefings.sources import visible
from core.documents import Document
from core.packs import Item
from screens import brief_words as words
from screens.brief_item import show_sources, show_words
from screens.brief_rooms import Presentation, Pushed
from screens.brief_state import asked
from screens.shared.outcome import forget, say, show_outcome
from screens.shared.plain import plain

_QUESTION, _FOUND = "room-question", "room-found"
_SHARED = "-shared"
"""What is asked where the room looks on is kept apart: what was asked in private stays private."""


def ask_from_the_room(
    presentation: Presentation,
    live: Sequence[Document],
    after: Callable[[], None] | None = None,
) -> None:
    """The box, and what was found. `after`: the room looks on; called when it was put there."""
    st.subheader(words.ASK, anchor=False)
    shared = _SHARED if after is not None else ""
    box, found = _QUESTION + shared, _FOUND + shared

    def ask() -> None:
        st.session_state.pop(found, None)
        question = st.session_state[box].strip()
        if not question:
            say(words.QUESTION_NEEDED, good=False, place=box)
            return
        item, problem = asked(question)
        if item is None:
            say(problem, good=False, place=box)
            return
        forget()
        st.session_state[found] = (presentation.key, item)
        st.session_state[box] = ""

    show_outcome(box)
    with st.form("ask-from-room", border=False):
        st.text_input(words.ASK, key=box, max_chars=500, label_visibility="collapsed")
        st.form_submit_button(words.ASK_BUTTON, on_click=ask)
    key, item = st.session_state.get(found, ("", None))
    if item is None or key != presentation.key:
        return
    _found(presentation, item, live, after)


def _found(
    presentation: Presentation,
    item: Item,
    live: Sequence[Document],
    after: Callable[[], None] | None,
) -> None:
    kept = item.kept
    if kept is None:
        return
    with st.container(border=True, gap="xsmall", key="found"):
        st.text(words.ASKED.format(standing=standing(item, live).value))
        st.markdown(f"**{plain(item.question)}**")
        if fit(item, live):
            show_words(kept.answer)
            show_sources(kept.answer)

        def push() -> None:
            presentation.push(pushed)
            if after is not None:
                after()

        pushed = Pushed(item.id, item.question, kept.answer, visible(item))
        st.button(
            words.PUSH,
            key="push-found",
            type="primary",
            disabled=not fit(item, live),
            on_click=push,
        )
