"""'How long does it last?': how long something takes is not how far it lies from an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import say_candidate
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.refusal import enough
from assistant.state import State
from assistant.steps_asked.inspection import ILACS, line_types, types_named
from assistant.steps_asked.names import concepts_named, is_doing, pairs_of, side_by_side
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from core.inspection_steps import InspectionType
from language.distances import distances
from language.inspections import without_kinds
from language.patterns import NUMBER, UNIT
from language.phases import Phase, phase_mentions
from language.words import fold

LASTS = re.compile(
    r"\bhow (?:long|many (?:working |calendar )?(?:hours|days|weeks|months))"
    r"(?: (?:is|are|was|were|will|does|do|did|would)\b"
    r"(?!.*\b(?:to|until|till|before|after|from|since|between|got|get|have|notice)\b)|\s*\??$)"
)
"""Asks how long something takes, and not how long there is until or after an event."""
_FROM_EVENT = re.compile(r"\b(?:after|following|from|since|before|ahead of)\b.*\bhow many \w+\W*$")
"""'Plan following a visit - how many days': until when, and not how long the visit is."""
_LENGTH = (
    rf"(?:{NUMBER}(?:[ -](?:full|working|calendar))?[ -]{UNIT}|an? (?:full )?(?:day|week|month))"
)
_TAKES = re.compile(
    rf"\b(?:takes?|lasts?|last|over|for|runs?|is|are)\b[\w ]{{0,20}}?\b{_LENGTH}\b", re.IGNORECASE
)
NEAR = 0.6
"""How much less evidence a line may have that has more of the question's words side by side."""


def keep_the_length_asked(state: State) -> Answer | None:
    """Sets lines aside that tell another length than the one asked for, where others are left.

    Asked how long something lasts: those that count from an event. Asked how long on site: those
    that count the off-site week. Then the line nearest in wording comes before its equals.
    """
    folded = fold(state.asked.text)
    lasts = LASTS.search(folded) and not _FROM_EVENT.search(folded)
    if state.asked.wanted is Wanted.DURATION and lasts:
        _keep(state, [each for each in state.candidates if not distances(each.text)])
        phases = {each.phase for each in phase_mentions(state.asked.text)}
        if Phase.ON_SITE in phases and Phase.OFF_SITE not in phases:
            _keep(state, [each for each in state.candidates if _only_on_site(each)])
    if state.asked.wanted in TIMES and state.candidates:
        _nearest_worded(state)
    return None


def answer_length_of_a_kind(state: State) -> Answer | None:
    """'How long is a focused visit?': the line under that kind that says how long it takes.

    None where the question names more than the kind, or no such line was found.
    """
    named = types_named(state)
    question = state.asked
    if question.wanted is not Wanted.DURATION or len(named) > 1:
        return None
    beside = concepts_named(state, without_kinds(question.text))
    if any(not is_doing(each) for each in beside) or not LASTS.search(fold(question.text)):
        return None
    if not named - ILACS and enough(question, state.concepts, state.candidates):
        return None
    for each in state.candidates:
        if _of_kind(each, named) and _TAKES.search(each.text) and not distances(each.text):
            quoter = Quoter()
            context = state.context(each.document)
            say_candidate(quoter, question, state.concepts, each, context)
            return quoted_answer(state, quoter)
    return None


def _of_kind(each: Candidate, named: frozenset[InspectionType]) -> bool:
    """Is a line about the kind asked about; where that is unsaid, about inspections at all?"""
    said = line_types(each)
    if named - ILACS:
        return said == named
    return (not said or bool(said & ILACS)) and "inspection" in fold(each.text)


def _keep(state: State, kept: Sequence[Candidate]) -> None:
    if any(each.features.kind for each in kept):
        state.candidates = list(kept)


def _only_on_site(each: Candidate) -> bool:
    passage = each.passage
    said = {mention.phase for mention in phase_mentions(" ; ".join((each.text, *passage.header)))}
    return Phase.ON_SITE in said and Phase.OFF_SITE not in said


def _nearest_worded(state: State) -> None:
    """Of lines with as much evidence, the one with the most of the question's words together."""
    pairs = pairs_of(concepts_named(state, state.asked.text))
    best = state.candidates[0]
    equals = [
        each
        for each in state.candidates
        if best.evidence - each.evidence <= NEAR and each.features.kind >= best.features.kind
    ]
    first = max(equals, key=lambda each: side_by_side(pairs, each.text))
    if side_by_side(pairs, first.text) > side_by_side(pairs, best.text):
        rest = [each for each in state.candidates if each is not first]
        state.candidates = [first, *rest]
