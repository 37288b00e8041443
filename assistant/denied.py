"""What a refusal would keep back: a line that denies what the question takes for granted.

'Which concerns did they raise in March?' – 'They did not raise any significant concerns'; 'which
day in June was the meeting?' – it was in March. To say only that the papers do not hold it would
leave the wrong belief standing.
"""

from __future__ import annotations

import re

from assistant.covered import coverage
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.premises import wrong_time
from assistant.quoter import Quoter
from assistant.refusal import enough, of_another_thing
from assistant.state import State
from assistant.wanted import Wanted
from assistant.which_paper.ours import subject_of
from core.answers import Answer, Status
from language.organisations import canonical
from language.words import fold

LOOKED_AT = 16
"""Lines among which one that denies it is looked for: it seldom reads as an answer."""
SAYS_IT, SAYS_IT_ALL = 0.7, 0.9
"""How much of the question a line must say to deny it, or to put its day or month right; and how
much where the line itself is not read as an answer."""
READS = 0.2
"""What the answer model must make of it, at least: one of another thing has next to nothing."""
_DENIES = re.compile(
    r"\b(?:did|do|does|was|were|has|have|had) not (?:yet |highlight|raise|give|set|find|say|been\b)"
    r"|\bnot yet\b|\bno (?:\w+ )?(?:concerns?|indication|plans?|issues?|dates?|decision)\b"
)


def answer_with_a_denial(state: State) -> Answer | None:
    """The line that denies what is asked, or gives it another day or month, before a refusal."""
    if not state.candidates or enough(state.asked, state.concepts, state.candidates):
        return None
    named = [each for each in state.concepts if not each.asks]
    if any(not each.known for each in named):
        return None
    near = state.candidates[:LOOKED_AT]
    for each in sorted(near, key=lambda each: coverage(named, each.fields), reverse=True):
        if not _speaks_of_it(state, each, coverage(named, each.fields)):
            continue
        quoter = Quoter()
        premise = wrong_time(state.asked, each.text)
        if premise is not None:
            quoter.correct(premise.asked, premise.stands, quoter.cite_sentence(each))
        elif not _DENIES.search(fold(each.text)) or state.asked.wanted is Wanted.REASON:
            continue
        quoter.quote(each)
        return quoted_answer(state, quoter, Status.PARTLY_ANSWERED)
    return None


def _speaks_of_it(state: State, candidate: Candidate, said: float) -> bool:
    """It is about the council asked about, and says enough of what is asked about."""
    subject = subject_of(state.asked, state.organisation)
    ours = not subject or canonical(candidate.document.about) == subject
    least = SAYS_IT if candidate.features.reads >= READS else SAYS_IT_ALL
    return ours and said >= least and not of_another_thing(state.concepts, candidate)
