"""'How long do we have to publish the report?': the line whose own step it is comes first.

Beside it stand other periods from the same event: 70 days from receipt are for another deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.covered import Field, coverage
from assistant.evidence import Candidate
from assistant.state import State
from assistant.steps_asked.lookup import best_named, steps_for
from assistant.steps_asked.names import (
    SAID,
    concepts_named,
    is_doing,
    names_a_step,
    pairs_of,
    side_by_side,
)
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from core.inspection_steps import Anchor
from language.words import fold, terms

_LENGTH = re.compile(
    r"\b(?:days|weeks|months|years|how (?:long|soon|quick\w*|fast|far)|deadline|by when|window"
    r"|time (?:limit|scale|frame)|lead[- ]?(?:in|time)|notice)\b"
)
_AFTER = re.compile(
    r"\bbetween\b[^,;]+?\band\b|\b(?:after|following|from|since|once|before|ahead of|prior to)\b.*?"
    r"(?=\b(?:must|should|do|does|did|has|have|can|will|would)\b|$)",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(r"^(?:and |so )?(?:where|who|why)\b")
_THING = re.compile(r"\b(?:report|letter|statement|plan|findings|audits?)\b", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:publish|send|submit|share|return|issu|releas|respond to|answer)\w*(?: out| back)? "
    r"(?P<it>it|them)\b",
    re.IGNORECASE,
)
_VERSIONS = ("draft", "final")
FEWEST = 2
"""Things that must be named, the deed and what it is done with, to tell one period from another."""


def keep_the_period_named(state: State) -> Answer | None:
    """Puts the line of the period that is surely named first, where it is among those found."""
    question = state.asked
    asks = question.wanted in TIMES or question.wanted in (
        Wanted.COUNT,
        Wanted.FACT,
        Wanted.DEFINITION,
    )
    if not asks or question.periods or question.earlier or not state.candidates:
        return None
    folded = fold(question.text)
    if not _LENGTH.search(folded) or _OF_ELSE.match(folded):
        return None
    _keep_the_version(state, folded)
    text = _with_it_named(question.text)
    concepts = [each for each in concepts_named(state, text) if not is_doing(each)]
    if len(concepts) < FEWEST or not names_a_step(concepts):
        return None
    counted = [each for each in steps_for(state) if each.step.period]
    deed = [e for e in concepts_named(state, _AFTER.sub(" ", text)) if not is_doing(e)]
    counted = [each for each in counted if coverage(deed, _without_its_event(each)) >= SAID]
    named = best_named(concepts, _nearest_worded(deed, counted))
    lengths = {_length(each) for each in named}
    said = [e for e in steps_for(state) if e.step.period and _is_of(state.candidates[0], e)]
    if len(lengths) != 1 or lengths & {_length(each) for each in said}:
        return None
    lines = [e for e in state.candidates if any(_is_of(e, step) for step in named)]
    if lines:
        state.candidates = [lines[0], *(each for each in state.candidates if each is not lines[0])]
    return None


def _nearest_worded(deed: Sequence[Concept], steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """Of several, those with the deed and its thing side by side: 'publish the report'."""
    pairs = pairs_of(deed)
    most = max((side_by_side(pairs, each.step.what) for each in steps), default=0)
    return [each for each in steps if side_by_side(pairs, each.step.what) == most]


def _with_it_named(text: str) -> str:
    """'After getting the report, when must we publish it?': what is published is the report."""
    found = _IT.search(text)
    things = _THING.findall(text[: found.start("it")]) if found else []
    if not found or not things:
        return text
    return f"{text[: found.start('it')]}the {things[-1]}{text[found.end('it') :]}"


def _keep_the_version(state: State, folded: str) -> None:
    """Asked of the final plan, the draft's line is no other answer; nor the other way round."""
    asked = [each for each in _VERSIONS if re.search(rf"\b{each}\b", folded)]
    if len(asked) == 1:
        others = [re.compile(rf"\b{each}\b") for each in _VERSIONS if each not in asked]
        kept = [e for e in state.candidates if not any(o.search(fold(e.text)) for o in others)]
        state.candidates = kept or state.candidates


def _without_its_event(each: SourcedStep) -> list[Field]:
    """'Publication of the report' as what is counted from is nobody's duty to publish."""
    passage, period = each.passage, each.step.period
    own = passage.text if passage.cells else passage.text[each.step.start : each.step.end]
    event = period.event if period else ""
    return [Field(frozenset(terms(own.replace(event, " ") if event else own)), 1.0)]


def _length(each: SourcedStep) -> tuple[object, ...]:
    period = each.step.period
    if period is None:
        return ()
    anchor = "" if period.anchor is Anchor.OTHER else period.anchor.value
    return period.amount, period.unit, anchor


def _is_of(candidate: Candidate, each: SourcedStep) -> bool:
    """Is a sentence found, or the row that it is of, the step's own?"""
    if candidate.passage.id != each.passage.id:
        return False
    return bool(each.passage.cells) or (
        candidate.start < each.step.end and candidate.end > each.step.start
    )
