"""What an answer puts in a list in which the papers do not have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.papers import Known
from core.rehearsal import DifferenceKind

_LIST = re.compile(r"^(?P<label>[^:]{3,60}): (?P<items>.+)$")
_BETWEEN = re.compile(r",\s*(?:and |or |to )?|\s+and (?:to )?|\s*;\s*")
_ITEM = r"[\w' -]{3,50}?"
_ALL = rf"(?P<list>(?:{_ITEM}, (?:and )?)+{_ITEM} and {_ITEM})"
_FIRST = re.compile(rf"(?:(?<=[:;] )|^){_ALL}(?= (?:are|is|were|as)\b|[.;:!?]|$)")
_LAST = re.compile(rf"(?:are|is|on|of|to|:|around|about|for) {_ALL}(?=[.;:!?]|$)")
_CLAUSE = re.compile(r"^\W*(?:we|i|you|they|he|she|it|everyone|everybody|nobody)(?:\W|$)", re.I)
"""'We celebrate difference, we're one family' tells, and lists nothing."""
_CUT = re.compile(r"(,\s*(?:and\s+)?|\s+and\s+)")
_NO_ITEM = re.compile(
    r"^(?:and )?(?:we|i|they|it|you|he|she|there|that|this|what)\b", re.IGNORECASE
)
"""A clause of its own is no item of a list."""
FEWEST = 3
"""Items that make a list, here and there."""
ON_IT = 2
"""Items that an answer and a list share, for it to be plainly that list."""
LABELLED, SAME = 0.6, 0.5
"""How much of a list's label, and of an item, must be said."""


def differing_items(claims: Sequence[Claim], known: Known, like: Likeness) -> Iterator[Differs]:
    """'Neglect, online safety and domestic abuse are the priorities': one is not on the list."""
    for claim in claims:
        items = items_said(claim.sentence) if claim.first and not claim.own else []
        if len(items) >= FEWEST:
            yield from _not_on(claim, items, known, like)


def _not_on(
    claim: Claim, items: Sequence[tuple[str, int, int]], known: Known, like: Likeness
) -> Iterator[Differs]:
    said = keys_of(claim.sentence)
    for each in known.ours:
        held = _LIST.match(each.text)
        if held is None or len(_BETWEEN.split(held["items"])) < FEWEST:
            continue
        keys = keys_of(each.text)
        on = [like.share(words_of(text), keys) >= SAME for text, _, _ in items]
        if like.share(words_of(held["label"]), said) < LABELLED or sum(on) < ON_IT:
            continue
        beside = [keys_of(e.text) for e in known.ours if e.heading == each.heading]
        for (text, start, end), known_item in zip(items, on, strict=True):
            if not known_item and _is_strange(text, beside, like):
                at = claim.sentence_start
                yield Differs(at + start, at + end, DifferenceKind.NAME, each)
        return


def _is_strange(text: str, beside: Sequence[frozenset[str]], like: Likeness) -> bool:
    """Whether neither the list nor what stands beside it has the item."""
    words = words_of(text)
    return bool(words) and not any(like.share(words, keys) >= SAME for keys in beside)


def items_said(sentence: str) -> list[tuple[str, int, int]]:
    """The items of an enumeration with their offsets: 'a, b and c are ...'."""
    match = _FIRST.search(sentence) or _LAST.search(sentence)
    if match is None or any(map(_NO_ITEM.match, _BETWEEN.split(match["list"]))):
        return []
    found: list[tuple[str, int, int]] = []
    position = match.start("list")
    for part in _CUT.split(match["list"]):
        if part.strip() and not _CUT.fullmatch(part):
            found.append((part, position, position + len(part)))
        position += len(part)
    return [] if any(_CLAUSE.match(text) for text, _, _ in found) else found
