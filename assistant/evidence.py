"""How well each sentence of the passages found bears out an answer to the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer_types import holds
from assistant.concepts import Concept, Field, coverage
from assistant.question import Question, Wanted
from core.documents import Document, Passage, PassageKind
from language.words import terms
from vectorstore.indexed_text import sentence_offsets
from vectorstore.search import Found

# How much a question's word counts by where it stands; the sentence itself is 1. A heading says
# what the line below is about; the title says it of everything, so it says less.
LEAD_IN = 0.9
SECTION = 0.9
INNER_HEADING = 0.8
OUTER_HEADING = 0.65
SAME_PASSAGE = 0.75
HEADER = 0.7
TITLE = 0.5

# The evidence is a weighted sum, chosen on the tune questions (python -m evaluation).
COVERAGE_WEIGHT = 0.45
OWN_WEIGHT = 0.15
DENSE_WEIGHT = 0.40
WRONG_KIND_FACTOR = 0.6
"""What is left of the evidence of a sentence without the kind of thing asked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, by its offsets in the passage's text."""

    passage: Passage
    document: Document
    start: int
    end: int
    coverage: float
    """Share of the question's concepts said by the sentence and what it hangs from, 0 to 1."""
    own: float
    """The share said by the sentence itself."""
    above: float
    """The share said by its headings, lead-in or section alone."""
    dense: float
    kind_held: bool
    evidence: float

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]


def candidates(
    question: Question, concepts: Sequence[Concept], found: Sequence[Found], vector: object
) -> list[Candidate]:
    """Every sentence of the passages found, best evidence first."""
    scored: list[Candidate] = []
    for each in found:
        passage = each.hit.passage
        offsets = sentence_offsets(passage)
        cosines = each.vectors @ vector
        for (start, end), cosine in zip(offsets, cosines, strict=True):
            scored.append(
                _candidate(
                    question, concepts, passage, each.hit.document, start, end, float(cosine)
                )
            )
    scored.sort(key=lambda each: -each.evidence)
    return scored


def _candidate(
    question: Question,
    concepts: Sequence[Concept],
    passage: Passage,
    document: Document,
    start: int,
    end: int,
    cosine: float,
) -> Candidate:
    sentence = passage.text[start:end]
    own_field = Field(frozenset(terms(sentence)), 1.0)
    above = _above(passage, document)
    around = [Field(frozenset(terms(passage.text)), SAME_PASSAGE)]
    held = holds(question.wanted, _with_lead_in(passage, sentence))
    whole = coverage(concepts, [own_field, *above, *around])
    own = coverage(concepts, [own_field])
    dense = max(0.0, min(1.0, cosine))
    evidence = COVERAGE_WEIGHT * whole + OWN_WEIGHT * own + DENSE_WEIGHT * dense
    if not held:
        evidence *= WRONG_KIND_FACTOR
    if passage.kind is PassageKind.HEADING:
        evidence *= 0.8
    if _looks_like_question(sentence):
        evidence *= 0.7
    return Candidate(
        passage,
        document,
        start,
        end,
        whole,
        own,
        coverage(concepts, above),
        dense,
        held,
        evidence,
    )


def _above(passage: Passage, document: Document) -> list[Field]:
    fields = [Field(frozenset(terms(passage.lead_in)), LEAD_IN)]
    fields.append(Field(frozenset(terms(passage.section)), SECTION))
    fields.append(Field(frozenset(terms(" ".join(passage.header))), HEADER))
    if passage.headings:
        fields.append(Field(frozenset(terms(passage.headings[-1])), INNER_HEADING))
        fields.append(Field(frozenset(terms(" ".join(passage.headings[:-1]))), OUTER_HEADING))
    dates = f"{document.published} {document.as_at}"
    about = f"{document.title} {document.about} {document.publisher} {document.kind.label} {dates}"
    fields.append(Field(frozenset(terms(about)), TITLE))
    return [field for field in fields if field.stems]


def _with_lead_in(passage: Passage, sentence: str) -> str:
    # A row's kind is decided by all of it; an item's by itself with its lead-in.
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        return passage.text
    return f"{passage.lead_in} {sentence}" if passage.lead_in else sentence


def _looks_like_question(sentence: str) -> bool:
    return bool(re.search(r"\?[\"'”’)]*$", sentence.strip()))


def needs_kind(wanted: Wanted) -> bool:
    """True when an answer without the kind of thing asked for is no answer."""
    return wanted in (Wanted.PERSON, Wanted.TIME, Wanted.COUNT, Wanted.FREQUENCY)
