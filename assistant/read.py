"""Reads the likeliest sentences together with the question, and puts them in order anew."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from assistant.cells import row_name
from assistant.concepts import without_dates
from assistant.evidence import Candidate, in_order
from assistant.question import Question
from assistant.weights import READ_EVIDENCE
from core.documents import Passage, PassageKind
from language.organisations import without_mentions
from vectorstore.answer_model import AnswerModel, Reading

READ, READ_NEAR = 16, 8
"""Sentences read with a question: the likeliest by their words, and of the rest the nearest in
meaning, for questions in wholly other words."""
SURE = 6.0
"""Log odds past which more makes no difference."""


def read_candidates(
    question: Question, candidates: Sequence[Candidate], model: AnswerModel
) -> list[Candidate]:
    """The likeliest candidates by what the model says as well; the rest after them."""
    first, rest = _worth_reading(candidates)
    scores = model.scores(_as_asked(question), [as_read(each) for each in first])
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
    return bare or question.text


def as_read(candidate: Candidate) -> Reading:
    """A sentence under what it hangs from; a row with each cell after its header."""
    passage = candidate.passage
    context = passage.lead_in or passage.section
    if not context and passage.headings:
        context = passage.headings[-1]
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        return Reading(context or candidate.document.title, _as_pairs(passage))
    return Reading(context or candidate.document.title, candidate.text)


def _as_pairs(passage: Passage) -> str:
    name = row_name(passage)
    pairs = [
        f"{header}: {cell}" if header else cell
        for header, cell in zip(_headers(passage), passage.cells, strict=True)
        if cell and cell != name
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
