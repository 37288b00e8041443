"""Chooses the cell of a table row that a question asks for, and names its row and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import Concept, Field, covered
from assistant.question import Question
from core.dates import PartialDate
from core.documents import Passage
from language.dates import find_dates
from language.words import fold, terms

_NUMERIC = re.compile(r"^[£$€]?\s*-?\d[\d,.]*\s*(?:%|m|k)?$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:current|latest|now|to date|total|this year)\b")
_BASIS = re.compile(r"^(?:ytd|year to date|snapshot|rolling year|rolling)$", re.IGNORECASE)
_REFERENCE = re.compile(r"^[a-z]?\d+(?:\.\d+)*[a-z]?$", re.IGNORECASE)


PERIOD_COLUMNS = 2
MONTHS_OF_A_SERIES = 3
"""Fewer months than this are no series to find a change or a highest in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its column's name; `column` is its position."""

    column: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class CellChoice:
    """The row's own name and the cells that answer, in the order to say them."""

    label: str
    cells: tuple[Cell, ...]
    basis: str = ""
    """'YTD', 'Snapshot': what the current figure counts, where the row says so."""


def row_name(passage: Passage) -> str:
    """What a row is about: its first cell of words."""
    columns = _label_columns(passage)
    return passage.cells[columns[0]] if columns else passage.text


def is_figures(passage: Passage) -> bool:
    """True for a row with a name and figures under column headers."""
    return bool(passage.header) and sum(_is_number(cell) for cell in passage.cells) >= 1


def has_periods(passage: Passage) -> bool:
    """True for a row whose columns are months, years or 'current': a series to choose from."""
    named = [name for name in passage.header if find_dates(name) or _NOW.search(fold(name))]
    named += [name for name in passage.header if re.search(r"\b(?:19|20)\d\d\b", name)]
    return len(set(named)) >= PERIOD_COLUMNS


def choose_cells(question: Question, concepts: Sequence[Concept], passage: Passage) -> CellChoice:
    """The cells asked for by period or by column name; without either, the current one.

    The row must have a header.
    """
    header = _padded(passage)
    label_columns = _label_columns(passage)
    label = " – ".join(passage.cells[column] for column in label_columns)
    values = [
        Cell(column, header[column], cell)
        for column, cell in enumerate(passage.cells)
        if cell and column not in label_columns and not _is_reference(header[column], cell, column)
    ]
    basis = next((cell for cell in values if _BASIS.match(cell.value.strip())), None)
    figures = [cell for cell in values if cell is not basis]
    chosen = (
        _extreme(question, figures)
        or _ends(question, figures)
        or _asked(question, concepts, figures)
        or _current(figures, basis)
    )
    return CellChoice(label, tuple(chosen), basis.value if basis else "")


_HIGHEST = re.compile(r"\b(?:highest|most|max(?:imum)?|peak(?:ed)?|biggest|largest|top)\b")
_LOWEST = re.compile(r"\b(?:lowest|least|min(?:imum)?|fewest|smallest|bottom)\b")
_BEST = re.compile(r"\b(?:best|strongest)\b")
_WORST = re.compile(r"\b(?:worst|weakest)\b")
_CHANGE = re.compile(
    r"\b(?:gone|going|go|went) (?:up|down)\b|\b(?:chang\w+|rise|rose|risen|fall|fell|fallen|drop\w*"
    r"|increas\w+|decreas\w+|improv\w+|worsen\w*|trend|since|compar\w+|difference|vs|versus|direction)\b"
    r"|\bup or down\b|\bwhat happened\b"
)


def _months(cells: list[Cell]) -> list[tuple[PartialDate, Cell]]:
    """The cells under a month, oldest first."""
    dated = [(find_dates(cell.name)[-1].date, cell) for cell in cells if find_dates(cell.name)]
    return sorted(((d, c) for d, c in dated if d.month), key=lambda each: each[0])


def _value(cell: Cell) -> float:
    digits = re.sub(r"[^\d.\-]", "", cell.value)
    return float(digits) if re.fullmatch(r"-?\d+(?:\.\d+)?", digits) else float("nan")


def _extreme(question: Question, cells: list[Cell]) -> list[Cell]:
    """The highest or lowest month of a row; 'best' only as higher, which the row cannot tell."""
    asked = fold(question.text)
    months = [cell for _, cell in _months(cells) if _value(cell) == _value(cell)]
    if len(months) < MONTHS_OF_A_SERIES:
        return []
    if _HIGHEST.search(asked) or _BEST.search(asked):
        top = max(map(_value, months))
        return [cell for cell in months if _value(cell) == top]
    if _LOWEST.search(asked) or _WORST.search(asked):
        low = min(map(_value, months))
        return [cell for cell in months if _value(cell) == low]
    return []


def _ends(question: Question, cells: list[Cell]) -> list[Cell]:
    """The first and last month of a change: those asked for, else the whole row's."""
    if not _CHANGE.search(fold(question.text)):
        return []
    months = _months(cells)
    if len(months) < MONTHS_OF_A_SERIES:
        return []
    asked = [c for d, c in months if any(p.month and p.holds(d) for p in question.periods)]
    if len(asked) == 1 and asked[0] is not months[-1][1]:
        asked.append(months[-1][1])
    if len(asked) < 2:
        asked = [months[0][1], months[-1][1]]
    return [asked[0], asked[-1]]


def _padded(passage: Passage) -> tuple[str, ...]:
    missing = len(passage.cells) - len(passage.header)
    return (*passage.header, *("" for _ in range(missing)))


def _is_number(cell: str) -> bool:
    return bool(_NUMERIC.match(cell.strip()))


def _is_reference(name: str, cell: str, column: int) -> bool:
    named = fold(name).strip(". ") in (
        "ref",
        "reference",
        "no",
        "number",
        "#",
        "id",
        "item",
        "list",
    )
    return column == 0 and named and bool(_REFERENCE.match(cell.strip()))


def _label_columns(passage: Passage) -> tuple[int, ...]:
    """The first column of words; a leading reference number is not a name."""
    for column, cell in enumerate(passage.cells):
        if cell and not _is_number(cell) and re.search(r"[^\W\d_]{2}", cell):
            return (column,)
    return (0,) if passage.cells and passage.cells[0] else ()


def _asked(question: Question, concepts: Sequence[Concept], cells: list[Cell]) -> list[Cell]:
    asked = fold(question.text)
    by_date = [
        cell
        for cell in cells
        if _in_period(question, cell.name)
        or (re.search(r"\d", cell.name) and fold(cell.name).strip() in asked)
    ]
    if by_date:
        return by_date
    named = []
    for cell in cells:
        fields = [Field(frozenset(terms(cell.name)), 1.0)]
        if cell.name and any(each.weight > 1 and covered(each, fields) >= 1 for each in concepts):
            named.append(cell)
    return named if len(named) < len(cells) else []


def _in_period(question: Question, name: str) -> bool:
    dates = [each.date for each in find_dates(name) if each.date.month]
    asked = [period for period in question.periods if period.month]
    return any(period.holds(date) for period in asked for date in dates)


def _current(cells: list[Cell], basis: Cell | None) -> list[Cell]:
    """The current figure; a figure of the year to date with the newest month's beside it."""
    dated = [(find_dates(cell.name)[-1].date, cell) for cell in cells if find_dates(cell.name)]
    newest = [max(dated, key=lambda each: each[0])[1]] if len(dated) >= 2 else []
    for cell in cells:
        if _NOW.search(fold(cell.name)):
            to_date = basis is not None and fold(basis.value).strip() in ("ytd", "year to date")
            return [cell, *newest] if to_date else [cell]
    return newest or cells
