"""One pack: its questions in order, whether they are checked, what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.briefing import fit, standing
from core.documents import Document
from core.packs import Pack
from language.words import fold
from screens import brief_words as words
from screens.brief_check import check_button, ready
from screens.brief_handouts import show_handouts
from screens.brief_item import show_item
from screens.brief_prompts import show_prompts
from screens.brief_rooms import presentations
from screens.brief_state import (
    PACK,
    PRESENT,
    PRESENTING,
    asked,
    child_details,
    documents,
    packs,
    remove_pack,
)
from screens.shared.outcome import attempt, forget, say, show_outcome
from screens.shared.plain import plain

_QUESTION, _NAME = "brief-question", "brief-name"


def show_pack(pack: Pack, *, changeable: bool) -> None:
    """The whole of it."""
    with st.container(key="back"):
        st.button(words.BACK, icon=":material/arrow_back:", type="tertiary", on_click=_back)
    st.header(plain(pack.name), anchor=False)
    # A place of its own, so that what follows is not made anew when something is said.
    with st.container(key="said"):
        show_outcome()
    if not changeable:
        st.info(words.READ_ONLY)
    live = documents()
    actions = _actions(pack, live, changeable=changeable)
    if not pack.items:
        st.text(words.EMPTY)
    for number, item in enumerate(pack.items, 1):
        show_item(pack, item, number, live, changeable=changeable)
    if changeable:
        _add(pack)
        show_prompts(pack)
        _rename(pack)
    if ready(pack, live):
        show_handouts(actions, pack, live)


def _actions(pack: Pack, live: Sequence[Document], *, changeable: bool) -> DeltaGenerator:
    """What can be done with all of it; the row, for more of its kind."""
    total, count = len(pack.items), ready(pack, live)
    if total:
        said = words.ALL_READY if count == total else words.SOME_READY
        approved = sum(each.approved and fit(each, live) for each in pack.items)
        st.text(said.format(ready=count, total=total))
        if changeable and count:
            read = words.ALL_APPROVED if approved == total else words.READ_THEM
            st.text(read.format(approved=approved, total=total))
    row = st.container(horizontal=True, gap="small", key="pack-actions")
    with row:
        if changeable and total:
            check_button(pack, first=count < total)
        if count:
            st.button(
                words.PRESENT,
                key="present",
                icon=":material/present_to_all:",
                type="primary",
                on_click=_present,
                args=(pack.id,),
            )
    return row


def _add(pack: Pack) -> None:
    """A question is asked before it is kept; what may not be kept stays in the box."""

    def add() -> None:
        question = st.session_state[_QUESTION].strip()
        if not question:
            say(words.QUESTION_NEEDED, good=False, place=_QUESTION)
            return
        number = _number_of(pack, question)
        if number:
            say(words.HELD_ALREADY.format(number=number), good=False, place=_QUESTION)
            return
        item, problem = asked(question)
        if item is None:
            say(problem, good=False, place=_QUESTION)
            return
        if attempt(partial(packs().add, pack.id, item)):
            st.session_state[_QUESTION] = ""
            standing_now = standing(item, documents()).value
            say(words.ADDED.format(standing=standing_now), place=_QUESTION)

    show_outcome(_QUESTION)
    with st.form("add-question", border=False):
        st.text_input(words.ADD_LABEL, key=_QUESTION, max_chars=500)
        st.form_submit_button(words.ADD, icon=":material/add:", on_click=add)


def _number_of(pack: Pack, question: str) -> int:
    """The number of the item that asks the same, 0 for none."""
    wanted = fold(question)
    return next((n for n, e in enumerate(pack.items, 1) if fold(e.question) == wanted), 0)


def _rename(pack: Pack) -> None:
    def rename() -> None:
        name = st.session_state[_NAME].strip()
        found = child_details(name)
        if found or not name:
            said = words.BLOCKED.format(what=found) if found else words.NAME_NEEDED
            say(said, good=False, place=_NAME)
        elif name == pack.name or attempt(partial(packs().rename, pack.id, name)):
            say(words.RENAMED.format(name=name))

    with st.container(horizontal=True, gap="small"):
        with st.popover(words.RENAME):
            st.text_input(words.NAME, value=pack.name, key=_NAME, max_chars=80)
            st.button(words.SAVE, key="brief-rename", on_click=rename)
            show_outcome(_NAME)
        st.button(
            words.DELETE_PACK,
            key="delete-pack",
            type="tertiary",
            on_click=remove_pack,
            args=(pack,),
        )


def _present(pack: str) -> None:
    made = presentations().begin(pack)
    forget()
    st.query_params.clear()
    st.query_params[PRESENT] = st.session_state[PRESENTING] = made.key


def _back() -> None:
    st.query_params.pop(PACK, None)
