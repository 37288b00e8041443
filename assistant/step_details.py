"""'What time do they ring?', 'who picks the cases?': what a step says of itself, or does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer_types import holds
from assistant.concepts import Concept, Field, coverage
from assistant.dated_steps import SourcedStep
from assistant.lengths_asked import LASTS
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_lookup import at_place, line_of, steps_for
from assistant.step_names import concepts_named, is_doing, names_a_step, rated
from assistant.wanted import Wanted, wanted_by
from assistant.week_answer import WITHOUT_A_DAY, say_weeks, words_of
from core.answers import Answer, Sentence, SentenceKind, Status
from core.documents import Kind, Passage
from language.words import fold, terms

SURE = 0.85
"""How much of what is named a step must say to answer for it, or to be what a refusal is about."""
_WHEN = (Wanted.TIME, Wanted.DAY)
_LACKS = {
    Wanted.CLOCK: "the time of day",
    Wanted.PERSON: "who does that",
    Wanted.DURATION: "how long it takes",
    Wanted.FACT: "where it is",
}
_WHERE = re.compile(
    r"^(?:and |so |but )?where\b|\b(?:what|which) (?:room|building|venue|office|floor|place)\b"
    r"|\bwhere(?:s|'s)? (?:is|are|will|does|do)\b|\bwhere(?: at)?$"
)
_PLACE = re.compile(
    r"\b(?:room|hall|offices?|building|floor|online|remotely|virtual(?:ly)?|in person|video|street"
    r"|teams call|road|by (?:tele)?phone)\b"
    r"|\bat the (?!end|start|same|latest|last|first|meeting|time)\w+"
)
_PAST = re.compile(
    r"\b(?:our|the|their) (?:last|previous|latest) (?:\w+ )?(?:inspection|visit|ilacs)\b"
)
"""An inspection that is over is told by its report, and not by the steps of one to come."""
_OF_DAY = re.compile(r"\b(?:end|close|start) of (?:the )?(?:day|play|business)\b|\bmid-?day\b")


def answer_of_step(state: State) -> Answer | None:
    """When the step that is named falls, its hour, place and who does it, as its papers tell them.

    A refusal where the papers set the step out and none of them tells that of it. None where the
    question asks for something else or names no step surely.
    """
    if _PAST.search(fold(state.asked.text)):
        return None
    where = bool(_WHERE.search(words_asking(state)))
    if where:
        state.question = replace(state.asked, wanted=Wanted.FACT)
    question = state.asked
    if question.wanted not in (*_WHEN, *_LACKS) or question.periods or question.earlier:
        return None
    if question.wanted is Wanted.FACT and not where:
        return None
    if question.wanted is Wanted.DURATION and not LASTS.search(fold(question.text)):
        return None
    steps = steps_for(state)
    slot = question.slot
    if question.carried and slot.weeks and slot.days and not _names_more(state):
        # 'Who is there?' after the steps of a day.
        there = at_place(steps, slot)
        return _of(state, (), there) if there else None
    for concepts, among in _things_named(state, steps):
        if not names_a_step(concepts):
            continue
        found = best_named(concepts, among)
        if found and not _lacks_its_verb(state, concepts[0], found[0]):
            return _of(state, concepts, found)
        answer = _without_its_verb(state, concepts, among)
        if answer is not None:
            return answer
    return None


def _names_more(state: State) -> bool:
    return any(not is_doing(each) for each in concepts_named(state, state.asked.text))


def _things_named(
    state: State, steps: Sequence[SourcedStep]
) -> list[tuple[tuple[Concept, ...], list[SourcedStep]]]:
    """What may be named, and the steps that it may be: of the week and day asked about first.

    'And the documents?' names another thing than the question that it leads on from.
    """
    question = state.asked
    # A report's 'Friday' is seldom a day of an inspection to come.
    weekly = [
        each
        for each in steps
        if each.step.weeks or (each.step.days and each.document.kind is not Kind.INSPECTION_REPORT)
    ]
    there = [each for each in weekly if _there(each, state)]
    found = []
    if question.carried and wanted_by(fold(state.turns[-1])) in (Wanted.FACT, Wanted.DEFINITION):
        found.append((concepts_named(state, state.turns[-1]), there))
    whole = concepts_named(state, question.text, edges=True)
    found.append((whole, there))
    if question.wanted in _WHEN and question.slot:
        # The week may be part of the thing: 'when is the timetable for week 2 settled?'
        found.append((whole, weekly))
    return found


def _lacks_its_verb(state: State, verb: Concept, each: SourcedStep) -> bool:
    """'Who chairs the feedback?' of a step that says nothing of a chair."""
    if state.asked.wanted is not Wanted.PERSON or is_doing(verb):
        return False
    return not coverage([verb], _fields(each.passage))


def best_named(concepts: Sequence[Concept], steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps that are surely named, those of a week first, then the most nearly worded."""
    named = rated(concepts, steps, SURE)
    closest = max((each.close for each in named), default=0)
    kept = [each.source for each in named if each.close == closest]
    return sorted(kept, key=lambda each: not each.step.weeks)


def _of(state: State, concepts: Sequence[Concept], found: Sequence[SourcedStep]) -> Answer | None:
    """What the steps named tell of what is asked, or that no paper does."""
    telling = [each for each in found if _tells(state, each)]
    if state.asked.wanted in _WHEN:
        return _when(state, telling or found)
    if telling and state.asked.wanted is Wanted.DURATION:
        # 'In the last six months' is not how long it takes.
        return None
    if telling:
        return _say(state, *_by_whom(state, telling))
    return None if _told_elsewhere(state, concepts) else _refused(state, found[0])


def words_asking(state: State) -> str:
    """The words that ask: of a follow-up, its own."""
    return fold(state.turns[-1]).strip(" ?.!")


def _there(each: SourcedStep, state: State) -> bool:
    """Is it a step of the week and day that the question names?"""
    slot = state.asked.slot
    weeks = not slot.weeks or bool(set(each.step.weeks) & slot.weeks)
    days = not slot.days or bool(set(each.step.days) & slot.days)
    return weeks and days


def _tells(state: State, each: SourcedStep) -> bool:
    step = each.step
    if state.asked.wanted in _WHEN:
        return bool(step.days)
    if state.asked.wanted is Wanted.CLOCK:
        return bool(step.time) or bool(_OF_DAY.search(fold(each.passage.text)))
    if state.asked.wanted is Wanted.PERSON and step.who:
        return True
    return _holds(state, step.what)


def _holds(state: State, text: str) -> bool:
    if state.asked.wanted is Wanted.FACT:
        return bool(_PLACE.search(fold(text)))
    # In lower case, since 'Annex A Data Lists' looks like a name.
    return holds(state.asked, fold(text)) > 0


def _when(state: State, found: Sequence[SourcedStep]) -> Answer | None:
    """The first paper's line; None where papers put it on other days, which are weighed later."""
    first = found[0]
    days = {each.step.days for each in found if each.step.days and each.step.weeks}
    if len(days) > 1 or not first.step.weeks:
        return None
    return _say(state, first)


def _by_whom(state: State, telling: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The first paper's step; where another names others who do it ('Ofsted', 'the lead
    inspector'), theirs beside it.
    """
    first = telling[0]
    if state.asked.wanted is not Wanted.PERSON:
        return [first]
    others = (
        each
        for each in telling
        if each.document != first.document
        and each.step.who
        and each.step.weeks
        and not set(terms(each.step.who)) <= set(terms(first.passage.text))
    )
    return [first, *islice(others, 1)]


def _say(state: State, *found: SourcedStep) -> Answer:
    quoter = Quoter()
    if state.asked.wanted in (Wanted.PERSON, Wanted.FACT):
        # Who and where need no week above them.
        for each in found:
            passage = each.passage
            quoter.say(words_of(passage), quoter.cite(each.document, passage, passage.quotes()))
        return quoted_answer(state, quoter)
    undated = state.asked.wanted is Wanted.DAY and not found[0].step.days
    for each in found:
        say_weeks(quoter, each.document, [line_of(state, each)])
    if undated:
        quoter.sentences.insert(-1, Sentence(WITHOUT_A_DAY, kind=SentenceKind.FRAME))
    return quoted_answer(state, quoter, Status.PARTLY_ANSWERED if undated else Status.ANSWERED)


def _told_elsewhere(state: State, concepts: Sequence[Concept]) -> bool:
    """Does some other passage found say all that is named, and the kind of thing asked for?"""
    return bool(concepts) and any(
        coverage(concepts, _fields(each.hit.passage)) >= SURE
        and _holds(state, each.hit.passage.text)
        for each in state.found
    )


def _fields(passage: Passage) -> list[Field]:
    above = (passage.lead_in, passage.section, *passage.headings[-1:], *passage.header)
    own = Field(frozenset(terms(passage.text)), 1.0)
    return [own, Field(frozenset(terms(" ".join(above))), 1.0)]


def _without_its_verb(
    state: State, concepts: Sequence[Concept], steps: Sequence[SourcedStep]
) -> Answer | None:
    """'Who chairs the set-up meeting?' where papers set it out and none says of its chair."""
    if state.asked.wanted is not Wanted.PERSON or len(concepts) < 2:
        return None
    verb, *thing = concepts
    if not names_a_step(thing):
        return None
    named = [each.source for each in rated(thing, steps, SURE)]
    telling = [each for each in named if _tells(state, each)] if is_doing(verb) else []
    if telling:
        return _say(state, *_by_whom(state, telling))
    both = any(
        coverage([verb], _fields(passage)) and coverage(thing, _fields(passage)) >= SURE
        for passage in (each.hit.passage for each in state.found)
    )
    return _refused(state, named[0]) if named and not both else None


def _refused(state: State, each: SourcedStep) -> Answer:
    quoter = Quoter()
    say_weeks(quoter, each.document, [line_of(state, each)])
    text = f"'{each.document.title}' sets it out, but no paper says {_LACKS[state.asked.wanted]}."
    frame = Sentence(text, kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [frame], near=quoter.citations)
