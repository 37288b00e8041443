"""One step, opened: its source as the chat shows it, or who does it here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assistant.timetables.dated_steps import DatedStep, SourcedStep
from core.answers import Citation
from core.register import words_hash
from core.this_inspection import KeptDuty
from screens import components
from screens import timetable_words as words
from screens.shared.holdings import reader, register
from screens.shared.outcome import attempt, say
from screens.source_view import open_source
from screens.timetable_data import source
from screens.timetable_state import Seen, record

_OPENED = "timetable-opened"
_LONGEST = 80
"""Characters of an owner: a name and a role."""


def open_from(key: str, what: str) -> None:
    """Have the step that was pressed in a component opened: its 'source' or its 'owner'."""
    name = st.session_state[key].get(what)
    if name:
        st.session_state[_OPENED] = (what, name)


def show_opened(shown: Seen) -> None:
    """Draw what is open, if anything."""
    what, name = st.session_state.get(_OPENED, ("", ""))
    if not what:
        return
    step, on_board = shown.step(name), shown.dated(name)
    if step is None or (what == "owner" and on_board is None):
        _close()
        say(words.STEP_GONE, good=False)
    elif on_board is not None and what == "owner" and shown.changeable:
        _owner(on_board, shown.known.owners)
    else:
        open_source(citation(step), source(step)["label"], f"step-{name}", _close)


def citation(each: SourcedStep) -> Citation:
    """A step's words, with those that name its day where they stand in another passage."""
    index = reader()
    spans = each.quotes
    if index is not None and each.step.day_from:
        named = index.store.get([each.step.day_from]).get(each.step.day_from)
        spans = (*(named.passage.quotes() if named else ()), *spans)
    pinned = register().details(each.document.id).notes
    digest = words_hash(each.passage.text)
    note = next((note.text for note in pinned if note.passage == digest), "")
    return Citation(0, each.document, each.passage, spans, note)


def _close() -> None:
    st.session_state.pop(_OPENED, None)


def _owner(each: DatedStep, owners: Mapping[str, str]) -> None:
    @st.dialog(words.STEP_OWNER, on_dismiss=_close)
    def write() -> None:
        found = ""
        st.text(f"‘{each.step.what}’")
        # A form, so that Enter saves: it presses the first button.
        with st.form("owner", border=False):
            owner = st.text_input(
                words.STEP_OWNER,
                value=each.owner,
                help=words.OWNER_WHY,
                max_chars=_LONGEST,
                key="owner-text",
            ).strip()
            with st.container(horizontal=True, gap="small"):
                save = st.form_submit_button(words.OWNER_SAVE, key="owner-save", type="primary")
                remove = bool(each.owner) and st.form_submit_button(
                    words.OWNER_REMOVE, key="owner-remove"
                )
                cancel = st.form_submit_button(words.CANCEL, key="owner-cancel")
        components.focus("owner-text", key="owner-focus")
        if cancel:
            _close()
            st.rerun()
        if remove:
            _keep(each, "", owners)
        if save:
            found = _child_details(owner)
            if not found:
                _keep(each, owner, owners)
        if found:
            st.error(words.OWNER_BLOCKED.format(what=found))

    write()


def _keep(each: DatedStep, owner: str, owners: Mapping[str, str]) -> None:
    """Notes the owner of what the step tells, for whichever paper leads."""
    kept = record()
    after = {each.source.key: "", each.duty: owner}
    before = {key: owners.get(key, "") for key in after}
    told = KeptDuty(each.step.what, each.step.inspection)

    def note() -> None:
        kept.remember({each.duty: told})
        kept.set_owners(after)

    if owner != each.owner and attempt(note):
        said = words.OWNER_SAVED if owner else words.OWNER_REMOVED
        say(said, undo=partial(kept.set_owners, before))
    _close()
    st.rerun()


def _child_details(text: str) -> str:
    """What of a child's details an owner's name seems to hold; '' for nothing."""
    from assistant.guard import FindingKind, guard  # noqa: PLC0415 - not before the first paint

    # A first name alone looks like a child's; here it is a colleague's.
    kinds = [kind for kind in guard(text).kinds if kind is not FindingKind.CHILD_NAME]
    return ", ".join(kind.label for kind in kinds)
