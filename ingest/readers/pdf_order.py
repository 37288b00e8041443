"""The order in which the eye reads a page: columns of a report, boxes of a slide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.figures import is_numeral
from ingest.readers.pdf_lines import Line, build_lines, runs, words_text
from ingest.readers.pdf_words import Word

COLUMN_GAP = 1.1
"""A gap of this many em between two lines side by side may be the gutter of two columns."""
FEWEST_LINES = 4
"""Lines that stand side by side before columns are believed; a letterhead has up to three."""
FEWEST_LETTERS = 18
"""Letters in an ordinary line of a column; a table's cells are shorter."""
BOX_GAP = 1.5
"""On a slide, words further apart than this many em are in two boxes."""
BOX_DROP = 1.7
"""On a slide, lines further apart than this many em are in two boxes."""
FIGURE_GAP = 0.6
"""On a slide, two figures further apart than this many em are two; a space is 0.3 em."""
LARGER_FIGURE = 1.3
"""A figure this many times larger than the words behind it is set apart from them."""


def report_flows(words: Sequence[Word]) -> list[list[Line]]:
    """Lines of a page of a report, one list for each piece of a column, in reading order."""
    lines = build_lines(list(words))
    gutter = _gutter(lines)
    if gutter is None:
        return [lines] if lines else []
    start, end, x = gutter
    left = [word for line in lines[start:end] for word in line.words if word.x0 < x]
    right = [word for line in lines[start:end] for word in line.words if word.x0 >= x]
    above, below = lines[:start], lines[end:]
    flows = [above] if above else []
    flows += [build_lines(_in_file_order(left, words))]
    flows += report_flows(_in_file_order(right, words))
    rest = [word for line in below for word in line.words]
    return flows + report_flows(_in_file_order(rest, words))


def _in_file_order(some: list[Word], words: Sequence[Word]) -> list[Word]:
    wanted = {id(word) for word in some}
    return [word for word in words if id(word) in wanted]


def _gutter(lines: list[Line]) -> tuple[int, int, float] | None:
    """The first and last line that stand in two columns, and where the gutter is."""
    for start, line in enumerate(lines):
        for x in _gaps(line):
            end, both, letters = start, 0, [0, 0]
            last_both = start
            while end < len(lines) and not _covers(lines[end], x):
                sides = (
                    [w for w in lines[end].words if w.x0 < x],
                    [w for w in lines[end].words if w.x0 >= x],
                )
                if sides[0] and sides[1]:
                    both, last_both = both + 1, end
                    for side in (0, 1):
                        letters[side] += sum(len(word.text) for word in sides[side])
                end += 1
            enough = min(letters) >= FEWEST_LETTERS * both
            if both >= FEWEST_LINES and enough and both * 2 >= last_both - start:
                return start, end, x
    return None


def _gaps(line: Line) -> list[float]:
    """The middles of the wide gaps of a line."""
    found = []
    for a, b in pairwise(line.words):
        if b.x0 - a.x1 > COLUMN_GAP * max(a.size, b.size):
            found.append((a.x1 + b.x0) / 2)
    return found


def _covers(line: Line, x: float) -> bool:
    """True when a word, or the space between two near words, stands over `x`."""
    if any(word.x0 < x < word.x1 for word in line.words):
        return True
    return any(
        a.x1 <= x <= b.x0 and b.x0 - a.x1 < 0.6 * max(a.size, b.size)
        for a, b in pairwise(line.words)
    )


def slide_flows(words: Sequence[Word]) -> list[list[Line]]:
    """The boxes of a slide, each with its lines, in reading order."""
    boxes: list[list[Line]] = []
    for part in (part for run in runs(list(words), BOX_GAP) for part in _parted(run)):
        line = Line(part)
        if boxes and _same_box(boxes[-1], line):
            boxes[-1].append(line)
        else:
            boxes.append([line])
    return _cut(boxes)


def _parted(run: list[Word]) -> list[list[Word]]:
    """A run cut between two figures set apart, and behind a figure set larger than its words.

    The numbers along an axis stay in one piece: they go by equal steps.
    """
    values = [int(word.text) for word in run if word.text.isdecimal()]
    if len(values) == len(run) > 2 and len({b - a for a, b in pairwise(values)}) == 1:
        return [run]
    parts: list[list[Word]] = []
    for word in run:
        if parts and not (_apart(parts[-1][-1], word) and is_numeral(words_text(parts[-1]))):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _apart(figure: Word, word: Word) -> bool:
    gap = word.x0 - figure.x1
    if is_numeral(word.text):
        return gap > FIGURE_GAP * max(figure.size, word.size)
    return figure.size > LARGER_FIGURE * word.size and word.text[:1].isalpha() and gap > 0


def _same_box(box: list[Line], line: Line) -> bool:
    last = box[-1]
    if is_numeral(last.text) and is_numeral(line.text):
        return False
    if abs(last.y - line.y) < 0.2 * line.size:  # a marker and its words
        return 0 <= line.x0 - last.x1 < 4 * line.size and len(last.words) == 1
    drop = last.y - line.y
    if not 0 < drop <= BOX_DROP * max(last.size, line.size):
        return False
    if abs(last.size - line.size) > 0.1 * line.size:
        return False
    return (
        min(last.x1, line.x1) - max(last.x0, line.x0) > 0 or abs(last.x0 - line.x0) < 3 * line.size
    )


def _cut(boxes: list[list[Line]]) -> list[list[Line]]:
    """Boxes in reading order: cut across the slide where a gap goes through, else down it."""
    if len(boxes) < 2:
        return boxes
    by_height = sorted(boxes, key=lambda box: (-_top(box), _left(box)))
    reach = _bottom(by_height[0])
    if len(boxes) > 2 and _top(by_height[1]) < reach:  # the title, above all the rest
        return [by_height[0], *_cut(by_height[1:])]
    across = sorted(boxes, key=_left)
    far = _right(across[0])
    for number, box in enumerate(across[1:], 1):
        if _left(box) > far + 8 and number > 1 and len(across) - number > 1:
            return [*_cut(across[:number]), *_cut(across[number:])]
        far = max(far, _right(box))
    for number, box in enumerate(by_height[1:], 1):
        if _top(box) < reach:
            return [*_cut(by_height[:number]), *_cut(by_height[number:])]
        reach = min(reach, _bottom(box))
    return by_height


def _top(box: list[Line]) -> float:
    return max(line.y + 0.8 * line.size for line in box)


def _bottom(box: list[Line]) -> float:
    return min(line.y - 0.2 * line.size for line in box)


def _left(box: list[Line]) -> float:
    return min(line.x0 for line in box)


def _right(box: list[Line]) -> float:
    return max(line.x1 for line in box)
