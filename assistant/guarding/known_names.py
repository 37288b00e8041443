"""The names that stand in the documents: officers, places, programmes; fine to ask about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.documents import Passage
from vectorstore.search import Search

_PART = r"(?:Mc|Mac|O['’])?[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)*"
_NAME = re.compile(rf"\b{_PART}(?:\s+(?:of|and|&)\s+{_PART}|\s+{_PART})+")


def names_of(search: Search) -> frozenset[str]:
    """The names in every document that answers now."""
    index = search.index
    index.refresh()
    return frozenset().union(
        *(names_in(index.passages(each.id, each.version)) for each in index.documents)
    )


def names_in(passages: Iterable[Passage]) -> frozenset[str]:
    """Every run of two or more capitalised words, as written."""
    return frozenset(
        match.group() for passage in passages for match in _NAME.finditer(passage.text)
    )
