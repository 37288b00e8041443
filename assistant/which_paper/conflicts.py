"""Papers that answer the same question with different values: both are said, none is chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.tables.columns import has_periods
from assistant.wanted import TIMES
from assistant.which_paper.stated import (
    COUNT,
    Values,
    apart,
    asks_either,
    covers,
    stated,
    without_times,
)
from core.answers import Answer, Note, NoteKind, SentenceKind, Status
from core.documents import Document, PassageKind
from language.words import content_terms, fold

BEHIND = 3.5
"""How much less evidence than the best the other side may have."""
SAID, SAID_OF_COUNT, SAID_OF_VALUE, SAID_OF_AKIN = 0.6, 0.5, 0.4, 0.2
"""How much of the question each sentence must say itself; less where the question names both
values, or both put a number before the very thing counted; least where they give one number."""
READS_LEAST, READS_OF_COUNT, READS_BEHIND = 0.25, 0.1, 0.4
"""What the answer model must make of the other side, less where both put a number before the very
thing counted; and how far behind the best it may be."""
PAIR_BEHIND, AS_MUCH = 1.0, 0.8
"""How far behind the best sentence two may be that give one number, each counted otherwise; and
how much of what it says of the question they must say."""
ANOTHER_TIME_DAYS = 300
"""A paper so much older speaks of its own time: it is an earlier state and no conflict."""
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|acting|interim|former|previous)\b")
# What was announced or planned for a month is not what happened in another.
_AHEAD = re.compile(
    r"\b(?:announc\w+|plan(?:s|ned)?|expect\w*|propos\w+|due|will|would|intend\w*|forecast|target)\b"
)


def answer_conflict(state: State, best: Candidate) -> Answer | None:
    """Both sides, the newer paper first; None where the papers agree as far as can be told."""
    best, other = _counted_otherwise(state, best) or (
        best,
        rival(state.asked, best, state.candidates),
    )
    if other is None:
        return None
    if _of_two_things(state.asked, best, other):
        return _both(state, best, other)
    first, second = sorted((best, other), key=lambda each: each.document.published, reverse=True)
    earlier = _of_another_time(first.document, second.document) and not state.asked.periods
    quoter = Quoter()
    if not earlier:
        quoter.say("The papers give different answers:", kind=SentenceKind.FRAME)
    quoter.quote(first)
    if earlier:
        quoter.say(f"Earlier ({second.document.published}):", kind=SentenceKind.FRAME)
    quoter.quote(second)
    for each in _explaining(state, first, second):
        quoter.quote(each)
    if earlier:
        return quoted_answer(state, quoter)
    papers = " and ".join(
        f"'{each.document.title}' ({each.document.published})" for each in (first, second)
    )
    if first.document.id == second.document.id:
        papers = f"Both are in '{first.document.title}' ({first.document.published})"
    state.notes.append(Note(NoteKind.CONFLICT, f"{papers}. Check which holds before you use it."))
    return quoted_answer(state, quoter, Status.CONFLICTING)


def _of_two_things(question: Question, one: Candidate, other: Candidate) -> bool:
    """Does one paper give two things a time each? 'The lists by Tuesday, the documents by
    Wednesday' is no disagreement on when either is due.
    """
    if question.wanted not in TIMES or one.document.id != other.document.id:
        return False
    if _akin(stated(question, one.text), stated(question, other.text)):
        return False
    asked = set(content_terms(question.text))
    mine, theirs = (set(content_terms(without_times(each.text))) - asked for each in (one, other))
    return bool(mine - theirs) and bool(theirs - mine)


def _both(state: State, *said: Candidate) -> Answer:
    quoter = Quoter()
    for each in sorted(said, key=lambda each: each.passage.place):
        number = quoter.cite_sentence(each)
        quoter.say(each.text, number, kind=SentenceKind.ITEM)
    return quoted_answer(state, quoter)


def _counted_otherwise(state: State, best: Candidate) -> tuple[Candidate, Candidate] | None:
    """Two sentences near the best that bear out one number and differ in how it is counted."""
    for each in state.candidates:
        if best.evidence - each.evidence > PAIR_BEHIND:
            return None
        if each.features.own < best.features.own * AS_MUCH:
            continue
        other = rival(state.asked, each, state.candidates, akin=True)
        if other is not None:
            return each, other
    return None


def rival(
    question: Question, best: Candidate, candidates: Sequence[Candidate], *, akin: bool = False
) -> Candidate | None:
    """The best candidate of another passage that states another value for the same question.

    `akin`: only one that gives the same number, counted otherwise.
    """
    own = stated(question, best.text)
    counts = COUNT in own
    least = SAID_OF_COUNT if counts else SAID
    least = SAID_OF_VALUE if asks_either(question) else least
    least = SAID_OF_AKIN if akin else least
    if not own or not _can_differ(best, least):
        return None
    reads = READS_OF_COUNT if counts else READS_LEAST
    rivals = [
        each
        for each in candidates
        if best.evidence - each.evidence <= BEHIND
        and each.passage.id != best.passage.id
        and _can_differ(each, least)
        and _as_good(each, best, reads)
        and (question.wanted not in TIMES or _ahead(each) == _ahead(best))
        and _of_second_rank(each) == _of_second_rank(best)
        and apart(own, stated(question, each.text))
        and (not akin or _akin(own, stated(question, each.text)))
    ]
    return max(
        rivals,
        key=lambda each: (_akin(own, stated(question, each.text)), each.evidence),
        default=None,
    )


def _can_differ(each: Candidate, least: float) -> bool:
    """It says enough by itself, and is no row of figures over time, which names its months."""
    passage = each.passage
    series = passage.kind in (PassageKind.ROW, PassageKind.CHART) and has_periods(passage)
    heading = passage.kind is PassageKind.HEADING
    return each.features.own >= least and not (series or heading or each.features.label)


def _as_good(each: Candidate, best: Candidate, least: float) -> bool:
    one, other = each.features, best.features
    return (
        one.kind >= other.kind
        and one.period >= other.period
        and one.about >= other.about
        and one.reads >= max(least, other.reads - READS_BEHIND)
    )


def _akin(one: Values, other: Values) -> bool:
    """'70 days' and '70 working days': the same number, counted otherwise."""
    numbers = [
        {each.split()[0] for of in values.values() for each in of} for values in (one, other)
    ]
    return all(len(each) == 1 for each in numbers) and numbers[0] == numbers[1]


def _of_second_rank(candidate: Candidate) -> bool:
    """A deputy is not another answer to who leads."""
    return bool(_DEPUTY.search(fold(candidate.text)))


def _ahead(candidate: Candidate) -> bool:
    return bool(_AHEAD.search(fold(candidate.text)))


def _of_another_time(newer: Document, older: Document) -> bool:
    if not newer.published or not older.published:
        return False
    days = newer.published.latest() - older.published.latest()
    return days.days > ANOTHER_TIME_DAYS


def _explaining(state: State, first: Candidate, second: Candidate) -> list[Candidate]:
    """The sentence of a third passage that gives both values, as one that explains the counting."""
    both = stated(state.asked, first.text), stated(state.asked, second.text)
    spoken = {first.passage.id, second.passage.id}
    found = (
        each
        for each in state.candidates
        if each.passage.id not in spoken
        and each.features.reads >= READS_LEAST
        and covers(stated(state.asked, each.text), both)
    )
    return [each for each in (next(found, None),) if each]
