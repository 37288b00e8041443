"""The chat answers from the steps of an inspection: what comes next, what is due, which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from assistant.pipeline import Assistant
from core.answers import NoteKind, Status
from core.inspection_steps import Anchor, InspectionType
from core.this_inspection import ThisInspection
from records.inspection import InspectionRecord

GUIDE = """# Ofsted: how ILACS inspections run, guidance for all local authorities, June 2025

## Short inspection: week 1

- The lead inspector rings the director on Monday by 9.30am.
- The council sends the child-level lists by 5pm on Tuesday.
- The council sends the documents by noon on Thursday.

## Short inspection: week 2

- Inspectors arrive on Monday.
- The council hears initial feedback on Friday.

## Standard inspection: week 1

- The lead inspector rings the director on Monday.

## Standard inspection: week 2

- Inspectors arrive on Monday.
- Inspectors visit the children's homes on Friday.
"""
FRIDAY = "what happens on Friday of week 2?"


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Iterator[Assistant]:
    made = assistant_over({"framework-guidance/ilacs.md": GUIDE}, "Hackney")
    record = InspectionRecord(made._search.index.register.engine)
    record.write(ThisInspection())
    yield made
    record.write(ThisInspection())


def _knows(assistant: Assistant, known: ThisInspection) -> None:
    InspectionRecord(assistant._search.index.register.engine).write(known)


def test_the_kind_of_inspection_is_asked_once_where_the_papers_set_out_two(
    assistant: Assistant,
) -> None:
    asked = assistant.ask([FRIDAY])
    assert asked.status is Status.NEEDS_CLARIFICATION
    kinds = [each.inspection for each in asked.options]
    assert kinds == [InspectionType.ILACS_STANDARD, InspectionType.ILACS_SHORT]
    chosen = assistant.ask([FRIDAY], "", InspectionType.ILACS_SHORT)
    assert "initial feedback" in chosen.text
    assert "children's homes" not in chosen.text
    named = assistant.ask(["what happens on Friday of week 2 of a standard inspection?"])
    assert "children's homes" in named.text


def test_the_kind_that_the_council_prepares_for_is_not_asked(assistant: Assistant) -> None:
    _knows(assistant, ThisInspection(InspectionType.ILACS_STANDARD))
    assert "children's homes" in assistant.ask([FRIDAY]).text


def test_the_step_after_the_one_named(assistant: Assistant) -> None:
    answer = assistant.ask(["what comes after the child-level lists in a short inspection?"])
    assert answer.status is Status.ANSWERED
    assert "documents by noon on Thursday" in answer.text
    assert "child-level" not in answer.text
    assert all(each.citations for each in answer.sentences)


def test_the_day_after_a_step(assistant: Assistant) -> None:
    turns = ["when do we send the child-level lists in a short inspection?", "and two days after?"]
    answer = assistant.ask(turns)
    assert "Tuesday" not in answer.text.replace("Tuesday of", "")


def test_what_is_due_needs_the_day_of_the_call(assistant: Assistant) -> None:
    answer = assistant.ask(["what is due today?"])
    assert answer.status is Status.NEEDS_CLARIFICATION
    assert "day of the call is not set" in answer.text
    assert not answer.citations


def test_what_is_due_today_by_the_day_of_the_call(assistant: Assistant) -> None:
    today = datetime.now(UTC).astimezone().date()
    # A call whose Tuesday is the next weekday to come, or today.
    monday = today - timedelta(days=today.weekday())
    tuesday = monday + timedelta(days=1)
    call = monday if today <= tuesday else monday + timedelta(days=7)
    _knows(assistant, ThisInspection(InspectionType.ILACS_SHORT, dates={Anchor.CALL: call}))
    answer = assistant.ask(["what is due next?"])
    assert answer.status is Status.ANSWERED
    assert "child-level lists" in answer.text
    assert answer.text.index("child-level lists") < answer.text.index("documents by noon")
    (note,) = [each for each in answer.notes if each.kind is NoteKind.DATE]
    day = call + timedelta(days=1)
    assert f"{day:%A} {day.day} {day:%B} {day.year}" in note.text


def test_a_quoted_step_is_told_with_its_date_and_the_bank_holiday(assistant: Assistant) -> None:
    call = datetime(2026, 12, 14, tzinfo=UTC).date()
    _knows(assistant, ThisInspection(InspectionType.ILACS_SHORT, dates={Anchor.CALL: call}))
    answer = assistant.ask([FRIDAY])
    assert "initial feedback" in answer.text
    (note,) = [each for each in answer.notes if each.kind is NoteKind.DATE]
    assert "Friday 25 December 2026" in note.text
    assert "Christmas Day: confirm with the lead inspector" in note.text


def test_another_kind_of_inspection_is_no_answer(assistant: Assistant) -> None:
    answer = assistant.ask(["on which day do inspectors arrive for a focused visit?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
