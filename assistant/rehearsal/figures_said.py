"""Figures of an answer that the papers give otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from assistant.check_meanings import borne
from assistant.rehearsal.amounts import Held, Said, held_in, said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import groups_in
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement
from core.documents import PassageKind
from core.rehearsal import About, DifferenceKind
from language.dates import month_number
from language.words import STOP_WORDS, fold, stem

SAME, SAME_LENGTH, SAME_OF_A_CASE = 0.5, 0.75, 0.6
"""How much of what a figure is of must be said, for the two to be plainly of one thing."""
FROM_PROMPT = 0.35
"""How much of that the answer itself must say; the prompt may say the rest."""
LONGER = 0.3
"""What a word more counts between two things that a figure may be of."""
CHART = -0.3
"""A chart only shows again what a sentence or a table says."""
LIKE = 0.25
"""So little said of what a figure is of already bears out one that is the same."""
_ELSEWHERE = re.compile(
    r"\b(?:targets?|national(?:ly)?|england|english|london|benchmarks?|neighbours?|other councils"
    r"|elsewhere|pan-london|regional(?:ly)?|statistical)\b"
)
_THEN = re.compile(
    r"\b(?:was|were|had|used to|then|earlier|before|old|first|previous|last|back|(?:19|20)\d\d)\b"
)
_COUNCIL = re.compile(r"\b(?:we(?:'ve|'re|ve)?|us|our|here|borough|council|service|across|all)\b")


class Figures:
    """The figures of an answer beside those that were found for it."""

    def __init__(self, prompt: str, about: About, known: Known, likeness: Likeness) -> None:
        self._prompt = prompt
        self._about = about
        self._like = likeness
        self._ours = [held for each in known.ours for held in held_in(each)]
        self._earlier = [held for each in known.earlier for held in held_in(each)]
        self._others = [held for each in known.others for held in held_in(each)]

    def borne_out(self, claims: Sequence[Claim]) -> list[tuple[Said, Statement]]:
        """The figures said that a statement of ours holds, with each such statement."""
        return [
            (said, held.statement)
            for said in said_in(claims)
            if not said.length
            for held in self._same(said, self._ours)
            if self._fit(said, held) >= SAME
        ]

    def differing(self, claims: Sequence[Claim]) -> list[Differs]:
        """The figures said that are plainly of something that our papers give otherwise."""
        found = (self._differs(said) for said in said_in(claims))
        return [each for each in found if each is not None]

    def _differs(self, said: Said) -> Differs | None:
        if said.claim.own or _ELSEWHERE.search(fold(said.claim.sentence)):
            return None
        if said.delta:
            return self._delta(said)
        if self._is_borne(said):
            return None
        best = self._best(said, (held for held in self._ours if said.same_kind(held.amount)))
        return self._made(said, best) if best is not None else None

    def _is_borne(self, said: Said) -> bool:
        """Whether a paper holds the figure: of today, or of another time or council if that is
        what is spoken of.
        """
        ours = self._same(said, self._ours)
        if any(self._fit(said, e) >= LIKE or self._alike(said, e) for e in ours if not e.then):
            return True
        then = [e for e in ours if e.then] + self._same(said, self._earlier)
        if _THEN.search(fold(said.claim.sentence)) and any(
            self._fit(said, e) >= LIKE for e in then
        ):
            return True
        return any(self._fit(said, e) >= SAME for e in self._same(said, self._others))

    def _delta(self, said: Said) -> Differs | None:
        """'A hundred fewer': no two figures of the same thing lie so far apart."""
        best = self._best(said, (h for h in self._ours if _of_unit(said, h)))
        if best is None:
            return None
        values = [h.amount.value for h in self._ours if h.statement is best.statement]
        apart = {abs(one - other) for one in values for other in values}
        near = max(Fraction(1), said.amount.value / 10)
        if any(abs(each - said.amount.value) <= near for each in apart):
            return None
        return self._made(said, best)

    def _best(self, said: Said, held: Iterable[Held]) -> Held | None:
        least = SAME_OF_A_CASE if self._about is About.CASE else SAME
        if said.length:
            least = SAME_LENGTH
        scored = [(self._fit(said, each), self._own(said, each), n, each)
                  for n, each in enumerate(held)]  # fmt: skip
        scored = [each for each in scored if each[0] >= least and each[1] >= FROM_PROMPT * least]
        if self._about is About.CASE and not _COUNCIL.search(fold(said.claim.sentence)):
            scored = [each for each in scored if said.amount.unit == "%"]
        if not scored:
            return None
        return max(scored, key=lambda each: (each[0] + self._weight(said, each[3]), -each[2]))[3]

    def _same(self, said: Said, held: Iterable[Held]) -> list[Held]:
        return [e for e in held if said.same_kind(e.amount) and said.fits(e.amount)]

    def _alike(self, said: Said, held: Held) -> bool:
        """The same thing counted: '26 children' and 'the 26 children'."""
        mine, theirs = said.amount.next_word, held.amount.next_word
        return bool(mine) and stem(mine) == stem(theirs)

    def _fit(self, said: Said, held: Held) -> float:
        """How much of what the papers' figure is of is said around the other, 0 to 1."""
        around = f"{said.claim.sentence} {said.claim.before} {self._asked}"
        group = next((each for each in (said.claim.text, said.claim.sentence, said.claim.before,
                                        self._asked) if groups_in(each)), "")  # fmt: skip
        if groups_in(held.subject) and not groups_in(held.subject) & groups_in(group):
            return 0.0
        if not _counts(said, held):
            return 0.0
        return self._like.share(words_of(held.subject), keys_of(around))

    def _weight(self, said: Said, held: Held) -> float:
        """Of two as fully said, the one of more words is the one meant."""
        around = f"{said.claim.sentence} {said.claim.before} {self._asked}"
        chart = CHART * (held.statement.passage.kind is PassageKind.CHART)
        return chart + LONGER * self._like.shared(words_of(held.subject), keys_of(around))

    def _own(self, said: Said, held: Held) -> float:
        around = f"{said.claim.sentence} {said.claim.before}"
        if said.amount.unit == "%" and self._asked:
            return 1.0
        return self._like.share(words_of(held.subject), keys_of(around))

    @property
    def _asked(self) -> str:
        """What the prompt adds to what an answer is about; of a case it adds nothing."""
        return self._prompt if self._about is About.COUNCIL else ""

    def _made(self, said: Said, held: Held) -> Differs:
        return Differs(said.start, said.end, DifferenceKind.FIGURE, held.statement)


def _counts(said: Said, held: Held) -> bool:
    """'Twenty centres' counts centres, or nothing that is held here."""
    noun = said.amount.next_word
    if said.amount.unit or not noun or month_number(noun) or noun in STOP_WORDS:
        return True
    of = keys_of(f"{held.subject} {held.amount.next_word}")
    return any(borne(each, of) for each in words_of(noun)) or not words_of(noun)


def _of_unit(said: Said, held: Held) -> bool:
    if said.amount.unit in ("pt", "%"):
        return held.amount.unit == "%"
    return not held.amount.unit and not said.length
