"""Brief: packs of checked questions, to present to a room and to hand out."""

from __future__ import annotations

import streamlit as st

from assistant.briefing import Template, templates
from core.packs import Item, Pack
from records.packs import new_id
from screens import brief_words as words
from screens import components, first_run
from screens.brief_check import with_checks
from screens.brief_keys import renew
from screens.brief_one import show_one
from screens.brief_pack import show_pack
from screens.brief_present import show_presenter, show_way_back
from screens.brief_rooms import presentations
from screens.brief_state import ONE, PACK, PRESENT, child_details, documents, make_pack, packs
from screens.shared.header import show_header
from screens.shared.holdings import changes_allowed
from screens.shared.outcome import forget, outcome, say, show_outcome
from screens.shared.plain import plain
from screens.shared.trouble import shown_safely

_NAME, _PLACE = "new-pack-name", "brief-place"


@shown_safely
def show() -> None:
    """The packs, the one that is open, or the presenter's window of one."""
    if not first_run.begun() and not first_run.ready():
        return
    key, name = st.query_params.get(PRESENT, ""), st.query_params.get(PACK, "")
    presentation = presentations().of_presenter(key) if key else None
    opened = packs().read(presentation.pack if presentation else name)
    one_window = presentation is not None and ONE in st.query_params
    if opened is not None:
        # Drawn whether or not anything is checked: what follows keeps its place.
        with st.container(key="checks"):
            opened = with_checks(opened, quiet=one_window)
        if presentation is not None:
            renew(presentation, opened)
    if presentation is not None and opened is not None and one_window:
        show_one(presentation, opened, st.query_params[ONE])
        return
    said = outcome()
    number = f"brief-{name}-{said.number if said else 0}"
    title = opened.name if opened else words.BRIEF
    place = f"brief {key} {name}"
    arrived = st.session_state.get(_PLACE) != place
    st.session_state[_PLACE] = place
    spoken = (said.text if said else "") or (title if arrived else "")
    components.frame(title, number, spoken, place=place)
    show_header(documents())
    if key and presentation is None:
        st.info(words.SESSION_GONE)
    if presentation is None:
        show_way_back()
    if presentation is not None and opened is not None:
        show_presenter(presentation, opened)
    elif opened is not None:
        show_pack(opened, changeable=changes_allowed())
    else:
        _all(gone=bool(name))


def _all(*, gone: bool) -> None:
    st.header(words.BRIEF, anchor=False)
    st.text(words.PURPOSE)
    show_outcome()
    if gone:
        st.info(words.PACK_GONE)
    changeable = changes_allowed()
    if not changeable:
        st.info(words.READ_ONLY)
    held = [read for each in packs().all() if (read := packs().read(each.id))]
    if held:
        st.subheader(words.PACKS, anchor=False)
        for pack in held:
            _line(pack)
    elif changeable:
        st.text(words.NO_PACKS)
    if changeable:
        _begin()


def _line(pack: Pack) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            plain(pack.name),
            key=f"open-{pack.id}",
            icon=":material/co_present:",
            wrap=True,
            on_click=open_pack,
            args=(pack.id,),
        )
        st.text(words.held(len(pack.items), pack.changed))


def _begin() -> None:
    st.subheader(words.BEGIN, anchor=False)
    for number, each in enumerate(templates()):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                words.BEGIN_COUNT.format(name=each.name, count=len(each.questions)),
                key=f"template-{number}",
                wrap=True,
                on_click=_from_template,
                args=(each,),
            )
            st.text(each.purpose)
    show_outcome(_NAME)
    with st.form("new-pack", border=False):
        st.text_input(words.NEW_NAME, max_chars=80, key=_NAME)
        st.form_submit_button(words.NEW, on_click=_empty)


def _from_template(template: Template) -> None:
    items = tuple(Item(new_id(), question) for question in template.questions)
    open_pack(make_pack(template.name, items))


def _empty() -> None:
    name = st.session_state[_NAME].strip()
    found = child_details(name)
    if found or not name:
        said = words.BLOCKED.format(what=found) if found else words.NAME_NEEDED
        say(said, good=False, place=_NAME)
        return
    forget()
    open_pack(make_pack(name))


def open_pack(pack: str) -> None:
    """Put a pack's id into the address."""
    if pack:
        st.query_params[PACK] = pack
