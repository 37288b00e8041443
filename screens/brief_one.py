"""Presenting with one window: the room fills it; questions are asked on a page of their own, which
is reached from a blank screen only.
"""

from __future__ import annotations

import streamlit as st

from core.packs import Pack
from screens import brief_words as words
from screens import components
from screens.brief_asked import ask_from_the_room
from screens.brief_check import watch
from screens.brief_keys import handle_keys, taken
from screens.brief_room import show_picture
from screens.brief_room_data import room_data
from screens.brief_rooms import Presentation
from screens.brief_state import ONE, documents
from screens.shared.outcome import show_outcome
from screens.shared.plain import plain

ROOM, ASKING = "room", "asking"
_KEYS, _ROOM = "one-keys", "one-room"


def show_one(presentation: Presentation, pack: Pack, showing: str) -> None:
    """The room, or the page to ask on. `showing`: what the address says."""
    if showing == ASKING:
        _asking(presentation, pack)
    else:
        _room(presentation)


def _room(presentation: Presentation) -> None:
    live = documents()

    def pressed() -> None:
        handle_keys(presentation, _KEYS)

    def source() -> None:
        number = int(st.session_state[_ROOM].get("source") or 0)
        if number:
            presentation.open(0 if presentation.passage == number else number)

    components.keys(
        taken(), letters=presentation.letters, scrolls=True, key=_KEYS, on_press=pressed
    )
    components.room(room_data(presentation, live), key=_ROOM, on_source=source)
    show_picture(presentation, live)
    watch(presentation, presentation.version, live)
    with st.container(horizontal=True, gap="small", key="one-window"):
        if not presentation.blank:
            st.button(words.BLANK, key="one-blank", on_click=presentation.set_blank, args=(True,))
            return
        st.button(words.UNBLANK, key="one-show", on_click=presentation.set_blank, args=(False,))
        st.button(words.ASK_HERE, key="one-ask", on_click=_go, args=(ASKING,))
        st.button(words.PRESENTER, key="one-leave", on_click=_go, args=("",))


def _asking(presentation: Presentation, pack: Pack) -> None:
    st.header(plain(pack.name), anchor=False)
    with st.container(key="said"):
        show_outcome()
    st.text(words.ASK_HERE_WHY)
    ask_from_the_room(presentation, documents(), after=lambda: _go(ROOM))
    st.button(words.BACK_TO_ROOM, key="one-back", on_click=_go, args=(ROOM,))


def _go(showing: str) -> None:
    if showing:
        st.query_params[ONE] = showing
    else:
        st.query_params.pop(ONE, None)
