"""'Standard or short?': asked once, where the papers set out both and their days differ."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.inspection_asked import ILACS, types_asked
from assistant.state import State
from assistant.timelines import Timeline
from core.answers import Answer, Option, Sentence, SentenceKind, Status
from core.documents import NATIONAL
from core.inspection_steps import InspectionType
from language.inspections import nearest_type
from language.weeks import Slot

ASK = "Which kind of inspection do you mean? The papers set out more than one."


def ask_which(state: State, settled: Sequence[tuple[Timeline, Slot]]) -> Answer | None:
    """Asks, where lines of several kinds answer and nothing says which is meant.

    A council's own paper says of itself which kind is meant: then nothing is asked.
    """
    if types_asked(state) - {InspectionType.ILACS}:
        return None
    telling = [(course, place) for course, place in settled if course.at(place)]
    if not telling or telling[0][0].document.about != NATIONAL:
        return None
    lines = {
        course_type(course): tuple(each.passage.text for each in course.at(place))
        for course, place in reversed(telling)
    }
    kinds = [each for each in lines if each not in (InspectionType.UNSAID, InspectionType.ILACS)]
    if len(kinds) < 2 or len({lines[each] for each in kinds}) < 2:
        return None
    options = [Option(each.label, inspection=each) for each in InspectionType if each in kinds]
    frame = Sentence(ASK, kind=SentenceKind.FRAME)
    return state.answer(Status.NEEDS_CLARIFICATION, [frame], options=options)


def course_type(course: Timeline) -> InspectionType:
    """The kind of inspection that a course is of."""
    passage = course.steps[0].passage
    above = (passage.section, passage.lead_in, *reversed(passage.headings), course.document.title)
    found = nearest_type(above)
    if found is InspectionType.UNSAID:
        found = nearest_type(each.passage.text for each in course.steps)
    return found


def keeps_to(state: State, course: Timeline) -> bool:
    """Is a course of the kind asked about? One of no kind is taken to be of ILACS."""
    wanted, kind = types_asked(state), course_type(course)
    if not wanted or kind in wanted:
        return True
    if kind is InspectionType.UNSAID:
        return bool(wanted & ILACS)
    return InspectionType.ILACS in {*wanted, kind} and {*wanted, kind} <= ILACS
