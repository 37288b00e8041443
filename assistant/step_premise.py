"""'So the lists go in on Thursday?': the day of a step put right."""

from __future__ import annotations

import re

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_details import best_named, words_asking
from assistant.step_lookup import line_of, steps_for
from assistant.step_names import concepts_named, names_a_step
from assistant.wanted import Wanted
from assistant.week_answer import say_weeks
from core.answers import Answer
from language.weeks import day_name

_TAKEN = re.compile(
    r"^(?:so |and |but |ok )*(?:is|are|do|does|will|must|should|did|have)\b|^so\b"
    r"|\b(?:right|correct|yes|isn'?t it|don'?t (?:they|we)|aren'?t they|doesn'?t it)$"
)


def correct_its_day(state: State) -> Answer | None:
    """The step with its own day, where the question takes another for granted."""
    if not _takes_a_day(state):
        return None
    concepts = concepts_named(state, state.asked.text)
    if not names_a_step(concepts):
        return None
    found = [each for each in best_named(concepts, steps_for(state)) if each.step.days]
    days = {each.step.days for each in found}
    asked = state.asked.slot
    if len(days) != 1 or asked.weeks or set(found[0].step.days) & asked.days:
        return None
    first, quoter = found[0], Quoter()
    line = line_of(state, first)
    say_weeks(quoter, first.document, [line])
    said, quoter.sentences = quoter.sentences, []
    wrong = " or ".join(day_name(day) for day in sorted(asked.days))
    right = " and ".join(day_name(day) for day in first.step.days)
    quoter.correct(wrong, right, said[-1].citations[-1])
    quoter.sentences += said
    return quoted_answer(state, quoter)


def _takes_a_day(state: State) -> bool:
    question = state.asked
    asks = question.wanted in (Wanted.YES_NO, Wanted.FACT) and not question.carried
    return asks and bool(question.slot.days) and bool(_TAKEN.search(words_asking(state)))
