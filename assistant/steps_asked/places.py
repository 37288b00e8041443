"""Where a question leads on from: the week and day of the step that the turn before asked about."""

from __future__ import annotations

from dataclasses import replace

from assistant.question import Question
from assistant.state import State
from assistant.steps_asked.lookup import named_steps, steps_for
from assistant.wanted import Wanted
from language.places import find_move, moved
from language.weeks import Slot


def settled_by_step(state: State) -> Question:
    """'And the day after?' after 'when are the data lists due?': the day after theirs.

    The question as it was where no step says when that is.
    """
    question = state.asked
    move = find_move(state.spoken[-1])
    if not question.dangling or not question.subject or not move:
        return question
    steps = steps_for(state)
    for each in named_steps(state, question.subject, steps):
        if each.step.weeks and each.step.days:
            slot = Slot(frozenset(each.step.weeks), frozenset(each.step.days))
            return replace(
                question,
                text=state.spoken[-1],
                slot=moved(slot, move),
                dangling=False,
                wanted=Wanted.STEP,
            )
    return question
