"""Misspelt words are put right towards what the documents say; what is a word is left alone."""

from __future__ import annotations

import pytest

from language.spelling import corrected
from language.words import stem

USUAL = [
    "improvement",
    "improve",
    "annex",
    "annexed",
    "timeliness",
    "assessment",
    "board",
    "meeting",
]
STEMS = {stem(each) for each in USUAL} | {"ofst"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("areas for improvment", "areas for improvement"),
        ("asessment timelines", "assessment timelines"),
        ("the annexe", "the annexe"),
        ("improvement board", "improvement board"),
        ("wot meetting", "what meeting"),
    ],
)
def test_what_is_put_right(typed: str, meant: str) -> None:
    said = corrected(typed, STEMS.__contains__, lambda: STEMS, lambda: [*USUAL, "timelines"])
    assert said == meant
