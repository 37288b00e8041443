"""What stands on a PDF page and where: words, ruled lines, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

WORD_GAP = 0.16
"""A gap of this part of the font size is a space: half of the narrowest space of the fonts seen
(0.32 em, Tahoma and Verdana); kerning stays below 0.1."""


@dataclass(slots=True)
class Word:
    """Letters without a gap. `y` is the baseline, upwards; `x0` and `x1` left and right."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    artifact: bool
    turned: bool
    spaced: bool = False
    """True when a space stands in the file before it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, bottom, right, top."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Marks:
    """All that was found on one page, in the order of the file."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    """Ruled lines (a side under 3 points) and filled rectangles."""
    pictures: list[tuple[int, Box]] = field(default_factory=list)
    """The picture's number in the file (to know a logo again), and where it stands."""
