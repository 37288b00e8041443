"""What is said around a figure that a row of the papers has, and the row gives otherwise: of how
long it is, the month, whether it is today's, which way it went.

A figure that is a row's very own, said of what the row is of, leaves no doubt which row is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.checks.numbers import base
from assistant.rehearsal.aligned import Alignment
from assistant.rehearsal.amounts import Said, said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.directions_said import goes_otherwise, way_said
from assistant.rehearsal.held import Held, held_in
from assistant.rehearsal.likeness import Likeness
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement
from assistant.tables.columns import Row
from assistant.tables.figures import figure_of
from core.rehearsal import About, DifferenceKind, Prompt
from language.words import fold

LIKE, SAME = 0.3, 0.6
"""How much of what a row is of must be said: for a figure as odd as 79.6, and for any other."""
AS_LIKE = 0.8
"""Another row with the figure, so nearly as much said, leaves it open which is meant."""
_WITHIN = re.compile(
    r"\b(?:in|within|inside|under|every|last|past|previous)(?: the)?(?: last| past)? $"
)
_TODAY = re.compile(
    r"\b(?:this year|year to date|so far|now|currently|at the moment|today|at present)\b"
)
_NOT_TODAY = re.compile(r"\b(?:was|were|had|used to|last year|then|before|from|against|target)\b")


class Rows:
    """The rows of figures that were found for an answer."""

    def __init__(self, prompt: Prompt, known: Known, likeness: Likeness) -> None:
        self._align = Alignment(prompt.text if prompt.about is About.COUNCIL else "", likeness)
        rows = (each for each in (*known.ours, *known.stating) if each.row is not None)
        self._held = [one for each in rows for one in held_in(each) if not one.length]

    def differing(self, claims: Sequence[Claim]) -> Iterator[Differs]:
        """What differs, each with the row."""
        for claim in claims:
            taken_back = "sorry" in fold(claim.sentence)
            figures = [] if claim.own or taken_back else said_in([claim])
            for said in figures:
                if said.length or said.delta or said.own or said.amount.part:
                    continue
                row = self._row(said)
                if row is not None:
                    yield from _otherwise(said, row, figures)

    def _row(self, said: Said) -> Statement | None:
        """The row that the figure is of, where no other has it and is as plainly meant."""
        least = LIKE if said.exact else SAME
        fits = [(self._align.fit(said, each), each) for each in self._held if _has(said, each)]
        near = sorted((e for e in fits if e[0] >= least), key=lambda e: -e[0])
        if not near:
            return None
        best, held = near[0]
        others = (e for e in near if e[1].subject != held.subject)
        return None if any(fit >= AS_LIKE * best for fit, _ in others) else held.statement


def _has(said: Said, held: Held) -> bool:
    return said.same_kind(held.amount) and said.fits(held.amount)


def _otherwise(said: Said, statement: Statement, figures: Sequence[Said]) -> Iterator[Differs]:
    row, claim = statement.row, said.claim
    if row is None:
        return
    length = _other_length(statement, figures)
    if length is not None:
        yield Differs(length.start, length.end, DifferenceKind.FIGURE, statement)
    if _of_another_time(said, row):
        yield Differs(said.start, said.end, DifferenceKind.FIGURE, statement)
    way, start, end = way_said(fold(claim.text))
    if way and goes_otherwise(way, row, claim.sentence):
        start, end = claim.start + start, claim.start + end
        yield Differs(start, end, DifferenceKind.DIRECTION, statement)


def _other_length(statement: Statement, figures: Sequence[Said]) -> Said | None:
    """'In the last four weeks', of a row that is of the last six."""
    said = [each for each in figures if each.length and _within(each)]
    held = [each.amount for each in held_in(statement) if each.length]
    if len(said) != 1 or len(held) != 1:
        return None
    mine, theirs = base(said[0].amount), base(held[0])
    return said[0] if mine[0] == theirs[0] and mine[1] != theirs[1] else None


def _within(said: Said) -> bool:
    return bool(_WITHIN.search(fold(said.claim.text)[: said.start - said.claim.start]))


def _of_another_time(said: Said, row: Row) -> bool:
    """'82.8% in August' where that is the year's; '90.1% this year' where that was last year's."""
    if said.period is not None and said.period.month:
        of_then = [e.value for e in row.cells if e.period.month == said.period.month]
    elif (
        row.now
        and _TODAY.search(fold(said.segment))
        and not _NOT_TODAY.search(fold(said.claim.sentence))
    ):
        newest = (row.newest,) if row.newest else ()
        of_then = [each.value for each in (row.now, *newest)]
    else:
        return False
    values = [each.value for each in map(figure_of, of_then) if each is not None]
    return bool(values) and not any(_near(said, Fraction(each)) for each in values)


def _near(said: Said, value: Fraction) -> bool:
    return abs(value - said.amount.value) <= (Fraction(5, 2) if said.about else Fraction(1, 2))
