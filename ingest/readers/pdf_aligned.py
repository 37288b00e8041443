"""Tables without lines: rows seen from cells that stand under one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mean, median

from ingest.readers.figures import is_numeral
from ingest.readers.pdf_lines import Line, build_lines, runs, words_text
from ingest.readers.pdf_style import is_contents
from ingest.readers.pdf_tables import Cell, Table
from ingest.readers.pdf_words import Box, Marks, Word
from ingest.readers.rows import is_figure

GAP = 1.0
"""Words further apart than this, in em, are in two cells; justified text opens up to 0.8."""
FEWEST_ROWS = 3
MOST_LETTERS = 30
"""Mean letters in the cells of a column of a table, the first aside; a column of text has more."""
REACH = 3.2
"""Rows further apart than this, in em, are not of one table."""
WRAPPED = 1.35
"""A line nearer than this, in em, to the one above can be the rest of its cell."""


@dataclass(slots=True)
class _Row:
    """One line with its pieces, left to right."""

    line: Line
    pieces: list[list[Word]] = field(default_factory=list)


def find_aligned(marks: Marks, *, slides: bool) -> list[Table]:
    """The tables of a page that have no lines. Their words are taken out of `marks`."""
    rows = [_Row(line, runs(line.words, GAP)) for line in build_lines(marks.words)]
    tables: list[Table] = []
    start = 0
    while start < len(rows):
        if len(rows[start].pieces) < 2 or is_contents(rows[start].line):
            start += 1
            continue
        end = _end(rows, start)
        table = _table(rows[start:end], slides=slides) if end - start >= FEWEST_ROWS else None
        if table is None:
            start += 1
            continue
        tables.append(table)
        taken = {id(word) for cell in table.cells for word in cell.words}
        marks.words = [word for word in marks.words if id(word) not in taken]
        start = end
    return tables


def _end(rows: list[_Row], start: int) -> int:
    """The row after the last that can belong to a table that begins at `start`."""
    end, last = start + 1, start + 1
    while end < len(rows):
        above, row = rows[end - 1].line, rows[end]
        if above.y - row.line.y > REACH * max(above.size, row.line.size) or is_contents(row.line):
            break
        if len(row.pieces) > 1:
            last = end + 1
        elif end - last >= 2 or len(row.line.text) > 2 * MOST_LETTERS:
            break
        end += 1
    return last


def _columns(rows: list[_Row]) -> list[tuple[float, float]]:
    """Where the columns stand: the pieces of all rows, those over one another put together."""
    spans = sorted(
        (piece[0].x0, piece[-1].x1) for row in rows if len(row.pieces) > 1 for piece in row.pieces
    )
    columns: list[tuple[float, float]] = []
    for low, high in spans:
        if columns and low < columns[-1][1] + 2:
            columns[-1] = columns[-1][0], max(high, columns[-1][1])
        else:
            columns.append((low, high))
    return columns


def _place(piece: list[Word], columns: list[tuple[float, float]]) -> int:
    """The column that a piece stands in; -1 when it stands over two."""
    found = [
        n for n, (low, high) in enumerate(columns) if piece[0].x0 < high and piece[-1].x1 > low
    ]
    return found[0] if len(found) == 1 else -1


def _table(rows: list[_Row], *, slides: bool) -> Table | None:
    columns = _columns(rows)
    if len(columns) < 2:
        return None
    grid: list[dict[int, list[Word]]] = []
    drops = [a.line.y - b.line.y for a, b in pairwise(rows)]
    for number, row in enumerate(rows):
        places = [_place(piece, columns) for piece in row.pieces]
        if -1 in places or len(set(places)) < len(places):
            return None
        found = dict(zip(places, row.pieces, strict=True))
        near = number > 0 and drops[number - 1] < WRAPPED * row.line.size
        wraps = near and grid and set(found) <= set(grid[-1]) and 0 not in found
        tight = near and drops[number - 1] < 0.85 * median(drops)
        if grid and (wraps or (tight and set(found) <= set(grid[-1]))):
            for place, piece in found.items():
                grid[-1][place] = grid[-1][place] + piece
        else:
            grid.append(dict(found))
    if len(grid) < FEWEST_ROWS or not _is_table(grid, len(columns), slides=slides):
        return None
    edges = [columns[0][0] - 2, *(low - 1 for low, _ in columns[1:]), columns[-1][1] + 2]
    cells = [
        Cell(number, place, 1, 1, words, right=1e9)
        for number, row_cells in enumerate(grid)
        for place, words in row_cells.items()
    ]
    box = Box(edges[0], rows[-1].line.y, edges[-1], rows[0].line.y + rows[0].line.size)
    return Table(box, edges, cells, len(grid))


def _are_cards(grid: list[dict[int, list[Word]]]) -> bool:
    """True for rows of figures alone with rows of their words under them."""
    counts = [[is_numeral(words_text(words)) for words in row.values()] for row in grid]
    if any(len(set(row)) > 1 for row in counts):
        return False
    figures = [row[0] for row in counts]
    return any(figures) and not figures[-1] and not any(a and b for a, b in pairwise(figures))


def _is_table(grid: list[dict[int, list[Word]]], width: int, *, slides: bool) -> bool:
    """True when the cells are short or figures, and not columns of running text."""
    several = [row for row in grid if len(row) > 1]
    if len(several) < FEWEST_ROWS or 2 * len(several) < len(grid):
        return False
    if slides and _are_cards(grid):
        return False
    texts = [[words_text(row[place]) for row in grid if place in row] for place in range(width)]
    others = [text for column in texts[1:] for text in column]
    figures = sum(is_figure(text) or len(text) < 4 for text in others)
    if slides or width == 2:
        labels = all(text.endswith(":") for text in texts[0])
        return figures * 2 >= len(others) and len(several) > FEWEST_ROWS and not labels
    filled = mean(len(row) for row in several) / width
    return all(mean(map(len, column)) <= MOST_LETTERS for column in texts[1:]) and filled > 0.55
