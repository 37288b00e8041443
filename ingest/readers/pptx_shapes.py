"""The shapes of a slide: where they stand, and in what order a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from ingest.readers.office_files import Element

_LEAF_TAGS = frozenset({"sp", "graphicFrame", "pic"})
_ROW_TOLERANCE = 91_440
"""A tenth of an inch in EMU: boxes drawn by hand into one row differ by less."""
_ROW_OVERLAP = 0.5


class Box(NamedTuple):
    """A rectangle in EMU."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


class Together(Enum):
    """Why the parts of a shape are together."""

    GROUP = "group"
    """Grouped in the file; to be put into reading order."""
    HEADED = "headed"
    """The first part is the heading of the others; they are in order."""
    FIGURE = "figure"
    """A figure and the words that say what it counts."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its place on the slide; a group has `parts` and no element of its own."""

    box: Box
    element: Element = None
    parts: tuple[Shape, ...] = field(default=())
    together: Together = Together.GROUP


class _Transform(NamedTuple):
    """How a group's inner coordinates lie on the slide."""

    x: float = 0
    y: float = 0
    scale_x: float = 1
    scale_y: float = 1

    def box(self, element: Element | None) -> Box:
        """The rectangle of an `xfrm`, on the slide."""
        off = element.find("{*}off") if element is not None else None
        ext = element.find("{*}ext") if element is not None else None
        if off is None or ext is None:
            return Box()
        left = self.x + float(off.get("x")) * self.scale_x
        top = self.y + float(off.get("y")) * self.scale_y
        width = float(ext.get("cx")) * self.scale_x
        return Box(left, top, left + width, top + float(ext.get("cy")) * self.scale_y)

    def inside(self, xfrm: Element | None) -> _Transform:
        """The transform for what is inside a group with this `xfrm`."""
        offset = xfrm.find("{*}chOff") if xfrm is not None else None
        extent = xfrm.find("{*}chExt") if xfrm is not None else None
        box = self.box(xfrm)
        if offset is None or extent is None or box == Box():
            return self
        width, height = float(extent.get("cx")), float(extent.get("cy"))
        scale_x = (box.right - box.left) / width if width else self.scale_x
        scale_y = (box.bottom - box.top) / height if height else self.scale_y
        x = box.left - float(offset.get("x")) * scale_x
        return _Transform(x, box.top - float(offset.get("y")) * scale_y, scale_x, scale_y)


def shapes_of(
    tree: Element, inherited: dict[Element, Box], at: _Transform | None = None
) -> tuple[Shape, ...]:
    """The visible shapes under a shape tree or group, groups kept whole, in file order.

    `inherited` gives the box of each placeholder that takes it from its layout.
    """
    at = at or _Transform()
    found: list[Shape] = []
    for element in chosen(tree):
        name = _name(element)
        if _is_hidden(element):
            continue
        if name == "grpSp":
            xfrm = element.find("{*}grpSpPr/{*}xfrm")
            parts = shapes_of(element, inherited, at.inside(xfrm))
            if parts:
                found.append(Shape(around(part.box for part in parts), parts=parts))
        elif name in _LEAF_TAGS:
            xfrm = element.find("{*}spPr/{*}xfrm")
            xfrm = element.find("{*}xfrm") if xfrm is None else xfrm
            box = at.box(xfrm) if xfrm is not None else inherited.get(element, Box())
            found.append(Shape(box, element))
    return tuple(found)


def chosen(tree: Element) -> Iterator[Element]:
    """The children, one branch of each `mc:AlternateContent`: the first that says something."""
    for element in tree.iterchildren("{*}*"):
        if _name(element) != "AlternateContent":
            yield element
            continue
        branches = list(element.iterchildren("{*}Choice", "{*}Fallback"))
        spoken = (branch for branch in branches if branch.find(".//{*}t") is not None)
        framed = (branch for branch in branches if branch.find(".//{*}graphicFrame") is not None)
        branch = next(framed, None)
        branch = next(spoken, None) if branch is None else branch
        branch = branches[0] if branch is None and branches else branch
        if branch is not None:
            yield from chosen(branch)


def _name(element: Element) -> str:
    return str(element.tag.rpartition("}")[2])


def _is_hidden(element: Element) -> bool:
    properties = element.find("./*/{*}cNvPr")
    return properties is not None and properties.get("hidden") in {"1", "true"}


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle that holds all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def in_reading_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Shapes row by row from the top, each row from the left; a group's parts stay together."""
    return [shape for row in visual_rows(shapes) for shape in row]


def visual_rows(shapes: Sequence[Shape]) -> list[list[Shape]]:
    """The shapes in rows as the eye sees them: tops that are nearly level make one row."""
    rows: list[list[Shape]] = []
    for shape in sorted(shapes, key=lambda one: (one.box.top, one.box.left)):
        if rows and _level_with(shape.box, rows[-1][0].box):
            rows[-1].append(shape)
        else:
            rows.append([shape])
    return [sorted(row, key=lambda one: (one.box.left, one.box.top)) for row in rows]


def _level_with(box: Box, first: Box) -> bool:
    lower = min(box.bottom - box.top, first.bottom - first.top)
    return box.top - first.top <= max(_ROW_TOLERANCE, _ROW_OVERLAP * lower)


def flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Every leaf, groups opened in reading order."""
    for shape in shapes:
        if shape.parts:
            grouped = shape.together is Together.GROUP
            yield from flat(in_reading_order(shape.parts) if grouped else shape.parts)
        else:
            yield shape
