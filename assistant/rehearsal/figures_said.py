"""Figures of an answer that the papers give otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from assistant.rehearsal.aligned import SAME, Alignment
from assistant.rehearsal.amounts import Said, said_in
from assistant.rehearsal.apart import (
    far_off,
    of_another_time,
    of_its_month,
    of_now,
    other_month,
    told_of_another,
)
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.held import Held, held_in
from assistant.rehearsal.likeness import Likeness
from assistant.rehearsal.own_facts import gives
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement, key
from core.documents import PassageKind
from core.rehearsal import About, DifferenceKind
from language.words import fold

SAME_LENGTH, SAME_OF_A_CASE = 0.75, 0.6
"""As SAME, for lengths of time and in an answer about a case."""
NEARLY = 0.7
"""What share of how plainly the thing is meant still bears the figure out."""
LIKE = 0.25
"""So little said of what a figure is of already bears out an odd one that is the same."""
ODD = 0.35
"""The same, for such a figure to be one that the answer gives."""
SURE, OF_REST = 0.7, 0.3
"""Where a thing is so plainly meant, another of the same children bears nothing out unless so much
of what it is of is said too."""
LONGER = 0.3
"""What a word more counts between two things that a figure may be of."""
CHART = -0.3
"""A chart only shows again what a sentence or a table says."""
_THEN = re.compile(
    r"\b(?:was|were|had|used to|then|earlier|before|old|first|previous|last|back|(?:19|20)\d\d)\b"
)
_OF_OURS = re.compile(r"^\W*\S+(?: ?per ?cent)? of our\b")
_REPORTS = re.compile(r"\breports?\b")
OF_OURS = 0.6
"""How much of what other councils' reports name must be said right beside 'of our'."""
_COUNCIL = re.compile(r"\b(?:we(?:'ve|'re|ve)?|us|our|here|borough|council|service|across|all)\b")


class Figures:
    """The figures of an answer beside those that were found for it."""

    def __init__(self, prompt: str, about: About, known: Known, likeness: Likeness) -> None:
        self._about = about
        self._align = Alignment(prompt if about is About.COUNCIL else "", likeness)
        self._ours = [held for each in known.ours for held in held_in(each)]
        self._stating = [held for each in known.stating for held in held_in(each)]
        self._earlier = [held for each in known.earlier for held in held_in(each)]
        self._others = [held for each in known.others for held in held_in(each)]

    def borne_out(self, claims: Sequence[Claim]) -> list[tuple[Said, Statement]]:
        """The figures said that a statement of ours holds, with each such statement."""
        return [
            (said, held.statement)
            for said in said_in(claims)
            if not said.length
            for held in self._same(said, (*self._ours, *self._stating))
            if gives(said, held) and self._align.fit(said, held) >= (ODD if said.exact else SAME)
        ]

    def odd(self, claims: Sequence[Claim]) -> set[str]:
        """The statements (by `key`) of ours that give a figure said that is so odd."""
        said = [each for each in said_in(claims) if each.exact and not each.own]
        found = ((one, each) for each in said for one in self._same(each, self._ours))
        return {key(one.statement) for one, each in found if gives(each, one)}

    def differing(self, claims: Sequence[Claim]) -> list[Differs]:
        """The figures said that are plainly of something that our papers give otherwise."""
        found = (self._differs(said) for said in said_in(claims))
        return [each for each in found if each is not None]

    def beside(self, said: Said, statement: Statement) -> str:
        """What a statement gives of the kind of a figure that is the council's, and that no paper
        bears out; '' for none.
        """
        if told_of_another(said) or said.delta or said.length:
            return ""
        held = [each for each in held_in(statement) if said.same_kind(each.amount)]
        held = [each for each in held if not each.listed and self._align.may_be(said, each)]
        held = [each for each in held if not other_month(said, each) and not far_off(said, each)]
        if not held or self._is_given(said):
            return ""
        return of_now(statement, held)

    def _differs(self, said: Said) -> Differs | None:
        if told_of_another(said):
            return None
        if said.delta:
            return self._delta(said)
        theirs = self._of_others(said)
        if theirs is not None:
            return self._made(said, theirs)
        best = self._best(said, (held for held in self._ours if said.same_kind(held.amount)))
        if best is None:
            return None
        # 79.6 is hardly by chance the figure of a thing that is half said; 80 may be.
        least = LIKE if said.exact else min(SAME, max(LIKE, NEARLY * self._align.fit(said, best)))
        sure = self._align.plain(said, best) >= SURE
        if self._is_borne(said, least, OF_REST if sure else 0.0) or self._nearer(said, best):
            return None
        return self._made(said, best)

    def _is_given(self, said: Said) -> bool:
        """Whether a paper has the figure of something near, of the time that is spoken of."""
        ours = self._same(said, (*self._ours, *self._stating))
        if any(gives(said, e) and self._align.fit(said, e) >= LIKE for e in ours):
            return True
        others = self._same(said, (*self._earlier, *self._others))
        return any(self._align.fit(said, each) >= SAME for each in others)

    def _is_borne(self, said: Said, least: float, rest: float) -> bool:
        """Whether a paper holds the figure of something nearly as plainly meant: of today, or of
        another time or council if that is what is spoken of.
        """
        held = (*self._ours, *self._stating)
        ours = [e for e in self._same(said, held) if not of_another_time(said, e)]
        now = [e for e in ours if not e.then and self._align.rest_said(said, e) >= rest]
        if any(self._align.fit(said, e) >= least for e in now):
            return True
        then = [e for e in ours if e.then] + self._same(said, self._earlier)
        if _THEN.search(fold(said.claim.sentence)) and any(
            self._align.fit(said, e) >= LIKE for e in then
        ):
            return True
        return any(self._align.fit(said, e) >= SAME for e in self._same(said, self._others))

    def _of_others(self, said: Said) -> Held | None:
        """'27% of our supervision', where that is the share of other councils' reports that name
        it, and nothing of ours has it.
        """
        if not _OF_OURS.search(fold(said.segment)):
            return None
        same = [e for e in self._same(said, self._ours) if self._align.beside(said, e) >= OF_OURS]
        counted = [e for e in same if _REPORTS.search(fold(e.column))]
        return counted[0] if counted and len(counted) == len(same) else None

    def _nearer(self, said: Said, best: Held) -> bool:
        """Whether what stands right beside the figure is at least as much of a thing that has it:
        what else the sentence speaks of is then of another figure.
        """
        least = max(LIKE, self._align.beside(said, best))
        return any(
            not each.then
            and not of_another_time(said, each)
            and self._align.beside(said, each) >= least
            for each in self._same(said, self._ours)
        )

    def _delta(self, said: Said) -> Differs | None:
        """'A hundred fewer': no two figures of the same thing lie so far apart."""
        best = self._best(said, (h for h in self._ours if _of_unit(said, h)))
        if best is None or said.amount.unit == "%":
            # '20% more' is a share of what was, and of two figures the papers seldom give.
            return None
        values = [h.amount.value for h in self._ours if h.statement is best.statement]
        apart = {abs(one - other) for one in values for other in values}
        near = max(Fraction(1), said.amount.value / 10)
        if any(abs(each - said.amount.value) <= near for each in apart):
            return None
        return self._made(said, best)

    def _best(self, said: Said, held: Iterable[Held]) -> Held | None:
        """The figure of the papers that is most plainly of what is said, if any is."""
        least = SAME_OF_A_CASE if self._about is About.CASE else SAME
        if said.length:
            least = SAME_LENGTH
        if self._about is About.CASE and not _COUNCIL.search(fold(said.claim.sentence)):
            held = [each for each in held if said.amount.unit == "%"]
        best, chosen = 0.0, None
        for each in held:
            if each.listed or each.then or other_month(said, each) or far_off(said, each):
                continue
            plain = self._align.plain(said, each)
            if plain < least:
                continue
            chart = CHART * (each.statement.passage.kind is PassageKind.CHART)
            near = LONGER * (self._align.weight(said, each) + self._align.beside(said, each))
            rank = plain + chart + near + LONGER * of_its_month(said, each)
            if rank > best:
                best, chosen = rank, each
        return chosen

    def _same(self, said: Said, held: Iterable[Held]) -> list[Held]:
        return [e for e in held if said.same_kind(e.amount) and said.fits(e.amount)]

    def _made(self, said: Said, held: Held) -> Differs:
        return Differs(said.start, said.end, DifferenceKind.FIGURE, held.statement)


def _of_unit(said: Said, held: Held) -> bool:
    if said.amount.unit in ("pt", "%"):
        return held.amount.unit == "%"
    return not held.amount.unit and not said.length
