"""Taking the sample documents out, and back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from core.documents import DocumentStatus
from screens import documents_words as words
from screens.documents_data import Entry
from screens.shared.holdings import register
from screens.shared.outcome import attempt, say

if TYPE_CHECKING:
    pass


def show_samples(held: tuple[Entry, ...]) -> None:
    """Beside documents of the council's own: the offer to take the samples out or back in."""
    samples = [entry.document for entry in held if entry.document.sample]
    live = [each for each in samples if each.status is not DocumentStatus.WITHDRAWN]
    own = len(held) > len(samples)
    ids = tuple(each.id for each in samples)
    if samples and not live:
        st.button(words.SAMPLES_BACK, key="samples-back", on_click=_samples, args=(ids, False))
    elif own and live and not st.session_state.get("samples-kept"):
        with st.container(border=True, gap="xsmall", key="samples"):
            st.text(words.SAMPLES_IN.format(count=words.documents(len(live))))
            with st.container(horizontal=True, gap="small"):
                live_ids = tuple(each.id for each in live)
                st.button(
                    words.SAMPLES_OUT, key="samples-out", on_click=_samples, args=(live_ids, True)
                )
                st.button(words.SAMPLES_KEEP, key="samples-keep", on_click=_keep_samples)


def _samples(ids: tuple[str, ...], out: bool) -> None:
    known = register()

    def back() -> None:
        for each in ids:
            known.restore(each)

    def take() -> None:
        for each in ids:
            known.withdraw(each)

    if attempt(take if out else back):
        say(words.SAMPLES_TAKEN if out else words.SAMPLES_RETURNED, undo=back if out else take)


def _keep_samples() -> None:
    st.session_state["samples-kept"] = True
