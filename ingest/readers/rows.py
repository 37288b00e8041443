"""Rows of a table as blocks, the same for every reader that finds cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind
from ingest.readers import marks
from ingest.readers.child_level import looks_child_level

MOST_HEADER = 70
"""A cell longer than this is no column header; the longest seen has 62 characters."""


def table_blocks(  # noqa: PLR0917
    rows: Sequence[tuple[str, ...]],
    group: int,
    headers: int | None = None,
    sections: Collection[int] = (),
    page: str = "",
    page_index: int = -1,
) -> list[Block]:
    """The rows of one table as ROW blocks.

    `headers` is how many rows at the top are headers, None when it has to be seen from the
    words. A row with one cell filled, in a table of three columns or more (or one that is in
    `sections`), names the section of the rows below it; it is a block of its own only where
    no row follows. Where two header rows stand over one another the parts are joined by ' | '.
    """
    width = max((len(row) for row in rows), default=0)
    full = [tuple(row) + ("",) * (width - len(row)) for row in rows]
    wanted = [number for number, row in enumerate(full) if any(row)]
    full = [full[number] for number in wanted]
    sections = [wanted.index(number) for number in sections if number in wanted]
    if headers is None:
        headers = int(_first_is_header(full, sections))
    header = _header(full[:headers], width)
    blocks: list[Block] = []
    section, waiting = "", None
    for number, cells in enumerate(full):
        filled = [cell for cell in cells if cell]
        row = Block(
            BlockKind.ROW, " ".join(filled), page, page_index,
            cells=cells, header=header, header_row=number < headers, section=section, group=group,
        )  # fmt: skip
        if number < headers:
            blocks.append(row)
        elif len(filled) == 1 and (number in sections or (width > 2 and cells[0])):
            if waiting is not None:
                blocks.append(waiting)
            section, waiting = filled[0], row
        else:
            blocks.append(row)
            waiting = None
    return [*blocks, waiting] if waiting is not None else blocks


def _header(rows: Sequence[tuple[str, ...]], width: int) -> tuple[str, ...]:
    columns = []
    for column in range(width):
        parts: list[str] = []
        for row in rows:
            if row[column] and row[column] not in parts:
                parts.append(row[column])
        columns.append(" | ".join(parts))
    return tuple(columns) if rows else ()


def _first_is_header(rows: Sequence[tuple[str, ...]], sections: Collection[int]) -> bool:
    """True when the first row names the columns: short cells, no figures, in most columns."""
    if len(rows) < 2 or 0 in sections or len(rows[0]) < 2:
        return False
    cells = [cell for cell in rows[0] if cell]
    if len(cells) < max(2, len(rows[0]) // 2) or any(len(cell) > MOST_HEADER for cell in cells):
        return False
    if any(cell.endswith(":") for cell in cells) and len(rows[0]) == 2:
        return False
    below = [set(column) for column in zip(*rows[1:], strict=True)]
    if marks.item_number(cells[0]) or any(
        cell and cell in values for cell, values in zip(rows[0], below, strict=True)
    ):
        return False
    figures = sum(is_figure(cell) for cell in cells)
    return figures * 2 < len(cells) and not is_figure(cells[0])


def is_figure(cell: str) -> bool:
    """True for a number, an amount or a percentage; not for a year or a period such as 2023/24."""
    bare = cell.strip().strip("£%()+-–~<>").replace(",", "")
    if len(bare) == 4 and bare.startswith(("19", "20")) and bare.isdigit():
        return False
    return bare.replace(".", "", 1).isdigit()


def refuse_child_level(rows: Sequence[Sequence[str]]) -> None:
    """Raises UnreadableFile when a table is a list of individual children."""
    if reason := looks_child_level(rows):
        raise UnreadableFile(UnreadableReason.CHILD_LEVEL_DATA, reason)
