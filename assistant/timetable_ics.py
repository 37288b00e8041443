"""The timetable as a calendar file; a later file moves the events that an earlier one put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import TRANSP, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from assistant.dated_steps import DatedStep
from assistant.timetable import Timetable
from assistant.timetable_words import (
    is_due,
    notes,
    owner_words,
    quote_words,
    source_words,
    time_words,
)

LONDON = ZoneInfo("Europe/London")
PRODUCT = "-//Inspection Ready//Timetable//EN"
HOST = "timetable.inspection-ready"
"""What makes our ids unlike those of other calendars; no address of anyone."""
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the seconds since then: later files win, and 32 bits last until 2088."""
ONE_DAY = timedelta(days=1)
LONGEST_SUMMARY = 80
"""Characters that a calendar's month view and a phone's notification still show."""


def ics(table: Timetable, now: datetime) -> bytes:
    """A calendar file (RFC 5545) with an event for each step that has a date.

    An event's UID goes by its duty, so that a file made later, for another day of the call or by
    another paper, moves the events of an earlier one; its SEQUENCE and DTSTAMP are those of `now`.
    What is in no later file stays in the calendar. Raises ValueError where `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a calendar file needs the time with its time zone")
    label = f"{table.inspection.label}: timetable"
    name = f"{table.inspection.value or 'inspection'}@{HOST}"
    calendar = Calendar.new(prodid=PRODUCT, uid=name, name=label)
    calendar.add_component(_london())
    for step, uid in _with_uids(table.steps):
        for number, days in enumerate(_runs(step), start=1):
            name = uid if number == 1 else f"{uid}-day{number}"
            event = _event(step, days, table.call, f"{name}@{HOST}", now.astimezone(UTC))
            calendar.add_component(event)
    file: bytes = calendar.to_ical()
    return file


def _london() -> Timezone:
    """The rules of British time since 1996, without an end.

    By hand, since the library's own list of changes ends and begins each an hour too late.
    """
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    for part, name, start, month, before, after in (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), 3, 0, 1),  # noqa: DTZ001
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 10, 1, 0),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", start)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _with_uids(steps: Sequence[DatedStep]) -> Iterator[tuple[DatedStep, str]]:
    """Steps said in the same words are told apart by their order, which no date changes."""
    seen: dict[str, int] = {}
    for each in steps:
        key = each.duty or each.source.key
        seen[key] = seen.get(key, 0) + 1
        yield each, key if seen[key] == 1 else f"{key}-{seen[key]}"


def _runs(step: DatedStep) -> list[list[date]]:
    """The days of each event: days in a row are one, unless there is a time on each of them."""
    runs: list[list[date]] = []
    if step.step.period is not None:
        return [[step.days[0], step.days[-1]]] if step.days else []
    for day in step.days:
        if runs and not step.step.time and day == runs[-1][-1] + ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _event(
    step: DatedStep, days: Sequence[date], call: date | None, uid: str, now: datetime
) -> Event:
    start, end = _when(step, days)
    return Event.new(
        uid=uid,
        stamp=now,
        last_modified=now,
        sequence=int((now - COUNTED_FROM).total_seconds()),
        summary=_summary(step),
        description=_description(step, call),
        start=start,
        end=end,
        categories=["Inspection deadline" if is_due(step.step) else "Inspection"],
        # What lasts the day, and a deadline, leave the hours free for meetings.
        transparency=TRANSP.OPAQUE if isinstance(end, datetime) else TRANSP.TRANSPARENT,
    )


def _when(step: DatedStep, days: Sequence[date]) -> tuple[date, date | None]:
    """Its start and end. Without an end it is at that time, since the paper gives no length."""
    if not step.step.time:
        return days[0], days[-1] + ONE_DAY
    start = datetime.combine(days[0], time.fromisoformat(step.step.time), LONDON)
    if step.step.until > step.step.time:
        return start, datetime.combine(days[0], time.fromisoformat(step.step.until), LONDON)
    return start, None


def _summary(step: DatedStep) -> str:
    said = " ".join(step.step.what.split())
    if is_due(step.step):
        said = f"By {step.step.time}: {said}" if step.step.time else f"Due: {said}"
    if len(said) <= LONGEST_SUMMARY:
        return said
    return said[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _description(step: DatedStep, call: date | None) -> str:
    owner, when = owner_words(step), time_words(step.step)
    lines = [
        f"“{quote_words(step.source)}”",
        f"Source: {source_words(step.source)}",
        *([f"When: {when}"] if when else []),
        *([f"Who: {owner}"] if owner else []),
        *(f"{each}." for each in notes(step, call)),
    ]
    return "\n".join(lines)
