"""What of a claim may cover a point: nothing whose number, date, name or denial is not the point's.

A claim is taken apart at its commas. A part that gives something exactly which the point does not
have is left out of what the two have in common: 'early help, 280 at the end of August' still covers
that help comes early, and '90% of assessments are in time' covers no row that has 83%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.facts import Fact, FactKind, facts_in
from assistant.rehearsal.amounts import Said, said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.contrary import contrary
from assistant.rehearsal.held import Held, held_in
from assistant.rehearsal.likeness import keys_of
from assistant.rehearsal.names_given import names_given
from assistant.rehearsal.statements import Statement
from core.rehearsal import DifferenceKind
from language.periods import find_periods
from language.words import fold

_PARTS = re.compile(r",\s+|\s+\(|\)\s*|\s+and\s+(?=(?:\S+\s+){3})")
_EXACT = {
    FactKind.DATE: DifferenceKind.DATE,
    FactKind.DAY: DifferenceKind.DATE,
    FactKind.RATE: DifferenceKind.DATE,
    FactKind.GRADE: DifferenceKind.NAME,
}
_OFFICE = re.compile(
    r"\b(?:commissioners?|advis[eo]rs?|auditors?|directors?|deputy mayor|mayor|lead member|chief"
    r" executive|ministers?|judges?|councillors?|inspectors?|ofsted|independent chair)\b"
)
OFFICE = 5
"""Letters by which an office is known: 'adviser', 'Advisor'."""
OF_TODAY = re.compile(
    r"\b(?:was|were|had|used to|then|earlier|before|first|previous(?:ly)?|last|back|from|since"
    r"|against|up to|started|(?:19|20)\d\d)\b"
)
"""Words of another time than now: a figure said beside them may be an older one."""


@dataclass(frozen=True, slots=True)
class Strange:
    """Words of a claim, by offsets of the answer, that a statement has otherwise or not at all."""

    start: int
    end: int
    kind: DifferenceKind
    words: str
    said: Said | None = None
    """The figure, where it is one."""
    denial: bool = False
    fact: Fact | None = None
    """The date, day, rate or grade, where it is one; else it is a name."""

    def stands_in(self, statement: Statement) -> bool:
        """Whether a statement has it."""
        if self.fact is not None:
            return has_fact(self.fact, statement)
        words = fold(self.words)
        return (words[:OFFICE] if _OFFICE.match(words) else words) in _context(statement)

    def otherwise(self, statement: Statement) -> bool:
        """Whether a statement has another of its sort: another month, another office."""
        if self.fact is None:
            return bool(_OFFICE.search(fold(statement.text)) and _OFFICE.search(fold(self.words)))
        return has_sort(self.fact, statement)


@dataclass(frozen=True, slots=True)
class Vouched:
    """What is left of a claim to cover a statement with, and what was strange to it."""

    text: str
    strange: tuple[Strange, ...]


def vouched(claim: Claim, statement: Statement) -> Vouched:
    """What of a claim may cover a statement, and what stands in the way."""
    figures = said_in([claim])
    kept: list[str] = []
    strange: list[Strange] = []
    for left, right in _parts(claim.text):
        text = claim.text[left:right]
        start = claim.start + left
        here = [each for each in figures if start <= each.start < claim.start + right]
        found = [*_figures(here, statement), *_facts(text, start, here, statement)]
        found += _names(text, start, statement)
        if found:
            strange += found
        else:
            kept.append(text)
    rest = ", ".join(kept)
    denied, other_way = contrary(rest, statement) if rest else (False, False)
    if denied or other_way:
        whole = DifferenceKind.DIRECTION
        one = Strange(claim.start, claim.end, whole, claim.text, denial=denied)
        return Vouched("", (*strange, one))
    return Vouched(rest, tuple(strange))


@lru_cache(maxsize=2_000)
def _parts(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    left = 0
    for match in _PARTS.finditer(text):
        if text[left : match.start()].strip():
            spans.append((left, match.start()))
        left = match.end()
    if text[left:].strip():
        spans.append((left, len(text)))
    return tuple(spans)


def _figures(said: list[Said], statement: Statement) -> Iterator[Strange]:
    held = held_in(statement)
    for each in said:
        if not any(gives(each, one) for one in held):
            yield Strange(each.start, each.end, DifferenceKind.FIGURE, each.amount.words, each)


def gives(said: Said, held: Held) -> bool:
    """Whether the papers' figure is the one said: the same, and of the time that is spoken of."""
    if not said.same_kind(held.amount) or not said.fits(held.amount) or held.listed:
        return False
    mine, theirs = said.period, held.period
    if mine is not None and theirs is not None:
        if mine.month and theirs.month:
            return mine.month == theirs.month
        return not (mine.year and theirs.year and not theirs.month) or mine.year == theirs.year
    return not is_old(held) or bool(OF_TODAY.search(fold(said.claim.sentence)))


def is_old(held: Held) -> bool:
    """True for a figure of a row that has a newer one."""
    row = held.statement.row
    if held.then:
        return True
    if row is None or held.period is None or held.column:
        return False
    newest = row.newest
    if not held.period.year and not held.period.month:
        return False
    return newest is not None and held.period != newest.period


def _facts(text: str, start: int, figures: list[Said], statement: Statement) -> Iterator[Strange]:
    for fact in facts_in(text):
        kind = _EXACT.get(fact.kind)
        if kind is None:
            continue
        if fact.kind is FactKind.DATE and figures:
            # Of when a figure is: `gives` has looked at it.
            continue
        if not has_fact(fact, statement):
            yield Strange(start + fact.start, start + fact.end, kind, fact.words, fact=fact)


def has_sort(fact: Fact, statement: Statement) -> bool:
    """Whether a statement has a fact of that sort."""
    return any(kind is fact.kind for kind, _ in _facts_of(statement))


def has_fact(fact: Fact, statement: Statement) -> bool:
    """Whether a statement has that date, day, rate or grade."""
    theirs = _facts_of(statement)
    if fact.kind is not FactKind.DATE:
        return (fact.kind, fact.key) in theirs
    year, month, day = fact.date
    if not month and not year:
        return True
    dates = [date for kind, date in theirs if kind is FactKind.DATE and isinstance(date, tuple)]
    return any(
        (not year or not y or year == y)
        and (not month or month == m)
        and (day <= 0 or d <= 0 or day == d)
        and (bool(month) or year == y)
        for y, m, d in dates
    )


def _facts_of(statement: Statement) -> frozenset[tuple[FactKind, object]]:
    passage = statement.passage
    return _facts_in((passage.lead_in, statement.text, *passage.cells), passage.header)


@lru_cache(maxsize=20_000)
def _facts_in(
    texts: tuple[str, ...], header: tuple[str, ...]
) -> frozenset[tuple[FactKind, object]]:
    found: set[tuple[FactKind, object]] = set()
    for each in facts_in(" ; ".join(texts)):
        found.add((each.kind, each.date if each.kind is FactKind.DATE else each.key))
    for period in (period for name in header for period in find_periods(name)):
        found.add((FactKind.DATE, (period.year, period.month, 0)))
    return frozenset(found)


def _names(text: str, start: int, statement: Statement) -> Iterator[Strange]:
    """A name, or who it was, that the statement does not have."""
    theirs = _context(statement)
    keys = keys_of(theirs)
    for left, right in names_given(text):
        name = text[left:right]
        if not keys_of(name) <= keys and fold(name) not in theirs:
            yield Strange(start + left, start + right, DifferenceKind.NAME, name)
    for match in _OFFICE.finditer(fold(text)):
        if match.group()[:OFFICE] not in theirs and _OFFICE.search(fold(statement.text)):
            left, right = match.span()
            yield Strange(start + left, start + right, DifferenceKind.NAME, match.group())


def _context(statement: Statement) -> str:
    passage, document = statement.passage, statement.document
    return fold(
        " ; ".join(
            (statement.text, passage.lead_in, *passage.headings, *passage.header, document.title,
             document.publisher, document.about)
        )
    )  # fmt: skip
