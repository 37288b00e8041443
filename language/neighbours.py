"""'And the one before it?', 'at the next one?': the edition beside the one just spoken of."""

from __future__ import annotations

import re

from language.words import fold

_ONE = r"(?:ones?|time|inspection|report|plan|edition|version|visit|paper|judge?ment)"
_BEFORE = re.compile(
    rf"\b{_ONE} before(?: (?:it|that|this|then|last))?\s*\??$"
    r"|\b(?:before|prior to) (?:it|that|this|then)\b"
    rf"|\b(?:previous|prior|preceding|earlier) {_ONE}\b"
)
_AFTER = re.compile(
    rf"\b{_ONE} after(?: (?:it|that|this))?\s*\??$|\bafter (?:it|that|this)\b"
    rf"|\b(?:next|following|later|subsequent) {_ONE}\b"
)


_BEFORE_YEAR = re.compile(r"\b(?:before|prior to) (?:the )?(?:[a-z]+ )?((?:19|20)\d\d)\b")


def before_year(text: str) -> int:
    """The year before which something is asked for ('the grade before 2019'), 0 for none."""
    found = _BEFORE_YEAR.search(fold(text))
    return int(found[1]) if found else 0


def neighbour(text: str) -> int:
    """-1 where a follow-up asks for the edition before, 1 for the one after, 0 for neither."""
    folded = fold(text).strip()
    if _BEFORE.search(folded):
        return -1
    return 1 if _AFTER.search(folded) else 0
