"""One turn of the conversation on the screen: the question, the answer, its notes and sources."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby

import streamlit as st

from core.answers import Answer, Citation, Note, NoteKind, Status
from screens import components
from screens.answer_data import answer_data, copy_text, facts, source_name
from screens.brief_add import Adding, add_button
from screens.conversation import Opened, Turn, conversation
from screens.shared import words
from screens.shared.plain import plain

NOT_TAKEN = 0
"""The turn of an answer whose question was not taken and is in the box again."""

_STANDS_FOR_A_NAME = re.compile(r"\b(?:Child|Person) [A-Z]+\b|\btheir carer\b", re.I)
_ICON = {
    Status.PARTLY_ANSWERED: ":material/rule:",
    Status.CONFLICTING: ":material/compare_arrows:",
    Status.NOT_IN_DOCUMENTS: ":material/search_off:",
    Status.NEEDS_CLARIFICATION: ":material/help:",
    Status.BLOCKED_PERSONAL_DATA: ":material/front_hand:",
    Status.ERROR: ":material/error:",
}


def show_turn(turn: Turn, newest: bool) -> None:
    """Draw a turn; only the newest one's options can still be chosen."""
    with st.container(key=f"turn-{turn.id}", gap="small"):
        with st.chat_message("you", avatar=":material/person:"):
            st.text(turn.answer.question)
        show_answer(turn.answer, turn.id, newest)


def show_answer(answer: Answer, turn: int, newest: bool = True) -> None:
    """Draw an answer of any status."""
    with st.chat_message(words.PRODUCT, avatar=":material/description:"):
        headline = words.HEADLINE[answer.status]
        if headline:
            st.subheader(headline, icon=_ICON[answer.status], anchor=False)
        if answer.sentences:
            _body(answer, turn)
        _more(answer, turn, newest)
        _notes(answer)
        _sources(answer.citations, turn)
        _near(answer.near, turn)
        if answer.citations:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                components.copy_button(copy_text(answer), key=f"copy-{turn}")
                add_button(Adding(answer.question), key=f"pack-{turn}")


def _body(answer: Answer, turn: int) -> None:
    key = f"answer-{turn}"

    def opened() -> None:
        number = st.session_state[key].get("open")
        if number is not None:
            _open(turn, int(number))

    components.answer(answer_data(answer), key=key, on_open=opened)


def _open(turn: int, number: int, near: bool = False) -> None:
    conversation().opened = Opened(turn, number, near)


def _more(answer: Answer, turn: int, newest: bool) -> None:
    """What the status asks for beside the sentences."""
    if answer.status is Status.BLOCKED_PERSONAL_DATA:
        st.text(words.REPLACED if conversation().taken else words.BLOCKED_NEXT)
        _offer_replacement()
    elif answer.status is Status.NEEDS_CLARIFICATION and turn == NOT_TAKEN:
        st.text(words.TOO_LONG_NEXT)
    elif answer.status is Status.ERROR and not answer.sentences:
        st.text(words.ERROR_NEXT.format(error_id=answer.error_id))
    elif answer.status is Status.NEEDS_CLARIFICATION and newest:
        with st.container(horizontal=True, gap="xsmall"):
            for number, option in enumerate(answer.options):
                st.button(
                    plain(option.label),
                    key=f"option-{turn}-{number}",
                    on_click=partial(conversation().choose, option),
                )


def _offer_replacement() -> None:
    """A button that puts the question without its details into the box, where that can be had."""
    kept = conversation()
    if not kept.offered:
        return
    named = _STANDS_FOR_A_NAME.search(kept.offered)
    label = words.REPLACE_NAME if named else words.REPLACE_OTHER
    # It stays once pressed, so that focus does not fall off the page.
    st.button(label, key="replace-details", on_click=kept.take_offered)


def _notes(answer: Answer) -> None:
    for kind, notes in groupby(sorted(answer.notes, key=_order), key=lambda note: note.kind):
        strong = kind in (NoteKind.AGE, NoteKind.OTHER_COUNCIL, NoteKind.CONFLICT)
        icon = ":material/info:" if strong else ":material/notes:"
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="top"):
            st.markdown(f"{icon} **{words.NOTE_LABEL[kind]}:**", width="content")
            st.text("\n".join(note.text for note in notes), width="content")


def _order(note: Note) -> int:
    return list(NoteKind).index(note.kind)


def _sources(citations: tuple[Citation, ...], turn: int) -> None:
    if not citations:
        return
    st.markdown(f"**{words.SOURCES_ONE if len(citations) == 1 else words.SOURCES_MANY}**")
    for citation in citations:
        _card(citation, turn, near=False)


def _near(near: tuple[Citation, ...], turn: int) -> None:
    if not near:
        return
    with st.expander(words.NEAR.format(count=len(near)), key=f"near-{turn}"):
        st.text(words.NEAR_EXPLAINED)
        for citation in near:
            _card(citation, turn, near=True)


def _card(citation: Citation, turn: int, *, near: bool) -> None:
    name = f"{'near' if near else 'source'}-{turn}-{citation.number}"
    with st.container(border=True, gap="xxsmall", key=f"card-{name}"):
        st.button(
            f"**{plain(source_name(citation, near))}**",
            key=name,
            type="tertiary",
            wrap=True,
            on_click=_open,
            args=(turn, citation.number, near),
        )
        st.text(facts(citation.document))
        if citation.note:
            st.text(words.OWNERS_NOTE.format(note=citation.note))
        if near:
            st.text(f"‘{citation.quote}’")
