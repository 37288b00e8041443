"""Which event a question counts from: 'after the inspection ends' is not from receipt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.evidence import Candidate
from assistant.state import State
from assistant.steps import refuse
from assistant.timetables.working_days import BACK, today
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from core.inspection_steps import Anchor
from language.dates import find_dates
from language.distances import anchor_of, distances
from language.lengths import LENGTH
from language.words import fold

_FROM = re.compile(
    r"\b(?:after|since|from|following|once|of|before)\s+"
    r"(?!(?:do|does|did|is|are|will|must|should)\b)(?P<event>.+?"
    r"(?:\s+(?:is|was|are|has been)\s+(?:published|received|issued|out|over|finished|sent))?)"
    r"(?=\s+(?:do|does|did|is|are|will|would|must|should|have|has|can|until|to)\b|[?.,;]|$)"
)
_BETWEEN = re.compile(r"\bbetween (?P<event>[^,;]+?) and\b")
_WHO = r"(?:inspections?|inspectors?|they|fieldwork|visit|ofsted|the team|on[- ]?site(?: work)?)"
_ENDS = re.compile(
    rf"\b{_WHO} (?:\w+ )?(?:ends?|ended|finish\w*|leaves?|left|goes|go|went|over|conclud\w+)\b"
    r"|\b(?:end|last day|close|finish) (?:of|on)\b"
)
_PRESENT = re.compile(r"\bwhen (?:\w+ )?(?:is|are|do|does|will|would|must|should|can)\b")
_OF_ONE = re.compile(r"\b(?:last|latest|previous|recent|current|ago|(?:19|20)\d\d)\b")
_ASKS_BEFORE = re.compile(r"\b(?:before|ahead of|prior to|in advance)\b")
_ASKS_AFTER = re.compile(r"\b(?:after|since|following|once|between|from)\b")
_ASKS_NOTICE = re.compile(r"\b(?:notice|(?:advance |prior )?warning)\b(?! board)")
_TELLS_NOTICE = re.compile(
    r"\b(?:notice|notif\w+|warning|announc\w+|unannounced|calls?|rings?|(?:tele)?phones?|telephoned)\b"
)
_A_LENGTH = re.compile(rf"\b{LENGTH}")
_LENGTH_ASKED = re.compile(r"\b(?:days|weeks|months|years)\b")


NEAR = 1.5
"""How much less evidence it may have than the date of the past that was found first."""


def keep_the_event_asked(state: State) -> Answer | None:
    """Sets lines aside whose periods are counted from another event than the question's, or lie on
    its other side: 'how long after the visit' is not 'three days before the visit'.
    """
    asked = event_asked(state.asked.text)
    counts = state.asked.wanted is Wanted.COUNT and _LENGTH_ASKED.search(fold(state.asked.text))
    if asked is Anchor.OTHER or not (state.asked.wanted in TIMES or counts):
        return None
    side = _side(fold(state.asked.text))
    if side is not None:
        state.candidates = [each for each in state.candidates if _side_told(each) in (None, side)]
    events = [_events(state, each) for each in state.candidates]
    kept = zip(state.candidates, events, strict=True)
    state.candidates = [e for e, told in kept if asked in told or not (told or _names_an_event(e))]
    if not any(asked in told for told in events):
        # Only a line that counts from what it does not name can still be meant.
        state.candidates = [each for each in state.candidates if _from_nothing_named(each)]
    return None if state.candidates else refuse(state)


def keep_the_notice_asked(state: State) -> Answer | None:
    """'How much notice of a focused visit?': of what is found, what tells of notice or lies before
    an event.
    """
    if _ASKS_NOTICE.search(fold(state.asked.text)) and state.asked.wanted in TIMES:
        state.candidates = [
            each
            for each in state.candidates
            if _TELLS_NOTICE.search(fold(each.text)) or _side_told(each) is False
        ]
        return None if state.candidates else refuse(state)
    return None


def _side(folded: str) -> bool | None:
    """True where it asks of the time after an event, False of the time before; None of neither."""
    before, after = _ASKS_BEFORE.search(folded), _ASKS_AFTER.search(folded)
    return None if bool(before) == bool(after) else bool(after)


def _side_told(each: Candidate) -> bool | None:
    """The side that a line's periods lie on; None where they are on both, or there are none."""
    after = {one.period.direction not in BACK for one in distances(each.text)}
    return next(iter(after)) if len(after) == 1 else None


def _from_nothing_named(each: Candidate) -> bool:
    return bool(distances(each.text)) and not _names_an_event(each)


def _names_an_event(each: Candidate) -> bool:
    return any(one.period.event for one in distances(each.text))


def keep_what_is_to_come(state: State) -> Answer | None:
    """'When is the report published?': a period from an event comes before the dates of the past.

    Only where the question is of no one time, and a line found gives such a period.
    """
    folded = fold(state.asked.text)
    if not _PRESENT.search(folded) or _OF_ONE.search(folded) or state.asked.periods:
        return None
    best = max((each.evidence for each in state.candidates), default=0.0)
    near = [e for e in state.candidates if best - e.evidence <= NEAR and distances(e.text)]
    if near and all(_is_of_the_past(each) for each in _before(state.candidates, near[0])):
        kept = [each for each in state.candidates if not _is_of_the_past(each)]
        state.candidates = [near[0], *(each for each in kept if each is not near[0])]
    return None


def _before(candidates: Sequence[Candidate], one: Candidate) -> list[Candidate]:
    return list(takewhile(lambda each: each is not one, candidates))


def _is_of_the_past(each: Candidate) -> bool:
    """Does it give a date to the day, gone by?"""
    dates = [mention.date for mention in find_dates(each.text) if mention.date.day]
    return bool(dates) and max(dates).earliest() < today()


def event_asked(text: str) -> Anchor:
    """The event that a question counts from; OTHER where it names none that is known."""
    folded = fold(text)
    found = _BETWEEN.search(folded) or _FROM.search(folded)
    if found is None:
        return Anchor.OTHER
    if _ENDS.search(found["event"]):
        return Anchor.LAST_DAY
    return anchor_of(found["event"])


def _events(state: State, each: Candidate) -> frozenset[Anchor]:
    """The known events that the periods of a line, or of its row, are counted from."""
    told = {one.period.anchor for one in distances(each.text)} - {Anchor.OTHER}
    told = told or ({event_asked(each.text)} if _A_LENGTH.search(fold(each.text)) else set())
    steps = state.search.index.store.steps(each.document.id, each.document.version)
    own = (step for step in steps if step.passage == each.passage.id and step.period)
    told |= {
        step.period.anchor
        for step in own
        if step.period and (each.passage.cells or (each.start < step.end and step.start < each.end))
    }
    return frozenset(told - {Anchor.OTHER})
