"""How well a sentence fits what is asked for: its kind, unit, words, period, week and council."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answer_types import holds
from assistant.concepts import Concept
from assistant.question import Question
from assistant.tables.cells import row_name
from assistant.wanted import COUNTS, TIMES, Wanted
from assistant.which_paper.of_its_time import without_relative
from core.documents import NATIONAL, UNKNOWN, Document, Passage, PassageKind
from language.dates import find_dates
from language.organisations import canonical
from language.weeks import find_slot
from language.words import content_terms, fold

SENTENCES = 10_000
"""Kept with their stems: the same come up in question after question."""
WEEK_ABOVE = 0.5
"""How surely a line without a time of its own tells when, by the week that it stands under."""
PROSE = 8
"""Words of a cell that is told in sentences, where 'three cases' is a figure too."""


_DIGIT = re.compile(r"\d")
_OF_SHARES = re.compile(r"%|\b(?:per ?cent|percentage|proportion|share|rate)\b")
_OF_NUMBERS = re.compile(r"\bhow many\b|\bnumbers?\b|\bcount\b|\bheadcount\b")


def kind_fit(question: Question, passage: Passage, sentence: str, document: Document) -> float:
    """How surely a sentence holds the kind of thing asked for.

    In an undated paper 'imminently' and '18 months ago' give no time.
    """
    if question.wanted in TIMES and not document.published:
        sentence = without_relative(sentence)
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        name = row_name(passage)
        # A number in a row's name ('visited within 4 weeks') is no figure of it.
        values = [cell for cell in passage.cells if cell != name]
        told = [each for each in values if len(each.split()) >= PROSE or _DIGIT.search(each)]
        if question.wanted in COUNTS and not told:
            return 0.0
        return holds(question, " ; ".join((*passage.header, *passage.cells)))
    own = holds(question, sentence)
    if not own and question.wanted is Wanted.TIME and _of_a_week(passage):
        return WEEK_ABOVE
    return own if own or not passage.lead_in else 0.8 * holds(question, passage.lead_in)


def _of_a_week(passage: Passage) -> bool:
    """Does a line stand under 'Week 1'? Then that is when it happens."""
    return any(find_slot(text).weeks for text in (passage.section, *passage.headings[-2:]))


def unit_fit(question: Question, passage: Passage) -> float:
    """0 for a row of percentages where a number is asked for, and the other way; else 1."""
    if passage.kind not in (PassageKind.ROW, PassageKind.CHART):
        return 1.0
    asked = fold(question.text)
    if _OF_SHARES.search(asked):
        return float("%" in passage.text)
    if _OF_NUMBERS.search(asked):
        return float("%" not in passage.text)
    return 1.0


def precision(concepts: Sequence[Concept], passage: Passage, sentence: str) -> float:
    """The share of its own words (a row's name) that the question says."""
    words = row_name(passage) if passage.cells else sentence
    own = _own_terms(words)
    if not own:
        return 0.0
    asked = {
        term for each in concepts for phrase in (*each.phrases, *each.similar) for term in phrase
    }
    return sum(term in asked for term in own) / len(own)


@lru_cache(maxsize=SENTENCES)
def _own_terms(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(content_terms(words)))


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{2,4})?"
_MONTHS_RUN = re.compile(rf"\b{_MONTH} ?(?:-|to|until) ?{_MONTH}")
RUN_OF_MONTHS = 0.5
"""What a figure of several months ('March to August 2024') is worth where one month is asked."""


def period_fit(question: Question, passage: Passage, document: Document) -> float:
    """The share of the months and years asked for that the passage or its paper is of."""
    if not question.periods:
        return 1.0
    near = [passage.text, passage.lead_in, passage.section, *passage.header, *passage.headings]
    dates = [each.date for text in near for each in find_dates(text)]
    dates += [date for date in (document.published, document.as_at) if date]
    dates += [each.date for each in find_dates(document.title)]
    fitting = [any(period.holds(date) for date in dates) for period in question.periods]
    share = sum(fitting) / len(fitting)
    return share * RUN_OF_MONTHS if of_a_run(question, passage) else share


def of_a_run(question: Question, passage: Passage) -> bool:
    """A figure of one month is asked for, and the passage gives one of several months together."""
    if question.wanted not in COUNTS or len(question.periods) != 1:
        return False
    texts = (passage.text, *passage.headings)
    return bool(question.periods[0].month) and any(_MONTHS_RUN.search(fold(e)) for e in texts)


def slot_fit(question: Question, passage: Passage, sentence: str) -> float:
    """The share of the weekday and week asked for that the sentence speaks of; 1 when none is."""
    asked = question.slot
    if not asked:
        return 1.0
    own = find_slot(sentence)
    weeks = own.weeks or find_slot(" ; ".join((passage.section, *passage.headings))).weeks
    fits = [bool(own.days & asked.days)] if asked.days else []
    fits += [bool(weeks & asked.weeks)] if asked.weeks else []
    return sum(fits) / len(fits)


def about_fit(document: Document, subject: str) -> float:
    """1 for a paper about the council asked about, 0.5 for one about the whole country."""
    if not subject or canonical(document.about) == subject:
        return 1.0
    return 0.5 if document.about in (NATIONAL, UNKNOWN) else 0.0


def list_fit(question: Question, passage: Passage) -> float:
    """1 where a list is asked for and the passage is of one, or opens one."""
    if question.wanted is not Wanted.LIST:
        return 0.0
    introduces = passage.text.rstrip().endswith((":", ";"))
    return 1.0 if introduces or (passage.group >= 0 and not passage.cells) else 0.0
