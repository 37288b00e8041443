"""What the Timetable screen goes by: the steps held and what is known of this inspection."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from assistant.timetable import Timetable, timetable, usual_beside
from assistant.timetables.dated_steps import DatedStep, SourcedStep
from assistant.timetables.papers import editions, likeliest, types_with_steps
from assistant.timetables.placed_by_date import placed_by_date
from assistant.timetables.sources import steps_held
from core.documents import Document
from core.inspection_steps import InspectionType
from core.settings import settings
from core.this_inspection import ThisInspection
from records.inspection import InspectionRecord
from screens.conversation import conversation
from screens.shared.holdings import changes_allowed, register
from vectorstore.index import IndexReader

_LOOKED_AT = "timetable-looked-at"


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to show."""

    steps: tuple[SourcedStep, ...]
    known: ThisInspection
    types: tuple[InspectionType, ...]
    papers: tuple[Document, ...]
    """Those that set out weeks of the kind chosen, the likeliest first."""
    table: Timetable
    usual: Timetable | None
    changeable: bool

    def step(self, name: str) -> SourcedStep | None:
        """The step with an id, if it is still held."""
        return next((each for each in self.steps if each.step.id == name), None)

    def dated(self, name: str) -> DatedStep | None:
        """The step with an id as it is on the board, of the leading or the usual paper."""
        boards = [self.table, *([self.usual] if self.usual else [])]
        shown = (each for board in boards for each in board.steps)
        return next((each for each in shown if each.step.id == name), None)


def seen(index: IndexReader) -> Seen:
    """Everything, as it stands now."""
    known = record().read()
    held = steps_held(index, settings().organisation or conversation().organisation)
    steps = tuple(placed_by_date(held, known.call))
    types = types_with_steps(steps)
    changeable = changes_allowed()
    if not changeable:
        looked: tuple[InspectionType, str] | None = st.session_state.get(_LOOKED_AT)
        if looked is not None:
            known = replace(known, inspection=looked[0], edition=looked[1])
    if known.inspection not in types:
        known = replace(known, inspection=InspectionType.UNSAID)
    default = likeliest(steps, types)
    table = timetable(steps, known, default)
    return Seen(
        steps=steps,
        known=known,
        types=types,
        papers=editions(steps, table.inspection),
        table=table,
        usual=usual_beside(steps, known, default),
        changeable=changeable,
    )


def record() -> InspectionRecord:
    """Where this inspection is kept."""
    return InspectionRecord(register().engine)


def choose(inspection: InspectionType, edition: str) -> None:
    """Show a kind of inspection and a paper: for everybody, or here only where it is read-only."""
    if changes_allowed():
        record().write(replace(record().read(), inspection=inspection, edition=edition))
    else:
        st.session_state[_LOOKED_AT] = (inspection, edition)
