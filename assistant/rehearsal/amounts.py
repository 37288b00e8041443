"""The figures of an answer and those of the papers, as amounts that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assistant.check_facts import Fact, FactKind, facts_in
from assistant.check_numbers import Amount, base
from assistant.check_text import clauses
from assistant.figures import figure_of
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.statements import Statement
from language.dates import month_number
from language.periods import Period, find_periods
from language.words import fold

LENGTHS = frozenset(("wd", "d", "w", "f", "m", "q", "y", "h", "min"))
_POINTS = frozenset(("pt",))
_ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                      r"|tenth|eleventh|twelfth)$")  # fmt: skip
_NO_COUNT = re.compile(r"^(?:ones?|a|an|1|___)$")
_SHARE_AFTER = re.compile(r"^s? (?:in|out of) (?:\d+|[a-z]+)\b")
_SHARE_BEFORE = re.compile(r"\b(?:\d+|[a-z]+) (?:in|out of) $")
_NUMBER_WORD = re.compile(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred")
_AGE_AFTER = re.compile(
    r"\s*(?:,|and|or|to|-|\d\d)*\s*(?:\d\d)?\s*-?(?:years?|yrs?|yr)?[- ]?olds?\b"
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|turn(?:s|ed|ing)?|she's|he's|she is|he is|over|under) $")
_NAMED_BEFORE = re.compile(
    r"\b(?:section|annex|page|item|step|stage|tier|level|band|grade|year|theme|priority|list|week"
    r"|regulation|part|phase)\.? ?$"
)
_LESS_MORE = re.compile(
    r"^\s*(?:percentage )?(?:points? )?(?:fewer|more|less|higher|lower|up|down|better|worse)\b"
)
_BY = re.compile(
    r"\b(?:by|up|down|rise of|fall of|drop of|increase of|gap of|difference of)"
    r"(?: about| around| nearly| roughly| some| over| just over| only)? $"
)
_OVER = re.compile(r"\b(?:over|more than|above|at least|upwards of)(?: a)? $")
_UNDER = re.compile(r"\b(?:under|less than|fewer than|below|up to|at most|not quite)(?: a)? $")
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx|nearly|almost|some|circa|like|just over"
    r"|just under|close to|maybe|or so|somewhere near)|~)(?: a)? ?$"
)
_LIST = re.compile(r"(?P<label>[^:]{3,60}): (?P<items>[^:]+)$")
_ITEMS = re.compile(r",\s*(?:and |or |to )*(?=\w)(?!with\b)|\s+and (?:to )?|\s*;\s*")
EXACT = Fraction(1, 2)
SHARE_OFF, COUNT_OFF = Fraction(13, 5), Fraction(5, 100)
"""How far 'about 80%' and 'around 1,200' may be off: points, and a share of the number."""
PART_OFF = 6
"""Points by which a fraction in words ('two thirds') may be off before it is called different."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of an answer with its place, and how it was said."""

    amount: Amount
    claim: Claim
    start: int
    end: int
    """Offsets of the answer."""
    delta: bool
    about: bool
    over: bool
    under: bool
    period: Period | None
    """The month or year that is said right beside it."""

    @property
    def length(self) -> bool:
        """True for a length of time, such as 'six weeks'."""
        return self.amount.unit in LENGTHS

    def fits(self, held: Amount) -> bool:
        """Whether the papers' figure bears this one out, by the way it was said."""
        mine, theirs = base(self.amount)[1], base(held)[1]
        if self.over and theirs >= mine and theirs <= mine * Fraction(5, 4):
            return True
        if self.under and theirs <= mine and theirs >= mine * Fraction(3, 4):
            return True
        if self.amount.part:
            return min(abs(mine - theirs), abs(100 - mine - theirs)) <= PART_OFF
        off = abs(mine - theirs)
        if self.about and self._round:
            most = SHARE_OFF if held.unit == "%" else max(EXACT, COUNT_OFF * theirs)
            return off <= most
        return off <= EXACT / 10**self._places if not self.length else off == 0

    @property
    def _places(self) -> int:
        digits = re.search(r"\.(\d+)", self.amount.words)
        return len(digits[1]) if digits else 0

    @property
    def _round(self) -> bool:
        return not self._places and self.amount.value % 5 == 0

    def same_kind(self, held: Amount) -> bool:
        """Whether the two can be compared at all: a share with a share, weeks with days."""
        mine = self.amount
        if self.length or held.unit in LENGTHS:
            return self.length and base(mine)[0] == base(held)[0]
        if mine.unit == "%":
            return held.unit == "%"
        if mine.unit in _POINTS:
            return held.unit == "%"
        if mine.unit:
            return held.unit == mine.unit
        noun = mine.next_word and not month_number(mine.next_word)
        return held.unit == "" or (held.unit == "%" and not noun and mine.value <= 100)


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the papers: what it is of, and of when."""

    amount: Amount
    statement: Statement
    subject: str
    period: Period | None = None
    then: bool = False
    """It stands under an older time than the rest of its row of words."""
    listed: bool = False
    """It is how many things a list has: it bears out, and is held against nothing."""

    @property
    def length(self) -> bool:
        """True for a length of time."""
        return self.amount.unit in LENGTHS


def said_in(claims: Sequence[Claim]) -> list[Said]:
    """The figures of an answer, in order; ages, ordinals, section numbers and 'one' are none."""
    found: list[Said] = []
    for claim in claims:
        for fact in facts_in(claim.text):
            if fact.amount is not None and _is_figure(fact, fold(claim.text)):
                found.append(_said(fact, fact.amount, claim))
    return found


def held_in(statement: Statement) -> list[Held]:
    """The figures of a statement."""
    return list(_held(statement))


def figures_of(statement: Statement) -> frozenset[tuple[Fraction, str]]:
    """The numbers of a statement with their units, lengths of time left out."""
    return frozenset(
        (each.amount.value, each.amount.unit)
        for each in held_in(statement)
        if not (each.listed or each.length)
    )


def _held(statement: Statement) -> Iterator[Held]:
    row = statement.row
    if row is not None:
        for cell in row.cells:
            figure = figure_of(cell.value)
            if figure is not None:
                unit = {"%": "%", "": ""}.get(figure.unit, figure.unit)
                amount = Amount(Fraction(figure.value), unit, cell.value, 0, 0)
                yield Held(amount, statement, statement.subject, cell.period)
        yield from _lengths(statement)
        return
    if statement.passage.cells:
        yield from _in_words(statement)
        return
    listed = _LIST.match(statement.text)
    if listed is not None and not any(map(str.isdigit, listed["label"])):
        number = len(_ITEMS.split(listed["items"]))
        yield Held(Amount(Fraction(number), "", "", 0, 0), statement, listed["label"], listed=True)
    for clause in clauses(statement.text):
        for fact in clause.facts:
            if fact.amount is not None and _is_figure(fact, fold(clause.text)):
                yield Held(fact.amount, statement, clause.text)


def _in_words(statement: Statement) -> Iterator[Held]:
    """The figures in a row of words, each of its row's name and what its own cell says."""
    cells, header = statement.passage.cells, statement.passage.header
    years = [max((p.ends[0] for p in find_periods(name)), default=0) for name in header]
    newest = max(years, default=0)
    for place, cell in enumerate(cells):
        year = years[place] if place < len(years) else 0
        for fact in facts_in(cell):
            if fact.amount is not None and _is_figure(fact, fold(cell)):
                subject = f"{cells[0]} {cell}" if place else cell
                yield Held(fact.amount, statement, subject, then=bool(year and year < newest))


def _lengths(statement: Statement) -> Iterator[Held]:
    """'Within the past four weeks' in a row's name."""
    for fact in facts_in(statement.subject):
        if fact.amount is not None and fact.amount.unit in LENGTHS:
            yield Held(fact.amount, statement, statement.subject)


def _is_figure(fact: Fact, text: str) -> bool:
    before, after = text[: fact.start], text[fact.end :]
    words = fact.words.strip()
    if re.search(r"\bolds?$", words):
        return False
    if fact.kind is not FactKind.AMOUNT or _ORDINAL.search(words):
        return False
    if _NO_COUNT.match(words.split(" ")[0]) and fact.amount is not None and fact.amount.value == 1:
        return False
    if _of_a_share(before, words, after):
        return False
    if fact.amount is not None and not fact.amount.unit and _NAMED_BEFORE.search(before):
        return False
    return not (_AGE_AFTER.match(after) or _AGE_BEFORE.search(before)) or "%" in words


def _of_a_share(before: str, words: str, after: str) -> bool:
    """'One in seven' where it is not read as a share: neither number counts anything."""
    inside = _SHARE_AFTER.match(after)
    if inside and _NUMBER_WORD.search(inside.group()):
        return True
    ahead = _SHARE_BEFORE.search(before)
    return bool(ahead and _NUMBER_WORD.search(ahead.group()) and words != "half")


def _said(fact: Fact, amount: Amount, claim: Claim) -> Said:
    folded = fold(claim.text)
    before, after = folded[: fact.start], folded[fact.end :]
    delta = amount.unit == "pt" or bool(_LESS_MORE.match(after)) or bool(_BY.search(before))
    period = None
    beside = re.match(r"[\s,]*(?:\w+ )?(?:in|for|at|by|as of|as at)? ?(?:the end of |end of )?"
                      r"(?P<when>[a-z]+(?: (?:20)?\d\d)?|20\d\d(?:[/-]\d\d)?)", after)  # fmt: skip
    if beside:
        periods = find_periods(f"in {beside['when']}")
        period = periods[0] if periods else None
    return Said(
        amount,
        claim,
        claim.start + fact.start,
        claim.start + fact.end,
        delta,
        bool(_ABOUT.search(before)) or bool(re.match(r" or so\b| ish\b|-ish\b|ish\b", after)),
        bool(_OVER.search(before)),
        bool(_UNDER.search(before)),
        period,
    )
