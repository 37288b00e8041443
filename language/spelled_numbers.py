"""Numbers spelled in words: 'two hundred and seventy-seven', 'eighty-five point four'."""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = (
    {word: n for n, word in enumerate((*_DIGITS, *_TEENS))}
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {"a": 1, "nought": 0, "oh": 0}
)
_ONE = "|".join(_DIGITS[1:])
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_ONE}))?|{'|'.join(_TEENS)}|{_ONE})"
_HUNDREDS = rf"(?:(?:{_ONE}|{'|'.join(_TEENS)}|a) hundred(?:(?: and)? {_BELOW_100})?)"
_THOUSANDS = (
    rf"(?:(?:{_HUNDREDS}|{_BELOW_100}|a) thousand(?:,? {_HUNDREDS}|(?: and)? {_BELOW_100})?)"
)
_POINT = rf"(?:(?:{_BELOW_100}|zero|nought) point(?: (?:{'|'.join(_DIGITS)}|nought|oh))+)"
SPELLED = rf"(?:{_POINT}|{_THOUSANDS}|{_HUNDREDS})"
"""Of a folded text: numbers of more than one word from a hundred on, and those with a point."""


def value_of(words: str) -> Fraction:
    """The number that words of the form SPELLED, or below a hundred, spell."""
    whole, _, after = words.partition(" point ")
    total, part = Fraction(0), Fraction(0)
    for word in re.split(r"[\s,-]+", whole):
        if word == "hundred":
            part *= 100
        elif word == "thousand":
            total, part = total + part * 1000, Fraction(0)
        elif word != "and":
            part += _VALUES[word]
    decimals = "".join(str(_VALUES[each]) for each in after.split())
    return total + part + Fraction(int(decimals or 0), 10 ** len(decimals))
