"""The exact things that an answer tells: figures, dates, how often, grades, who.

Each can be held against a statement of the papers: it has the same, another of its sort, or
neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from assistant.checks.facts import Fact, FactKind, facts_in
from assistant.rehearsal.amounts import Said, said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.facts_said import KINDS, of_a_figure
from assistant.rehearsal.held import Held as Figure
from assistant.rehearsal.held import held_in
from assistant.rehearsal.own_facts import gives, has_fact, has_sort, is_old
from assistant.rehearsal.statements import Statement
from core.rehearsal import DifferenceKind
from language.words import fold

OFFICE = re.compile(
    r"\b(?:commissioners?|advis[eo]rs?|auditors?|deputy mayor|mayor|lead member|chief executive"
    r"|directors? (?:of|for) (?:[a-z']+ ?){1,3}|directors?|ministers?|judges?|councillors?|cqc"
    r"|care quality commission|hmip|ofsted|independent chair|heads? of service)\b"
)
FAR = 2.0
"""Natural logarithm of how many times one figure is another, at most."""


class Sort(StrEnum):
    """What sort of thing is told."""

    SHARE = "share"
    COUNT = "count"
    LENGTH = "length"
    DATE = "date"
    RATE = "rate"
    GRADE = "grade"
    NAME = "name"


class Held(StrEnum):
    """What a statement has of that sort."""

    SAME = "same"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Told:
    """One exact thing of an answer, by offsets of the answer."""

    claim: Claim
    place: int
    """Which claim."""
    start: int
    end: int
    sort: Sort
    kind: DifferenceKind
    said: Said | None = None
    fact: Fact | None = None
    word: str = ""
    """The office."""

    @property
    def rest(self) -> str:
        """Its claim without it."""
        left, right = self.start - self.claim.start, self.end - self.claim.start
        return f"{self.claim.text[:left]} {self.claim.text[right:]}"

    def held(self, statement: Statement) -> tuple[Held, float]:
        """What a statement has of it, and how far off that is, 0 for what is no number."""
        if self.said is not None:
            return _figure(self.said, statement)
        if self.fact is not None:
            if has_fact(self.fact, statement):
                return Held.SAME, 0.0
            return (Held.OTHER if has_sort(self.fact, statement) else Held.NONE), 0.0
        return _office(self.word, statement), 0.0

    def older(self, statement: Statement) -> bool:
        """Whether a statement gives a figure told only of an older time than its newest."""
        said = self.said
        if said is None or said.period is not None:
            return False
        held = [e for e in held_in(statement) if said.same_kind(e.amount) and said.fits(e.amount)]
        return all(is_old(each) for each in held)


def told_in(claims: Sequence[Claim]) -> list[Told]:
    """What is told exactly, claim by claim."""
    found: list[Told] = []
    for place, claim in enumerate(claims):
        figures = said_in([claim])
        for said in figures:
            sort = Sort.LENGTH if said.length else Sort.SHARE if said.amount.unit else Sort.COUNT
            kind = DifferenceKind.FIGURE
            found.append(Told(claim, place, said.start, said.end, sort, kind, said))
        found += _facts(claim, place, [each for each in figures if not each.length])
        for match in OFFICE.finditer(fold(claim.text)):
            left, right = match.span()
            right = left + len(claim.text[left:right].rstrip())
            start, end = claim.start + left, claim.start + right
            office = match.group().strip()
            kind = DifferenceKind.NAME
            found.append(Told(claim, place, start, end, Sort.NAME, kind, word=office))
    return found


def _facts(claim: Claim, place: int, figures: Sequence[Said]) -> Iterator[Told]:
    sorts = {FactKind.RATE: Sort.RATE, FactKind.GRADE: Sort.GRADE}
    for fact in facts_in(claim.text):
        if fact.kind in KINDS and not of_a_figure(fact, claim, figures):
            start, end = claim.start + fact.start, claim.start + fact.end
            sort = sorts.get(fact.kind, Sort.DATE)
            yield Told(claim, place, start, end, sort, KINDS[fact.kind], fact=fact)


def _figure(said: Said, statement: Statement) -> tuple[Held, float]:
    held = [e for e in held_in(statement) if said.same_kind(e.amount) and not e.listed]
    if not held:
        return Held.NONE, FAR
    if any(gives(said, each) or _of_some_time(said, each) for each in held):
        return Held.SAME, 0.0
    mine = float(said.amount.value) or 1.0
    off = [abs(log((float(each.amount.value) or 1.0) / mine)) for each in held]
    return Held.OTHER, min(FAR, *off)


def _of_some_time(said: Said, held: Figure) -> bool:
    """'Between 271 and 283 all year': of which time it is told is not said."""
    return said.period is None and said.fits(held.amount)


def _office(office: str, statement: Statement) -> Held:
    theirs = fold(" ; ".join((statement.text, *statement.passage.cells)))
    held = [each.group().strip() for each in OFFICE.finditer(theirs)]
    if not held:
        return Held.NONE
    return Held.SAME if any(_one(office, each) for each in held) else Held.OTHER


def _one(mine: str, theirs: str) -> bool:
    """'The Director' is the Director of Children's Services; 'adviser' is 'Advisor'."""
    if mine.startswith("director") and theirs.startswith("director"):
        return mine in theirs or theirs in mine
    return mine[:5] == theirs[:5]
