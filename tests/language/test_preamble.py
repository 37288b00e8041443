"""Who asks, and what for, is not what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.preamble import without_preamble

HELD = {"youth", "justic", "ilac", "ofsted"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Head of QA here: when do audits go back?", "when do audits go back?"),
        ("AD here. Who signs off the plan", "Who signs off the plan"),
        ("hi all, when do they ring", "when do they ring"),
        ("room bookings: which day is the presentation", "which day is the presentation"),
        ("youth justice: who inspects it?", "youth justice: who inspects it?"),
        ("I need to hold diaries for the talk, which day please", "the talk, which day please"),
        ("is the timetable here: yes or no", "is the timetable here: yes or no"),
        ("who is here", "who is here"),
        (
            "when do we need to book rooms for the visit",
            "when do we need to book rooms for the visit",
        ),
    ],
)
def test_only_the_question_is_left(typed: str, asked: str) -> None:
    assert without_preamble(typed, HELD.__contains__) == asked


@given(st.text(max_size=200))
def test_what_is_left_is_the_end_of_what_was_typed(typed: str) -> None:
    assert typed.endswith(without_preamble(typed, lambda _: False))
