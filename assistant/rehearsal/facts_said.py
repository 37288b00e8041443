"""Dates, days, how often and grades of an answer that the papers give otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.check_exact import stands
from assistant.check_facts import Fact, FactKind, facts_in
from assistant.check_text import clauses
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import clash
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement
from core.rehearsal import DifferenceKind
from language.words import fold

KINDS = {
    FactKind.DATE: DifferenceKind.DATE,
    FactKind.DAY: DifferenceKind.DATE,
    FactKind.RATE: DifferenceKind.DATE,
    FactKind.GRADE: DifferenceKind.NAME,
}
SAME = 0.6
"""How much of what the papers tell of a date must be said, for it to be plainly of one thing."""
LEAST = 0.7
"""The weight of the words in common at least."""
LIKE = 0.3
"""So little in common already bears out what is the same."""
_TAKES_UP = re.compile(r"^\W*(?:which|who|that|it|its|it's|they|this|and|we)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d\s?%|\bper ?cent\b|\d\.\d")
_PLANNED = re.compile(r"\b(?:next|will|going to|plan to|by|due|before|until|since|from)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A clause of a statement, or a row of words, with the exact things that it states."""

    statement: Statement
    subject: str
    text: str
    facts: tuple[Fact, ...]


def lines_of(statement: Statement) -> Iterator[Line]:
    """The clauses of a sentence; a row of words whole, of what its first cell names."""
    cells = statement.passage.cells
    if statement.row is not None:
        return
    if cells:
        text = " ; ".join(each for each in cells if each)
        yield Line(statement, cells[0], text, facts_in(text))
        return
    for clause in clauses(statement.text):
        yield Line(statement, _without(clause.text, clause.facts), clause.text, clause.facts)


class Facts:
    """The exact things of an answer, beside those that were found for it."""

    def __init__(self, known: Known, likeness: Likeness) -> None:
        self._like = likeness
        self._ours = _with_facts(known.ours)
        self._others = _with_facts((*known.earlier, *known.others))

    def differing(self, claims: Sequence[Claim]) -> list[Differs]:
        """Those plainly of something that our papers give otherwise."""
        found: list[Differs] = []
        for at, claim in enumerate(claims):
            if claim.own or _FIGURE.search(claim.text):
                continue
            around = claim.text
            if _TAKES_UP.match(claim.text) and not claim.first:
                around = f"{claims[at - 1].text} {around}"
            elif _TAKES_UP.match(claim.text):
                around = f"{claim.before} {around}"
            for fact in facts_in(claim.text):
                line = self._otherwise(fact, claim, around) if fact.kind in KINDS else None
                if line is not None:
                    start = claim.start + fact.start
                    end = claim.start + fact.end
                    found.append(Differs(start, end, KINDS[fact.kind], line.statement))
        return found

    def _otherwise(self, fact: Fact, claim: Claim, around: str) -> Line | None:
        text = fold(claim.text)
        keys = keys_of(_without(around, (fact,)) if around == claim.text else around)
        same = [each for each in self._ours if any(f.kind is fact.kind for f in each.facts)]
        scored = [(self._fit(each, keys, around), n, each) for n, each in enumerate(same)]
        best = max((e for e in scored if e[0] >= SAME), key=lambda e: (e[0], -e[1]), default=None)
        if best is None or self._borne(fact, text, keys, around):
            return None
        return best[2]

    def _borne(self, fact: Fact, text: str, keys: frozenset[str], around: str) -> bool:
        return any(
            stands(fact, text, each.facts, fold(each.text))
            for each in (*self._ours, *self._others)
            if self._share(each, keys, around) >= LIKE
        )

    def _fit(self, line: Line, keys: frozenset[str], around: str) -> float:
        words = words_of(line.subject)
        if self._like.shared(words, keys) < LEAST:
            return 0.0
        return self._share(line, keys, around)

    def _share(self, line: Line, keys: frozenset[str], around: str) -> float:
        if clash(around, line.subject):
            return 0.0
        return self._like.share(words_of(line.subject), keys)


def _with_facts(said: Iterable[Statement]) -> list[Line]:
    return [line for each in said for line in lines_of(each) if line.facts]


def _without(text: str, facts: Iterable[Fact]) -> str:
    """The text without the words of its facts."""
    rest = fold(text)
    for fact in facts:
        if fact.kind in (FactKind.DATE, FactKind.RATE, FactKind.DAY):
            rest = rest[: fact.start] + " " * (fact.end - fact.start) + rest[fact.end :]
    return (
        rest
        if len(rest) != len(text)
        else "".join(old if new != " " else " " for old, new in zip(text, rest, strict=True))
    )
