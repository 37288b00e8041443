"""The groups of children that a text speaks of: a figure of one is never held against another's."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.evidence import without_left_out
from language.words import fold

_GROUPS = (
    ("need", r"children in need|child in need|cin|chins?"),
    ("plan", r"(?:child |children )?protection (?:plans?|conferences?|reviews?|visits?)|cpp?s?"
     r"|(?:children|kids|young people|number|those|numbers) (?:subject to|on) (?:a |a cp |cp )?"
     r"(?:child protection )?plans?|on (?:a )?(?:cp )?plans?"),
    ("care", r"(?:children|child|kids|young people|number|those|numbers) in (?:our |the )?care"
     r"(?! leav| plan)|looked[- ]after|lac|cla|(?:in|out of|into) care(?! leav)"),
    ("leavers", r"care[- ]leavers?|leaving care|care experienced|personal advis[eo]rs?"
     r"|local offer|pathway plans?"),
    ("alone", r"unaccompanied|uascs?|asylum"),
    ("youth justice", r"youth justice|yots?|youth offending"),
    ("send", r"send|special educational needs|ehcps?"),
    ("homeless", r"homeless"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"\b(?:{form})\b")) for name, form in _GROUPS)


@lru_cache(maxsize=20_000)
def groups_in(text: str) -> frozenset[str]:
    """The groups that a text names; those that it leaves out ('exc. LAC') are not among them."""
    folded = fold(without_left_out(text))
    return frozenset(name for name, form in _PATTERNS if form.search(folded))


@lru_cache(maxsize=20_000)
def without_groups(text: str) -> str:
    """The folded text without the words that name groups."""
    rest = fold(text)
    for _, form in _PATTERNS:
        rest = form.sub(" ", rest)
    return rest


def clash(one: str, other: str) -> bool:
    """True where both name groups, and none is of both."""
    first, second = groups_in(one), groups_in(other)
    return bool(first and second and not first & second)
