"""'We' with no council set is asked about where a council's paper answers, and only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Status

COUNCIL = """# Improvement plan of {} Council, {} 2024

## Oversight

The improvement plan of {} is overseen by {}.
"""
GUIDE = """# Ofsted: guidance for all local authorities on focused visits, June 2024

## Grades

A focused visit ends with a letter and no grade.
"""
FILES = {
    "improvement-plan/hackney.md": COUNCIL.format("Hackney", "April", "Hackney", "the Audit Board"),
    "improvement-plan/wokingham.md": COUNCIL.format(
        "Wokingham", "May", "Wokingham", "the Practice Board"
    ),
    "framework-guidance/visits.md": GUIDE,
}


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over(FILES, "")


def test_asked_where_a_councils_paper_answers(assistant: Assistant) -> None:
    answer = assistant.ask(["who oversees our improvement plan?"])
    assert answer.status is Status.NEEDS_CLARIFICATION
    assert {each.organisation for each in answer.options} == {"Hackney", "Wokingham"}
    assert not answer.citations
    chosen = assistant.ask(["who oversees our improvement plan?"], "Wokingham")
    assert "Practice Board" in chosen.text


def test_not_asked_where_the_countrys_guidance_answers(assistant: Assistant) -> None:
    answer = assistant.ask(["will we get a grade from a focused visit?"])
    assert answer.status is Status.ANSWERED
    assert "no grade" in answer.text


def test_our_paper_that_is_not_held_is_refused_by_name(
    assistant_over: Callable[..., Assistant],
) -> None:
    plan = {"improvement-plan/hackney.md": FILES["improvement-plan/hackney.md"]}
    answer = assistant_over(plan, "Camden").ask(["who oversees our improvement plan?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "no improvement plan of Camden" in answer.text
    hackney = assistant_over(plan, "Hackney")
    assert "Audit Board" in hackney.ask(["who oversees our improvement plan?"]).text
