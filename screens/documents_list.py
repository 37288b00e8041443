"""The list of documents with its filter, and the files that could not be read."""

from __future__ import annotations

import streamlit as st

from core.documents import Document, Kind
from core.settings import settings
from screens import components
from screens import documents_words as words
from screens.documents_data import Entry, Show, chosen, row
from screens.shared.holdings import jobs, reader, register
from screens.shared.outcome import attempt, forget, say
from screens.shared.plain import plain

FILTER_FROM = 6
"""Fewer documents are seen at a glance."""


def show_list(held: tuple[Entry, ...]) -> None:
    """The documents, those that the filter lets through."""
    if not held:
        st.subheader(words.EMPTY, anchor=False)
        st.text(words.EMPTY_NEXT)
        return
    text, show = "", Show.ALL
    kind: Kind | str | None = ""
    if len(held) >= FILTER_FROM:
        with st.container(horizontal=True, vertical_alignment="bottom", key="filter"):
            text = st.text_input(words.FIND, key="find", width=320)
            kinds = [each for each in Kind if any(e.document.kind is each for e in held)]
            # '' and not None: an empty box can be emptied with a button of Streamlit's own.
            kind = st.selectbox(
                words.KIND,
                ["", *kinds],
                format_func=lambda each: Kind(each).label.capitalize() if each else words.ALL_KINDS,
                key="kind",
                width=220,
            )
            picked = st.selectbox(words.SHOW, list(Show), format_func=str, key="show", width=220)
            show = picked or Show.ALL
    found = chosen(held, text, Kind(kind) if kind else None, show)
    count = words.listed(len(found), len(held))
    st.text(count)
    if not found:
        st.text(words.NONE_FOUND)
        return
    rows = [row(entry) for entry in found]
    caption = words.LIST.format(count=count)
    components.documents(rows, words.COLUMNS, caption, key="documents", on_open=_opened)


def _opened() -> None:
    name = st.session_state["documents"].get("open")
    if name:
        _open(name)


def _open(document: str) -> None:
    forget()
    st.query_params["document"] = document


def show_unread(held: tuple[Entry, ...], *, changeable: bool) -> None:
    """The files that could not be read at all, each with its reason and a way to be rid of it."""
    index = reader()
    if index is None:
        return
    unread = [problem for problem in index.register.problems() if problem.whole_file]
    if not unread:
        return
    newest = jobs().newest()
    fresh = newest is not None and newest.outcome.failed > 0
    label = words.UNREAD.format(count=len(unread))
    with st.expander(label, icon=":material/report:", expanded=fresh):
        st.text(words.UNREAD_WHY)
        for number, problem in enumerate(unread):
            with st.container(border=True, gap="xxsmall"):
                st.text(f"{problem.file}: {problem.reason}")
                known = _document_of(held, problem.file)
                if known is not None:
                    _still_answers(known.document, number)
                elif changeable:
                    _delete_asking(problem.file, number)


def _document_of(held: tuple[Entry, ...], file: str) -> Entry | None:
    """The document that was read from a file before, while it could be."""
    return next((e for e in held if file in (e.document.file, *e.document.forms)), None)


def _still_answers(document: Document, number: int) -> None:
    st.text(words.UNREAD_OF.format(title=document.title))
    st.button(
        plain(words.UNREAD_OPEN.format(title=document.title)),
        key=f"open-unread-{number}",
        type="tertiary",
        on_click=_open,
        args=(document.id,),
    )


def _delete_asking(file: str, number: int) -> None:
    """A first press opens the question, a second one deletes."""
    label = plain(words.UNREAD_DELETE.format(file=file))
    with st.popover(label, icon=":material/delete:", type="tertiary"):
        st.text(words.UNREAD_ASK)
        st.button(
            words.DELETE_DO, key=f"delete-unread-{number}", on_click=_delete_unread, args=(file,)
        )


def _delete_unread(file: str) -> None:
    from ingest import incoming  # noqa: PLC0415 - not before the first paint
    from ingest import jobs as updates  # noqa: PLC0415

    def delete() -> None:
        chosen_now = settings()
        incoming.take_out(chosen_now.corpus, (file,))
        register().remove([file])
        updates.start(chosen_now.corpus, chosen_now.index)
        say(words.FILE_DELETED.format(file=file))

    attempt(delete)
