"""The lines of a page put together to grids."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.pdf_words import Marks

THIN = 3.0
"""A filled rectangle thinner than this is a line; the thickest table line seen is 2.3 points."""
NEAR = 3.0
"""Edges closer than this are one: Word draws each side of a double border by itself."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line at `at`, from `low` to `high` the other way."""

    at: float
    low: float
    high: float


def find_edges(marks: Marks) -> tuple[list[Edge], list[Edge]]:
    """The upright and the level lines of a page, sides of filled rectangles included."""
    upright, level = set(), set()
    for box in marks.boxes:
        wide, high = box.x1 - box.x0, box.y1 - box.y0
        if wide > 0.97 * marks.width and high > 0.5 * marks.height:
            continue  # the page's own background
        if wide < THIN and high < THIN:
            continue
        if wide < THIN:
            upright.add(Edge((box.x0 + box.x1) / 2, box.y0, box.y1))
        elif high < THIN:
            level.add(Edge((box.y0 + box.y1) / 2, box.x0, box.x1))
        else:
            upright |= {Edge(box.x0, box.y0, box.y1), Edge(box.x1, box.y0, box.y1)}
            level |= {Edge(box.y0, box.x0, box.x1), Edge(box.y1, box.x0, box.x1)}
    return _joined(upright), _joined(level)


def _joined(edges: set[Edge]) -> list[Edge]:
    """Pieces of one line put together."""
    joined: list[Edge] = []
    columns: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda e: e.at):
        if columns and edge.at - columns[-1][0].at < NEAR:
            columns[-1].append(edge)
        else:
            columns.append([edge])
    for column in columns:
        at = sum(edge.at for edge in column) / len(column)
        low, high = None, 0.0
        for edge in sorted(column, key=lambda e: e.low):
            if low is None:
                low, high = edge.low, edge.high
            elif edge.low <= high + NEAR:
                high = max(high, edge.high)
            else:
                joined.append(Edge(at, low, high))
                low, high = edge.low, edge.high
        if low is not None:
            joined.append(Edge(at, low, high))
    return joined


def connected(upright: list[Edge], level: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Lines that touch one another, in groups."""
    groups: list[tuple[list[Edge], list[Edge]]] = []
    left = list(level)
    waiting = list(upright)
    while waiting:
        verticals, horizontals = [waiting.pop()], list[Edge]()
        grown = True
        while grown:
            new = [h for h in left if any(_cross(v, h) for v in verticals)]
            left = [h for h in left if h not in new]
            horizontals += new
            more = [v for v in waiting if any(_cross(v, h) for h in new)]
            waiting = [v for v in waiting if v not in more]
            verticals += more
            grown = bool(more)
        groups.append((verticals, horizontals))
    return groups


def _cross(vertical: Edge, horizontal: Edge) -> bool:
    return (
        horizontal.low - NEAR <= vertical.at <= horizontal.high + NEAR
        and vertical.low - NEAR <= horizontal.at <= vertical.high + NEAR
    )


def distinct(values: list[float]) -> list[float]:
    """The values in order, those nearer than NEAR as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] >= NEAR:
            found.append(value)
    return found
