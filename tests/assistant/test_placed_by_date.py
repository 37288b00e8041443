"""A timetable that gives dates stands in the weeks of the inspection that they fall in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.timetables.dated_steps import SourcedStep
from assistant.timetables.papers import editions
from assistant.timetables.placed_by_date import placed_by_date
from tests.assistant.steps_made import BOARD, OURS, SHORT, a_step, dated, table_of
from tests.support import a_document

CALL = date(2026, 12, 14)
OF_OURS = a_document("other/dates.md", title="Programme", about="Tower Hamlets")
KIT = a_step("Tue 22 Dec 08:45 KIT meeting", OF_OURS, days=(1,), time="08:45")
ARRIVE = a_step("Mon 21 Dec 09:00 Inspectors arrive", OF_OURS, days=(0,), time="09:00")


def weeks(step: SourcedStep, call: date | None = CALL) -> tuple[int, ...]:
    (placed,) = placed_by_date([step], call)
    return placed.step.weeks


@given(some.integers(0, 7 * 8 - 1), some.sampled_from(("%d %B", "%d %b %Y", "%dth of %B")))
def test_every_day_of_the_inspection_is_in_its_week(after: int, form: str) -> None:
    day = CALL + timedelta(days=after)
    step = a_step(f"{day:%A} {day.strftime(form)}: Something happens.", days=(day.weekday(),))
    assert weeks(step) == (after // 7 + 1,)


def test_a_new_year_is_the_next_one() -> None:
    assert weeks(a_step("Fri 8 Jan 14:00 Feedback", days=(4,))) == (4,)


@pytest.mark.parametrize(
    "told",
    ["Mon 22 Dec 09:00 Arrive", "Mon 31 Nov: Arrive", "Monday 7 December: Arrive", "Monday: Arrive",
     "Mon 21 Dec 2025: Arrive"],
)  # fmt: skip
def test_what_does_not_fit_is_left_without_a_week(told: str) -> None:
    assert weeks(a_step(told, days=(0,))) == ()


def test_without_a_call_nothing_is_placed() -> None:
    assert weeks(ARRIVE, None) == ()


def test_it_leads_only_once_chosen() -> None:
    steps = placed_by_date((*BOARD, ARRIVE, KIT), CALL)
    assert editions(steps, SHORT) == (OURS, OF_OURS)
    table = table_of(*steps, call=CALL, agreed=OF_OURS.id)
    assert table.edition == OF_OURS
    kit = next(each for each in steps if each.key == KIT.key)
    assert dated(table, kit).days == (date(2026, 12, 22),)
