"""The chat answers from the steps of an inspection: what comes next, what is due, which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from assistant.answering import Assistant
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


CALLED = ThisInspection(
    InspectionType.ILACS_SHORT, dates={Anchor.CALL: datetime(2090, 3, 6, tzinfo=UTC).date()}
)
"""A call on a Monday, far enough ahead that nothing of it is past."""


@pytest.mark.parametrize(
    "turns",
    [
        ["what is due on 7 March 2090?"],
        ["what's happening on the 7th of march"],
        ["what is due on 6 march 2090", "and the day after?"],
        ["whats on 8 March 2090?", "and the day before"],
    ],
)
def test_the_steps_of_a_date(assistant: Assistant, turns: list[str]) -> None:
    _knows(assistant, CALLED)
    answer = assistant.ask(turns)
    assert answer.status is Status.ANSWERED
    assert "child-level lists" in answer.text
    assert "documents by noon" not in answer.text
    assert "Tuesday 7 March 2090" in answer.text


def test_nothing_due_today_is_an_answer_with_what_is_next(assistant: Assistant) -> None:
    _knows(assistant, CALLED)
    answer = assistant.ask(["what is due today?"])
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("No step of the timetable falls on")
    assert "child-level lists" in answer.text
    after = assistant.ask(["what is due today?", "and the day after?"])
    tomorrow = datetime.now(UTC).astimezone().date() + timedelta(days=1)
    assert f"{tomorrow.day} {tomorrow:%B} {tomorrow.year}" in after.text


def test_a_date_of_something_else_is_not_taken_for_the_inspection(assistant: Assistant) -> None:
    _knows(assistant, CALLED)
    assert "timetable" not in assistant.ask(["what happened on 20 July 2017?"]).text


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


SENT = "by when do we send the documents in a short inspection?"


def test_when_a_step_is_due_is_told_with_its_week_and_day(assistant: Assistant) -> None:
    answer = assistant.ask([SENT])
    assert answer.status is Status.ANSWERED
    assert "documents by noon on Thursday" in answer.text
    assert "child-level" not in answer.text
    assert any("week 1" in span for each in answer.citations for span in each.spans)


def test_another_thing_by_the_same_question(assistant: Assistant) -> None:
    answer = assistant.ask([SENT, "and the child-level lists?"])
    assert "by 5pm on Tuesday" in answer.text
    assert "noon" not in answer.text


def test_what_a_step_does_not_tell_is_refused_with_the_step_beside(assistant: Assistant) -> None:
    for asked in (
        "what time do we hear initial feedback in a short inspection?",
        "where is the initial feedback given in a short inspection?",
        "who chairs the initial feedback in a short inspection?",
    ):
        answer = assistant.ask([asked])
        assert answer.status is Status.NOT_IN_DOCUMENTS, asked
        assert not answer.citations
        assert any("initial feedback" in each.quote for each in answer.near), asked


def test_the_step_before_and_after_what_was_spoken_of(assistant: Assistant) -> None:
    lists = "when do we send the child-level lists in a short inspection?"
    assert "rings the director" in assistant.ask([lists, "and before that?"]).text
    assert "noon on Thursday" in assistant.ask([lists, "what next?"]).text
    turns = ["what comes after the call in a short inspection?", "and after that?"]
    assert "noon on Thursday" in assistant.ask(turns).text


def test_the_day_before_a_step_that_has_none_of_its_own(assistant: Assistant) -> None:
    answer = assistant.ask(["what happens the day before the documents in a short inspection?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "Wednesday of week 1" in answer.text
    due = assistant.ask(["what is due the day after the call in a short inspection?"])
    assert "child-level lists" in due.text


def test_the_days_between_two_steps_either_way_round(assistant: Assistant) -> None:
    for asked in (
        "how many days between the child-level lists and the documents in a short inspection?",
        "how many days before the documents are the child-level lists due in a short inspection?",
    ):
        answer = assistant.ask([asked])
        assert "2 days from the one to the other" in answer.text, asked
        assert "calculated" in answer.text


def test_the_same_question_of_another_kind_of_inspection(assistant: Assistant) -> None:
    turns = [f"{FRIDAY[:-1]} of a short inspection?", "and a standard one?"]
    answer = assistant.ask(turns)
    assert "children's homes" in answer.text
    assert "feedback" not in answer.text
    assert "children's homes" in assistant.ask([FRIDAY, "standard"]).text


def test_a_day_of_a_kind_that_no_paper_sets_out(assistant: Assistant) -> None:
    answer = assistant.ask(["what happens on the second day of a monitoring visit?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS


AFTER = """# After an inspection: deadlines for all local authorities, June 2025

- The council publishes the report within 30 working days of receiving it.
- The report comes out a median of 31 working days after the last day on site.
- A focused visit takes two days.
"""


def test_a_period_counts_from_the_event_asked_about(
    assistant_over: Callable[..., Assistant],
) -> None:
    made = assistant_over({"framework-guidance/after.md": AFTER}, "Hackney")
    ended = made.ask(["how many working days after the inspection ends does the report come out?"])
    assert "31 working days" in ended.text
    assert "30 working days" not in ended.text
    got = made.ask(["how many working days after we receive the report must it be published?"])
    assert "30 working days" in got.text


def test_how_long_a_visit_lasts_is_no_period_from_an_event(
    assistant_over: Callable[..., Assistant],
) -> None:
    made = assistant_over({"framework-guidance/after.md": AFTER}, "Hackney")
    answer = made.ask(["how long is a focused visit?"])
    assert "two days" in answer.text
    assert "30 working days" not in answer.text


def test_a_day_taken_for_granted_is_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(["so the documents are sent on Tuesday in a short inspection?"])
    assert "Not Tuesday but Thursday" in answer.text
    assert "documents by noon on Thursday" in answer.text


def test_the_same_day_of_another_week(assistant: Assistant) -> None:
    turns = ["what happens on Monday of week 1 of a short inspection?", "and of week 2?"]
    answer = assistant.ask(turns)
    assert "Inspectors arrive on Monday" in answer.text
    assert "feedback" not in answer.text


def test_who_and_where_alone_ask_of_the_step_before(assistant: Assistant) -> None:
    lists = "when do we send the child-level lists in a short inspection?"
    assert "The council sends the child-level lists" in assistant.ask([lists, "who?"]).text
    assert assistant.ask([lists, "where?"]).status is Status.NOT_IN_DOCUMENTS


def test_short_names_of_days_are_not_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(["what is due tues wk 1 of a short inspection"])
    assert "child-level lists" in answer.text


def test_what_is_next_once_a_step_is_done(assistant: Assistant) -> None:
    _knows(assistant, ThisInspection(InspectionType.ILACS_SHORT))
    answer = assistant.ask(["child-level lists sent. what's next?"])
    assert "documents by noon on Thursday" in answer.text
    assert "child-level" not in answer.text


def test_who_asks_is_not_what_is_asked(assistant: Assistant) -> None:
    _knows(assistant, ThisInspection(InspectionType.ILACS_SHORT))
    answer = assistant.ask(["Zookeeper here: by when do the child-level lists go?"])
    assert answer.status is Status.ANSWERED
    assert "5pm on Tuesday" in answer.text
