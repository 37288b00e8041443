"""What stands in the documents for a week and a day of an inspection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import Concept
from assistant.question import Question, Wanted
from core.documents import Document, Passage, PassageKind
from language.weeks import Slot, find_slot
from language.words import content_terms, fold

_SAME_DAY = re.compile(r"\b(?:that|the same) day\b")


@dataclass(frozen=True, slots=True)
class SlottedPassage:
    """A passage with the weeks and days it speaks of; relative days settled from the one before."""

    passage: Passage
    slot: Slot


def slotted(passages: Sequence[Passage]) -> list[SlottedPassage]:
    """The passages of one document that belong to a week, in order.

    The week is the passage's own or that of the nearest heading, lead-in or section that names
    one; the day is the passage's own, a heading's, or for 'that day' the day of the line before.
    """
    found: list[SlottedPassage] = []
    before: Slot = Slot()
    for passage in passages:
        own = find_slot(_own_words(passage))
        above = _above(passage)
        weeks = own.weeks or above.weeks
        days = own.days or above.days
        if not own.days and _SAME_DAY.search(fold(passage.text)) and before.weeks == weeks:
            days = before.days
        slot = Slot(weeks, days)
        if own.days or not weeks:
            before = slot
        elif before.weeks != weeks:
            before = Slot(weeks)
        if weeks and passage.kind is not PassageKind.HEADING:
            found.append(SlottedPassage(passage, slot))
    return found


def matching(steps: Sequence[SlottedPassage], asked: Slot) -> list[Passage]:
    """The steps of the weeks and days asked for; a question without a week takes any week."""
    return [
        each.passage
        for each in steps
        if (not asked.weeks or each.slot.weeks & asked.weeks)
        and (not asked.days or each.slot.days & asked.days)
    ]


def of_week(steps: Sequence[SlottedPassage], asked: Slot) -> list[Passage]:
    """All steps of the weeks asked for: those around a day without a step."""
    return matching(steps, Slot(asked.weeks))


_GENERIC = frozenset(
    content_terms(
        """inspection inspections ilacs ofsted inspector inspectors process timetable plan step
        steps standard short visit onsite site morning afternoon first second third fourth"""
    )
)


def asks_for_a_slot(question: Question, concepts: Sequence[Concept]) -> bool:
    """True when a week or a day is all that the question names."""
    if not question.slot or question.wanted not in (Wanted.STEP, Wanted.LIST, Wanted.FACT):
        return False
    subjects = [
        each
        for each in concepts
        if not each.asks
        and not any(set(phrase) <= _GENERIC or phrase[0].isdigit() for phrase in each.phrases)
    ]
    return not subjects


def _own_words(passage: Passage) -> str:
    if passage.cells and passage.header:
        pairs = zip(passage.header, passage.cells, strict=False)
        return " ; ".join(f"{name} {cell}" for name, cell in pairs if cell)
    return passage.text


def _above(passage: Passage) -> Slot:
    weeks: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    for text in (passage.section, passage.lead_in, *reversed(passage.headings)):
        slot = find_slot(text)
        weeks = weeks or slot.weeks
        days = days or slot.days
        if weeks:
            break
    return Slot(weeks, days)


@dataclass(frozen=True, slots=True)
class WeekSource:
    """A document's steps."""

    document: Document
    steps: tuple[SlottedPassage, ...]
