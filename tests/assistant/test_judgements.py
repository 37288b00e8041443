"""'What did we get?' is answered by area and by year, and a grade taken for granted put right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import SentenceKind, Status

REPORT = """# Inspection of {} local authority children's services

Report published: May {}

Lead inspector: Ann Ashdown

| Judgement | Grade |
|---|---|
| The experiences and progress of children who need help and protection | {} |
| The experiences and progress of care leavers | {} |
| Overall effectiveness | {} |
"""
NEWSLETTER = """# Newsletter of Wokingham children's services, October 2024

Wokingham was rated good at its last ILACS inspection, in 2024. One of our homes was rated
outstanding in 2023. The Larches was rated inadequate at its inspection in 2025. Hackney was rated
outstanding at its inspection in 2025.
"""
FILES = {
    "inspection-report/wokingham-2016.md": REPORT.format(
        "Wokingham", 2016, "Inadequate", "Requires improvement", "Inadequate"
    ),
    "inspection-report/wokingham-2019.md": REPORT.format(
        "Wokingham", 2019, "Good", "Outstanding", "Good"
    ),
    "inspection-report/hackney-2022.md": REPORT.format(
        "Hackney", 2022, "Good", "Good", "Outstanding"
    ),
}


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over(FILES, "Wokingham")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what did we get in 2016?", ["Overall effectiveness: Inadequate"]),
        ("whats our grade for care leavers", ["care leavers: Outstanding"]),
        ("what grade are we", ["effectiveness: Good", "effectiveness: Inadequate"]),
        ("what grade do we have now", ["effectiveness: Good", "effectiveness: Inadequate"]),
        ("help and protection grade 2016 against 2019", ["Inadequate", "Good"]),
        ("how did our overall grade move from 2016 to the next one", ["Inadequate", "Good"]),
        ("overall grade: hackney or wokingham?", ["Outstanding", "Good"]),
        ("which bit did we do best on in 2019", ["care leavers: Outstanding"]),
        ("where did we not get outstanding in 2019", ["help and protection: Good"]),
    ],
)
def test_grades_by_area_and_year(assistant: Assistant, asked: str, said: list[str]) -> None:
    answer = assistant.ask([asked])
    assert answer.status is Status.ANSWERED
    cells = [each.text for each in answer.sentences if each.kind is SentenceKind.CELL]
    assert len(cells) == len(said)
    assert all(any(words in cell for cell in cells) for words in said)
    assert all(len(each.citations) == 1 for each in answer.sentences if each.text in cells)


@pytest.mark.parametrize(
    "asked",
    [
        "why did our care leavers get good in 2019?",
        "did we get outstanding for help and protection in 2019?",
        "why were we rated inadequate in 2019?",
    ],
)
def test_a_grade_taken_for_granted_is_put_right(assistant: Assistant, asked: str) -> None:
    first = assistant.ask([asked]).sentences[0]
    assert first.kind is SentenceKind.CORRECTION
    assert first.text.startswith("Not ")


@pytest.mark.parametrize(
    ("asked", "stands"),
    [
        ("now we're inadequate how often will the monitors visit", "Not inadequate but good:"),
        ("how did ofsted come to judge us outstanding in 2019", "Not outstanding but good:"),
        ("who led the inspection where we got outstanding", "Not outstanding but good:"),
    ],
)
def test_a_grade_of_ours_in_passing_is_put_right(
    assistant: Assistant, asked: str, stands: str
) -> None:
    answer = assistant.ask([asked])
    assert answer.sentences[0].text == stands
    assert answer.sentences[1].text == "Overall effectiveness: Good"


@pytest.mark.parametrize(
    "asked",
    [
        "if we're inadequate how often do monitors visit",
        "when we are inadequate who monitors us",
        "why were we rated inadequate",
        "what are we good at",
        "how do we get outstanding for care leavers",
        "what would show that we are outstanding",
        "do we have a good council plan",
    ],
)
def test_a_grade_that_nobody_takes_for_granted_is_let_be(assistant: Assistant, asked: str) -> None:
    said = assistant.ask([asked]).sentences
    assert not any(each.kind is SentenceKind.CORRECTION for each in said)


def test_the_time_before(assistant: Assistant) -> None:
    answer = assistant.ask(["what did we get in 2019?", "and the time before that?"])
    assert "Overall effectiveness: Inadequate" in answer.text
    assert answer.citations[0].document.file.endswith("2016.md")


def test_a_council_without_papers_is_refused(assistant: Assistant) -> None:
    assert assistant.ask(["what did Camden get in 2019?"]).status is Status.NOT_IN_DOCUMENTS


def test_a_newer_inspection_told_in_another_paper_speaks(
    assistant_over: Callable[..., Assistant],
) -> None:
    files = FILES | {"briefing/wokingham.md": NEWSLETTER}
    answer = assistant_over(files, "Wokingham").ask(["what grade are we"])
    assert "Wokingham was rated good at its last ILACS inspection, in 2024." in answer.text
    assert not any(word in answer.text for word in ("home", "Larches", "Hackney"))


@pytest.mark.parametrize("asked", ["is our fostering outstanding?", "what grade did Lambeth get?"])
def test_no_grade_held_is_said_and_nothing_else_is_given(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask([asked])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "grade" in answer.text or "Lambeth" in answer.text


def test_a_homes_grade_is_not_the_councils(
    assistant_over: Callable[..., Assistant],
) -> None:
    paper = (
        "# Homes in Lambeth, May 2024\n\nThe Larches was rated outstanding in Lambeth in 2023.\n"
    )
    assistant = assistant_over({"briefing/homes.md": paper, **FILES}, "Wokingham")
    answer = assistant.ask(["what grade did Lambeth get?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "outstanding" in assistant.ask(["how was The Larches in Lambeth rated?"]).text


PLAN = """# Improvement plan of Wokingham children's services, May 2017

On 7th April Ofsted published its report, with an overall judgement that children's services in
Wokingham are inadequate.
"""
MINUTES = """# Minutes of the scrutiny committee of Wokingham, July 2021

Wokingham was rated good at the 2019 inspection.
"""


@pytest.mark.parametrize("asked", ["what did Ofsted rate us", "which grade do we have"])
def test_without_reports_the_newer_word_leads_and_the_older_is_earlier(
    assistant_over: Callable[..., Assistant], asked: str
) -> None:
    told = {"improvement-plan/plan.md": PLAN, "minutes/july.md": MINUTES}
    answer = assistant_over(told, "Wokingham").ask([asked])
    said = [each.text for each in answer.sentences]
    assert "rated good at the 2019 inspection" in said[0]
    assert said[1] == "Earlier (April 2017):", "the day's year is that of its paper"
    assert "inadequate" in said[2]


def test_the_grade_before_is_said_as_earlier(assistant: Assistant) -> None:
    lines = assistant.ask(["what grade are we?"]).text.splitlines()
    assert lines == [
        "Overall effectiveness: Good",
        "Earlier (May 2016):",
        "Overall effectiveness: Inadequate",
    ]
    assert "Earlier" not in assistant.ask(["what grade were we in 2019?"]).text
