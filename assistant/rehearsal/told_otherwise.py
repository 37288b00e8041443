"""What would be covered but for one exact thing: the same told of another month, or by another.

'We had a peer review in 2021', where the papers have the peer reviews of 2023 and 2024: nearly all
that a statement says is said, and the one date is not its. Where less is said it is only asked
about. What any statement as near has is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import clash
from assistant.rehearsal.likeness import Likeness, keys_of
from assistant.rehearsal.own_facts import Strange, vouched
from assistant.rehearsal.reach import most_said
from assistant.rehearsal.statements import Statement, cosines
from core.rehearsal import DifferenceKind
from vectorstore.embed import Vectors

NEAR, SOME = 0.4, 0.9
"""Cosine, and weight of the words in common, from which a statement is looked at."""
SURE, ASKED = 1.05, 0.85
"""Cosine and the share that is said, together: from the first on it is called different, and from
the second on asked about. Of the open answers and the slips fifteen in sixteen of those above the
first are planted."""
AS_NEAR = 0.6
"""What has it bears it out where it is so nearly as much of what is said."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Words of a claim that the statement it is otherwise of gives otherwise."""

    strange: Strange
    statement: Statement
    sureness: float

    @property
    def differs(self) -> Differs:
        """As a difference."""
        one = self.strange
        return Differs(one.start, one.end, one.kind, self.statement)


def told_otherwise(
    claims: Sequence[Claim], vectors: Vectors, ours: Sequence[Statement], like: Likeness
) -> list[Otherwise]:
    """Dates, how often, grades and offices of the council that its papers give otherwise, each with
    the statement that is nearest; `vectors` are the claims'.
    """
    said = [each for each in ours if each.row is None]
    near = cosines(vectors, said)
    found: list[Otherwise] = []
    for n, claim in enumerate(claims):
        if claim.own:
            continue
        told = [
            (float(near[n, at]) + share, each)
            for at, each in enumerate(said)
            if near[n, at] >= NEAR and (share := _share(claim, each, like))
        ]
        best: dict[tuple[int, int], Otherwise] = {}
        for sureness, each in told:
            for one in _exact(claim, each) if sureness >= ASKED else ():
                place = (one.start, one.end)
                if place not in best or sureness > best[place].sureness:
                    best[place] = Otherwise(one, each, sureness)
        for other in best.values():
            least = AS_NEAR * other.sureness
            if not any(other.strange.stands_in(each) for sure, each in told if sure >= least):
                found.append(other)
    return found


def _share(claim: Claim, statement: Statement, like: Likeness) -> float:
    keys = keys_of(claim.text)
    if like.shared(statement.words, keys) < SOME or clash(claim.sentence, statement.subject):
        return 0.0
    return most_said(statement, claim, keys, like)


def _exact(claim: Claim, statement: Statement) -> Iterator[Strange]:
    for one in vouched(claim, statement).strange:
        exact = one.said is None and not one.denial and one.kind is not DifferenceKind.DIRECTION
        if exact and one.otherwise(statement):
            yield one
