"""The presenter's window: what is in the room, what comes next, notes, questions from the room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assistant.briefing import fit, standing
from assistant.briefings.sources import by_place
from core.documents import Document
from core.packs import Pack
from screens import brief_words as words
from screens import components
from screens.brief_asked import ask_from_the_room
from screens.brief_check import check_button, ready, watch
from screens.brief_item import show_choice, show_reading, show_words
from screens.brief_keys import CONTROLS, handle_keys, place_of, push_item, taken
from screens.brief_room_data import stands
from screens.brief_rooms import Presentation, presentations
from screens.brief_state import ONE, PACK, PRESENT, PRESENTING, documents, packs
from screens.shared.holdings import changes_allowed
from screens.shared.outcome import show_outcome
from screens.shared.plain import plain


def show_presenter(presentation: Presentation, pack: Pack) -> None:
    """The whole of it."""
    live = documents()
    st.header(words.PRESENTING.format(name=plain(pack.name)), anchor=False)
    with st.container(key="said"):
        show_outcome()
    # A place of its own: if what follows moved down, it would be there twice for a moment.
    with st.container(key="to-check"):
        if changes_allowed() and ready(pack, live) < len(pack.items):
            check_button(pack, first=False)
    _controls(presentation, pack)
    place = place_of(presentation, pack)
    now, after = st.columns(2)
    with now:
        _in_room(presentation, pack, place, live)
    with after:
        _next(pack, presentation.place if place is None else place, live)
    ask_from_the_room(presentation, live)
    _list(presentation, pack, live)
    components.keys(
        taken(),
        letters=presentation.letters,
        scrolls=False,
        key="presenter-keys",
        on_press=partial(handle_keys, presentation, "presenter-keys"),
    )
    watch(presentation, presentation.version, live)


def show_way_back() -> None:
    """For who has left the window of a presentation that they began and that goes on."""
    going_on = presentations().of_presenter(st.session_state.get(PRESENTING, ""))
    pack = packs().read(going_on.pack) if going_on is not None else None
    if going_on is None or pack is None:
        return
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key="presenting-now"
    ):
        st.text(words.GOING_ON.format(name=pack.name), width="stretch")
        st.button(words.GO_BACK, key="go-back", on_click=_go_back, args=(going_on.key,))


def _go_back(key: str) -> None:
    st.query_params.clear()
    st.query_params[PRESENT] = key


def _controls(presentation: Presentation, pack: Pack) -> None:
    with st.container(horizontal=True, gap="small", key="windows"):
        st.link_button(
            words.OPEN_ROOM,
            f"./?room={presentation.code}",
            icon=":material/open_in_new:",
            type="primary",
        )
        st.button(
            words.ONE_WINDOW, key="one", icon=":material/fullscreen:", on_click=_only_this_window
        )
        st.button(words.END, key="end", on_click=_end, args=(presentation.key, pack.id))
    st.text(words.ROOM_WHY)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="controls"):
        for label, name, icon in (
            (words.PREVIOUS_BUTTON, "back", ":material/chevron_left:"),
            (words.NEXT_BUTTON, "next", ":material/chevron_right:"),
        ):
            st.button(
                label,
                key=f"go-{name}",
                icon=icon,
                on_click=push_item,
                args=(presentation, name),
            )
        st.button(
            words.UNBLANK if presentation.blank else words.BLANK,
            key="blank",
            icon=":material/visibility_off:",
            on_click=presentation.set_blank,
            args=(not presentation.blank,),
        )
        st.session_state["letters"] = presentation.letters
        st.toggle(
            words.LETTERS,
            key="letters",
            on_change=lambda: presentation.set_letters(st.session_state["letters"]),
        )
    show_outcome(CONTROLS)


def _only_this_window() -> None:
    st.query_params[ONE] = "room"


def _end(key: str, pack: str) -> None:
    presentations().end(key)
    st.query_params.clear()
    st.query_params[PACK] = pack


def _in_room(
    presentation: Presentation, pack: Pack, place: int | None, live: Sequence[Document]
) -> None:
    st.subheader(words.IN_ROOM, anchor=False)
    pushed = presentation.pushed
    if pushed is None:
        st.text(words.NOTHING_IN_ROOM)
        return
    if presentation.blank:
        st.text(words.BLANK_NOW)
    if place is not None:
        st.text(words.NUMBER.format(number=place + 1, total=len(pack.items)))
        if pack.items[place].note:
            st.text(words.YOUR_NOTE.format(note=pack.items[place].note))
    st.markdown(f"**{plain(pushed.question)}**")
    if not stands(pushed.answer, live):
        st.text(words.DOWN_NOW)
        return
    show_words(pushed.answer)
    for line, (each, *_) in by_place(pushed.citations).items():
        _open_button(presentation, words.PASSAGE.format(source=line), each.number, picture=False)
        if each.document.file.lower().endswith(".pdf") and each.passage.page_index >= 0:
            _open_button(presentation, words.PICTURE.format(source=line), each.number, picture=True)
    if presentation.passage:
        st.button(words.HIDE, key="open-none", on_click=presentation.open, args=(0,))


def _open_button(presentation: Presentation, label: str, number: int, *, picture: bool) -> None:
    st.button(
        plain(label),
        key=f"open-{number}-{picture}",
        wrap=True,
        on_click=presentation.open,
        args=(number,),
        kwargs={"picture": picture},
    )


def _next(pack: Pack, place: int, live: Sequence[Document]) -> None:
    st.subheader(words.NEXT, anchor=False)
    following = pack.items[place + 1] if place + 1 < len(pack.items) else None
    if following is None:
        st.text(words.NO_NEXT)
        return
    st.markdown(f"**{plain(following.question)}**")
    if following.note:
        st.text(words.YOUR_NOTE.format(note=following.note))
    if fit(following, live) and following.kept:
        if not following.approved:
            st.text(words.NOT_APPROVED)
        show_words(following.kept.answer)
    else:
        st.text(words.NOT_FIT_NEXT.format(standing=standing(following, live).value))


def _list(presentation: Presentation, pack: Pack, live: Sequence[Document]) -> None:
    shown = presentation.pushed.identity if presentation.pushed else ""
    for number, item in enumerate(pack.items, 1):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"row-{item.id}"
        ):
            st.button(
                f"{number}. {plain(item.question)}",
                key=f"push-{item.id}",
                wrap=True,
                disabled=not fit(item, live),
                type="primary" if item.id == shown else "secondary",
                on_click=push_item,
                args=(presentation, f"item {number}"),
            )
            if not fit(item, live):
                st.text(words.sentence(standing(item, live)))
            elif not item.approved:
                show_reading(pack, item, number, changeable=changes_allowed())
        show_choice(pack, item, number, live, changeable=changes_allowed())
