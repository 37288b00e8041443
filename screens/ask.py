"""Ask: a question in, an answer with its sources out."""

from __future__ import annotations

import streamlit as st

from core.answers import Answer, Status
from core.settings import settings
from screens import components, first_run
from screens.answer_data import announcement
from screens.answer_view import NOT_TAKEN, show_answer, show_turn
from screens.brief_add import show_adding
from screens.conversation import BOX, Conversation, conversation
from screens.shared import words
from screens.shared.header import show_header
from screens.shared.plain import plain
from screens.shared.service import assistant, suggestions, warm, warming
from screens.shared.trouble import shown_safely
from screens.source_view import show_source
from screens.writing import Writing


@shown_safely
def show() -> None:
    """The whole screen, top to bottom."""
    if not first_run.ready():
        return
    kept = conversation()
    show_header(assistant().documents())
    first_run.report()
    for turn in kept.turns:
        show_turn(turn, newest=turn is kept.turns[-1] and not kept.pending)
    fresh = _answer_pending(kept)
    if not kept.turns and kept.blocked is None:
        _empty(kept)
    if kept.blocked is not None:
        with st.container(key="turn-blocked"):
            show_answer(kept.blocked, NOT_TAKEN)
    if kept.turns:
        _clear_button(kept)
    # No max_chars: the box then swallows a longer paste without a word; the pipeline says so.
    st.chat_input(words.ASK_SOMETHING, key=BOX, on_submit=_submitted)
    _announce(kept, fresh)
    show_source()
    show_adding()
    warm()


def _submitted() -> None:
    conversation().submit(st.session_state[BOX] or "")


def _answer_pending(kept: Conversation) -> list[Answer]:
    """Answer what was asked, in order; a blocked question goes back into the box."""
    answered: list[Answer] = []
    while kept.pending:
        try:
            answer = _answer(kept)
        except Exception:
            kept.pending.clear()  # or every run would fail again
            raise
        asked = kept.pending.pop(0)
        kept.quoted_next = False
        kept.add(answer, too_long=_too_long(asked, answer))
        answered.append(answer)
        if kept.blocked is not None:
            st.session_state[BOX] = asked
            if answer.status is Status.BLOCKED_PERSONAL_DATA:
                kept.offered = assistant().without_details(asked)
        else:
            show_turn(kept.turns[-1], newest=not kept.pending)
    return answered


def _too_long(asked: str, answer: Answer) -> bool:
    """Was it sent back unread, for its length?"""
    longer = len(" ".join(asked.split())) > settings().max_question_characters
    return longer and answer.status is Status.NEEDS_CLARIFICATION and not answer.options


def _answer(kept: Conversation) -> Answer:
    """The answer to what waits first. Where a model words it, it is drawn as it grows."""
    turns = [*kept.questions(), kept.pending[0]]
    worded = bool(settings().model) and kept.worded and not kept.quoted_next
    writing = Writing(kept.pending[0]) if worded else None
    waiting = words.WORDING if worded else words.LOOKING
    with st.spinner(words.STARTING if warming() else waiting):
        for answer in assistant().answers(turns, kept.organisation, kept.inspection, worded):
            if writing is not None:
                writing.show(answer)
    if writing is not None:
        writing.clear()
    return answer


def _empty(kept: Conversation) -> None:
    """Before the first question: what this is, and questions to try."""
    if kept.cleared:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.text(words.CLEARED)
            st.button(words.UNDO, key="undo", on_click=kept.undo_clear)
    st.text(words.purpose(settings().model))
    suggested = suggestions()
    if suggested:
        st.markdown(f"**{words.TRY}**")
    with st.container(horizontal=True, gap="xsmall"):
        for number, question in enumerate(suggested):
            st.button(
                plain(question),
                key=f"suggestion-{number}",
                wrap=True,
                on_click=kept.submit,
                args=(question,),
            )


def _clear_button(kept: Conversation) -> None:
    icon = ":material/delete:"
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(words.CLEAR, key="clear", type="tertiary", icon=icon, on_click=kept.clear)
        st.text(words.THIS_TAB_ONLY)


def _announce(kept: Conversation, fresh: list[Answer]) -> None:
    """One region that stays on the page and says each finished answer once."""
    if fresh:
        last = fresh[-1]
        st.session_state["announced"] = st.session_state.get("announced", 0) + 1
        st.session_state["announcement"] = announcement(last)
    elif kept.taken and not kept.told:
        kept.told = True
        st.session_state["announced"] = st.session_state.get("announced", 0) + 1
        st.session_state["announcement"] = words.REPLACED
    turn = "turn-blocked" if kept.blocked else f"turn-{kept.turns[-1].id}" if kept.turns else ""
    components.frame(
        words.ASK,
        str(st.session_state.get("announced", "")),
        st.session_state.get("announcement", ""),
        turn=turn,
        place="ask",
    )
