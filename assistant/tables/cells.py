"""Chooses the cells of a table row that a question asks for, by period or by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.concepts import Concept
from assistant.covered import Field, covered
from assistant.question import Question
from assistant.tables.columns import (
    SNAPSHOTS,
    TO_DATE,
    Cell,
    Row,
    Span,
    has_periods,
    in_order,
    is_figures,
    quarters_of,
    row_name,
)
from core.dates import PartialDate
from core.documents import Document
from language.dates import find_dates
from language.periods import MONTH_BEFORE, Period, find_periods
from language.words import fold, terms

__all__ = ["choose_cells", "has_periods", "is_figures", "row_name"]

MOST_CELLS = 3
"""A row of ten periods is never read out; more only where more are asked for by name."""
_NOW_ASKED = re.compile(r"\b(?:ytd|year to date|to date|current(?:ly)?|latest|now|so far)\b")
# 'Within the last year' is the twelve months that a measure counts, and no column.
_LAST_YEAR = re.compile(
    r"(?<!in )(?<!in the )(?<!over )(?<!over the )(?<!during the )(?<!per )(?<!year )"
    r"\b(?:last|previous|prior|preceding) (?:financial |reporting )?year\b"
    r"|\bthe year before\b(?! last)"
)
_ELSEWHERE = re.compile(
    r"\b(?:targets?|benchmarks?|forecast|(?:national|england) average|statistical neighbours?)\b"
)
_YEAR_BEFORE_LAST = re.compile(r"\byear before last\b")


def asked_words(question: Question) -> list[str]:
    """The folded question, to look for what is asked; a follow-up's own words come first."""
    whole = fold(question.text)
    own, carried, _ = whole.partition(" (")
    return [own, whole] if question.carried and carried else [whole]


def new_words(question: Question) -> list[str]:
    """The words as asked now: a follow-up that names its own period ('and in June?') only that."""
    words = asked_words(question)
    return words[:1] if len(words) > 1 and find_periods(words[0]) else words


def asks(pattern: re.Pattern[str], question: Question, label: str) -> bool:
    """True when the question says it, and not only because the row's own name does."""
    name = fold(label)
    return any(
        match[0] not in name for words in asked_words(question) for match in pattern.finditer(words)
    )


def choose_cells(
    question: Question, concepts: Sequence[Concept], row: Row, document: Document
) -> tuple[Cell, ...]:
    """The cells asked for by period or by column name; without either, the current ones."""
    asked = asked_cells(question, row, document)
    if asked:
        now = _NOW_ASKED.search(asked_words(question)[0])
        if row.now and row.now not in asked and now and now[0] not in fold(row.label):
            asked = (row.now, *asked)
        return asked[: max(MOST_CELLS, len(question.periods))]
    return (cells_beside(concepts, row) or current(row))[:MOST_CELLS]


def asked_cells(question: Question, row: Row, document: Document) -> tuple[Cell, ...]:
    """The cells of the months, quarters and years that the question names, oldest first."""
    found = [cell for period in question.periods for cell in matching(row, period)]
    words = asked_words(question)
    found += [
        cell for number in quarters_of(words[0]) for cell in _of_quarter(row, number, question)
    ]
    named = [cell for cell in row.cells if cell.span is Span.NONE and _said(cell, words[-1])]
    years = list(_last_years(row, document))
    if years and any(_YEAR_BEFORE_LAST.search(each) for each in words):
        found += years[-2:-1]
    elif years and asks(_LAST_YEAR, question, row.label):
        found.append(years[-1])
    months = row.of(Span.MONTH)
    if not question.periods and any(MONTH_BEFORE.search(each) for each in words):
        found += months[-2:-1]
    return in_order(dict.fromkeys((*found, *named)))


def cells_beside(concepts: Sequence[Concept], row: Row) -> tuple[Cell, ...]:
    """The cells of columns that are no period ('Target', 'England') and that the question names."""
    named = []
    for cell in row.cells:
        fields = [Field(frozenset(terms(cell.name)), 1.0)]
        said = any(each.weight > 1 and covered(each, fields) >= 1 for each in concepts)
        if cell.span is Span.NONE and cell.name and said:
            named.append(cell)
    return tuple(named)


def matching(row: Row, period: Period) -> tuple[Cell, ...]:
    """The cells of a period: that month's, or that year's. A month of no year is the newest."""
    if period.month:
        months = [cell for cell in row.of(Span.MONTH) if cell.period.month == period.month]
        fitting = [c for c in months if not (c.period.year and period.year) or _same(c, period)]
        return tuple(fitting[-1:])
    years = row.of(Span.YEAR)
    exact = tuple(cell for cell in years if cell.period == period)
    newest = row.newest
    of_months = newest and newest.span is Span.MONTH and newest.period.year == period.year
    if exact or period.until or of_months:
        return exact
    return tuple(c for c in years if period.year in (c.period.year, c.period.until))


def not_in_row(question: Question, row: Row, document: Document) -> tuple[str, ...]:
    """What is asked for and the row has no column of, as words: periods, quarters, a target.

    The paper's own date is not missed: 'in the October report' asks for no column.
    """
    dates = [date for date in (document.published, document.as_at) if date]
    dates += [mention.date for mention in find_dates(document.title)]
    newest = row.newest
    if newest and newest.span is not Span.YEAR and newest.period.year:
        dates.append(PartialDate(newest.period.year, newest.period.month))
    missing = [
        str(period)
        for period in question.periods
        if not matching(row, period) and not any(period.holds(date) for date in dates)
    ]
    quarters = quarters_of(asked_words(question)[0])
    missing += [f"Q{each}" for each in quarters if not _of_quarter(row, each, question)]
    names = " ".join([row.label, *(cell.name for cell in row.cells)])
    beside = {match[0] for match in _ELSEWHERE.finditer(asked_words(question)[0])}
    return (*missing, *(f"a {each}" for each in sorted(beside) if each not in fold(names)))


def current(row: Row) -> tuple[Cell, ...]:
    """The current figure; a figure of the year to date with the newest month's beside it."""
    now, newest = row.now, row.newest
    if now is not None:
        if newest and newest.span is not Span.YEAR and row.basis.lower() in TO_DATE:
            return (now, newest)
        return with_month(row, now)
    total = row.of(Span.TOTAL)
    if total or newest:
        return total[-1:] or ((newest,) if newest else ())
    return row.cells


def with_month(row: Row, cell: Cell) -> tuple[Cell, ...]:
    """A cell; the current one with the newest month's where that is the same figure."""
    newest = row.newest
    same = cell is row.now and newest and newest.span is not Span.YEAR
    return (cell, newest) if same and newest and newest.value == cell.value else (cell,)


def with_basis(row: Row, cell: Cell) -> str:
    """What a cell's figure counts ('YTD'), where it counts as the current one does."""
    if cell.span is Span.NOW:
        return row.basis
    basis = row.basis.lower()
    if not row.now or not row.newest or basis in TO_DATE or basis in SNAPSHOTS:
        return ""
    return row.basis if row.newest.value == row.now.value and cell.span is Span.MONTH else ""


def _of_quarter(row: Row, number: int, question: Question) -> tuple[Cell, ...]:
    """The cell of a quarter: of the year asked for, else the newest."""
    cells = [cell for cell in row.of(Span.QUARTER) if number in quarters_of(cell.name)]
    years = [period for period in question.periods if period.until]
    fitting = [
        cell
        for cell in cells
        if not (years and cell.period.year)
        or any(year.holds(PartialDate(cell.period.year, cell.period.month)) for year in years)
    ]
    return tuple(fitting[-1:])


def _same(cell: Cell, period: Period) -> bool:
    return cell.period.year == period.year


def _said(cell: Cell, asked: str) -> bool:
    """'Q1', 'List 3': a numbered column whose name the question has."""
    name = fold(cell.name).strip()
    return bool(re.search(r"\d", name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked))


def _last_years(row: Row, document: Document) -> Iterable[Cell]:
    """The columns of years that were over when the paper was written."""
    written = document.as_at or document.published
    if not written:
        return row.of(Span.YEAR)
    now = (written.year, written.month or 12)
    return [cell for cell in row.of(Span.YEAR) if cell.period.ends <= now]
