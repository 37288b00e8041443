"""What the pipeline's steps pass on to one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.concepts import Concept
from assistant.evidence import Candidate
from assistant.grades.regimes import Change, changes_of
from assistant.question import Question
from core.answers import Answer, Citation, Note, Option, Sentence, SentenceKind, Status
from core.documents import Document, Passage
from core.inspection_steps import InspectionType
from core.settings import Settings
from core.this_inspection import ThisInspection
from records.inspection import InspectionRecord
from vectorstore.embed import Vectors
from vectorstore.search import Found, Search


@dataclass(slots=True)
class State:
    """One question on its way through the steps."""

    turns: list[str]
    organisation: str
    """Our council: the settings' or the one chosen for this conversation; '' when unknown."""
    settings: Settings
    search: Search
    inspection: InspectionType = InspectionType.UNSAID
    """The kind of inspection chosen in this conversation, or set for this council."""
    read: list[str] = field(default_factory=list)
    """The turns as read: slips put right, without what says only who asks and why."""
    question: Question | None = None
    concepts: Sequence[Concept] = ()
    vector: Vectors | None = None
    found: list[Found] = field(default_factory=list)
    speaking: frozenset[str] = frozenset()
    """The documents whose editions speak; the others answer when nothing of these does."""
    theirs: list[Found] = field(default_factory=list)
    """Passages about another council than the question is about: never answer, may be near."""
    candidates: list[Candidate] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _known: ThisInspection | None = None
    _changes: list[Change] | None = None
    _contexts: dict[tuple[str, str], tuple[Passage, ...]] = field(default_factory=dict)

    @property
    def spoken(self) -> list[str]:
        """The turns as read; as typed before that step."""
        return self.read or self.turns

    @property
    def asked(self) -> Question:
        """The question as understood. Only for steps after that one."""
        if self.question is None:
            raise RuntimeError("the question has not been understood yet")
        return self.question

    @property
    def question_vector(self) -> Vectors:
        """The question's unit vector. Only for steps after the search."""
        if self.vector is None:
            raise RuntimeError("the question has not been searched for yet")
        return self.vector

    @property
    def changes(self) -> list[Change]:
        """The changes of frameworks that the live documents give, read once for a question."""
        if self._changes is None:
            self._changes = changes_of(self.search.index)
        return self._changes

    @property
    def known_inspection(self) -> ThisInspection:
        """What the register knows of this inspection, read once for a question."""
        if self._known is None:
            self._known = InspectionRecord(self.search.index.register.engine).read()
        return self._known

    def context(self, document: Document) -> tuple[Passage, ...]:
        """A document's passages in order, read once for a question."""
        key = (document.id, document.version)
        if key not in self._contexts:
            self._contexts[key] = self.search.index.passages(*key)
        return self._contexts[key]

    def answer(
        self,
        status: Status,
        sentences: Sequence[Sentence] = (),
        citations: Sequence[Citation] = (),
        near: Sequence[Citation] = (),
        options: Sequence[Option] = (),
    ) -> Answer:
        """An answer to this question with its notes."""
        return Answer(
            status=status,
            question=self.turns[-1],
            sentences=tuple(sentences),
            citations=tuple(citations),
            notes=tuple(self.notes),
            near=tuple(near),
            options=tuple(options),
        )

    def plain(self, status: Status, text: str) -> Answer:
        """An answer in our own words that holds no fact of a document."""
        return self.answer(status, [Sentence(text, kind=SentenceKind.FRAME)])


Step = Callable[[State], Answer | None]
"""Settles the answer, or leaves it to the next."""


def settle(state: State, steps: Sequence[Step]) -> Answer | None:
    """The answer of the first step that settles it; None where none does."""
    return next((answer for step in steps if (answer := step(state)) is not None), None)
