"""Reads the likeliest sentences together with the question, and puts them in order anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.concepts import without_dates
from assistant.evidence import Candidate, in_order, rank, without_left_out
from assistant.lists import list_below
from assistant.question import Question
from assistant.tables.cells import row_name
from assistant.weights import READ_EVIDENCE
from core.documents import Document, Passage, PassageKind
from language.acronyms import spelled_out
from language.organisations import without_mentions
from vectorstore.answer_model import AnswerModel, Reading

READ, READ_NEAR = 14, 4
"""Sentences that may be read with a question: the likeliest by their words, and of the rest the
nearest in meaning, for questions in wholly other words."""
FIRST, MORE = 8, 4
"""How many of them are read at first, and in each round after that."""
UNREAD = -4.8
"""The log odds that a sentence is taken to have until it is read: near misses have about these."""
HOPE = 6.0
"""What reading may still add to a sentence's evidence. One further behind the best is not read:
docs/adr/0016 has what other sizes and bounds gave."""
SENTENCES = 10_000
"""Kept with their short forms spelled out: the same come up in question after question."""
SURE = 6.0
"""Log odds past which more makes no difference."""


def read_candidates(
    question: Question,
    candidates: Sequence[Candidate],
    model: AnswerModel,
    context_of: Callable[[Document], Sequence[Passage]],
) -> list[Candidate]:
    """The likeliest candidates by what the model says as well; the rest after them.

    Read in rounds, the likeliest first, as long as one is left that may come near the best.
    `context_of` gives a document's passages in order.
    """
    worth, rest = _worth_reading(candidates)
    asked = _as_asked(question)
    waiting = [_with(each, UNREAD) for each in worth]
    read: list[Candidate] = []
    unread: list[Candidate] = []
    while waiting:
        size = MORE if read else FIRST
        taken, waiting = waiting[:size], waiting[size:]
        scores = model.scores(asked, [_with_list(each, context_of) for each in taken])
        read += [_with(each, float(score)) for each, score in zip(taken, scores, strict=True)]
        least = max(rank(question, each) for each in read) - HOPE
        unread += [each for each in waiting if rank(question, each) < least]
        waiting = [each for each in waiting if rank(question, each) >= least]
    return [*in_order(question, [*read, *unread]), *rest]


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
        return Reading(context or candidate.document.title, _spelled_out(_as_pairs(passage)))
    return Reading(context or candidate.document.title, _spelled_out(candidate.text))


@lru_cache(maxsize=SENTENCES)
def _spelled_out(sentence: str) -> str:
    return spelled_out(sentence)


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
