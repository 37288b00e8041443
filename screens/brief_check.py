"""Checking all of a pack, with progress, in its own view and in the presenter's window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assistant.briefing import fit
from core.documents import Document
from core.packs import Pack
from screens import brief_words as words
from screens.brief_state import checked, documents, packs, to_check, wants_check
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain


def ready(pack: Pack, live: Sequence[Document]) -> int:
    """How many of its items can be shown."""
    return sum(fit(each, live) for each in pack.items)


def check_button(pack: Pack, *, first: bool) -> None:
    """Asks for the check; `first`: it is what should be done next."""
    st.button(
        words.CHECK_ALL,
        key="check-all",
        icon=":material/fact_check:",
        type="primary" if first else "secondary",
        on_click=to_check,
        args=(pack.id,),
    )


def check_if_wanted(pack: Pack) -> None:
    """Asks every item again, saying how far it is; what is done is kept one by one."""
    if not wants_check(pack.id):
        return
    bar = st.progress(0.0)
    total = len(pack.items)
    for done, item in enumerate(pack.items):
        label = words.CHECKING.format(done=done + 1, total=total, question=item.question)
        bar.progress(done / total, text=plain(label))
        if not attempt(partial(_check, pack.id, item.id)):
            st.rerun()
    bar.empty()
    read = packs().read(pack.id) or pack
    say(words.CHECKED_ALL.format(ready=ready(read, documents()), total=len(read.items)))
    st.rerun()


def _check(pack: str, item: str) -> None:
    # Read again: a note or an order changed in another window meanwhile stays.
    read = packs().read(pack)
    found = read.item(item) if read else None
    if found is not None:
        packs().write(pack, checked(found))
