"""The quiet line at the top of every screen: which documents are loaded, whose 'we' it is."""

from __future__ import annotations

import streamlit as st

from assistant.generate import where_text_goes
from core.documents import NATIONAL, UNKNOWN, Document
from core.settings import settings
from screens.conversation import conversation
from screens.shared import words
from screens.shared.plain import plain


def show_header(documents: tuple[Document, ...]) -> None:
    """Draw the line."""
    sample = sum(document.sample for document in documents)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="header"):
        st.text(words.loaded(len(documents) - sample, sample))
        _council(documents)
        _wording()


def _council(documents: tuple[Document, ...]) -> None:
    """The council of the settings, or the one chosen in this session, which can be changed."""
    ours = settings().organisation
    if ours:
        st.text(f"{words.OUR_COUNCIL} {ours}")
        return
    kept = conversation()
    if not kept.organisation:
        return
    councils = sorted({d.about for d in documents} - {NATIONAL, UNKNOWN} | {kept.organisation})
    with st.popover(plain(f"{words.OUR_COUNCIL} {kept.organisation}"), type="tertiary"):
        chosen = st.selectbox(
            words.OUR_COUNCIL_LABEL,
            [*councils, words.NOT_CHOSEN],
            index=councils.index(kept.organisation),
        )
        picked = "" if chosen == words.NOT_CHOSEN else chosen
        if picked != kept.organisation:
            kept.organisation = picked
            st.rerun()


def _wording() -> None:
    """Which model words the answers and where text goes, with the switch that ends it at once."""
    given = settings()
    if not given.model:
        return
    kept = conversation()
    kept.worded = st.toggle(words.SWITCH, value=kept.worded, key="worded")
    name = given.model.partition(":")[2]
    where = where_text_goes(given)
    st.text(words.WRITER.format(model=name, where=where) if kept.worded else words.NOT_SENT)
