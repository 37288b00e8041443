"""The answer to 'what comes after the data lists go in?': the step beside the one that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.dated_steps import SourcedStep
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_lookup import course_of, named_steps, steps_for
from assistant.week_answer import say_day
from core.answers import Answer, Note, NoteKind
from language.places import find_place
from language.week_lines import SlottedPassage
from language.weeks import Slot
from language.words import fold

_ASKED = re.compile(
    r"^(?:and |so |ok |then )?(?:what|whats|what's|which step|what step)\b"
    r"(?P<asks>[\w' ]{0,40}?)\b(?P<way>after|following|next after|before|ahead of)\s+"
    r"(?P<what>.{3,})$"
)
_GOES = re.compile(
    r"\b(?:happens?|comes?|next|goes|is|do|does|have|need|must|first|happen|come|go)\b|^\s*$"
)
_THAT = re.compile(r"^(?:that|this|it|then)\b\W*$")


def answer_beside_step(state: State) -> Answer | None:
    """The step before or after the one that the question names, where a paper has both."""
    found = _ASKED.match(fold(state.turns[-1]).strip(" ?."))
    if found is None or not _GOES.search(found["asks"]):
        return None
    what = found["what"]
    if _THAT.match(what):
        what = state.asked.subject
    if not what or find_place(what).within:
        return None
    steps = steps_for(state)
    anchors = [each for each in named_steps(state, what, steps) if each.step.weeks]
    for anchor in anchors:
        beside = _beside(anchor, course_of(anchor, steps), before=found["way"] in _BACK)
        if beside is not None:
            return _said(state, anchor, beside)
    return None


_BACK = ("before", "ahead of")


def _beside(
    anchor: SourcedStep, course: Sequence[SourcedStep], *, before: bool
) -> SourcedStep | None:
    """The nearest of the steps with a day; of a step without one, the nearest in the paper."""
    if anchor.step.days:
        line = [each for each in course if each.step.days]
    else:
        line = sorted(course, key=lambda each: (each.passage.place, each.step.start))
    at = next((number for number, each in enumerate(line) if each.step.id == anchor.step.id), None)
    if at is None:
        return None
    at += -1 if before else 1
    return line[at] if 0 <= at < len(line) else None


def _said(state: State, anchor: SourcedStep, beside: SourcedStep) -> Answer:
    quoter = Quoter()
    say_day(quoter, beside.document, [as_line(beside)])
    state.notes.append(Note(NoteKind.UNDERSTOOD_AS, f"beside the step ‘{anchor.step.what}’"))
    return quoted_answer(state, quoter)


def as_line(each: SourcedStep) -> SlottedPassage:
    """The step as a line of its week."""
    return SlottedPassage(each.passage, Slot(frozenset(each.step.weeks), frozenset(each.step.days)))
