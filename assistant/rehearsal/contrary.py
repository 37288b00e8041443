"""Whether a claim and a statement deny each other: one says it and the other does not."""

from __future__ import annotations

import re

from assistant.checks.contraries import opposite_way
from assistant.checks.denials import after_denials, denials
from assistant.rehearsal.likeness import keys_of
from assistant.rehearsal.statements import Statement
from language.words import content_terms, fold

_HEDGE = re.compile(
    r"\b(?:i (?:don't|do not|dont|couldn't|could not|can't|cannot|won't|would not"
    r"|wouldn't|didn't|did not|haven't|have not|'d not|would never|never)|i'm not|i am not|i'd not"
    r"|not sure|not only|not just|no doubt|isn't it|is it not|int it|don't you|why not"
    r"|nobody told|no idea|not to mention|no wonder|no matter)\b"
)
_LOOSE = frozenset(content_terms("yet been only later more than all very"))
DENIED = 2
"""Words after 'no' that it denies at least: 'no significant concerns'."""


def contrary(text: str, statement: Statement) -> tuple[bool, bool]:
    """Whether one of the two says it and the other denies it; whether they say contraries."""
    mine = fold(text)
    part = _nearest(mine, statement)
    plain, whole = _HEDGE.sub(" ", mine), fold(statement.text)
    here, there = _denies(plain), _denies(part)
    denied = here is not there or (not here and _asserts(plain, whole))
    return denied, bool(opposite_way(mine, part))


def _asserts(mine: str, theirs: str) -> bool:
    """'Serious concerns', where what stands there has 'no significant concerns'."""
    said = set(content_terms(mine))
    for words in after_denials(theirs):
        denied = [each for each in content_terms(words) if each not in _LOOSE][:DENIED]
        if said & set(denied[-1:]):
            return True
    return False


def _denies(folded: str) -> bool:
    return denials(folded)[0] > 0


def _nearest(mine: str, statement: Statement) -> str:
    """The part of a statement that has most in common with what is said."""
    if statement.row is not None:
        return fold(statement.subject)
    keys = keys_of(mine)
    parts = [each for each in statement.parts if each != statement.text] or [statement.text]
    return fold(max(parts, key=lambda each: len(keys & keys_of(each)) - len(each) / 1000))
