"""What a rehearsal is made of: prompts, and what the papers let one say about an answer.

Nothing here grades, scores or ranks an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.answers import Citation


class Role(StrEnum):
    """Who rehearses."""

    SOCIAL_WORKER = "social-worker"
    PERSONAL_ADVISER = "personal-adviser"
    TEAM_MANAGER = "team-manager"
    INDEPENDENT_REVIEWING_OFFICER = "independent-reviewing-officer"
    EARLY_HELP_PRACTITIONER = "early-help-practitioner"
    HEAD_OF_SERVICE = "head-of-service"

    @property
    def label(self) -> str:
        """The role as a person writes it: 'Social worker'."""
        return self.value.replace("-", " ").capitalize()


class Area(StrEnum):
    """What the prompt is about, as an inspection would divide it."""

    HELP_AND_PROTECTION = "help-and-protection"
    CHILDREN_IN_CARE = "children-in-care"
    CARE_LEAVERS = "care-leavers"
    LEADERSHIP_AND_IMPACT = "leadership-and-impact"

    @property
    def label(self) -> str:
        """The area as a person writes it: 'Help and protection'."""
        return self.value.replace("-", " ").capitalize()


class About(StrEnum):
    """Whether the papers can know what a good answer holds."""

    CASE = "case"
    """About a child, a family or one's own work: the papers cannot know it."""
    COUNCIL = "council"
    """About the council: strengths, priorities, figures, what has improved."""

    @property
    def label(self) -> str:
        """'your case' or 'your council'."""
        return f"your {self.value}"


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something an inspector might ask: for practice, in our words, not Ofsted's."""

    id: str
    roles: tuple[Role, ...]
    area: Area
    about: About
    text: str
    shows: tuple[str, ...] = ()
    """What a good answer usually shows."""
    source: Citation | None = None
    """For a prompt made from the papers: the passage; None for one of the bank."""


class Reach(StrEnum):
    """How far an answer goes into a point of the papers."""

    COVERED = "covered"
    TOUCHED = "touched"
    NOT_MENTIONED = "not_mentioned"

    @property
    def label(self) -> str:
        """As it stands on the screen: 'Not mentioned'."""
        return {"touched": "touched on"}.get(self.value, self.value.replace("_", " ")).capitalize()


class DifferenceKind(StrEnum):
    """What of an answer differs from the papers."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    DIRECTION = "direction"

    @property
    def label(self) -> str:
        """As it stands on the screen: 'Figure'."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Check:
    """Words of an answer to be set beside the papers: of the same matter, and given otherwise. It
    is not known that the two are of one thing, so nothing is called different.
    """

    said: str
    """Exact words of the answer."""
    kind: DifferenceKind
    held: str = ""
    """What the papers have there, '82.8% (Aug 24)', where it is one thing."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something that the papers say and that bears on the prompt."""

    citation: Citation
    words: str
    """The point to read at a glance: a sentence of the passage, a row with its columns' names."""
    reach: Reach
    check: Check | None = None
    """Of a point touched on: what was said of it that the papers give otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the answer that the papers give otherwise, with the passage that does."""

    said: str
    """Exact words of the answer."""
    kind: DifferenceKind
    citation: Citation


class Signal(StrEnum):
    """What inspectors listen for, as far as plain words show it."""

    EVIDENCE = "evidence"
    IMPACT = "impact"
    VOICE = "voice"
    OVERSIGHT = "oversight"
    CANDOUR = "candour"

    @property
    def label(self) -> str:
        """As it stands on the screen: 'The child's voice'."""
        return "The child's voice" if self is Signal.VOICE else self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of the answer that show a signal."""

    signal: Signal
    words: str
    """Exact words of the answer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One kindly worded next thing, with the passages it speaks of, if any."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Probe:
    """The follow-up question that would help most."""

    signal: Signal
    """What it asks for."""
    text: str


class FeedbackStatus(StrEnum):
    """How an answer was taken."""

    GIVEN = "given"
    BLOCKED_PERSONAL_DATA = "blocked_personal_data"
    """It holds a child's details: nothing was looked for and nothing is fed back."""
    EMPTY = "empty"
    TOO_LONG = "too_long"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What can be said of an answer. Its own words are only in `differences`, `signs`, `check`s."""

    status: FeedbackStatus
    prompt: Prompt
    points: tuple[Point, ...] = ()
    """Covered first, then touched on, then not mentioned, which a case prompt never has."""
    differences: tuple[Difference, ...] = ()
    signs: tuple[Sign, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """At most three, most useful first."""
    probe: Probe | None = None
    findings: tuple[str, ...] = ()
    """For a blocked answer: what the guard found, as labels ('an NHS number'), never the words."""
    advice: str = ""
    """For anything but GIVEN: what to tell the person."""
    error_id: str = ""
    """For ERROR: the id that the log has too."""
    seconds: float = 0.0
