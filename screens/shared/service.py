"""The one assistant of this process, shared by its sessions, and what the screens ask of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from typing import Protocol

import streamlit as st

from core.answers import Answer, Citation
from core.documents import Document, Passage
from core.errors import InspectionReadyError
from core.inspection_steps import InspectionType
from core.rehearsal import Area, Feedback, Prompt, Role
from core.settings import settings

log = logging.getLogger(__name__)


class Answering(Protocol):
    """What a screen needs of the assistant; the tests have one with canned answers."""

    def warm(self) -> None: ...

    def answers(
        self,
        turns: Sequence[str],
        organisation: str = "",
        inspection: InspectionType = InspectionType.UNSAID,
        worded: bool = True,
    ) -> Iterator[Answer]: ...

    def without_details(self, text: str) -> str: ...

    def documents(self) -> tuple[Document, ...]: ...

    def suggestions(self) -> tuple[str, ...]: ...

    def passage_context(self, passage: Passage) -> tuple[Passage, ...]: ...

    def coach(self) -> Coaching: ...


class Coaching(Protocol):
    """What Rehearse needs of the coach."""

    def prompts(self, role: Role, area: Area) -> tuple[Prompt, ...]: ...

    def every(self) -> tuple[Prompt, ...]: ...

    def hint(self, prompt: Prompt) -> tuple[Citation, ...]: ...

    def sources(self, prompt: Prompt) -> tuple[Citation, ...]: ...

    def feedback(self, prompt: Prompt, answer: str, follow_up_to: str = "") -> Feedback: ...

    def replaced(self, answer: str) -> str: ...


@st.cache_resource(show_spinner=False)
def assistant() -> Answering:
    """The assistant. Cheap: models and index are loaded at the first question or by `warm`."""
    from assistant.answering import Assistant  # noqa: PLC0415 - not before the first paint

    return Assistant.open(settings())


@st.cache_resource(show_spinner=False)
def coach() -> Coaching:
    """The coach of this process, over the assistant's index."""
    return assistant().coach()


def suggestions() -> tuple[str, ...]:
    """Questions to begin with, found once for each state of the documents."""
    return _suggestions(tuple((each.id, each.version) for each in assistant().documents()))


@st.cache_data(show_spinner=False, max_entries=4)
def _suggestions(versions: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    del versions
    return assistant().suggestions()


@st.cache_resource(show_spinner=False)
def warm() -> threading.Thread:
    """Load models and index in the background, once in a process. Call it after painting."""

    def load() -> None:
        try:
            assistant().warm()
        except InspectionReadyError as error:
            log.warning("not warmed: %s", error)
        except Exception:
            log.exception("not warmed")

    thread = threading.Thread(target=load, name="warm", daemon=True)
    thread.start()
    return thread


def warming() -> bool:
    """Are the models still being loaded?"""
    return warm().is_alive()
