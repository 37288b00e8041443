"""The board of an inspection as the browser draws it. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from assistant.timetable import Timetable
from assistant.timetables.dated_steps import DatedStep, Mark, SourcedStep
from assistant.timetables.weeks import Week
from assistant.timetables.working_days import bank_holidays
from screens import timetable_words as words
from screens.answer_data import place

WEEKEND = 5
_START = 60
"""Characters of a step that tell a screen reader which one a button is for."""


class Press(TypedDict):
    """A button of a card: what it says, its whole name, and the step that it is for."""

    step: str
    label: str
    name: str


class Other(TypedDict):
    """The same thing in another paper."""

    text: str
    source: Press


class Card(TypedDict):
    """A step on the board."""

    when: str
    date: str
    what: str
    who: str
    marks: list[str]
    usual: str
    source: Press
    owner: Press | None
    others_label: str
    others: list[Other]


class Span(TypedDict):
    """A step of several days: how many columns it lies over."""

    length: int
    card: Card


class Column(TypedDict):
    """A day of a week."""

    name: str
    date: str
    today: str
    holiday: str
    spans: list[Span]
    cards: list[Card]
    nothing: str
    """Said where no step begins on the day or lies over it."""


class Section(TypedDict):
    """Cards under a heading of their own."""

    title: str
    detail: str
    cards: list[Card]


class WeekData(TypedDict):
    """A week: its days, then the steps that have none."""

    title: str
    detail: str
    columns: list[Column]
    without_day: Section


@dataclass(frozen=True, slots=True)
class Drawing:
    """How steps are drawn: which paper leads, which is the usual one, and what may be changed."""

    table: Timetable
    usual: Timetable | None
    today: date
    changeable: bool

    def card(self, each: DatedStep, *, usual: bool = False) -> Card:
        """A step as a card."""
        step = each.step
        owner = words.OWNER.format(owner=each.owner) if each.owner else words.OWNER_ADD
        who = step.who if step.who.casefold() not in step.what.casefold() else ""
        who = words.WHO.format(who=who) if who else ""
        beside = self.usual.edition if self.usual else None
        usually = beside is not None and any(o.document == beside for o in each.otherwise)
        return Card(
            when=_when(each),
            date="",
            what=step.what,
            who=who if self.changeable or not each.owner else owner,
            marks=_marks(each),
            usual=words.USUAL if usual else "",
            source=source(each.source, whole=usual),
            owner=_owner(each, owner) if self.changeable else None,
            others_label=words.USUALLY if usually else words.OTHERS,
            others=[_other(o) for o in each.otherwise],
        )

    def dated_card(self, each: DatedStep) -> Card:
        """A card that carries its own date, for one that stands outside a week."""
        card = self.card(each)
        whole = each.source.document != self.table.edition
        return card | {"date": _date(each, self.today), "source": source(each.source, whole=whole)}

    def weeks(self) -> list[WeekData]:
        """All weeks, those of the usual paper beside those that lead."""
        usual = {week.number: week for week in self.usual.weeks} if self.usual else {}
        leading = {week.number: week for week in self.table.weeks}
        used = {day for week in [*leading.values(), *usual.values()] for day in _days_of(week)}
        days = [*range(WEEKEND), *(day for day in range(WEEKEND, 7) if day in used)]
        return [
            self._week(number, leading.get(number), usual.get(number), days)
            for number in sorted(leading | usual)
        ]

    def _week(self, number: int, own: Week | None, usual: Week | None, days: list[int]) -> WeekData:
        monday = next((week.monday for week in (own, usual) if week), None)
        steps = [(each, False) for each in _steps(own)] + [(each, True) for each in _steps(usual)]
        columns = [self._column(day, days, monday, steps) for day in days]
        last = monday + timedelta(days=days[-1]) if monday else None
        without = [self.card(each, usual=u) for each, u in steps if not each.step.days]
        return WeekData(
            title=words.WEEK.format(number=number),
            detail=words.between(monday, last) if monday and last else "",
            columns=columns,
            without_day=Section(title=words.NO_DAY, detail="", cards=without),
        )

    def _column(
        self, day: int, days: list[int], monday: date | None, steps: list[tuple[DatedStep, bool]]
    ) -> Column:
        on = monday + timedelta(days=day) if monday else None
        spans, cards, covered = [], [], on == self.today
        for each, usual in steps:
            of_step = each.step.days
            if not _runs(of_step):
                if day in of_step:
                    cards.append(self.card(each, usual=usual))
                continue
            covered = covered or day in of_step
            if of_step[0] == day:
                length = sum(of_step[0] <= shown <= of_step[-1] for shown in days)
                spans.append(Span(length=length, card=self.card(each, usual=usual)))
        return Column(
            name=words.WEEKDAYS[day],
            date=words.on_date(on, weekday=False, year=False) if on else "",
            today=words.TODAY if on == self.today else "",
            holiday=bank_holidays().get(on, "") if on else "",
            spans=spans,
            cards=cards,
            nothing="" if cards or covered else words.NOTHING,
        )


def source(each: SourcedStep, *, whole: bool = True) -> Press:
    """The button that opens a step's passage; `whole`: it says the paper's title too."""
    where = place(each.document, each.passage)
    if whole:
        said = words.SOURCE.format(place=f"{each.document.title}, {where}")
        return Press(step=each.step.id, label=said, name=f"{said}: {start(each)}")
    said = words.SOURCE.format(place=where)
    name = f"{said} of {each.document.title}: {start(each)}"
    return Press(step=each.step.id, label=said, name=name)


def start(each: SourcedStep) -> str:
    """The first words of a step."""
    said = " ".join(each.step.what.split())
    return said if len(said) <= _START else f"{said[:_START].rsplit(' ', 1)[0]}…"


def _owner(each: DatedStep, label: str) -> Press:
    return Press(step=each.step.id, label=label, name=f"{label}: {start(each.source)}")


def _other(each: SourcedStep) -> Other:
    step = each.step
    weeks = " and ".join(words.WEEK.format(number=number) for number in step.weeks)
    told = [weeks, words.weekdays(step.days), words.clock(step)]
    return Other(
        text=f"{', '.join(filter(None, told))}: {step.what}".removeprefix(": "),
        source=source(each),
    )


def _when(each: DatedStep) -> str:
    step = each.step
    if step.period is not None and not step.weeks:
        said = str(step.period)
        return said[0].upper() + said[1:]
    days = words.weekdays(step.days) if len(step.days) > 1 else ""
    said = ", ".join(filter(None, [days, words.clock(step)]))
    return said[:1].upper() + said[1:]


def _date(each: DatedStep, today: date) -> str:
    if not each.days:
        return ""
    said = " to ".join(dict.fromkeys(words.on_date(day) for day in (each.days[0], each.days[-1])))
    days = each.left(today)
    return f"{said} · {words.left(days, each.days[-1], today)}" if days is not None else said


def _marks(each: DatedStep) -> list[str]:
    pattern = words.CONFIRM if each.step.weeks else words.HOLIDAY
    return [
        pattern.format(holiday=each.holiday) if mark is Mark.BANK_HOLIDAY else words.MARK[mark]
        for mark in each.marks
    ]


def _runs(days: tuple[int, ...]) -> bool:
    """Several days, one after the other?"""
    return len(days) > 1 and days == tuple(range(days[0], days[-1] + 1))


def _steps(week: Week | None) -> Iterator[DatedStep]:
    if week is None:
        return
    for _, steps in week.by_day:
        yield from steps
    yield from week.without_day


def _days_of(week: Week) -> set[int]:
    return {day for each in _steps(week) for day in each.step.days}
