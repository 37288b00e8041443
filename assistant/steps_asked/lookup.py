"""Which step of an inspection some words name: 'the data lists', 'the set-up meeting'."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.state import State
from assistant.steps_asked.inspection import fits, types_asked, types_named
from assistant.steps_asked.names import SAID, SURE, concepts_named, names_a_thing, rated
from assistant.steps_asked.order import order
from assistant.timetables.agreed_paper import precedence
from assistant.timetables.dated_steps import SourcedStep
from assistant.timetables.placed_by_date import placed_by_date
from assistant.timetables.sources import steps_held
from assistant.which_paper.ours import subject_of
from core.documents import NATIONAL
from core.inspection_steps import InspectionType
from language.week_lines import SlottedPassage
from language.weeks import Slot


def steps_for(state: State) -> list[SourcedStep]:
    """The steps that may answer: of current papers about whom the question is about, of the kind
    that it asks about; a council's own paper before the nation's, the newer first. The timetable
    chosen as agreed leads, one that only calls itself so comes last.

    Where papers set out the very kind that the question names, what is of no kind is left out.
    """
    subject = subject_of(state.asked, state.organisation)
    wanted, named = types_asked(state), types_named(state)
    held = [
        each
        for each in placed_by_date(
            steps_held(state.search.index, subject), state.known_inspection.call
        )
        if fits(wanted, frozenset({each.step.inspection} - {InspectionType.UNSAID}))
    ]
    if any(each.step.inspection in named for each in held):
        held = [each for each in held if each.step.inspection is not InspectionType.UNSAID]
    agreed = state.known_inspection.agreed

    def key(each: SourcedStep) -> tuple[int, bool, str]:
        paper = each.document
        return precedence(paper, agreed), paper.about != NATIONAL, paper.dated.iso()

    return sorted(held, key=key, reverse=True)


def named_steps(
    state: State, text: str, steps: Sequence[SourcedStep], least: float = SAID
) -> list[SourcedStep]:
    """The steps that say most of what a text names, the likeliest first; may be none."""
    found = rated(concepts_named(state, text), steps, least)
    return [each.source for each in sorted(found, key=lambda each: (-each.close, -each.exact))]


def speaks_of_steps(state: State, text: str) -> bool:
    """Does a text name things of steps, be they of one or of several?"""
    steps = steps_for(state)
    named = [each for each in concepts_named(state, text) if names_a_thing(each)]
    return any(not each.name.isdigit() and rated([each], steps) for each in named)


def best_named(concepts: Sequence[Concept], steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps that are surely named, those of a week first, then the most nearly worded."""
    named = rated(concepts, steps, SURE)
    closest = max((each.close for each in named), default=0)
    kept = [each for each in named if each.close == closest]
    weekly = [each for each in kept if each.source.step.weeks]
    most = max((each.exact for each in weekly), default=0)
    exact = [each.source for each in weekly if each.exact == most]
    return exact + [each.source for each in kept if not each.source.step.weeks]


def course_of(anchor: SourcedStep, steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps by weeks of the same paper and kind of inspection, in their order."""
    same = [
        each
        for each in steps
        if each.document == anchor.document
        and each.step.weeks
        and each.step.inspection is anchor.step.inspection
    ]
    return sorted(same, key=order)


def at_place(steps: Sequence[SourcedStep], place: Slot) -> list[SourcedStep]:
    """The steps of a week and day, of the first paper that has some, in their order."""
    there = [
        each
        for each in steps
        if (set(each.step.weeks) & place.weeks if place.weeks else each.step.weeks)
        and (not place.days or set(each.step.days) & place.days)
    ]
    first = [
        each
        for each in there
        if each.document == there[0].document and each.step.inspection is there[0].step.inspection
    ]
    return sorted(first, key=order)


def line_of(state: State, each: SourcedStep) -> SlottedPassage:
    """The step as a line of its week, with the line that gives its day where that is another."""
    slot = Slot(frozenset(each.step.weeks), frozenset(each.step.days))
    held = state.search.index.store.get([each.step.day_from] if each.step.day_from else [])
    day_from = held[each.step.day_from].passage if each.step.day_from in held else None
    return SlottedPassage(each.passage, slot, day_from)
