"""How far an answer goes into what the papers say: covered, touched on, or not mentioned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.checks.facts import FactKind, facts_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.groups import clash
from assistant.rehearsal.held import figures_of
from assistant.rehearsal.likeness import Likeness, compares, keys_of, words_of
from assistant.rehearsal.own_facts import Strange, Vouched, vouched
from assistant.rehearsal.statements import Statement, cosines, key
from core.rehearsal import Reach
from vectorstore.embed import Vectors

# Chosen on the tune part of evaluation/rehearsal/answers.jsonl, which has 35 answers.
NEAR, VERY_NEAR = 0.45, 0.62
"""Cosines from which a claim may be and, with words in common, is of the same thing."""
FAR = 0.2
"""Cosine below which nothing more is looked at."""
SOME, MUCH = 0.9, 1.4
"""Weight of the words in common: two or three rare ones."""
LONG = 160
"""Letters of a sentence that is read as one claim too."""
GRADED = 2
"""What a grade of one year is worth, said and held."""
DATED = 0.35
"""The same where both tell of one month."""
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
    claim: int = -1
    """Which claim goes furthest into it; -1 for none."""
    strange: tuple[Strange, ...] = ()
    """What of the answer speaks of it and gives it otherwise: then it is touched on."""


def reached(
    said: Sequence[Statement],
    claims: Sequence[Claim],
    vectors: Vectors,
    figures: Mapping[str, tuple[Strange, ...]],
    like: Likeness,
) -> list[Reached]:
    """Each statement with how far the claims go into it.

    `vectors` are the claims'; `figures` the statements (by `key`) whose figure the answer gives,
    with what it gives otherwise beside it.
    """
    near = cosines(vectors, said)
    found: list[Reached] = []
    for at, each in enumerate(said):
        best, reach, furthest = 0.0, Reach.NOT_MENTIONED, -1
        strange: tuple[Strange, ...] = ()
        if key(each) in figures:
            strange = figures[key(each)]
            best, reach = 2.0, Reach.TOUCHED if strange else Reach.COVERED
        for n, claim in enumerate(claims):
            cosine = float(near[n, at])
            dated = _same_facts(claim, each) if each.row is None else 0
            # 'Then good in 2019' is too short to be near to anything, and plain all the same.
            if (cosine < FAR and dated < GRADED) or clash(claim.sentence, each.subject):
                continue
            keys = keys_of(claim.text)
            shared, share = like.shared(each.words, keys), most_said(each, claim, keys, like)
            sure = cosine + 0.3 * shared + share
            sure += dated
            if reach is not Reach.COVERED and (
                _covers(cosine, shared, share) or dated > 1 or (dated and share >= DATED)
            ):
                own = vouched(claim, each)
                if _vouches(own, claim, each, cosine, like):
                    reach = Reach.COVERED
                else:
                    plainly = cosine >= VERY_NEAR or (cosine >= NEAR and share >= MOST_OF_IT)
                    kept = [e for e in own.strange if e.said is not None or (e.denial and plainly)]
                    reach, strange = Reach.TOUCHED, strange or tuple(kept)
            elif reach is Reach.NOT_MENTIONED and _touches(cosine, shared, share):
                reach = Reach.TOUCHED
            if sure > best or furthest < 0:
                best, furthest = max(best, sure), n
        strange = () if reach is Reach.COVERED else strange
        found.append(Reached(each, reach, best, furthest, strange))
    return found


def _vouches(own: Vouched, claim: Claim, each: Statement, cosine: float, like: Likeness) -> bool:
    """Whether what a claim says of a statement, less what is strange to it, still covers it; a
    figure is covered by the figure alone.
    """
    if not own.text or each.row is not None or figures_of(each):
        return False
    if any(one.denial for one in own.strange):
        return False
    if not own.strange:
        return True
    kept = replace(claim, text=own.text, sentence=own.text)
    shared, share = (
        like.shared(each.words, keys_of(own.text)),
        most_said(each, kept, keys_of(own.text), like),
    )
    return _covers(cosine, shared, share)


def most_said(statement: Statement, claim: Claim, keys: frozenset[str], like: Likeness) -> float:
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


def _same_facts(claim: Claim, statement: Statement) -> int:
    """How many of a month with its year, a year and a grade both give; a year alone is none."""
    mine, theirs = _facts(claim.text), _facts(statement.text)
    months = {each for each in mine & theirs if each.startswith("month")}
    years = {each for each in mine & theirs if each.startswith("year")}
    grades = {each for each in mine & theirs if each.startswith("grade")}
    return bool(months) + bool(grades and years) * GRADED


@lru_cache(maxsize=20_000)
def _facts(text: str) -> frozenset[str]:
    found: set[str] = set()
    for each in facts_in(text):
        if each.kind is FactKind.GRADE:
            found.add(f"grade {each.key}")
        if each.kind is FactKind.DATE and each.date[0]:
            found.add(f"year {each.date[0]}")
            if each.date[1]:
                found.add(f"month {each.date[0]} {each.date[1]}")
    return frozenset(found)


def _covers(cosine: float, shared: float, share: float) -> bool:
    return (
        (cosine >= VERY_NEAR and shared >= SOME)
        or (cosine >= NEAR and shared >= MUCH)
        or (share >= MOST_OF_IT and shared >= SOME)
    )


def _touches(cosine: float, shared: float, share: float) -> bool:
    return (cosine >= NEAR and shared >= SOME / 2) or shared >= SOME
