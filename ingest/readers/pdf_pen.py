"""The pen of a PDF page: the operators that show text, and the words they leave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import atan2, degrees, hypot
from typing import Any

from pypdf.generic import ArrayObject, NameObject
from pypdf.generic._font import Font

from ingest.readers.pdf_fonts import letters
from ingest.readers.pdf_words import WORD_GAP, Marks, Word

KERNED = 0.35
"""How far, in em, a letter may stand back over the one before it: 'Ta' is set 0.2 em closer."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(a: Matrix, b: Matrix) -> Matrix:
    """The matrix that does `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass(slots=True)
class State:
    """The part of the graphics state that places text."""

    matrix: Matrix
    font: Font | None = None
    bold: bool = False
    size: float = 12.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> State:
        return replace(self)


def matrix_of(o: list[Any]) -> Matrix:
    """Six numbers as a matrix."""
    a, b, c, d, e, f = (float(v) for v in o[:6])
    return a, b, c, d, e, f


class Pen:
    """The text part of a page. `marks` takes the words."""

    def __init__(self, start: Matrix, marks: Marks) -> None:
        self.marks = marks
        self.state = State(start)
        self.hidden: list[bool] = []
        """For each open marked content, whether it is an artifact (header, footer)."""
        self.tm = self.row = IDENTITY
        self.angles: Counter[int] = Counter()
        """How many bytes were shown at each quarter turn, against the page as it is looked at."""
        self._word: Word | None = None
        self._space = False

    def begin_text(self, _: list[Any]) -> None:
        self.tm = self.row = IDENTITY

    def text_matrix(self, o: list[Any]) -> None:
        self.tm = self.row = matrix_of(o)

    def move_line(self, o: list[Any]) -> None:
        self.row = self.tm = times((1, 0, 0, 1, float(o[0]), float(o[1])), self.row)

    def move_line_leading(self, o: list[Any]) -> None:
        self.state.leading = -float(o[1])
        self.move_line(o)

    def next_line(self, _: list[Any]) -> None:
        self.move_line([0, -self.state.leading])

    def show_next(self, o: list[Any]) -> None:
        self.next_line([])
        self.show([o[-1]])

    def show_spaced(self, o: list[Any]) -> None:
        self.state.word_spacing, self.state.spacing = float(o[0]), float(o[1])
        self.show_next(o[2:])

    def setting(self, name: str, o: list[Any]) -> None:
        value = float(o[0])
        setattr(self.state, name, value / 100 if name == "scale" else value)

    def show(self, o: list[Any]) -> None:
        """Tj and TJ: strings, and numbers that move the pen."""
        items = o[0] if isinstance(o[0], (list, ArrayObject)) else o[:1]
        state = self.state
        for item in items:
            if isinstance(item, (int, float)):
                self._advance(-float(item) / 1000 * state.size * state.scale)
            elif isinstance(item, (str, bytes)) and not isinstance(item, NameObject):
                self._string(item.encode("latin-1", "replace") if isinstance(item, str) else item)

    def _advance(self, distance: float) -> None:
        t = self.tm
        self.tm = (t[0], t[1], t[2], t[3], t[4] + distance * t[0], t[5] + distance * t[1])

    def _string(self, data: bytes) -> None:
        state, font = self.state, self.state.font
        if font is None:
            return
        m = times((1, 0, 0, 1, 0, state.rise), times(self.tm, state.matrix))
        size = abs(state.size) * hypot(m[2], m[3])
        upright = abs(m[0]) >= abs(m[1])
        turned = not upright or m[0] < 0 or abs(m[1]) > 0.05 * abs(m[0])
        place, level, forward = (m[4], m[5], m[0]) if upright else (m[5], m[4], m[1])
        if forward < 0:  # upside down or turned to the left: along the line is still forward
            place, forward = -place, -forward
        self.angles[round(degrees(atan2(m[1], m[0])) / 90) * 90 % 360] += len(data)
        single = isinstance(font.encoding, dict)
        moved = 0.0
        for raw, shown, width in letters(font, data):
            start = place + moved * forward
            step = width / 1000 * state.size + state.spacing
            step += state.word_spacing if raw == " " and single else 0.0
            moved += step * state.scale
            if shown.strip():
                self._letter(Word(
                    shown, start, place + moved * forward, level, size,
                    state.bold, any(self.hidden), turned,
                ))  # fmt: skip
            else:
                self._space = self._space or bool(shown)
        self._advance(moved)

    def _letter(self, new: Word) -> None:
        """Puts a letter to the word before it, or begins a word."""
        if new.x1 < new.x0:
            new.x0, new.x1 = new.x1, new.x0
        word, gap = self._word, WORD_GAP * new.size
        if (
            word is not None
            and not self._space
            and word.turned == new.turned
            and abs(word.y - new.y) < 0.05 * new.size
            and abs(word.size - new.size) < 0.1 * new.size
            and -KERNED * new.size < new.x0 - word.x1 < gap
        ):
            word.text += new.text
            word.x1 = max(word.x1, new.x1)
            return
        new.spaced, self._space = self._space, False
        self._word = new
        self.marks.words.append(new)
