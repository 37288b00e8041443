"""The open source: the page as a picture with the words marked, or the section's text in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from core.answers import Citation
from core.documents import Document, Passage
from core.settings import settings
from screens import components
from screens.answer_data import facts, place, source_name
from screens.conversation import conversation
from screens.page_picture import PagePicture, PictureError, page_picture
from screens.shared import words
from screens.shared.plain import plain
from screens.shared.service import assistant

WIDTH = 1000
"""Pixels: a page that can be read with its text beside it, and the answer still seen at 1280."""


def show_source() -> None:
    """Open the drawer with the source that the conversation has open, if any."""
    kept = conversation()
    citation = kept.source()
    if citation is None or kept.opened is None:
        return
    opened = kept.opened
    name = f"{opened.turn}-{'near' if opened.near else 'source'}-{opened.number}"
    open_source(citation, source_name(citation, near=opened.near), name, _close)


def open_source(
    citation: Citation,
    title: str,
    name: str,
    close: Callable[[], None],
    quoted: str = words.QUOTED,
) -> None:
    """Open the drawer with a citation. `name` tells it from others; `close` runs as it is closed.

    To be called in every run until it is closed. `quoted` stands over the words marked.
    """

    @st.dialog(plain(title), width=WIDTH, position="right", on_dismiss=close)
    def drawer() -> None:
        _draw(citation, name, quoted)
        if st.button(words.CLOSE, key=f"close-{name}"):
            close()
            st.rerun()

    drawer()


def _close() -> None:
    conversation().opened = None


def _draw(citation: Citation, name: str, quoted: str) -> None:
    document = citation.document
    with st.container(key="source-facts"):  # stays in view while the page's picture scrolls
        st.text(facts(document))
    if citation.passage.headings:
        st.text(" › ".join(citation.passage.headings))
    if citation.note:
        st.text(words.OWNERS_NOTE.format(note=citation.note))
    since = _since(document)
    if since:
        st.info(since)
        _quoted(citation, name, quoted)
    elif _is_pdf(document, citation.passage):
        text, picture = st.columns([1, 2], gap="small")  # text first where they are stacked
        with text:
            _quoted(citation, name, quoted)
        with picture, st.spinner(words.DRAWING):
            _picture(citation, name)
    else:
        _in_context(citation, name)


def _since(document: Document) -> str:
    """Say what became of the document after it was quoted; '' when it is as it was."""
    live = {each.id: each.version for each in assistant().documents()}
    if document.id not in live:
        return words.REMOVED
    return words.CHANGED if live[document.id] != document.version else ""


def _is_pdf(document: Document, passage: Passage) -> bool:
    return document.file.lower().endswith(".pdf") and passage.page_index >= 0


def _quoted(citation: Citation, name: str, quoted: str) -> None:
    st.markdown(f"**{quoted}**")
    passage = citation.passage
    whole = (passage.text, *passage.header, *passage.cells)
    above = [span for span in citation.spans if not any(span in part for part in whole)]
    components.passages(
        [*map(_line, above), passage_data(passage, citation.spans)], key=f"passages-{name}"
    )


def _line(text: str) -> dict[str, Any]:
    """Quoted words from outside the passage, such as the line that introduces its list."""
    parts = [{"text": text, "marked": True}]
    return {"kind": "paragraph", "cited": True, "parts": parts, "header": [], "cells": []}


def _in_context(citation: Citation, name: str) -> None:
    around = assistant().passage_context(citation.passage) or (citation.passage,)
    drawn = [passage_data(passage, _spans_in(passage, citation)) for passage in around]
    components.passages(drawn, key=f"passages-{name}")


def _spans_in(passage: Passage, citation: Citation) -> tuple[str, ...]:
    """The cited spans that stand in a passage: its own, or the line that introduces its list."""
    if passage.id == citation.passage.id:
        return citation.spans
    above = passage.place < citation.passage.place
    return tuple(span for span in citation.spans if above and span == passage.text)


def _picture(citation: Citation, key: str) -> None:
    """The page's picture, or a plain word why there is none."""
    document, passage = citation.document, citation.passage
    try:
        picture = picture_of(citation)
    except FileNotFoundError:
        st.info(words.FILE_GONE)
        return
    except PictureError as failure:
        st.info(words.PICTURE_SLOW if failure.slow else words.NO_PICTURE)
        return
    if picture.found == 0:
        st.info(words.NOT_MARKED)
    elif picture.moved:
        st.info(words.NEXT_PAGE)
    elif picture.after:
        st.info(words.GOES_ON)
    elif picture.found < picture.wanted:
        st.info(words.PARTLY_MARKED)
    marked = ", the quoted words marked; they stand beside it as text" if picture.found else ""
    page = "the page after " if picture.moved else ""
    name = f"{page}{place(document, passage)} of {document.title}{marked}"
    alt = name[0].upper() + name[1:]
    st.image(picture.png, width="stretch", output_format="PNG", alt=alt)
    if picture.found:
        components.reveal(picture.top, key=f"reveal-{key}")


def picture_of(citation: Citation) -> PagePicture:
    """The page of a citation, its words marked. Raises FileNotFoundError and PictureError."""
    document = citation.document
    file = file_of(document)
    if not file.is_file():
        raise FileNotFoundError(document.file)
    around = "".join(citation.passage.quotes())
    return page_picture(file, document.version, citation.passage.page_index, citation.spans, around)


def file_of(document: Document) -> Path:
    """Where a document's file is, if it is there: a sample may stand in its own folder."""
    place_of = settings().sample_corpus if document.sample else settings().corpus
    file: Path = place_of / document.file
    return file if file.is_file() else settings().corpus / document.file


def passage_data(passage: Passage, spans: tuple[str, ...]) -> dict[str, Any]:
    """A passage as the passages component draws it, the spans in it marked."""
    return {
        "kind": passage.kind.value,
        "cited": bool(spans),
        "parts": marked(passage.text, spans),
        "header": [marked(name, spans) for name in passage.header],
        "cells": [marked(cell, spans) for cell in passage.cells],
    }


def marked(text: str, spans: tuple[str, ...]) -> list[dict[str, Any]]:
    """`text` cut into parts, those that are spans marked. Their join is `text`."""
    ranges = sorted(
        (start, start + len(span)) for span in spans if span and (start := text.find(span)) >= 0
    )
    parts: list[dict[str, Any]] = []
    position = 0
    for start, end in ranges:
        if start < position:
            continue
        if start > position:
            parts.append({"text": text[position:start], "marked": False})
        parts.append({"text": text[start:end], "marked": True})
        position = end
    if position < len(text):
        parts.append({"text": text[position:], "marked": False})
    return parts
