"""'The lists and the documents, deadlines for each': two steps of one course, each with its day."""

from __future__ import annotations

import re

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.lookup import best_named, line_of, steps_for
from assistant.steps_asked.names import concepts_named, names_a_step
from assistant.steps_asked.week_answer import say_weeks
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer
from language.words import fold

_MAY_ASK = (Wanted.TIME, Wanted.DAY, Wanted.FACT, Wanted.LIST, Wanted.DEFINITION)
_WHEN = re.compile(r"\b(?:when|due|deadlines?|dates?|days?|by)\b")
_TWO = re.compile(r"^(?P<one>.{3,}?)\s*(?:\band\b|\bplus\b|&|\+|,)\s*(?P<two>.{3,})$")


def answer_of_two(state: State) -> Answer | None:
    """Both steps with their days; None where the question names not two, or asks no day."""
    question = state.asked
    folded = fold(question.text).strip(" ?.!")
    found = _TWO.match(folded)
    wanted = question.wanted in _MAY_ASK and not question.carried and not question.slot.named
    if found is None or not wanted or not _WHEN.search(folded):
        return None
    weekly = [each for each in steps_for(state) if each.step.weeks and each.step.days]
    one, two = _named(state, found["one"], weekly), _named(state, found["two"], weekly)
    for first in one:
        for second in two:
            if first.document == second.document and first.passage != second.passage:
                quoter = Quoter()
                lines = [line_of(state, each) for each in (first, second)]
                say_weeks(quoter, first.document, lines)
                return quoted_answer(state, quoter)
    return None


def _named(state: State, text: str, steps: list[SourcedStep]) -> list[SourcedStep]:
    concepts = concepts_named(state, text)
    return best_named(concepts, steps) if names_a_step(concepts) else []
