"""Dates, days, how often and grades of an answer that the papers give otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.exact import stands
from assistant.checks.facts import Fact, FactKind, facts_in
from assistant.checks.text import clauses
from assistant.rehearsal.aligned import LITTLE
from assistant.rehearsal.amounts import Said, said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.graded import year_beside
from assistant.rehearsal.groups import clash
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement
from core.documents import NATIONAL
from core.rehearsal import About, DifferenceKind, Prompt
from language.words import fold, stem

KINDS = {
    FactKind.DATE: DifferenceKind.DATE,
    FactKind.DAY: DifferenceKind.DATE,
    FactKind.RATE: DifferenceKind.DATE,
    FactKind.GRADE: DifferenceKind.NAME,
}
SAME = 0.5
"""How much of what the papers tell of a date must be said, for it to be plainly of one thing."""
LEAST = 0.7
"""The weight of the words in common at least."""
SHORT_CELL = 6
"""Words of a cell that says something of what its row names, and is no sentence."""
OF_FIGURE = 16
"""Letters between a figure and the date that it is of."""
EXTRA = 1.2
"""Weight of the words that a claim of how often something is may say beside what the papers do."""
NEARLY = 0.7
"""What share of how plainly the thing is meant still bears out what is said."""
LIKE = 0.3
"""So little in common already bears out what is the same."""
_JUDGED = re.compile(
    r"\b(?:judged|rated|inadequate|inspect\w+|ofsted|grade[sd]?|we were"
    r"|got (?:to |a |the )?(?:good|outstanding))\b"
)
_OURS = re.compile(r"\b(?:our|ours|we|us)\b")
_GOES_ON = re.compile(r"\.\d|\s?%")
_TAKES_UP = re.compile(r"^\W*(?:which|who|that|it|its|it's|they|this|and|we)\b", re.IGNORECASE)


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
        short = [each for each in cells if each and len(each.split()) <= SHORT_CELL]
        text = " ; ".join(short)
        yield Line(statement, cells[0], text, facts_in(text))
        for cell in cells[1:]:
            for clause in clauses(cell) if cell not in short else ():
                subject = f"{cells[0]} {_without(clause.text, clause.facts)}"
                yield Line(statement, subject, clause.text, clause.facts)
        return
    for clause in clauses(statement.text):
        yield Line(statement, _without(clause.text, clause.facts), clause.text, clause.facts)


class Facts:
    """The exact things of an answer, beside those that were found for it."""

    def __init__(self, prompt: Prompt, known: Known, likeness: Likeness) -> None:
        self._like = likeness
        self._asked = keys_of(prompt.text) if prompt.about is About.COUNCIL else frozenset[str]()
        self._ours = _with_facts(known.ours)
        self._others = _with_facts((*known.earlier, *known.others))
        self._about = frozenset(each.document.about for each in (*known.ours, *known.earlier))
        self._then = frozenset(each.passage.id for each in known.earlier)

    def differing(self, claims: Sequence[Claim]) -> list[Differs]:
        """Those plainly of something that our papers give otherwise."""
        found: list[Differs] = []
        for at, claim in enumerate(claims):
            if claim.own:
                continue
            figures = [each for each in said_in([claim]) if not each.length]
            around = claim.text
            if _TAKES_UP.match(claim.text) and not claim.first:
                around = f"{claims[at - 1].text} {around}"
            elif _TAKES_UP.match(claim.text):
                around = f"{claim.before} {around}"
            for fact in facts_in(claim.text):
                if fact.kind not in KINDS or of_a_figure(fact, claim, figures):
                    continue
                graded = self._graded(fact, claim)
                fact, line = graded or (fact, self._otherwise(fact, claim, around))  # noqa: PLW2901
                if line is not None:
                    start = claim.start + fact.start
                    end = claim.start + fact.end
                    found.append(Differs(start, end, KINDS[fact.kind], line.statement))
        return found

    def _otherwise(self, fact: Fact, claim: Claim, around: str) -> Line | None:
        text = fold(claim.text)
        keys = keys_of(_without(around, (fact,)) if around == claim.text else around)
        # A month without a year tells when anything was: the prompt says nothing of what.
        bare = fact.kind is FactKind.DATE and not fact.date[0]
        asked = keys if bare else keys | self._asked
        same = [each for each in self._ours if any(f.kind is fact.kind for f in each.facts)]
        scored = [(self._fit(each, keys, asked, around), n, each) for n, each in enumerate(same)]
        best = max((e for e in scored if e[0] >= SAME), key=lambda e: (e[0], -e[1]), default=None)
        narrow = bare or fact.kind is FactKind.RATE
        if best is None or (narrow and self._adds(_beside(claim, fact), best[2]) > EXTRA):
            return None
        least = max(LIKE, NEARLY * best[0]) if narrow else LIKE
        ours = fact.kind is FactKind.DATE and bool(_OURS.search(text))
        borne = any(
            stands(fact, text, each.facts, fold(each.text))
            for each in (*self._ours, *self._others)
            if self._share(each, asked, around) >= least and not (ours and self._of_another(each))
        )
        return None if borne else best[2]

    def _of_another(self, line: Line) -> bool:
        """Whether it stands in another council's paper, which dates nothing of ours."""
        about = line.statement.document.about
        return (
            about != NATIONAL
            and line.statement.passage.id not in self._then
            and about not in self._about
        )

    def _graded(self, fact: Fact, claim: Claim) -> tuple[Fact, Line] | None:
        """'Outstanding in 2019', where what grades anything of that year says another grade; 'good
        in 2021', where nothing is graded then and that grade is of another year.
        """
        if fact.kind is not FactKind.GRADE:
            return None
        beside = year_beside(fact, facts_in(claim.text))
        year = beside.date[0] if beside else 0
        graded = [e for e in (*self._ours, *self._others) if year and _grades(e, year)]
        if beside is None or any(_grades(each, year, fact.key) for each in graded):
            return None
        if not graded and _JUDGED.search(fold(claim.text)):
            held = (*self._ours, *(e for e in self._others if e.statement.passage.id in self._then))
            other = next((e for e in held if _grades(e, 0, fact.key)), None)
            return (beside, other) if other else None
        mine = (e for e in graded if e in self._ours or e.statement.passage.id in self._then)
        line = next(mine, None)
        return (fact, line) if line else None

    def _fit(self, line: Line, keys: frozenset[str], asked: frozenset[str], around: str) -> float:
        words = words_of(line.subject)
        if self._like.shared(words, keys) < LEAST:
            return 0.0
        return self._share(line, asked, around)

    def _adds(self, text: str, line: Line) -> float:
        """Weight of what a claim says beside what the papers' line does."""
        words = [each for each in words_of(text) if stem(each.word) not in LITTLE]
        return self._like.total(words) - self._like.shared(words, keys_of(line.statement.text))

    def _share(self, line: Line, keys: frozenset[str], around: str) -> float:
        if clash(around, line.subject):
            return 0.0
        return self._like.share(words_of(line.subject), keys)


def of_a_figure(fact: Fact, claim: Claim, figures: Sequence[Said]) -> bool:
    """True for '277 in March', by offsets: the date says when the figure was so."""
    if fact.kind is not FactKind.DATE:
        return False
    start, end = claim.start + fact.start, claim.start + fact.end
    if _GOES_ON.match(claim.text[fact.end :]):
        return True
    return any(max(start - e.end, e.start - end) <= OF_FIGURE for e in figures)


def _beside(claim: Claim, fact: Fact) -> str:
    """What a claim says of a fact: up to the comma after it, where a list goes on."""
    return claim.text[: fact.end] + claim.text[fact.end :].split(", ")[0]


def _grades(line: Line, year: int, grade: str = "") -> bool:
    """True for a line of that year alone that gives a grade, or that grade."""
    years = {each.date[0] for each in line.facts if each.kind is FactKind.DATE}
    grades = {each.key for each in line.facts if each.kind is FactKind.GRADE}
    of_then = years == {year} if year else len(years) == 1
    return of_then and (grade in grades if grade else bool(grades))


def _with_facts(said: Iterable[Statement]) -> list[Line]:
    return [line for each in said for line in lines_of(each) if _states(line)]


def _states(line: Line) -> bool:
    """Whether it states more than of when a figure is: '13 the average caseload in August 2024'."""
    counts = any(each.kind is FactKind.AMOUNT for each in line.facts)
    return any(
        each.kind in KINDS and not (counts and each.kind is FactKind.DATE) for each in line.facts
    )


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
