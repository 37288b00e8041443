"""The calendar file: what a calendar program reads in it, and that a second one moves events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from assistant.timetable import Timetable, timetable, usual_beside
from assistant.timetables.export import events_given, ics
from core.inspection_steps import Anchor, Direction, Period, Unit
from core.this_inspection import ThisInspection
from tests.assistant.steps_made import (
    ARRIVE,
    BOARD,
    CALL,
    FEEDBACK,
    LISTS,
    OURS,
    SHORT,
    TALKS,
    a_step,
    table_of,
)
from tests.support import a_document

LONDON = ZoneInfo("Europe/London")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHRISTMAS_WEEK = date(2026, 12, 14)
IN_SUMMER = date(2026, 6, 8)


def read(table: Timetable, now: datetime = NOON) -> list[Event]:
    """The events of the file, as another program reads them."""
    return Calendar.from_ical(ics(table, now)).events


def event_of(table: Timetable, words: str) -> Event:
    """The one event whose description quotes these words."""
    (found,) = (each for each in read(table) if f"“{words}”" in str(each["description"]))
    return found


def test_each_dated_step_is_an_event_and_an_undated_one_is_none() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    assert len(read(table)) == len([each for each in table.steps if each.days]) == 5
    assert read(table_of(*BOARD)) == []


def test_a_time_is_londons_in_winter_and_summer() -> None:
    winter = event_of(table_of(*BOARD, call=CHRISTMAS_WEEK), ARRIVE.step.what)
    assert winter.start == datetime(2026, 12, 21, 10, tzinfo=LONDON)
    assert winter.end == datetime(2026, 12, 21, 11, 30, tzinfo=LONDON)
    summer = event_of(table_of(*BOARD, call=IN_SUMMER), ARRIVE.step.what)
    assert summer.start.astimezone(UTC) == datetime(2026, 6, 15, 9, tzinfo=UTC)


@pytest.mark.parametrize("year", [2024, 2026, 2027, 2035])
def test_the_files_own_time_zone_is_british_time(year: int) -> None:
    file = Calendar.from_ical(ics(table_of(*BOARD, call=CHRISTMAS_WEEK), NOON))
    (zone,) = file.timezones
    assert zone.tz_name == "Europe/London"
    # As a program that knows no 'Europe/London' works it out.
    ours, first = zone.to_tz(lookup_tzid=False), datetime(year, 1, 1)  # noqa: DTZ001
    for hour in range(365 * 24):
        moment = first + timedelta(hours=hour)
        real = moment.replace(tzinfo=LONDON)
        there = real.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == moment
        if there and real.utcoffset() == real.replace(fold=1).utcoffset():
            assert moment.replace(tzinfo=ours).utcoffset() == real.utcoffset(), moment


def test_days_in_a_row_are_one_event_and_a_time_on_each_of_them_several() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    talks = event_of(table, TALKS.step.what)
    assert (talks.start, talks.end) == (date(2026, 12, 22), date(2026, 12, 25))
    daily = a_step("The lead meets us daily.", weeks=(2,), days=(1, 2), time="17:00")
    starts = [each.start for each in read(table_of(daily, call=CHRISTMAS_WEEK))]
    assert starts == [datetime(2026, 12, day, 17, tzinfo=LONDON) for day in (22, 23)]
    apart = a_step("We meet twice.", weeks=(2,), days=(0, 3))
    starts = [each.start for each in read(table_of(apart, call=CHRISTMAS_WEEK))]
    assert starts == [date(2026, 12, 21), date(2026, 12, 24)]


def test_a_deadline_says_so_and_blocks_nobodys_day() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    lists = event_of(table, LISTS.step.what)
    assert str(lists["summary"]).startswith("Due: ")
    assert "by the end of the day" in str(lists["description"])
    assert (lists.start, lists.end) == (date(2026, 12, 15), date(2026, 12, 16))
    call = event_of(table, CALL.step.what)
    assert str(call["summary"]).startswith("By 09:30: ")
    assert call.start == datetime(2026, 12, 14, 9, 30, tzinfo=LONDON)
    assert [str(each["transp"]) for each in (lists, call)] == ["TRANSPARENT"] * 2


def test_the_description_has_the_words_the_source_the_owner_and_the_marks() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK, owners={FEEDBACK.key: "A. Lead"})
    said = str(event_of(table, FEEDBACK.step.what)["description"])
    assert "When they call (October 2024), slide 2" in said
    assert "Owner: A. Lead" in said
    assert "Christmas Day, a bank holiday: confirm with the lead inspector" in said
    assert "Calculated from the call on Monday 14 December 2026: Week 2, Friday" in said
    off_monday = table_of(*BOARD, call=date(2026, 12, 16))
    assert "call on Wednesday 16 December" in str(event_of(off_monday, CALL.step.what))


def test_a_paper_that_has_it_otherwise_is_named() -> None:
    other = a_document("briefing/o.md", title="The other paper", about="Tower Hamlets")
    later = a_step(FEEDBACK.step.what, other, weeks=(2,), days=(3,))
    event = event_of(table_of(*BOARD, later, call=CHRISTMAS_WEEK), FEEDBACK.step.what)
    said = "The other paper (undated), section 2 has it otherwise: Week 2, Thursday"
    assert said in str(event["description"])


def test_a_summary_is_short_however_long_the_paper_is() -> None:
    long = a_step("We send " + "one more thing, " * 40 + "today.", weeks=(1,), days=(1,))
    (event,) = read(table_of(long, call=CHRISTMAS_WEEK))
    assert len(str(event["summary"])) <= 82
    assert long.step.what in str(event["description"])


def test_a_period_is_dated_and_says_that_it_is_calculated() -> None:
    period = Period(70, Unit.WORKING_DAYS, Direction.WITHIN, "receipt", Anchor.RECEIPT)
    plan = a_step("The plan is due within 70 working days of receipt.", period=period)
    (event,) = read(table_of(plan, dates={Anchor.RECEIPT: date(2017, 4, 7)}))
    assert event.start == date(2017, 7, 20)
    assert "Calculated: within 70 working days of receipt" in str(event["description"])


def test_a_second_export_moves_the_events_of_the_first() -> None:
    daily = a_step("The lead meets us daily.", weeks=(2,), days=(1, 2), time="17:00")
    first = {each.uid: each for each in read(table_of(*BOARD, daily, call=CHRISTMAS_WEEK))}
    later = NOON + timedelta(seconds=1)
    second = {each.uid: each for each in read(table_of(*BOARD, daily, call=IN_SUMMER), later)}
    assert len(first) == 7
    assert first.keys() == second.keys()
    for uid, event in second.items():
        assert event["summary"] == first[uid]["summary"]
        assert event.start != first[uid].start
        assert event["sequence"] > first[uid]["sequence"]
        assert event.DTSTAMP > first[uid].DTSTAMP


def test_a_new_version_of_the_paper_moves_its_events_too() -> None:
    newer = a_document("briefing/ours.md", version="v2", about="Tower Hamlets")
    moved = a_step(LISTS.step.what, newer, weeks=(1,), days=(2,), deadline=True)
    (before,) = read(table_of(LISTS, call=CHRISTMAS_WEEK))
    (after,) = read(table_of(moved, call=CHRISTMAS_WEEK))
    assert before.uid == after.uid
    assert after.start - before.start == timedelta(days=1)


def test_steps_in_the_same_words_are_two_events() -> None:
    days = [a_step("Keeping-in-touch meeting.", page=str(day), weeks=(2,), days=(day,))
            for day in (1, 3)]  # fmt: skip
    events = read(table_of(*days, call=CHRISTMAS_WEEK))
    assert len({each.uid for each in events}) == 2
    again = read(table_of(*days, call=IN_SUMMER))
    assert [each.uid for each in events] == [each.uid for each in again]


def test_a_papers_odd_characters_break_no_line_of_the_file() -> None:
    odd = "BEGIN:VEVENT\r\nEND:VCALENDAR; meet, \\n \N{SNOWMAN} “then” " + "\N{SNOWMAN}" * 90
    step = a_step(odd, OURS, weeks=(1,), days=(1,))
    (event,) = read(table_of(step, call=CHRISTMAS_WEEK))
    assert "\N{SNOWMAN}" * 90 in str(event["description"])
    assert all(
        len(line) <= 75 for line in ics(table_of(step, call=CHRISTMAS_WEEK), NOON).splitlines()
    )


AGREED = a_document("minutes/agreed.md", title="Agreed", about="Tower Hamlets")


def agreed_boards(**more: Any) -> tuple[Timetable, Timetable]:
    """A board that the agreed timetable leads, and what it leaves out."""
    steps = (*BOARD, a_step(LISTS.step.what, AGREED, weeks=(1,), days=(2,), deadline=True))
    known = ThisInspection(SHORT, agreed=AGREED.id, dates={Anchor.CALL: CHRISTMAS_WEEK}, **more)
    usual = usual_beside(steps, known, SHORT)
    assert usual is not None
    return timetable(steps, known, SHORT), usual


def test_what_the_agreed_timetable_leaves_out_stays_in_the_calendar_as_usual() -> None:
    first = {each.uid for each in read(table_of(*BOARD, call=CHRISTMAS_WEEK))}
    table, usual = agreed_boards()
    events = Calendar.from_ical(ics(table, NOON, usual)).events
    assert {each.uid for each in events} == first, "nothing doubled, nothing left behind"
    assert len(events) == len(first)
    said = {str(each["summary"]): str(each["status"]) for each in events}
    assert said["Due: We send the lists by the end of Tuesday."] == "CONFIRMED"
    assert said["Usual: We hear initial feedback."] == "TENTATIVE"


def test_an_event_that_has_gone_is_cancelled_until_it_is_over_and_may_come_back() -> None:
    full, less = (table_of(*steps, call=CHRISTMAS_WEEK) for steps in (BOARD, BOARD[:-1]))
    before = events_given(full)
    (uid,) = before.keys() - events_given(less).keys()
    later = NOON + timedelta(days=1)
    events = {each.uid: each for each in Calendar.from_ical(ics(less, later, None, before)).events}
    assert events.keys() == before.keys()
    cancelled = events[uid]
    assert str(cancelled["status"]) == "CANCELLED"
    assert str(cancelled["summary"]) == "Cancelled: We hear initial feedback."
    assert (cancelled.start, cancelled.end) == (date(2026, 12, 25), date(2026, 12, 26))
    old = next(each for each in read(full) if each.uid == uid)
    assert cancelled["sequence"] > old["sequence"]
    assert [str(each["status"]) for each in events.values()].count("CANCELLED") == 1
    back = Calendar.from_ical(ics(full, later, None, before)).events
    assert {str(each["status"]) for each in back} == {"CONFIRMED"}
    over = datetime(2026, 12, 26, tzinfo=UTC)
    assert uid not in {e.uid for e in Calendar.from_ical(ics(less, over, None, before)).events}


def test_a_day_before_the_call_is_due_to_nobody() -> None:
    event = event_of(table_of(*BOARD, call=date(2026, 12, 16)), LISTS.step.what)
    assert str(event["summary"]).startswith("Before the call: We send")
    assert str(event["status"]) == "TENTATIVE"
    assert "came" not in str(event["description"])


def test_who_in_the_paper_and_the_owner_are_told_apart() -> None:
    leave = a_step("We leave.", weeks=(2,), days=(4,), who="We")
    owners = {leave.key: "Amina Khan"}
    event = event_of(table_of(leave, call=CHRISTMAS_WEEK, owners=owners), "We leave.")
    assert "Who, in the paper: We\nOwner: Amina Khan" in str(event["description"])


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        ics(table_of(*BOARD), NOON.replace(tzinfo=None))
