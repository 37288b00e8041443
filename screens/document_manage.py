"""What the owner may do with a whole document: replace its file, withdraw, restore, delete."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import streamlit as st

from core.documents import Document, DocumentStatus
from core.settings import settings
from screens import documents_words as words
from screens.documents_data import Entry, edition
from screens.documents_job import start
from screens.shared.holdings import register
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

_DELETING = "deleting"


def show_managing(entry: Entry) -> None:
    """Each thing that may be done, with what comes of it."""
    document = entry.document
    _replace(document)
    st.divider()
    _withdraw(document)
    st.divider()
    st.subheader(words.DELETE, anchor=False)
    st.text(words.DELETE_WHY)
    st.button(
        words.DELETE, key="delete", icon=":material/delete:", on_click=_asked, args=(document.id,)
    )
    if st.session_state.get(_DELETING) == document.id:
        _confirm(entry)


def _replace(document: Document) -> None:
    st.subheader(words.REPLACE, anchor=False)
    st.text(words.REPLACE_WHY)
    if document.forms:
        st.text(words.REPLACE_FORMS.format(files=", ".join(document.forms)))
    turn = st.session_state.setdefault("replace-turn", 0)
    key = f"replace-{document.id}-{turn}"
    given = st.file_uploader(words.REPLACE_FILE, max_upload_size=settings().max_file_mb, key=key)
    # Not before the whole file is here: the page shows its name while it is still on its way.
    if given is not None and st.button(words.REPLACE_DO, key="replace-do"):
        with st.spinner(words.REPLACE_READING):
            _replaced(document, given)
        st.rerun()


def _replaced(document: Document, given: UploadedFile) -> None:
    from ingest import incoming  # noqa: PLC0415 - not before the first paint

    def put() -> None:
        corpus, old = settings().corpus, document.file
        name = incoming.clean_name(given.name)
        suffix = PurePosixPath(name).suffix
        incoming.check_readable(name, given.getvalue(), settings())
        new = str(PurePosixPath(old).with_suffix(suffix))
        if PurePosixPath(old).suffix.lower() == suffix:
            incoming.save(corpus, old, given.getvalue(), replace=True)
        else:
            new = incoming.free_place(corpus, new)
            incoming.save(corpus, new, given.getvalue())
            # The document follows its file, with what its owner set; ended here, both stand.
            register().move({old: new})
            incoming.take_out(corpus, (old,))
        # Other forms hold the words of before.
        incoming.take_out(corpus, document.forms)

    if attempt(put):
        st.session_state["replace-turn"] += 1
        say(words.REPLACED, progress=True)
        start()


def _withdraw(document: Document) -> None:
    known = register()
    out = document.status is DocumentStatus.WITHDRAWN
    label = words.RESTORE if out else words.WITHDRAW
    st.subheader(label, anchor=False)
    st.text(words.RESTORE_WHY if out else words.WITHDRAW_WHY)
    withdraw, restore = partial(known.withdraw, document.id), partial(known.restore, document.id)

    def change() -> None:
        if attempt(restore if out else withdraw):
            said = words.RESTORED if out else words.WITHDRAWN
            say(said.format(title=document.title), undo=withdraw if out else restore)

    st.button(label, key="withdraw", on_click=change)


def _asked(document: str = "") -> None:
    """Remembers which document is asked about: the end of an update draws the screen anew, and the
    question must outlast that.
    """
    st.session_state[_DELETING] = document


def _confirm(entry: Entry) -> None:
    document = entry.document

    @st.dialog(plain(words.DELETE_ASK.format(title=edition(document))), on_dismiss=_asked)
    def ask() -> None:
        st.text(words.DELETE_WHY)
        st.text(words.DELETE_LOSES.format(what=", ".join(lost(entry))))
        if entry.earlier and document.status is DocumentStatus.CURRENT:
            st.text(words.DELETE_SUPERSEDED.format(title=entry.earlier.title))
        st.text(words.DELETE_BACKUPS)
        with st.container(horizontal=True, gap="small"):
            if st.button(words.CANCEL, key="delete-not"):
                _asked()
                st.rerun()
            if st.button(words.DELETE_DO, key="delete-do", type="primary"):
                _asked()
                if attempt(partial(_delete, document)):
                    st.query_params.pop("document", None)
                st.rerun()

    ask()


def lost(entry: Entry) -> list[str]:
    """What goes with a document."""
    details = register().details(entry.document.id)
    files = (entry.document.file, *entry.document.forms)
    corrections = sum(details.by_hand(each.fact) for each in details.found)
    counted = (
        (corrections, "1 correction", f"{corrections} corrections"),
        (len(details.notes), "1 note", f"{len(details.notes)} notes"),
    )
    parts = [", ".join(files), f"{entry.passages} passages"]
    return [*parts, *(one if n == 1 else many for n, one, many in counted if n)]


def _delete(document: Document) -> None:
    from ingest import incoming  # noqa: PLC0415 - not before the first paint

    known, files = register(), (document.file, *document.forms)
    # Withdrawn first: ended between these lines, it answers no more and the update finishes.
    known.withdraw(document.id)
    incoming.take_out(settings().corpus, files)
    known.remove(files)
    say(words.DELETED.format(title=document.title))
    start()
