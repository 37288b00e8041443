"""'What is X?' is answered by the line that says what X is, and hardly anything by a stranger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Status

PAPER = """# How we work in Wokingham, May 2025

Stronger Ties puts relationships at the centre of practice with families, partners and staff.

Stronger Ties makes supervision more consistent and more curious in every team.

Stronger Ties is the name of our practice framework.

The Stronger Ties board is a meeting of heads of service.

What do you know about social work practice in the borough?
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over({"briefing/ties.md": PAPER}, "Wokingham")


@pytest.mark.parametrize(
    "asked", ["what is stronger ties", "whats Stronger Ties?", "what does stronger ties mean"]
)
def test_the_line_that_says_what_it_is_comes_first(assistant: Assistant, asked: str) -> None:
    said = assistant.ask([asked]).sentences
    assert said[0].text == "Stronger Ties is the name of our practice framework."


def test_a_line_of_a_longer_name_defines_something_else(assistant: Assistant) -> None:
    said = assistant.ask(["what is the stronger ties board"]).sentences
    assert said[0].text == "The Stronger Ties board is a meeting of heads of service."


def test_a_line_with_next_to_nothing_of_the_question_answers_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(["do cllrs have to know all the nitty gritty of it"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
