"""Which steps are of the kind of thing asked for: what we send, a deadline, a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.state import State
from assistant.steps_asked.names import concepts_named, names_a_thing, rated
from assistant.timetables.dated_steps import SourcedStep
from language.words import fold

_SENDS = re.compile(
    r"\b(?:send|sends|sent|submit\w*|hand\w* (?:in|over)|give|given|provide\w*|upload\w*|share\w*"
    r"|owe|owed|supply|supplied|return\w*|deliver\w*|submission\w*"
    r"|leaves? the building|go(?:es)? off)\b"
)
_SPOKEN = re.compile(r"\b(?:present\w*|feedback|talk|speech)\b")
"""What is delivered or given by word of mouth is sent to nobody."""
_DUE = re.compile(r"\b(?:due|deadlines?|owe|owed)\b")


def of_kind(
    state: State, kind: str, anchor: SourcedStep, course: Sequence[SourcedStep]
) -> list[SourcedStep]:
    """The step that is named, and those of a course that are of the kind asked for: all of them
    where none is told, or no other step is of it.
    """
    fitting = steps_of_kind(state, kind, course)
    kept = [each for each in course if each in fitting or each.step.id == anchor.step.id]
    return kept if len(kept) > 1 else list(course)


def steps_of_kind(state: State, kind: str, course: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps of a course that are of the kind asked for, in order; all where none is told."""
    folded = fold(kind)
    things = [each for each in concepts_named(state, kind) if names_a_thing(each)]
    fitting = list(course)
    if _DUE.search(folded):
        fitting = [each for each in course if each.step.deadline]
    elif _SENDS.search(folded):
        fitting = [each for each in course if _is_sent(each)]
    if things:
        said = [each.source for each in rated(things, fitting)]
        fitting = [each for each in fitting if each in said] or fitting
    return fitting


def _is_sent(each: SourcedStep) -> bool:
    """Is something sent in it, or due?"""
    what = fold(each.step.what)
    if _SPOKEN.search(what):
        return False
    return bool(_SENDS.search(what) or (each.step.deadline and _DUE.search(what)))
