"""A row of a table as a step: which of its cells say when, what happens and who does it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from core.documents import Passage
from core.inspection_steps import Direction, Period
from language.clock import clock_times
from language.dates import find_dates
from language.distances import anchor_of, bare_length, distances
from language.slot_lines import says_nothing
from language.weeks import find_slot
from language.words import fold

Table = tuple[tuple[str, ...], tuple[str, ...]]
FEWEST_DAYS = 2
"""Columns named after a weekday from which a table is a grid of days."""

_WHO = re.compile(r"^(?:who|by whom|owner|lead|led by|responsib\w+|person|officers?|role|with)\b")
_WHEN = re.compile(
    r"^(?:day|date|when|time|week|deadline|due|by(?! whom)|timing|timescale|stage|notice"
    r"|target date|how long|limit|slot|session time|start|hours)\b"
)
_BY = re.compile(
    r"^(?:by(?: when| what date)?|deadlines?|due(?: by| date)?|complete(?:d)? by|target date"
    r"|cut-?off|required by|needed by|return by)$"
)
_STARTS = re.compile(r"^(?:from|start(?:s|ing)?(?: time)?|begins?)$")
_ENDS = re.compile(r"^(?:to|until|end(?:s|ing)?(?: time)?|finish(?:es)?)$")
_FROM = re.compile(r"^(?:counted from|from|starting from|runs from|starts?|trigger|after|before)\b")
_SOURCE = re.compile(r"^(?:source|reference|note|notes|paper|page)\b")
_NOTHING = re.compile(r"^(?:not |n/?a\b|none\b|-|–|tbc\b|unknown\b)")


def grid_cells(passage: Passage) -> tuple[tuple[int, int, str, str], ...]:
    """The cells under weekdays of a table that has a column for each: start, end, day with week,
    and what the row's own cells say, which may be its time.

    None for any other row.
    """
    pairs = [*zip(passage.header, passage.cells, strict=False)]
    of_days = [len(find_slot(name).days) == 1 for name, _ in pairs]
    if sum(of_days) < FEWEST_DAYS:
        return ()
    beside = [f"{n} {cell}" for (n, cell), of in zip(pairs, of_days, strict=True) if not of]
    week = " ".join(each for each in beside if find_slot(each).weeks)
    time = "; ".join(cell for (_, cell), of in zip(pairs, of_days, strict=True) if not of)
    found, position = [], 0
    for (name, cell), of_day in zip(pairs, of_days, strict=True):
        start = passage.text.find(cell, position) if cell else -1
        if start < 0:
            continue
        position = start + len(cell)
        if of_day and not says_nothing(cell):
            found.append((start, position, f"{week} {name}".strip(), time))
    return tuple(found)


def dated_tables(passages: Iterable[Passage]) -> frozenset[Table]:
    """The tables of which most rows with a time have a date with its year: what once happened.

    'Within 70 working days: action plan sent' in one of these is of that round.
    """
    counts: dict[Table, list[bool]] = {}
    for each in passages:
        dates = [date for cell in each.cells for date in find_dates(cell)]
        if dates or any(distances(cell) for cell in each.cells):
            dated = any(found.date.month for found in dates)
            counts.setdefault(table_of(each), []).append(dated)
    return frozenset(table for table, rows in counts.items() if sum(rows) >= max(2, len(rows) / 2))


def table_of(passage: Passage) -> Table:
    """What the rows of one table have in common."""
    return passage.headings, passage.header


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
    starts = next((cell for name, cell in cells if _STARTS.match(name)), "")
    ends = next((cell for name, cell in cells if _ENDS.match(name)), "")
    if clock_times(starts, dotted=True, bare=True) and clock_times(ends, dotted=True, bare=True):
        # '10:00 | 10:30' under 'From | To'.
        return f"{starts} to {ends}"
    if not any(_WHEN.match(name) for name, _ in cells):
        # 'Feedback | Friday at 1.15pm' under 'Item | Detail'.
        # A period only where the row begins with it: elsewhere it is what a list covers.
        first = [cell for _, cell in cells[:1] if distances(cell)]
        return "; ".join((*first, *(cell for _, cell in cells if find_slot(cell).days)))
    return "; ".join(cell for name, cell in cells if _WHEN.match(name))


def row_is_due(passage: Passage) -> bool:
    """Does a column 'By when' or 'Deadline' say when?"""
    return any(_BY.match(name) for name, _ in _cells(passage))


def row_period(passage: Passage) -> Period | None:
    """'30 working days' under 'Deadline', beside 'Receipt of the report' under 'Counted from'."""
    when = row_time(passage)
    found = distances(when)
    lengths = filter(None, (bare_length(each) for each in when.split("; ")))
    period = found[0].period if found else next(lengths, None)
    if period and period.direction is Direction.AFTER and row_is_due(passage):
        # '3 working days after the call' under 'Deadline'.
        period = replace(period, direction=Direction.WITHIN)
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
