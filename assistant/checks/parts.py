"""The parts of a passage that speak of what a clause speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.checks.denials import after_denials
from assistant.checks.meanings import borne
from assistant.checks.text import ELLIPSIS, Piece, Source, piece
from language.words import fold

_PARTS = re.compile(
    r"\s*[;:]\s+|,\s+|\s+(?:but|and|because|while|although|though|unless|if(?= the))\s+|\s+[-–—]\s+"
)

_CELL = re.compile(r"^[^:,]{1,60}: \S+(?: \S+){0,4}$")

NAMED = 2.0
"""What a name counts in finding the part of a passage that speaks of the same."""

NEAR_BEST = 0.75
"""Of the best part's words: a part of a passage that bears so many says the same thing too."""


def aligned(clause: Piece, source: Source) -> tuple[Piece, ...]:
    """The parts of a passage that speak of what the clause speaks of, the nearest first."""
    parts = [each for segment in source.segments for each in parts_of(segment, is_row(source))]
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
        for part in parts_of(segment, is_row(source))
        if any(borne(each, part.known) for each in own)
    )


def beside_facts(clause: Piece, source: Source) -> tuple[Piece, ...]:
    """The parts of a passage that hold a fact of the clause, and a row's cells of words."""
    keys = {(fact.kind, fact.key, fact.date) for fact in clause.facts}
    row = is_row(source)
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


def is_row(source: Source) -> bool:
    """Whether a passage is a row of a table."""
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
