"""Facts that the passage has, in another place: of something else, or as what is not so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.bearing import denied
from assistant.checks.exact import stands
from assistant.checks.facts import Fact, FactKind
from assistant.checks.meanings import as_written, borne
from assistant.checks.names import glued
from assistant.checks.parts import is_row, parts_of
from assistant.checks.text import Piece, Source
from assistant.guarding.person_names import names_in_text
from language.words import fold, words

_PRONOUN = re.compile(
    r"^\W*(?:it|they|he|she|this|these|those|that|of these|there|its|their|such|the"
    r" \w+ (?:is|are|was|were|has|have|will)|and|but|also|in addition)\b"
)

ELSEWHERE = 2
"""Words of a clause that one part of a passage has, where the part with its fact has none."""


def stands_elsewhere(clause: Piece, source: Source) -> str:
    """A fact or a person of a clause, in a part of the passage that has no other word of it while
    another part has several; '' if none.
    """
    if is_row(source) or len(source.segments) < 2:
        return ""
    framed = source.frame.capitals | frozenset(words(source.material.about))
    people = [
        each for each in names_in_text(clause.text) if not set(words(each)) & source.frame.capitals
    ]
    named = frozenset(word for each in people for word in words(each))
    own = [
        as_written(m)
        for m in clause.claims
        if m.weight and m.word not in framed | named | clause.names
    ]
    shared = [sum(borne(m, each.literal) for m in own) for each in source.segments]
    best = max(shared, default=0)
    if best < ELSEWHERE:
        return ""
    for fact in clause.facts:
        held = [n for n, each in enumerate(source.segments) if _exactly(each, fact)]
        if _apart(held, shared, source) and not _exactly(source.heading, fact):
            return fact.words
    for name in people:
        last = name.split()[-1]
        held = [n for n, each in enumerate(source.segments) if last in each.text]
        if _apart(held, shared, source):
            return name
    return ""


def _exactly(segment: Piece, fact: Fact) -> bool:
    for each in segment.facts:
        if each.kind is not fact.kind or each.date[1:] != fact.date[1:]:
            continue
        # A day may be given with its year in the one and without it in the other.
        if each.key == fact.key or (fact.kind is FactKind.DATE and fact.date[1]):
            return True
    return False


_INSTEAD = re.compile(
    r"\b(?:not|n't|never|rather|instead|than|asked|earlier|originally|before|had)\b"
)


def denied_there(clause: Piece, source: Source) -> str:
    """A fact that the passage has only to say that it is not so; '' if none."""
    if _INSTEAD.search(fold(clause.within)):
        return ""
    for fact in clause.facts:
        held = [(s, f) for s in source.segments for f in s.facts
                if f.kind is fact.kind and (f.key, f.date) == (fact.key, fact.date)]  # fmt: skip
        if held and all(denied(f, s) for s, f in held):
            return fact.words
    return ""


def _apart(held: Sequence[int], shared: Sequence[int], source: Source) -> bool:
    return bool(held) and not any(
        shared[n]
        or _PRONOUN.match(fold(source.segments[n].text))
        or f"; {source.segments[n].text}" in source.material.text
        for n in held
    )


def misplaced_fact(clause: Piece, claimed: Sequence[Fact], source: Source) -> Fact | None:
    """A fact that the passage gives to something else than the clause does; None if none."""
    for fact in clause.facts:
        if fact.kind is FactKind.DATE and not fact.date[1]:
            continue
        if _has(source.heading, fact, clause):
            continue
        leads, pieces = _places(fact, source)
        if is_row(source) and _has(source.segments[0], fact, clause):
            # What a row is called is said of all its cells.
            continue
        held = [each for each in pieces if _has(each, fact, clause)]
        rivals = [
            each
            for each in pieces
            if each not in held
            and each not in leads
            and any(_rival(fact, other) for other in each.facts)
            and not any(_has(each, other, clause) for other in claimed if other.kind is fact.kind)
        ]
        if held and any(
            _only_there(fact, other, held, rivals, (clause, source)) for other in clause.facts
        ):
            return fact
        if rivals and held and glued(clause, held, rivals, pieces, source):
            return fact
    return None


def _only_there(
    fact: Fact,
    other: Fact,
    held: Sequence[Piece],
    rivals: Sequence[Piece],
    place: tuple[Piece, Source],
) -> bool:
    """Another fact of the clause, a month or a day, that stands with rivals of the fact alone."""
    clause, source = place
    if other.kind is fact.kind or (other.kind is FactKind.DATE and not other.date[1]):
        return False
    if other.kind not in (FactKind.DATE, FactKind.DAY, FactKind.TIME, FactKind.WEEK):
        return False
    whole = [each for each in source.segments if _has(each, fact, clause)]
    if any(_has(each, other, clause) for each in (*held, *whole)):
        return False
    return any(_has(each, other, clause) for each in rivals)


def _has(segment: Piece, fact: Fact, clause: Piece) -> bool:
    return stands(fact, fold(clause.text), segment.facts, fold(segment.text))


def _rival(fact: Fact, other: Fact) -> bool:
    if fact.kind is not other.kind:
        return False
    return fact.amount is None or other.amount is None or fact.amount.unit == other.amount.unit


def _places(fact: Fact, source: Source) -> tuple[list[Piece], list[Piece]]:
    """The places of a passage where facts of this kind stand, and those that lead into others.

    A sentence with several is looked at part by part; its first speaks of all of them.
    """
    leads: list[Piece] = []
    found: list[Piece] = []
    for segment in source.segments:
        several = sum(_rival(fact, other) for other in segment.facts) > 1
        parts = parts_of(segment, is_row(source)) if several else (segment,)
        leads += parts[:1] if len(parts) > 1 else ()
        found += parts
    return leads, found


def named_elsewhere(clause: Piece, source: Source) -> str:
    """A fact that a passage has only beside another name than the clause's; '' if none.

    'Larch House was judged in May' where that is said of Rowan House, and of Larch something else.
    """
    framed = source.frame.capitals | frozenset(words(source.material.about))
    names = {segment.text: _proper(segment.text) - framed for segment in source.segments}
    own = _proper(clause.within or clause.text) - framed
    every = frozenset().union(*names.values())
    told = {name for name in own & every if sum(name in held for held in names.values()) == 1}
    if not told:
        return ""
    for fact in clause.facts:
        held = [each for each in source.segments if _exactly(each, fact)]
        if not held or _exactly(source.heading, fact):
            continue
        if all((names[s.text] - own) and not names[s.text] & told for s in held) and not any(
            _PRONOUN.match(fold(s.text)) for s in held
        ):
            return fact.words
    return ""


_PROPER = re.compile(r"\b(?:[A-Z][a-z]+ )+[A-Z][a-z]+\b")


def _proper(text: str) -> frozenset[str]:
    """The first words of a text's names of two words or more, folded."""
    return frozenset(fold(match.split()[0]) for match in _PROPER.findall(text)) - _NOT_FIRST


_NOT_FIRST = frozenset(("the", "a", "in", "at", "on", "by", "of", "only", "for", "each", "both"))
