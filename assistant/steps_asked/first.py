"""'What's the first thing we send?': the first or last step of a kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.state import State
from assistant.steps_asked.kinds import steps_of_kind
from assistant.steps_asked.lookup import course_of, named_steps, steps_for
from assistant.steps_asked.neighbours import LEAD, said_beside, weekly
from assistant.timetables.dated_steps import WEEK, SourcedStep
from core.answers import Answer
from language.places import find_place
from language.words import fold

_THING = (
    r"(?:things?|items?|documents?|deadlines?|steps?|meetings?|papers?|bits?"
    r"|submissions?|returns?|uploads?|hand[- ]?ins?|send[- ]?offs?)"
)
_EDGE = re.compile(
    rf"{LEAD}(?:(?:what|whats|what's|which|when)(?: is| are|'s)? )?(?:the |our |their )?(?:very )?"
    rf"(?P<which>first|last|final|earliest|latest) {_THING}\b"
    r"(?P<asks>(?! (?:of|in|on)\b)[\w' ]{0,60})$"
)
_EDGE_AT_ITS_END = re.compile(
    rf"{LEAD}(?:which|what) (?P<asks>(?:of the )?(?:{_THING}|lists?)(?: \w+){{0,2}}?"
    r" (?:goes|go|gone|due|sent|submitted|handed (?:in|over)|uploaded|off|out|wanted|needed))"
    r" (?:the )?(?P<which>first|last|earliest|latest)$"
)
"""'Which list goes first?'"""
_BESIDE = re.compile(r"\b(?P<way>before|until|once|after|when)\s+(?P<what>.+)$")


def answer_first_of_kind(state: State) -> Answer | None:
    """'What's the first thing we send?': the first, or last, step of the kind that is named.

    None where the question names a week or day, or no kind that some steps are of and some not.
    """
    found = edge_of_kind(state, state.spoken[-1], steps_for(state))
    return said_beside(state, found, [found]) if found is not None else None


def edge_of_kind(state: State, text: str, steps: Sequence[SourcedStep]) -> SourcedStep | None:
    """The step that 'the last thing we send before they arrive' names, None where it names none."""
    folded = fold(text).strip(" ?.!")
    found = _EDGE.match(folded) or _EDGE_AT_ITS_END.match(folded)
    if found is None or find_place(_BESIDE.sub("", found["asks"])).named:
        return None
    days = [each for each in weekly(steps) if each.step.days]
    course = course_of(days[0], days) if days else []
    asks = found.group().replace(found["which"], "", 1).strip()
    beside = _BESIDE.search(asks)
    kind = steps_of_kind(state, _BESIDE.sub("", asks), course)
    if not kind or len(kind) == len(course):
        return None
    if beside is not None:
        kind = _on_its_side(state, beside, kind, course)
    first = found["which"] in ("first", "earliest")
    return (kind[0] if first else kind[-1]) if kind else None


def _on_its_side(
    state: State,
    beside: re.Match[str],
    kind: Sequence[SourcedStep],
    course: Sequence[SourcedStep],
) -> list[SourcedStep]:
    """Of the steps of a kind, those before or after the step that is named beside it."""
    anchors = named_steps(state, beside["what"], course)
    if not anchors:
        return list(kind)
    at = _day(anchors[0])
    if beside["way"] in ("before", "until"):
        return [each for each in kind if _day(each) < at]
    return [each for each in kind if _day(each) >= at and each not in anchors]


def _day(each: SourcedStep) -> int:
    return WEEK * (each.step.weeks[0] - 1) + each.step.days[0]
