"""Documents: which papers are in, which edition speaks, and everything their owner may change."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.settings import settings
from screens import components, first_run
from screens import documents_words as words
from screens.document_view import show_document
from screens.documents_add import show_adding
from screens.documents_data import Entry, entries
from screens.documents_job import show_job, spoken
from screens.documents_list import show_list, show_unread
from screens.documents_samples import show_samples
from screens.shared.header import show_header
from screens.shared.holdings import changes_allowed, reader
from screens.shared.outcome import outcome, show_outcome
from screens.shared.trouble import shown_safely

OPENED = "document"
"""In the address: which document is open."""


@shown_safely
def show() -> None:
    """The whole screen, top to bottom: the list, or the one document that is open."""
    if not first_run.begun() and not first_run.ready():
        return
    index = reader()
    held: tuple[Entry, ...] = ()
    if index is not None:
        register = index.register
        sizes, today = index.store.sizes(), datetime.now(UTC).date()
        by_words = index.store.versions_without_vectors()
        held = entries(register.everything(), sizes, register.problems(), today, by_words)
    name = st.query_params.get(OPENED, "")
    opened = next((entry for entry in held if entry.document.id == name), None)
    title = opened.document.title if opened else words.DOCUMENTS
    said = outcome()
    update, told = spoken()
    text = said.text if said and said.text else told
    number = f"{name}-{said.number if said else 0}-{update}"
    components.frame(title, number, text or title, place=f"documents {name}")
    show_header(index.documents if index else ())
    if name:
        show_document(opened, held, changeable=changes_allowed())
        return
    _overview(held)


def _overview(held: tuple[Entry, ...]) -> None:
    st.header(words.DOCUMENTS, anchor=False)
    st.text(words.PURPOSE)
    show_outcome()
    allowed = changes_allowed()
    if not allowed:
        given = settings().allow_changes
        st.info(words.READ_ONLY if given is None else words.READ_ONLY_SET)
    show_job(changeable=allowed)
    show_unread(held, changeable=allowed)
    if allowed:
        show_samples(held)
        show_adding(held)
    show_list(held)
