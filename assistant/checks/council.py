"""Whose service a sentence speaks of: ours, or another council's, which it must name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.text import Source
from core.documents import NATIONAL
from language.organisations import canonical, mentions
from language.words import fold, words

_EVERYWHERE = frozenset((NATIONAL, "national", "england", "england and wales", "uk", "none"))
_OURS = re.compile(r"\b(?:we|our|ours|us|ourselves)\b")


def wrong_council(text: str, question: str, sources: Sequence[Source], organisation: str) -> str:
    """Whose passage it is where the sentence calls it ours, or names no council; '' if right."""
    if not organisation:
        return ""
    own = canonical(organisation)
    others = [
        each.material.about
        for each in sources
        if each.material.about
        and fold(each.material.about) not in _EVERYWHERE
        and canonical(each.material.about) != own
    ]
    if not others:
        return ""
    ours = [each for each in sources if canonical(each.material.about) == own]
    named = [each for each in others if names_council(text, each)]
    if _OURS.search(fold(text)) and not (ours and named):
        return others[0]
    asked = [each for each in others if names_council(question, each)]
    return "" if named or asked else others[0]


def names_council(text: str, council: str) -> bool:
    """Whether a text names a council, in full or by the words that tell it from others."""
    plain = fold(text)
    if not council:
        return False
    if any(each.name == canonical(council) for each in mentions(text)):
        return True
    own = [word for word in words(council) if word not in _BODY_WORDS]
    held = set(words(plain))
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", council)).lower()
    return (
        fold(council) in plain
        or bool(own and own[0] in held)
        or (len(initials) > 1 and initials in held)
    )


_BODY_WORDS_LIST = """
council borough county city district london royal metropolitan unitary combined authority
the of and children s services service trust partnership board nhs
"""
_BODY_WORDS = frozenset(_BODY_WORDS_LIST.split())
