"""What Rehearse remembers of one browser session, in the server's memory and nowhere else."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from assistant.rehearsal.session import Phase, Session, begin
from core.answers import Citation
from core.errors import BadBank
from core.rehearsal import Area, FeedbackStatus, Role
from screens import rehearse_words as words
from screens.shared.service import coach

LENGTHS = (5, 10, 20)
_KEY = "practice"


@dataclass(slots=True)
class Practice:
    """The choices, the session under way and the box."""

    role: Role = Role.SOCIAL_WORKER
    area: Area = Area.HELP_AND_PROTECTION
    minutes: int = 10
    session: Session | None = None
    starting: bool = False
    trouble: str = ""
    """Why it did not start."""
    box: int = 0
    """Changes when the box is to be filled anew, with `draft`."""
    draft: str = field(default="", repr=False)
    """What stands in the box as far as the browser has told."""
    handled: int = 0
    """Number of the last thing done in the box: the browser says it again where it got lost."""
    notice: str = ""
    """What is said under the box: what the guard found, that an answer is too long."""
    blocked: bool = False
    said: int = 0
    """Counts what is to be read out."""
    hints: tuple[Citation, ...] | None = None
    """Where to look, once that was asked."""
    opened: tuple[str, Citation] | None = None
    """The source that is open, with the name of its card."""

    def start(self) -> None:
        """Begin a session as chosen, or say why not."""
        self.starting, self.trouble = False, ""
        try:
            prompts = coach().prompts(self.role, self.area)
        except BadBank as error:
            self.trouble = words.BAD_BANK.format(error=error)
            return
        if not prompts:
            role, area = self.role.label.lower(), self.area.label.lower()
            self.trouble = words.NO_PROMPTS.format(role=role, area=area)
            return
        self.session = begin(self.role, self.area, self.minutes, prompts, time.monotonic())
        self._fill("")

    def act(self, number: int, box: int, action: str, text: str) -> None:
        """Do what a button at the box asks for, once."""
        session = self.session
        if number <= self.handled or box != self.box or session is None:
            return
        self.handled, self.draft = number, text
        if action == "feedback":
            self._answer(session, text)
        elif action == "replace":
            self._fill(coach().replaced(text))
            self.notice = words.REPLACED
            self.said += 1
        elif action == "hint":
            self.hint()
        elif action == "skip":
            self.go(session.skip())
        elif action == "finish":
            self.go(session.finish())

    def keep(self, box: int, text: str) -> None:
        """Take note of what stands in the box as it is left, so that another screen can be looked
        at meanwhile.
        """
        if box == self.box:
            self.draft = text

    def go(self, session: Session, text: str = "") -> None:
        """Take a step, with `text` in the box."""
        self.session = session
        self.hints = self.opened = None
        self._fill(text if session.phase is Phase.ASKING else "")

    def hint(self) -> None:
        """Find where to look."""
        if self.session is None or self.session.prompt is None:
            return
        self.hints = coach().hint(self.session.prompt)
        self.said += 1

    def end(self) -> None:
        """Back to the choices; nothing of the session is left."""
        self.session = self.hints = self.opened = None
        self._fill("")

    def _answer(self, session: Session, text: str) -> None:
        if session.prompt is None:
            return
        feedback = coach().feedback(session.prompt, text, session.earlier)
        self.said += 1
        if feedback.status is FeedbackStatus.GIVEN:
            self.go(session.answered(feedback, text))
            return
        self.notice = feedback.advice
        self.blocked = feedback.status is FeedbackStatus.BLOCKED_PERSONAL_DATA

    def _fill(self, text: str) -> None:
        self.box += 1
        self.draft, self.notice, self.blocked = text, "", False


def practice() -> Practice:
    """The practice of this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Practice()
    kept: Practice = st.session_state[_KEY]
    return kept


def open_source(name: str, citation: Citation) -> None:
    """Open the source of a card."""
    practice().opened = (name, citation)


def close_source() -> None:
    """Close it."""
    practice().opened = None


def step(session: Session, text: str = "") -> partial[None]:
    """A callback that takes a step."""
    return partial(practice().go, session, text)
