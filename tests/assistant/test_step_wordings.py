"""Staff's ways of asking about steps: a wrong day, what comes after, who, what is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from assistant.steps_asked.wordings import as_steps_say
from core.answers import Status

DECK = """# When the inspectors ring: briefing for Hackney staff, May 2025

Hackney is preparing for a short ILACS inspection.

## Week 1 of our inspection: off site

- On Monday the lead inspector telephones the Director by 10am.
- The set-up meeting is held on Monday with the lead inspector and the heads of service.
- We send the 11 Annex A data lists by the end of Tuesday.
- We share the list of audits, and Ofsted picks ten cases for case tracking.
- We send the Annex A documents by noon on Thursday.
- The timetable for week 2 is settled.

## Week 2 of our inspection: on site

- Inspectors arrive on Monday and the Director gives the opening presentation.
- On Tuesday inspectors track cases with social workers.
- On Friday we hear initial feedback and the indicative judgement.
"""
RULES = """# After an Ofsted report: duties of a council, guidance, May 2025

- The council publishes the inspection report within 30 working days of receiving it.
- The council sends a statement of action to Ofsted within 70 working days of receiving the report.
- Completed audits are returned at least three working days before a monitoring visit.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    files = {"briefing/when.md": DECK, "framework-guidance/after.md": RULES}
    return assistant_over(files, "Hackney")


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("why is Annex A sent on Friday?", "Friday", "Tuesday and Thursday"),
        ("how come the data lists go in on the Wednesday", "Wednesday", "Tuesday"),
        ("the docs are due tues arent they", "Tuesday", "Thursday"),
        ("annex a documents go wednesday with the data lists, yeah?", "Wednesday", "Thursday"),
        ("isn't the set-up meeting on the Tuesday", "Tuesday", "Monday"),
        ("inspectors turn up on the Wednesday don't they", "Wednesday", "Monday"),
        ("feedback is friday of week 1 isn't it", "Friday of week 1", "Friday of week 2"),
        ("my head of service says the documents are due Friday, is she right?", "Friday",
         "Thursday"),
        ("Someone told me the data lists are due two days after the call. Is that right?",
         "Wednesday", "Tuesday"),
    ],
)  # fmt: skip
def test_a_day_taken_for_granted_is_put_right(
    assistant: Assistant, question: str, wrong: str, right: str
) -> None:
    answer = assistant.ask([question])
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(f"Not {wrong} but {right}:")
    assert all(each.citations for each in answer.sentences)


@pytest.mark.parametrize(
    "question",
    ["are the data lists due on Tuesday?", "the feedback is on the Friday, isn't it?"],
)
def test_a_right_day_is_not_put_right(assistant: Assistant, question: str) -> None:
    answer = assistant.ask([question])
    assert answer.status is Status.ANSWERED
    assert "Not " not in answer.text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["when are the data lists due", "what do we send after that"], "Annex A documents"),
        (["when do they ring", "what's straight after that?"], "set-up meeting"),
        (["when are the annex a documents due", "and what went before that?"], "data lists"),
        (["when are the data lists due", "and what's the next deadline?"], "Annex A documents"),
        (["what's on Thursday of week 1", "right and the one before?", "and the one before that?"],
         "set-up meeting"),
        (["which meeting comes after the call"], "set-up meeting"),
        (["what paperwork do we send after the lists"], "Annex A documents"),
        (["once the data lists have gone what's the next thing we owe them"], "Annex A documents"),
        (["after the setup meeting whats the next deadline"], "data lists"),
        (["data in. whats next?"], "Annex A documents"),
        (["what's the first thing we send ofsted"], "data lists"),
        (["what's the last thing we send before they arrive"], "Annex A documents"),
        (["what comes after the timetable is settled"], "Inspectors arrive"),
    ],
)  # fmt: skip
def test_what_is_asked_after_a_step_is_of_the_kind_asked_for(
    assistant: Assistant, turns: list[str], said: str
) -> None:
    answer = assistant.ask(turns)
    assert answer.status is Status.ANSWERED
    assert said in answer.text


def test_nothing_is_sent_after_the_last_step(assistant: Assistant) -> None:
    answer = assistant.ask(["when is the feedback", "what do we send after that"])
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["who attends the set-up meeting"], "heads of service"),
        (["when's the setup meeting", "who's invited"], "heads of service"),
        (["when do they ring", "who do they ask for"], "Director"),
        (["who picks the cases"], "Ofsted picks"),
        (["who gives the opening presentation"], "Director"),
        (["what's due on Tuesday of week 1", "who sends it"], "We send"),
    ],
)
def test_who_does_a_step_is_told(assistant: Assistant, turns: list[str], said: str) -> None:
    answer = assistant.ask(turns)
    assert answer.status is Status.ANSWERED
    assert said in answer.text


@pytest.mark.parametrize(
    "turns",
    [
        ["who chairs the set-up meeting"],
        ["who leads the set up meeting"],
        ["when do the annex a docs go", "who proof reads them?"],
        ["when do they ring", "whos the backup if the director is on leave?"],
        ["when is the set up meeting", "what room?"],
        ["who brings the laptops for HMI"],
        ["who makes the tea for the inspection team"],
        ["who books rooms for the inspectors"],
        ["when is the fire drill briefing for inspectors"],
        ["what time do inspectors go home each day"],
        ["where do inspectors sit when they're on site"],
        ["who signs the letter to Ofsted at the end"],
        ["when do we get the draft report"],
        ["when do inspectors interview the lead member"],
        ["do inspectors visit the nursery on the Tuesday of week 2"],
    ],
)
def test_what_no_paper_tells_of_a_visit_is_refused(assistant: Assistant, turns: list[str]) -> None:
    answer = assistant.ask(turns)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("from sending the data lists to inspectors arriving, how many days", "6 days"),
        ("data lists to annex a documents: what's the gap?", "2 days"),
        ("what do we hand over first, lists or documents", "2 days"),
        ("whats first: the data lists or the documents", "2 days"),
        ("not sure i follow: does the presentation come before or after the data lists", "6 days"),
        ("which is due first, the data lists or the Annex A documents", "Tuesday"),
        ("how much time is there from notification until the inspectors come", "7 days"),
        ("what is the time from the phone call until the data lists have to be in", "1 day"),
        ("how long do we have after the call to send the lists", "1 day"),
    ],
)
def test_the_days_between_two_steps(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask([question]).text


def test_the_days_to_the_step_spoken_of(assistant: Assistant) -> None:
    turns = [
        "what do we send on the Tuesday of week 1",
        "how far ahead of inspectors arriving is that?",
    ]
    assert "6 days" in assistant.ask(turns).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how long does the council have to publish the report after getting it", "30 working"),
        ("time limit for publishing the report", "30 working"),
        ("how long do we have to send the statement of action", "70 working"),
        ("how many days between receipt of the report and publishing it", "30 working"),
        ("how many days after receiving the report must we publish it", "30 working"),
        ("number of working days between receiving the report and the statement", "70 working"),
        ("what's the lead-in for handing audits back ahead of a monitoring visit", "three working"),
    ],
)
def test_a_period_is_the_one_of_the_deed_named(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask([question])
    assert said in answer.sentences[0].text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when do they first turn up", "Monday"),
        ("when wld we find out how we did", "Friday"),
        ("wot time does call come", "10am"),
        ("when do the data lists go and when do the docs go", "Thursday"),
        ("deadline for AA documents, not the lists", "noon on Thursday"),
        ("I work in finance and dont know much about this, could you tell me when the data "
         "lists are due?", "Tuesday"),
        ("I'm the data manager and I've been told there's something we have to get over to "
         "Ofsted the day after they ring, what is it", "data lists"),
        ("we never send anything on the thursday of week 1, do we?", "Annex A documents"),
        ("what must be ready the day after the call", "data lists"),
        ("which list goes first?", "data lists"),
        ("when do inspectors pick cases", "Ofsted picks ten cases"),
    ],
)  # fmt: skip
def test_steps_are_found_in_staffs_own_words(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask([question])
    assert answer.status is Status.ANSWERED
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "talk me through the whole inspection",
        "what happens in a short inspection step by step",
        "can you outline the full inspection timetable",
    ],
)
def test_the_whole_course_is_told_week_by_week(assistant: Assistant, question: str) -> None:
    answer = assistant.ask([question])
    assert answer.status is Status.ANSWERED
    told = [answer.text.index(each) for each in ("data lists", "Inspectors arrive", "On Friday")]
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("so the call comes 2 days before they turn up?", "7 days"),
        ("so documents are due before the lists?", "2 days"),
        ("dont we have to do the presentation on the friday", "Not Friday but Monday"),
    ],
)
def test_what_is_claimed_of_two_steps_is_counted(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in assistant.ask([question]).text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("who sends it", "sent"),
        ("the SEND inspection", "SEND"),
        ("when do inspectors turn up", "arrive"),
        ("when do they come back", "come back"),
        ("when is the kick-off meeting", "set-up meeting"),
        ("how we did", "initial feedback"),
    ],
)
def test_what_staff_call_a_step_is_put_as_papers_put_it(asked: str, said: str) -> None:
    assert said in as_steps_say(asked)


KINDS = """# Ofsted: how ILACS inspections run, guidance for all local authorities, June 2025

## Short inspection: week 1 (off site)

- The lead inspector rings the director on Monday, and the planning meeting is held that day.

## Short inspection: week 2 (on site)

- From Monday to Friday inspectors look at records and sit with teams.

## Standard inspection: week 1 (off site)

- The lead inspector rings the director on Monday.

## Standard inspection: week 2 (on site)

- Monday to Friday: first week of the inspection on site.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what meeting takes place on the day ofsted rings", "planning meeting"),
        ("what are the inspectors doing on the tuesday theyre with us", "sit with teams"),
    ],
)
def test_no_kind_is_asked_where_the_other_says_nothing_else(
    assistant_over: Callable[..., Assistant], question: str, said: str
) -> None:
    national = assistant_over({"framework-guidance/kinds.md": KINDS}, "Hackney")
    answer = national.ask([question])
    assert answer.status is Status.ANSWERED
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "how long after the monitoring visit does the letter come",
        "how much notice do we get of a monitoring visit",
        "how long between the end of the inspection and the report being published",
        "how many days after the draft report do we send the statement",
    ],
)
def test_a_period_from_another_event_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask([question])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert not answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "what do we have to send before they arrive",
        "what needs sending before inspectors come on site",
        "what documents do we submit off site",
    ],
)
def test_all_that_is_sent_before_they_come_with_its_days(
    assistant: Assistant, question: str
) -> None:
    text = assistant.ask([question]).text
    assert "data lists by the end of Tuesday" in text
    assert "documents by noon on Thursday" in text
    assert "opening presentation" not in text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["what do we send on Tuesday", "and Thursday?", "who sends those"], "We send the Annex A"),
        (["when is the set-up meeting", "who goes"], "heads of service"),
    ],
)
def test_a_turn_of_a_deed_alone_is_of_the_step_spoken_of(
    assistant: Assistant, turns: list[str], said: str
) -> None:
    assert said in assistant.ask(turns).text
