"""The checklist, as a spreadsheet program reads it."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.timetable import Timetable, timetable, usual_beside
from assistant.timetables.export import xlsx
from core.inspection_steps import Anchor, Direction, Period, Unit
from core.this_inspection import ThisInspection
from tests.assistant.steps_made import (
    ARRIVE,
    BOARD,
    CALL,
    FEEDBACK,
    LISTS,
    SETTLED,
    SHORT,
    TALKS,
    a_step,
    table_of,
)
from tests.support import a_document

CHRISTMAS_WEEK = date(2026, 12, 14)


def sheet_of(table: Timetable) -> Worksheet:
    return load_workbook(BytesIO(xlsx(table))).active


def rows_of(table: Timetable) -> list[dict[str, Any]]:
    """The rows below the header, by column name."""
    head, *rest = sheet_of(table).iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def row_of(table: Timetable, words: str) -> dict[str, Any]:
    (found,) = (row for row in rows_of(table) if row["Step"] == words)
    return found


def test_a_row_for_each_step_by_date_and_those_without_a_date_last() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    steps = [row["Step"] for row in rows_of(table)]
    expected = [CALL, LISTS, ARRIVE, TALKS, FEEDBACK, SETTLED]
    assert steps == [each.step.what for each in expected]
    assert {row["Done"] for row in rows_of(table)} == {"☐"}


def test_dates_and_times_are_real_ones() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    call, arrive = row_of(table, CALL.step.what), row_of(table, ARRIVE.step.what)
    assert (call["Date"], call["Day"]) == (datetime(2026, 12, 14), "Monday")  # noqa: DTZ001
    assert call["Time"] == time(9, 30)
    assert arrive["Time"] == time(10)
    shown = {cell.value: cell.number_format for cell in sheet_of(table)["D"][1:]}
    assert shown[time(9, 30)] == '"by "hh:mm'
    assert shown[time(10)] == 'hh:mm" to 11:30"'
    assert all(cell.is_date for cell in sheet_of(table)["B"][1:] if cell.value)


def test_a_step_without_a_date_says_so() -> None:
    undated = row_of(table_of(*BOARD, call=CHRISTMAS_WEEK), SETTLED.step.what)
    assert (undated["Date"], undated["Day"]) == (None, "No date yet")
    assert undated["In the paper"] == "Week 1"
    assert {row["Date"] for row in rows_of(table_of(*BOARD))} == {None}


def test_owner_source_and_notes_stand_beside_the_step() -> None:
    led = a_step("Inspectors leave.", weeks=(2,), days=(4,), who="Lead inspector")
    table = table_of(*BOARD, led, call=CHRISTMAS_WEEK, owners={LISTS.key: "Head of data"})
    assert row_of(table, LISTS.step.what)["Owner"] == "Head of data"
    leave = row_of(table, "Inspectors leave.")
    assert (leave["Who, in the paper"], leave["Owner"]) == ("Lead inspector", None)
    assert row_of(table, LISTS.step.what)["Source"] == "When they call (October 2024), slide 2"
    assert row_of(table, LISTS.step.what)["Time"] == "by the end of the day"
    assert "Christmas Day, a bank holiday" in row_of(table, FEEDBACK.step.what)["Notes"]
    talks = row_of(table, TALKS.step.what)
    assert talks["In the paper"] == "Week 2, Tuesday to Thursday"
    assert "and Thursday 24 December 2026" in talks["Notes"]


def test_what_the_agreed_timetable_leaves_out_is_a_row_marked_usual() -> None:
    agreed = a_document("minutes/agreed.md", title="Agreed", about="Tower Hamlets")
    steps = (*BOARD, a_step(LISTS.step.what, agreed, weeks=(1,), days=(2,), deadline=True))
    known = ThisInspection(SHORT, agreed=agreed.id, dates={Anchor.CALL: CHRISTMAS_WEEK})
    table, usual = timetable(steps, known, SHORT), usual_beside(steps, known, SHORT)
    sheet = load_workbook(BytesIO(xlsx(table, usual))).active
    head, *rows = sheet.values
    told = [dict(zip(head, row, strict=True)) for row in rows]
    notes = {row["Step"]: row["Notes"] or "" for row in told}
    assert [row["Step"] for row in told].count(LISTS.step.what) == 1
    assert "Usual" not in notes[LISTS.step.what]
    assert notes[FEEDBACK.step.what].startswith("Usual: not in the agreed timetable")


def test_a_deadline_between_two_days_is_on_its_last() -> None:
    period = Period(25, Unit.DAYS, Direction.WITHIN, "the visit", Anchor.LAST_DAY, up_to=35)
    step = a_step("The letter is out within 25 to 35 days.", period=period)
    (row,) = rows_of(table_of(step, dates={Anchor.LAST_DAY: date(2026, 10, 1)}))
    assert row["Date"] == datetime(2026, 11, 5)  # noqa: DTZ001
    assert "Monday 26 October 2026 and Thursday 5 November 2026" in row["Notes"]


@pytest.mark.parametrize(
    "words",
    ["=1+1", '=HYPERLINK("http://x","y")', "+1 more", "-2", "@SUM(A1)", "#N/A", "7", "{=1}"],
)
def test_no_text_of_a_paper_is_a_formula_or_a_number(words: str) -> None:
    step = a_step(words, weeks=(1,), days=(1,), who=words)
    sheet = sheet_of(table_of(step, call=CHRISTMAS_WEEK, owners={step.key: words}))
    cells = [cell for cell in sheet[2] if cell.value == words]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    # Still text when somebody goes into the cell and leaves it again.
    assert all(cell.quotePrefix for cell in cells) == (words[0] in "=+-@")
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_control_characters_are_left_out() -> None:
    step = a_step("We \x00meet\x0b here.", weeks=(1,), days=(1,))
    assert [row["Step"] for row in rows_of(table_of(step))] == ["We meet here."]


def test_the_sheet_is_ready_to_filter_tick_and_print() -> None:
    sheet = sheet_of(table_of(*BOARD, call=CHRISTMAS_WEEK))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:J7"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions["F"].width == 60
    (boxes,) = sheet.data_validations.dataValidation
    assert (boxes.formula1, str(boxes.sqref)) == ('"☐,☑"', "A2:A7")


def test_an_empty_timetable_is_a_sheet_with_its_header() -> None:
    assert rows_of(table_of()) == []
