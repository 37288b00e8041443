"""Reads the likeliest sentences together with the question, and puts them in order anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.cells import row_name
from assistant.concepts import without_dates
from assistant.evidence import Candidate, in_order, without_left_out
from assistant.lists import list_below
from assistant.question import Question
from assistant.weights import READ_EVIDENCE
from core.documents import Document, Passage, PassageKind
from language.acronyms import spelled_out
from language.organisations import without_mentions
from vectorstore.answer_model import AnswerModel, Reading

READ, READ_NEAR = 16, 8
"""Sentences read with a question: the likeliest by their words, and of the rest the nearest in
meaning, for questions in wholly other words."""
SURE = 6.0
"""Log odds past which more makes no difference."""


def read_candidates(
    question: Question,
    candidates: Sequence[Candidate],
    model: AnswerModel,
    context_of: Callable[[Document], Sequence[Passage]],
) -> list[Candidate]:
    """The likeliest candidates by what the model says as well; the rest after them.

    `context_of` gives a document's passages in order.
    """
    first, rest = _worth_reading(candidates)
    readings = [_with_list(each, context_of) for each in first]
    scores = model.scores(_as_asked(question), readings)
    read = [_with(each, float(score)) for each, score in zip(first, scores, strict=True)]
    return [*in_order(question, read), *rest]


def _worth_reading(
    candidates: Sequence[Candidate],
) -> tuple[list[Candidate], list[Candidate]]:
    rest = list(candidates[READ:])
    near = sorted(rest, key=lambda each: -each.features.dense)[:READ_NEAR]
    taken = {id(each) for each in near}
    return [*candidates[:READ], *near], [each for each in rest if id(each) not in taken]


def _as_asked(question: Question) -> str:
    """The question without council, months and years: a line seldom repeats its paper's, and
    whether they fit is weighed apart.
    """
    bare = " ".join(without_dates(without_mentions(question.text)).split())
    return spelled_out(bare or question.text)


def _with_list(
    candidate: Candidate, context_of: Callable[[Document], Sequence[Passage]]
) -> Reading:
    """A heading is read with the list under it: it answers for the whole of it."""
    reading, passage = as_read(candidate), candidate.passage
    if passage.kind is not PassageKind.HEADING:
        return reading
    items = list_below(passage, context_of(candidate.document))
    listed = "; ".join(each.text.rstrip(".;") for each in items)
    return Reading(
        reading.context, f"{reading.sentence.rstrip('?: ')}: {listed}" if listed else passage.text
    )


def as_read(candidate: Candidate) -> Reading:
    """A sentence under what it hangs from; a row with each cell after its header."""
    passage = candidate.passage
    context = passage.lead_in or passage.section
    if not context and passage.headings:
        context = passage.headings[-1]
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        return Reading(context or candidate.document.title, spelled_out(_as_pairs(passage)))
    return Reading(context or candidate.document.title, spelled_out(candidate.text))


def _as_pairs(passage: Passage) -> str:
    name = without_left_out(row_name(passage))
    pairs = [
        f"{header}: {cell}" if header else cell
        for header, cell in zip(_headers(passage), passage.cells, strict=True)
        if cell and cell != row_name(passage)
    ]
    return f"{name} – {'; '.join(pairs)}" if pairs else name


def _headers(passage: Passage) -> tuple[str, ...]:
    missing = len(passage.cells) - len(passage.header)
    return (*passage.header, *("" for _ in range(missing)))[: len(passage.cells)]


def _with(candidate: Candidate, score: float) -> Candidate:
    kept = max(-SURE, min(SURE, score))
    reads = (kept + SURE) / (2 * SURE)
    features = replace(candidate.features, reads=reads, sure=1 / (1 + math.exp(-kept)))
    return replace(candidate, features=features, evidence=READ_EVIDENCE.score(features))
