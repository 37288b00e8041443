"""The answer from steps that are named: when, by whom, where; or that no paper tells it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from assistant.concepts import Concept
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.inspection import types_named
from assistant.steps_asked.lookup import line_of, steps_for
from assistant.steps_asked.told import refused, tells, told_elsewhere
from assistant.steps_asked.week_answer import WITHOUT_A_DAY, say_weeks, words_of
from assistant.timetables.dated_steps import SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer, Sentence, SentenceKind, Status
from core.documents import NATIONAL
from language.inspections import OF_ILACS
from language.words import terms

OF_KIND = "Of an {kind}:"
WHEN = (Wanted.TIME, Wanted.DAY)


def answer_of(
    state: State, concepts: Sequence[Concept], found: Sequence[SourcedStep]
) -> Answer | None:
    """What the steps named tell of what is asked, or that no paper does."""
    telling = [each for each in found if tells(state, each)]
    if state.asked.wanted in WHEN:
        return _when(state, telling or found)
    if telling and state.asked.wanted is Wanted.DURATION:
        # 'In the last six months' is not how long it takes.
        return None
    if telling:
        return say(state, *by_whom(state, telling))
    if told_elsewhere(state, concepts, (), found[0]):
        return None
    return refused(state, found[0])


def _when(state: State, found: Sequence[SourcedStep]) -> Answer | None:
    """The first paper's line; None where papers put it on other days, which are weighed later."""
    first = found[0]
    days = {each.step.days for each in found if each.step.days and each.step.weeks}
    if len(days) > 1 or not first.step.weeks:
        return None
    return say(state, first)


def _of_one_kind(state: State, each: SourcedStep) -> bool:
    """Is a national paper's step of one kind of ILACS, where none is asked of and there are two?"""
    kinds = {one.step.inspection for one in steps_for(state)}
    national = each.document.about == NATIONAL
    return national and each.step.inspection in OF_ILACS <= kinds and not types_named(state)


def by_whom(state: State, telling: Sequence[SourcedStep]) -> list[SourcedStep]:
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


def say(state: State, *found: SourcedStep) -> Answer:
    """The steps in their papers' words, under their week where a time is asked for."""
    quoter = Quoter()
    if state.asked.wanted in (Wanted.PERSON, Wanted.FACT):
        # Who and where need no week above them.
        for each in found:
            passage = each.passage
            quoter.say(words_of(passage), quoter.cite(each.document, passage, passage.quotes()))
        return quoted_answer(state, quoter)
    undated = state.asked.wanted is Wanted.DAY and not found[0].step.days
    if _of_one_kind(state, found[0]):
        label = found[0].step.inspection.label
        quoter.sentences.append(Sentence(OF_KIND.format(kind=label), kind=SentenceKind.FRAME))
    for each in found:
        say_weeks(quoter, each.document, [line_of(state, each)])
    if undated:
        quoter.sentences.insert(-1, Sentence(WITHOUT_A_DAY, kind=SentenceKind.FRAME))
    return quoted_answer(state, quoter, Status.PARTLY_ANSWERED if undated else Status.ANSWERED)
