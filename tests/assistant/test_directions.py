"""'Why did it jump?' of a figure that fell is put right, and a row is never given as a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import SentenceKind, Status

FIGURES = """# Performance report of Tower Hamlets children's services, August 2024

| Measure | Mar 24 | Apr 24 | Aug 24 |
|---|---|---|---|
| Children subject to a child protection plan | 305 | 304 | 255 |
| Young carers assessed | 12 | 15 | 19 |
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over({"performance-report/august.md": FIGURES})


@pytest.mark.parametrize(
    ("asked", "correction"),
    [
        ("why did cp plans jump since march?", "Not higher but lower:"),
        ("how much did cp plan numbers rise from march to august 2024", "Not higher but lower:"),
        ("why did the number of young carers assessed fall?", "Not lower but higher:"),
    ],
)
def test_a_wrong_direction_is_put_right(assistant: Assistant, asked: str, correction: str) -> None:
    answer = assistant.ask([asked])
    assert answer.status is Status.ANSWERED
    assert answer.sentences[0].kind is SentenceKind.CORRECTION
    assert answer.sentences[0].text == correction
    assert any(each.kind is SentenceKind.CALCULATED for each in answer.sentences)


def test_a_row_is_no_reason(assistant: Assistant) -> None:
    answer = assistant.ask(["why did the number of cp plans fall since march?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert any("305" in each.quote for each in answer.near)


def test_a_right_direction_is_answered_without_a_correction(assistant: Assistant) -> None:
    answer = assistant.ask(["by how much did cp plans fall from march to august 2024?"])
    kinds = [each.kind for each in answer.sentences]
    assert SentenceKind.CORRECTION not in kinds
    assert SentenceKind.CALCULATED in kinds


@pytest.mark.parametrize(
    "asked",
    [
        "what are we doing to increase cp plans?",
        "how do we raise and increase cp plan numbers",
        "will cp plan numbers rise from march to august 2024",
    ],
)
def test_a_wish_is_no_claim_of_how_it_went(assistant: Assistant, asked: str) -> None:
    kinds = [each.kind for each in assistant.ask([asked]).sentences]
    assert SentenceKind.CORRECTION not in kinds
