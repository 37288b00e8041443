"""Which event a question counts from: 'after the inspection ends' is not from receipt."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.state import State
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from core.inspection_steps import Anchor
from language.distances import anchor_of, distances
from language.words import fold

_FROM = re.compile(
    r"\b(?:after|since|from|following|once|of|before)\s+(?P<event>.+?"
    r"(?:\s+(?:is|was|are|has been)\s+(?:published|received|issued|out|over|finished|sent))?)"
    r"(?=\s+(?:do|does|did|is|are|will|would|must|should|have|has|can|until|to)\b|[?.,;]|$)"
)
_WHO = r"(?:inspections?|inspectors?|they|fieldwork|visit|ofsted|the team|on[- ]?site(?: work)?)"
_ENDS = re.compile(
    rf"\b{_WHO} (?:\w+ )?(?:ends?|ended|finish\w*|leaves?|left|goes|go|went|over|conclud\w+)\b"
    r"|\b(?:end|last day|close|finish) (?:of|on)\b"
)
_LENGTH_ASKED = re.compile(r"\b(?:days|weeks|months|years)\b")


def keep_the_event_asked(state: State) -> Answer | None:
    """Sets lines aside whose periods are all counted from another event than the question's.

    Only where a line is left that gives a length.
    """
    asked = event_asked(state.asked.text)
    counts = state.asked.wanted is Wanted.COUNT and _LENGTH_ASKED.search(fold(state.asked.text))
    if asked is Anchor.OTHER or not (state.asked.wanted in TIMES or counts):
        return None
    events = [_events(state, each) for each in state.candidates]
    if any(asked in each for each in events):
        kept = zip(state.candidates, events, strict=True)
        state.candidates = [each for each, told in kept if asked in told or not told]
    return None


def event_asked(text: str) -> Anchor:
    """The event that a question counts from; OTHER where it names none that is known."""
    found = _FROM.search(fold(text))
    if found is None:
        return Anchor.OTHER
    if _ENDS.search(found["event"]):
        return Anchor.LAST_DAY
    return anchor_of(found["event"])


def _events(state: State, each: Candidate) -> frozenset[Anchor]:
    """The known events that the periods of a line, or of its row, are counted from."""
    told = {event_asked(each.text)} if distances(each.text) else set()
    if each.passage.cells:
        steps = state.search.index.store.steps(each.document.id, each.document.version)
        own = (step.period for step in steps if step.passage == each.passage.id)
        told |= {period.anchor for period in own if period}
    return frozenset(told - {Anchor.OTHER})
