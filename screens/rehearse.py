"""Rehearse: one practice prompt at a time, an answer, and what the papers would let one say."""

from __future__ import annotations

import streamlit as st

from assistant.rehearsal.session import Phase, Session
from core.rehearsal import About, Area, Role
from screens import components, first_run
from screens import rehearse_words as words
from screens.rehearse_box import show_box
from screens.rehearse_feedback import show_feedback
from screens.rehearse_sources import card, show_opened
from screens.rehearse_state import LENGTHS, Practice, practice
from screens.rehearse_summary import show_summary
from screens.shared.header import show_header
from screens.shared.service import assistant, warm
from screens.shared.trouble import shown_safely


@shown_safely
def show() -> None:
    """The whole screen, top to bottom."""
    if not first_run.ready():
        return
    kept = practice()
    documents = assistant().documents()
    # Always in one place: what follows changes, and a frame made anew would speak again.
    frame = st.container(key="rehearse-frame")
    show_header(documents)
    if kept.starting:
        with st.spinner(words.PREPARING):
            kept.start()
    with frame:
        _announce(kept)
    session = kept.session
    with st.container(key="rehearse", gap="small"):
        if session is None:
            _choices(kept, holding=bool(documents))
        elif session.phase is Phase.OVER:
            show_summary(kept, session)
        elif session.phase is Phase.FEEDBACK and session.feedback is not None:
            show_feedback(session, session.feedback)
        else:
            show_box(kept, session)
            _hints(kept, session)
            st.text(words.NOTHING_KEPT)
    show_opened()
    warm()


def _choices(kept: Practice, *, holding: bool) -> None:
    """Role, area and length, as chosen last in this session."""
    st.header(words.REHEARSE, anchor=False)
    st.text(words.PURPOSE)
    defaults = {"rehearse-role": kept.role, "rehearse-area": kept.area}
    for key, value in {**defaults, "rehearse-length": kept.minutes}.items():
        st.session_state.setdefault(key, value)
    role, area, length = st.columns([3, 3, 2], gap="small")
    role.selectbox(words.ROLE, list(Role), format_func=_label, key="rehearse-role")
    area.selectbox(words.AREA, list(Area), format_func=_label, key="rehearse-area")
    length.selectbox(words.LENGTH, LENGTHS, format_func=words.minutes, key="rehearse-length")
    state = st.session_state
    kept.role, kept.area = state["rehearse-role"], state["rehearse-area"]
    kept.minutes = state["rehearse-length"]
    st.button(words.START, key="start", type="primary", on_click=_start)
    if not holding:
        st.info(words.NO_DOCUMENTS)
    if kept.trouble:
        st.warning(kept.trouble)
    st.text(words.NOTHING_KEPT)


def _label(choice: Role | Area) -> str:
    return choice.label


def _start() -> None:
    practice().starting = True


def _hints(kept: Practice, session: Session) -> None:
    if kept.hints is None or session.prompt is None:
        return
    st.markdown(f"**{words.HINT_WHERE}**")
    if session.prompt.about is About.CASE:
        st.text(words.HINT_CASE)
    elif not kept.hints:
        st.text(words.HINT_NONE)
    for number, citation in enumerate(kept.hints):
        card(citation, f"hint-{number}")


def _announce(kept: Practice) -> None:
    """Have what was done said once, and its beginning brought into view."""
    session, turn, place = kept.session, "", "rehearse"
    if session is None:
        text = kept.trouble
    elif session.phase is Phase.OVER:
        text, turn = words.SUMMARY, "turn-summary"
    elif session.phase is Phase.FEEDBACK and session.feedback is not None:
        text, turn = words.announcement(session.feedback), "turn-feedback"
    else:
        text, place = _of_the_box(kept, session), f"rehearse-{kept.box}"
    identity = f"{place}-{turn}-{kept.said}" if text else ""
    components.frame(words.REHEARSE, identity, text, turn=turn, place=place)


def _of_the_box(kept: Practice, session: Session) -> str:
    """What is read out beside the box: a notice, or where to look."""
    if kept.notice:
        return kept.notice
    if kept.hints is None or session.prompt is None:
        return ""
    if session.prompt.about is About.CASE:
        return words.HINT_CASE
    titles = [each.document.title for each in kept.hints]
    return f"{words.HINT_WHERE}: {', '.join(titles)}" if titles else words.HINT_NONE
