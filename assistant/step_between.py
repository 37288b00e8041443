"""'How long from the call to their arrival?': the days between two steps of one course, counted."""

from __future__ import annotations

import re

from assistant.dated_steps import WEEK, SourcedStep
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_lookup import named_steps, steps_for
from assistant.step_neighbours import as_line
from assistant.week_answer import say_day
from core.answers import Answer, SentenceKind
from language.words import fold

WORKING_WEEK = 5
_LENGTH = (
    r"(?:how long|how much time|how many (?:working |calendar )?days|how many weeks"
    r"|(?:number of|the|^(?:and )?) ?(?:working |calendar )?days"
    r"|the gap|^(?:and )?(?:gap|time)|what gap)\b"
)
_DO = r"(?:do|does|is|are|until|till|will|would|have|has|must|should|can|before)"
_ASKED = (
    re.compile(
        rf"{_LENGTH}.*?\b(?:between|from)\s+(?P<one>.+?)\s+(?:and|to|until|till)\s+(?P<two>.+)$"
    ),
    re.compile(rf"{_LENGTH}.*?\b(?:after|since)\s+(?P<one>.+?)\s+{_DO}\s+(?P<two>.+)$"),
    re.compile(rf"{_LENGTH}\s+(?:till|until)\s+(?P<two>.+?)\s+(?:after|from)\s+(?P<one>.+)$"),
    re.compile(
        r"\bwhich\b.*?\b(?:first|earlier|sooner|last|later)\b\W*(?P<one>.+?)\s+or\s+(?P<two>.+)$"
    ),
    re.compile(r"^(?:so )?(?:is|are|do|does)\s+(?P<one>.+?)\s+(?:before|after)\s+(?P<two>.+)$"),
    re.compile(rf"{_LENGTH}.*?\bbefore\s+(?P<two>.+?)\s+{_DO}\s+(?P<one>.+)$"),
)


def answer_between_steps(state: State) -> Answer | None:
    """Both steps in their papers' words, and the days from the one to the other; None where the
    question asks for something else, or no paper has both with their days.
    """
    folded = fold(state.turns[-1]).strip(" ?.")
    found = next((match for each in _ASKED if (match := each.search(folded))), None)
    if found is None:
        return None
    steps = [each for each in steps_for(state) if each.step.weeks and len(each.step.days) == 1]
    firsts, seconds = (named_steps(state, found[name], steps) for name in ("one", "two"))
    for first in firsts:
        for second in seconds:
            if _one_course(first, second):
                return _said(state, *sorted((first, second), key=_day))
    return None


def _one_course(first: SourcedStep, second: SourcedStep) -> bool:
    same = first.document.id == second.document.id and first.step.id != second.step.id
    return same and first.step.inspection is second.step.inspection


def _day(each: SourcedStep) -> int:
    return WEEK * (each.step.weeks[0] - 1) + each.step.days[0]


def _said(state: State, first: SourcedStep, second: SourcedStep) -> Answer:
    quoter = Quoter()
    for each in (first, second):
        say_day(quoter, each.document, [as_line(each)])
    days = _day(second) - _day(first)
    following = range(_day(first) + 1, _day(second) + 1)
    working = sum(day % WEEK < WORKING_WEEK for day in following)
    counted = "1 day" if days == 1 else f"{days} days"
    text = f"{counted} from the one to the other, {working} of them working days (calculated)"
    if not days:
        text = "The same day (calculated)"
    quoter.say(text, *range(1, len(quoter.citations) + 1), kind=SentenceKind.CALCULATED)
    return quoted_answer(state, quoter)
