"""The timetable as a calendar file; a later file moves the events that an earlier one put in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import STATUS, TRANSP, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from assistant.timetable import Timetable
from assistant.timetables.dated_steps import DatedStep, Mark
from assistant.timetables.words import (
    is_due,
    notes,
    quote_words,
    source_words,
    time_words,
)
from core.this_inspection import KeptEvent

LONDON = ZoneInfo("Europe/London")
PRODUCT = "-//Inspection Ready//Timetable//EN"
HOST = "timetable.inspection-ready"
"""What makes our ids unlike those of other calendars; no address of anyone."""
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts the seconds since then: later files win, and 32 bits last until 2088."""
ONE_DAY = timedelta(days=1)
LONGEST_SUMMARY = 80
"""Characters that a calendar's month view and a phone's notification still show."""


def ics(
    table: Timetable,
    now: datetime,
    usual: Timetable | None = None,
    before: Mapping[str, KeptEvent] | None = None,
) -> bytes:
    """A calendar file (RFC 5545) with an event for each step that has a date.

    `usual` has what the agreed timetable leaves out: events marked 'Usual', tentative. `before` has
    what earlier files gave, by UID: of it, what is no longer here and not over is cancelled.

    An event's UID goes by its duty, so that a file made later, for another day of the call or by
    another paper, moves the events of an earlier one; its SEQUENCE and DTSTAMP are those of `now`.
    Raises ValueError where `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a calendar file needs the time with its time zone")
    stamp = now.astimezone(UTC)
    label = f"{table.inspection.label}: timetable"
    name = f"{table.inspection.value or 'inspection'}@{HOST}"
    calendar = Calendar.new(prodid=PRODUCT, uid=name, name=label)
    calendar.add_component(_london())
    given = _given(table, usual)
    for each in given:
        calendar.add_component(_event(each, table.call, stamp))
    for uid, kept in gone(before or {}, {each.uid for each in given}, stamp.date()).items():
        calendar.add_component(_cancelled(uid, kept, stamp))
    file: bytes = calendar.to_ical()
    return file


def events_given(table: Timetable, usual: Timetable | None = None) -> dict[str, KeptEvent]:
    """What a calendar gets of a timetable, by UID, so that a later file can cancel it."""
    return {
        each.uid: KeptEvent(_summary(each), each.days[0], each.days[-1])
        for each in _given(table, usual)
    }


def gone(
    before: Mapping[str, KeptEvent], now: Collection[str], today: date
) -> dict[str, KeptEvent]:
    """Of the events that earlier files gave those that are not among `now`, and not over."""
    return {uid: each for uid, each in before.items() if uid not in now and each.last >= today}


@dataclass(frozen=True, slots=True)
class _Given:
    """One event: a step on one day, or on days in a row."""

    uid: str
    step: DatedStep
    days: Sequence[date]
    usual: bool


def _given(table: Timetable, usual: Timetable | None) -> list[_Given]:
    beside = [each for each in usual.steps if each.step.weeks] if usual else []
    return [
        _Given(f"{uid if number == 1 else f'{uid}-day{number}'}@{HOST}", step, days, step in beside)
        for step, uid in _with_uids([*table.steps, *beside])
        for number, days in enumerate(_runs(step), start=1)
    ]


def _cancelled(uid: str, kept: KeptEvent, now: datetime) -> Event:
    """Calendars that heed STATUS take it away; the others show what its words say."""
    event = Event.new(
        uid=uid,
        stamp=now,
        last_modified=now,
        sequence=_sequence(now),
        summary=f"Cancelled: {kept.summary}",
        description="No longer in the timetable. Delete it if your calendar still shows it.",
        start=kept.first,
        end=kept.last + ONE_DAY,
        transparency=TRANSP.TRANSPARENT,
    )
    event.status = STATUS.CANCELLED
    return event


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


def _sequence(now: datetime) -> int:
    return int((now - COUNTED_FROM).total_seconds())


def _event(given: _Given, call: date | None, now: datetime) -> Event:
    step = given.step
    start, end = _when(step, given.days)
    event = Event.new(
        uid=given.uid,
        stamp=now,
        last_modified=now,
        sequence=_sequence(now),
        summary=_summary(given),
        description=_description(step, call),
        start=start,
        end=end,
        categories=["Inspection deadline" if is_due(step.step) else "Inspection"],
        # What lasts the day, and a deadline, leave the hours free for meetings.
        transparency=TRANSP.OPAQUE if isinstance(end, datetime) else TRANSP.TRANSPARENT,
    )
    event.status = STATUS.TENTATIVE if _unsure(given) else STATUS.CONFIRMED
    return event


def _unsure(given: _Given) -> bool:
    """Is it to be confirmed: usual and not agreed, or on a day before the call?"""
    return given.usual or Mark.BEFORE_CALL in given.step.marks


def _when(step: DatedStep, days: Sequence[date]) -> tuple[date, date | None]:
    """Its start and end. Without an end it is at that time, since the paper gives no length."""
    if not step.step.time:
        return days[0], days[-1] + ONE_DAY
    start = datetime.combine(days[0], time.fromisoformat(step.step.time), LONDON)
    if step.step.until > step.step.time:
        return start, datetime.combine(days[0], time.fromisoformat(step.step.until), LONDON)
    return start, None


def _summary(given: _Given) -> str:
    step = given.step.step
    said = " ".join(step.what.split())
    if Mark.BEFORE_CALL in given.step.marks:
        # It does not bind, so it is no longer said to be due.
        said = f"Before the call: {said}"
    elif is_due(step):
        said = f"By {step.time}: {said}" if step.time else f"Due: {said}"
    said = f"Usual: {said}" if given.usual else said
    if len(said) <= LONGEST_SUMMARY:
        return said
    return said[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _description(step: DatedStep, call: date | None) -> str:
    when = time_words(step.step)
    lines = [
        f"“{quote_words(step.source)}”",
        f"Source: {source_words(step.source)}",
        *([f"When: {when}"] if when else []),
        *([f"Who, in the paper: {step.step.who}"] if step.step.who else []),
        *([f"Owner: {step.owner}"] if step.owner else []),
        *(f"{each}." for each in notes(step, call)),
    ]
    return "\n".join(lines)
