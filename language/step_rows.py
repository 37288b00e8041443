"""A row of a table as a step: which of its cells say when, what happens and who does it."""

from __future__ import annotations

import re

from core.documents import Passage
from core.inspection_steps import Period
from language.distances import anchor_of, bare_length, distances
from language.words import fold

_WHO = re.compile(r"^(?:who|by whom|owner|lead|led by|responsib\w+|person|officers?|role|with)\b")
_WHEN = re.compile(
    r"^(?:day|date|when|time|week|deadline|due|by when|timing|timescale|stage|notice|target date"
    r"|how long|limit)\b"
)
_FROM = re.compile(r"^(?:counted from|from|starting from|runs from|starts?|trigger|after|before)\b")
_SOURCE = re.compile(r"^(?:source|reference|note|notes|paper|page)\b")
_NOTHING = re.compile(r"^(?:not |n/?a\b|none\b|-|–|tbc\b|unknown\b)")


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
    """The cells that say when, as a text; the whole row where no column is named so."""
    cells = _cells(passage)
    if not any(_WHEN.match(name) for name, _ in cells):
        return "" if any(name for name, _ in cells) else passage.text
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
