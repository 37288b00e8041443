"""'When were we last inspected?': the dates that inspection reports give themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.concepts import Concept
from assistant.nearby import quoted_answer
from assistant.ours import subject_of
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from core.documents import Document, Kind, Passage
from language.organisations import canonical
from language.periods import Period
from language.words import content_terms, fold

OPENING = 30
"""Passages of a report's opening, where it gives its dates."""
_INSPECTED = re.compile(r"^inspection dates?\s*:", re.IGNORECASE)
_PUBLISHED = re.compile(r"^(?:report )?published\s*:", re.IGNORECASE)
_ASKS_PUBLISHED = re.compile(
    r"\b(?:publish\w*|publication|came out|come out|released?|issued|report (?:date|out))\b"
)
_ASKS_WHEN = re.compile(
    r"\bdates\b|\bhow (?:long|many (?:months|years)) (?:ago|since|is it since|has it been)\b"
    r"|\bhow long (?:is|has) it (?:been )?since\b|\bwhen\b"
)
_OF_AN_INSPECTION = re.compile(r"\binspect|\breport|\bilacs\b|\bofsted\b")
_TO_COME = re.compile(r"\b(?:next|will|due|going to|expect\w*|likely|might|could|should|before)\b")
_OF_IT = frozenset(
    content_terms(
        """
        inspection inspections inspected inspect inspectors inspector ofsted ilacs sif report
        reports children's childrens services social care council full single published publish
        publication release released issued last latest previous most recently recent take place
        here visit visited came come dates date ago since long judged graded
        """
    )
)
"""What names an inspection of the whole service, or asks when it was."""


def answer_from_dates(state: State) -> Answer | None:
    """The line of the report that gives the inspection's dates, or when it was published."""
    text = fold(state.asked.text)
    asks = state.asked.wanted in TIMES or state.asked.wanted in (Wanted.FACT, Wanted.LIST)
    if not asks or not _ASKS_WHEN.search(text) or _TO_COME.search(text):
        return None
    if not _of_the_whole(state.concepts) or not _OF_AN_INSPECTION.search(text):
        return None
    report = _report(state)
    if report is None:
        return None
    label = _PUBLISHED if _ASKS_PUBLISHED.search(text) else _INSPECTED
    line = _line(state.context(report), label)
    if line is None:
        return None
    quoter = Quoter()
    quoter.say(line.text, quoter.cite(report, line, line.quotes()))
    return quoted_answer(state, quoter)


def _of_the_whole(concepts: Iterable[Concept]) -> bool:
    return all(each.asks or set(each.phrases[0]) <= _OF_IT for each in concepts)


def _report(state: State) -> Document | None:
    """The report asked about of the council asked about: of the period, the one beside, newest."""
    council = subject_of(state.asked, state.organisation)
    reports = sorted(
        (
            each
            for each in state.search.index.documents
            if each.kind is Kind.INSPECTION_REPORT
            and council
            and canonical(each.about) == council
            and _line(state.context(each), _INSPECTED)
        ),
        key=lambda each: each.as_at or each.published,
    )
    return _chosen(reports, state.asked)


def _chosen(reports: Sequence[Document], question: Question) -> Document | None:
    if question.beside:
        return None
    if question.periods:
        of_then = [each for each in reports if _of_periods(each, question.periods)]
        return of_then[-1] if of_then else None
    at = -2 if question.earlier else -1
    return reports[at] if len(reports) >= -at else None


def _of_periods(report: Document, periods: Iterable[Period]) -> bool:
    dates = [date for date in (report.as_at, report.published) if date]
    return any(period.holds(date) for period in periods for date in dates)


def _line(passages: Sequence[Passage], label: re.Pattern[str]) -> Passage | None:
    return next((each for each in passages[:OPENING] if label.match(each.text)), None)
