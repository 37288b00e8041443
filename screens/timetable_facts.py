"""This inspection: which kind, by which paper, on which days; kept where every session sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise

import streamlit as st

from assistant.timetable import missing_events
from assistant.timetables.agreed_paper import says_agreed
from assistant.timetables.working_days import today
from core.inspection_steps import Anchor, InspectionType
from core.this_inspection import ThisInspection
from screens import components
from screens import timetable_words as words
from screens.components import DayField
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain
from screens.timetable_state import Seen, choose, record

FIRST_DAY, YEARS_AHEAD = date(2010, 1, 1), 5
"""Bounds of a date box, so that neither a year that is being typed nor a slip counts."""
IN_ORDER = (
    Anchor.CALL,
    Anchor.ARRIVAL,
    Anchor.LAST_DAY,
    Anchor.DRAFT,
    Anchor.RECEIPT,
    Anchor.PUBLICATION,
)
"""Events as they come in an inspection."""
LATER = (Anchor.DRAFT, Anchor.RECEIPT, Anchor.PUBLICATION)
"""Events that only the council can date; those on site are worked out from the call."""


def show_facts(shown: Seen) -> None:
    """The choices, the day of the call and, folded, the other dates."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="inspection"):
        _kind(shown)
        _paper(shown)
        if shown.changeable:
            _dates(shown, (Anchor.CALL,), "call")
    if not shown.changeable:
        _read_only(shown)
        return
    _out_of_order({**shown.table.events, **shown.known.dates})
    held = [] if shown.known.agreed else [each for each in shown.papers if says_agreed(each)]
    if held:
        st.text(words.AGREED_HELD.format(paper=words.paper(held[0])))
    with st.expander(words.MORE):
        st.text(words.MORE_WHY)
        on_site = [each for each in missing_events(shown.table) if each not in LATER]
        _dates(shown, [*(each for each in on_site if each is not Anchor.CALL), *LATER], "later")
        for event in (Anchor.ARRIVAL, Anchor.LAST_DAY):
            day = shown.table.events.get(event)
            if day is not None:
                st.text(words.WORKED_OUT.format(event=words.EVENTS[event], date=words.on_date(day)))
        _agreed(shown)
        st.button(words.CLEAR, key="clear-inspection", on_click=_clear)


def _kind(shown: Seen) -> None:
    st.session_state["inspection-kind"] = shown.table.inspection

    def chosen() -> None:
        kind = InspectionType(st.session_state["inspection-kind"])
        if kind is shown.table.inspection:
            return  # As it was: Streamlit calls for that too (brief_item._write_other).
        dates = ", ".join(
            f"{words.EVENTS[event]} {words.on_date(day, weekday=False)}"
            for event, day in shown.known.dates.items()
            if event in words.EVENTS
        )
        if attempt(partial(choose, kind, "")) and dates and shown.changeable:
            before = (shown.known.inspection, shown.known.edition)
            said = words.KIND_CHANGED.format(kind=kind.label, dates=dates)
            say(said, undo=partial(choose, *before))

    st.selectbox(
        words.KIND,
        shown.types,
        format_func=lambda kind: kind.label,
        key="inspection-kind",
        width=260,
        on_change=chosen,
    )


def _paper(shown: Seen) -> None:
    """The paper that the weeks are from; beside an agreed timetable, the usual one."""
    usual = shown.usual.edition if shown.usual else shown.table.edition
    papers = {each.id: each for each in shown.papers if each.id != shown.known.agreed}
    if usual is None or usual.id not in papers:
        return
    st.session_state["inspection-paper"] = usual.id

    def chosen() -> None:
        paper = st.session_state["inspection-paper"]
        if paper != usual.id:
            attempt(partial(choose, shown.table.inspection, paper))

    st.selectbox(
        words.PAPER_USUAL if shown.usual else words.PAPER,
        list(papers),
        format_func=lambda name: plain(words.paper(papers[name])),
        key="inspection-paper",
        width="stretch",
        on_change=chosen,
    )


def _dates(shown: Seen, events: Sequence[Anchor], key: str) -> None:
    fields = [
        DayField(
            name=event.name,
            label=words.EVENTS[event],
            value=day.isoformat() if day else "",
            min=FIRST_DAY.isoformat(),
            max=last_day().isoformat(),
            clear=words.CLEAR_DATE,
            pick=words.PICK_DATE,
            hint=words.DATE_HINT,
            unread=words.NO_DATE,
            kept=words.STILL.format(date=words.on_date(day)) if day else words.STILL_NONE,
            wrong=words.OUT_OF_RANGE.format(
                first=words.on_date(FIRST_DAY, weekday=False),
                last=words.on_date(last_day(), weekday=False),
            ),
        )
        for event in events
        for day in [shown.known.dates.get(event)]
    ]

    def given() -> None:
        found = st.session_state[key].get("set")
        if found:
            day = date.fromisoformat(found["value"]) if found["value"] else None
            _date_set(Anchor[found["name"]], day)

    components.days(fields, key=key, on_set=given)


def _date_set(event: Anchor, day: date | None) -> None:
    before = record().read().dates.get(event)
    if day is not None and not FIRST_DAY <= day <= last_day():
        return
    if before != day and attempt(partial(_write_date, event, day)):
        name = words.EVENTS[event]
        said = words.SAVED.format(event=name, date=words.on_date(day)) if day else ""
        undo = partial(_write_date, event, before)
        say(said or words.TAKEN_AWAY.format(event=name), undo=undo)


def last_day() -> date:
    """The last day that may be given."""
    return date(today().year + YEARS_AHEAD, 12, 31)


def _out_of_order(dates: Mapping[Anchor, date]) -> None:
    """Says it where a later event is dated before an earlier one."""
    known = [each for each in IN_ORDER if each in dates]
    for earlier, later in pairwise(known):
        if dates[later] < dates[earlier]:
            said = words.OUT_OF_ORDER.format(
                later=words.EVENTS[later],
                later_date=words.on_date(dates[later]),
                earlier=words.EVENTS[earlier],
                earlier_date=words.on_date(dates[earlier]),
            )
            st.warning(said, icon=":material/event_busy:")


def _write_date(event: Anchor, day: date | None) -> None:
    known = record().read()
    dates = {each: at for each, at in known.dates.items() if each is not event}
    record().write(replace(known, dates={**dates, event: day} if day else dates))


def _agreed(shown: Seen) -> None:
    papers = {each.id: each for each in shown.papers}
    agreed = shown.known.agreed if shown.known.agreed in papers else ""
    st.session_state["inspection-agreed"] = agreed

    def chosen() -> None:
        name = st.session_state["inspection-agreed"]
        if name != agreed and attempt(partial(_write_agreed, name)):
            title = papers[name].title if name else ""
            said = words.AGREED_NOW.format(title=title) if name else words.AGREED_GONE
            say(said, undo=partial(_write_agreed, agreed))

    st.selectbox(
        words.AGREED,
        ["", *papers],
        format_func=lambda name: plain(words.paper(papers[name])) if name else words.AGREED_NONE,
        key="inspection-agreed",
        width=520,
        on_change=chosen,
    )
    st.text(words.AGREED_WHY)


def _write_agreed(document: str) -> None:
    record().write(replace(record().read(), agreed=document))


def _clear() -> None:
    before = record().read()
    if attempt(partial(record().write, ThisInspection())):
        say(words.CLEARED, undo=partial(_write, before))


def _write(known: ThisInspection) -> None:
    record().write(known)


def _read_only(shown: Seen) -> None:
    dated = [
        f"{words.EVENTS[event]}: {words.on_date(day)}"
        for event, day in shown.known.dates.items()
        if event in words.EVENTS
    ]
    if dated:
        st.text(" · ".join(dated))
