"""Which kind of inspection a question is about, and whether a line is about that kind."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.state import State
from core.answers import Answer
from core.inspection_steps import InspectionType
from language.inspections import OF_ILACS, inspection_types, nearest_type
from language.words import fold


def types_asked(state: State) -> frozenset[InspectionType]:
    """The kinds that the question names; else the one chosen in this conversation, else the one
    that the council prepares for, if any.
    """
    named = types_named(state)
    chosen = state.inspection
    if chosen is InspectionType.UNSAID:
        chosen = state.known_inspection.inspection
    return named or frozenset({chosen} - {InspectionType.UNSAID})


_ONE = re.compile(
    r"^(?:and |for |and for |what about |a |the |it'?s )*(?P<kind>short|standard)(?: ones?)?$"
)
ILACS = frozenset({*OF_ILACS, InspectionType.ILACS})


def types_named(state: State) -> frozenset[InspectionType]:
    """The kinds that the turn itself names, else those that the turns that complete it do."""
    turn = state.spoken[-1]
    return inspection_types(turn) or _alone(turn) or inspection_types(state.asked.text)


def _alone(turn: str) -> frozenset[InspectionType]:
    """'The standard one' as an answer to 'which kind?'."""
    found = _ONE.match(fold(turn).strip(" ?."))
    if found is None:
        return frozenset()
    short = found["kind"] == "short"
    return frozenset({InspectionType.ILACS_SHORT if short else InspectionType.ILACS_STANDARD})


def keep_the_kind_asked(state: State) -> Answer | None:
    """Sets lines aside that stand under another kind of inspection than the question names."""
    named = types_named(state)
    if named:
        state.candidates = [
            each
            for each in state.candidates
            if _may_answer(named, line_types(each) or _types_of_steps(state, each))
        ]
    return None


def _may_answer(named: frozenset[InspectionType], said: frozenset[InspectionType]) -> bool:
    # What is said of no kind is mostly of ILACS; of any other kind a line has to say so.
    return fits(named, said) if said else bool(named & ILACS)


def _types_of_steps(state: State, each: Candidate) -> frozenset[InspectionType]:
    """The kinds of the steps that a line tells, as its whole paper says them."""
    steps = state.search.index.store.steps(each.document.id, each.document.version)
    told = {step.inspection for step in steps if step.passage == each.passage.id}
    return frozenset(told - {InspectionType.UNSAID})


def line_types(each: Candidate) -> frozenset[InspectionType]:
    """The kinds that a line names, else what stands nearest above it."""
    passage = each.passage
    own = inspection_types(" ".join((each.text, *passage.header)))
    if own:
        return own
    above = (passage.text, passage.section, passage.lead_in, *reversed(passage.headings))
    nearest = nearest_type((*above, each.document.title))
    return frozenset({nearest} - {InspectionType.UNSAID})


def fits(wanted: frozenset[InspectionType], said: frozenset[InspectionType]) -> bool:
    """Can what is said of some kinds hold for those wanted? Where either is unsaid, it can."""
    if not wanted or not said or wanted & said:
        return True
    broad = {InspectionType.ILACS}
    return bool(wanted <= broad and said & OF_ILACS) or bool(said <= broad and wanted & OF_ILACS)
