"""A follow-up of one phrase is completed by the question before."""

from __future__ import annotations

import pytest

from language.ellipsis import completed

NOTICE = "How much notice do we get for a standard inspection?"


@pytest.mark.parametrize(
    ("follow", "before", "whole"),
    [
        ("And for a short one?", NOTICE, "How much notice do we get for a short inspection?"),
        ("for a short one", NOTICE, "How much notice do we get for a short inspection?"),
        (
            "and for a standard inspection?",
            "How many inspectors will come?",
            "How many inspectors will come for a standard inspection?",
        ),
        ("for CIN?", "visits for CP in August 2024?", "visits for CIN in August 2024?"),
        ("and for the long one", "How many come?", ""),
        ("who chairs it?", NOTICE, ""),
        ("why?", NOTICE, ""),
    ],
)
def test_a_phrase_takes_the_place_of_its_like(follow: str, before: str, whole: str) -> None:
    assert completed(follow, before) == whole
