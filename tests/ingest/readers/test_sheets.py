"""What a user can rely on when a spreadsheet is read."""
# ruff: noqa: DTZ001 - the dates of a spreadsheet have no time zone

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from core.documents import TextForm
from core.errors import UnreadableReason
from ingest.blocks import BlockKind
from ingest.readers import sheet_tables, sheets
from ingest.readers.number_formats import shown
from ingest.readers.sheets import read_csv, read_xlsx
from tests.ingest.readers.office_helpers import (
    LIMITS,
    check_bad_files,
    check_cut_short,
    patch,
    refusal,
    rows,
    texts,
)


@pytest.fixture
def book():
    return openpyxl.Workbook()


def save(book, folder: Path) -> Path:
    path = folder / "book.xlsx"
    book.save(path)
    return path


def read(book, folder: Path):
    return read_xlsx(save(book, folder), LIMITS)


def read_text(folder: Path, data: bytes | str):
    path = folder / "list.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_csv(path, LIMITS)


def test_each_sheet_is_a_page_with_its_name_as_heading(book, tmp_path):
    book.active.title = "Indicators"
    book.active.append(["Measure", "Aug 24"])
    book.active.append(["Contacts", 1210])
    other = book.create_sheet("Sheet2")
    other.append(["A line of text on a sheet without a name"])
    content = read(book, tmp_path)
    assert content.form is TextForm.SHEETS
    assert content.pages == 2
    found = [block for block in content.blocks if block.kind is not BlockKind.ROW]
    assert [(b.kind, b.text, b.page, b.page_index) for b in found] == [
        (BlockKind.HEADING, "Indicators", "Indicators", 0),
        (BlockKind.PARAGRAPH, "A line of text on a sheet without a name", "Sheet2", 1),
    ]  # fmt: skip


def test_titles_above_a_table_are_paragraphs_and_rows_carry_headers_and_sections(book, tmp_path):
    sheet = book.active
    for row in [
        ["Highlight indicators"], ["As at August 2024"], [],
        ["Ref", "Measure", "Jul 24", "Aug 24"], ["Cohorts"], ["1.2", "Children in need", 905, 901],
        [], ["Care leavers"], ["6.2", "In work or training", 0.743, 0.738],
    ]:  # fmt: skip
        sheet.append(row)
    for cell in sheet[9][2:]:
        cell.number_format = "0.0%"
    content = read(book, tmp_path)
    assert texts(content, BlockKind.PARAGRAPH) == ["Highlight indicators", "As at August 2024"]
    assert [(r.section, r.cells) for r in rows(content)] == [
        ("Cohorts", ("1.2", "Children in need", "905", "901")),
        ("Care leavers", ("6.2", "In work or training", "74.3%", "73.8%")),
    ]
    assert rows(content)[1].header == ("Ref", "Measure", "Jul 24", "Aug 24")


def test_two_tables_on_a_sheet_keep_their_own_headers(book, tmp_path):
    sheet = book.active
    for row in [
        ["Team", "Cases"], ["East", 12], [], ["Term", "Meaning of the term"],
        ["CIN", "Child in need, as in section 17 of the Act"],
    ]:  # fmt: skip
        sheet.append(row)
    for cell in (*sheet[1], *sheet[4]):
        cell.font = Font(bold=True)
    found = rows(read(book, tmp_path))
    assert [(r.header, r.cells[0]) for r in found] == [
        (("Team", "Cases"), "East"), (("Term", "Meaning of the term"), "CIN"),
    ]  # fmt: skip


def test_merged_headers_hold_for_all_columns_that_they_span(book, tmp_path):
    sheet = book.active
    for row in [["Measure", "2023/24", None], [None, "Target", "Result"], ["Visits", "90%", "85%"]]:
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A1:A2")
    (row,) = rows(read(book, tmp_path))
    assert row.header == ("Measure", "2023/24 | Target", "2023/24 | Result")
    assert row.cells == ("Visits", "90%", "85%")


@pytest.mark.parametrize(
    ("value", "number_format", "seen"),
    [
        (0.936, "0.0%", "93.6%"),
        (0.936, "0%", "94%"),
        (1210, "#,##0", "1,210"),
        (1210, "General", "1210"),
        (0.1 + 0.2, "General", "0.3"),
        (5.2, '"£"0.0"m"', "£5.2m"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (-3, "0;[Red]-0", "-3"),
        (-3, "0;(0)", "(3)"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        (datetime(2020, 11, 9), "d mmmm yyyy", "9 November 2020"),
        (datetime(2020, 11, 9), "mm-dd-yy", "09/11/2020"),
        (date(2024, 8, 1), "mmm-yy", "Aug-24"),
        (date(2020, 11, 9), "[$-809]dddd, d mmmm yyyy;@", "Monday, 9 November 2020"),
        (time(9, 30), "h:mm AM/PM", "9:30 AM"),
        (datetime(2020, 11, 9, 9, 30), "dd/mm/yyyy hh:mm", "09/11/2020 09:30"),
        ("2023/24", "General", "2023/24"),
        (True, "General", "TRUE"),
        (None, "General", ""),
    ],
)
def test_values_are_read_as_the_sheet_shows_them(value, number_format, seen):
    assert shown(value, number_format) == seen


def test_a_formula_without_a_stored_value_is_named(book, tmp_path):
    for row in [["Team", "Cases"], ["East", 12], ["All", "=SUM(B2:B2)"]]:
        book.active.append(row)
    assert read(book, tmp_path).unread == ("sheet Sheet: 1 formula without a stored value",)


def test_a_hidden_sheet_is_not_read_but_looked_at_for_children(book, tmp_path):
    book.active.append(["Shown", "Value"])
    book.active.append(["Contacts", 3])
    hidden = book.create_sheet("List 6")
    hidden.sheet_state = "hidden"
    hidden.append(["Notes", "of no use"])
    content = read(book, tmp_path)
    assert content.unread == ("sheet List 6: hidden",)
    assert "of no use" not in " ".join(texts(content))
    hidden.append(["Child Unique ID", "Date of Birth", "Gender"])
    hidden.append([1043321, datetime(2011, 4, 3), "F"])
    error = refusal(read_xlsx, save(book, tmp_path))
    assert error.reason is UnreadableReason.CHILD_LEVEL_DATA
    assert error.detail.startswith("sheet List 6")


def test_annex_a_is_refused_by_its_sheet(book, tmp_path):
    book.active.title = "List 1"
    book.active.append(
        ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Contact Source"]
    )
    book.active.append(["A1", "1", "WBRI", datetime(2011, 4, 3), "1A"])
    assert refusal(read_xlsx, save(book, tmp_path)).reason is UnreadableReason.CHILD_LEVEL_DATA


def test_a_wrong_dimension_in_the_file_does_not_cut_the_sheet(book, tmp_path):
    for row in [["Team", "Cases"], ["East", 12], ["West", 9]]:
        book.active.append(row)
    path = save(book, tmp_path)
    patch(path, "xl/worksheets/sheet1.xml", lambda x: x.replace('ref="A1:B3"', 'ref="A1"'))
    assert [r.cells for r in rows(read_xlsx(path, LIMITS))] == [("East", "12"), ("West", "9")]


def test_a_sheet_of_too_many_rows_is_refused(book, tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 50)
    monkeypatch.setattr(sheet_tables, "MOST_ROWS", 50)
    for number in range(60):
        book.active.append([f"Row {number}", number])
    assert refusal(read_xlsx, save(book, tmp_path)).reason is UnreadableReason.TOO_LARGE
    lines = "\n".join(f"row {number},{number}" for number in range(60))
    path = tmp_path / "list.csv"
    path.write_text(lines)
    assert refusal(read_csv, path).reason is UnreadableReason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_encoding_and_delimiter(tmp_path, encoding, delimiter):
    lines = ["Council,When,Outcome", "Tower Hamlets,2019,Good – at last", "Café,2020,£5"]
    text = "\r\n".join(line.replace(",", delimiter) for line in lines)
    found = rows(read_text(tmp_path, text.encode(encoding)))
    assert [r.cells for r in found] == [
        ("Tower Hamlets", "2019", "Good – at last"), ("Café", "2020", "£5"),
    ]  # fmt: skip
    assert found[0].header == ("Council", "When", "Outcome")


def test_csv_with_quotes_line_breaks_and_ragged_rows(tmp_path):
    content = read_text(
        tmp_path, 'Who,What,When\nDCS,"opens, and\ncloses"\nAD,listens,"May, June",late\n,,\n'
    )
    assert [r.cells for r in rows(content)] == [
        ("DCS", "opens, and closes", "", ""), ("AD", "listens", "May, June", "late"),
    ]  # fmt: skip


def test_csv_of_children_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("CHILD,SEX,DOB,UPN\n123456,1,03/04/2011,A123456789012\n")
    assert refusal(read_csv, path).reason is UnreadableReason.CHILD_LEVEL_DATA


def test_csv_that_cannot_be_read_says_why(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"")
    assert refusal(read_csv, path).reason is UnreadableReason.EMPTY
    path.write_bytes(b"\n , \n")
    assert refusal(read_csv, path).reason is UnreadableReason.NO_TEXT
    path.write_bytes(b"PK\x03\x04\0\0\0\x01\x02binary" * 20)
    assert refusal(read_csv, path).reason is UnreadableReason.DAMAGED


def test_workbooks_that_cannot_be_read_say_why(book, tmp_path):
    check_bad_files(read_xlsx, tmp_path, ".xlsx")
    book.active.append(["Whole", "book"])
    check_cut_short(read_xlsx, save(book, tmp_path))
    assert (
        refusal(read_xlsx, save(openpyxl.Workbook(), tmp_path)).reason is UnreadableReason.NO_TEXT
    )
