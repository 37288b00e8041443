"""A figure asked for as it is now: the newest paper's leads, an older one's is said as earlier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from assistant.compose import say_candidate
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import COUNTS
from core.answers import Answer, SentenceKind
from core.documents import PassageKind
from language.dates import find_dates

ANOTHER_TIME = timedelta(days=300)
"""A paper so much older gives the figure of its own time."""
SAID, SAYS_AS_MUCH = 0.8, 0.1
"""How much of the question the newer sentence must say itself; how much less than the older."""
READS_LEAST, READS_BEHIND = 0.25, 0.25
"""What the answer model must make of it, and how far behind the older one's it may be."""


def answer_with_newest_figure(state: State, best: Candidate) -> Answer | None:
    """The newest figure, then that of the best passage; None where that is of the newest paper,
    or the question is of another time.
    """
    question = state.asked
    of_now = not (question.periods or question.earlier or question.beside)
    if question.wanted not in COUNTS or not of_now:
        return None
    newest = _newest(best, state.candidates)
    if newest is None:
        return None
    quoter = Quoter()
    for each in (newest, best):
        if each is best:
            quoter.say(f"Earlier ({best.document.dated}):", kind=SentenceKind.FRAME)
        context = state.context(each.document)
        say_candidate(quoter, question, state.concepts, each, context)
    return quoted_answer(state, quoter)


def _newest(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    newer = [each for each in candidates if _says_it_later(each, best)]
    return max(newer, key=lambda each: (each.document.dated.latest(), each.evidence), default=None)


def _says_it_later(each: Candidate, best: Candidate) -> bool:
    one, other = each.features, best.features
    as_good = (
        one.kind >= other.kind
        and one.about >= other.about
        and one.unit >= other.unit
        and one.own >= max(SAID, other.own - SAYS_AS_MUCH)
        and one.reads >= max(READS_LEAST, other.reads - READS_BEHIND)
        and each.passage.kind is not PassageKind.HEADING
    )
    return as_good and _is_later(each, best)


def _is_later(each: Candidate, best: Candidate) -> bool:
    """Its paper is of a later time, and the sentence does not look back on that time itself."""
    one, other = each.document.dated, best.document.dated
    if not one or not other or one.latest() - other.latest() <= ANOTHER_TIME:
        return False
    told = [found.date.latest() for found in find_dates(each.text)]
    return all(date - other.latest() > ANOTHER_TIME for date in told)
