"""The grades that papers give a council: by area in its reports, overall also in other papers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer_types import states_a_grade
from assistant.concepts import Concept
from assistant.premises import grades_in
from assistant.tables.columns import row_name
from core.dates import PartialDate
from core.documents import Document, Passage, PassageKind
from language.dates import month_number
from language.organisations import canonical, count
from language.patterns import MONTH
from language.periods import find_periods
from language.words import content_terms, fold
from vectorstore.indexed_text import sentence_offsets

SCALE = ("inadequate", "requires improvement", "good", "outstanding")
"""Ofsted's four-point scale, lowest first: the ILACS framework, 'How inspectors make judgements',
https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018
"""
DECEMBER = 12
MOST_CELLS = 3
"""A row of an area and its grade has no more; a longer one is of something else."""
_OVERALL = re.compile(r"\boverall\b")
# A report of the single inspection framework (2013 to 2017) gives the overall grade so.
_SERVICES = re.compile(r"^children's services in .{3,60} (?:are|is|require) ")
# What a paper says that the council as a whole was given, and when.
_GRADE = r"\b(?:outstanding|good|inadequate|requir\w+ improvement)\b"
_RATED = re.compile(
    rf"\b(?:rated|judged|graded)\b.{{0,50}}{_GRADE}"
    r".{0,60}\b(?:inspection|ilacs|sif|in (?:19|20)\d\d)\b"
    rf"|\bofsted\b.{{0,60}}\boverall judge?ment\b.{{0,80}}\b(?:is|are|as|of|was|were) {_GRADE}"
)
_DAY_OF_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?({MONTH})\b")
_OF_A_PART = re.compile(r"\b(?:home|homes|school|schools|send|youth|area|areas|nursery|centre)\b")
_THE_WHOLE = re.compile(
    r"\b(?:we|our services?|the (?:council|local authority|borough)"
    r"|children's (?:social care )?services)\b"
)
_GRADED_IS = re.compile(
    r"\b(?:was|were|is|are|been) (?:\w+ )?(?:rated|judged|graded)\b", re.IGNORECASE
)
_NOT_AREAS = frozenset(
    content_terms(
        """
        grade grades graded grading judge judged judgement judgements rate rated rating score
        scored overall effectiveness outcome result inspection inspected ofsted report council
        councils borough area areas bit part service services children's good outstanding
        inadequate requires improvement against did do get move newest latest three last next
        back really only actually still two of which one our it highest lowest best worst
        strongest weakest year require requiring improve inspector inspectors work now today
        current present moment right have had given us far so been time before after then
        """
    )
)
"""What asks for a grade, or names the council as a whole, and so no area of it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade that a paper gives to an area, or overall, with the words that give it."""

    document: Document
    passage: Passage
    text: str
    """The sentence, or '' for a row: its area and grade say it."""
    area: str
    grade: str
    """One of SCALE."""
    written: str
    """The grade as the paper writes it."""
    overall: bool
    when: tuple[PartialDate, ...]
    """When it was given: the dates of the inspection and of its report, or the year told."""

    @property
    def spans(self) -> tuple[str, ...]:
        """The words to cite: the sentence that tells it, or the report's row."""
        return (self.text,) if self.text else self.passage.quotes()

    @property
    def said(self) -> str:
        """The sentence that tells it, or 'Overall effectiveness: Good'."""
        return self.text or f"{self.area}: {self.written}"

    @property
    def year(self) -> int:
        """The year it was given, 0 when no paper says."""
        return self.when[0].year if self.when else 0


def areas_of(concepts: Iterable[Concept]) -> list[Concept]:
    """What a question names as the area graded: not the grading, nor the council as a whole."""
    return [
        each
        for each in concepts
        if not each.asks and not all(term in _NOT_AREAS for term in each.phrases[0])
    ]


def judgements_of(document: Document, passages: Iterable[Passage]) -> list[Judgement]:
    """The grades of an inspection report in its order, each area once."""
    found: dict[str, Judgement] = {}
    for passage in passages:
        each = _of_row(document, passage) or _of_line(document, passage)
        if each:
            found.setdefault("overall" if each.overall else fold(each.area), each)
    return list(found.values())


def told_of(document: Document, passages: Iterable[Passage]) -> list[Judgement]:
    """What a paper other than the report tells of its council's overall grade and its year."""
    found: list[Judgement] = []
    for passage in passages:
        if passage.kind in (PassageKind.ROW, PassageKind.CHART):
            continue
        for start, end in sentence_offsets(passage):
            text = passage.text[start:end]
            folded = fold(text)
            if not _RATED.search(folded) or not of_the_council(document, text):
                continue
            when = _told_when(document, text)
            if when is None or not states_a_grade(text):
                continue
            # 'Rated good in 2019, two years after the inadequate judgement' gives the first.
            grade, written = next(iter(grades_in(folded).items()))
            found.append(Judgement(document, passage, text, "", grade, written, True, (when,)))
    return found


def _told_when(document: Document, text: str) -> PartialDate | None:
    """The year that a sentence names; for '7 April' alone, the last one before its paper."""
    years = {each.year for each in find_periods(text) if each.year}
    if years:
        return PartialDate(years.pop()) if len(years) == 1 else None
    day, published = _DAY_OF_MONTH.search(fold(text)), document.published
    if day is None or not published:
        return None
    later = month_number(day[1]) > (published.month or DECEMBER)
    return PartialDate(published.year - later, month_number(day[1]))


def of_the_council(document: Document, text: str) -> bool:
    """The paper's own council, or 'we', was graded: no home of it, and no other council."""
    # 'The Larches was rated good in Hackney' grades what stands before the verb.
    passive = _GRADED_IS.search(text)
    text = text[: passive.start()] if passive else text
    folded, named = fold(text), count(text)
    if _OF_A_PART.search(folded) or (named and canonical(document.about) not in named):
        return False
    return bool(named or _THE_WHOLE.search(folded))


def _of_row(document: Document, passage: Passage) -> Judgement | None:
    cells = [cell.strip(" .") for cell in passage.cells if cell.strip()]
    area = row_name(passage) if passage.cells else ""
    if passage.kind is not PassageKind.ROW or not 1 < len(cells) <= MOST_CELLS:
        return None
    for cell in cells:
        given = grades_in(fold(cell))
        if cell != area and list(given.values()) == [fold(cell)]:
            overall, grade = bool(_OVERALL.search(fold(area))), next(iter(given))
            return Judgement(document, passage, "", area, grade, cell, overall, _dates(document))
    return None


def _of_line(document: Document, passage: Passage) -> Judgement | None:
    given = grades_in(fold(passage.text))
    if len(given) != 1 or not _SERVICES.search(fold(passage.text)):
        return None
    ((grade, written),) = given.items()
    text = passage.text
    return Judgement(document, passage, text, "", grade, written, True, _dates(document))


def _dates(document: Document) -> tuple[PartialDate, ...]:
    return tuple(each for each in (document.as_at, document.published) if each)
