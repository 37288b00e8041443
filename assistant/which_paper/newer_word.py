"""An old paper's 'currently suspended' is said to be of its day, beside what a newer paper says."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.covered import coverage
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import Wanted
from assistant.which_paper.of_its_time import said_when, speaks_of_its_day
from core.answers import Answer, SentenceKind
from core.documents import Document, PassageKind

SAID = 0.5
"""How much of the question, but for the state itself, the newer sentence must say."""
BEHIND = 1.0
"""How much less evidence than the best a second sentence of the older paper may have."""
_OF_STATES = (Wanted.YES_NO, Wanted.FACT, Wanted.STEP)


def answer_with_newer_word(state: State, best: Candidate) -> Answer | None:
    """The newer paper's sentence first, then the older one's with its date; None where no newer
    paper speaks of the same thing, or the question is of that time.
    """
    question = state.asked
    asked_now = question.wanted in _OF_STATES and not (question.periods or question.earlier)
    if not asked_now or not speaks_of_its_day(best.text):
        return None
    newer = _newer(state.concepts, best, state.candidates)
    if newer is None:
        return None
    quoter = Quoter()
    quoter.quote(newer)
    quoter.say(said_when(best.document), kind=SentenceKind.FRAME)
    for each in [best, *_of_that_day(best, state.candidates)]:
        quoter.quote(each)
    return quoted_answer(state, quoter)


def _of_that_day(best: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The next sentence of the same paper that tells of such a state, where it is as good."""
    found = (
        each
        for each in candidates
        if each.document.id == best.document.id
        and each.passage.id != best.passage.id
        and each.passage.kind is not PassageKind.HEADING
        and speaks_of_its_day(each.text)
        and best.evidence - each.evidence <= BEHIND
    )
    return [each for each in (next(found, None),) if each]


def _newer(
    concepts: Sequence[Concept], best: Candidate, candidates: Sequence[Candidate]
) -> Candidate | None:
    subjects = [e for e in concepts if not e.asks and not speaks_of_its_day(e.name)]
    found = [
        (coverage(subjects, each.fields), each.evidence, each)
        for each in candidates
        if _is_newer(each.document, best.document)
        and each.passage.kind not in (PassageKind.HEADING, PassageKind.ROW, PassageKind.CHART)
        and not speaks_of_its_day(each.text)
        and not each.features.label
    ]
    said = [each for each in found if each[0] >= SAID]
    return max(said, key=lambda each: each[:2])[2] if said else None


def _is_newer(one: Document, other: Document) -> bool:
    """A dated paper is newer than an older one, and than one whose words look back on less."""
    return bool(one.published) and one.published > (other.published or other.no_earlier_than)
