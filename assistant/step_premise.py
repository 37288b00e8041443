"""'So the lists go in on Thursday?': the day of a step put right."""

from __future__ import annotations

import re

from assistant.dated_steps import SourcedStep
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_lookup import best_named, line_of, steps_for
from assistant.step_names import concepts_named, names_a_step
from assistant.step_told import words_asking
from assistant.wanted import Wanted
from assistant.week_answer import place_name, say_weeks
from core.answers import Answer
from language.places import without_places
from language.weeks import Slot

_TAKEN = re.compile(
    r"^(?:so |and |but |ok |hang on |wait )*"
    r"(?:(?:is|are|do|does|will|must|should|did|have|has|was|were|can)(?:n'?t)?"
    r"|why|how come|since|given|seeing|as|because|if)\b|^(?:so|but|surely|i thought)\b"
    r"|\b(?:right|correct|yes|yeah|innit|true|no)$"
    r"|\b(?:is|are|do|does|will|was|did|has|have|must)(?:n'?t)? (?:it|they|we|that|you|he|she)$"
)
"""It begins or ends as what takes something for granted: 'why is ...', '... aren't they?'."""
_MAY_TAKE = (Wanted.YES_NO, Wanted.FACT, Wanted.REASON, Wanted.DEFINITION, Wanted.GRADE)
_BESIDE = re.compile(
    r",? (?:along |together )?(?:with|alongside|(?:at )?the same time as) (?:the|our) .*"
)
_TAG = re.compile(
    r",? (?:right|correct|yes|yeah|innit|true|no"
    r"|(?:is|are|do|does|will|was|did|has|have|must)(?:n'?t)? (?:it|they|we|that|you|he|she))$"
)
MOST_DAYS = 2
"""Days on which the steps named may fall: 'Annex A' is sent on two."""


def correct_its_day(state: State) -> Answer | None:
    """The step with its own day, where the question takes another for granted."""
    if not _takes_a_day(state):
        return None
    asked = state.asked.slot
    steps = [each for each in steps_for(state) if each.step.days]
    weekly = [each for each in steps if each.step.weeks]
    said = _BESIDE.sub(" ", _TAG.sub("", words_asking(state)))
    concepts = concepts_named(state, without_places(said))
    if not names_a_step(concepts):
        # 'Inspectors arrive on the Wednesday': the arrival is a place, and a step.
        concepts = concepts_named(state, said)
    if not names_a_step(concepts):
        return None
    found = best_named(concepts, weekly) or best_named(concepts, steps)
    found = [each for each in found if each.document == found[0].document]
    days = sorted({day for each in found for day in each.step.days})
    if not found or len(days) > MOST_DAYS or any(_as_asked(each, asked) for each in found):
        return None
    quoter = Quoter()
    say_weeks(quoter, found[0].document, [line_of(state, each) for each in found])
    lines, quoter.sentences = quoter.sentences, []
    weeks = frozenset(week for each in found for week in each.step.weeks) if asked.weeks else ()
    right = place_name(Slot(frozenset(weeks), frozenset(days)))
    wrong = place_name(Slot(asked.weeks, asked.days))
    quoter.correct(wrong, right, lines[-1].citations[-1])
    quoter.sentences += lines
    return quoted_answer(state, quoter)


def _as_asked(each: SourcedStep, asked: Slot) -> bool:
    day = bool(set(each.step.days) & asked.days)
    return day and (not asked.weeks or bool(set(each.step.weeks) & asked.weeks))


def _takes_a_day(state: State) -> bool:
    question = state.asked
    asks = question.wanted in _MAY_TAKE and not question.carried
    return asks and bool(question.slot.days) and bool(_TAKEN.search(words_asking(state)))
