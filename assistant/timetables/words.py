"""What is said beside a step wherever it is handed on: its notes, its source, when it is due."""

from __future__ import annotations

import calendar
from datetime import date

from assistant.timetables.dated_steps import DatedStep, Mark, SourcedStep
from core.inspection_steps import Direction, InspectionStep

CONFIRM = "confirm with the lead inspector"
_DUE = (Direction.WITHIN, Direction.AT_LEAST_BEFORE)


def day_words(day: date) -> str:
    """'Friday 25 December 2026'."""
    return (
        f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]} {day.year}"
    )


def is_due(step: InspectionStep) -> bool:
    """Is it to be done by its day or time, and not on it?"""
    return step.deadline or (step.period is not None and step.period.direction in _DUE)


def place_words(step: InspectionStep) -> str:
    """'Week 2, Friday', 'Week 2' or '', as the paper counts them."""
    week = f"Week {step.weeks[0]}" if step.weeks else ""
    days = [calendar.day_name[day] for day in step.days]
    if len(days) > 2 and step.days == tuple(range(step.days[0], step.days[-1] + 1)):
        days = [f"{days[0]} to {days[-1]}"]
    return ", ".join(filter(None, (week, " and ".join(days))))


def time_words(step: InspectionStep) -> str:
    """'09:30', '09:30 to 10:30', 'by 09:30', 'by the end of the day' or ''."""
    if step.time and step.until:
        return f"{step.time} to {step.until}"
    if step.time:
        return f"by {step.time}" if is_due(step) else step.time
    return "by the end of the day" if is_due(step) else ""


def source_words(source: SourcedStep) -> str:
    """'When Ofsted calls (June 2026), slide 3'."""
    document, passage = source.document, source.passage
    page = f", {document.form.value} {passage.page}" if passage.page else ""
    return f"{document.title} ({document.edition}){page}"


def quote_words(source: SourcedStep) -> str:
    """The paper's exact words; several spans as '… … …'."""
    return " … ".join(source.quotes)


def notes(dated: DatedStep, call: date | None) -> tuple[str, ...]:
    """What is to be known of a step's date, each a sentence without its full stop.

    `call` is the day of the call that the weeks are counted from.
    """
    found = []
    if dated.step.period is not None:
        found.append(f"{'Calculated' if dated.days else 'To be calculated'}: {dated.step.period}")
    elif dated.days and call is not None:
        found.append(f"Calculated from the call on {day_words(call)}: {place_words(dated.step)}")
    if len(dated.days) > 1:
        *first, last = map(day_words, dated.days)
        found.append(f"{'Between' if dated.step.period else 'On'} {', '.join(first)} and {last}")
    for mark in dated.marks:
        if mark is Mark.BANK_HOLIDAY:
            found.append(f"{dated.holiday}, a bank holiday: {CONFIRM}")
        elif mark is Mark.BEFORE_CALL:
            found.append(f"This day is before the day of the call: {CONFIRM}")
        else:
            found.append("The bank holidays of that year are not published yet: check the date")
    for other in dated.otherwise:
        when = ", ".join(filter(None, (place_words(other.step), time_words(other.step))))
        found.append(f"{source_words(other)} has it otherwise: {when}")
    return tuple(found)
