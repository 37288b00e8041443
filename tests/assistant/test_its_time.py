"""A paper speaks of its own time: inspections by their dates, editions not held, undated 'soon'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Answer, Status

REPORT = """# Inspection of Wokingham local authority children's services

Inspection dates: {}

Lead inspector: Ann Ashdown

Report published: {}

| Judgement | Grade |
|---|---|
| Overall effectiveness | {} |
"""
PLAN = """# Improvement plan of Wokingham children's services, {}

The plan has {} themes.
"""
UNDATED = """# Visits to Wokingham children's services

Inspectors of special educational needs are expected imminently. We are 18 months post our last
visit of theirs. There are 301 children in care.
"""
FILES = {
    "inspection-report/2019.md": REPORT.format("3 to 14 June 2019", "15 July 2019", "Good"),
    "inspection-report/2023.md": REPORT.format("6 to 17 March 2023", "9 May 2023", "Outstanding"),
    "improvement-plan/2017.md": PLAN.format("May 2017", "four"),
    "improvement-plan/2024.md": PLAN.format("April 2024", "five"),
    "briefing/visits.md": UNDATED,
}


@pytest.fixture
def ask(assistant_over: Callable[..., Assistant]) -> Callable[[str], Answer]:
    assistant = assistant_over(FILES, "Wokingham")
    return lambda question: assistant.ask([question])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("when were we last inspected?", "Inspection dates: 6 to 17 March 2023"),
        ("how long is it since our last inspection", "Inspection dates: 6 to 17 March 2023"),
        ("when was our 2019 inspection", "Inspection dates: 3 to 14 June 2019"),
        ("when was the inspection before, the previous one?", "Inspection dates: 3 to 14 June"),
        ("when did our 2019 report come out?", "Report published: 15 July 2019"),
    ],
)
def test_a_report_gives_its_own_dates(ask: Callable[[str], Answer], asked: str, said: str) -> None:
    assert ask(asked).text.startswith(said)


def test_the_next_inspection_has_no_date_in_an_old_report(ask: Callable[[str], Answer]) -> None:
    assert ask("when will our next inspection be?").status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("what grade did we get in 2026?", "March 2023"),
        ("how many themes has the 2022 improvement plan?", "May 2017"),
    ],
)
def test_what_is_not_held_is_named_with_what_is(
    ask: Callable[[str], Answer], asked: str, held: str
) -> None:
    answer = ask(asked)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "hold no" in answer.text
    assert held in answer.text


def test_an_edition_that_is_held_answers_when_its_year_is_asked(
    ask: Callable[[str], Answer],
) -> None:
    assert "four" in ask("how many themes has the 2017 improvement plan?").text
    assert "five" in ask("how many themes has the improvement plan?").text


def test_imminently_in_an_undated_paper_is_no_time(ask: Callable[[str], Answer]) -> None:
    answer = ask("when are the inspectors of special educational needs coming?")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_a_figure_of_another_month_does_not_answer(ask: Callable[[str], Answer]) -> None:
    answer = ask("how many children were in care in March 2025?")
    assert answer.status is Status.NOT_IN_DOCUMENTS


def test_an_old_state_is_said_to_be_of_its_day_beside_the_newer_word(
    assistant_over: Callable[..., Assistant],
) -> None:
    papers = {
        "briefing/old.md": "# Briefing of Hackney, November 2020\n\n"
        "Inspections of our services are currently suspended.\n",
        "briefing/new.md": "# Preparing for inspection in Hackney, October 2024\n\n"
        "The next inspection of our services will be a short one.\n",
    }
    answer = assistant_over(papers, "Hackney").ask(["are inspections suspended now?"])
    lines = answer.text.splitlines()
    assert "short one" in lines[0]
    assert lines[1] == "Said in November 2020:"
    assert "currently suspended" in lines[2]
