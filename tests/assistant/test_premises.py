"""A wrong premise is corrected, and only by like against like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.premises import Premise, wrong_premise
from assistant.question import understand


def premise(question: str, sentence: str) -> Premise | None:
    return wrong_premise(understand([question]), sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "asked", "stands"),
    [
        (
            "do inspectors arrive on the Tuesday?",
            "Inspectors arrive on Monday.",
            "Tuesday",
            "Monday",
        ),
        ("annexe q has 12 lists, which is last", "The eleven lists of annexe Q.", "12", "eleven"),
        ("is it right there are three visits?", "There are 2 visits a year.", "three", "2"),
        (
            "why were we rated inadequate in 2019",
            "The council was rated good in 2019.",
            "inadequate",
            "good",
        ),
        (
            "when in july 2017 was the report published",
            "The report was published on 7 April 2017.",
            "July 2017",
            "April 2017",
        ),
    ],
)
def test_the_passage_corrects_the_question(
    question: str, sentence: str, asked: str, stands: str
) -> None:
    assert premise(question, sentence) == Premise(asked, stands)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how many lists has annexe q", "The eleven lists of annexe Q."),
        ("annexe q has 11 lists, which is last", "The eleven lists of annexe Q."),
        ("annexe q has 12 lists, which is last", "The twelve lists come from four teams."),
        ("annexe q has 12 lists", "There are 4 teams."),
        ("why were we rated good in 2019", "The council was rated good in 2019."),
        ("why were we inadequate in 2017", "The council was rated good in 2019."),
        ("when in april 2017 was it published", "It was published on 7 April 2017."),
        ("what grades are there", "Outstanding, good, requires improvement and inadequate."),
    ],
)
def test_nothing_is_corrected_that_agrees_or_is_of_something_else(
    question: str, sentence: str
) -> None:
    assert premise(question, sentence) is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_taken(question: str, sentence: str) -> None:
    found = premise(question, sentence)
    assert found is None or found.asked != found.stands


@given(st.integers(2, 12))
def test_a_sentence_never_corrects_itself(number: int) -> None:
    text = f"The plan has {number} priorities."
    assert premise(text, text) is None
