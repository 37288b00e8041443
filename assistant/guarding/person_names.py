"""The persons that a text names."""

from __future__ import annotations

import re

from assistant.guarding.name_runs import begins_a_name
from language.organisations import mentions
from language.words import fold

PERSON_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)? (?:[A-Z]\. )?(?:Mc|Mac|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
)
_BODIES = """
    board committee council service services team hub group panel partnership plan report act
    house school centre inspection inspections framework visit office department agency trust
    commission authority directorate college academy hospital surgery forum network programme
    strategy review audit meeting week
"""
"""What the last of two capitalised words is where they name a body and not a person."""

_BODY = re.compile(rf"\b(?:{'|'.join(_BODIES.split())})$")
_MORE_CAPITALS = re.compile(r"(?: (?:and |of )?[A-Z][\w'’-]+)+")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame) ")
_FUNCTION_WORD = re.compile(
    r"\b(?:The|An?|Our|This|That|Each|Every|All|No|In|At|On|For|From|By|With|When|Where|If|As)\b"
)


def names_in_text(text: str) -> frozenset[str]:
    """The persons named: 'Ann Ashdown', not 'the Resilience Board' nor 'Tower Hamlets'."""
    lowered = _FUNCTION_WORD.sub(lambda match: match.group().lower(), text)
    return frozenset(
        match.group()
        for match in PERSON_NAME.finditer(lowered)
        if not mentions(match.group())
        and not _BODY.search(fold(_capitalised(lowered, match)))
        and not lowered[: match.start()].endswith("the ")
    )


def persons_named(text: str) -> frozenset[str]:
    """Those of them that are a person's by their words: not 'Chief Executive', 'His Majesty'."""
    return frozenset(
        each
        for each in names_in_text(text)
        if _TITLE.match(each) or begins_a_name(*each.split(" ", 1))
    )


def _capitalised(text: str, match: re.Match[str]) -> str:
    """The name with the capitalised words that follow it: 'Services Improvement Board'."""
    more = _MORE_CAPITALS.match(text, match.end())
    return match.group() + (more.group() if more else "")
