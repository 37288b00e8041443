"""What is kept of the inspection that a council prepares for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core.inspection_steps import Anchor, InspectionType
from core.this_inspection import KeptDuty, KeptEvent, ThisInspection
from records.inspection import InspectionRecord
from records.register import Register

DUTY = KeptDuty("We send the lists.", InspectionType.ILACS_SHORT)
EVENT = KeptEvent("Due: We send the lists.", date(2026, 12, 15), date(2026, 12, 15))


def test_duties_events_and_owners_outlast_the_dates(tmp_path: Path) -> None:
    record = InspectionRecord(Register.of_index(tmp_path).engine)
    record.remember({"a": DUTY}, {"a@x": EVENT})
    record.set_owners({"a": "Amina Khan"})
    record.write(ThisInspection(dates={Anchor.CALL: date(2026, 12, 14)}))
    record.write(ThisInspection())
    kept = record.read()
    assert kept == ThisInspection(owners={"a": "Amina Khan"}, duties={"a": DUTY},
                                  events={"a@x": EVENT})  # fmt: skip
    record.remember({"b": DUTY})
    assert record.read().duties.keys() == {"a", "b"}
    assert record.read().events == {"a@x": EVENT}, "what calendars were given stays"
    record.remember({}, {})
    assert record.read().events == {}
