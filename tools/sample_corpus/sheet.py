"""Workbooks: a title, a header row, section rows, number formats, fixed columns"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from tools.sample_corpus.fixed import fix
from tools.sample_corpus.paper import Paper

_TENTHS = -3  # the exponent of a share that is printed with one decimal place
_HEAD = PatternFill("solid", fgColor="1D3B53")
_SECTION = PatternFill("solid", fgColor="DDE6ED")
_THIN = Side(style="thin", color="8A949C")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)

Book: TypeAlias = Any  # openpyxl has no types
Cell: TypeAlias = str | int | Decimal


def new(paper: Paper) -> Book:
    """An empty workbook with its properties set"""
    book = Workbook()
    book.remove(book.active)
    book.properties.title = paper.title
    book.properties.creator = book.properties.lastModifiedBy = "Inspection Ready sample"
    return book


def fill(
    book: Book,
    name: str,
    above: Sequence[str],
    *,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
) -> None:
    """A sheet: lines above the table, the header row, then rows; a row of one cell is a section"""
    sheet = book.create_sheet(name)
    for number, line in enumerate(above):
        sheet.append([line])
        sheet.cell(number + 1, 1).font = Font(name="Arial", size=14 if number == 0 else 10,
                                              bold=number == 0)  # fmt: skip
    sheet.append([])
    sheet.append(list(header))
    head = sheet.max_row
    for cell in sheet[head]:
        cell.font = Font(name="Arial", size=10, bold=True, color="FFFFFF")
        cell.fill, cell.border = _HEAD, _EDGE
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row in rows:
        sheet.append(list(row))
        _dress(sheet, sheet.max_row, len(header), section=len(row) == 1)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _dress(sheet: Book, row: int, columns: int, *, section: bool) -> None:
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.font = Font(name="Arial", size=10, bold=section)
        cell.border = _EDGE
        cell.alignment = Alignment(wrap_text=not section, vertical="top")
        if section:
            cell.fill = _SECTION
        elif isinstance(cell.value, Decimal):  # a share: 0.936 shows as 93.6%, 0.96 as 96%
            cell.number_format = "0.0%" if cell.value.as_tuple().exponent == _TENTHS else "0%"
        elif isinstance(cell.value, int):
            cell.number_format = "#,##0"


def save(book: Book, paper: Paper, to: Path) -> None:
    """Write the workbook"""
    book.save(to)
    fix(to, paper.stamp)
