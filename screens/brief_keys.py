"""What the keys and buttons of a presentation do, in either window."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.briefing import fit, same, standing
from assistant.briefings.sources import visible
from core.packs import Pack
from screens import brief_words as words
from screens.brief_rooms import Presentation, Pushed
from screens.brief_state import documents, packs
from screens.shared.outcome import forget, say

_TAKEN = "keys-taken"
CONTROLS = "controls"
"""Where the presenter is told of what cannot be shown."""


def taken() -> int:
    """The number of the last key press that this session has taken in."""
    number: int = st.session_state.get(_TAKEN, 0)
    return number


def handle_keys(presentation: Presentation, key: str) -> None:
    """Does what was pressed in the component with a key, in order, each press once."""
    for press in st.session_state[key].get("pressed") or ():
        number, name = int(press["number"]), str(press["name"])
        if number <= taken():
            continue
        st.session_state[_TAKEN] = number
        forget()
        if name == "blank":
            presentation.set_blank(not presentation.blank)
        elif name == "escape":
            presentation.back()
        else:
            push_item(presentation, name)


def push_item(presentation: Presentation, name: str) -> None:
    """Put an item of the pack into the room: 'next', 'back', 'first', 'last' or 'item 3'.

    Items that may not be shown are passed over; without one to show nothing changes, and the
    presenter is told why.
    """
    forget()
    pack = packs().read(presentation.pack)
    if pack is None:
        return
    live = documents()
    for place in _wanted(presentation, pack, name):
        item = pack.items[place]
        if item.kept is not None and fit(item, live):
            pushed = Pushed(item.id, item.question, item.kept.answer, visible(item))
            presentation.push(pushed, place)
            return
    number = name.removeprefix("item ")
    if number.isdecimal():
        place = int(number) - 1
        held = pack.items[place] if 0 <= place < len(pack.items) else None
        why = words.NO_NUMBER if held is None else words.NOT_FIT
        stands = standing(held, live).value if held is not None else ""
        told = why.format(number=number, total=len(pack.items), standing=stands)
        say(told, good=False, place=CONTROLS)


def renew(presentation: Presentation, pack: Pack) -> None:
    """Where the room's answer was found anew in the same words, it stays: what stood there quoted
    a paper that was saved again.
    """
    pushed = presentation.pushed
    item = pack.item(pushed.identity) if pushed is not None else None
    if pushed is None or item is None or item.kept is None or not fit(item, documents()):
        return
    if pushed.answer != item.kept.answer and same(pushed.answer, item.kept.answer):
        fresh = Pushed(item.id, item.question, item.kept.answer, visible(item))
        presentation.renew(fresh)


def place_of(presentation: Presentation, pack: Pack) -> int | None:
    """Where the item that is in the room stands in its pack now; None for what is not of it."""
    shown = presentation.pushed.identity if presentation.pushed else ""
    return next((n for n, each in enumerate(pack.items) if each.id == shown), None)


def _wanted(presentation: Presentation, pack: Pack, name: str) -> Sequence[int]:
    """Places to try, the one that is meant first."""
    total = len(pack.items)
    here = place_of(presentation, pack)
    number = name.removeprefix("item ")
    if number.isdecimal():
        place = int(number) - 1
        return range(place, place + 1) if 0 <= place < total else ()
    if name == "next":
        return range((presentation.place if here is None else here) + 1, total)
    if name == "back":
        # After a question from the room, back is the item that was there before it.
        return range(presentation.place if here is None else here - 1, -1, -1)
    if name == "last":
        return range(total - 1, -1, -1)
    return range(total) if name == "first" else ()
