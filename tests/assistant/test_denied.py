"""A line that denies what a question takes for granted is told, and not kept back by a refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Status

PAPER = """# Briefing of Tower Hamlets, October 2024

## Yearly review meeting

The yearly review meeting took place in March 2024.

No significant concerns were raised and members heard that the peer visit would be short.

The panel rings the office on a Monday morning.

The kitchen of the office was painted.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over({"briefing/review.md": PAPER}, "Tower Hamlets")


def test_what_was_not_raised_is_said_to_be_none(assistant: Assistant) -> None:
    answer = assistant.ask(["which significant concerns were raised in June 2023?"])
    assert answer.status in (Status.ANSWERED, Status.PARTLY_ANSWERED)
    assert "No significant concerns were raised" in answer.text
    assert answer.citations


def test_another_month_is_put_right(assistant: Assistant) -> None:
    answer = assistant.ask(["which day in June 2024 was the yearly review meeting?"])
    assert answer.status in (Status.ANSWERED, Status.PARTLY_ANSWERED)
    assert "Not June 2024 but March 2024" in answer.text


def test_a_line_that_denies_another_thing_answers_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(["which fire doors of the kitchen were raised as broken?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
