"""The highest or lowest figure of a table row, worked out; never which way is better."""

from __future__ import annotations

import re

from assistant.question import Question
from assistant.tables.cells import MOST_CELLS, asked_words, asks, matching
from assistant.tables.columns import Cell, Row, Span, series
from assistant.tables.figures import figure_of
from assistant.tables.trends import CALCULATED, Reading
from language.words import fold

SHORTEST_SERIES = 3
"""Fewer figures than this are no series to find a highest in."""

_HIGHEST = re.compile(
    r"\b(?:highest|max(?:imum)?|peak\w*|biggest|largest|greatest|how high|high point|strongest"
    r"|(?<!at )most(?! (?:recent|of|up|likely))|best(?! (?:practice|interests?|value|start)))\b"
)
_LOWEST = re.compile(
    r"\b(?:lowest|min(?:imum)?|(?<!at )least|fewest|smallest|how low|low point|worst|weakest"
    r"|bottomed)\b"
)
# 'Which fell the most' asks of many rows, not of the months of one.
_MOVED_MOST = re.compile(
    r"\b(?:fell|fallen|falling|dropped|rose|risen|grew|grown|changed|moved|improved|worsened"
    r"|(?:in|de)creased|gone (?:up|down)) (?:the )?(?:most|least)\b"
)
_OF_YEARS = re.compile(r"\b(?:which|what|by|each|per) years?\b")
_OF_QUARTERS = re.compile(r"\bquarters?\b")
_FROM_ON = re.compile(r"\b(?:since|after|from)\b")


def extreme_of(question: Question, row: Row) -> Reading | None:
    """The highest or lowest of a row's months; 'best' is read as highest, 'worst' as lowest.

    Of a row without periods, the highest of its columns. None when neither is asked for or the
    row has too few figures.
    """
    highest = _asks_for_highest(question, row)
    if highest is None:
        return None
    cells = _window(question, row, _figures(question, row))
    if len(cells) < SHORTEST_SERIES:
        return None
    values = [figure.value for cell in cells if (figure := figure_of(cell.value))]
    wanted = max(values) if highest else min(values)
    found = tuple(cell for cell, value in zip(cells, values, strict=True) if value == wanted)
    over_time = cells[0].span is not Span.NONE
    where = f"from {cells[0].name} to {cells[-1].name}" if over_time else "in this row"
    if len(found) == len(cells):
        return Reading((found[0], found[-1]), f"The same all through {where} {CALCULATED}", cells)
    times = f", {len(found)} times" if len(found) > MOST_CELLS else ""
    word = "highest" if highest else "lowest"
    return Reading(found[:MOST_CELLS], f"The {word} {where}{times} {CALCULATED}", cells)


def _asks_for_highest(question: Question, row: Row) -> bool | None:
    """True for the highest, False for the lowest, None when neither is asked for."""
    name = fold(row.label)
    for words in asked_words(question):
        if _MOVED_MOST.search(words):
            return None
        for pattern, highest in ((_HIGHEST, True), (_LOWEST, False)):
            if any(match[0] not in name for match in pattern.finditer(words)):
                return highest
    return None


def _figures(question: Question, row: Row) -> tuple[Cell, ...]:
    """The row's series: of months, unless years or quarters are asked for; else its columns."""
    spans = [Span.MONTH, Span.QUARTER, Span.YEAR]
    if asks(_OF_YEARS, question, row.label):
        spans.insert(0, Span.YEAR)
    if asks(_OF_QUARTERS, question, row.label):
        spans.insert(0, Span.QUARTER)
    if all(cell.span is Span.NONE for cell in row.cells):
        spans = [Span.NONE]
    return series(row, SHORTEST_SERIES, spans)


def _window(question: Question, row: Row, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The part of a series that the question bounds: 'since May', 'between April and July'."""
    asked = {cell.column for period in question.periods for cell in matching(row, period)}
    at = [position for position, cell in enumerate(cells) if cell.column in asked]
    if len(at) > 1:
        return cells[at[0] : at[-1] + 1]
    if at and asks(_FROM_ON, question, row.label):
        return cells[at[0] :]
    return cells
