"""The tables of one sheet: where they start, their titles, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind
from ingest.readers.child_level import looks_child_level
from ingest.readers.office_tables import Cell, Place, header_rows, office_table

MOST_ROWS = 20_000
"""Rows with words in one sheet; a council's largest published tables have some thousands."""
_NO_NAME = re.compile(r"(?i)(sheet|worksheet|tabelle|feuil|hoja|foglio|blad)[ _]?\d*")

Grid = list[list[Cell]]


def sheet_blocks(
    rows: Sequence[Sequence[Cell]], name: str, index: int, groups: Iterator[int]
) -> list[Block]:
    """A sheet's name as heading, then its lines of text and its tables, in order.

    Raises UnreadableFile when the sheet lists individual children.
    """
    refuse_child_level(rows, name)
    at = Block(BlockKind.PARAGRAPH, "", page=name, page_index=index)
    blocks: list[Block] = []
    for titles, table in _tables(rows):
        blocks += [Block(at.kind, text, name, index) for text in titles]
        if table:
            place = Place(name, index, next(groups), f"sheet {name}" if name else "")
            blocks += office_table(table, place)
    if blocks and name and not _NO_NAME.fullmatch(name):
        blocks.insert(0, Block(BlockKind.HEADING, name, name, index, level=1))
    return blocks


def refuse_child_level(rows: Sequence[Sequence[Cell]], name: str) -> None:
    """Raises UnreadableFile when the sheet lists individual children."""
    texts = [[cell.text for cell in row] for row in rows if any(cell.text for cell in row)]
    if reason := looks_child_level(texts):
        detail = f"sheet {name}: {reason}" if name else reason
        raise UnreadableFile(UnreadableReason.CHILD_LEVEL_DATA, detail)


def _tables(rows: Sequence[Sequence[Cell]]) -> list[tuple[list[str], Grid]]:
    """Each table with the lines of text above it; a table that is empty ends the list."""
    found: list[tuple[list[str], Grid]] = []
    for region in _regions(rows):
        lines = _leading_lines(region)
        rest = region[lines:]
        if found and found[-1][1] and rest and _continues(found[-1][1], rest):
            found[-1][1].extend(region)
        else:
            found.append(([_only(row) for row in region[:lines]], rest))
    return found


def _regions(rows: Sequence[Sequence[Cell]]) -> Iterator[Grid]:
    """The rows between empty rows."""
    region: Grid = []
    for row in rows:
        if any(cell.text for cell in row):
            region.append(list(row))
        elif region:
            yield region
            region = []
    if region:
        yield region


def _filled(row: Sequence[Cell]) -> list[int]:
    return [column for column, cell in enumerate(row) if cell.text]


def _only(row: Sequence[Cell]) -> str:
    return next(cell.text for cell in row if cell.text)


def _leading_lines(region: Grid) -> int:
    """How many rows at the top hold one cell only: a title, a note."""
    for number, row in enumerate(region):
        if len(_filled(row)) > 1 or any(cell.above for cell in row):
            return number
    return len(region)


def _continues(table: Grid, rest: Grid) -> bool:
    """Whether rows after an empty row go on with the table above: no headers of their own."""
    width = max(len(row) for row in table)
    columns = {column for row in table for column in _filled(row)}
    same = all(column in columns for row in rest for column in _filled(row))
    if not same or not header_rows(table):
        return False
    first_filled = [cell for cell in rest[0] if cell.text]
    bold = all(cell.bold for cell in first_filled)
    bold_like_rest = all(cell.bold for row in rest for cell in row if cell.text)
    if bold and not bold_like_rest:
        return False
    headed = header_rows(rest) > 0 and any(
        any(character.isdigit() for character in cell.text) for row in rest[1:] for cell in row
    )
    return not headed and width > 1
