"""A timetable agreed with the lead inspector leads where it was chosen, and nowhere by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.answering import Assistant
from assistant.timetables.agreed_paper import precedence, says_agreed
from core.inspection_steps import InspectionType
from core.this_inspection import ThisInspection
from records.inspection import InspectionRecord
from tests.support import a_document

USUAL = """# When Ofsted calls

Hackney Council

Date: October 2024

## ILACS short inspection, week 1

### Tuesday

- We send the child-level lists by 5pm.

### Wednesday

- We send the policies by noon.

## ILACS short inspection, week 2

### Monday

- Inspectors arrive.
"""
AGREED = """# Timetable agreed with the lead inspector

Hackney Council

Date: December 2026

## ILACS short inspection, week 1

### Tuesday

- We send the child-level lists by 2pm.

### Wednesday

- The lead inspector meets the heads of service.

## ILACS short inspection, week 2

### Monday

- Inspectors arrive.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Iterator[Assistant]:
    files = {"briefing/calls.md": USUAL, "briefing/agreed.md": AGREED}
    made = assistant_over(files, "Hackney")
    yield made
    _record(made).write(ThisInspection())


def _record(assistant: Assistant) -> InspectionRecord:
    return InspectionRecord(assistant._search.index.register.engine)


@pytest.mark.parametrize(
    "question",
    ["what happens on Wednesday of week 1?", "by when do we send the child-level lists?"],
)
def test_one_that_was_merely_added_does_not_lead_in_chat(
    assistant: Assistant, question: str
) -> None:
    _record(assistant).write(ThisInspection())
    assert assistant.ask([question]).citations[0].document.title == "When Ofsted calls"
    papers = assistant._search.index.documents
    agreed = next(each.id for each in papers if says_agreed(each))
    _record(assistant).write(ThisInspection(InspectionType.ILACS_SHORT, agreed=agreed))
    assert assistant.ask([question]).citations[0].document.id == agreed


@pytest.mark.parametrize(
    ("title", "agreed"),
    [
        ("Timetable agreed with the lead inspector", True),
        ("Agreed fieldwork programme, weeks 1 and 2", True),
        ("Inspection schedule (agreed with HMI)", True),
        ("When Ofsted calls: preparing for inspection", False),
        ("Actions agreed at the improvement board", False),
        ("Inspection timetable", False),
    ],
)
def test_what_calls_itself_agreed(title: str, agreed: bool) -> None:
    document = a_document("briefing/a.md", title=title)
    assert says_agreed(document) is agreed
    assert precedence(document, document.id) == 2
    assert precedence(document, "another") == (0 if agreed else 1)
