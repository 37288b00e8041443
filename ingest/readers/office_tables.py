"""Turns the grid of an Office table into ROW blocks: finds headers, sections, labels, merges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind
from ingest.readers.child_level import looks_child_level
from ingest.readers.rows import table_blocks

_VALUE = re.compile(r"[£$€(+\-–]*\d[\d\s,.]*(%|pp|k|m|bn|\))?|[-–—]|(?i:n/?a|nil|tbc)")
_YEAR = re.compile(r"(19|20)\d\d")
_DATE_OR_MAIL = re.compile(r".*@.*|.*\b(19|20)\d\d\b.*|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_LONG = 60
"""Column headers are shorter than this; the seeds' longest is 54 characters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a grid. A merged cell has its words in its first place only."""

    text: str = ""
    bold: bool = False
    """Set off from others, by bold letters or by colour."""
    left: bool = False
    """Merged with the cell to its left."""
    above: bool = False
    """Merged with the cell above it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands, copied to each of its blocks."""

    page: str = ""
    page_index: int = -1
    group: int = -1
    name: str = ""
    """How a message calls it: 'slide 4', 'table 2', 'sheet List 6'."""


def office_table(
    grid: Sequence[Sequence[Cell]], place: Place, marked_headers: int = 0
) -> list[Block]:
    """A table's title rows as paragraphs, then its rows as blocks with headers and sections.

    `marked_headers` counts the rows that the file itself calls headers. Raises UnreadableFile
    when the table is a list of individual children.
    """
    grid = _tidy(grid)
    if reason := looks_child_level([[cell.text for cell in row] for row in grid]):
        detail = f"{place.name}: {reason}" if place.name else reason
        raise UnreadableFile(UnreadableReason.CHILD_LEVEL_DATA, detail)
    titles = title_rows(grid)
    blocks = [
        Block(BlockKind.PARAGRAPH, cell.text, place.page, place.page_index)
        for row in grid[:titles]
        for cell in row
        if cell.text
    ]
    grid = grid[titles:]
    headers = header_rows(grid, max(0, marked_headers - titles))
    rows = [_texts(grid, number, headers) for number in range(len(grid))]
    sections = [n for n in range(headers, len(grid)) if _is_section(grid, n)]
    return blocks + table_blocks(
        rows,
        place.group,
        headers=headers,
        sections=sections,
        page=place.page,
        page_index=place.page_index,
    )


def _texts(grid: Sequence[Sequence[Cell]], number: int, headers: int) -> tuple[str, ...]:
    """A row's words. Words of a merged header stand in each column that they span, those of a
    cell merged downwards in each row.
    """
    reach = _reach_left if number < headers else _reach_up
    return tuple(reach(grid, number, column, headers) for column in range(len(grid[number])))


def _tidy(grid: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The grid with rows of one length, without its empty rows and columns."""
    width = max((len(row) for row in grid), default=0)
    rows = [[*row, *[Cell()] * (width - len(row))] for row in grid]
    rows = [row for row in rows if any(cell.text for cell in row)]
    used = [column for column in range(width) if any(row[column].text for row in rows)]
    return [[row[column] for column in used] for row in rows]


def _only_text(row: Sequence[Cell]) -> bool:
    """Whether a row says one thing: its first cell alone, or one merged across all columns."""
    filled = [cell for cell in row if cell.text]
    if len(filled) != 1 or not row[0].text or any(cell.above for cell in row):
        return False
    merged_across = all(cell.left for cell in row[1:])
    return (merged_across or len(row) > 2) and not _VALUE.fullmatch(filled[0].text)


def title_rows(grid: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top are a title of the table over its column headers."""
    count = 0
    while count < len(grid) - 2 and len(grid[count]) > 1 and _only_text(grid[count]):
        count += 1
    return count


def _is_section(grid: Sequence[Sequence[Cell]], number: int) -> bool:
    """Whether a row names the rows under it; there has to be one that is not a section too."""
    if len(grid[number]) < 2 or not _only_text(grid[number]):
        return False
    return any(not _only_text(row) for row in grid[number + 1 : number + 3])


def _reach_up(grid: Sequence[Sequence[Cell]], row: int, column: int, stop: int) -> str:
    while row > stop and grid[row][column].above:
        row -= 1
    return grid[row][column].text


def _reach_left(grid: Sequence[Sequence[Cell]], row: int, column: int, stop: int) -> str:
    while column and grid[row][column].left:
        column -= 1
    return grid[row][column].text


def header_rows(grid: Sequence[Sequence[Cell]], marked: int = 0) -> int:
    """How many rows at the top are column headers; 0 for a table of labels and values."""
    if len(grid) < 2:
        return 0
    if 0 < marked < len(grid):
        return marked
    if not _is_header(grid[0], grid[1:]):
        return 0
    spans = any(cell.left for cell in grid[0]) or any(cell.above for cell in grid[1])
    second = len(grid) > 2 and spans and _short_words(grid[1])
    return 2 if second else 1


def _is_header(first: Sequence[Cell], rest: Sequence[Sequence[Cell]]) -> bool:
    filled = [cell for cell in first if cell.text]
    if len(filled) < 2 and not any(cell.left for cell in first):
        return False
    if any(len(cell.text) > 2 * _LONG for cell in filled):
        return False
    if all(cell.bold for cell in filled) and not all(
        cell.bold for row in rest for cell in row if cell.text
    ):
        return True
    if len(first) == 2:
        return _is_header_of_two(first, rest)
    if not first[0].text and len(filled) == len(first) - 1:
        return True
    if _values(first) and _values(first) >= mean(_values(row) for row in rest):
        return False
    return any(map(_values, rest)) or all(len(cell.text) <= _LONG for cell in filled)


def _is_header_of_two(first: Sequence[Cell], rest: Sequence[Sequence[Cell]]) -> bool:
    """Two columns are labels and values unless the first row is unlike the others."""
    label, value = first[0].text, first[1].text
    labels = [row[0].text for row in (first, *rest)]
    if sum(text.endswith(":") for text in labels) * 2 >= len(labels):
        return False
    if all(row[0].bold and not row[1].bold for row in (first, *rest) if row[0].text):
        return False
    if len(value) > _LONG or value.endswith(".") or _VALUE.fullmatch(value):
        return False
    seconds = [row[1].text for row in rest]
    if all(_VALUE.fullmatch(text) for text in seconds):
        return not label or not _DATE_OR_MAIL.fullmatch(label)
    return not _DATE_OR_MAIL.fullmatch(value) and mean(map(len, seconds)) >= 1.5 * len(value)


def _values(row: Sequence[Cell]) -> float:
    """The share of a row's filled cells that are figures."""
    filled = [cell.text for cell in row if cell.text]
    figures = [bool(_VALUE.fullmatch(text)) and not _YEAR.fullmatch(text) for text in filled]
    return mean(figures) if figures else 0.0


def _short_words(row: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in row if cell.text]
    return bool(filled) and all(
        len(text) <= _LONG and not _VALUE.fullmatch(text) for text in filled
    )
