"""The Timetable screen over real stores: the board, its dates, what is kept, read-only, empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.timetable import timetable, usual_beside
from assistant.timetables.sources import steps_held
from assistant.timetables.working_days import today, working_days_between
from core.inspection_steps import Anchor, InspectionType
from core.settings import settings
from core.this_inspection import KeptEvent, ThisInspection
from records.inspection import InspectionRecord
from records.register import Register
from screens import timetable_words as words
from screens.timetable_data import Drawing
from screens.timetable_downloads import calendar, note
from screens.timetable_lists import as_text, next_up, periods, table_rows
from screens.timetable_state import seen
from tests.screens.test_ask import drawn, texts
from tests.support import folder_of, ingest
from vectorstore.index import IndexReader

APP = Path(__file__).parent / "timetable_app.py"
PAPER = """# When Ofsted calls

Tower Hamlets Council

Date: October 2024

## ILACS inspection, week 1

### Monday

- Ofsted calls the Director by 9.30am.

### Tuesday

- We send the data lists by 5pm.
- {tuesday}

### Thursday to Friday

- Team leaders read the case files.

## ILACS inspection, week 2

### Monday

- Inspectors arrive at 10am.

### Friday

- We hear initial feedback.

## After the report

Publish the report within 30 working days of receiving it.
"""
USUAL = PAPER.format(tuesday="Cars are parked behind the town hall.")
AGREED = """# Timetable agreed with the lead inspector

Tower Hamlets Council

Date: November 2024

## ILACS inspection, week 1

### Monday

- Ofsted calls the Director by 9.30am.

### Wednesday

- We send the data lists by 5pm.
"""
WITH_DATES = """# Timetable agreed with the lead inspector

Tower Hamlets Council

Date: December 2026

Short ILACS inspection

- Mon 21 Dec 09:00 Inspectors arrive
- Tue 22 Dec 16:00 Keep in touch meeting
"""
FILES = {"briefing/calls.md": USUAL}
CALL = date(2026, 12, 14)
Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """A function: the screen over these files."""

    def run(files: dict[str, Any] = FILES, changes: str = "true") -> AppTest:
        corpus, index = folder_of(tmp_path / "corpus", files), tmp_path / "index"
        given = {"CORPUS": str(corpus), "INDEX": str(index), "ORGANISATION": "Tower Hamlets"}
        for name, value in (given | {"ALLOW_CHANGES": changes}).items():
            monkeypatch.setenv(f"INSPECTION_{name}", value)
        settings.cache_clear()
        st.cache_resource.clear()
        if files:
            ingest(corpus, index)
        return again(AppTest.from_file(str(APP), default_timeout=20))

    yield run
    settings.cache_clear()
    st.cache_resource.clear()


def again(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    assert not app.error, [each.value for each in app.error]
    return app


def record() -> InspectionRecord:
    return InspectionRecord(Register.of_index(settings().index).engine)


def keep(**facts: Any) -> None:
    record().write(replace(record().read(), **facts))


def columns(week: Any) -> dict[str, list[str]]:
    return {
        column["name"]: [card["what"] for card in column["cards"]] for column in week["columns"]
    }


def board(app: AppTest) -> list[Any]:
    return next(each["weeks"] for each in drawn(app, "board") if each["weeks"])


def drawing(today: date, **facts: Any) -> Drawing:
    """What would be drawn on a day, over the files that the screen was opened with."""
    steps = steps_held(IndexReader(settings().index), "Tower Hamlets")
    known = ThisInspection(InspectionType.ILACS, **facts)
    table = timetable(steps, known, InspectionType.ILACS)
    return Drawing(table, usual_beside(steps, known, InspectionType.ILACS), today, changeable=True)


def test_without_steps_it_says_what_to_add(opened: Opened) -> None:
    for files in ({}, {"briefing/rota.md": "# Rota\n\nThe duty team has a rota.\n"}):
        app = opened(files)
        assert app.subheader[-1].value == words.NO_STEPS
        assert words.NO_STEPS_NEXT in texts(app)


def test_steps_stand_under_their_week_and_day_in_the_papers_words(opened: Opened) -> None:
    first, second = board(opened())
    days = columns(first)
    assert list(days) == list(words.WEEKDAYS[:5])
    assert days["Monday"] == ["Ofsted calls the Director by 9.30am."]
    assert "We send the data lists by 5pm." in days["Tuesday"]
    assert columns(second)["Friday"] == ["We hear initial feedback."]
    (call,) = first["columns"][0]["cards"]
    assert call["when"] == "By 09:30"
    assert call["source"]["name"].startswith("Source: section Monday of When Ofsted calls")
    assert not first["detail"], "no date before the call is known"


def test_a_step_of_several_days_lies_over_them(opened: Opened) -> None:
    first, _ = board(opened())
    thursday, friday = first["columns"][3:5]
    (span,) = thursday["spans"]
    assert (span["length"], span["card"]["when"]) == (2, "Thursday to Friday")
    assert not friday["spans"]
    assert not friday["nothing"], "a day under a long step is not said to be empty"
    assert first["columns"][2]["nothing"] == words.NOTHING


def test_dates_come_from_the_call_with_the_bank_holidays_mark(opened: Opened) -> None:
    opened()
    keep(dates={Anchor.CALL: CALL})
    first, second = board(again(AppTest.from_file(str(APP), default_timeout=20)))
    assert first["detail"] == "14 to 18 December 2026"
    friday = second["columns"][4]
    assert (friday["date"], friday["holiday"]) == ("25 December", "Christmas Day")
    assert friday["cards"][0]["marks"] == ["Christmas Day: confirm with the lead inspector"]


def test_a_call_on_another_day_than_monday_is_said(opened: Opened) -> None:
    opened()
    keep(dates={Anchor.CALL: date(2026, 12, 16)})
    app = again(AppTest.from_file(str(APP), default_timeout=20))
    came = words.WILL_COME if today() < date(2026, 12, 16) else words.CAME
    said = words.OFF_MONDAY.format(came=came, weekday="Wednesday")
    assert said in [each.value for each in app.info]


def test_today_is_marked_and_what_is_next_counts_working_days(opened: Opened) -> None:
    opened()
    shown = drawing(CALL, dates={Anchor.CALL: CALL})
    marked = [
        (week["title"], column["name"])
        for week in shown.weeks()
        for column in week["columns"]
        if column["today"]
    ]
    assert marked == [("Week 1", "Monday")]
    now, later = next_up(shown)
    assert [card["what"] for card in now["cards"]] == ["Ofsted calls the Director by 9.30am."]
    assert later["cards"][0]["date"] == "Tuesday 15 December, by 17:00 · tomorrow"
    (later,) = next_up(drawing(date(2025, 12, 15), dates={Anchor.CALL: CALL}))
    assert later["cards"][0]["date"].startswith("Monday 14 December 2026, by 09:30 · in ")
    assert next_up(drawing(CALL)) == []


@pytest.mark.parametrize(
    ("now", "last", "said"),
    [
        (date(2026, 12, 14), date(2026, 12, 14), "today"),
        (date(2026, 12, 14), date(2026, 12, 15), "tomorrow"),
        (date(2026, 12, 14), date(2026, 12, 17), "in 3 working days"),
        (date(2026, 12, 18), date(2026, 12, 21), "on the next working day"),
        (date(2026, 12, 18), date(2026, 12, 20), "before the next working day"),
        (date(2026, 12, 24), date(2026, 12, 29), "on the next working day"),
        (date(2026, 12, 19), date(2026, 12, 18), "past"),
    ],
)
def test_how_far_off_a_day_is_in_words(now: date, last: date, said: str) -> None:
    assert words.left(working_days_between(now, last), last, now) == said


def test_with_nothing_today_the_deadlines_come_first_three_at_most(opened: Opened) -> None:
    lines = "".join(f"\n\n### {day}\n\n- Paper {day} is due by 5pm." for day in words.WEEKDAYS[:5])
    opened({"briefing/due.md": f"# When Ofsted calls\n\n## ILACS inspection, week 1{lines}\n"})
    (ahead,) = next_up(drawing(date(2026, 12, 1), dates={Anchor.CALL: CALL}))
    assert ahead["title"] == words.DEADLINES
    assert ahead["detail"] == words.NOTHING_TODAY
    assert len(ahead["cards"]) == 3


def test_the_whole_title_of_the_paper_is_said(opened: Opened) -> None:
    assert "‘When Ofsted calls (October 2024)’" in texts(opened())


def test_another_kind_says_that_the_dates_given_stay(opened: Opened) -> None:
    send = "# SEND\n\n## Area SEND inspection, week 1\n\n### Monday\n\n- The call comes at 9am.\n"
    app = opened(FILES | {"briefing/send.md": send})
    keep(dates={Anchor.RECEIPT: date(2026, 11, 2)})
    again(app).selectbox(key="inspection-kind").set_value(InspectionType.AREA_SEND)
    said = texts(again(app))
    assert "by the dates already given (Report received 2 November 2026)" in said


def test_a_report_received_before_the_call_is_said_to_be_wrong(opened: Opened) -> None:
    app = opened()
    keep(dates={Anchor.CALL: CALL, Anchor.RECEIPT: date(2026, 12, 1)})
    (said,) = [each.value for each in again(app).warning]
    assert "Report received (Tuesday 1 December 2026) is before" in said
    assert "Both are kept" in said
    keep(dates={Anchor.CALL: CALL, Anchor.RECEIPT: date(2026, 12, 22)})
    (said,) = [each.value for each in again(app).warning]
    assert "is before Last day on site (Friday 25 December 2026)" in said, "by the board"
    keep(dates={Anchor.CALL: CALL, Anchor.RECEIPT: date(2027, 2, 1)})
    assert not again(app).warning


def test_the_calendar_is_noted_and_what_has_gone_is_cancelled(opened: Opened) -> None:
    opened()
    keep(dates={Anchor.CALL: CALL})
    shown = seen(IndexReader(settings().index))
    first = calendar(shown)
    note(shown)
    given = record().read().events
    assert first.count(b"BEGIN:VEVENT") == len(given) > 3
    gone = {"gone@x": KeptEvent("We did this.", date(2099, 1, 1), date(2099, 1, 1))}
    record().remember({}, {**given, **gone})
    second = calendar(shown)
    note(shown)
    assert second.count(b"STATUS:CANCELLED") == 1
    assert record().read().events == given | gone, "until it is over"
    assert {each.what for each in record().read().duties.values()} >= {"We hear initial feedback."}


def test_a_calendar_taken_where_nothing_may_change_notes_nothing(opened: Opened) -> None:
    opened(changes="false")
    keep(dates={Anchor.CALL: CALL})
    assert b"BEGIN:VEVENT" in calendar(seen(IndexReader(settings().index)))
    assert record().read().events == {}


def test_who_in_the_paper_is_not_the_owner(opened: Opened) -> None:
    opened({"briefing/calls.md": "# When Ofsted calls\n\n## ILACS inspection, week 1\n\n"
            "### Tuesday\n\n- We send the data lists by 5pm.\n"})  # fmt: skip
    shown = drawing(CALL)
    told = dict(zip(words.COLUMNS, table_rows(shown)[0]["cells"], strict=False))
    assert (told["Who, in the paper"], told["Owner"]) == ("We", "")


def test_periods_are_listed_by_event_and_dated_in_working_days(opened: Opened) -> None:
    opened()
    unknown = drawing(CALL)
    (section,) = periods(unknown, unknown.table.events)
    assert section["title"] == "Counted from receipt of the report"
    assert section["detail"] == words.EVENT_UNKNOWN
    assert section["cards"][0]["date"] == ""
    known = drawing(CALL, dates={Anchor.RECEIPT: date(2017, 4, 7)})
    (section,) = periods(known, known.table.events)
    assert section["detail"] == "Friday 7 April 2017"
    (card,) = section["cards"]
    assert card["when"].startswith("Within 30 working days of")
    assert card["date"].startswith("Wednesday 24 May 2017")


def test_the_agreed_timetable_leads_and_the_rest_is_usual(opened: Opened) -> None:
    opened(FILES | {"briefing/agreed.md": AGREED})
    held = Register.of_index(settings().index).documents()
    agreed = next(each.id for each in held if "agreed" in each.file)
    first, second = drawing(CALL, agreed=agreed).weeks()
    (sent,) = first["columns"][2]["cards"]
    assert (sent["what"], sent["usual"]) == ("We send the data lists by 5pm.", "")
    assert sent["others_label"] == words.USUALLY
    assert sent["others"][0]["text"].startswith("Week 1, Tuesday, by 17:00")
    (parked,) = first["columns"][1]["cards"]
    assert (parked["what"], parked["usual"]) == (
        "Cars are parked behind the town hall.",
        words.USUAL,
    )
    assert len(first["columns"][0]["cards"]) == 1, "what both say alike is not said twice"
    assert second["columns"][4]["cards"][0]["usual"] == words.USUAL


def test_an_agreed_timetable_may_give_dates_in_place_of_weeks(opened: Opened) -> None:
    app = opened(FILES | {"briefing/agreed.md": WITH_DATES})
    keep(dates={Anchor.CALL: CALL})
    held = Register.of_index(settings().index).documents()
    agreed = next(each.id for each in held if "agreed" in each.file)
    offered = again(app).selectbox(key="inspection-agreed").options
    assert any(each.startswith("Timetable agreed") for each in offered)
    keep(agreed=agreed)
    again(app)
    assert columns(board(app)[1])["Tuesday"] == ["Tue 22 Dec 16:00 Keep in touch meeting"]


def test_an_agreed_timetable_that_nobody_chose_is_pointed_out_and_does_not_lead(
    opened: Opened,
) -> None:
    app = opened(FILES | {"briefing/agreed.md": AGREED})
    assert "If it is of this inspection, choose it" in texts(app)
    assert "We send the data lists by 5pm." in columns(board(app)[0])["Tuesday"]
    held = Register.of_index(settings().index).documents()
    keep(agreed=next(each.id for each in held if "agreed" in each.file))
    assert "If it is of this inspection" not in texts(again(app))
    assert columns(board(app)[0])["Wednesday"] == ["We send the data lists by 5pm."]


def test_the_table_holds_every_step_and_copies_with_tabs(opened: Opened) -> None:
    opened()
    shown = drawing(CALL, dates={Anchor.CALL: CALL})
    rows = table_rows(shown)
    assert len(rows) == len(shown.table.steps)
    head, call, *_ = as_text(rows).splitlines()
    assert head.split("\t") == list(words.COLUMNS)
    told = dict(zip(words.COLUMNS, call.split("\t"), strict=True))
    assert (told["Week"], told["Day"], told["Date"]) == ("1", "Monday", "14 December 2026")
    assert (told["When"], told["What"]) == ("By 09:30", "Ofsted calls the Director by 9.30am.")


def test_clearing_can_be_undone_and_keeps_the_owners(opened: Opened) -> None:
    app = opened()
    keep(dates={Anchor.CALL: CALL})
    record().set_owners({"a": "Amina Khan"})
    again(app)
    app.button(key="clear-inspection").click()
    again(app)
    assert record().read() == ThisInspection(owners={"a": "Amina Khan"})
    app.button(key="outcome-undo").click()
    again(app)
    assert record().read().call == CALL


def test_read_only_looks_at_any_kind_and_changes_nothing(opened: Opened) -> None:
    papers = FILES | {
        "briefing/send.md": "# Area SEND inspection\n\nTower Hamlets Council\n\n## Area SEND "
        "inspection, week 1\n\n### Monday\n\n- The call comes at 9am.\n"
    }
    app = opened(papers, changes="false")
    assert words.READ_ONLY_SET in [each.value for each in app.info]
    (call,) = board(app)[0]["columns"][0]["cards"]
    assert (call["who"], call["owner"]) == ("", None)
    step = next(s for s in steps_held(IndexReader(settings().index), "") if s.step.time == "09:30")
    record().set_owners({step.key: "Amina Khan"})
    (call,) = board(again(app))[0]["columns"][0]["cards"]
    assert (call["who"], call["owner"]) == ("Owner: Amina Khan", None)
    record().set_owners({step.key: ""})
    assert not drawn(app, "days")
    app.selectbox(key="inspection-kind").set_value(InspectionType.AREA_SEND)
    again(app)
    assert columns(board(app)[0])["Monday"] == ["The call comes at 9am."]
    assert record().read() == ThisInspection()


def test_a_kind_of_inspection_is_kept_for_every_session(opened: Opened) -> None:
    send = "# SEND\n\n## Area SEND inspection, week 1\n\n### Monday\n\n- The call comes at 9am.\n"
    app = opened(FILES | {"briefing/send.md": send})
    app.selectbox(key="inspection-kind").set_value(InspectionType.AREA_SEND)
    again(app)
    other = again(AppTest.from_file(str(APP), default_timeout=20))
    assert columns(board(other)[0])["Monday"] == ["The call comes at 9am."]
