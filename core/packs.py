"""A pack: an ordered list of questions for a briefing, each with its answer as checked on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.answers import Answer


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer as it was found, when, and over which documents (`assistant.briefing`)."""

    answer: Answer
    at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a pack."""

    id: str
    question: str
    kept: Checked | None = None
    """The answer that the presenter goes by."""
    found: Checked | None = None
    """What a later check found where it differs from `kept`, until the presenter takes it."""
    note: str = ""
    """The presenter's own, never shown in the room."""
    hidden: frozenset[int] = frozenset()
    """Numbers of the citations that the presenter chose not to show."""
    week: int = 0
    """For a week of the timetable: which; its answer is made of the steps. 0 for a question."""
    prompt: str = ""
    """For a practice prompt: its id; it has where to look and no answer. '' for a question."""
    approved: bool = False
    """The presenter has read the answer in `kept` and holds it right."""
    lost: bool = False
    """Its answer was taken out, since a document that it quoted was removed."""


@dataclass(frozen=True, slots=True)
class Pack:
    """An ordered list of questions."""

    id: str
    name: str
    changed: datetime
    items: tuple[Item, ...] = ()

    def item(self, name: str) -> Item | None:
        """The item with an id, if it is still there."""
        return next((each for each in self.items if each.id == name), None)
