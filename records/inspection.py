"""The inspection that the council prepares for, kept where every session sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.inspection_steps import Anchor, InspectionType
from core.this_inspection import ThisInspection
from records.tables import InspectionRow

_ONE = 1


class InspectionRecord:
    """One inspection in a register's database. None of it changes what may answer."""

    def __init__(self, engine: Engine) -> None:
        """`engine`: that of an open `Register`."""
        self._engine = engine

    def read(self) -> ThisInspection:
        """What is known; empty before anything was set."""
        with Session(self._engine) as session:
            row = session.get(InspectionRow, _ONE)
            return _inspection(row) if row else ThisInspection()

    def write(self, known: ThisInspection) -> None:
        """Keeps all of it but the owners, in place of what was known."""
        facts: dict[str, Any] = {
            "inspection": known.inspection.value,
            "edition": known.edition,
            "agreed": known.agreed,
            "dates": {event.value: day.isoformat() for event, day in known.dates.items()},
        }
        with Session(self._engine) as session, session.begin():
            row = _row(session)
            row.facts = facts

    def set_owners(self, owners: Mapping[str, str]) -> None:
        """Notes who does steps, by their keys, all at once; '' forgets a step's."""
        with Session(self._engine) as session, session.begin():
            row = _row(session)
            row.owners = {key: name for key, name in {**row.owners, **owners}.items() if name}


def _row(session: Session) -> InspectionRow:
    row = session.get(InspectionRow, _ONE, with_for_update=True)
    if row is None:
        row = InspectionRow(id=_ONE, facts={}, owners={})
        session.add(row)
    return row


def _inspection(row: InspectionRow) -> ThisInspection:
    facts = row.facts
    return ThisInspection(
        InspectionType(facts.get("inspection", "")),
        str(facts.get("edition", "")),
        str(facts.get("agreed", "")),
        {Anchor(key): date.fromisoformat(day) for key, day in facts.get("dates", {}).items()},
        dict(row.owners),
    )
