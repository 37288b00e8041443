"""Adding documents, checking the folder, and taking the sample documents out and in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

import streamlit as st

from core.documents import Kind
from core.errors import NotTaken
from core.settings import settings
from screens import documents_words as words
from screens.documents_data import Entry
from screens.documents_folder import check_folder, show_differences
from screens.documents_job import put_away, start
from screens.shared.holdings import register
from screens.shared.outcome import attempt, say

if TYPE_CHECKING:
    from ingest.changes import FolderChanges


class Given(Protocol):
    """A file that the browser handed over."""

    name: str
    size: int

    def getvalue(self) -> bytes: ...


class Clash(StrEnum):
    """What to do with a file whose name is taken."""

    REPLACE = words.CLASH_REPLACE
    BOTH = words.CLASH_BOTH


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to become of a file that was handed over; `file` is '' for one that is left out."""

    given: Given
    file: str
    says: str
    clash: bool = False


def show_adding(held: tuple[Entry, ...]) -> None:
    """Upload, and the check of the folder."""
    opened = st.session_state.setdefault("adding", not held)
    with st.container(horizontal=True, gap="small", key="actions"):
        st.button(words.ADD, key="add", icon=":material/upload:", on_click=_open, args=(True,))
        st.button(
            words.CHECK,
            key="check",
            icon=":material/sync:",
            help=words.CHECK_WHY,
            on_click=check_folder,
        )
    if opened:
        with st.container(border=True, key="upload"):
            _upload(held)
            st.button(words.ADD_CLOSE, key="upload-close", on_click=_open, args=(False,))
    found: FolderChanges | None = st.session_state.get("folder")
    if found is not None:
        show_differences(found)


def _open(opened: bool) -> None:
    st.session_state["adding"] = opened
    put_away()


def _upload(held: tuple[Entry, ...]) -> None:
    from ingest.incoming import MOST_FILES  # noqa: PLC0415 - not before the first paint

    turn = st.session_state.setdefault("upload-turn", 0)
    most = settings().max_file_mb
    st.text(words.ADD_LIMITS.format(files=MOST_FILES, each=most))
    kind = st.selectbox(
        words.ADD_KIND,
        ["", *(each for each in Kind if each is not Kind.OTHER)],
        format_func=lambda each: Kind(each).label.capitalize() if each else words.ADD_KIND_FOUND,
        key="upload-kind",
    )
    given = st.file_uploader(
        words.ADD_FILES,
        accept_multiple_files=True,
        max_upload_size=most,
        key=f"upload-{turn}",
    )
    if not given:
        return
    plan = planned(given, Kind(kind) if kind else None, held)
    for each in plan:
        st.text(each.says)
    clash = None
    if any(each.clash for each in plan):
        clash = st.radio(words.CLASH, list(Clash), index=None, format_func=str, key="clash")
    count = sum(bool(each.file) for each in plan)
    st.button(
        words.ADD_DO.format(count=words.files(count)),
        key="upload-do",
        type="primary",
        on_click=_add,
        args=(plan, clash),
    )


def planned(
    given: Sequence[Given], kind: Kind | None, held: tuple[Entry, ...]
) -> tuple[Planned, ...]:
    """What is to become of each file: new, the very same as one that is here, or a name taken."""
    from ingest import incoming  # noqa: PLC0415 - not before the first paint

    titles = {entry.document.id: entry.document.title for entry in held}
    known = register().files()
    same = {each.file_hash: titles.get(each.document, "") for each in known.values()}
    corpus, taken, plan = settings().corpus, set[str](), list[Planned]()
    for each in given:
        try:
            file = incoming.place_for(kind, incoming.clean_name(each.name))
        except NotTaken as error:
            plan.append(Planned(each, "", str(error)))
            continue
        digest = hashlib.sha256(each.getvalue()).hexdigest()
        name = PurePosixPath(file).name
        if not each.size:
            plan.append(Planned(each, "", words.ADD_EMPTY.format(file=name)))
        elif digest in same:
            says = words.ADD_SAME.format(file=name, title=same[digest])
            plan.append(Planned(each, "", says))
        elif file in taken:
            plan.append(Planned(each, "", words.ADD_TWICE.format(file=name)))
        elif (corpus / file).exists():
            title = titles.get(known[file].document, "") if file in known else words.NOT_KNOWN
            says = words.ADD_CLASH.format(file=name, title=title)
            plan.append(Planned(each, file, says, clash=True))
        else:
            plan.append(Planned(each, file, words.ADD_NEW.format(file=name)))
        taken.add(file)
    return tuple(plan)


def _add(plan: tuple[Planned, ...], clash: Clash | None) -> None:
    from ingest import incoming  # noqa: PLC0415 - not before the first paint

    kept = [each for each in plan if each.file]
    size = sum(each.given.size for each in kept) // 2**20
    if not kept:
        say(words.NOTHING_TO_ADD, good=False)
    elif len(kept) > incoming.MOST_FILES:
        most = incoming.MOST_FILES
        say(words.TOO_MANY.format(count=len(kept), most=most), good=False)
    elif size > incoming.MOST_MEGABYTES:
        say(words.TOO_BIG.format(size=size, most=incoming.MOST_MEGABYTES), good=False)
    elif clash is None and any(each.clash for each in kept):
        say(words.CLASH_CHOOSE, good=False)
    elif attempt(partial(_save, kept, clash)):
        st.session_state["upload-turn"] += 1
        st.session_state["adding"] = False
        say(words.ADDED.format(count=words.files(len(kept))), progress=True)
        start()


def _save(kept: list[Planned], clash: Clash | None) -> None:
    from ingest import incoming  # noqa: PLC0415 - not before the first paint

    corpus = settings().corpus
    if clash is Clash.REPLACE:
        for each in (one for one in kept if one.clash):
            incoming.check_readable(each.given.name, each.given.getvalue(), settings())
    for each in kept:
        file, replace = each.file, each.clash and clash is Clash.REPLACE
        if each.clash and clash is Clash.BOTH:
            file = incoming.free_place(corpus, file)
        incoming.save(corpus, file, each.given.getvalue(), replace=replace)
