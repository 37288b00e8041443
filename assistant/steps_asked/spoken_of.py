"""'Who proof reads them?' after 'when do the documents go?': a follow-up of the step spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.question import understand
from assistant.state import State
from assistant.steps_asked.answers import answer_of
from assistant.steps_asked.lookup import at_place, best_named
from assistant.steps_asked.names import concepts_named, is_doing, names_a_step, names_a_thing
from assistant.steps_asked.told import (
    LACKS,
    refused,
    said_alone,
    says_any,
    says_the_deed,
    told_elsewhere,
)
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer
from language.places import find_place
from language.words import words

SHORT = 9
"""Words of a turn that may lead on from another without a word that says so."""


def of_the_one_spoken_of(state: State, steps: Sequence[SourcedStep]) -> tuple[Answer | None, bool]:
    """'Who proof reads them?' after 'when do the documents go?': of that step, or of no paper.

    None for another kind of question, and where the turn names a step of its own; then also
    whether another line than the step's is known to tell it.
    """
    question = state.asked
    spoken_of = question.subject if question.carried else _before(state)
    if question.wanted not in LACKS or not spoken_of:
        return None, False
    own = concepts_named(state, state.spoken[-1])
    if names_a_step(own) and (best_named(own, steps) or said_alone(state, own)):
        return None, False
    thing = concepts_named(state, spoken_of)
    weekly = [each for each in steps if each.step.weeks]
    found = best_named(thing, weekly) if names_a_step(thing) else []
    place = find_place(spoken_of)
    if not found and place.weeks and place.days:
        found = at_place(weekly, place)
    if not found:
        return None, False
    said = [each for each in found if says_any(own, each.passage)]
    elsewhere = None if any(names_a_thing(each) for each in own) else found[0].document
    if own and not said and said_alone(state, own, elsewhere):
        # 'Who joins them?': another line than the step's says it, and the search finds that.
        return None, True
    found = said or found
    deeds = [each for each in own if not is_doing(each)]
    doing = [each for each in found if says_the_deed(state, deeds, each.passage)]
    if doing and (not deeds or question.wanted is Wanted.PERSON):
        return answer_of(state, thing, doing), False
    told = told_elsewhere(state, thing, deeds, found[0])
    return None if told else refused(state, found[0]), told


def _before(state: State) -> str:
    """What the turn before was about, for a short turn with a subject of its own: 'what room?'."""
    if len(state.spoken) < 2 or len(words(state.spoken[-1])) > SHORT:
        return ""
    before = understand(state.spoken[:-1], state.organisation, state.settings.organisation_also)
    return before.subject or before.text
