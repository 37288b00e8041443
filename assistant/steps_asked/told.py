"""What of a step its papers tell, and the refusal where none of them tells what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer_types import holds
from assistant.concepts import Concept
from assistant.covered import Field, coverage
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.lookup import line_of
from assistant.steps_asked.names import SURE, is_doing, pairs_of, side_by_side
from assistant.steps_asked.week_answer import say_weeks
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer, Sentence, SentenceKind, Status
from core.documents import Document, Passage
from language.words import fold, terms

LACKS = {
    Wanted.CLOCK: "the time of day",
    Wanted.PERSON: "who does that",
    Wanted.DURATION: "how long it takes",
    Wanted.FACT: "where it is",
}
_PLACE = re.compile(
    r"\b(?:room|hall|offices?|building|floor|online|remotely|virtual(?:ly)?|in person|video|street"
    r"|teams call|road|by (?:tele)?phone)\b"
    r"|\bat the (?!end|start|same|latest|last|first|meeting|time)\w+"
)
_OF_DAY = re.compile(r"\b(?:end|close|start) of (?:the )?(?:day|play|business)\b|\bmid-?day\b")
_TITLE = re.compile(r"\blead (?=inspector|member|officer)", re.IGNORECASE)


_WHERE = re.compile(
    r"^(?:and |so |but )?where\b|\b(?:what|which) (?:room|building|venue|office|floor|place)\b"
    r"|\bwhere(?:s|'s)? (?:is|are|will|does|do)\b|\bwhere(?: at)?$"
    r"|\b(?:book|need|reserve) (?:a |the |our )?(?:\w+ )?room\b|\bin person or\b"
    r"|\bor (?:is it )?on(?:line| teams)\b"
)


_ORIGIN = re.compile(
    r"\bcomes? from\b|\bwhere (?:can|do|could|would|should) (?:i|we|you) (?:find|see|read|get)\b"
)
"""'Where does the deadline come from?' asks for a source."""


def words_asking(state: State) -> str:
    """The words that ask: of a follow-up, its own."""
    return fold(state.spoken[-1]).strip(" ?.!")


def is_where(folded: str) -> bool:
    """Does a folded question ask for a place?"""
    return bool(_WHERE.search(folded)) and not _ORIGIN.search(folded)


def asks_the_source(folded: str) -> bool:
    """Does a folded question ask where something is written, or whose word it is?"""
    return folded.startswith("where") and bool(_ORIGIN.search(folded))


def tells_a_place(text: str) -> bool:
    """Does a text say where something is?"""
    return bool(_PLACE.search(fold(text)))


def tells(state: State, each: SourcedStep) -> bool:
    """Does the step say of itself what is asked for: its day, its hour, its place, who?"""
    step = each.step
    if state.asked.wanted in (Wanted.TIME, Wanted.DAY):
        return bool(step.days)
    if state.asked.wanted is Wanted.CLOCK:
        return bool(step.time) or bool(_OF_DAY.search(fold(each.passage.text)))
    if state.asked.wanted is Wanted.PERSON and step.who:
        return True
    return _holds(state, step.what)


def says_the_deed(state: State, concepts: Sequence[Concept], passage: Passage) -> bool:
    """Has a passage something of all that is named? 'Who chairs the feedback?' needs a chair.

    Only asked of who does it: when a thing is, a line may tell that has not all the words.
    """
    if state.asked.wanted is not Wanted.PERSON:
        return True
    said = _fields(passage, of_deeds=True)
    return all(is_doing(one) or coverage([one], said) for one in concepts)


def says_any(concepts: Sequence[Concept], passage: Passage) -> bool:
    """Has a passage something of what is named?"""
    return coverage(concepts, _fields(passage, of_deeds=True)) > 0


def told_elsewhere(
    state: State, thing: Sequence[Concept], own: Sequence[Concept], step: SourcedStep
) -> bool:
    """Does some other passage found say the thing, in words as close as the step's, with what
    the question names beside it, and the kind of thing asked for?
    """
    pairs = pairs_of(thing)
    close = side_by_side(pairs, step.step.what)
    return any(
        coverage([*thing, *own], _fields(each.hit.passage)) >= SURE
        and side_by_side(pairs, each.hit.passage.text) >= close
        and all(coverage([one], _fields(each.hit.passage, of_deeds=True)) for one in own)
        and _holds(state, each.hit.passage.text)
        for each in state.found
    )


def said_alone(state: State, own: Sequence[Concept], within: Document | None = None) -> bool:
    """Does some passage found say all that a turn itself names, and the kind asked for?

    Of the one document, where one is given: 'who leads it?' alone names nothing.
    """
    return any(
        (within is None or each.hit.document == within)
        and coverage(own, _fields(each.hit.passage, of_deeds=True)) >= SURE
        and _holds(state, each.hit.passage.text)
        for each in state.found
    )


def refused(state: State, each: SourcedStep) -> Answer:
    """The step as what is near, and what no paper says of it."""
    quoter = Quoter()
    say_weeks(quoter, each.document, [line_of(state, each)])
    text = f"'{each.document.title}' sets it out, but no paper says {LACKS[state.asked.wanted]}."
    frame = Sentence(text, kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [frame], near=quoter.citations)


def _holds(state: State, text: str) -> bool:
    if state.asked.wanted is Wanted.FACT:
        return tells_a_place(text)
    # In lower case, since 'Annex A Data Lists' looks like a name.
    return holds(state.asked, fold(text)) > 0


def _fields(passage: Passage, *, of_deeds: bool = False) -> list[Field]:
    """The words of a passage and of what it hangs from; of deeds, without titles that sound like
    one: a lead inspector leads no meeting by name.
    """
    above = (passage.lead_in, passage.section, *passage.headings[-1:], *passage.header)
    both = passage.text, " ".join(above)
    said = [_TITLE.sub(" ", each) if of_deeds else each for each in both]
    return [Field(frozenset(terms(each)), 1.0) for each in said]
