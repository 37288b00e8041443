"""Each clause of a sentence with the one passage that bears it, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checks.exact import stands
from assistant.checks.facts import Fact, FactKind
from assistant.checks.meanings import Meaning, as_written, borne
from assistant.checks.text import Piece, Source
from language.words import fold, words

_DENIED = re.compile(
    r"\b(?:not|n't|never|no longer|rather than|instead of)"
    r"(?: (?!(?:and|but|or|above|over|below|under|more|less|later|earlier|exceed\w*|beyond)\b)"
    r"[a-z]+){0,2}?"
    r"(?: (?:on|at|the|a|an|in|by|for|just|from|as|until|rated|graded|judged))* $"
)

MERGED = 2.0
"""Words that only another cited passage bears, from which a clause mixes two of them."""


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
        # '2. Which inspection': the number of a heading is of nothing.
        numbered = re.match(r"\d+(?:\.\d+)*\.?(?= )", source.heading.text)
        start = numbered.end() if numbered else 0
        framed = tuple(
            f for f in source.heading.facts if f.kind is not FactKind.DATE and f.start >= start
        )
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


def lone(word: str, clause: Piece, source: Source) -> bool:
    """Whether a word of a clause is among those that its passage has not as they are."""
    return any(each.word in words(word) for each in reworded(clause, [source]))
