"""What is worked out from figures of a table: a change over time, two rows against each other.

Every result names the cells it stands on and says 'calculated'; none says which way is better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import Concept
from assistant.question import Question
from assistant.tables.cells import (
    asked_cells,
    asked_words,
    asks,
    cells_beside,
    current,
    matching,
    new_words,
)
from assistant.tables.columns import Cell, Row, Span, read_row, series
from assistant.tables.figures import against
from assistant.tables.sides import pair_of, sets_against
from core.documents import Document, Passage
from language.words import fold

CALCULATED = "(calculated)"

_LENGTHS = r"(?:months?|years?|quarters?)"
_MOVE = (
    r"\b(?:gone|going|go|goes|went|coming|come|came|moved|moving) (?:up|down)\b"
    r"|\b(?:up|down) (?:on|from|since)\b|\bup or down\b|\bhappen\w*\b|\bhow much (?:up|down)\b"
    r"|\b(?:chang\w+|rise|rising|rises|rose|risen|falls?|falling|fell|fallen|drop|drops|dropped"
    r"|dropping|increas\w+|decreas\w+|reduc\w+|grow\w*|grew|declin\w+|improv\w+|worsen\w*"
    r"|deteriorat\w+|slipp\w+|trends?|trending|trajectory|since|direction|movement|progress\w*)\b"
    r"|\b(?:getting|gets?|got|gotten|became|become) (?:any )?(?:better|worse|higher|lower)\b"
    r"|\b(?:jump|climb|soar|dip|spike|surg|shr[aiu]nk|plummet|shot up|c[ao]me down)\w*"
    r"|\b(?:better|worse|more|less|fewer|quicker|slower|higher|lower)\b.*"
    r"\b(?:now|these days|nowadays|than before|any ?more)\b"
    rf"|\bover (?:time|the (?:\w+ )?{_LENGTHS})\b|\bmonth (?:on|by|to) month\b"
)
_AGAINST = (
    r"\b(?:compar\w+|difference|vs|versus)\b"
    r"|\b(?:better|worse|higher|lower|more|less|fewer|up|down)\b.*\bthan\b"
)
_BESIDE = re.compile(
    r"\b(?:against|vs|versus|compar\w+|difference|gap|meet\w*|met|miss\w*|hit\w*|above|below|under"
    r"|over|reach\w*|than|on target|off target)\b"
)
_MOVES = re.compile(_MOVE)
_CHANGE = re.compile(f"{_MOVE}|{_AGAINST}")
_RANGE = re.compile(
    r"\bbetween\b.+\band\b|\w\s*-\s*\w|\w\s+(?:to|until|till|through)\s+\w", re.IGNORECASE
)
_THAN_BEFORE = re.compile(
    r"\bthan (?:in |at |for |it was |they were |we had )?(?:the )?(?:last|previous|before|year|this"
    r"|\d{4}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
# 'The improvement plan' and 'what happens on Monday' ask for no figure's way.
_NO_CHANGE = re.compile(r"\b(?:improvements?|happen\w*|progress\w*|since)\b")
_IN_A_MONTH = re.compile(r"\b(?:in|during)\b")
_MONTH_ON_MONTH = re.compile(
    r"\bmonth (?:on|to) month\b|\b(?:last|previous|prior) month\b|\bmonth before\b"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The cells to quote and what was worked out from them, '' when it cannot be."""

    cells: tuple[Cell, ...]
    calculated: str
    basis: tuple[Cell, ...]
    """Every cell that it was worked out from."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A cell of each of two rows, for one period, and which is higher, '' when units differ."""

    passages: tuple[Passage, Passage]
    rows: tuple[Row, Row]
    cells: tuple[Cell, Cell]
    calculated: str


def asks_change(question: Question) -> bool:
    """True for 'have they gone up?', 'lower than in March?', 'what happened to ...?'."""
    return bool(_CHANGE.search(_NO_CHANGE.sub(" ", fold(question.text))))


def change_of(question: Question, row: Row, document: Document) -> Reading | None:
    """The first and last figure of the time asked about, and what the last is against the first.

    None when no change is asked for or the row has no two figures in time.
    """
    words = new_words(question)
    asked = asked_cells(question, row, document)
    ranged = len(asked) > 1 and any(map(_RANGE.search, words))
    name = fold(row.label)
    moved = any(match[0] not in name for each in words for match in _CHANGE.finditer(each))
    if not ranged and not moved:
        return None
    ends = _ends(question, row, document)
    if ends is None:
        return None
    first, last = ends
    said = against(first.value, last.value)
    if said == "the same":
        text = f"The same in {first.name} and {last.name} {CALCULATED}"
    else:
        text = f"{said.capitalize()} from {first.name} to {last.name} {CALCULATED}" if said else ""
    return Reading(ends, text, ends)


def beside_of(question: Question, concepts: Sequence[Concept], row: Row) -> Reading | None:
    """The current figure against a target or another's figure that the row has and is asked for."""
    named = cells_beside(concepts, row)
    own = current(row)[:1]
    if not named or not own or not asks(_BESIDE, question, row.label):
        return None
    cells = (own[0], named[0])
    way, _, amount = against(named[0].value, own[0].value).partition(" by ")
    text = f"{own[0].name} is {way} than {named[0].name} by {amount}" if amount else ""
    if way == "the same":
        text = f"{own[0].name} is the same as {named[0].name}"
    return Reading(cells, f"{text} {CALCULATED}" if text else "", cells)


def compare_rows(
    question: Question, concepts: Sequence[Concept], rows: Sequence[Passage]
) -> Comparison | None:
    """The two rows that a question sets side by side ('more LAC or more CP plans?'), same period.

    `rows` are rows of one document, such as a whole table. None when the question has not two
    sides or asks how each moved, no two rows say them, or the rows share no period.
    """
    if _MOVES.search(fold(question.text)) or _THAN_BEFORE.search(fold(question.text)):
        return None
    pair = pair_of(question, concepts, rows)
    if pair is None:
        return None
    one, other = read_row(pair[0]), read_row(pair[1])
    cells = _same_period(question, one, other)
    if cells is None:
        return None
    said = against(cells[1].value, cells[0].value) if sets_against(question) else ""
    if said == "the same":
        said = "The two are the same"
    elif said:
        lower = said.startswith("lower")
        said = f"{other.label if lower else one.label} is {said.replace('lower', 'higher')}"
    return Comparison(pair, (one, other), cells, f"{said} {CALCULATED}" if said else "")


def _ends(question: Question, row: Row, document: Document) -> tuple[Cell, Cell] | None:
    over_time = series(row, 2, (Span.MONTH, Span.QUARTER, Span.YEAR))
    newest = over_time[-1] if over_time else row.newest
    asked = [cell for cell in asked_cells(question, row, document) if cell.span is not Span.NONE]
    if len(asked) > 1:
        return asked[0], asked[-1]
    if asked:
        last = row.now if asked[0].span is Span.YEAR and row.now else newest
        if last is not None and last is not asked[0]:
            return asked[0], last
        # 'Did it drop in August' is against July, 'the trend to August' against the first.
        inside = any(map(_IN_A_MONTH.search, asked_words(question)))
        return (over_time[-2 if inside else 0], over_time[-1]) if len(over_time) > 1 else None
    if len(over_time) > 1:
        recent = asks(_MONTH_ON_MONTH, question, row.label)
        return over_time[-2 if recent else 0], over_time[-1]
    years = row.of(Span.YEAR)
    return (years[-1], row.now) if years and row.now else None


def _same_period(question: Question, one: Row, other: Row) -> tuple[Cell, Cell] | None:
    """A cell of each row under the same column: of the period asked for, else the current one."""
    beside = {cell.name: cell for cell in other.cells}
    common = [cell for cell in one.cells if cell.name in beside and cell.span is not Span.NONE]
    shared = Row(one.label, tuple(common))
    asked = [cell for period in question.periods for cell in matching(shared, period)]
    current = [shared.now] if one.basis == other.basis else []
    for cell in (*asked, *current, shared.newest, *common):
        if cell is not None:
            return cell, beside[cell.name]
    return None
