"""Which of many figures moved: 'which indicators went down between July and August?'"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.covered import Field, coverage
from assistant.evidence import SECTION, Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.tables.columns import Row, has_periods, is_figures, read_row
from assistant.tables.trends import Reading, asks_change, change_of
from core.answers import Answer, SentenceKind
from core.documents import Document, Passage, PassageKind
from language.words import content_terms, fold, terms

_OF_MANY = re.compile(
    r"\b(?:which|what|any|list|name|show)\b.{0,30}\b(?:indicators?|measures?|figures|kpis?|metrics"
    r"|numbers|percentages|rates|rows|results)\b"
)
_UP = re.compile(r"\b(?:up|rose|risen|rising|increas\w+|higher|grew|grown|climb\w+)\b")
_DOWN = re.compile(
    r"\b(?:down|fell|fallen|falling|drop\w*|decreas\w+|reduc\w+|lower|declin\w+|slip\w+|dip\w*)\b"
)
_JUDGED = re.compile(r"\b(?:better|worse|worsen\w*|improv\w+|deteriorat\w+)\b")
_NO_SUBJECT = frozenset(
    content_terms(
        """
        indicator indicators measure measures figure figures kpi kpis metric metrics number
        numbers percentage percentages rate rates row rows result results performance highlight
        data table worse better worsen worsened worsening improve improved improving deteriorate
        deteriorated slip slipped between reduce reduced decline declined ours
        """
    )
)
SAID = 0.6
"""How much of what narrows the rows ('care leavers') a row or its section must say."""
FEWEST = 3
"""Rows of figures over time that make a table to choose from."""


def answer_movements(state: State) -> Answer | None:
    """Every row of the best table whose figure moved that way, each with its cells, calculated."""
    text = fold(state.asked.text)
    if not _OF_MANY.search(text) or not asks_change(state.asked):
        return None
    document = _table_of(state.candidates)
    if document is None:
        return None
    moved = _moved(state, document)
    up = [each for each in moved if "higher" in _way(each[2])]
    down = [each for each in moved if "lower" in _way(each[2])]
    if not moved:
        return None
    quoter = Quoter()
    if _JUDGED.search(text):
        frame = "The papers do not say of each figure which way is better; both ways are below."
        quoter.say(frame, kind=SentenceKind.FRAME)
    wants_up, wants_down = bool(_UP.search(text)), bool(_DOWN.search(text))
    either = _JUDGED.search(text) or wants_up == wants_down
    if down and (either or wants_down):
        _say(quoter, document, "Lower", down)
    if up and (either or wants_up):
        _say(quoter, document, "Higher", up)
    return quoted_answer(state, quoter) if quoter.citations else None


def _table_of(candidates: Sequence[Candidate]) -> Document | None:
    """The paper with the best row of a series."""
    rows = (e for e in candidates if is_figures(e.passage) and has_periods(e.passage))
    best = next(rows, None)
    return best.document if best else None


def _moved(state: State, document: Document) -> list[tuple[Passage, Row, Reading]]:
    subjects = [
        each for each in state.concepts if not each.asks and not set(each.phrases[0]) <= _NO_SUBJECT
    ]
    found: list[tuple[Passage, Row, Reading]] = []
    rows = [e for e in state.context(document) if is_figures(e) and has_periods(e)]
    # A chart shows again what the table beside it holds.
    rows = [each for each in rows if each.kind is not PassageKind.CHART] or rows
    for passage in rows:
        if subjects and not _says(passage, subjects):
            continue
        row = read_row(passage)
        reading = change_of(state.asked, row, document)
        if reading is not None and reading.calculated:
            found.append((passage, row, reading))
    return found if len(rows) >= FEWEST else []


def _says(passage: Passage, subjects: Sequence[Concept]) -> bool:
    row = Field(frozenset(terms(passage.text)), 1.0)
    section = Field(frozenset(terms(passage.section)), SECTION)
    return coverage(subjects, [row, section]) >= SAID


def _way(reading: Reading) -> str:
    return fold(reading.calculated)


def _say(
    quoter: Quoter, document: Document, way: str, moved: Sequence[tuple[Passage, Row, Reading]]
) -> None:
    first, last = moved[0][2].cells[0], moved[0][2].cells[-1]
    quoter.say(f"{way} in {last.name} than in {first.name} (calculated):", kind=SentenceKind.FRAME)
    for passage, row, reading in moved:
        headers = (cell.name for cell in reading.cells if cell.name)
        number = quoter.cite(document, passage, (*headers, *passage.quotes()))
        figures = "; ".join(f"{cell.value} ({cell.name})" for cell in reading.cells)
        quoter.say(f"{row.label}: {figures}", number, kind=SentenceKind.ITEM)
