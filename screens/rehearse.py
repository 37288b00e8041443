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
from screens.shared.holdings import reader
from screens.shared.service import warm
from screens.shared.trouble import shown_safely


@shown_safely
def show() -> None:
    """The whole screen, top to bottom."""
    if not first_run.begun() and not first_run.ready():
        return
    kept = practice()
    index = reader()
    show_header(index.documents if index else ())
    if kept.starting:
        with st.spinner(words.PREPARING):
            kept.start()
    session = kept.session
    if session is None:
        _announce(kept, kept.trouble, place="rehearse")
        _choices(kept, can_start=index is not None)
        if index is not None:
            warm()
        return
    if session.phase is Phase.OVER:
        _announce(kept, words.SUMMARY, place="rehearse-summary")
        show_summary(kept, session)
    elif session.phase is Phase.FEEDBACK and session.feedback is not None:
        _announce(kept, words.announcement(session.feedback), turn="turn-feedback")
        show_feedback(session, session.feedback)
    else:
        _announce(kept, _of_the_box(kept, session), place=f"rehearse-{kept.box}")
        show_box(kept, session)
        _hints(kept, session)
        st.text(words.NOTHING_KEPT)
    show_opened()


def _choices(kept: Practice, *, can_start: bool) -> None:
    """Role, area and length, as chosen last in this session."""
    st.header(words.REHEARSE, anchor=False)
    st.text(words.PURPOSE)
    defaults = {"rehearse-role": kept.role, "rehearse-area": kept.area}
    for key, value in {**defaults, "rehearse-length": kept.minutes}.items():
        st.session_state.setdefault(key, value)
    role, area = st.columns(2, gap="small")
    kept.role = role.selectbox(
        words.ROLE, list(Role), format_func=lambda each: each.label, key="rehearse-role"
    )
    kept.area = area.selectbox(
        words.AREA, list(Area), format_func=lambda each: each.label, key="rehearse-area"
    )
    kept.minutes = st.radio(
        words.LENGTH, LENGTHS, format_func=words.minutes, horizontal=True, key="rehearse-length"
    )
    st.button(words.START, key="start", type="primary", disabled=not can_start, on_click=_start)
    if not can_start:
        st.info(words.NO_DOCUMENTS)
    if kept.trouble:
        st.warning(kept.trouble)
    st.text(words.NOTHING_KEPT)


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


def _announce(kept: Practice, text: str, *, turn: str = "", place: str = "") -> None:
    """Have it said once for each thing done."""
    said = f"rehearse-{kept.said}" if text else ""
    components.frame(words.REHEARSE, said, text, turn=turn, place=place or "rehearse-feedback")
