"""What came of the last thing somebody did on a screen, with a way back where there is one."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.errors import InspectionReadyError, UnknownDocument
from screens import documents_words as words

log = logging.getLogger(__name__)

_KEY = "outcome"


@dataclass(slots=True)
class Outcome:
    """What is said at the top of the screen."""

    number: int
    text: str
    good: bool
    undo: Callable[[], None] | None = None
    progress: bool = False
    """It tells what an update has begun to do, and is over with it."""
    place: str = ""
    """Beside which box it is said; '' for the top of the screen."""


def outcome() -> Outcome | None:
    """What came of the last thing done in this session."""
    found: Outcome | None = st.session_state.get(_KEY)
    return found


def say(
    text: str,
    *,
    good: bool = True,
    undo: Callable[[], None] | None = None,
    progress: bool = False,
    place: str = "",
) -> None:
    """Have it said at the top of the screen or at a box, in place of what was said before."""
    before = outcome()
    number = before.number + 1 if before else 1
    st.session_state[_KEY] = Outcome(number, text, good, undo, progress, place)


def forget() -> None:
    """Take down what was said."""
    before = outcome()
    if before is not None and before.text:
        st.session_state[_KEY] = Outcome(before.number + 1, "", good=True)


def forget_progress() -> None:
    """Take down what was said of an update that has ended."""
    before = outcome()
    if before is not None and before.progress:
        forget()


def attempt(action: Callable[[], None]) -> bool:
    """Do what somebody asked for. A failure is said in plain words, the log has its number."""
    try:
        action()
    except Exception as error:
        error_id = uuid.uuid4().hex[:8]
        log.error("not done, error id %s: %s", error_id, type(error).__name__)
        say(words.FAILED.format(what=_what(error), error_id=error_id), good=False)
        return False
    return True


def _what(error: Exception) -> str:
    if isinstance(error, UnknownDocument):
        return words.FAILED_GONE
    if isinstance(error, InspectionReadyError):
        return str(error)
    return words.FAILED_DISK if isinstance(error, OSError) else words.FAILED_OURS


def show_outcome(place: str = "") -> None:
    """Draw what was said, with its way back, if it is to be said here."""
    said = outcome()
    if said is None or not said.text or said.place != place:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="outcome"):
        icon = ":material/check_circle:" if said.good else ":material/error:"
        st.markdown(icon, width="content")
        st.text(said.text, width="stretch")
        if said.undo is not None:
            st.button(words.UNDO, key="outcome-undo", on_click=_undo, args=(said.undo,))


def _undo(action: Callable[[], None]) -> None:
    if attempt(action):
        say(words.UNDONE)
