"""A sentence on a table's row says which way its figures lie only as they do lie."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.check import Fault, check
from assistant.writing.material import Material
from assistant.writing.sentences import written_sentences

ROW = {
    1: Material(
        1,
        "Children visited in time ; 2022/23: 84% ; 2023/24: 71% ; 2024/25: 78% ; England: 80%"
        " ; Target: 90%",
        "Visits",
        "Figures of the year",
    )
}


def _near(text: str, others: Sequence[str]) -> list[float]:
    return [1.0 for _ in others]


def _fault(said: str) -> Fault:
    (sentence,) = written_sentences([said])
    return check(sentence, "", ROW, _near).fault


@pytest.mark.parametrize(
    "said",
    [
        "Children visited in time rose from 71% in 2023/24 to 78% in 2024/25 [1].",
        "Children visited in time fell between 2022/23 and 2023/24 [1].",
        "Fewer children were visited in time in 2024/25, at 78%, than in 2022/23 [1].",
        "At 78% the children visited in time were below England's 80% [1].",
        "The share of children visited in time has risen since 2023/24 [1].",
    ],
)
def test_the_way_that_a_rows_figures_lie_may_be_said(said: str) -> None:
    assert _fault(said) is Fault.NONE


@pytest.mark.parametrize(
    "said",
    [
        "Children visited in time rose between 2022/23 and 2023/24 [1].",
        "More children were visited in time in 2024/25, at 78%, than in 2022/23 [1].",
        "At 78% the children visited in time were above England's 80% [1].",
        "The share of children visited in time has fallen since 2023/24 [1].",
        "Children visited in time have risen steadily since 2022/23 [1].",
        "Children visited in time met the target [1].",
        "Children visited in time fell from 78% to 71% [1].",
    ],
)
def test_the_other_way_may_not(said: str) -> None:
    assert _fault(said) is Fault.DIRECTION
