"""The timetable as a checklist for a spreadsheet: a row for each step, to be ticked off."""

from __future__ import annotations

import calendar
from datetime import date, time
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assistant.timetable import Timetable
from assistant.timetables.dated_steps import DatedStep
from assistant.timetables.words import (
    is_due,
    notes,
    place_words,
    source_words,
    time_words,
)

OPEN, DONE = "☐", "☑"
COLUMNS: tuple[tuple[str, int], ...] = (
    ("Done", 7),
    ("Date", 13),
    ("Day", 12),
    ("Time", 14),
    ("In the paper", 18),
    ("Step", 60),
    ("Who, in the paper", 24),
    ("Owner", 24),
    ("Source", 36),
    ("Notes", 46),
)
"""Each with its width in characters."""
USUAL = "Usual: not in the agreed timetable"
DATE_FORMAT = "d mmm yyyy"
_HEAD = PatternFill("solid", fgColor="1F3864")
_LINE = Border(bottom=Side(style="thin", color="BFBFBF"))


def xlsx(table: Timetable, usual: Timetable | None = None) -> bytes:
    """An Excel workbook with one sheet: a header row, then a row for each step.

    `usual` has what the agreed timetable leaves out: rows that say so.
    Steps with a date come first, by date and time; of those without one the date stays empty.
    No text of a paper is ever a formula.
    """
    book = Workbook()
    book.properties.creator = "Inspection Ready"
    book.properties.title = f"{table.inspection.label}: checklist"
    sheet = book.active
    sheet.title = "Checklist"
    _header(sheet)
    beside = [each for each in usual.steps if each.step.weeks] if usual else []
    for row, step in enumerate(sorted([*table.steps, *beside], key=_order), start=2):
        _fill(sheet, row, step, table.call, usual=step in beside)
    _set_up(sheet, table)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _order(step: DatedStep) -> tuple[date, str]:
    return _day(step) or date.max, step.step.time or ("24" if is_due(step.step) else "12")


def _day(step: DatedStep) -> date | None:
    """The first of its days; of a deadline the last."""
    if not step.days:
        return None
    return step.days[-1] if is_due(step.step) else step.days[0]


def _header(sheet: Worksheet) -> None:
    for column, (name, width) in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = _HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _fill(sheet: Worksheet, row: int, step: DatedStep, call: date | None, *, usual: bool) -> None:
    day = _day(step)
    said = [*([USUAL] if usual else []), *notes(step, call)]
    words = step.step
    texts = (
        OPEN,
        None,
        calendar.day_name[day.weekday()] if day else "No date yet",
        None,
        place_words(words),
        words.what,
        words.who,
        step.owner,
        source_words(step.source),
        "\n".join(f"{each}." for each in said),
    )
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = _LINE
        if text is not None:
            _write(cell, text)
    if day:
        sheet.cell(row, 2, day).number_format = DATE_FORMAT
    _write_time(sheet.cell(row, 4), step)
    sheet.cell(row, 1).alignment = Alignment(horizontal="center", vertical="top")


def _write_time(cell: Cell, step: DatedStep) -> None:
    """A real time of day, shown as 'by 09:30' or '09:30 to 10:30' where it is one."""
    words = step.step
    if not words.time:
        _write(cell, time_words(words))
        return
    cell.value = time.fromisoformat(words.time)
    before, after = time_words(words).split(words.time, 1)
    shown = (f'"{before}"' if before else "") + "hh:mm" + (f'"{after}"' if after else "")
    cell.number_format = shown
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)


def _write(cell: Cell, text: str) -> None:
    """The text as text: '=1+1' in a paper is no formula, here or when somebody edits the cell."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    if text:
        cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True


def _set_up(sheet: Worksheet, table: Timetable) -> None:
    last = max(sheet.max_row, 2)
    end = sheet.cell(1, len(COLUMNS)).column_letter
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{end}{last}"
    boxes = DataValidation(type="list", formula1=f'"{OPEN},{DONE}"', allow_blank=True)
    boxes.add(f"A2:A{last}")
    sheet.add_data_validation(boxes)
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{end}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    # An ampersand begins a code in a header.
    sheet.oddHeader.left.text = table.inspection.label.replace("&", "&&")
    sheet.oddFooter.right.text = "Page &P of &N"
