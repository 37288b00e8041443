"""Which step of an inspection some words name: 'the data lists', 'the set-up meeting'."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept, Field, Lexicon, concepts_of, coverage
from assistant.dated_steps import SourcedStep
from assistant.inspection_asked import fits, types_asked
from assistant.ours import subject_of
from assistant.state import State
from assistant.step_sources import steps_held
from assistant.week_step_order import order
from assistant.week_subjects import widened
from core.documents import NATIONAL
from core.inspection_steps import InspectionType
from language.words import terms
from vectorstore.embed import ordinary_words

SAID = 0.7
"""How much of the words, by their weight, a step must say to be the one that they name."""
AROUND = 0.6
"""How much a word counts that stands in the step's heading, lead-in or section."""


def steps_for(state: State) -> list[SourcedStep]:
    """The steps that may answer: of current papers about whom the question is about, of the kind
    that it asks about; a council's own paper before the nation's, the newer first.
    """
    subject = subject_of(state.asked, state.organisation)
    wanted = types_asked(state)
    held = [
        each
        for each in steps_held(state.search.index, subject)
        if fits(wanted, frozenset({each.step.inspection} - {InspectionType.UNSAID}))
    ]
    return sorted(
        held,
        key=lambda each: (each.document.about != NATIONAL, each.document.dated.iso()),
        reverse=True,
    )


def named_steps(state: State, text: str, steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps that say most of what a text names, the likeliest paper's first; may be none."""
    search = state.search
    lexicon = Lexicon(search.frequency, search.size(), ordinary_words())
    wide = [widened(each) for each in concepts_of(text, lexicon) if not each.asks]
    if not wide:
        return []
    shares = [(_share(wide, each), each) for each in steps]
    best = max((share for share, _ in shares), default=0.0)
    if best < SAID:
        return []
    return [each for share, each in shares if share == best]


def _share(concepts: Sequence[Concept], each: SourcedStep) -> float:
    passage = each.passage
    above = (passage.lead_in, passage.section, *passage.headings[-1:], *passage.header)
    own = passage.text if passage.cells else passage.text[each.step.start : each.step.end]
    return coverage(
        concepts,
        [Field(frozenset(terms(own)), 1.0), Field(frozenset(terms(" ".join(above))), AROUND)],
    )


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
