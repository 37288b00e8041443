"""'Which indicators went down?' gives every row that did, with its cells, marked calculated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Answer, SentenceKind, Status

FIGURES = """# Performance report of Tower Hamlets children's services, August 2024

## Children with a plan

| Measure | Mar 24 | Jul 24 | Aug 24 |
|---|---|---|---|
| Children subject to a child protection plan | 305 | 261 | 255 |
| Children in need visited in four weeks | 85.0% | 78.0% | 79.9% |

## Young people leaving care

| Measure | Mar 24 | Jul 24 | Aug 24 |
|---|---|---|---|
| Care leavers in education, employment or training | 76.8% | 74.3% | 73.8% |
| Care leavers in suitable accommodation | 92.8% | 93.7% | 93.7% |

In August 2024 there were 40 referrals; from March to August 2024 there were 310 referrals.
"""
MONTHS = "From April to September 2024 there were 7,261 contacts with the front door.\n"


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    files = {
        "performance-report/august.md": FIGURES,
        "briefing/front-door.md": f"# The front door of Tower Hamlets, October 2024\n\n{MONTHS}",
    }
    return assistant_over(files)


def items(answer: Answer) -> list[str]:
    return [each.text for each in answer.sentences if each.kind is SentenceKind.ITEM]


def test_every_row_that_fell_is_said_with_both_cells(assistant: Assistant) -> None:
    answer = assistant.ask(["which indicators went down between July and August?"])
    assert items(answer) == [
        "Children subject to a child protection plan: 261 (Jul 24); 255 (Aug 24)",
        "Care leavers in education, employment or training: 74.3% (Jul 24); 73.8% (Aug 24)",
    ]
    assert "calculated" in answer.text
    for sentence in answer.sentences:
        if sentence.kind is SentenceKind.ITEM:
            quote = answer.citations[sentence.citations[0] - 1].quote
            assert "Jul 24" in quote
            assert "Aug 24" in quote


def test_the_rows_of_what_is_named_are_chosen(assistant: Assistant) -> None:
    answer = assistant.ask(["which care leaver measures have fallen since march"])
    assert len(items(answer)) == 1
    assert items(answer)[0].startswith("Care leavers in education")


def test_better_and_worse_are_not_decided_for_the_papers(assistant: Assistant) -> None:
    answer = assistant.ask(["which measures got worse between july and august 2024"])
    assert "do not say" in answer.sentences[0].text
    assert len(items(answer)) == 3


def test_a_figure_of_several_months_is_not_one_months(assistant: Assistant) -> None:
    answer = assistant.ask(["how many contacts were there in August?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert any("7,261" in each.quote for each in answer.near)
    assert "7,261" in assistant.ask(["how many contacts were there?"]).text


def test_each_number_that_the_question_names_is_said_with_its_place(assistant: Assistant) -> None:
    answer = assistant.ask(["was it 305 or 255 on child protection plans?"])
    assert "305 (Mar 24)" in answer.text
    assert "255 (Aug 24)" in answer.text
    assert "401" not in assistant.ask(["was it 401 or 255 on child protection plans?"]).text
