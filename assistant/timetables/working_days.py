"""Working days in England, by GOV.UK's list of bank holidays as the library carries it; offline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from dateutil.relativedelta import relativedelta

from core.inspection_steps import Direction, Period, Unit

BACK = (Direction.BEFORE, Direction.AT_LEAST_BEFORE)


HERE = ZoneInfo("Europe/London")


def today() -> date:
    """The day that it is in England."""
    return datetime.now(HERE).date()


@lru_cache(maxsize=1)
def bank_holidays() -> Mapping[date, str]:
    """Date -> name of each bank holiday of England that is published, from 2012 on."""
    # Not before it is asked for: the library loads an HTTP client that is never used.
    from govuk_bank_holidays.bank_holidays import BankHolidays  # noqa: PLC0415

    known = BankHolidays(use_cached_holidays=True)
    return {
        each["date"]: _title(each["title"], each["notes"])
        for each in known.get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    }


def _title(title: str, notes: str) -> str:
    """'Boxing Day (substitute day)' for the Monday that stands in for it."""
    return f"{title} ({notes[0].lower()}{notes[1:]})" if notes else title


def is_working_day(day: date) -> bool:
    """Neither a weekend nor a bank holiday (SI 2007/462 counts so)."""
    return bool(np.is_busday(day, busdaycal=_calendar()))


def holidays_known_for(day: date) -> bool:
    """Are the bank holidays of its year published?"""
    years = {each.year for each in bank_holidays()}
    return min(years) <= day.year <= max(years)


def working_days_on(day: date, amount: int) -> date:
    """The day so many working days after, back when negative; the day itself does not count.

    Ten working days on from any day of a weekend are ten from its Friday.
    """
    if amount >= 0:
        found = np.busday_offset(day, amount, roll="backward", busdaycal=_calendar())
    else:
        found = np.busday_offset(day, amount, roll="forward", busdaycal=_calendar())
    return date.fromisoformat(str(found))


def working_days_between(first: date, last: date) -> int:
    """How many working days come after `first` up to and with `last`; negative when it is over."""
    if last < first:
        return -working_days_between(last, first)
    one = timedelta(days=1)
    start, end = first + one, last + one
    return int(np.busday_count(start, end, busdaycal=_calendar()))


def date_of(period: Period, event: date) -> date:
    """The day at a period's end; of one in hours the event's own day or a later one."""
    amount = -period.amount if period.direction in BACK else period.amount
    if period.unit is Unit.WORKING_DAYS:
        return working_days_on(event, amount)
    if period.unit is Unit.HOURS:
        days, rest = divmod(period.amount, 24)
        days += rest > 0
        return event + timedelta(days=-days if amount < 0 else days)
    length = relativedelta(**{period.unit.value: amount})
    found: date = event + length
    return found


@lru_cache(maxsize=1)
def _calendar() -> np.busdaycalendar:
    return np.busdaycalendar(holidays=list(bank_holidays()))
