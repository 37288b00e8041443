"""'Which day do the documents go?' where the paper itself says that no day is given."""

from __future__ import annotations

import re

from assistant.compose import pick
from assistant.covered import coverage
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps import refuse
from assistant.steps_asked.names import concepts_named, is_doing
from assistant.steps_asked.week_answer import say_weeks
from assistant.wanted import TIMES, Wanted, wanted_by
from core.answers import Answer, Status
from language.inspections import inspection_types
from language.week_lines import SlottedPassage
from language.weeks import find_slot
from language.words import fold
from vectorstore.embed import ordinary_words

_NO_DAY = re.compile(
    r"\bno (?:set |fixed |exact |particular )?(?:day|date|time) (?:is |was |has been |yet )?"
    r"(?:stated|given|set|named|fixed|agreed|said)\b|\b(?:day|date|time)s? (?:to be|tbc)\b"
)
FOREIGN = 0.5
"""The share of what is asked about that no paper has a word of, from which on none says when."""

OWN_SAID, LOOKED_AT = 0.35, 4
"""What one of so many lines must say, at least, of the words that a follow-up adds."""
FEWEST = 2
"""One word may be a way of speaking; two name the thing."""


def answer_without_a_day(state: State) -> Answer | None:
    """The line of the step, as part of an answer: it says itself that its day is not given."""
    if state.asked.wanted not in (Wanted.DAY, Wanted.TIME):
        return None
    best = pick(state.asked, state.candidates, lambda each: state.context(each.document))
    line = best.passage
    slot = find_slot(" ; ".join((line.section, *line.headings, line.text)))
    if not _NO_DAY.search(fold(line.text)) or not slot.weeks or find_slot(line.text).days:
        return None
    quoter = Quoter()
    say_weeks(quoter, best.document, [SlottedPassage(line, slot)])
    return quoted_answer(state, quoter, Status.PARTLY_ANSWERED)


def refuse_a_foreign_time(state: State) -> Answer | None:
    """No time answers for a thing that papers have no words of: 'factual accuracy'.

    A word that is none of English may be a misspelt one.
    """
    if state.asked.wanted not in TIMES or state.asked.periods:
        return None
    named = [each for each in state.concepts if not each.asks]
    total = sum(each.weight for each in named)
    foreign = [each for each in named if not each.known and each.name in ordinary_words()]
    share = sum(each.weight for each in foreign) / (total or 1.0)
    return refuse(state) if len(foreign) >= FEWEST and share >= FOREIGN else None


def refuse_the_time_of_another(state: State) -> Answer | None:
    """'And the final report?' is not answered by when the judgement comes, asked about before."""
    question = state.asked
    if not question.carried or question.wanted not in TIMES or not state.candidates:
        return None
    if wanted_by(fold(state.spoken[-1])) not in (Wanted.FACT, Wanted.DEFINITION):
        return None
    own = concepts_named(state, state.spoken[-1])
    if not any(not is_doing(each) for each in own) or inspection_types(state.spoken[-1]):
        return None
    said = max(coverage(own, each.fields) for each in state.candidates[:LOOKED_AT])
    return refuse(state) if said < OWN_SAID else None
