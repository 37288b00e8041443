"""One document, opened: about it, its pages beside its passages, and what its owner may do."""

from __future__ import annotations

import streamlit as st

from core.errors import UnknownDocument
from screens import documents_words as words
from screens.document_facts import show_facts
from screens.document_manage import show_managing
from screens.document_passages import show_passages
from screens.documents_data import Entry, about, dated, marks, standing
from screens.documents_job import show_job
from screens.shared.holdings import register
from screens.shared.outcome import forget, show_outcome
from screens.shared.plain import plain


def show_document(entry: Entry | None, held: tuple[Entry, ...], *, changeable: bool) -> None:
    """The document, or that it is gone; with the way back to the list."""
    st.button(words.BACK, key="back", icon=":material/arrow_back:", type="tertiary", on_click=back)
    show_outcome()
    if entry is None:
        st.text(words.GONE)
        return
    document = entry.document
    with st.container(gap="xxsmall", key="document-head"):
        st.header(plain(document.title), anchor=False)
        facts = [document.kind.label.capitalize(), f"about: {about(document)}", dated(document)]
        st.text(" · ".join([*facts, standing(entry), *marks(entry)]))
    show_job(changeable=changeable)
    try:
        details = register().details(document.id)
    except UnknownDocument:
        st.text(words.GONE)
        return
    names = [words.ABOUT_IT, words.PASSAGES, *([words.MANAGE] if changeable else [])]
    tabs = st.tabs(names, key="document-tabs", on_change="rerun")
    for number, tab in enumerate(tabs):
        if not tab.open:
            continue
        with tab:
            if number == 0:
                show_facts(details, entry, held, changeable=changeable)
            elif number == 1:
                show_passages(details, changeable=changeable)
            else:
                show_managing(entry)


def back() -> None:
    """Back to the list."""
    forget()
    st.query_params.pop("document", None)
