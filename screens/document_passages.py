"""A document's pages beside the passages that the assistant sees, with the owner's notes."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

import streamlit as st

from core.documents import Document, Passage, PassageKind
from core.register import Details, words_hash
from screens import components
from screens import documents_words as words
from screens.page_picture import PictureError, page_picture
from screens.shared import words as shared_words
from screens.shared.holdings import reader, register
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain
from screens.source_view import file_of, passage_data

AT_ONCE = 40
"""Passages shown together where there are no pages."""
_START = 60
"""Characters of a passage that tell a screen reader which one a button is for."""


def show_passages(details: Details, *, changeable: bool) -> None:
    """One page or slide at a time, chosen by its name or with the buttons beside it."""
    document = details.document
    index = reader()
    passages = index.store.of_document(document.id, document.version) if index else ()
    parts = _parts(document, passages)
    if not parts:
        st.text(words.NO_PASSAGES)
        return
    place = _choose(document, [name for name, _ in parts])
    name, shown = parts[place]
    page = shown[0].page_index
    if document.file.lower().endswith(".pdf") and page >= 0:
        text, picture = st.columns([1, 1], gap="medium")
        with text:
            _passages(details, shown, changeable=changeable)
        with picture, st.spinner(shared_words.DRAWING):
            _picture(document, page, name)
    else:
        _passages(details, shown, changeable=changeable)


def _parts(
    document: Document, passages: tuple[Passage, ...]
) -> list[tuple[str, tuple[Passage, ...]]]:
    """The passages of each page or slide with its name; without pages, some at a time."""
    if any(each.page for each in passages):
        return [
            (f"{document.form.value.capitalize()} {page}" if page else words.PASSAGES, tuple(group))
            for page, group in groupby(passages, key=lambda each: each.page)
        ]
    return [
        (
            words.SECTIONS.format(first=first + 1, last=min(first + AT_ONCE, len(passages))),
            passages[first : first + AT_ONCE],
        )
        for first in range(0, len(passages), AT_ONCE)
    ]


def _choose(document: Document, names: list[str]) -> int:
    key = f"part-{document.id}-{document.version}"
    st.session_state.setdefault(key, 0)
    if len(names) == 1:
        return 0

    def go(step: int) -> None:
        st.session_state[key] = min(len(names) - 1, max(0, st.session_state[key] + step))

    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        place: int = st.selectbox(
            words.PAGE,
            range(len(names)),
            format_func=lambda number: plain(names[number]),
            key=key,
            width=220,
        )
        st.button(words.PREVIOUS, key="part-previous", disabled=place == 0, on_click=go, args=(-1,))
        last = place == len(names) - 1
        st.button(words.NEXT, key="part-next", disabled=last, on_click=go, args=(1,))
    return place


def _passages(details: Details, shown: tuple[Passage, ...], *, changeable: bool) -> None:
    st.markdown(f"**{words.SEEN}**")
    notes = {note.passage: note.text for note in details.notes}
    drawn = [_drawn(each, notes.get(words_hash(each.text), ""), changeable) for each in shown]
    key = f"passages-{details.document.id}-{shown[0].place}"

    def picked() -> None:
        number = st.session_state[key].get("pick")
        if number is not None:
            st.session_state["noting"] = (details.document.id, shown[int(number)])

    components.passages(drawn, key=key, on_pick=picked)
    # Kept until it is closed: the end of an update draws the screen anew under the open note.
    document, passage = st.session_state.get("noting", ("", None))
    if passage is not None and document == details.document.id:
        _note(document, passage, notes.get(words_hash(passage.text), ""))


def _drawn(passage: Passage, note: str, changeable: bool) -> dict[str, Any]:
    drawn = passage_data(passage, ())
    if note:
        drawn |= {"note": note, "note_label": words.NOTE}
    if changeable and passage.kind is not PassageKind.HEADING:
        label = words.NOTE_CHANGE if note else words.NOTE_ADD
        start = " ".join(passage.text.split())[:_START]
        drawn["action"] = {
            "label": label,
            "name": words.NOTE_TO.format(action=label, start=start),
        }
    return drawn


def _note(document: str, passage: Passage, before: str) -> None:
    @st.dialog(words.NOTE_TITLE, on_dismiss=_close)
    def write() -> None:
        found = ""
        st.text(f"‘{passage.text}’")
        text = st.text_area(
            words.NOTE, value=before, help=words.NOTE_WHY, max_chars=500, key="note-text"
        )
        with st.container(horizontal=True, gap="small"):
            if st.button(words.NOTE_SAVE, key="note-save", type="primary"):
                found = _child_details(text)
                if not found:
                    _pin(document, passage, text, before)
                    _close()
                    st.rerun()
            if before and st.button(words.NOTE_REMOVE, key="note-remove"):
                _pin(document, passage, "", before)
                _close()
                st.rerun()
            if st.button(words.CANCEL, key="note-cancel"):
                _close()
                st.rerun()
        if found:
            st.error(words.NOTE_BLOCKED.format(what=found))

    write()


def _close() -> None:
    st.session_state.pop("noting", None)


def _child_details(text: str) -> str:
    """What of a child's details a note seems to hold; '' for nothing."""
    from assistant.guard import guard  # noqa: PLC0415 - not before the first paint

    return ", ".join(kind.label for kind in guard(text).kinds)


def _pin(document: str, passage: Passage, text: str, before: str) -> None:
    known = register()
    if not text.strip() and not before:
        say(words.NOTHING_CHANGED)
    elif attempt(partial(known.pin_note, document, passage.text, text)):
        undo = partial(known.pin_note, document, passage.text, before)
        say(words.NOTE_SAVED if text.strip() else words.NOTE_REMOVED, undo=undo)


def _picture(document: Document, page: int, name: str) -> None:
    file = file_of(document)
    try:
        if not file.is_file():
            raise FileNotFoundError(document.file)
        picture = page_picture(file, document.version, page, (), "")
    except FileNotFoundError:
        st.info(shared_words.FILE_GONE)
    except PictureError as failure:
        st.info(shared_words.PICTURE_SLOW if failure.slow else shared_words.NO_PICTURE)
    else:
        alt = words.PICTURE_OF.format(place=name, title=document.title)
        st.image(picture.png, width="stretch", output_format="PNG", alt=alt)
