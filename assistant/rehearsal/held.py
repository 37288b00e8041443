"""The figures of the papers: what each is of, and of when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

import numpy as np

from assistant.checks.facts import Fact, facts_in
from assistant.checks.numbers import Amount
from assistant.checks.text import clauses
from assistant.rehearsal.counted import LENGTHS, is_figure
from assistant.rehearsal.statements import Statement, key
from assistant.tables.columns import Row, Span
from assistant.tables.figures import figure_of
from language.periods import Period, find_periods
from language.words import fold

_LIST = re.compile(r"(?P<label>[^:]{3,60}): (?P<items>[^:]+)$")
_IN = re.compile(r"[^,;0-9]{0,30}\b(?:in|at the end of|for) [a-z]+(?: \d{4})?")
_ITEMS = re.compile(r",\s*(?:and |or |to )*(?=\w)(?!with\b)|\s+and (?:to )?|\s*;\s*")


KEPT = 20_000
"""Statements whose figures are kept read: the same come up in answer after answer."""
_NONE = np.zeros(1, dtype=np.float32)
_kept: dict[str, list[Held]] = {}


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the papers: what it is of, and of when."""

    amount: Amount
    statement: Statement
    subject: str
    period: Period | None = None
    column: str = ""
    """The name of its column, where that is no time: 'Share of 103 reports'."""
    then: bool = False
    """It stands under an older time than the rest of its row of words."""
    listed: bool = False
    """It is how many things a list has: it bears out, and is held against nothing."""

    @property
    def length(self) -> bool:
        """True for a length of time."""
        return self.amount.unit in LENGTHS


def held_in(statement: Statement) -> list[Held]:
    """The figures of a statement."""
    name = f"{key(statement)}:{statement.end}"
    found = _kept.get(name)
    if found is None:
        if len(_kept) >= KEPT:
            _kept.clear()
        # Without its vector: a passage's id names its words, and those do not change.
        found = _kept[name] = list(_held(replace(statement, vector=_NONE)))
    return [replace(each, statement=statement) for each in found]


def figures_of(statement: Statement) -> frozenset[tuple[Fraction, str]]:
    """The numbers of a statement with their units, lengths of time left out."""
    return frozenset(
        (each.amount.value, each.amount.unit)
        for each in held_in(statement)
        if not (each.listed or each.length)
    )


def _held(statement: Statement) -> Iterator[Held]:
    row = statement.row
    if row is not None:
        for cell in row.cells:
            figure = figure_of(cell.value)
            if figure is not None:
                unit = {"%": "%", "": ""}.get(figure.unit, figure.unit)
                amount = Amount(Fraction(figure.value), unit, cell.value, 0, 0)
                of = "" if cell.span is not Span.NONE else cell.name
                when = cell.period if cell.span is not Span.NONE else _told(row) or cell.period
                yield Held(amount, statement, statement.subject, when, of)
        yield from _lengths(statement)
        return
    if statement.passage.cells:
        yield from _in_words(statement)
        return
    listed = _LIST.match(statement.text)
    if listed is not None and not any(map(str.isdigit, listed["label"])):
        number = len(_ITEMS.split(listed["items"]))
        yield Held(Amount(Fraction(number), "", "", 0, 0), statement, listed["label"], listed=True)
    for clause in clauses(statement.text):
        for fact in clause.facts:
            if fact.amount is not None and is_figure(fact, fold(clause.text)):
                yield Held(fact.amount, statement, clause.text, _month_of(fact, clause.text))


@lru_cache(maxsize=20_000)
def _month_of(fact: Fact, text: str) -> Period | None:
    """The month that a sentence tells a figure of: '85.0% in March 2024', of two that it has."""
    after = fold(text)[fact.end :]
    beside = _IN.match(after)
    told = find_periods(beside.group() if beside else text)
    months = [each for each in told if each.month]
    return months[0] if len(months) == 1 else None


def _told(row: Row) -> Period | None:
    """The time that another cell of a row tells: '280 | Aug 24'."""
    told = [periods for cell in row.cells if (periods := find_periods(cell.value))]
    return told[0][0] if len(told) == 1 and len(told[0]) == 1 else None


def _in_words(statement: Statement) -> Iterator[Held]:
    """The figures in a row of words, each of its row's name and what its own cell says."""
    cells, header = statement.passage.cells, statement.passage.header
    years = [max((p.ends[0] for p in find_periods(name)), default=0) for name in header]
    newest = max(years, default=0)
    for place, cell in enumerate(cells):
        year = years[place] if place < len(years) else 0
        for clause in clauses(cell):
            subject = f"{cells[0]} {clause.text}" if place else clause.text
            for fact in clause.facts:
                if fact.amount is not None and is_figure(fact, fold(clause.text)):
                    yield Held(fact.amount, statement, subject, then=bool(year and year < newest))


def _lengths(statement: Statement) -> Iterator[Held]:
    """'Within the past four weeks' in a row's name."""
    for fact in facts_in(statement.subject):
        if fact.amount is not None and fact.amount.unit in LENGTHS:
            yield Held(fact.amount, statement, statement.subject)
