"""Steps and timetables of ours, for the tests of dates and of what is handed on."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.timetable import Timetable, timetable
from assistant.timetables.dated_steps import DatedStep, SourcedStep
from core.dates import PartialDate
from core.documents import Document, TextForm
from core.inspection_steps import Anchor, InspectionStep, InspectionType
from core.this_inspection import ThisInspection
from tests.support import a_document, a_passage

SHORT = InspectionType.ILACS_SHORT
OCTOBER_2024 = PartialDate(2024, 10)
OURS = a_document(
    "briefing/ours.md",
    title="When they call",
    about="Tower Hamlets",
    published=OCTOBER_2024,
    form=TextForm.SLIDES,
)


def a_step(what: str, document: Document = OURS, page: str = "2", **more: Any) -> SourcedStep:
    """A step of a short ILACS inspection that its own passage tells."""
    passage = a_passage(document, 1, what, page=page)
    facts = {"inspection": SHORT, "document": document.id, "passage": passage.id} | more
    step = InspectionStep(id=passage.id, start=0, end=len(what), what=what, **facts)
    return SourcedStep(step, document, passage)


CALL = a_step(
    "Ofsted calls the Director by 9.30am.", weeks=(1,), days=(0,), time="09:30", deadline=True
)
LISTS = a_step("We send the lists by the end of Tuesday.", weeks=(1,), days=(1,), deadline=True)
TALKS = a_step("Inspectors talk to social workers.", weeks=(2,), days=(1, 2, 3))
ARRIVE = a_step(
    "Inspectors arrive and hear our presentation.",
    weeks=(2,),
    days=(0,),
    time="10:00",
    until="11:30",
)
FEEDBACK = a_step("We hear initial feedback.", weeks=(2,), days=(4,))
SETTLED = a_step("The timetable for the visit is settled.", weeks=(1,))
BOARD = (CALL, LISTS, SETTLED, ARRIVE, TALKS, FEEDBACK)


def table_of(*steps: SourcedStep, call: date | None = None, **more: Any) -> Timetable:
    """The timetable of a short inspection; `dates` and `owners` as in `ThisInspection`."""
    dates = dict(more.pop("dates", {})) | ({Anchor.CALL: call} if call else {})
    return timetable(steps, ThisInspection(inspection=SHORT, dates=dates, **more), SHORT)


def dated(table: Timetable, source: SourcedStep) -> DatedStep:
    """How a step stands in a timetable."""
    return next(each for each in table.steps if each.source == source)
