"""Do steps of two papers tell of one thing? By the words that name it, and not by when and who."""

from __future__ import annotations

import re
from functools import lru_cache

from language.clock import clock_times
from language.words import content_terms, fold, terms

MORE_THAN = 0.5
"""Share of the things that the shorter step names that both must name: of 'Annex A lists' and
'Annex A documents' half is one, and they are two things.
"""
LIGHT = 0.2
"""What a word that stands in step after step counts for which of two is the likelier."""
_LIGHT = frozenset(
    terms(
        """send sent submit submitted hand handed provide provided give gives given share shared
        upload uploaded return returned deliver delivered file receive received go goes hear heard
        hold held see attend ready prepare prepared get gets make made take taken announce
        announced meet meeting meetings session visit due begin begins begun start starts
        ofsted council authority inspector inspectors inspectorate lead team teams staff we"""
    )
)
"""What is done, and by whom, in any step: the thing that it is done with names one."""
_COMMON = frozenset(
    terms(
        """week weeks day days date time site inspection inspections end ends first second third
        within working
        calendar hours month months
        monday tuesday wednesday thursday friday saturday sunday morning afternoon evening"""
    )
)
"""Words of when and where: two papers may put one thing at other times."""
_CALL = frozenset(terms("telephone telephones phone phones ring rings rang"))
_BESIDE = re.compile(
    r"\b(?:on|by|before|after|until|from)\s+(?:the\s+)?(?:day|end|start|morning|afternoon)\s+of\s+"
    r"(?:the\s+)?(?:call|arrival|day|play|business|visit|week\s*\d*)\b"
)
"""'On the day of the call' says when, and names no call."""
_NUMBER = re.compile(r"^\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?$")


def likeness(one: str, other: str) -> float:
    """How much of their words two steps share, 0 to 1; 0 where too few to tell of one thing."""
    mine, theirs = _telling(one), _telling(other)
    things, others = mine - _LIGHT, theirs - _LIGHT
    if not things or not others:
        # 'Meeting with Ofsted' has no more to go by.
        things, others = mine, theirs
    shared = things & others
    if not shared or len(shared) <= MORE_THAN * min(len(things), len(others)):
        return 0.0
    return _weight(mine & theirs) / _weight(mine | theirs)


def _weight(words: frozenset[str]) -> float:
    return sum(LIGHT if word in _LIGHT else 1.0 for word in words)


@lru_cache(maxsize=2000)
def _telling(what: str) -> frozenset[str]:
    folded = fold(what)
    for each in reversed(clock_times(folded, bare=True)):
        folded = f"{folded[: each.start]} {folded[each.end :]}"
    found = {each for each in content_terms(_BESIDE.sub(" ", folded)) if not _NUMBER.match(each)}
    called = {"call"} if found & _CALL else set()
    return frozenset((found - _CALL | called) - _COMMON)
