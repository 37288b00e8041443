"""What a question gets back: hits, citations, sentences, the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.documents import Document, Passage
from core.inspection_steps import InspectionType


class Status(StrEnum):
    """How a question ended. Screens, scores and the gap list all go by it."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    CONFLICTING = "conflicting"
    NOT_IN_DOCUMENTS = "not_in_documents"
    NEEDS_CLARIFICATION = "needs_clarification"
    BLOCKED_PERSONAL_DATA = "blocked_personal_data"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with the scores that found it: higher is better, `fused` decides the order."""

    passage: Passage
    document: Document
    dense: float
    """Cosine similarity to the question, -1 to 1."""
    keyword: float
    """BM25, 0 when no word is shared."""
    fused: float


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered link from a sentence to the exact words of a passage.

    `spans` are exact words of the file in reading order: a list's lead-in and its item, a
    table's headers and its row.
    """

    number: int
    document: Document
    passage: Passage
    spans: tuple[str, ...]
    note: str = ""
    """What the document's owner pinned to the passage, as it stood when the question was asked."""

    @property
    def quote(self) -> str:
        """The spans as one line, joined by ' … '."""
        return " … ".join(self.spans)


class SentenceKind(StrEnum):
    """How a sentence of an answer is set on the screen."""

    SENTENCE = "sentence"
    ITEM = "item"
    CELL = "cell"
    CALCULATED = "calculated"
    """Worked out from cells that stand before it; says so and cites them all."""
    CORRECTION = "correction"
    """'Not Thursday but Wednesday:': the question's own words, then those of the passage cited."""
    FRAME = "frame"
    """Our own words around quoted ones; holds no fact, so needs no citation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or cell of an answer, with the numbers of its citations."""

    text: str
    citations: tuple[int, ...] = ()
    kind: SentenceKind = SentenceKind.SENTENCE


class NoteKind(StrEnum):
    """Why a note stands under an answer."""

    AGE = "age"
    OTHER_COUNCIL = "other_council"
    CONFLICT = "conflict"
    UNDERSTOOD_AS = "understood_as"
    MISSING = "missing"
    SAMPLE = "sample"
    UNREAD = "unread"
    DATE = "date"
    """When what is quoted falls in this inspection."""
    WORDING = "wording"
    """Why the documents' own words stand here and not a model's."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader must know beside the answer, in a sentence."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle a `needs_clarification`: what the button says and what it means."""

    label: str
    organisation: str = ""
    """A council, where that was asked."""
    inspection: InspectionType = InspectionType.UNSAID
    """A kind of inspection, where that was asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole of an answer. `near` are passages that are near, but not an answer."""

    status: Status
    question: str
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()
    near: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    seconds: float = 0.0
    error_id: str = ""
    """For `error`: the id that the log has too."""
    worded_by: str = ""
    """The model that worded the sentences; '' where they are the documents' own."""

    @property
    def text(self) -> str:
        """The sentences as plain text, one list item a line."""
        lines = [f"- {s.text}" if s.kind is SentenceKind.ITEM else s.text for s in self.sentences]
        return "\n".join(lines)
