"""Checking a pack: all of it when asked for, and what the documents' changes touch on its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assistant.briefing import Standing, fingerprint, fit, standing
from core.documents import Document
from core.packs import Item, Pack
from screens import brief_words as words
from screens.brief_rooms import Presentation
from screens.brief_state import checked, documents, packs, to_check, wants_check
from screens.shared.holdings import changes_allowed
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain

POLL = 1.0
"""Seconds until a window shows what was done in the other, and what became of the documents."""
_CHECKED_ON = "brief-checked-on"


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


def with_checks(pack: Pack, *, quiet: bool = False) -> Pack:
    """The pack with what was asked for checked, else what the documents' changes touch.

    Says how far it is, unless `quiet`, and what came of it; what is done is kept one by one. A
    change is looked at once, so that what cannot be checked is not tried again and again.
    """
    if not changes_allowed():
        return pack
    live = documents()
    now = fingerprint(live)
    if wants_check(pack.id):
        items, said = pack.items, words.CHECKED_ALL
    elif st.session_state.get(_CHECKED_ON) != (pack.id, now):
        items = tuple(e for e in pack.items if standing(e, live) is Standing.CHANGED)
        said = words.CHECKED_CHANGES
    else:
        return pack
    st.session_state[_CHECKED_ON] = (pack.id, now)
    if not items or not _all(pack, items, quiet=quiet):
        return pack
    read = packs().read(pack.id) or pack
    say(_came_of_it(said, pack, read, live))
    return read


@st.fragment(run_every=POLL)
def watch(presentation: Presentation, seen: int, live: Sequence[Document]) -> None:
    """Draw the window anew when something was done in the other, or the documents have changed."""
    if presentation.version != seen or documents() != live:
        st.rerun()


def _all(pack: Pack, items: Sequence[Item], *, quiet: bool) -> bool:
    bar = None if quiet else st.progress(0.0)
    for done, item in enumerate(items):
        if bar is not None:
            label = words.CHECKING.format(done=done + 1, total=len(items), question=item.question)
            bar.progress(done / len(items), text=plain(label))
        if not attempt(partial(_check, pack.id, item.id)):
            break
    else:
        done = len(items)
    if bar is not None:
        bar.empty()
    return done == len(items)


def _came_of_it(said: str, before: Pack, after: Pack, live: Sequence[Document]) -> str:
    """'Checked: 6 of 8 can be shown.', and which ones somebody should look at."""
    parts = [said.format(ready=ready(after, live), total=len(after.items))]
    gone = {e.id for e in before.items if standing(e, live) is Standing.GONE}
    for told, numbers in (
        (words.ANOTHER, [n for n, e in enumerate(after.items, 1) if e.found is not None]),
        (words.ASKED_AGAIN, [n for n, e in enumerate(after.items, 1) if e.id in gone]),
    ):
        if numbers:
            parts.append(told.format(numbers=words.listed(numbers)))
    return " ".join(parts)


def _check(pack: str, item: str) -> None:
    # Read again: a note or an order changed in another window meanwhile stays.
    read = packs().read(pack)
    found = read.item(item) if read else None
    if found is not None:
        packs().write(pack, checked(found))
