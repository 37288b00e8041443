"""The one assistant of this process, shared by its sessions, and what the screens ask of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from core.answers import Answer
from core.documents import Document, Passage
from core.errors import InspectionReadyError
from core.settings import settings

log = logging.getLogger(__name__)


class Answering(Protocol):
    """What a screen needs of the assistant; the tests have one with canned answers."""

    def warm(self) -> None: ...

    def ask(self, turns: Sequence[str], organisation: str = "") -> Answer: ...

    def documents(self) -> tuple[Document, ...]: ...

    def suggestions(self) -> tuple[str, ...]: ...

    def passage_context(self, passage: Passage) -> tuple[Passage, ...]: ...


@st.cache_resource(show_spinner=False)
def assistant() -> Answering:
    """The assistant. Cheap: models and index are loaded at the first question or by `warm`."""
    from assistant.pipeline import Assistant  # noqa: PLC0415 - not before the first paint

    return Assistant.open(settings())


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
