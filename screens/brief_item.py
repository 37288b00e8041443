"""One item of a pack: where it stands, its answer, old and new side by side, and its editing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.briefing import FIT, Standing, found_now, standing, take
from assistant.briefings.sources import by_place, needed, numbers_of, visible
from core.answers import Answer, SentenceKind
from core.documents import Document
from core.packs import Checked, Item, Pack
from screens import brief_words as words
from screens.brief_state import change, checked, child_details, packs
from screens.shared.outcome import attempt, forget, say, show_outcome
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
        elif item.kept and stands is not Standing.GONE:
            show_words(item.kept.answer)
            if changeable and stands in FIT:
                _approval(pack, item, number)
        if (item.kept and stands in FIT) or changeable:
            with st.expander(words.DETAILS, key=f"details-{item.id}"):
                if stands in FIT:
                    _sources(pack, item, changeable=changeable)
                if changeable:
                    _note(pack, item)
        if changeable:
            _buttons(pack, item, number)


def show_words(answer: Answer, besides: Answer | None = None) -> None:
    """An answer's words and notes, as text. What `besides` does not say is in bold."""
    if HEADLINE[answer.status]:
        st.markdown(f"**{HEADLINE[answer.status]}**")
    others = {each.text for each in besides.sentences} if besides else None
    for each in answer.sentences:
        marks = "".join(f" [{number}]" for number in each.citations)
        text = f"{'• ' if each.kind is SentenceKind.ITEM else ''}{each.text}{marks}"
        if others is None or each.text in others:
            st.text(text)
        else:
            st.markdown(f"**{plain(text)}**")
    for note in answer.notes:
        st.text(f"{NOTE_LABEL[note.kind]}: {note.text}")


def show_sources(answer: Answer, only: Collection[int] | None = None) -> None:
    """A line for each place that an answer stands on, with its numbers in the answer."""
    shown = [each for each in answer.citations if only is None or each.number in only]
    for line, cited in by_place(shown).items():
        st.text(f"[{numbers_of(cited)}] {line}")


def show_reading(pack: Pack, item: Item, number: int, *, changeable: bool) -> None:
    """An answer that nobody has approved yet, to be read before it is shown."""
    if item.kept is None:
        return
    with st.popover(words.READ.format(number=number), type="tertiary", key=f"read-{item.id}"):
        show_words(item.kept.answer)
        show_sources(item.kept.answer)
        if changeable:
            _approval(pack, item, number)


def show_choice(
    pack: Pack, item: Item, number: int, live: Sequence[Document], *, changeable: bool
) -> None:
    """Where another answer is found now: both, and the way to take the new one."""
    newer = found_now(item, live)
    if standing(item, live) is Standing.DIFFERS and item.kept and newer:
        with st.expander(words.READ_ANOTHER.format(number=number), key=f"choose-{item.id}"):
            _side_by_side(pack, item, item.kept, newer, changeable=changeable)


def _approval(pack: Pack, item: Item, number: int) -> None:
    key = f"approved-{item.id}"
    st.session_state[key] = item.approved
    st.checkbox(
        words.APPROVED.format(number=number), key=key, on_change=_approved, args=(pack.id, item)
    )


def _approved(pack: str, item: Item) -> None:
    _write_other(pack, item, replace(item, approved=st.session_state[f"approved-{item.id}"]))


def _side_by_side(
    pack: Pack, item: Item, kept: Checked, newer: Checked, *, changeable: bool
) -> None:
    for column, title, shown, other in zip(
        st.columns(2),
        (words.WAS.format(date=words.on_date(kept.at)), words.NOW),
        (kept, newer),
        (newer, kept),
        strict=True,
    ):
        with column:
            st.markdown(f"**{title}**")
            show_words(shown.answer, other.answer)
            show_sources(shown.answer)
    st.text(words.CHANGED_WORDS)
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
    shown, stays = {each.number for each in visible(item)}, needed(item)
    for line, cited in by_place(item.kept.answer.citations).items():
        numbers = frozenset(each.number for each in cited)
        key = f"cite-{item.id}-{min(numbers)}"
        st.session_state[key] = bool(numbers & shown)
        fixed = bool(numbers & stays)
        label = f"[{numbers_of(cited)}] {line}"
        st.checkbox(
            plain(words.STAYS.format(source=label) if fixed else label),
            key=key,
            disabled=fixed or not changeable,
            on_change=_toggled,
            args=(pack.id, item, numbers, key),
        )


def _toggled(pack: str, item: Item, numbers: frozenset[int], key: str) -> None:
    hidden = item.hidden - numbers if st.session_state[key] else item.hidden | numbers
    _write_other(pack, item, replace(item, hidden=hidden))


def _note(pack: Pack, item: Item) -> None:
    key = f"note-{item.id}"

    def keep() -> None:
        note = st.session_state[key].strip()
        found = child_details(note)
        if found:
            say(words.BLOCKED.format(what=found), good=False, place=key)
        elif attempt(partial(packs().write, pack.id, replace(item, note=note))):
            say(words.NOTE_SAVED, place=key)

    def keep_new() -> None:
        if st.session_state[key].strip() != item.note:
            keep()

    st.text_area(
        words.NOTE, value=item.note, key=key, max_chars=1000, height=80, on_change=keep_new
    )
    # Leaving the box keeps the note; the button is for those who look for one.
    st.button(words.NOTE_SAVE, key=f"save-{key}", on_click=keep)
    show_outcome(key)


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
    forget()
    attempt(partial(packs().move, pack, item, by))


def _check(pack: str, item: Item) -> None:
    _write(pack, checked(item))


def _write_other(pack: str, before: Item, after: Item) -> None:
    """Streamlit also calls for a box as it was, after a run that ended before it was drawn: then
    nothing is written, and what was said at the top stays.
    """
    if after != before:
        _write(pack, after)


def _write(pack: str, item: Item) -> None:
    forget()
    attempt(partial(packs().write, pack, item))


def _take_out(pack: str, item: Item, place: int) -> None:
    undo = partial(packs().add, pack, item, place)
    change(partial(packs().take_out, pack, item.id), words.TAKEN_OUT, undo)
