"""How far an answer goes into what the papers say: covered, touched on, or not mentioned."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.groups import clash
from assistant.rehearsal.likeness import Likeness, compares, keys_of, words_of
from assistant.rehearsal.statements import Statement, cosines
from core.rehearsal import Reach
from vectorstore.embed import Vectors

# Chosen on the tune part of evaluation/rehearsal/answers.jsonl, which has 35 answers.
NEAR, VERY_NEAR = 0.45, 0.62
"""Cosines from which a claim may be and, with words in common, is of the same thing."""
SOME, MUCH = 0.9, 1.4
"""Weight of the words in common: two or three rare ones."""
LONG = 160
"""Letters of a sentence that is read as one claim too."""
LEAST_PART = 1.0
"""Weight of a part that says something of its own."""
MOST_OF_IT = 0.55
"""Share of what a statement says that the claim says too."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far an answer goes into a statement, and how surely."""

    statement: Statement
    reach: Reach
    sureness: float


def reached(
    said: Sequence[Statement],
    claims: Sequence[Claim],
    vectors: Vectors,
    figures: Collection[str],
    like: Likeness,
) -> list[Reached]:
    """Each statement with how far the claims go into it.

    `vectors` are the claims'; `figures` the statements (by `key`) whose figure the answer gives.
    """
    near = cosines(vectors, said)
    found: list[Reached] = []
    for at, each in enumerate(said):
        best, reach = 0.0, Reach.NOT_MENTIONED
        if key(each) in figures:
            best, reach = 2.0, Reach.COVERED
        for n, claim in enumerate(claims):
            cosine = float(near[n, at])
            if cosine < 0.2 or clash(claim.sentence, each.subject):
                continue
            keys = keys_of(claim.text)
            shared, share = like.shared(each.words, keys), _most(each, claim, keys, like)
            sure = cosine + 0.3 * shared + share
            if _covers(cosine, shared, share):
                reach = Reach.COVERED
            elif reach is Reach.NOT_MENTIONED and _touches(cosine, shared, share):
                reach = Reach.TOUCHED
            best = max(best, sure)
        found.append(Reached(each, reach, best))
    return found


def _most(statement: Statement, claim: Claim, keys: frozenset[str], like: Likeness) -> float:
    """The largest share of a part of a statement that a claim says."""
    most = 0.0
    for part in statement.parts:
        words = words_of(part)
        if like.total(words) < LEAST_PART or (compares(part) and not compares(claim.sentence)):
            continue
        most = max(
            most,
            like.share(words, keys),
            like.share(words, keys_of(claim.sentence)) if len(claim.sentence) < LONG else 0.0,
        )
    return most


def key(statement: Statement) -> str:
    """What tells a statement from others."""
    return f"{statement.passage.id}:{statement.start}"


def _covers(cosine: float, shared: float, share: float) -> bool:
    return (
        (cosine >= VERY_NEAR and shared >= SOME)
        or (cosine >= NEAR and shared >= MUCH)
        or (share >= MOST_OF_IT and shared >= SOME)
    )


def _touches(cosine: float, shared: float, share: float) -> bool:
    return (cosine >= NEAR and shared >= SOME / 2) or shared >= SOME
