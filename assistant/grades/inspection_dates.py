"""'When were we last inspected?': the dates that inspection reports give themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.concepts import Concept
from assistant.grades.judgement_answers import inspections_of
from assistant.grades.judgements import Judgement
from assistant.nearby import quoted_answer
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import TIMES, Wanted
from assistant.which_paper.editions import of_periods
from assistant.which_paper.ours import subject_of
from core.answers import Answer
from core.dates import PartialDate
from core.documents import Document, Kind, Passage
from language.neighbours import before_year
from language.organisations import canonical
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
_TO_COME = re.compile(
    r"\b(?:next|will|due|going to|expect\w*|likely|might|could|should|must|by when|deadline"
    r"|(?:have|has|needs?) to)\b"
    # 'When are the inspectors in with teams?' is of an inspection to come.
    r"|\bwhen (?:\w+ly )?(?:do|does|are) (?:the |our )?(?:inspectors?|inspection team|they|hmis?)\b"
    # 'When is the report published?' asks of any report, 'when was it published?' of the last.
    r"|\bwhen (?:is|are|does|do|would) (?:the |a |our )?(?:\w+ )?"
    r"(?:reports?|letters?|outcomes?|findings|judgements?)\b(?!.*\b(?:last|latest|recent|current)\b)"
)
_OF_IT = frozenset(
    content_terms(
        """
        inspection inspections inspected inspect inspectors inspector ofsted ilacs sif report
        reports children's childrens services social care council full single published publish
        publication release released issued last latest previous most recently recent take place
        here site team visit visited came come dates date ago since long judged graded
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
    told = None if _ASKS_PUBLISHED.search(text) else _told_since(state, report)
    if told is not None:
        quoter = Quoter()
        quoter.say(told.said, quoter.cite(told.document, told.passage, told.spans))
        return quoted_answer(state, quoter)
    if report is None:
        return None
    label = _PUBLISHED if _ASKS_PUBLISHED.search(text) else _INSPECTED
    line = _line(state.context(report), label)
    if line is None:
        return None
    quoter = Quoter()
    quoter.say(line.text, quoter.cite(report, line, line.quotes()))
    return quoted_answer(state, quoter)


def _told_since(state: State, report: Document | None) -> Judgement | None:
    """What a paper tells of an inspection newer than the newest report held, where the last one
    is asked for: 'rated good at its last inspection, in 2019'.
    """
    question, council = state.asked, subject_of(state.asked, state.organisation)
    if question.periods or question.earlier or question.beside or not council:
        return None
    inspections = inspections_of(state, council)
    if not inspections or not inspections[-1][0].text:
        return None
    newest = inspections[-1][0]
    return newest if newest.year > (_held(report).year if report else 0) else None


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
        key=_held,
    )
    return _chosen(reports, state.asked)


def _chosen(reports: Sequence[Document], question: Question) -> Document | None:
    if question.beside:
        return None
    year = before_year(question.text)
    if year:
        older = [each for each in reports if _held(each).year < year]
        return older[-1] if older else None
    if question.periods:
        of_then = [each for each in reports if of_periods(each, question.periods)]
        return of_then[-1] if of_then else None
    at = -2 if question.earlier else -1
    return reports[at] if len(reports) >= -at else None


def _held(report: Document) -> PartialDate:
    """When the inspection was, else when its report came out."""
    return report.as_at or report.published


def _line(passages: Sequence[Passage], label: re.Pattern[str]) -> Passage | None:
    return next((each for each in passages[:OPENING] if label.match(each.text)), None)
