"""'What's the first thing we send?': the first or last step of a kind."""

from __future__ import annotations

import re

from assistant.state import State
from assistant.step_kinds import steps_of_kind
from assistant.step_lookup import course_of, steps_for
from assistant.step_neighbours import LEAD, said_beside, weekly
from core.answers import Answer
from language.places import find_place
from language.words import fold

_EDGE = re.compile(
    rf"{LEAD}(?:what|whats|what's|which)(?: is| are|'s)?(?: the)?(?: very)?"
    r" (?P<which>first|last|final)"
    r" (?:thing|things|item|document|documents|deadline|step|meeting|paper|bit)s?\b"
    r"(?P<asks>(?! (?:of|in|on)\b)[\w' ]{0,60})$"
)
_UNTIL = re.compile(r"\b(?:before|until|once|after|when)\b.*")


def answer_first_of_kind(state: State) -> Answer | None:
    """'What's the first thing we send?': the first, or last, step of the kind that is named.

    None where the question names a week or day, or no kind that some steps are of and some not.
    """
    found = _EDGE.match(fold(state.turns[-1]).strip(" ?.!"))
    if found is None or find_place(_UNTIL.sub("", found["asks"])).named:
        return None
    steps = [each for each in weekly(steps_for(state)) if each.step.days]
    course = course_of(steps[0], steps) if steps else []
    asks = f"{found.group().split(found['which'], 1)[1]}"
    kind = steps_of_kind(state, _UNTIL.sub("", asks), course)
    if not kind or len(kind) == len(course):
        return None
    return said_beside(state, kind[0], [kind[0] if found["which"] == "first" else kind[-1]])
