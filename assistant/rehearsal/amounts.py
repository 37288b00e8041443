"""The figures of an answer, as amounts that can be compared with those of the papers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from assistant.checks.facts import Fact, FactKind, facts_in
from assistant.checks.numbers import Amount, base
from assistant.rehearsal.claims import Claim, tells_of_own
from assistant.rehearsal.counted import LENGTHS, is_figure
from language.dates import month_number
from language.periods import Period, find_periods
from language.words import fold

_POINTS = frozenset(("pt",))
_LESS_MORE = re.compile(
    r"^\s*(?:percentage )?(?:points? )?(?:fewer|more|less|higher|lower|up|down|better|worse)\b"
)
_BY = re.compile(
    r"\b(?:by|up|down|rise of|fall of|drop of|increase of|gap of|difference of)"
    r"(?: about| around| nearly| roughly| some| over| just over| only)? $"
)
_OVER = re.compile(r"\b(?:over|more than|above|at least|upwards of)(?: a)? $")
_UNDER = re.compile(r"\b(?:under|less than|fewer than|below|at most|not quite)(?: a)? $")
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx|nearly|almost|some|circa|like|just over"
    r"|just under|close to|maybe|or so|somewhere near)|~)(?: a)? ?$"
)
_BESIDE = re.compile(
    r"[\s,]*(?:in|for|at|by|as of|as at) (?:the end of |end of )?"
    r"(?P<when>[a-z]+(?: (?:20)?\d\d)?|20\d\d(?:[/-]\d\d)?)"
)
_WHEN = re.compile(
    r"(?:^\W*|\b(?:in|for|during|as of|as at|at|(?:end|start|middle) of)(?: the)?"
    r"(?: (?:end|start) of)? )$"
)
_HUNDREDS = re.compile(r"(?:hundred|thousand)$")
_PARTS = re.compile(r", | and ")
_NO_NOUN = frozenset(("now", "today", "currently", "then", "again", "last", "so", "overall", "or"))
FEW_WORDS = 4
LEAST_SHARE = 20
"""A smaller number without '%' or a point is hardly a share."""
HUNDRED = 100
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
    def segment(self) -> str:
        """The words around it, between commas, or an 'and' with more than a few words beside."""
        text, at = self.claim.text, self.start - self.claim.start
        left, right = 0, len(text)
        for match in _PARTS.finditer(text):
            if match.group() != ", " and len(text[match.end() :].split()) < FEW_WORDS:
                continue
            if match.end() <= at:
                left = match.end()
            elif match.start() >= at:
                right = match.start()
                break
        return text[left:right]

    @property
    def own(self) -> bool:
        """True where it counts the speaker's own work: 'in my team it is 98%', '98% in my team'."""
        so_far = self.claim.sentence[: self.end - self.claim.sentence_start]
        return tells_of_own(so_far) or tells_of_own(self.segment)

    @property
    def beside(self) -> str:
        """The same without the figure."""
        figure = self.claim.text[self.start - self.claim.start : self.end - self.claim.start]
        return self.segment.replace(figure, " ")

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
    def exact(self) -> bool:
        """True for a figure so odd that another thing's is seldom the same: 79.6, 1,210."""
        return not self.amount.part and (self._places > 0 or self.amount.value > HUNDRED)

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
        if self._places:
            return held.unit == "%"
        after = mine.next_word
        noun = after and not month_number(after) and after not in _NO_NOUN
        share = not noun and LEAST_SHARE <= mine.value <= HUNDRED
        return held.unit == "" or (held.unit == "%" and share)


def said_in(claims: Sequence[Claim]) -> list[Said]:
    """The figures of an answer, in order; ages, ordinals, section numbers and 'one' are none."""
    found: list[Said] = []
    for claim in claims:
        folded = fold(claim.text)
        for fact, amount in _whole(facts_in(claim.text), folded):
            if is_figure(fact, folded):
                found.append(_said(fact, amount, claim))
    return found


def _whole(facts: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Amount]]:
    """The amounts among them, 'two hundred and seventy-seven' as one."""
    kept: list[tuple[Fact, Amount]] = []
    for fact in sorted(facts, key=lambda each: each.start):
        amount = fact.amount
        if amount is None:
            continue
        last = kept[-1] if kept else None
        if last and fact.words.startswith("a half") and text[last[0].end : fact.start] == " and ":
            words = text[last[0].start : fact.end]
            kept[-1] = (
                replace(last[0], words=words, end=fact.end),
                replace(last[1], value=last[1].value + EXACT, words=words),
            )
        elif (
            last
            and _HUNDREDS.search(last[0].words)
            and text[last[0].end : fact.start] == " and "
            and amount.value < HUNDRED
            and not re.search(r"\d", fact.words)
        ):
            value = last[1].value + amount.value
            words = text[last[0].start : fact.end]
            kept[-1] = (
                replace(fact, words=words, start=last[0].start),
                replace(amount, value=value, words=words),
            )
        else:
            kept.append((fact, amount))
    yield from kept


def _said(fact: Fact, amount: Amount, claim: Claim) -> Said:
    folded = fold(claim.text)
    before, after = folded[: fact.start], folded[fact.end :]
    delta = amount.unit == "pt" or bool(_LESS_MORE.match(after)) or bool(_BY.search(before))
    period = None
    beside = _BESIDE.match(after)
    if beside:
        periods = find_periods(f"in {beside['when']}")
        period = periods[0] if periods else None
    said = Said(
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
    if period:
        return said
    return replace(said, period=_month_told(said.segment) or _month_told(claim.text))


@lru_cache(maxsize=2_000)
def _month_told(text: str) -> Period | None:
    """The month that a stretch of an answer with one figure tells of: 'in March we had 283'."""
    folded = fold(text)
    facts = facts_in(text)
    months = [each for each in facts if each.kind is FactKind.DATE and each.date[1]]
    figures = [each for each in facts if each.amount is not None and is_figure(each, folded)]
    plain = [each for each in figures if each.amount and each.amount.unit not in LENGTHS]
    if len(months) != 1 or len(plain) != 1 or not _WHEN.search(folded[: months[0].start]):
        return None
    if re.match(r"\.\d|\s?%", folded[months[0].end :]):
        # 'In March 14.5% were late' is no March of 2014.
        return None
    year, month, _ = months[0].date
    return Period(year, month)
