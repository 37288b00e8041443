"""What a sentence says 'not' of, word by word: 'has not been reviewed' where it has been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from language.words import content_terms, fold, stem, words

_NO = re.compile(
    r"\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|shall|should|may|might"
    r"|must|need)(?: not|n't)|never|cannot|won't|can't)\b"
)
_NOT_A_NEGATION = re.compile(
    r"\bnot (?:only|just|more|less|later|earlier|fewer|sooner|all|every\w*|always|necessarily|yet"
    r" known|stated|said|up|down)\b|\bif not\b|\bor not\b|\bwhether\b.{0,40}\bnot\b"
)
_SKIPPED_WORDS = """
be been being is are was were have has had do does did to a an the any yet ever also even still
really actually fully only just by in on at of for with as so very much more no longer all it them
they he she we you i our their its his her this that these those some such get got
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_LIGHT_WORDS = """
go come take make give say tell know see use want need look keep put set happen work part place
thing way one other same
"""
_LIGHT = frozenset(stem(each) for each in _LIGHT_WORDS.split())
_DENIES = re.compile(
    r"\b(?:not?|never|none|nothing|nobody|neither|nor|without|cannot|only|but|except|unless|until"
    r"|if|few|fewer|little|less|hardly|rarely|fail\w*|refus\w*|declin\w*|unable|yet|stop\w*"
    r"|rather|instead|exclud\w*|apart|lack\w*|avoid\w*|leav\w* out|ceas\w*|no longer|before"
    r"|miss\w*|late"
    r"|overdue|outside|apologies|absent|delay\w*|cancel\w*|postpon\w*|suspend\w*|due|will|plan\w*"
    r"|expect\w*|should)\b|n't\b"
)
_CLAUSE = re.compile(r"[,;:.()]|\b(?:but|while|whereas|although|though|and)\b")
BEFORE, AFTER = 8, 5
"""Words before and after a word of a passage in which a denial of it stands."""


def denied_head(text: str, segments: Sequence[str]) -> str:
    """A word that a sentence says 'not' of and the passage says as it is, wherever it has it.

    `segments` are the sentences of the passage that speak of the same. '' if there is none, or
    where anything beside the passage's word could deny it too.
    """
    said = _NOT_A_NEGATION.sub(" ", fold(text))
    for clause in _CLAUSE.split(said):
        for match in _NO.finditer(clause):
            head, beside = _head(clause[match.end() :])
            if not head:
                continue
            places = [each for segment in segments for each in _places(fold(segment), head)]
            same = all(beside & set(content_terms(wide)) for _, wide in places if beside)
            if places and same and not any(_DENIES.search(near) for near, _ in places):
                return head
    return ""


def _head(after: str) -> tuple[str, set[str]]:
    """The first word of its own after a 'not', and those that follow it."""
    own = [stem(each) for each in words(after) if each not in _SKIPPED]
    own = [each for each in own if each not in _LIGHT]
    return (own[0], set(own[1:3]) & set(content_terms(after))) if own else ("", set())


def _places(segment: str, head: str) -> Iterator[tuple[str, str]]:
    """The words close about each place where a passage has a word, and the sentence of it."""
    found = list(re.finditer(r"[\w'-]+|[;.]", segment))
    for place, match in enumerate(found):
        if stem(match.group()) == head:
            first, last = max(0, place - BEFORE), min(len(found), place + AFTER)
            before = segment[found[first].start() : match.start()]
            yield f"{before}# {segment[match.end() : found[last - 1].end()]}", segment


_SO = re.compile(
    r"^(?P<who>(?:[^,;:.]|(?<=\d)[,.](?=\d)){3,60}?) (?:(?:do|does|did|is|are|was|were|has|have"
    r"|had|will|can|may) not\b"
    r"|cannot"
    r"\b|(?:do|does|did|is|are|was|were|has|have|wo|ca)n't\b|never\b)(?P<rest>[^,;:.]*)[.]?$"
)
_IT = re.compile(
    r"\b(?:it|them|this|that|these|those|so|one|any|such|either|either of them|here)\b|^\W*$"
)


def denied_subject(text: str, segments: Sequence[str]) -> str:
    """Who a sentence counts in and a passage leaves out ('managers do not receive it'); or ''."""
    said = fold(text)
    if _DENIES.search(said):
        return ""
    own = set(content_terms(said))
    for place, segment in enumerate(segments[1:], start=1):
        found = _SO.match(fold(segment))
        if found is None or not _IT.search(found["rest"]):
            continue
        who = set(content_terms(found["who"]))
        before = set(content_terms(segments[place - 1]))
        if who and who <= own and not who & before and len(own & before) > 1:
            return found["who"]
    return ""
