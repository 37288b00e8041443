"""What one browser session remembers: its questions and answers, its council, the open source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import streamlit as st

from core.answers import Answer, Citation, Option, Status
from core.inspection_steps import InspectionType

BOX = "question_box"
"""Key of the question box."""

_KEY = "conversation"
_EARLIER_TURNS = 6
"""Earlier questions that go along with a new one; a follow-up rarely reaches further back."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer."""

    id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Opened:
    """The source that is open: of which turn, among its sources or its near ones, which number."""

    turn: int
    number: int
    near: bool = False


@dataclass(slots=True)
class Conversation:
    """Everything a session keeps. A question that was not taken is not among it."""

    turns: list[Turn] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    """Questions submitted and not yet answered, so that none is lost to an interrupted run."""
    blocked: Answer | None = None
    """The last answer, when the question was not taken: the guard stopped it, or it was too long.
    The question is only in the box."""
    offered: str = ""
    """The stopped question with the details replaced: may go into the box instead."""
    taken: bool = False
    """What was offered is in the box."""
    told: bool = False
    """That it is in the box was announced."""
    organisation: str = ""
    inspection: InspectionType = InspectionType.UNSAID
    """The kind of inspection chosen when the papers set out several."""
    opened: Opened | None = None
    worded: bool = True
    """May a model word the answers, where the council has set one?"""
    quoted_next: bool = False
    """The answer under way is wanted in the documents' own words."""
    cleared: list[Turn] = field(default_factory=list)
    """What 'Clear conversation' took away, until the next question, so that it can be undone."""
    next_id: int = 1

    def submit(self, question: str) -> None:
        """Take a question in."""
        if question.strip():
            self.pending.append(question)
        self.opened = None

    def questions(self) -> list[str]:
        """The earlier questions that a follow-up may lean on."""
        return [turn.answer.question for turn in self.turns[-_EARLIER_TURNS:]]

    def add(self, answer: Answer, too_long: bool = False) -> None:
        """Keep an answer, unless its question was blocked or too long to be read."""
        self.cleared = []
        self.blocked = None
        self.offered, self.taken, self.told = "", False, False
        if too_long or answer.status is Status.BLOCKED_PERSONAL_DATA:
            self.blocked = replace(answer, question="")
        else:
            self.turns.append(Turn(self.next_id, answer))
            self.next_id += 1

    def choose(self, option: Option) -> None:
        """The user's council, or the kind of inspection, is known now: keep it, and ask again what
        waited for it.
        """
        self.organisation = option.organisation or self.organisation
        if option.inspection is not InspectionType.UNSAID:
            self.inspection = option.inspection
        if self.turns and self.turns[-1].answer.status is Status.NEEDS_CLARIFICATION:
            self.submit(self.turns.pop().answer.question)

    def quote_it(self) -> None:
        """Give the answer under way in the documents' own words, without waiting for a model."""
        self.quoted_next = True

    def take_offered(self) -> None:
        """Put the question with its details replaced into the box, to be looked over."""
        st.session_state[BOX] = self.offered
        self.taken = True

    def clear(self) -> None:
        """Forget the conversation, but for the one step back."""
        self.cleared, self.turns = self.turns, []
        self.inspection = InspectionType.UNSAID
        self.blocked = self.opened = None
        self.offered = ""

    def undo_clear(self) -> None:
        self.turns, self.cleared = self.cleared, []

    def source(self) -> Citation | None:
        """The citation that is open, if any."""
        if self.opened is None:
            return None
        for turn in self.turns:
            if turn.id == self.opened.turn:
                listed = turn.answer.near if self.opened.near else turn.answer.citations
                return next((c for c in listed if c.number == self.opened.number), None)
        return None


def conversation() -> Conversation:
    """The conversation of this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Conversation()
    kept: Conversation = st.session_state[_KEY]
    return kept
