"""'Add to a pack', from an answer in the chat and from the timetable: one dialog for both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from screens import brief_words as words
from screens.shared.holdings import changes_allowed
from screens.shared.plain import plain

_ADDING = "brief-adding"


@dataclass(frozen=True, slots=True)
class Adding:
    """What is being added: a question, or weeks of the timetable, each with what it is called."""

    question: str = ""
    weeks: tuple[tuple[int, str], ...] = ()
    done: str = ""
    """The pack's name, once it is in."""


def add_button(adding: Adding, key: str, label: str = words.ADD_TO_PACK) -> None:
    """A button that opens the dialog; none where nothing may be changed."""
    if changes_allowed():
        icon = ":material/playlist_add:"
        st.button(label, key=key, icon=icon, on_click=partial(_open, adding))


def show_adding() -> None:
    """The dialog, if it is open. To be called in every run of a screen with the button."""
    adding: Adding | None = st.session_state.get(_ADDING)
    if adding is None:
        return

    @st.dialog(words.ADD_TO_PACK, on_dismiss=_close)
    def add() -> None:
        if adding.done:
            st.text(words.ADDED_TO.format(name=adding.done))
            if st.button(words.CLOSE, key="adding-close"):
                _close()
                st.rerun()
            return
        _choose(adding)

    add()


def _open(adding: Adding) -> None:
    st.session_state[_ADDING] = adding


def _close() -> None:
    st.session_state.pop(_ADDING, None)


def _choose(adding: Adding) -> None:
    from screens.brief_state import packs  # noqa: PLC0415 - loads libraries

    names = {each.id: each.name for each in packs().all()}
    pack = st.selectbox(
        words.WHICH,
        [*names, ""],
        format_func=lambda each: plain(names.get(each, words.NEW_PACK)),
        key="adding-pack",
    )
    question = ""
    if adding.weeks:
        st.text(words.WEEKS_WHY)
    else:
        question = st.text_input(
            words.ADD_LABEL, value=adding.question, key="adding-question", max_chars=500
        )
        st.text(words.ADD_WHY)
    with st.container(horizontal=True, gap="small"):
        if st.button(words.ADD_NOW, key="adding-add", type="primary"):
            name = names.get(pack, words.NEW_PACK_NAME)
            problem = _add(adding, pack, name, question)
            if problem:
                st.error(problem)
            else:
                st.session_state[_ADDING] = replace(adding, done=name)
                st.rerun()
        if st.button(words.CANCEL, key="adding-cancel"):
            _close()
            st.rerun()


def _add(adding: Adding, pack: str, name: str, question: str) -> str:
    """Puts it in; why not, or '' where it is in."""
    from core.errors import UnknownPack  # noqa: PLC0415
    from core.packs import Item  # noqa: PLC0415
    from records.packs import new_id  # noqa: PLC0415 - loads libraries
    from screens.brief_state import asked, checked, packs  # noqa: PLC0415 - loads libraries

    if adding.weeks:
        items = [checked(Item(new_id(), said, week=week)) for week, said in adding.weeks]
    else:
        item, problem = asked(question)
        if item is None:
            return problem
        items = [item]
    try:
        kept = pack or packs().make(name)
        for each in items:
            packs().add(kept, each)
    except UnknownPack as error:
        return str(error)
    return ""
