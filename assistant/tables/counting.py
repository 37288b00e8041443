"""The number that a sentence gives of the thing that "how many ..." counts."""

from __future__ import annotations

import re

from language.acronyms import spelled_out
from language.patterns import MONTH, NUMBER, UNIT, YEAR
from language.weeks import NUMBERS
from language.words import content_terms, fold, words

_COUNTED = re.compile(
    r"\b(?:how many|number of) (?P<thing>[\w' -]+?)(?= (?:do|does|did|are|is|were|was|have|has|had"
    r"|will|can|should|must|would|in|on|at|to|for|from|by|of|with|we|they|per|over|under|got)\b"
    r"|[?,.]|$)"
)
# Numbers that count nothing: ages, dates, stretches of time, references.
_NOT_COUNTS = re.compile(
    rf"\b\d+(?:/\d+)+\b|\b\d+(?:(?: and | to | or |-)\d+)?[ -]year[ -]olds?\b|\baged? \d+\b"
    rf"|\b{MONTH} \d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b"
)
_STRETCH = re.compile(rf"\b{NUMBER} {UNIT}\b|\b\d[.:]\d\d ?(?:am|pm)?\b")
_OF_TIME = frozenset(content_terms("days weeks months years hours"))
_RATE = re.compile(r"\brate of [\d.,]+|\bper [\d,]+\b")
BEFORE_THING = 6
"""Words from a number to what it counts: 'one regulatory His Majesty's Inspector'."""

NEAR = 40
"""Characters between a number and what it counts: about six words."""


def count_beside(asked: str, text: str) -> frozenset[str]:
    """The numbers that a sentence puts before the thing that 'how many ...' counts: '4 social care
    inspectors'; numbers as digits.
    """
    thing = _thing_counted(asked)
    folded = fold(spelled_out(text))
    for each in (re.compile(YEAR), _RATE, _NOT_COUNTS, _STRETCH):
        folded = each.sub(" ", folded)
    number = rf"(?<![\w.,])(?P<number>{NUMBER})(?! ?%)"
    found = re.finditer(rf"{number}(?=(?P<after>(?: [\w'()-]+){{1,{BEFORE_THING}}}))", folded)
    return frozenset(
        _digits(words(each["number"])[0])
        for each in found
        if thing & set(content_terms(each["after"]))
    )


def _digits(word: str) -> str:
    """'4' for 'four'."""
    return str(NUMBERS.get(word, word))


def _thing_counted(asked: str) -> set[str]:
    """The stems of what 'how many ...' counts, short forms with their long ones."""
    match = _COUNTED.search(fold(asked))
    return set(content_terms(spelled_out(match["thing"]))) if match else set()


def how_surely_counted(asked: str, folded: str, pattern: re.Pattern[str]) -> float:
    """A number beside the thing counted, a number with it elsewhere, or any number."""
    thing = _thing_counted(asked)
    folded = _NOT_COUNTS.sub(" ", folded)
    if not thing & _OF_TIME:
        folded = _STRETCH.sub(" ", folded)
    if not pattern.search(folded):
        return 0.0
    if not thing:
        return 1.0
    held = content_terms(folded)
    if not thing & set(held):
        return 0.4
    for found in pattern.finditer(folded):
        around = content_terms(folded[max(0, found.start() - NEAR) : found.end() + NEAR])
        if thing & set(around) and not _of_others(found, thing):
            return 1.0
    return 0.7


def _of_others(found: re.Match[str], thing: set[str]) -> bool:
    """Is a number a share, or does what follows it say that it counts something else?"""
    number = found[0].rstrip()
    after = found.string[found.start() + len(number) :]
    if number.endswith("%") or re.match(r" ?(?:%|per ?cent\b)", after):
        return True
    following = re.match(rf"(?: [\w'()-]+){{1,{BEFORE_THING}}}", after)
    if following is None or thing & set(content_terms(following[0])):
        return False
    return bool(content_terms(following[0].split()[0]))
