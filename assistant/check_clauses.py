"""Each clause of a sentence against the one passage that bears it, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.check_exact import stands
from assistant.check_facts import Fact, FactKind
from assistant.check_meanings import Meaning, as_written, borne
from assistant.check_names import glued
from assistant.check_polarity import after_denials
from assistant.check_text import ELLIPSIS, Piece, Source, piece
from assistant.person_names import names_in_text
from language.words import fold, words

_PARTS = re.compile(
    r"\s*[;:]\s+|,\s+|\s+(?:but|and|because|while|although|though|unless|if(?= the))\s+|\s+[-–—]\s+"
)
_CELL = re.compile(r"^[^:,]{1,60}: \S+(?: \S+){0,4}$")
_DENIED = re.compile(
    r"\b(?:not|n't|never|no longer|rather than|instead of)"
    r"(?: (?!and\b|but\b|or\b)[a-z]+){0,2}?"
    r"(?: (?:on|at|the|a|an|in|by|for|just|from|as|until|rated|graded|judged))* $"
)
MERGED = 2.0
"""Words that only another cited passage bears, from which a clause mixes two of them."""
NAMED = 2.0
"""What a name counts in finding the part of a passage that speaks of the same."""
NEAR_BEST = 0.75
"""Of the best part's words: a part of a passage that bears so many says the same thing too."""


@dataclass(frozen=True, slots=True)
class Borne:
    """A clause with the passage that bears it best, and its words that the passage has not."""

    clause: Piece
    source: Source
    lacking: tuple[Meaning, ...]
    weight: float


def fact_stands(fact: Fact, clause: Piece, source: Source) -> bool:
    """Whether a fact stands in a passage; a date also in what its paper says of itself."""
    framed = source.frame.facts if fact.kind in (FactKind.DATE, FactKind.RATE) else ()
    if fact.kind is FactKind.AMOUNT or fact.kind is FactKind.WEEK:
        framed = tuple(f for f in source.heading.facts if f.kind is not FactKind.DATE)
    found = (*source.whole.facts, *framed)
    there = f"{fold(source.whole.text)} {fold(source.heading.text)}"
    return stands(fact, fold(clause.text), found, there, fold(clause.within))


def denied(fact: Fact, clause: Piece) -> bool:
    """'It was not 18': a fact that the sentence says is wrong."""
    return bool(_DENIED.search(fold(clause.text)[: fact.start]))


def lacking(clause: Piece, source: Source) -> tuple[Meaning, ...]:
    """The words of a clause that a passage, its heading and its paper do not bear."""
    known = source.whole.known | source.frame.known
    return tuple(each for each in clause.claims if each.weight and not borne(each, known))


def reworded(clause: Piece, sources: Sequence[Source]) -> tuple[Meaning, ...]:
    """The words of a clause that passages have not as they are."""
    everything = (key for each in sources for key in each.whole.known | each.frame.known)
    known = frozenset(key for key in everything if key[0] != "=")
    return tuple(
        each for each in clause.claims if each.weight and not borne(as_written(each), known)
    )


def bearer(clause: Piece, sources: Sequence[Source]) -> Borne | None:
    """The passage that has all the facts of a clause and most of its words; None where none has."""
    facts = [fact for fact in clause.facts if not denied(fact, clause)]
    fits = [each for each in sources if all(fact_stands(f, clause, each) for f in facts)]
    if not fits:
        return None
    found = [_borne(clause, each) for each in fits]
    return min(found, key=lambda each: each.weight)


def _borne(clause: Piece, source: Source) -> Borne:
    without = lacking(clause, source)
    return Borne(clause, source, without, sum(each.weight for each in without))


def merged(found: Borne, sources: Sequence[Source], *, free: bool) -> str:
    """Words of a clause that only another cited passage has; '' where they are few.

    `free`: the sentence is said in other words, and only names tell.
    """
    others = [each.whole.known for each in sources if each is not found.source]
    known = frozenset().union(*others)
    literal = frozenset(key for key in known if key[0] != "=")
    foreign = [
        each for each in reworded(found.clause, [found.source]) if borne(as_written(each), literal)
    ]
    if sum(1 + (each.word in found.clause.capitals) for each in foreign) < MERGED:
        return ""
    named = any(each.word in found.clause.capitals for each in foreign)
    return " ".join(each.word for each in foreign) if named or not free else ""


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
    if _is_row(source) or len(source.segments) < 2:
        return ""
    framed = source.frame.capitals | frozenset(words(source.material.about))
    people = [
        each for each in names_in_text(clause.text) if not set(words(each)) & source.frame.capitals
    ]
    named = frozenset(word for each in people for word in words(each))
    own = [
        as_written(m)
        for m in clause.claims
        if m.weight and m.word not in framed | named | clause.capitals
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
        if each.kind is fact.kind and each.key == fact.key and each.date[1:] == fact.date[1:]:
            return True
    return False


_INSTEAD = re.compile(
    r"\b(?:not|n't|never|rather|instead|than|asked|earlier|originally|was|were|had)\b"
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


def lone(word: str, clause: Piece, source: Source) -> bool:
    """Whether a word of a clause is among those that its passage has not as they are."""
    return any(each.word in words(word) for each in reworded(clause, [source]))


def aligned(clause: Piece, source: Source) -> tuple[Piece, ...]:
    """The parts of a passage that speak of what the clause speaks of, the nearest first."""
    parts = [each for segment in source.segments for each in parts_of(segment, _is_row(source))]
    framed = source.frame.capitals
    scored = [(_shared(clause, each, framed), each) for each in parts]
    best = max((score for score, _ in scored), default=0.0)
    if not best:
        return source.segments
    ranked = sorted(scored, key=lambda pair: -pair[0])
    return tuple(each for score, each in ranked if score >= best * NEAR_BEST)


def denying(clause: Piece, source: Source) -> tuple[Piece, ...]:
    """The parts of a passage that may deny what the clause denies: they have what it denies."""
    denied_words = piece(" ; ".join(after_denials(fold(clause.text)))).claims
    own = [each for each in denied_words if each.weight]
    return tuple(
        part
        for segment in source.segments
        for part in parts_of(segment, _is_row(source))
        if any(borne(each, part.known) for each in own)
    )


def beside_facts(clause: Piece, source: Source) -> tuple[Piece, ...]:
    """The parts of a passage that hold a fact of the clause, and a row's cells of words."""
    keys = {(fact.kind, fact.key, fact.date) for fact in clause.facts}
    row = _is_row(source)
    found: list[Piece] = []
    for segment in source.segments:
        if row and not segment.facts:
            found.append(segment)
        found += [
            each
            for each in parts_of(segment, row)
            if keys & {(f.kind, f.key, f.date) for f in each.facts}
            or (row and _shared(clause, each) >= 1)
        ]
    return tuple(found)


def _is_row(source: Source) -> bool:
    return source.material.text.count(" ; ") > 1


@lru_cache(maxsize=2_000)
def parts_of(segment: Piece, row: bool = False) -> tuple[Piece, ...]:
    """The clauses of a passage's segment; a `row`'s short cell stays whole."""
    if row and _CELL.match(segment.text):
        return (segment,)
    found = [each for each in _PARTS.split(segment.text) if each.strip(" .,")]
    for place, each in enumerate(found[1:], start=1):
        if ELLIPSIS.match(each):
            # 'A inspects it; B does not' denies of B all that it says of A.
            found[place] = f"{each.strip(' .')} {found[place - 1]}"
    return tuple(map(piece, found))


def _shared(clause: Piece, part: Piece, framed: frozenset[str] = frozenset()) -> float:
    known = part.known
    named = framed & clause.capitals
    own = [each for each in clause.meanings if each.word not in named]
    words = sum((each.weight or 0.25) for each in own if borne(each, known))
    words += NAMED * len((clause.capitals & part.capitals) - framed)
    keys = {(fact.kind, fact.key, fact.date) for fact in part.facts}
    return words + sum((fact.kind, fact.key, fact.date) in keys for fact in clause.facts)


def misplaced_fact(clause: Piece, claimed: Sequence[Fact], source: Source) -> Fact | None:
    """A fact that the passage gives to something else than the clause does; None if none."""
    for fact in clause.facts:
        if fact.kind is FactKind.DATE and not fact.date[1]:
            continue
        if _has(source.heading, fact, clause):
            continue
        leads, pieces = _places(fact, source)
        if _is_row(source) and _has(source.segments[0], fact, clause):
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
        parts = parts_of(segment, _is_row(source)) if several else (segment,)
        leads += parts[:1] if len(parts) > 1 else ()
        found += parts
    return leads, found
