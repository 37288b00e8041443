"""Spreadsheets: every sheet's tables, row by row, as a person sees them.

A cell's words are what the sheet shows: '93.6%', '1,210', '9 November 2020'. An XLSX file stores
0.936, 1210 and 44144 with a number format, so whoever checks these words against the raw file has
to apply the format too (`number_formats.shown`); ODS files store the shown words beside the value.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import openpyxl
from lxml import etree
from openpyxl.utils.cell import range_boundaries

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, Content, Limits
from ingest.readers.number_formats import shown
from ingest.readers.odf_xml import OdfFile
from ingest.readers.office_files import Element, fold, opening, properties
from ingest.readers.office_tables import Cell
from ingest.readers.sheet_tables import MOST_ROWS, Grid, refuse_child_level, sheet_blocks

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_EMPTY_ROWS = 10_000
"""So many empty rows end a sheet: formatting often reaches down to row 1,048,576."""
_MOST_COLUMNS = 1000
_SNIFF_LINES = 50
_DELIMITERS = ",;\t|"


def read_xlsx(path: Path, limits: Limits) -> Content:
    """The sheets of an .xlsx or .xlsm with the values stored in it; nothing is calculated.

    Raises UnreadableFile when it cannot be read or lists individual children.
    """
    with opening(path, limits):
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        blocks: list[Block] = []
        unread: list[str] = []
        groups = count()
        try:
            for index, sheet in enumerate(book.worksheets):
                facts = _facts_of(path, sheet)
                rows = _rows_of(sheet, facts)
                if sheet.sheet_state != "visible":
                    refuse_child_level(rows, sheet.title)
                    unread.append(f"sheet {sheet.title}: hidden")
                    continue
                blocks += sheet_blocks(rows, sheet.title, index, groups)
                if many := facts.uncalculated:
                    formulas = "formula" if many == 1 else "formulas"
                    unread.append(f"sheet {sheet.title}: {many} {formulas} without a stored value")
            pages = len(book.worksheets)
        finally:
            book.close()
        unread += _pictures(path)
        return _content(blocks, path, unread, pages)


def read_ods(path: Path, limits: Limits) -> Content:
    """The sheets of an .ods, as shown. Raises UnreadableFile as `read_xlsx` does."""
    with opening(path, limits):
        file = OdfFile(path)
        tables = list(file.body("spreadsheet").iterchildren(_TABLE + "table"))
        blocks: list[Block] = []
        groups = count()
        for index, table in enumerate(tables):
            name = fold(table.get(_TABLE + "name", ""))
            try:
                grid = file.grid(table, MOST_ROWS)
            except ValueError as error:
                raise UnreadableFile(UnreadableReason.TOO_LARGE, f"sheet {name}") from error
            blocks += sheet_blocks(grid, name, index, groups)
        return _content(blocks, path, [], len(tables))


def read_csv(path: Path, limits: Limits) -> Content:
    """The rows of a .csv or .tsv of any common encoding and delimiter, ragged or not.

    Raises UnreadableFile as `read_xlsx` does.
    """
    with opening(path, limits, zipped=False):
        text = _decoded(path.read_bytes())
        delimiter = _delimiter(text)
        rows: Grid = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([Cell(fold(cell)) for cell in row[:_MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                raise UnreadableFile(UnreadableReason.TOO_LARGE)
        blocks = sheet_blocks(rows, "", 0, count())
        if not blocks:
            raise UnreadableFile(UnreadableReason.NO_TEXT)
        return Content(tuple(blocks), TextForm.SHEETS, pages=1)


def _content(blocks: list[Block], path: Path, unread: list[str], pages: int) -> Content:
    if not blocks:
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    return Content(tuple(blocks), TextForm.SHEETS, properties(path), tuple(unread), pages)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What openpyxl does not tell of a sheet that it streams."""

    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Merged ranges: first column, first row, last column, last row, from 1."""
    uncalculated: int = 0
    """Formulas without a stored value."""


def _facts_of(path: Path, sheet: Element) -> _Facts:
    merged: list[tuple[int, int, int, int]] = []
    uncalculated = 0
    with zipfile.ZipFile(path) as package, package.open(sheet._worksheet_path) as part:
        events = etree.iterparse(
            part, tag=(_SHEET + "c", _SHEET + "mergeCell"), resolve_entities=False, no_network=True
        )
        for _, element in events:
            if element.tag == _SHEET + "mergeCell":
                merged.append(range_boundaries(element.get("ref")))
            elif element.find(_SHEET + "f") is not None and not element.findtext(_SHEET + "v"):
                uncalculated += element.get("t") != "str"
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return _Facts(tuple(merged), uncalculated)


def _rows_of(sheet: Element, facts: _Facts) -> Grid:
    """The rows as shown, to the last one with words."""
    sheet.reset_dimensions()
    rows: Grid = []
    filled = last = 0
    for number, row in enumerate(sheet.iter_rows()):
        cells = [_cell(cell) for cell in row[:_MOST_COLUMNS]]
        rows.append(cells)
        if any(cell.text for cell in cells):
            filled, last = filled + 1, number + 1
        if filled > MOST_ROWS:
            raise UnreadableFile(UnreadableReason.TOO_LARGE, f"sheet {sheet.title}")
        if number - last > _MOST_EMPTY_ROWS:
            break
    del rows[last:]
    for first_column, first_row, last_column, last_row in facts.merged:
        for row_number in range(first_row - 1, min(last_row, len(rows))):
            row = rows[row_number]
            row += [Cell()] * (min(last_column, _MOST_COLUMNS) - len(row))
            for column in range(first_column - 1, min(last_column, len(row))):
                if (row_number, column) != (first_row - 1, first_column - 1):
                    left, above = column >= first_column, row_number >= first_row
                    row[column] = Cell(left=left, above=above and not left)
    return rows


def _cell(cell: Element) -> Cell:
    if cell.value is None:
        return Cell()
    text = fold(shown(cell.value, cell.number_format or "General"))
    return Cell(text, bool(cell.font and cell.font.b))


def _pictures(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        many = sum(name.startswith("xl/media/") for name in package.namelist())
    if many:
        yield f"{many} picture{'' if many == 1 else 's'}"


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if data[1:200:2].count(0) > len(data[:200]) // 4:
        return data.decode("utf-16-le")
    if b"\0" in data:
        raise UnreadableFile(UnreadableReason.DAMAGED)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The delimiter that gives most lines the same number of fields, two or more."""
    sep = re.match(r"sep=(.)\r?\n", text)
    if sep:
        return sep[1]
    lines = text.splitlines()[:_SNIFF_LINES]
    scores: dict[str, tuple[int, int]] = {}
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        scores[delimiter] = (widths.count(usual), usual) if usual > 1 else (0, 0)
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])
