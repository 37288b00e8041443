"""Source cards of a rehearsal; a card opens its page or section as on Ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from core.answers import Citation
from core.documents import PassageKind
from screens import rehearse_words as words
from screens.answer_data import facts, place, source_name
from screens.rehearse_state import close_source, practice
from screens.rehearse_state import open_source as opens
from screens.shared import words as shared_words
from screens.shared.plain import plain
from screens.source_view import open_source

_ROWS = (PassageKind.ROW, PassageKind.CHART)


def card(citation: Citation, name: str, *, said: str = "") -> None:
    """A source by title and place, which opens; `said` are words of it to read at once."""
    with st.container(border=True, gap="xxsmall", key=f"card-{name}"):
        if said:
            st.text(said)
        st.button(
            f"**{plain(source_name(citation))}**",
            key=f"open-{name}",
            type="tertiary",
            wrap=True,
            on_click=opens,
            args=(name, citation),
        )
        st.text(facts(citation.document))
        if citation.note:
            st.text(shared_words.OWNERS_NOTE.format(note=citation.note))


def quoted(citation: Citation) -> str:
    """The words of a source to read at once; of a table's row, each cell under its column."""
    header, cells = citation.passage.header, citation.passage.cells
    if citation.passage.kind in _ROWS and len(header) == len(cells):
        told = [f"{name}: {cell}" for name, cell in zip(header, cells, strict=True) if cell]
        return " · ".join(told)
    return f"‘{citation.quote}’"


def bullets(items: Iterable[str]) -> None:
    """A list, a real one: a screen reader says that it is one and how long."""
    st.markdown("\n".join(f"- {plain(each)}" for each in items))


def show_opened() -> None:
    """Open the drawer with the source that is open, if any."""
    opened = practice().opened
    if opened is None:
        return
    name, citation = opened
    where = place(citation.document, citation.passage)
    # Without spans (a hint) no words are marked, so the passage itself is what there is to read.
    shown = citation if citation.spans else replace(citation, spans=(citation.passage.text,))
    title = f"{citation.document.title}, {where}"
    open_source(shown, title, name, close_source, quoted=words.QUOTED)
