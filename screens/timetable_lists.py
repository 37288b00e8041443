"""What is next, the periods, and the board's content as a table and as text. No Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from assistant.timetable import deadlines, on_day
from assistant.timetables.dated_steps import DatedStep
from core.documents import Document
from core.inspection_steps import Anchor
from screens import timetable_words as words
from screens.answer_data import place
from screens.timetable_data import Card, Drawing, Press, Section, source

MOST, MANY = 3, 100
"""Deadlines ahead that are listed over the board, and that are looked through for them."""


class TableRow(TypedDict):
    """A step as a row: a text for each column but the last, which is the button."""

    cells: list[str]
    source: Press


def next_up(drawing: Drawing) -> list[Section]:
    """What is due today and the deadlines after it; nothing while no date is known."""
    table, today = drawing.table, drawing.today
    if not any(each.days for each in table.steps):
        return []
    now = [_short(drawing, each) for each in on_day(table, today)]
    ahead = [each for each in deadlines(table, today, MANY) if today not in each.days]
    later = [_short(drawing, each) for each in ahead[:MOST]]
    said = [words.NOTHING_TODAY] if not now else []
    said += [words.NO_DEADLINES] if not later else []
    # An empty section would push the board off the screen.
    first = [Section(title=words.DUE_TODAY, detail="", cards=now)] if now else []
    return [*first, Section(title=words.DEADLINES, detail=" ".join(said), cards=later)]


def periods(drawing: Drawing, dates: Mapping[Anchor, date]) -> list[Section]:
    """The periods by the event that they are counted from, in the order of an inspection."""
    by_event: dict[Anchor, list[DatedStep]] = {}
    for each in drawing.table.periods:
        if each.step.period is not None:
            by_event.setdefault(each.step.period.anchor, []).append(each)
    order = [anchor for anchor in Anchor if anchor in by_event]
    return [
        Section(
            title=words.COUNTED_FROM.format(event=anchor.value) if anchor else words.FROM_OTHER,
            detail=_event_date(anchor, dates),
            cards=[drawing.dated_card(each) for each in by_event[anchor]],
        )
        for anchor in order
    ]


def table_rows(drawing: Drawing) -> list[TableRow]:
    """One row a step, in the board's order, the usual paper's after those that lead."""
    table = drawing.table
    rows = [_row(each, table.edition, usual=False) for each in table.steps]
    if drawing.usual is not None:
        rows += [_row(each, table.edition, usual=True) for each in drawing.usual.steps]
    return rows


def as_text(rows: list[TableRow]) -> str:
    """The table with tabs between its columns, as a spreadsheet takes it."""
    lines = [words.COLUMNS, *([*row["cells"], row["source"]["name"]] for row in rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _short(drawing: Drawing, each: DatedStep) -> Card:
    """A line of what is next: its day and time first; the rest of it stands on the board."""
    card = drawing.dated_card(each)
    day, *left = card["date"].split(" · ")
    # One line is enough where the year goes without saying.
    day = day.removesuffix(f" {drawing.today.year}")
    if each.step.time:
        day = f"{day}, {words.clock(each.step)}"
    card["date"] = " · ".join([day, *left])
    card["when"] = "" if each.step.weeks else card["when"]
    card["who"] = words.OWNER.format(owner=each.owner) if each.owner else card["who"]
    card["owner"], card["others"] = None, []
    return card


def _event_date(anchor: Anchor, dates: Mapping[Anchor, date]) -> str:
    if anchor is Anchor.OTHER:
        return ""
    known = dates.get(anchor)
    return words.on_date(known) if known else words.EVENT_UNKNOWN


def _row(each: DatedStep, edition: Document | None, *, usual: bool) -> TableRow:
    step, document = each.step, each.source.document
    pattern = words.CONFIRM if step.weeks else words.HOLIDAY
    dates = dict.fromkeys(
        words.on_date(day, weekday=not step.days) for day in (*each.days[:1], *each.days[-1:])
    )
    when = words.clock(step)
    if step.period is not None and not step.weeks:
        when = str(step.period)
    notes = [words.USUAL] if usual else []
    notes += [words.MARK.get(mark) or pattern.format(holiday=each.holiday) for mark in each.marks]
    notes += [
        f"{words.OTHERS} ({o.document.title}, {place(o.document, o.passage)}): {o.step.what}"
        for o in each.otherwise
    ]
    cells = [
        ", ".join(map(str, step.weeks)),
        words.weekdays(step.days) or (words.NO_DAY if step.weeks else ""),
        " to ".join(dates),
        when[:1].upper() + when[1:],
        step.what,
        step.who,
        each.owner,
        "; ".join(notes),
    ]
    return TableRow(cells=cells, source=source(each.source, whole=document != edition))
