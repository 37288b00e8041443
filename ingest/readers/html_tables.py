"""Tables of a web page as rows."""

from __future__ import annotations

from collections.abc import Callable

from bs4.element import Tag

from ingest.blocks import Block
from ingest.readers.rows import refuse_child_level, table_blocks

MOST_SPAN = 200
"""A rowspan or colspan above this is not believed."""


def is_layout(table: Tag) -> bool:
    """True for a table that only places things: one column, or other tables inside."""
    if table.get("role") in ("presentation", "none") or table.find("table") is not None:
        return True
    if table.find("th") is not None:
        return False
    return all(len(row.find_all(["td", "th"], recursive=False)) < 2 for row in table.find_all("tr"))


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return min(max(int(value), 1), MOST_SPAN) if value.isdecimal() and len(value) < 6 else 1


def read_table(table: Tag, group: int, text_of: Callable[[Tag], str]) -> list[Block]:
    """The table's rows. A cell that spans rows is repeated in each; one that spans columns is
    repeated in headers only, so that every column below it has its name.
    """
    grid: list[list[str]] = []
    headers, sections = 0, set[int]()
    held: dict[int, tuple[int, str]] = {}
    in_head = True
    for row in table.find_all("tr"):
        cells = row.find_all(["td", "th"], recursive=False)
        names = bool(cells) and all(cell.name == "th" for cell in cells)
        in_head = in_head and (names or row.find_parent("thead") is not None)
        line: list[str] = []
        for cell in cells:
            _fill_held(line, held)
            text, wide = text_of(cell), _span(cell, "colspan")
            first = len(line)
            for offset in range(wide):
                line.append(text if offset == 0 or in_head else "")
            if _span(cell, "rowspan") > 1:
                for column in range(first, len(line)):
                    held[column] = (_span(cell, "rowspan") - 1, line[column])
        _fill_held(line, held)
        whole = len([c for c in cells if text_of(c)]) == 1 and _span(cells[0], "colspan") > 1
        if whole or (len(cells) == 1 and len(grid) > 0 and names):
            sections.add(len(grid))
            line[1:] = [""] * (len(line) - 1)
        elif in_head:
            headers += 1
        grid.append(line)
    if sections and headers == 0 and 0 in sections and len(grid) > 1:
        sections.discard(0)
    rows = [tuple(line) for line in grid]
    refuse_child_level(rows)
    known = headers if table.find("th") is not None and headers else None
    return table_blocks(rows, group, headers=known, sections=sections)


def _fill_held(line: list[str], held: dict[int, tuple[int, str]]) -> None:
    """Puts in the cells that come down from the rows above."""
    while len(line) in held:
        column = len(line)
        left, text = held[column]
        line.append(text)
        if left <= 1:
            del held[column]
        else:
            held[column] = (left - 1, text)
