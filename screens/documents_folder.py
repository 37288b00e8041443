"""Checking the corpus folder: what was added, changed or removed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from core.settings import settings
from screens import documents_words as words
from screens.documents_job import put_away, start
from screens.shared.holdings import register
from screens.shared.outcome import attempt, forget, say

if TYPE_CHECKING:
    from ingest.changes import FolderChanges


def check_folder() -> None:
    """Looks for what has changed in the corpus folder, to be shown and confirmed."""
    from ingest.changes import changes_in_folder  # noqa: PLC0415 - not before the first paint
    from ingest.folder import corpus_files  # noqa: PLC0415

    def check() -> None:
        put_away()
        known = register()
        files = corpus_files(settings().corpus)
        found = changes_in_folder(files, known.files(), known.unreadable_versions())
        if found:
            forget()
            st.session_state["folder"] = found
        else:
            st.session_state.pop("folder", None)
            say(words.CHECKED_SAME)

    attempt(check)


def show_differences(found: FolderChanges) -> None:
    """What was found changed, to take in or to leave."""
    with st.container(border=True, gap="xsmall", key="folder-changes"):
        st.markdown(f"**{words.CHECKED}**")
        moved = tuple(words.MOVED.format(old=old, new=new) for old, new in found.moved)
        for name, files in (
            ("added", found.added),
            ("changed", found.changed),
            ("moved", moved),
            ("removed", found.removed),
        ):
            if files:
                st.text("\n".join([f"{words.CHANGE[name]} ({len(files)}):", *files]))
        if found.much_gone:
            st.warning(words.MUCH_GONE.format(gone=found.gone, held=found.held))
        with st.container(horizontal=True, gap="small"):
            label = words.GONE_MEANT if found.much_gone else words.CHECK_DO
            st.button(label, key="check-do", on_click=_take_in, args=(found.much_gone,))
            st.button(words.CHECK_CANCEL, key="check-not", on_click=_leave)


def _take_in(gone: bool) -> None:
    _leave()
    forget()
    start(gone=gone)


def _leave() -> None:
    st.session_state.pop("folder", None)
