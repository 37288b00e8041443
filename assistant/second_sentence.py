"""The second thing that an answer quotes: the other side of a comparison, or the next best."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.covered import coverage, covered
from assistant.evidence import Candidate, needs_kind
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.refusal import of_another_thing
from assistant.tables.sides import sides_of
from assistant.wanted import COUNTS
from core.answers import SentenceKind
from core.documents import PassageKind
from language.distances import distances
from language.words import content_terms, fold

UNSAID, UNSAID_SHARE, COMPLEMENT_SHARE, COMPLEMENT_BEHIND = 0.4, 0.25, 0.6, 6.0
"""For the other half of a question of two things: a concept or side said less than this is unsaid;
so much of the question must be unsaid; so much of that the other must say; so much less evidence.
"""
SAME = 0.2
"""A sentence with so small a share of words that were not said adds nothing."""
_TWO_THINGS = re.compile(r"\b(?:or|and|vs?|versus|against|than|both|compared?|difference)\b|[,&]")
SECOND_MARGIN, SECOND_OF_ONE = 2.0, 1.0
"""How much less evidence a second sentence may have and still be said; less where one person, time
or number is asked for. Right on tune (665): 68.0% at 0.6, 69.6 at 1.2, 70.5 at 2.0, 70.7 at 3.0.
"""


def second_sentence(
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    candidates: Sequence[Candidate],
    quoter: Quoter,
) -> Candidate | None:
    """What the first leaves unsaid of a question of two things; else the next best sentence."""
    if any(each.kind is SentenceKind.CALCULATED for each in quoter.sentences):
        return None
    complement = _complement(question, concepts, best, candidates)
    if complement is not None:
        return complement
    if not _leaves_room(question, quoter):
        return None
    one = needs_kind(question.wanted)
    margin = SECOND_OF_ONE if one else SECOND_MARGIN
    for each in candidates:
        if best.evidence - each.evidence > margin:
            return None
        if each.passage.kind is PassageKind.HEADING or each.passage.id == best.passage.id:
            continue
        if not _adds(question, each, quoter) or of_another_thing(concepts, each):
            continue
        if _of_another_length(question, each):
            continue
        return each
    return None


def _adds(question: Question, candidate: Candidate, quoter: Quoter) -> bool:
    """It has words of its own: 'Ofsted tests how X' adds nothing to 'Ofsted will test how X'.

    A number, or a word of the question, that was not said is always something.
    """
    own = set(content_terms(candidate.text))
    new = own - {term for each in quoter.sentences for term in content_terms(each.text)}
    told = new & set(content_terms(question.text)) or any(term.isdigit() for term in new)
    return bool(told) or len(new) > len(own) * SAME


def _of_another_length(question: Question, candidate: Candidate) -> bool:
    """'What is due within 70 working days?' is not about what is due within 30."""
    asked = {(e.period.amount, e.period.unit) for e in distances(question.text)}
    told = {(e.period.amount, e.period.unit) for e in distances(candidate.text)}
    return bool(asked and told) and not asked & told


def _leaves_room(question: Question, quoter: Quoter) -> bool:
    """One sentence or one row was said: a list is whole, and a figure stands by itself."""
    kinds = {each.kind for each in quoter.sentences} - {SentenceKind.CORRECTION}
    if len(quoter.sentences) > 2:
        return False
    row = kinds == {SentenceKind.CELL} and question.wanted not in COUNTS
    return row or kinds == {SentenceKind.SENTENCE}


def _complement(
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    candidates: Sequence[Candidate],
) -> Candidate | None:
    """The candidate that says the other thing of 'A or B', 'A and B', 'A against B'."""
    if not _TWO_THINGS.search(fold(question.text)):
        return None
    for left, right, _ in sides_of(question.text, concepts):
        for said, other_side in ((left, right), (right, left)):
            lacking = coverage(other_side, best.fields)
            if lacking < min(UNSAID, coverage(said, best.fields)):
                other = _that_says(other_side, best, candidates)
                if other is not None:
                    return other
    total = sum(each.weight for each in concepts) or 1.0
    unsaid = [each for each in concepts if covered(each, best.fields) < UNSAID]
    if sum(each.weight for each in unsaid) / total < UNSAID_SHARE:
        return None
    return _that_says(unsaid, best, candidates)


def _that_says(
    unsaid: Sequence[Concept], best: Candidate, candidates: Sequence[Candidate]
) -> Candidate | None:
    """The candidate of another passage that says most of what the best one leaves unsaid."""
    others = [
        (coverage(unsaid, each.fields), each)
        for each in candidates
        if each.passage.id != best.passage.id
        and each.features.kind
        and each.passage.kind is not PassageKind.HEADING
        and best.evidence - each.evidence < COMPLEMENT_BEHIND
    ]
    enough = [each for each in others if each[0] >= COMPLEMENT_SHARE]
    return max(enough, key=lambda each: each[1].evidence)[1] if enough else None
