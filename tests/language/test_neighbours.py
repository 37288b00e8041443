"""'The one before' is an edition; 'the day before' is not."""

from __future__ import annotations

import pytest

from language.neighbours import neighbour


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("and the one before it?", -1),
        ("and the time before that", -1),
        ("what about the previous inspection?", -1),
        ("the report before?", -1),
        ("and before that?", -1),
        ("and at the next one?", 1),
        ("the one after that?", 1),
        ("and the following inspection", 1),
        ("who took part?", 0),
        ("and the day before?", 0),
        ("and the day after?", 0),
        ("what is due before the visit?", 0),
        ("and in 2017?", 0),
    ],
)
def test_an_edition_beside_the_last_one(text: str, beside: int) -> None:
    assert neighbour(text) == beside
