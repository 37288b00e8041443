"""Lengths of time in words: 'ten working days', '25 to 35 days', 'the tenth working day'."""

from __future__ import annotations

import re

from core.inspection_steps import Unit

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    {word: number for number, word in enumerate(_ONES, start=1)}
    | {word: number * 10 for number, word in enumerate(_TENS, start=2)}
    | {
        f"{ten}{space}{one}": number * 10 + more
        for number, ten in enumerate(_TENS, start=2)
        for more, one in enumerate(_ONES[:9], start=1)
        for space in "- "
    }
    | {"a": 1, "an": 1, "a hundred": 100, "one hundred": 100}
)
AMOUNT = (
    rf"(?<!\d[.,])(?<!\bhalf )"
    rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?![.,]\d)"
)
_UNITS: tuple[tuple[Unit, str], ...] = (
    (Unit.WORKING_DAYS, r"(?:working|business|school|w/?)[ -]?days?|wds?"),
    (Unit.DAYS, r"(?:calendar |clear |consecutive )?days?"),
    (Unit.WEEKS, r"(?:calendar |full )?(?:weeks?|wks?)|fortnights?"),
    (Unit.MONTHS, r"(?:calendar )?months?"),
    (Unit.YEARS, r"years?"),
    (Unit.HOURS, r"hours?|hrs?"),
)
UNIT = "|".join(pattern for _, pattern in _UNITS)
LENGTH = (
    rf"(?P<amount>{AMOUNT})(?:\s?\(\d{{1,3}}\))?"
    rf"(?:\s?(?:-|to|and|or)\s?(?P<up_to>{AMOUNT}))?[\s-](?P<unit>{UNIT})\b(?:'|'s)?"
    # '8 weeks (56 days)' says the same twice.
    rf"(?:\s?\((?:\d{{1,3}}) (?:{UNIT})\))?"
)
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth",
              "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip


def _ordinal(word: str) -> str:
    """'tenth' of 'ten', 'twenty-first' of 'twenty-one'."""
    head, mark, last = word.rpartition("-") if "-" in word else word.rpartition(" ")
    return head + mark + _IRREGULAR.get(last, re.sub(r"y$", "ie", last) + "th")


_ORDINALS = {_ordinal(word): number for word, number in _NUMBERS.items() if word not in ("a", "an")}
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def amount_of(words: str) -> int:
    """'10', 'ten' and 'tenth' as a number."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else (_NUMBERS | _ORDINALS)[words]


def unit_of(words: str) -> Unit:
    """The unit that 'working day', 'wd' and so on are."""
    return next(unit for unit, form in _UNITS if re.fullmatch(form, words))
