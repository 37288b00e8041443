"""Working days of England, against the bank holidays that GOV.UK published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.timetables.working_days import (
    bank_holidays,
    date_of,
    holidays_known_for,
    is_working_day,
    working_days_between,
    working_days_on,
)
from core.inspection_steps import Direction, Period, Unit

# From www.gov.uk/bank-holidays, England and Wales; substitute days where a holiday is on a weekend.
OF_2017 = {
    date(2017, 1, 2),
    date(2017, 4, 14),
    date(2017, 4, 17),
    date(2017, 5, 1),
    date(2017, 5, 29),
    date(2017, 8, 28),
    date(2017, 12, 25),
    date(2017, 12, 26),
}
OF_2026 = {
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 4),
    date(2026, 5, 25),
    date(2026, 8, 31),
    date(2026, 12, 25),
    date(2026, 12, 28),
}
OF_2027 = {
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 8, 30),
    date(2027, 12, 27),
    date(2027, 12, 28),
}
days = some.dates(date(2012, 6, 1), date(2028, 6, 1))
amounts = some.integers(1, 120)


def after(amount: int, unit: Unit, direction: Direction = Direction.WITHIN) -> Period:
    return Period(amount, unit, direction)


@pytest.mark.parametrize(("year", "published"), [(2017, OF_2017), (2026, OF_2026), (2027, OF_2027)])
def test_the_bank_holidays_are_those_of_govuk(year: int, published: set[date]) -> None:
    assert {each for each in bank_holidays() if each.year == year} == published


@pytest.mark.parametrize(
    ("length", "event", "end"),
    [
        (after(70, Unit.WORKING_DAYS), date(2017, 4, 7), date(2017, 7, 20)),
        (after(70, Unit.DAYS), date(2017, 4, 7), date(2017, 6, 16)),
        (after(1, Unit.WORKING_DAYS), date(2026, 12, 24), date(2026, 12, 29)),
        (after(1, Unit.WORKING_DAYS), date(2027, 3, 25), date(2027, 3, 30)),
        (after(1, Unit.WORKING_DAYS), date(2026, 12, 25), date(2026, 12, 29)),
        (after(3, Unit.WORKING_DAYS, Direction.BEFORE), date(2027, 3, 30), date(2027, 3, 23)),
        (after(3, Unit.WORKING_DAYS, Direction.AT_LEAST_BEFORE), date(2027, 3, 29),
         date(2027, 3, 23)),
        (after(2, Unit.WEEKS), date(2026, 12, 14), date(2026, 12, 28)),
        (after(3, Unit.MONTHS), date(2026, 11, 30), date(2027, 2, 28)),
        (after(1, Unit.YEARS), date(2028, 2, 29), date(2029, 2, 28)),
        (after(24, Unit.HOURS), date(2026, 12, 14), date(2026, 12, 15)),
        (after(36, Unit.HOURS), date(2026, 12, 14), date(2026, 12, 16)),
        (after(36, Unit.HOURS, Direction.BEFORE), date(2026, 12, 14), date(2026, 12, 12)),
    ],
)  # fmt: skip
def test_a_period_ends_on(length: Period, event: date, end: date) -> None:
    assert date_of(length, event) == end


@given(days, amounts, some.sampled_from([1, -1]))
def test_counting_on_and_counting_between_undo_each_other(day: date, amount: int, way: int) -> None:
    found = working_days_on(day, way * amount)
    assert is_working_day(found)
    assert found.weekday() < 5
    assert found not in bank_holidays()
    if way > 0:
        assert working_days_between(day, found) == amount
    else:
        # The event's day does not count, working or not; the day found does.
        passed = [found + timedelta(n) for n in range((day - found).days)]
        assert sum(map(is_working_day, passed)) == amount


@given(days, amounts)
def test_one_day_more_is_the_next_working_day(day: date, amount: int) -> None:
    one, next_one = working_days_on(day, amount), working_days_on(day, amount + 1)
    between = [one + timedelta(n) for n in range(1, (next_one - one).days)]
    assert next_one > one
    assert not any(map(is_working_day, between))


@given(days, days)
def test_days_left_are_counted_one_by_one(first: date, last: date) -> None:
    first, last = sorted((first, last))
    last = min(last, first + timedelta(100))
    counted = [first + timedelta(n) for n in range(1, (last - first).days + 1)]
    assert working_days_between(first, last) == sum(map(is_working_day, counted))
    assert working_days_between(last, first) == -working_days_between(first, last)


def test_today_has_no_days_left_whatever_day_it_is() -> None:
    for day in (date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)):
        assert working_days_between(day, day) == 0


def test_holidays_are_known_for_the_years_of_the_list_only() -> None:
    assert holidays_known_for(date(2026, 12, 31))
    assert not holidays_known_for(date(2011, 12, 31))
    assert not holidays_known_for(date(max(bank_holidays()).year + 1, 1, 1))
