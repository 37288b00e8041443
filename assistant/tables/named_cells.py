"""Cells of a row without periods: by the column that a question names, or by the kind it asks."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer_types import holds
from assistant.question import Question
from assistant.tables.columns import Cell, Row
from assistant.tables.figures import figure_of
from assistant.wanted import COUNTS, TIMES, Wanted
from language.words import content_terms, fold

NAMED = 0.6
"""The share of a column's name that a question must say to ask for it: half of 'Last inspected'
is in every question about inspections."""
_SURE = 0.7
"""A cell with a role ('Director') without a name still says who."""

_WHO = re.compile(
    r"\b(?:who|chair\w*|owner|owned|lead\w*|led|responsible|accountable|officers?|contact|author"
    r"|sponsor|attend\w*|members?|run by|manager|by)\b"
)
_WHEN = re.compile(
    r"\b(?:when|dates?|day|due|deadlines?|by when|timescales?|time|counted from|how (?:long|soon)"
    r"|start\w*|ends?|expir\w*|review(?:ed)?|last|next)\b"
)
_OFTEN = re.compile(r"\b(?:how often|frequency|regularity|cycle)\b")
_HOW_MANY = re.compile(
    r"\b(?:figures?|numbers?|count|total|values?|results?|cost|budget|spend|amount|share"
    r"|percentage|rate)\b|%|£"
)
_GRADE = re.compile(r"\b(?:grades?|judge?ments?|ratings?|outcome)\b")
_WHY = re.compile(r"\b(?:why|reasons?|rationale)\b")
_HEADERS: dict[Wanted, re.Pattern[str]] = {
    Wanted.PERSON: _WHO,
    Wanted.NAME: _WHO,
    Wanted.FREQUENCY: _OFTEN,
    Wanted.GRADE: _GRADE,
    Wanted.REASON: _WHY,
    **dict.fromkeys(TIMES, _WHEN),
    **dict.fromkeys(COUNTS, _HOW_MANY),
}
_PERIOD = re.compile(r"^(?:period|dates?|as at|month|year|reporting period)$")


def cells_asked_for(question: Question, row: Row) -> tuple[Cell, ...]:
    """The cells that answer, in the row's order; all of them when the question does not say."""
    named = [cell for cell in row.cells if _named(question, cell)]
    fitting = _of_kind(question, row)
    if any(_given(question, cell) for cell in (*fitting, *named)):
        return row.cells
    both = [cell for cell in fitting if cell in named]
    chosen = both or fitting or named
    if question.wanted in COUNTS and chosen:
        # A figure is nothing without its period.
        chosen = [*chosen, *(c for c in row.cells if c not in chosen and _is_period(c))]
    return tuple(sorted(chosen or row.cells, key=lambda cell: cell.column))


def _of_kind(question: Question, row: Row) -> list[Cell]:
    """The cells under a column for the kind of thing asked for, else those that hold it."""
    pattern = _HEADERS.get(question.wanted)
    if pattern is None:
        return []
    headed = [cell for cell in row.cells if pattern.search(fold(cell.name))]
    if question.wanted in COUNTS:
        return [c for c in headed if figure_of(c.value)] or [
            c for c in row.cells if figure_of(c.value)
        ]
    # Any number will do for a cell by itself: the question's own subject is the row's name.
    bare = replace(question, text="")
    held = [cell for cell in row.cells if holds(bare, cell.value) >= _SURE]
    often = question.wanted in TIMES and not headed and not held
    return headed or held or [c for c in row.cells if often and _OFTEN.search(fold(c.name))]


def _named(question: Question, cell: Cell) -> bool:
    name = {term for term in content_terms(cell.name) if not term.isdigit()}
    asked = set(content_terms(question.text))
    return bool(name) and len(name & asked) / len(name) >= NAMED


def _given(question: Question, cell: Cell) -> bool:
    """True when the question says what the cell holds: then it asks for something else."""
    held = set(content_terms(cell.value))
    return bool(held) and held <= set(content_terms(question.text))


def _is_period(cell: Cell) -> bool:
    return bool(_PERIOD.match(fold(cell.name).strip()))
