"""One pack: its questions in order, whether they are checked, what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from assistant.briefing import standing
from assistant.handout import Handout, handout
from core.documents import Document
from core.packs import Pack
from core.settings import settings
from language.words import fold
from screens import brief_words as words
from screens.brief_check import check_button, check_if_wanted, ready
from screens.brief_item import show_item
from screens.brief_prompts import show_prompts
from screens.brief_rooms import presentations
from screens.brief_state import (
    PACK,
    PRESENT,
    asked,
    child_details,
    documents,
    packs,
    remove_pack,
)
from screens.shared.outcome import attempt, forget, say, show_outcome
from screens.shared.plain import plain

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_QUESTION = "brief-question"


def show_pack(pack: Pack, *, changeable: bool) -> None:
    """The whole of it."""
    with st.container(key="back"):
        st.button(words.BACK, icon=":material/arrow_back:", type="tertiary", on_click=_back)
    st.header(plain(pack.name), anchor=False)
    # A place of its own, so that what follows is not made anew when something is said.
    with st.container(key="said"):
        show_outcome()
    if changeable:
        check_if_wanted(pack)
    else:
        st.info(words.READ_ONLY)
    live = documents()
    _actions(pack, live, changeable=changeable)
    if not pack.items:
        st.text(words.EMPTY)
    for number, item in enumerate(pack.items, 1):
        show_item(pack, item, number, live, changeable=changeable)
    if changeable:
        _add(pack)
        show_prompts(pack)
        _rename(pack)


def _actions(pack: Pack, live: Sequence[Document], *, changeable: bool) -> None:
    total, count = len(pack.items), ready(pack, live)
    if total:
        said = words.ALL_READY if count == total else words.SOME_READY
        st.text(said.format(ready=count, total=total))
    with st.container(horizontal=True, gap="small", key="pack-actions"):
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
            _downloads(pack)


def _downloads(pack: Pack) -> None:
    """The hand-outs, made when asked for, of what may be shown at that moment."""

    def docx() -> bytes:
        from assistant.handout_docx import docx_of  # noqa: PLC0415 - loads a library

        return docx_of(_handout(pack))

    def pptx() -> bytes:
        from assistant.handout_pptx import pptx_of  # noqa: PLC0415 - loads a library

        return pptx_of(_handout(pack))

    for label, make, ending, mime in (
        (words.DOCX, docx, "docx", _DOCX),
        (words.PPTX, pptx, "pptx", _PPTX),
    ):
        st.download_button(
            label,
            data=make,
            file_name=f"{words.FILE_NAME}.{ending}",
            mime=mime,
            icon=":material/download:",
            key=f"download-{ending}",
            on_click="ignore",
        )


def _handout(pack: Pack) -> Handout:
    read = packs().read(pack.id) or pack
    return handout(read, documents(), settings().organisation, datetime.now(UTC))


def _add(pack: Pack) -> None:
    """A question is asked before it is kept; what may not be kept stays in the box."""

    def add() -> None:
        question = st.session_state[_QUESTION].strip()
        if not question:
            return
        number = _number_of(pack, question)
        if number:
            say(words.HELD_ALREADY.format(number=number), good=False)
            return
        item, problem = asked(question)
        if item is None:
            say(problem, good=False)
            return
        if attempt(partial(packs().add, pack.id, item)):
            st.session_state[_QUESTION] = ""
            say(words.ADDED.format(standing=standing(item, documents()).value))

    with st.form("add-question", border=False):
        st.text_input(words.ADD_LABEL, key=_QUESTION, max_chars=500)
        st.form_submit_button(words.ADD, icon=":material/add:", on_click=add)


def _number_of(pack: Pack, question: str) -> int:
    """The number of the item that asks the same, 0 for none."""
    wanted = fold(question)
    return next((n for n, e in enumerate(pack.items, 1) if fold(e.question) == wanted), 0)


def _rename(pack: Pack) -> None:
    def rename() -> None:
        name = st.session_state["brief-name"].strip()
        found = child_details(name)
        if found:
            say(words.BLOCKED.format(what=found), good=False)
        elif name and name != pack.name:
            attempt(partial(packs().rename, pack.id, name))

    with st.container(horizontal=True, gap="small"):
        with st.popover(words.RENAME):
            st.text_input(words.NAME, value=pack.name, key="brief-name", max_chars=80)
            st.button(words.SAVE, key="brief-rename", on_click=rename)
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
    st.query_params[PRESENT] = made.key


def _back() -> None:
    st.query_params.pop(PACK, None)
