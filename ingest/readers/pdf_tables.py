"""Tables whose cells are ruled or filled: cells from the lines, words into cells."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ingest.readers.pdf_grid import NEAR, Edge, connected, distinct, find_edges
from ingest.readers.pdf_lines import Line, build_lines, runs, words_text
from ingest.readers.pdf_words import Box, Marks, Word

MOST_EDGES = 4000
"""A page with more is a drawing or a map; the fullest table seen has 1,360."""
CELL_GAP = 0.6
"""Words nearer than this, in em, belong to one cell: the widest space of plain text seen is 0.4."""
MOST_LOST = 0.3
"""More of the words than this going across the walls: shading behind text, and no table."""
MOST_PADDING = 8.0
LONG_CELL = 160
"""A cell over all columns with more letters than this is text in a frame, no row."""


@dataclass(slots=True)
class Cell:
    """A cell and the words in it; `row` and `column` are its first, the spans how many it takes."""

    row: int
    column: int
    rows: int
    columns: int
    words: list[Word] = field(default_factory=list)
    right: float = 0.0


@dataclass(slots=True)
class Table:
    """A grid that was found on a page."""

    box: Box
    xs: list[float]
    cells: list[Cell]
    height: int

    def grid(self) -> list[tuple[str, ...]]:
        """Its rows. A cell that spans rows is repeated in each, one that spans columns is not."""
        width = len(self.xs) - 1
        rows = [[""] * width for _ in range(self.height)]
        for cell in self.cells:
            text = cell_text(cell)
            for row in range(cell.row, cell.row + cell.rows):
                rows[row][cell.column] = text
        return [tuple(row) for row in rows]

    def spanning(self) -> set[int]:
        """Rows whose words are in one cell that goes over all columns."""
        width = len(self.xs) - 1
        return {cell.row for cell in self.cells if cell.columns == width and cell.words}

    def top(self) -> float:
        """The height of its first line of words."""
        return max(word.y for cell in self.cells for word in cell.words)

    def row_words(self, row: int) -> list[Word]:
        """All words of a row."""
        return [word for cell in self.cells if cell.row == row for word in cell.words]


def cell_text(cell: Cell) -> str:
    """The cell's words, line under line; a word broken by a narrow cell is put together."""
    text = ""
    above: Line | None = None
    for line in build_lines(cell.words):
        words = words_text(line.words, notes=True)
        if above is not None:
            letter = (above.words[-1].x1 - above.words[-1].x0) / len(above.words[-1].text)
            full = above.x1 + letter > cell.right
            broken = full and len(above.words) == 1 and text[-1:].isalpha() and words[:1].islower()
            hyphened = text[-1:] in "-\u2010" and text[-2:-1].isalpha() and words[:1].islower()
            text += "" if broken or hyphened else " "
        text += words
        above = line
    return text


def find_tables(marks: Marks) -> list[Table]:
    """The ruled tables of a page, from the top down. Their words are taken out of `marks`."""
    upright, level = find_edges(marks)
    if len(upright) + len(level) > MOST_EDGES:
        return []
    tables = []
    for verticals, horizontals in connected(upright, level):
        table = _table(verticals, horizontals, marks.words)
        if table is not None:
            tables.append(table)
            taken = {id(word) for cell in table.cells for word in cell.words}
            marks.words = [word for word in marks.words if id(word) not in taken]
    return sorted(tables, key=lambda t: -t.box.y1)


def _table(verticals: list[Edge], horizontals: list[Edge], words: list[Word]) -> Table | None:
    xs, ys = distinct([v.at for v in verticals]), distinct([h.at for h in horizontals])
    if len(xs) < 3 or len(ys) < 2:
        return None
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    cells = _cells(xs, ys, verticals, horizontals)
    owners = {
        (row, column): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    lost = held = 0
    for run in runs(words, CELL_GAP):
        y = run[0].y + 0.3 * run[0].size
        if run[0].turned or not box.y0 < y < box.y1:
            continue
        row = len(ys) - 1 - bisect_right(ys, y)
        places = {
            bisect_right(xs, (word.x0 + word.x1) / 2) - 1 if box.x0 < word.x1 else -1
            for word in run
        }
        found = {id(owners[row, c]): owners[row, c] for c in places if (row, c) in owners}
        if len(found) == 1 and all((row, c) in owners for c in places):
            next(iter(found.values())).words.extend(run)
            held += len(run)
        elif found:
            lost += len(run)
    if lost > MOST_LOST * (held + lost):
        return None
    for cell in cells:
        letters = sum(len(word.text) for word in cell.words)
        if cell.columns == len(xs) - 1 and (cell.row == 0 or letters > LONG_CELL):
            cell.words = []
        if cell.words:
            padding = min(word.x0 for word in cell.words) - xs[cell.column]
            cell.right = xs[cell.column + cell.columns] - min(max(padding, 0), MOST_PADDING)
    full = [cell for cell in cells if cell.words]
    beside = any(a.row == b.row and a.column != b.column for a in full for b in full)
    return Table(box, xs, cells, len(ys) - 1) if beside else None


def _cells(
    xs: list[float], ys: list[float], verticals: list[Edge], horizontals: list[Edge]
) -> list[Cell]:
    """The grid's cells, from the top left; places without a line between them are one cell."""
    rows, columns = len(ys) - 1, len(xs) - 1

    def wall(row: int, column: int) -> bool:
        """A line on the right of a place."""
        y = (ys[rows - 1 - row] + ys[rows - row]) / 2
        return any(abs(v.at - xs[column + 1]) < NEAR and v.low <= y <= v.high for v in verticals)

    def floor(row: int, column: int) -> bool:
        """A line under a place."""
        x = (xs[column] + xs[column + 1]) / 2
        return any(
            abs(h.at - ys[rows - 1 - row]) < NEAR and h.low <= x <= h.high for h in horizontals
        )

    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide, high = 1, 1
            while column + wide < columns and not wall(row, column + wide - 1):
                wide += 1
            while row + high < rows and not any(
                floor(row + high - 1, c) or (row + high, c) in taken
                for c in range(column, column + wide)
            ):
                high += 1
            taken |= {(r, c) for r in range(row, row + high) for c in range(column, column + wide)}
            cells.append(Cell(row, column, high, wide))
    return cells
