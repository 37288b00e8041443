"""A row's figures by their times, and those of its times that a sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.checks.text import Source
from assistant.tables.columns import Cell, Span, in_order, time_of
from assistant.tables.figures import figure_of
from language.periods import placed_periods
from language.words import fold


@dataclass(frozen=True, slots=True)
class RowFigures:
    """A row's figures: by time, the oldest first, and those that stand beside them."""

    words: str
    series: tuple[tuple[Cell, Decimal], ...]
    beside: tuple[tuple[str, Decimal], ...]
    every: tuple[tuple[Cell, Decimal], ...]
    """Years that stand beside months too."""


def row_figures(source: Source) -> RowFigures | None:
    """The figures of a passage that is a row of a table; None where it is none, or several."""
    parts = [each.strip() for each in source.material.text.split(" ; ")]
    if len(parts) <= 2:
        return None
    words, cells, beside = [], [], []
    for place, part in enumerate(parts):
        name, colon, value = part.partition(": ")
        figure = figure_of(value.rstrip(".")) if colon else None
        if figure is None:
            words.append(part)
            continue
        span, period = time_of(name)
        cell = Cell(place, name, value, span, period)
        if span in (Span.MONTH, Span.QUARTER, Span.YEAR):
            cells.append((cell, figure.value))
        elif span is Span.NONE:
            beside.append((fold(name), figure.value))
    names = [cell.name for cell, _ in cells]
    if len(set(names)) != len(names):
        # Several rows in one passage: which is spoken of is not known.
        return None
    value_of = dict(cells)
    spans = {cell.span for cell in value_of}
    # Years beside months are other sums; the finer of them is the series.
    finest = Span.MONTH if Span.MONTH in spans else next(iter(spans), Span.NONE)
    series = in_order([cell for cell in value_of if cell.span is finest])
    placed = tuple((cell, value_of[cell]) for cell in series)
    return RowFigures(fold(" ; ".join(words)), placed, tuple(beside), tuple(cells))


@dataclass(frozen=True, slots=True)
class HeldTime:
    """A time that a sentence names, with its place among the row's and its figure."""

    place: int
    value: Decimal
    name_at: int


def held_times(text: str, row: RowFigures) -> list[HeldTime]:
    """The row's times that a sentence names, in the order of the sentence."""
    return named_times(text, row.series)


def named_times(text: str, cells: Sequence[tuple[Cell, Decimal]]) -> list[HeldTime]:
    """Those of the times of these cells that a text names, in its order."""
    found: dict[int, HeldTime] = {}
    for start, period in placed_periods(text):
        fits = [
            (n, value)
            for n, (cell, value) in enumerate(cells)
            if (not period.month or cell.period.month == period.month)
            and (not period.year or not cell.period.year or cell.period.year == period.year)
            and bool(period.until) == bool(cell.period.until)
        ]
        if len(fits) == 1:
            found.setdefault(fits[0][0], HeldTime(*fits[0], start))
    return sorted(found.values(), key=lambda each: each.name_at)
