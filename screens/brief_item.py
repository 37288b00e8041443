"""One item of a pack: where it stands, its answer, old and new side by side, and its editing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.briefing import Standing, found_now, source_line, standing, take, visible
from core.answers import Answer, SentenceKind
from core.documents import Document
from core.packs import Checked, Item, Pack
from screens import brief_words as words
from screens.brief_state import change, checked, child_details, packs
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain
from screens.shared.words import HEADLINE, NOTE_LABEL


def show_item(
    pack: Pack, item: Item, number: int, live: Sequence[Document], *, changeable: bool
) -> None:
    """A card. Words of a document that is out of use are not in it."""
    stands = standing(item, live)
    with st.container(border=True, gap="xsmall", key=f"item-{item.id}"):
        st.markdown(f"**{number}. {plain(item.question)}**")
        dated = f" · {words.on_date(item.kept.at)}" if item.kept else ""
        st.markdown(f"{words.STANDING_ICON[stands]} {words.sentence(stands)}{dated}")
        newer = found_now(item, live)
        if stands is Standing.DIFFERS and item.kept and newer:
            _side_by_side(pack, item, item.kept, newer, changeable=changeable)
        with st.expander(words.DETAILS, key=f"details-{item.id}"):
            if item.kept and stands not in (Standing.GONE, Standing.DIFFERS):
                show_words(item.kept.answer)
                _sources(pack, item, changeable=changeable)
            if changeable:
                _note(pack, item)
        if changeable:
            _buttons(pack, item, number)


def show_words(answer: Answer) -> None:
    """An answer's words and notes, as text."""
    if HEADLINE[answer.status]:
        st.markdown(f"**{HEADLINE[answer.status]}**")
    for each in answer.sentences:
        marks = "".join(f" [{number}]" for number in each.citations)
        bullet = "• " if each.kind is SentenceKind.ITEM else ""
        st.text(f"{bullet}{each.text}{marks}")
    for note in answer.notes:
        st.text(f"{NOTE_LABEL[note.kind]}: {note.text}")


def _side_by_side(
    pack: Pack, item: Item, kept: Checked, newer: Checked, *, changeable: bool
) -> None:
    for column, title, shown in zip(
        st.columns(2),
        (words.WAS.format(date=words.on_date(kept.at)), words.NOW),
        (kept, newer),
        strict=True,
    ):
        with column:
            st.markdown(f"**{title}**")
            show_words(shown.answer)
            for each in shown.answer.citations:
                st.text(f"[{each.number}] {source_line(each)}")
    if changeable:
        st.button(
            words.TAKE,
            key=f"take-{item.id}",
            type="primary",
            on_click=_write,
            args=(pack.id, take(item)),
        )


def _sources(pack: Pack, item: Item, *, changeable: bool) -> None:
    if item.kept is None or not item.kept.answer.citations:
        return
    st.markdown(f"**{words.CITATIONS}**")
    shown = {each.number for each in visible(item)}
    for each in item.kept.answer.citations:
        key = f"cite-{item.id}-{each.number}"
        st.session_state[key] = each.number in shown
        st.checkbox(
            plain(f"[{each.number}] {source_line(each)}"),
            key=key,
            disabled=not changeable,
            on_change=_toggled,
            args=(pack.id, item, each.number, key),
        )


def _toggled(pack: str, item: Item, number: int, key: str) -> None:
    hidden = item.hidden - {number} if st.session_state[key] else item.hidden | {number}
    _write(pack, replace(item, hidden=hidden))


def _note(pack: Pack, item: Item) -> None:
    key = f"note-{item.id}"

    def keep() -> None:
        note = st.session_state[key].strip()
        found = child_details(note)
        if found:
            say(words.BLOCKED.format(what=found), good=False)
        elif attempt(partial(packs().write, pack.id, replace(item, note=note))):
            say(words.NOTE_SAVED)

    with st.form(f"form-{key}", border=False):
        st.text_area(words.NOTE, value=item.note, key=key, max_chars=1000, height=80)
        st.form_submit_button(words.NOTE_SAVE, on_click=keep)


def _buttons(pack: Pack, item: Item, number: int) -> None:
    last = len(pack.items)
    with st.container(horizontal=True, gap="xsmall", key=f"buttons-{item.id}"):
        for label, by, icon, off in (
            (words.UP, -1, ":material/arrow_upward:", number == 1),
            (words.DOWN, 1, ":material/arrow_downward:", number == last),
        ):
            st.button(
                label.format(number=number),
                key=f"move-{by}-{item.id}",
                icon=icon,
                type="tertiary",
                disabled=off,
                on_click=_move,
                args=(pack.id, item.id, by),
            )
        st.button(
            words.CHECK_ONE.format(number=number),
            key=f"check-{item.id}",
            icon=":material/fact_check:",
            type="tertiary",
            on_click=_check,
            args=(pack.id, item),
        )
        st.button(
            words.TAKE_OUT.format(number=number),
            key=f"delete-{item.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_take_out,
            args=(pack.id, item, number - 1),
        )


def _move(pack: str, item: str, by: int) -> None:
    attempt(partial(packs().move, pack, item, by))


def _check(pack: str, item: Item) -> None:
    _write(pack, checked(item))


def _write(pack: str, item: Item) -> None:
    attempt(partial(packs().write, pack, item))


def _take_out(pack: str, item: Item, place: int) -> None:
    undo = partial(packs().add, pack, item, place)
    change(partial(packs().take_out, pack, item.id), words.TAKEN_OUT, undo)
