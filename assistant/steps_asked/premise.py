"""'So the lists go in on Thursday?': the day of a step put right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.lookup import best_named, line_of, named_steps, steps_for
from assistant.steps_asked.names import concepts_named, names_a_step
from assistant.steps_asked.week_answer import place_name, say_weeks
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer
from language.phases import Phase
from language.places import moved, without_places
from language.weeks import Slot
from language.words import fold

_TAKEN = re.compile(
    r"^(?:so |and |but |ok |hang on |wait )*"
    r"(?:(?:is|are|do|does|will|must|should|did|have|has|was|were|can)(?:n'?t)?|won'?t|can'?t"
    r"|why|how come|since|given|seeing|as|because|if)\b|^(?:so|but|surely|i thought)\b"
    r"|\b(?:right|correct|yes|yeah|innit|true|no|so)$"
    r"|\b(?:is|are|do|does|will|was|did|has|have|must)(?:n'?t)? (?:it|they|we|that|you|he|she)$"
)
"""It begins or ends as what takes something for granted: 'why is ...', '... aren't they?'."""
_MAY_TAKE = (Wanted.YES_NO, Wanted.FACT, Wanted.REASON, Wanted.DEFINITION, Wanted.LIST)
_BESIDE = re.compile(
    r",? (?:along |together )?(?:with|alongside|(?:at )?the same time as) (?:the|our) .*"
)
_TAG = re.compile(
    r"[,.]? (?:(?:is|was|are) (?:that|this|it|he|she|they) (?:right|correct|true|so)"
    r"|right|correct|yes|yeah|innit|true|no"
    r"|(?:is|are|do|does|will|was|did|has|have|must)(?:n'?t)? (?:it|they|we|that|you|he|she))$"
)
_COUNTED = re.compile(
    r"\b(?:an?|one|two|three|four|five|\d) (?:working |clear )?days? (?:after|before|following)\b"
)
MOST_DAYS = 2
"""Days on which the steps named may fall: 'Annex A' is sent on two."""


def correct_its_day(state: State) -> Answer | None:
    """The step with its own day, where the question takes another for granted."""
    if not _takes_a_day(state):
        return None
    steps = [each for each in steps_for(state) if each.step.days]
    weekly = [each for each in steps if each.step.weeks]
    asked = _counted_from_the_call(state, weekly)
    if not asked.days:
        return None
    said = _COUNTED.sub("the day after", _BESIDE.sub(" ", _TAG.sub("", _words(state))))
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
    # The week may stand in a heading's passage and the day in the line's.
    quoter.correct(wrong, right, *dict.fromkeys(n for line in lines for n in line.citations))
    quoter.sentences += lines
    return quoted_answer(state, quoter)


def _counted_from_the_call(state: State, weekly: Sequence[SourcedStep]) -> Slot:
    """The week and day asked about: 'two days after the call' is the Wednesday of its week."""
    asked = state.asked.slot
    if asked.days or Phase.CALL not in asked.phases:
        return asked
    calls = named_steps(state, "the call", weekly)
    if not calls:
        return asked
    call = Slot(frozenset(calls[0].step.weeks), frozenset(calls[0].step.days))
    return Slot(days=moved(call, asked.move).days)


def _as_asked(each: SourcedStep, asked: Slot) -> bool:
    day = bool(set(each.step.days) & asked.days)
    return day and (not asked.weeks or bool(set(each.step.weeks) & asked.weeks))


def _words(state: State) -> str:
    return fold(state.asked.text).strip(" ?.!")


def _takes_a_day(state: State) -> bool:
    question = state.asked
    asks = question.wanted in _MAY_TAKE and not question.carried
    day = bool(question.slot.days) or Phase.CALL in question.slot.phases
    return asks and day and bool(_TAKEN.search(_words(state)))
