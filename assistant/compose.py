"""Quoted answers: the best-supported sentence, list or table cell, framed and never rewritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.concepts import Concept
from assistant.evidence import Candidate
from assistant.lists import (
    announced_list,
    children_of,
    labelled_value,
    list_below,
    list_members,
    say_list,
    small_table,
)
from assistant.premises import wrong_premise
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.tables.columns import has_periods, is_figures
from assistant.tables.rows import say_comparison, say_row
from assistant.tables.trends import asks_change
from assistant.wanted import COUNTS, TIMES, Wanted
from core.answers import SentenceKind
from core.documents import Passage, PassageKind

LIST_MARGIN = 0.85
"""A list is given whole when its lead-in or heading says this share of what the item says of the
question: then the question is about the list and not about the item."""

SAYABLE = 20
"""Candidates looked at for one that can be said."""
LIST_BEHIND = 1.2
"""How much less evidence a list may have than a sentence and still be the list asked for."""
SERIES_BEHIND = 2.5
"""The same for a row of figures over time where a change is asked for."""
SURE_OF_SUBJECT = 0.6
"""How much of the question a passage must say before it corrects the rest of it."""


def say_candidate(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    context: Sequence[Passage],
) -> None:
    """Says the best candidate as a cell, a whole list, an item or a sentence.

    `context` holds the passages of the best one's document, in order.
    """
    passage = best.passage
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        table = [each for each in context if each.group == passage.group and each.cells]
        if passage.group >= 0 and say_comparison(quoter, question, concepts, best.document, table):
            return
        rows = small_table(passage, context) if wants_list(question, best) else [passage]
        for row in rows:
            say_row(quoter, question, concepts, best.document, row)
        return
    members = list_members(passage, context)
    if len(members) > 1 and wants_list(question, best):
        say_list(quoter, best.document, members)
        return
    if passage.kind is PassageKind.HEADING:
        below = list_below(passage, context)
        if below and question.wanted is not Wanted.EXPANSION:
            say_list(quoter, best.document, below, heading=passage)
            return
    if passage.kind is PassageKind.ITEM and passage.lead_in:
        below = children_of(passage, context)
        if below and wants_list(question, best):
            say_list(quoter, best.document, below)
            return
        spans = (passage.lead_in, *passage.quotes(best.start, best.end))
        number = quoter.cite(best.document, passage, spans)
        quoter.say(passage.lead_in, number)
        quoter.say(best.text, number, kind=SentenceKind.ITEM)
        return
    children = children_of(passage, context)
    if children and (question.wanted is Wanted.LIST or best.text.rstrip().endswith((":", ";"))):
        say_list(quoter, best.document, children)
        return
    value = labelled_value(passage, best.text, context)
    if value is not None:
        spans = (*passage.quotes(best.start, best.end), *value.quotes())
        number = quoter.cite(best.document, value, spans)
        quoter.say(f"{best.text} {value.text}", number)
        return
    announced = (
        announced_list(passage, best.text, context) if question.wanted is Wanted.LIST else []
    )
    if announced:
        say_list(quoter, best.document, announced)
        return
    quoter.quote(best)


def wants_list(question: Question, best: Candidate) -> bool:
    """True when the question is about the list that the candidate belongs to."""
    one = {*COUNTS, *TIMES, Wanted.FREQUENCY, Wanted.YES_NO, Wanted.NAME, Wanted.EXPANSION}
    one.add(Wanted.GRADE)
    if question.wanted in one:
        return False
    if question.wanted is Wanted.LIST:
        return best.features.above >= best.features.own * LIST_MARGIN
    return best.features.above > 0.5 and best.features.above > best.features.own


def correct_premise(quoter: Quoter, question: Question, best: Candidate) -> None:
    """'Not Thursday but Wednesday:' where the passage about it says otherwise than the question."""
    premise = wrong_premise(question, best.text)
    if premise is None or best.features.coverage < SURE_OF_SUBJECT:
        return
    quoter.correct(premise.asked, premise.stands, quoter.cite_sentence(best))


def pick(
    question: Question,
    candidates: Sequence[Candidate],
    context_of: Callable[[Candidate], Sequence[Passage]],
) -> Candidate:
    """The best candidate that can be said; a list, if asked for one and one is nearly as good."""
    sayable = [
        each
        for each in candidates[:SAYABLE]
        if each.passage.kind is not PassageKind.HEADING
        or list_below(each.passage, context_of(each))
    ] or list(candidates[:1])
    if asks_change(question) and question.wanted not in TIMES:
        row = _series_of(sayable)
        if row is not None:
            return row
    if question.wanted is not Wanted.LIST:
        return sayable[0]
    for each in sayable:
        if sayable[0].evidence - each.evidence > LIST_BEHIND:
            break
        context = context_of(each)
        if each.passage.kind is PassageKind.HEADING or children_of(each.passage, context):
            return each
        members = list_members(each.passage, context) or small_table(each.passage, context)
        if len(members) > 1 and wants_list(question, each):
            return each
    return sayable[0]


def _series_of(sayable: Sequence[Candidate]) -> Candidate | None:
    """The best row of figures over time, where a change is asked for and it is nearly as good."""
    for each in sayable:
        if sayable[0].evidence - each.evidence > SERIES_BEHIND:
            break
        if is_figures(each.passage) and has_periods(each.passage):
            return each
    return None
