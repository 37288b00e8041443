"""'Which day do the documents go?' where the paper itself says that no day is given."""

from __future__ import annotations

import re

from assistant.compose import pick
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps import refuse
from assistant.wanted import TIMES, Wanted
from assistant.week_answer import say_weeks
from core.answers import Answer, Status
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
