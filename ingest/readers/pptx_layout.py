"""Boxes of a slide that belong together: columns under headings, labels beside their texts, cards.

'Wednesday' over or beside a box says what that box is about, so the two are kept together and
the short one becomes the heading of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.figures import Piece, Place, with_words
from ingest.readers.pptx_shapes import Box, Shape, Together, around, flat, visual_rows
from ingest.readers.pptx_text import Line, could_be_heading, lines_of

FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
"""Placeholders of dates, footers and numbers."""
_LABEL_LONGEST = 40
"""Characters; longer boxes are statements of their own."""
_LEVEL = 91_440
_LONGER = 1.5


def units_in_reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes of a slide in reading order, those that belong together as one shape.

    Shapes without words come last: they are only counted.
    """
    speaking = [shape for shape in shapes if _speaks(shape)]
    rows = visual_rows(_paired(speaking))
    units: list[Shape] = []
    while rows:
        taken, made = _columns(rows)
        if not taken:
            taken, made = _labelled(rows)
        if not taken:
            taken, made = 1, [_card(shape) for shape in rows[0]]
        units += made
        rows = rows[taken:]
    return [*units, *(shape for shape in shapes if not _speaks(shape))]


def _speaks(shape: Shape) -> bool:
    return any(
        leaf.element.tag.endswith("}graphicFrame") or text_of(leaf) for leaf in flat([shape])
    )


def _paired(shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes with each figure put together with the box that says what it counts."""
    done = [
        replace(shape, parts=tuple(_paired(shape.parts))) if shape.parts else shape
        for shape in shapes
    ]
    found = with_words([_piece(shape) for shape in done])
    counted = {words: figure for figure, words in found.items()}
    return [
        _figure(done[counted[number]], shape) if number in counted else shape
        for number, shape in enumerate(done)
        if number not in found
    ]


def _figure(figure: Shape, words: Shape) -> Shape:
    pair = around([figure.box, words.box])
    return Shape(pair, parts=(figure, words), together=Together.FIGURE)


def _piece(shape: Shape) -> Piece:
    """A shape as what may be a figure or the words of one; groups and placeholders are neither."""
    lines = [] if shape.parts or placeholder(shape) else _lines(shape)
    text = " ".join(line.text for line in lines)
    style = (lines[0].bold, lines[0].size) if lines else None
    height = shape.box.bottom - shape.box.top
    return Piece(text, Place(*shape.box), style, height, plain=bool(lines))


def text_of(shape: Shape) -> str:
    """All words of a shape or group on one line; '' when it has none of its own."""
    bodies = [leaf.element.find("{*}txBody") for leaf in flat([shape])]
    return " ".join(line.text for body in bodies if body is not None for line in lines_of(body))


def placeholder(shape: Shape) -> str | None:
    """A placeholder's type; None for a loose shape."""
    mark = shape.element.find("./*/{*}nvPr/{*}ph")
    return None if mark is None else mark.get("type", "obj")


def title_by_look(leaves: Sequence[Shape]) -> Shape | None:
    """For a slide without a title: its top text or its largest, when that is short."""
    texts = [s for s in leaves if s.element.tag.endswith("}sp") and text_of(s)]
    texts = [s for s in texts if placeholder(s) not in FURNITURE]
    if not texts:
        return None
    sizes = [max(line.size for line in _lines(s)) for s in texts]
    largest = texts[sizes.index(max(sizes))]
    others = sorted(sizes)[:-1]
    stands_out = bool(others) and max(sizes) >= 1.2 * others[-1] > 0
    title = largest if stands_out and could_be_heading(text_of(largest)) else texts[0]
    longest = max(len(line.text) for s in texts for line in _lines(s))
    clear = title is largest and stands_out
    clear = clear or longest > len(text_of(title)) or len(texts) == 1
    return title if clear and len(_lines(title)) == 1 and could_be_heading(text_of(title)) else None


def _lines(shape: Shape) -> list[Line]:
    body = shape.element.find("{*}txBody")
    return [] if body is None else lines_of(body)


def _is_label(shape: Shape) -> bool:
    """Whether a shape is a box with one short line that is no sentence."""
    if shape.parts or placeholder(shape) not in {None, "body"}:
        return False
    body = shape.element.find("{*}txBody")
    lines = [] if body is None else lines_of(body)
    return len(lines) == 1 and len(lines[0].text) <= _LABEL_LONGEST and _heads(lines[0].text)


def _heads(text: str) -> bool:
    return could_be_heading(text) and not text.endswith(("?", "!"))


def _is_longer(texts: Sequence[str], labels: Sequence[str]) -> bool:
    average = sum(map(len, texts)) / len(texts)
    return average >= _LONGER * sum(map(len, labels)) / len(labels)


def _columns(rows: Sequence[Sequence[Shape]]) -> tuple[int, list[Shape]]:
    """Boxes that stand in columns under a row of labels: how many rows, and the columns."""
    labels = rows[0]
    if len(labels) < 2 or not all(map(_is_label, labels)):
        return 0, []
    columns: list[list[Shape]] = [[label] for label in labels]
    taken = 1
    for row in rows[1:]:
        places = [_column_of(shape.box, labels) for shape in row]
        if None in places:
            break
        for shape, place in zip(row, places, strict=True):
            columns[place or 0].append(shape)
        taken += 1
    below = [text for column in columns for shape in column[1:] if (text := text_of(shape))]
    if any(len(column) < 2 for column in columns) or not below:
        return 0, []
    if not _is_longer(below, [text_of(label) for label in labels]):
        return 0, []
    return taken, [_headed(column) for column in columns]


def _column_of(box: Box, labels: Sequence[Shape]) -> int | None:
    """The label that a box stands under; None when it stands under none or more than one."""
    middle = (box.left + box.right) / 2
    under = [n for n, one in enumerate(labels) if one.box.left <= middle <= one.box.right]
    wide = [
        n
        for n, one in enumerate(labels)
        if min(box.right, one.box.right) - max(box.left, one.box.left)
        > (one.box.right - one.box.left) / 2
    ]
    return under[0] if len(under) == 1 and len(wide) <= 1 else None


def _labelled(rows: Sequence[Sequence[Shape]]) -> tuple[int, list[Shape]]:
    """Rows that begin with a label, all labels one under another: two rows at least."""
    taken = 0
    left = rows[0][0].box.left
    for row in rows:
        level = abs(row[0].box.left - left) <= _LEVEL
        rest = [text for shape in row[1:] if (text := text_of(shape))]
        if not (level and rest and _is_label(row[0]) and _is_longer(rest, [text_of(row[0])])):
            break
        taken += 1
    return (taken, [_headed(row) for row in rows[:taken]]) if taken > 1 else (0, [])


def _card(group: Shape) -> Shape:
    """A group of a label and what it is about; other shapes stay as they are."""
    texts = [leaf for leaf in flat([group]) if text_of(leaf)]
    if len(texts) != 2 or not group.parts or not _is_label(texts[0]):
        return group
    if not _is_longer([text_of(texts[1])], [text_of(texts[0])]):
        return group
    others = [leaf for leaf in flat([group]) if leaf not in texts]
    return _headed([*texts, *others])


def _headed(shapes: Sequence[Shape]) -> Shape:
    return Shape(
        around(shape.box for shape in shapes), parts=tuple(shapes), together=Together.HEADED
    )
