"""Names of two words or more in a text: 'Better Together'."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.rehearsal.statements import Statement
from language.words import STOP_WORDS, fold

_NAME = re.compile(r"\b[A-Z][\w'’&-]+(?: (?:of |for |and |on )?[A-Z][\w'’&-]+)+")


def names_alike(text: str, statement: Statement) -> bool:
    """Whether a statement has a name of two words or more that a text gives."""
    theirs = fold(statement.text)
    return any(fold(text[left:right]) in theirs for left, right in names_given(text))


@lru_cache(maxsize=2_000)
def names_given(text: str) -> tuple[tuple[int, int], ...]:
    """Where names of two words or more stand, without a word that only begins a sentence."""
    found: list[tuple[int, int]] = []
    for match in _NAME.finditer(text):
        left, right = match.span()
        first = match.group().split()[0]
        if fold(first) in STOP_WORDS or re.search(r"['’](?:s|re|ve|d|ll)$", first):
            left += len(first) + 1
        if len(text[left:right].split()) > 1:
            found.append((left, right))
    return tuple(found)
