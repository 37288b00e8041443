"""A figure set apart ('7,261') and the words that say what it counts, found by where they stand."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.readers import marks

LONGEST_WORDS = 80
"""Characters; a longer text is a statement of its own."""
_NUMERAL = r"[£$€]?[+-]?\d(?:[\d,.]*\d)?\s?(?:%|k|m|bn|million|billion|/\d+)?\+?"
_FIGURE = re.compile(_NUMERAL, re.IGNORECASE)
_OWN_FIGURE = re.compile(_NUMERAL + r"\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_AS_NEAR = 0.25
"""A text farther away by less than this part of the figure's height is as near as the nearest."""
_MOST_PAIRS = 100_000
"""Figures times texts of one page; a page with more is a drawing, and would take a second."""


class Place(NamedTuple):
    """A rectangle, measured from the top left in any one unit."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its place. `style` tells texts set alike; `reach` is how far its words may be.

    `plain` is False for what can be no figure's words: bullets, titles, tables, long texts.
    """

    text: str
    place: Place
    style: Hashable = None
    reach: float = 0.0
    plain: bool = True

    @property
    def counts(self) -> bool:
        """Whether it can be the words of a figure; '62 open cases' has a figure of its own."""
        words = self.plain and len(self.text) <= LONGEST_WORDS and bool(_WORD.search(self.text))
        return words and not is_numeral(self.text) and not _OWN_FIGURE.match(self.text)


def is_numeral(text: str) -> bool:
    """Whether a text is a figure alone: '7,261', '93.6%', '£5.2m'; not '1.' before an item."""
    return bool(_FIGURE.fullmatch(text))


def with_words(pieces: Sequence[Piece]) -> dict[int, int]:
    """Each figure that stands with its words: its number among the pieces, and the words' number.

    The words are under the figure or on its right, and each is the other's nearest. A figure
    with texts as near on two sides, or words as near to two figures, are left apart.
    """
    order = sorted(range(len(pieces)), key=lambda n: (pieces[n].place.top, pieces[n].place.left))
    figures = [n for n in order if pieces[n].plain and is_numeral(pieces[n].text)]
    if len(figures) * len(pieces) > _MOST_PAIRS:
        return {}
    after = {figure: _after(pieces, figure) for figure in figures}
    before = {figure: _before(pieces, figure) for figure in figures}
    found: dict[int, int] = {}
    for figure in figures:
        taken = set(found.values())
        free = {words: gap for words, gap in after[figure].items() if words not in taken}
        if not free:
            continue
        words = min(free, key=lambda n: free[n])
        limit = free[words] + _AS_NEAR * _height(pieces[figure].place)
        rivals = {n for n, gap in free.items() if gap <= limit and not _nearer(after, figure, n)}
        rivals |= {n for n, gap in before[figure].items() if gap <= limit} - taken
        if any(_could_be(pieces[n], pieces[words]) for n in rivals - {words}):
            continue
        waiting = [other for other in figures if other != figure and other not in found]
        if not any(_claims(after[n], before[n], words, limit, taken) for n in waiting):
            found[figure] = words
    return _believed(pieces, figures, found)


def count_off(texts: Sequence[str]) -> bool:
    """Whether figures are '1', '2', '3', which number the texts beside them and count nothing."""
    numbers = sorted(int(text) for text in texts if text.isdecimal())
    return len(texts) > 2 and numbers == list(range(1, len(texts) + 1))


def one_width(lines: Sequence[tuple[float, float]], space: float) -> bool:
    """Whether one width breaks a text into these lines, each its width and its first word's.

    Each is narrow enough for it, and none had room for the first word of the next.
    """
    most = min(a + space + first for (a, _), (_, first) in pairwise(lines))
    return max(width for width, _ in lines) < most


def goes_on(last: str, text: str) -> bool:
    """Whether a line under the words of a figure can be the rest of them, by what it says."""
    if marks.bullet(text) or is_numeral(text) or _OWN_FIGURE.match(text):
        return False
    return last[-1:] not in ".:;?!)" and len(last) + len(text) < LONGEST_WORDS


def in_column(one: Piece, other: Piece) -> bool:
    """Whether two texts set alike begin at one place from the left."""
    return _aligned(one, other, 0)


def _height(place: Place) -> float:
    return place.bottom - place.top


def _gap(first: Piece, then: Piece, reach: float) -> float | None:
    """How far `then` is under the first or to its right; None when it is not beside it."""
    a, b = first.place, then.place
    under, beside = b.top - a.bottom, b.left - a.right
    if -reach < under <= reach and _overlap(a[::2], b[::2]):
        return abs(under)
    if -reach < beside <= reach and _overlap(a[1::2], b[1::2]):
        return abs(beside)
    return None


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two stretches share more than half of the shorter one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > min(one[1] - one[0], other[1] - other[0]) / 2


def _after(pieces: Sequence[Piece], figure: int) -> dict[int, float]:
    """The texts under a figure or on its right, and how far they are."""
    one = pieces[figure]
    gaps = {n: _gap(one, piece, one.reach) for n, piece in enumerate(pieces) if piece.counts}
    return {n: gap for n, gap in gaps.items() if gap is not None}


def _before(pieces: Sequence[Piece], figure: int) -> dict[int, float]:
    """The texts over a figure or on its left, and how far they are."""
    one = pieces[figure]
    gaps = {n: _gap(piece, one, one.reach) for n, piece in enumerate(pieces) if piece.counts}
    return {n: gap for n, gap in gaps.items() if gap is not None}


def _nearer(after: dict[int, dict[int, float]], figure: int, words: int) -> bool:
    """Whether the words stand nearer to another figure."""
    gap = after[figure][words]
    return any(own.get(words, gap) < gap for other, own in after.items() if other != figure)


def _could_be(rival: Piece, words: Piece) -> bool:
    """Whether a text beside a figure could as well be its words.

    A heading over it is set otherwise; '(Mar 24)' counts nothing; 'open cases' goes on after '62'.
    """
    if rival.text.startswith("(") or (words.text[:1].islower() > rival.text[:1].islower()):
        return False
    return rival.style == words.style or rival.text.endswith(":")


def _claims(
    after: dict[int, float], before: dict[int, float], words: int, limit: float, taken: set[int]
) -> bool:
    """Whether words stand as near to another figure, which has none yet.

    They are its nearest, or stand over it or on its left and nothing else is beside it.
    """
    gap = after.get(words)
    if gap is not None and gap <= limit and gap == min(after.values()):
        return True
    return not set(after) - taken - {words} and before.get(words, limit + 1) <= limit


def _believed(
    pieces: Sequence[Piece], figures: Sequence[int], found: dict[int, int]
) -> dict[int, int]:
    """The pairs without those of a scale, where most figures have no words, and of steps."""
    if count_off([pieces[figure].text for figure in found]):
        return {}
    kept = dict(found)
    for side in (0, 1):
        for figure in figures:
            row = [n for n in figures if _aligned(pieces[figure], pieces[n], side)]
            if len(row) > 2 and 2 * sum(n in found for n in row) < len(row):
                kept.pop(figure, None)
    return kept


def _aligned(one: Piece, other: Piece, side: int) -> bool:
    """Whether two figures stand in one column (side 0) or row (side 1) and are set alike."""
    near = _AS_NEAR * _height(one.place)
    return one.style == other.style and abs(one.place[side] - other.place[side]) <= near
