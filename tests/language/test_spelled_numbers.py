"""A number spelled in words is the number that it spells."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.numbers import amounts
from language.spelled_numbers import SPELLED, value_of

ONES = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """As the English write it."""
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        ten = TENS[number // 10 - 2]
        return f"{ten}-{spelled(number % 10)}" if number % 10 else ten
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            more = f"{' and ' if rest < 100 else ' '}{spelled(rest)}" if rest else ""
            return f"{spelled(number // size)} {name}{more}"
    raise AssertionError


@given(st.integers(100, 99_999))
def test_from_a_hundred_on(number: int):
    words = spelled(number)
    assert re.fullmatch(SPELLED, words)
    assert value_of(words) == number
    (found,) = amounts(f"we had {words} contacts")
    assert (found.value, found.words) == (number, words)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("eighty-five point four per cent", Fraction("85.4"), "%"),
        ("ninety point oh five percent", Fraction("90.05"), "%"),
        ("a hundred and five", Fraction(105), ""),
        ("twelve hundred", Fraction(1200), ""),
        ("two hundred days", Fraction(200), "d"),
    ],
)
def test_as_people_say_them(words: str, value: Fraction, unit: str):
    (found,) = amounts(words)
    assert (found.value, found.unit) == (value, unit)
