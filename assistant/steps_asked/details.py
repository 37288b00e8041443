"""'What time do they ring?', 'who picks the cases?': what a step says of itself, or does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.concepts import Concept
from assistant.state import State
from assistant.steps_asked.answers import WHEN, answer_of, by_whom, say
from assistant.steps_asked.lengths import LASTS
from assistant.steps_asked.lookup import at_place, best_named, steps_for
from assistant.steps_asked.names import concepts_named, is_doing, is_who, names_a_step
from assistant.steps_asked.spoken_of import of_the_one_spoken_of
from assistant.steps_asked.told import (
    LACKS,
    asks_the_source,
    is_where,
    refused,
    says_the_deed,
    tells,
    told_elsewhere,
    words_asking,
)
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer
from core.documents import Kind
from language.words import fold

_PAST = re.compile(
    r"\b(?:our|the|their) (?:last|previous|latest) (?:\w+ )?(?:inspection|visit|ilacs)\b"
)
"""An inspection that is over is told by its report, and not by the steps of one to come."""
_STAY = re.compile(r"\b(?:here|with us|stay\w*|in (?:the|our) (?:building|offices?))\b")
"""How long they are here is told of no one step."""


def answer_of_step(state: State) -> Answer | None:
    """When the step that is named falls, its hour, place and who does it, as its papers tell them.

    A refusal where the papers set the step out and none of them tells that of it. None where the
    question asks for something else or names no step surely.
    """
    if _PAST.search(fold(state.asked.text)):
        return None
    where = is_where(words_asking(state))
    if where or asks_the_source(words_asking(state)):
        state.question = replace(state.asked, wanted=Wanted.FACT)
    question = state.asked
    if question.wanted not in (*WHEN, *LACKS) or question.periods or question.earlier:
        return None
    if question.wanted is Wanted.FACT and not where:
        return None
    if question.wanted is Wanted.DURATION and (
        not LASTS.search(fold(question.text)) or _STAY.search(fold(question.text))
    ):
        return None
    steps = steps_for(state)
    slot = question.slot
    if question.carried and slot.days and not _names_more(state):
        # 'Who is there?' after the steps of a day.
        there = at_place(steps, slot)
        return answer_of(state, (), there) if there else None
    answer, elsewhere = of_the_one_spoken_of(state, steps)
    if answer is not None or elsewhere:
        return answer
    for concepts, among in _things_named(state, steps):
        if not names_a_step(concepts):
            continue
        found = best_named(concepts, among)
        if not any(_in_its_week(state, each) for each in found):
            # 'What time does Ofsted ring?': who it is tells no call from another.
            things = [each for each in concepts if not is_who(each)]
            named = best_named(things, among)
            found = (
                [each for each in named if _in_its_week(state, each)]
                or [each for each in (*found, *named) if tells(state, each)]
                or found
            )
        doing = [each for each in found if says_the_deed(state, concepts[:1], each.passage)]
        if doing:
            return answer_of(state, concepts, doing)
        answer = _without_its_verb(state, concepts, among)
        if answer is not None:
            return answer
    return None


def _in_its_week(state: State, each: SourcedStep) -> bool:
    return bool(each.step.weeks) and tells(state, each)


def _names_more(state: State) -> bool:
    return any(not is_doing(each) for each in concepts_named(state, state.asked.text))


def _things_named(
    state: State, steps: Sequence[SourcedStep]
) -> list[tuple[tuple[Concept, ...], list[SourcedStep]]]:
    """What may be named, and the steps that it may be: of the week and day asked about first.

    'And the documents?' names another thing than the question that it leads on from.
    """
    question = state.asked
    # A report's 'Friday' is seldom a day of an inspection to come.
    weekly = [
        each
        for each in steps
        if each.step.weeks or (each.step.days and each.document.kind is not Kind.INSPECTION_REPORT)
    ]
    there = [each for each in weekly if _there(each, state)]
    found = []
    if question.carried:
        found.append((concepts_named(state, state.spoken[-1]), there))
    whole = concepts_named(state, question.text, edges=True)
    found.append((whole, there))
    if question.wanted in WHEN and question.slot:
        # The week may be part of the thing: 'when is the timetable for week 2 settled?'
        found.append((whole, weekly))
    return found


def _there(each: SourcedStep, state: State) -> bool:
    """Is it a step of the week and day that the question names?"""
    slot = state.asked.slot
    weeks = not slot.weeks or bool(set(each.step.weeks) & slot.weeks)
    days = not slot.days or bool(set(each.step.days) & slot.days)
    return weeks and days


def _without_its_verb(
    state: State, concepts: Sequence[Concept], steps: Sequence[SourcedStep]
) -> Answer | None:
    """'Who chairs the set-up meeting?' where papers set it out and none says of its chair."""
    if state.asked.wanted is not Wanted.PERSON or len(concepts) < 2:
        return None
    verb, *thing = concepts
    named = best_named(thing, steps) if names_a_step(thing) else []
    if not named:
        return None
    telling = [each for each in named if tells(state, each)]
    if telling and is_doing(verb):
        return say(state, *by_whom(state, telling))
    return None if told_elsewhere(state, thing, [verb], named[0]) else refused(state, named[0])
