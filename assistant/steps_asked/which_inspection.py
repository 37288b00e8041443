"""'Standard or short?': asked once, where the papers set out both and their days differ."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.state import State
from assistant.steps_asked.inspection import ILACS, types_asked
from assistant.steps_asked.timelines import Timeline
from assistant.steps_asked.week_subjects import saying
from assistant.timetables.likeness import likeness
from core.answers import Answer, Option, Sentence, SentenceKind, Status
from core.documents import NATIONAL
from core.inspection_steps import InspectionType
from language.inspections import nearest_type
from language.step_rows import row_words
from language.week_lines import SlottedPassage
from language.weeks import Slot, without_slots
from language.words import content_terms

ALIKE = 0.3
"""How like a line of another kind must be for the two to say the same (`step_likeness`)."""
_NO_DEED = frozenset(
    content_terms("first second third last week weeks day days inspection inspections on off site")
)
ASK = "Which kind of inspection do you mean? The papers set out more than one."


def ask_which(
    state: State, settled: Sequence[tuple[Timeline, Slot]], subjects: Sequence[Concept] = ()
) -> Answer | None:
    """Asks, where lines of several kinds answer, each otherwise, and nothing says which is meant.

    A council's own paper says of itself which kind is meant: then nothing is asked. Nor where a
    kind's lines say nothing of the `subjects` asked for, or only what another kind's lines say too.
    """
    if types_asked(state) - {InspectionType.ILACS}:
        return None
    telling = [(course, place) for course, place in settled if course.at(place)]
    if not telling or telling[0][0].document.about != NATIONAL:
        return None
    lines = {
        course_type(course): [_deed(each) for each in _answering(course, place, subjects)]
        for course, place in reversed(telling)
    }
    kinds = [e for e in lines if e not in (InspectionType.UNSAID, InspectionType.ILACS)]
    told = [each for each in kinds if any(lines[each])]
    fullest = max(told, key=lambda each: len(lines[each]), default=None)
    if fullest is None or len(kinds) < 2:
        return None
    # What another kind leaves unsaid of a day may be otherwise in it, but not of a whole week.
    one_day = any(_on_its_own_day(course, place) for course, place in telling)
    silent = [each for each in kinds if each not in told and lines[each]]
    if not (silent and one_day) and all(_among(lines[each], lines[fullest]) for each in told):
        return None
    kinds = [each for each in kinds if lines[each]]
    if len(kinds) < 2:
        return None
    options = [Option(each.label, inspection=each) for each in InspectionType if each in kinds]
    frame = Sentence(ASK, kind=SentenceKind.FRAME)
    return state.answer(Status.NEEDS_CLARIFICATION, [frame], options=options)


def _answering(
    course: Timeline, place: Slot, subjects: Sequence[Concept]
) -> Sequence[SlottedPassage]:
    lines = course.at(place)
    return saying(lines, subjects) if subjects else lines


def _on_its_own_day(course: Timeline, place: Slot) -> bool:
    return any(len(each.slot.days) == 1 for each in course.at(place))


def _deed(line: SlottedPassage) -> str:
    """What happens in a line; '' where it only names the time: 'First week of the inspection'."""
    passage = line.passage
    what = row_words(passage)[0] if passage.cells else passage.text
    return what if set(content_terms(without_slots(what))) - _NO_DEED else ""


def _among(deeds: Sequence[str], others: Sequence[str]) -> bool:
    """Does each of these say what one of the others does?"""
    return all(not each or any(likeness(each, other) > ALIKE for other in others) for each in deeds)


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
