"""'Take me through the whole inspection': all steps of one course, week by week."""

from __future__ import annotations

import re

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.lookup import course_of, line_of, steps_for
from assistant.steps_asked.week_answer import say_weeks
from core.answers import Answer
from language.words import fold

FEWEST = 4
"""Steps by weeks from which on a paper sets out an inspection."""
_WHOLE = re.compile(
    r"\bstep[ -]by[ -]step\b|\bfrom start to (?:finish|end)\b|\bstart to finish\b|\bboth weeks\b"
    r"|\b(?:whole|entire|full) (?:\w+ )?(?:inspection|process|timetable|timeline|thing)\b"
    r"|\b(?:timeline|timetable|order of events|sequence|overview) (?:of|for) (?:the|a|an|our) "
    r"(?:\w+ ){0,2}(?:inspection|ilacs)\b"
)
_OF_THE_COURSE = re.compile(
    r"\b(?:timetable|timeline|process|happens?|through|summar\w+|outline|steps?|order|sequence|goes|runs?"
    r"|looks?)\b"
)
_INSPECTION = re.compile(r"\binspections?\b|\bilacs\b|\bprocess\b|\btimetable\b|\bthing\b")


def answer_whole_course(state: State) -> Answer | None:
    """The weeks of the first paper that sets out an inspection; None for any other question."""
    folded = fold(state.asked.text)
    asks = _WHOLE.search(folded) and _INSPECTION.search(folded) and _OF_THE_COURSE.search(folded)
    if not asks or state.asked.slot.within or state.asked.periods or state.asked.earlier:
        return None
    weekly = [each for each in steps_for(state) if each.step.weeks]
    course = course_of(weekly[0], weekly) if weekly else []
    if len(course) < FEWEST:
        return None
    quoter = Quoter()
    say_weeks(quoter, course[0].document, [line_of(state, each) for each in course])
    return quoted_answer(state, quoter)
