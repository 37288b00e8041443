"""A table row read: its name, its cells, and the month, year or other time of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from assistant.tables.figures import figure_of
from core.documents import Passage
from language.dates import find_dates
from language.periods import Period, find_years, month_of
from language.words import fold

ROWS = 5_000
"""Kept with which of their cells name them: the same come up in question after question."""


class Span(StrEnum):
    """How long a time a column is of."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    NOW = "now"
    TOTAL = "total"
    NONE = "none"


# A target or another council's figure is none of the row's own, whatever year it is of.
_BESIDE = re.compile(
    r"\b(?:targets?|plan(?:ned)?|forecast|budget|benchmark|average|avg|mean|england|national|london"
    r"|neighbours?|statistical|comparators?|trend|direction|dot|rag|variance|change|difference"
    r"|movement|rank|quartile)\b"
)
_NOW = re.compile(r"\b(?:current|latest|now|to date|ytd|this year)\b")
_TOTAL = re.compile(r"\btotal\b")
_QUARTER = re.compile(r"\b(?:q|qtr ?|quarter )([1-4])\b")
_QUARTERS = 4
_BASIS = re.compile(
    r"(?:ytd|year to date|snapshot|point in time|cumulative|in month|in[- ]year"
    r"|rolling(?: (?:12[- ]months?|twelve months|year))?|(?:12|twelve)[- ]month rolling)",
    re.IGNORECASE,
)
TO_DATE = frozenset({"ytd", "year to date", "cumulative"})
SNAPSHOTS = frozenset({"snapshot", "point in time"})
_REFERENCE = re.compile(r"^[a-z]?\d+(?:\.\d+)*[a-z]?$", re.IGNORECASE)
_REFERENCE_NAMES = frozenset(
    {"ref", "reference", "no", "number", "#", "id", "item", "list", "kpi", "code"}
)
_NUMBERED = re.compile(r"^[^\W\d_]+ \d+[a-z]?$", re.IGNORECASE)
_UNDATED, _NOW_LAST = 5000, 9999
"""Months without a year stand after columns of years, and 'current' after all."""
NO_PERIOD = Period()
PERIOD_COLUMNS = 2
"""Fewer columns of time than this are no series."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its column's name and time; `column` is its position."""

    column: int
    name: str
    value: str
    span: Span = Span.NONE
    period: Period = NO_PERIOD

    @property
    def order(self) -> tuple[int, int, bool]:
        """Sorts cells by time; a year before its last month."""
        if self.span is Span.NOW:
            return _NOW_LAST, 0, False
        year, month = self.period.ends
        if not year:
            return _UNDATED, self.column, False
        return year, month, self.span is not Span.YEAR


@dataclass(frozen=True, slots=True)
class Row:
    """A row's own name, its other cells but for empty ones, and what its figures count."""

    label: str
    cells: tuple[Cell, ...]
    basis: str = ""
    """'YTD', 'Snapshot': how the current figure counts, where the row says so."""

    @property
    def now(self) -> Cell | None:
        """The figure under 'Current' or the like."""
        return next((cell for cell in self.cells if cell.span is Span.NOW), None)

    def of(self, *spans: Span) -> tuple[Cell, ...]:
        """The cells under columns of these lengths of time, oldest first."""
        return in_order([cell for cell in self.cells if cell.span in spans])

    @property
    def newest(self) -> Cell | None:
        """The last month's figure; without months the last quarter's, then the last year's."""
        for span in (Span.MONTH, Span.QUARTER, Span.YEAR):
            cells = self.of(span)
            if cells:
                return cells[-1]
        return None


def read_row(passage: Passage) -> Row:
    """A passage of cells as a row."""
    header = (*passage.header, *("" for _ in passage.cells[len(passage.header) :]))
    labels = label_columns(passage)
    label = " – ".join(passage.cells[column] for column in labels)
    cells = [
        Cell(column, header[column], value, *time_of(header[column]))
        for column, value in enumerate(passage.cells)
        if value and column not in labels and not _is_reference(header[column], value, column)
    ]
    basis = next((cell for cell in cells if _BASIS.fullmatch(cell.value.strip())), None)
    kept = tuple(cell for cell in cells if cell is not basis)
    return Row(label or passage.text, kept, basis.value.strip() if basis else "")


def time_of(name: str) -> tuple[Span, Period]:
    """The time that a column's name gives: 'Aug 24', 'Q1', '2023/24', 'Current'."""
    folded = fold(name)
    if _BESIDE.search(folded):
        return Span.NONE, NO_PERIOD
    if _NOW.search(folded):
        return Span.NOW, NO_PERIOD
    years, dates = find_years(name), [each.date for each in find_dates(name)]
    quarter = _QUARTER.search(folded)
    if quarter:
        number = int(quarter[1])
        if years:
            # The first quarter ends in June, the last in March of the next year.
            year = years[0].period.year if number < _QUARTERS else years[0].period.until
            return Span.QUARTER, Period(year, number * 3 % 12 + 3)
        return Span.QUARTER, NO_PERIOD
    if len(years) + len(dates) > 1:
        return Span.NONE, NO_PERIOD
    if years:
        return Span.YEAR, years[0].period
    if dates:
        span = Span.MONTH if dates[0].month else Span.YEAR
        return span, Period(dates[0].year, dates[0].month)
    if month_of(name):
        return Span.MONTH, Period(0, month_of(name))
    return (Span.TOTAL if _TOTAL.search(folded) else Span.NONE), NO_PERIOD


def quarters_of(text: str) -> tuple[int, ...]:
    """The quarters that a text names: 'Q1', 'quarter 2'."""
    return tuple(int(match[1]) for match in _QUARTER.finditer(fold(text)))


def in_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells by time, oldest first; months without a year as printed, turned if they run back."""
    ordered = sorted(cells, key=lambda cell: cell.order)
    months = [cell.period.month for cell in ordered if not cell.period.year and cell.period.month]
    steps = [(after - before) % 12 for before, after in pairwise(months)]
    if len(months) == len(ordered) and steps and all(step == 11 for step in steps):
        ordered.reverse()
    return tuple(ordered)


def series(row: Row, fewest: int, spans: Sequence[Span]) -> tuple[Cell, ...]:
    """The figures of the first of these lengths of time with enough of one unit, oldest first."""
    for span in spans:
        cells = [cell for cell in row.of(span) if figure_of(cell.value)]
        units = [figure.unit for cell in cells if (figure := figure_of(cell.value))]
        alike = tuple(cell for cell, unit in zip(cells, units, strict=True) if unit == units[0])
        if len(alike) >= fewest:
            return alike
    return ()


def is_figures(passage: Passage) -> bool:
    """True for a row with a name and figures under column headers."""
    return bool(passage.header) and any(map(figure_of, passage.cells))


def has_periods(passage: Passage) -> bool:
    """True for a row whose columns are months, years or 'current': a series to choose from."""
    named = {name for name in passage.header if time_of(name)[0] is not Span.NONE}
    return len(named) >= PERIOD_COLUMNS


def row_name(passage: Passage) -> str:
    """What a row is about: its first cell of words."""
    columns = label_columns(passage)
    return passage.cells[columns[0]] if columns else passage.text


def label_columns(passage: Passage) -> tuple[int, ...]:
    """The first column of words, with the next where the first only numbers ('List 1')."""
    return _labels(passage.cells)


@lru_cache(maxsize=ROWS)
def _labels(cells: tuple[str, ...]) -> tuple[int, ...]:
    wordy = [
        column
        for column, cell in enumerate(cells)
        if cell and not figure_of(cell) and re.search(r"[^\W\d_]{2}", cell)
    ]
    if not wordy:
        return (0,) if cells and cells[0] else ()
    first = wordy[0]
    numbered = _NUMBERED.match(cells[first].strip()) and not find_dates(cells[first])
    return (first, first + 1) if numbered and first + 1 in wordy else (first,)


def _is_reference(name: str, cell: str, column: int) -> bool:
    named = fold(name).strip(". ") in _REFERENCE_NAMES
    return column == 0 and named and bool(_REFERENCE.match(cell.strip()))
