"""The presentations going on in this process: what each has pushed, and who may see it.

A presenter's key and a room's code are unguessable, and neither leads to the other or to another
presentation. Nothing here is written down: a question from the room ends with the presentation.
"""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field

import streamlit as st

from core.answers import Answer, Citation

KEPT_SECONDS = 12 * 3600.0
"""A day's sessions; a key in yesterday's address opens nothing."""
MOST = 200
"""Presentations at once, so that nobody can fill the memory by beginning them."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What the room sees: a question with its answer and the citations that show."""

    identity: str
    """The item's id, or a name of its own for a question from the room."""
    question: str
    answer: Answer
    citations: tuple[Citation, ...]


@dataclass(slots=True)
class Presentation:
    """One presenter and one room. Change it only through its methods; any session may call them."""

    key: str
    code: str
    pack: str
    pushed: Pushed | None = None
    place: int = -1
    """Where in the pack the room is or was last, from 0."""
    blank: bool = False
    passage: int = 0
    """Number of the citation whose passage is shown, 0 for none."""
    picture: bool = False
    """The page's picture is shown with the passage."""
    letters: bool = True
    version: int = 0
    touched: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def push(self, pushed: Pushed, place: int | None = None) -> None:
        """Put something into the room; `place` is where in the pack it stands."""
        with self.lock:
            self.place = self.place if place is None else place
            self.pushed, self.blank, self.passage, self.picture = pushed, False, 0, False
            self._changed()

    def renew(self, pushed: Pushed) -> None:
        """Put the same words from papers as they are now in place of what is in the room."""
        with self.lock:
            if self.pushed is not None and self.pushed.identity == pushed.identity:
                numbers = {each.number for each in pushed.citations}
                self.pushed = pushed
                self.passage = self.passage if self.passage in numbers else 0
                self.picture = self.picture and self.passage > 0
                self._changed()

    def set_blank(self, blank: bool) -> None:
        with self.lock:
            self.blank = blank
            self._changed()

    def open(self, number: int, *, picture: bool = False) -> None:
        """Show the passage of a citation, or none with 0; with the page's picture if wanted."""
        with self.lock:
            self.passage, self.picture = number, picture and number > 0
            self._changed()

    def set_letters(self, letters: bool) -> None:
        with self.lock:
            self.letters = letters
            self._changed()

    def back(self) -> None:
        """Escape: out of the blank screen, else out of the passage."""
        with self.lock:
            if self.blank:
                self.blank = False
            else:
                self.passage, self.picture = 0, False
            self._changed()

    def _changed(self) -> None:
        self.version += 1
        self.touched = time.monotonic()


class Presentations:
    """All of them."""

    def __init__(self) -> None:
        self._by_key: dict[str, Presentation] = {}
        self._by_code: dict[str, Presentation] = {}
        self._lock = threading.Lock()

    def begin(self, pack: str) -> Presentation:
        """A new presentation of a pack, its room empty."""
        made = Presentation(secrets.token_urlsafe(18), secrets.token_urlsafe(18), pack)
        with self._lock:
            self._sweep()
            self._by_key[made.key] = self._by_code[made.code] = made
        return made

    def of_presenter(self, key: str) -> Presentation | None:
        return self._by_key.get(key)

    def of_room(self, code: str) -> Presentation | None:
        return self._by_code.get(code)

    def end(self, key: str) -> None:
        """The room shows that it is closed."""
        with self._lock:
            ended = self._by_key.pop(key, None)
            if ended is not None:
                self._by_code.pop(ended.code, None)

    def _sweep(self) -> None:
        now = time.monotonic()
        by_age = sorted(self._by_key.values(), key=lambda each: each.touched)
        too_many = len(by_age) - MOST + 1
        for number, each in enumerate(by_age):
            if number < too_many or now - each.touched > KEPT_SECONDS:
                self._by_key.pop(each.key, None)
                self._by_code.pop(each.code, None)


@st.cache_resource(show_spinner=False)
def presentations() -> Presentations:
    """Those of this process."""
    return Presentations()
