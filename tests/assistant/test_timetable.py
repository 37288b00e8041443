"""The timetable dated from the call: literal days and their marks, deadlines, whose paper leads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.timetable import (
    Timetable,
    deadlines,
    missing_events,
    on_day,
    timetable,
    usual_beside,
)
from assistant.timetables.dated_steps import Mark, SourcedStep
from assistant.timetables.papers import editions, types_with_steps
from core.dates import PartialDate
from core.documents import NATIONAL
from core.inspection_steps import Anchor, Direction, InspectionType, Period, Unit
from core.this_inspection import ThisInspection
from tests.assistant.steps_made import (
    ARRIVE,
    BOARD,
    CALL,
    FEEDBACK,
    LISTS,
    OURS,
    SETTLED,
    SHORT,
    TALKS,
    a_step,
    dated,
    table_of,
)
from tests.support import a_document

CHRISTMAS_WEEK = date(2026, 12, 14)
BEFORE_EASTER = date(2027, 3, 22)


def counted(amount: int, unit: Unit, direction: Direction, anchor: Anchor) -> SourcedStep:
    """A step told by its distance from an event."""
    period = Period(amount, unit, direction, anchor.value, anchor)
    return a_step(f"Something happens {period}.", period=period)


REPORT = counted(30, Unit.WORKING_DAYS, Direction.WITHIN, Anchor.RECEIPT)
COMMENTS = counted(10, Unit.WORKING_DAYS, Direction.WITHIN, Anchor.CALL)
READY = counted(3, Unit.WORKING_DAYS, Direction.AT_LEAST_BEFORE, Anchor.ARRIVAL)


def test_a_call_before_christmas_ends_on_christmas_day_and_says_so() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    assert dated(table, CALL).days == (CHRISTMAS_WEEK,)
    assert dated(table, LISTS).days == (date(2026, 12, 15),)
    assert dated(table, TALKS).days == tuple(date(2026, 12, day) for day in (22, 23, 24))
    last = dated(table, FEEDBACK)
    assert last.days == (date(2026, 12, 25),)
    assert last.marks == (Mark.BANK_HOLIDAY,)
    assert last.holiday == "Christmas Day"
    assert [each for each in table.steps if each.marks] == [last]
    assert not table.call_off_monday


def test_a_call_before_easter_arrives_on_easter_monday_and_says_so() -> None:
    table = table_of(*BOARD, call=BEFORE_EASTER)
    arrival = dated(table, ARRIVE)
    assert arrival.days == (date(2027, 3, 29),)
    assert arrival.marks == (Mark.BANK_HOLIDAY,)
    assert arrival.holiday == "Easter Monday"
    assert dated(table, FEEDBACK).days == (date(2027, 4, 2),)
    assert [each for each in table.steps if each.marks] == [arrival]


def test_the_day_that_stands_in_for_boxing_day_is_called_so() -> None:
    ready = a_step("We hand in the documents.", weeks=(1,), days=(0,))
    found = dated(table_of(ready, call=date(2026, 12, 28)), ready)
    assert found.holiday == "Boxing Day (substitute day)"


@pytest.mark.parametrize(
    ("direction", "said"),
    [
        (Direction.WITHIN, "within 30 days (the paper does not say of what)"),
        (Direction.AFTER, "30 days later (the paper does not say after what)"),
        (Direction.BEFORE, "30 days before (the paper does not say before what)"),
        (Direction.AT_LEAST_BEFORE, "at least 30 days before (the paper does not say before what)"),
    ],
)
def test_a_period_of_no_event_says_so_plainly(direction: Direction, said: str) -> None:
    assert str(Period(30, Unit.DAYS, direction)) == said


def test_good_friday_in_the_week_of_the_call_is_marked() -> None:
    ready = a_step("We hand in the documents.", weeks=(1,), days=(4,), deadline=True)
    found = dated(table_of(ready, call=BEFORE_EASTER), ready)
    assert found.days == (date(2027, 3, 26),)
    assert found.holiday == "Good Friday"


@pytest.mark.parametrize(
    ("call", "arrival", "receipt", "ends"),
    [
        # The 25th and the 28th of December and New Year's Day are bank holidays.
        (CHRISTMAS_WEEK, date(2026, 12, 21), date(2027, 1, 29),
         (date(2026, 12, 30), date(2026, 12, 16), date(2027, 3, 12))),
        # Good Friday and Easter Monday, and both May bank holidays before the report's end.
        (BEFORE_EASTER, date(2027, 3, 29), date(2027, 4, 19),
         (date(2027, 4, 7), date(2027, 3, 23), date(2027, 6, 2))),
    ],
)  # fmt: skip
def test_deadlines_in_working_days_pass_over_the_holidays(
    call: date, arrival: date, receipt: date, ends: tuple[date, ...]
) -> None:
    events = {Anchor.ARRIVAL: arrival, Anchor.RECEIPT: receipt}
    table = table_of(*BOARD, COMMENTS, READY, REPORT, call=call, dates=events)
    assert tuple(dated(table, each).days for each in (COMMENTS, READY, REPORT)) == tuple(
        (each,) for each in ends
    )


def test_a_call_on_wednesday_carries_on_and_says_so() -> None:
    table = table_of(*BOARD, call=date(2026, 11, 18))
    assert table.call_off_monday
    assert [week.monday for week in table.weeks] == [date(2026, 11, 16), date(2026, 11, 23)]
    assert dated(table, CALL).days == (date(2026, 11, 16),)
    assert dated(table, FEEDBACK).days == (date(2026, 11, 27),)
    early = [each.source for each in table.steps if Mark.BEFORE_CALL in each.marks]
    assert early == [CALL, LISTS]


def test_years_past_the_published_list_are_marked() -> None:
    table = table_of(*BOARD, call=date(2035, 12, 10))
    assert all(each.marks == (Mark.HOLIDAYS_UNKNOWN,) for each in table.steps if each.days)
    # Counted back over New Year's Day of a year whose holidays are unknown.
    over = {Anchor.ARRIVAL: date(2029, 1, 3)}
    assert dated(table_of(READY, dates=over), READY).marks == (Mark.HOLIDAYS_UNKNOWN,)


def test_without_a_call_there_are_weeks_and_weekdays_but_no_dates() -> None:
    table = table_of(*BOARD)
    assert [week.number for week in table.weeks] == [1, 2]
    assert [day for day, _ in table.weeks[1].by_day] == [0, 1, 4]
    assert not any(each.days or each.marks for each in table.steps)


def test_a_step_without_a_day_gets_no_date() -> None:
    table = table_of(*BOARD, call=CHRISTMAS_WEEK)
    assert [each.source for each in table.weeks[0].without_day] == [SETTLED]
    assert dated(table, SETTLED).days == ()


@given(some.dates(date(2012, 1, 9), date(2034, 1, 1)))
def test_a_weekday_is_the_literal_weekday_of_its_week(call: date) -> None:
    table = table_of(*BOARD, call=call)
    assert [each.source for each in table.steps] == [each.source for each in table_of(*BOARD).steps]
    for each in table.steps:
        assert tuple(day.weekday() for day in each.days) == each.step.days
        monday = call - timedelta(call.weekday())
        assert all((day - monday).days // 7 + 1 == each.step.weeks[0] for day in each.days)


def test_the_newer_paper_about_us_leads_and_the_nations_comes_last() -> None:
    older = a_document("briefing/older.md", about="Tower Hamlets", published=PartialDate(2020))
    nations = a_document("framework-guidance/n.md", about=NATIONAL, published=PartialDate(2026))
    passing = a_document("minutes/passing.md", about="Tower Hamlets", published=PartialDate(2026))
    two = (("Inspectors arrive.", 0), ("We hear feedback.", 4))
    steps = [
        *(a_step(what, each, weeks=(2,), days=(day,)) for each in (nations, older, OURS)
          for what, day in two),
        a_step("Inspectors arrive.", passing, weeks=(2,), days=(0,)),
    ]  # fmt: skip
    assert editions(steps, SHORT) == (OURS, older, nations, passing)


def test_steps_of_another_kind_of_inspection_stay_out() -> None:
    visit = a_step("Inspectors visit.", weeks=(1,), days=(2,), inspection=InspectionType.JTAI)
    table = table_of(*BOARD, visit)
    assert visit not in [each.source for each in table.steps]
    # ILACS that is not said to be of one kind holds for both.
    either = a_step("Ofsted rings.", weeks=(1,), days=(0,), inspection=InspectionType.ILACS)
    assert either in [each.source for each in table_of(*BOARD, either).steps]


def test_only_kinds_with_steps_are_offered() -> None:
    visit = a_step("Inspectors visit.", weeks=(1,), days=(2,), inspection=InspectionType.JTAI)
    ilacs = a_step("Ofsted rings.", weeks=(1,), days=(0,), inspection=InspectionType.ILACS)
    unsaid = a_step("They meet.", weeks=(1,), inspection=InspectionType.UNSAID)
    assert types_with_steps([visit, CALL, ilacs, unsaid]) == (SHORT, InspectionType.JTAI)
    assert types_with_steps([ilacs]) == (InspectionType.ILACS,)
    assert types_with_steps([]) == ()


AGREED = a_document(
    "other/agreed.md", title="Agreed with the lead inspector", about="Tower Hamlets"
)


def agreed_board() -> tuple[SourcedStep, ...]:
    return (
        a_step("Inspectors arrive and hear our presentation.", AGREED, weeks=(2,), days=(1,),
               time="13:00"),
        a_step("We hear initial feedback.", AGREED, weeks=(2,), days=(4,)),
        a_step("We hold a lunch for foster carers.", AGREED, weeks=(2,), days=(2,)),
    )  # fmt: skip


def test_the_agreed_timetable_leads_and_the_usual_stands_beside_it() -> None:
    arrive, feedback, lunch = agreed_board()
    steps = (*BOARD, arrive, feedback, lunch)
    assert table_of(*steps).edition == OURS
    table = table_of(*steps, call=CHRISTMAS_WEEK, agreed=AGREED.id)
    assert table.edition == AGREED
    assert [each.source for each in table.steps] == [arrive, lunch, feedback]
    assert dated(table, arrive).days == (date(2026, 12, 22),)
    assert dated(table, arrive).otherwise == (ARRIVE,)
    assert dated(table, feedback).otherwise == ()
    assert dated(table, lunch).otherwise == ()


def test_a_timetable_agreed_that_nobody_chose_does_not_lead() -> None:
    added = a_document(
        "minutes/agreed.md",
        title="Timetable agreed with the lead inspector",
        about="Tower Hamlets",
        published=PartialDate(2026, 12),
    )
    steps = (
        *BOARD,
        a_step("Inspectors arrive.", added, weeks=(2,), days=(1,)),
        a_step("We hear initial feedback.", added, weeks=(2,), days=(3,)),
    )
    assert table_of(*steps).edition == OURS
    assert table_of(*steps, agreed=added.id).edition == added
    assert editions(steps, SHORT) == (OURS, added), "it can be chosen"


def test_a_deadline_before_the_arrival_may_lie_before_the_call_and_says_so() -> None:
    month = counted(10, Unit.WORKING_DAYS, Direction.AT_LEAST_BEFORE, Anchor.ARRIVAL)
    before = counted(2, Unit.WORKING_DAYS, Direction.BEFORE, Anchor.CALL)
    table = table_of(*BOARD, month, before, call=CHRISTMAS_WEEK)
    assert dated(table, month).marks == (Mark.BEFORE_CALL,)
    assert dated(table, before).marks == (), "what is counted back from the call is before it"
    assert month not in [each.source for each in deadlines(table, date(2026, 12, 1))]
    off_monday = table_of(*BOARD, call=date(2026, 12, 16))
    assert on_day(off_monday, date(2026, 12, 15)) == (), "nothing is due before the call"


def test_the_edition_chosen_leads_unless_one_is_agreed() -> None:
    other = a_document("briefing/other.md", about="Tower Hamlets", published=PartialDate(2020))
    chosen = a_step("Ofsted rings.", other, weeks=(1,), days=(1,))
    steps = (*BOARD, chosen, *agreed_board())
    assert table_of(*steps, edition=other.id).edition == other
    assert table_of(*steps, edition=other.id, agreed=AGREED.id).edition == AGREED
    # A paper that is no longer held leads nothing.
    assert table_of(*steps, edition="gone", agreed="gone").edition == OURS


def test_what_is_due_next_is_counted_in_working_days() -> None:
    table = table_of(*BOARD, COMMENTS, call=CHRISTMAS_WEEK)
    today = date(2026, 12, 15)
    assert [each.source for each in deadlines(table, today)] == [LISTS, COMMENTS]
    assert [each.left(today) for each in deadlines(table, today)] == [0, 9]
    assert [each.source for each in on_day(table, today)] == [LISTS]
    assert [each.source for each in deadlines(table, date(2026, 12, 16))] == [COMMENTS]


def test_a_friday_deadline_is_over_on_saturday() -> None:
    friday = a_step("We send the rest by Friday.", weeks=(1,), days=(4,), deadline=True)
    found = dated(table_of(friday, call=CHRISTMAS_WEEK), friday)
    assert found.left(date(2026, 12, 18)) == 0
    assert (found.left(date(2026, 12, 19)) or 0) < 0


def test_events_that_lack_a_date_are_named() -> None:
    table = table_of(*BOARD, REPORT, COMMENTS, READY)
    assert missing_events(table) == (Anchor.CALL, Anchor.ARRIVAL, Anchor.RECEIPT)
    table = table_of(*BOARD, REPORT, COMMENTS, READY, call=CHRISTMAS_WEEK)
    assert missing_events(table) == (Anchor.RECEIPT,)


def test_arrival_is_the_boards_own_unless_its_date_is_set() -> None:
    before = a_step("Send the rota before the inspectors arrive.", weeks=(1,), days=(2,))
    table = table_of(*BOARD, before, READY, call=CHRISTMAS_WEEK)
    assert table.events[Anchor.ARRIVAL] == date(2026, 12, 21)
    assert table.events[Anchor.LAST_DAY] == date(2026, 12, 25)
    assert dated(table, READY).days == (date(2026, 12, 16),)
    moved = {Anchor.ARRIVAL: date(2027, 1, 11)}
    assert dated(table_of(*BOARD, READY, call=CHRISTMAS_WEEK, dates=moved), READY).days == (
        date(2027, 1, 6),
    )


def test_beside_an_agreed_timetable_the_usual_paper_says_what_is_left() -> None:
    agreed = agreed_board()
    beside = usual_beside((*BOARD, *agreed), ThisInspection(SHORT, agreed=AGREED.id), SHORT)
    assert beside is not None
    assert beside.edition == OURS
    assert {each.source for each in beside.steps} == {CALL, LISTS, SETTLED, TALKS}
    assert usual_beside((*BOARD, *agreed), ThisInspection(SHORT), SHORT) is None


def test_weeks_of_no_kind_are_not_shown_as_another_kinds() -> None:
    unsaid = a_step("They ring.", weeks=(1,), days=(0,), inspection=InspectionType.UNSAID)
    assert editions([unsaid], SHORT) == (OURS,)
    assert editions([unsaid], InspectionType.AREA_SEND) == ()
    table = timetable([unsaid], ThisInspection(InspectionType.AREA_SEND), SHORT)
    assert table.weeks == ()


def test_days_and_small_words_alone_make_no_disagreement() -> None:
    other = a_document("briefing/other.md", about="Tower Hamlets")
    ends = a_step("The first week of inspection ends.", other, weeks=(3,), days=(4,))
    assert not any(each.otherwise for each in table_of(*BOARD, ends, edition=OURS.id).steps)


def test_both_ends_of_a_period_are_dated() -> None:
    period = Period(25, Unit.DAYS, Direction.AFTER, "the visit", Anchor.LAST_DAY, up_to=35)
    step = a_step("Ofsted publishes its letter 25 to 35 days after.", period=period)
    found = dated(table_of(step, dates={Anchor.LAST_DAY: date(2026, 10, 1)}), step)
    assert found.days == (date(2026, 10, 26), date(2026, 11, 5))


def test_an_owner_filled_in_is_kept_by_the_step_in_a_new_version_of_its_paper() -> None:
    table = table_of(*BOARD, owners={LISTS.key: "Head of data"})
    assert [each.owner for each in table.steps if each.owner] == ["Head of data"]
    assert dated(table, LISTS).owner == "Head of data"
    moved = a_document("briefing/ours.md", version="v2", title="Renamed", about="Tower Hamlets")
    again = a_step(LISTS.step.what, moved, weeks=(1,), days=(2,))
    assert dated(table_of(again, owners={LISTS.key: "Head of data"}), again).owner == "Head of data"


def test_no_steps_make_an_empty_timetable() -> None:
    table: Timetable = timetable([], ThisInspection(), SHORT)
    assert (table.edition, table.weeks, table.steps) == (None, (), ())
    assert deadlines(table, date(2026, 12, 15)) == ()
