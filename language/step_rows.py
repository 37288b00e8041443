"""A row of a table as a step: which of its cells say when, what happens and who does it."""

from __future__ import annotations

import re

from core.documents import Passage
from core.inspection_steps import Period
from language.distances import anchor_of, bare_length, distances
from language.weeks import find_slot
from language.words import fold

FEWEST_DAYS = 2
"""Columns named after a weekday from which a table is a grid of days."""

_WHO = re.compile(r"^(?:who|by whom|owner|lead|led by|responsib\w+|person|officers?|role|with)\b")
_WHEN = re.compile(
    r"^(?:day|date|when|time|week|deadline|due|by when|timing|timescale|stage|notice|target date"
    r"|how long|limit|slot|session time|start|hours)\b"
)
_FROM = re.compile(r"^(?:counted from|from|starting from|runs from|starts?|trigger|after|before)\b")
_SOURCE = re.compile(r"^(?:source|reference|note|notes|paper|page)\b")
_NOTHING = re.compile(r"^(?:not |n/?a\b|none\b|-|–|tbc\b|unknown\b)")


_EMPTY = re.compile(r"\W*")


def grid_cells(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    """The cells under weekdays of a table that has a column for each: start, end, day with week.

    None for any other row.
    """
    pairs = [*zip(passage.header, passage.cells, strict=False)]
    of_days = [len(find_slot(name).days) == 1 for name, _ in pairs]
    if sum(of_days) < FEWEST_DAYS:
        return ()
    beside = [cell for (_, cell), of_day in zip(pairs, of_days, strict=True) if not of_day]
    week = " ".join(cell for cell in beside if find_slot(cell).weeks)
    found, position = [], 0
    for (name, cell), of_day in zip(pairs, of_days, strict=True):
        start = passage.text.find(cell, position) if cell else -1
        if start < 0:
            continue
        position = start + len(cell)
        if of_day and not _EMPTY.fullmatch(cell):
            found.append((start, position, f"{week} {name}".strip()))
    return tuple(found)


def row_words(passage: Passage) -> tuple[str, str]:
    """What happens, and who does it ('' where no column says)."""
    rest, who = [], ""
    for name, cell in _cells(passage):
        if _WHO.match(name):
            who = who or cell
        elif not _WHEN.match(name) and not _FROM.match(name) and not _SOURCE.match(name):
            rest.append(cell)
    return "; ".join(rest) or passage.text, who


def row_time(passage: Passage) -> str:
    """The cells that say when, as a text: by their columns' names, else those with a weekday."""
    cells = _cells(passage)
    if not any(_WHEN.match(name) for name, _ in cells):
        # 'Feedback | Friday at 1.15pm' under 'Item | Detail'.
        return "; ".join(cell for _, cell in cells if find_slot(cell).days)
    return "; ".join(cell for name, cell in cells if _WHEN.match(name))


def row_period(passage: Passage) -> Period | None:
    """'30 working days' under 'Deadline', beside 'Receipt of the report' under 'Counted from'."""
    when = row_time(passage)
    found = distances(when)
    period = found[0].period if found else bare_length(when)
    if period is None or period.event:
        return period
    event = next((cell for name, cell in _cells(passage) if _FROM.match(name)), "")
    if not event or _NOTHING.match(fold(event)):
        return period if found else None
    return Period(
        period.amount, period.unit, period.direction, event, anchor_of(event), period.up_to
    )


def _cells(passage: Passage) -> list[tuple[str, str]]:
    missing = len(passage.cells) - len(passage.header)
    header = (*passage.header, *("" for _ in range(missing)))
    return [(fold(name), cell) for name, cell in zip(header, passage.cells, strict=False) if cell]
