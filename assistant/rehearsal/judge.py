"""Judges whether what an answer tells exactly the papers give otherwise.

Two small logistic regressions, fitted on typed answers by `evaluation.rehearsal_judge_fit`: of each
pair, whether both are of one thing; then, of each thing told, from its likeliest pairs,
whether the papers give it otherwise. What goes in is listed below by name.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.rehearsal.aligned import LITTLE, noun_of
from assistant.rehearsal.apart import told_of_another
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import clash, groups_in
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.own_facts import OF_TODAY
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement, key
from assistant.rehearsal.told import Held, Sort, Told, told_in
from core.documents import PassageKind
from core.rehearsal import About, Prompt
from language.words import fold, stem
from vectorstore.embed import Vectors

WEIGHTS = Path(__file__).parents[1] / "data" / "judge_weights.json"
PAIR = (
    "cosine", "prompt cosine", "said", "said with prompt", "said in clause", "in common", "added",
    "share added", "clash", "one group", "group unsaid", "row", "chart", "same", "off", "noun",
    "noun unsaid", "percent", "older", "nearest", "nearest to prompt", "most said",
    *Sort,
)  # fmt: skip
ITEM = (
    "other", "same", "rival", "gap", "same elsewhere", "own", "of another", "then", "about",
    "exact", "delta", "small", "case", "first", "council", *Sort,
)  # fmt: skip
SAID, RANKS = PAIR.index("said with prompt"), PAIR.index("nearest")
TIE = 0.01
NO_PAIR = -8.0
LIKELY = 0.8
"""Chance from which a thing told is called different: of things in answers left out of the fit,
fewer than one in a hundred was called so wrongly."""
SMALL = 10
_COUNCIL = ("we", "our", "us", "here", "council", "borough", "service", "across", "all", "of")


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing told beside a statement that has something of its sort."""

    statement: Statement
    held: Held
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A thing told, the statement that likeliest gives it otherwise, and the chance of that."""

    told: Told
    statement: Statement
    chance: float

    @property
    def differs(self) -> Differs:
        """As a difference."""
        return Differs(self.told.start, self.told.end, self.told.kind, self.statement)


class Beside:
    """The things told of one answer beside the statements found for it."""

    def __init__(self, prompt: Prompt, asked: Vectors, known: Known, like: Likeness) -> None:
        self._prompt = prompt.text if prompt.about is About.COUNCIL else ""
        self._case = prompt.about is About.CASE
        self._like = like
        size = len(asked)
        ours = {key(each): each for each in (*known.stating, *known.ours)}
        self._ours = [each for each in ours.values() if len(each.vector) == size]
        others = (*known.earlier, *known.others)
        self._others = [each for each in others if len(each.vector) == size]
        self._stacks = [
            np.stack([each.vector for each in of]) if of else np.zeros((0, size))
            for of in (self._ours, self._others)
        ]
        self._asked = [stack @ asked for stack in self._stacks]

    def pairs(self, told: Told, vector: Vectors) -> tuple[list[Pair], list[Pair]]:
        """Every statement of ours that has something of its sort, and those of others or of another
        time that have the same, each with what the first regression reads.
        """
        return (
            self._pairs(told, vector, 0, (Held.SAME, Held.OTHER)),
            self._pairs(told, vector, 1, (Held.SAME,)),
        )

    def _pairs(self, told: Told, vector: Vectors, which: int, wanted: Sequence[Held]) -> list[Pair]:
        statements = self._others if which else self._ours
        kept = [
            (each, held, off, at)
            for at, each in enumerate(statements)
            for held, off in (told.held(each),)
            if held in wanted
        ]
        if not kept:
            return []
        places = [at for *_, at in kept]
        near = self._stacks[which][places] @ vector
        asked = self._asked[which][places] * (not self._case)
        made = [
            self._features(told, each, held, off, (float(cosine), float(of_prompt)))
            for (each, held, off, _), cosine, of_prompt in zip(kept, near, asked, strict=True)
        ]
        said = np.array([each[SAID] for each in made])
        tops = [(values >= values.max() - TIE) for values in (near, asked, said)]
        return [
            Pair(
                each,
                held,
                (
                    *read[:RANKS],
                    *(float(top[n]) for top in tops),
                    *read[RANKS:],
                ),
            )
            for n, ((each, held, *_), read) in enumerate(zip(kept, made, strict=True))
        ]

    def _features(
        self, told: Told, each: Statement, held: Held, off: float, cosines: tuple[float, float]
    ) -> tuple[float, ...]:
        like, claim = self._like, told.claim
        subject = each.subject if each.row is not None else f"{each.heading} {each.text}"
        of = tuple(w for w in words_of(each.subject) if stem(w.word) not in LITTLE)
        around = keys_of(claim.sentence) | keys_of(claim.before)
        mine = [w for w in words_of(told.rest) if stem(w.word) not in LITTLE]
        common, total = like.shared(mine, keys_of(subject)), like.total(mine)
        groups, theirs = groups_in(claim.sentence), groups_in(each.subject)
        spoken = groups or groups_in(claim.before) or groups_in(self._prompt)
        noun = noun_of(told.said) if told.said is not None else []
        keys = keys_of(subject)
        counted = [any(key in keys for key in word.keys) for word in noun]
        return (
            *cosines,
            like.share(of, around),
            like.share(of, around | keys_of(self._prompt)),
            like.share(of, keys_of(claim.text)),
            min(3.0, common),
            min(3.0, total - common),
            1 - common / total if total else 0.0,
            float(clash(claim.sentence, each.subject)),
            float(bool(spoken & theirs)),
            float(bool(theirs) and not spoken & theirs),
            float(each.row is not None),
            float(each.passage.kind is PassageKind.CHART),
            float(held is Held.SAME),
            off,
            float(bool(counted) and all(counted)),
            float(bool(counted) and not all(counted)),
            float(told.said is not None and told.said.amount.unit == "%"),
            float(held is Held.SAME and told.older(each)),
            *(float(told.sort is sort) for sort in Sort),
        )

    def item(
        self,
        told: Told,
        pairs: Sequence[Pair],
        odds: Sequence[float],
        elsewhere: float,
        first: bool,
    ) -> tuple[float, ...]:
        """What the second regression reads; `odds` are those of the pairs."""
        best = {Held.OTHER: NO_PAIR, Held.SAME: NO_PAIR}
        top, rival = "", NO_PAIR
        for pair, odd in sorted(zip(pairs, odds, strict=True), key=lambda e: -e[1]):
            best[pair.held] = max(best[pair.held], odd)
            if pair.held is Held.OTHER:
                top = top or pair.statement.subject
                if pair.statement.subject != top:
                    rival = max(rival, odd)
        said, sentence = told.said, fold(told.claim.sentence)
        return (
            best[Held.OTHER],
            best[Held.SAME],
            rival,
            best[Held.OTHER] - best[Held.SAME],
            elsewhere,
            float(told.claim.own or (said is not None and said.own)),
            float(said is not None and told_of_another(said)),
            float(bool(OF_TODAY.search(sentence))),
            float(said is not None and said.about),
            float(said is not None and said.exact),
            float(said is not None and said.delta),
            float(said is not None and not said.amount.unit and said.amount.value < SMALL),
            float(self._case),
            float(first),
            float(any(word in _COUNCIL for word in sentence.split())),
            *(float(told.sort is sort) for sort in Sort),
        )


def judged(beside: Beside, claims: Sequence[Claim], vectors: Vectors) -> list[Judged]:
    """Each thing told exactly that the papers have something of its sort for, with the chance that
    they give it otherwise; `vectors` are the claims'.
    """
    weights = _weights()
    found: list[Judged] = []
    every = told_in(claims)
    # 'I've 17 ... 17 children is eight families': what was the speaker's own once stays so.
    own = {e.said.amount for e in every if e.said is not None and (e.claim.own or e.said.own)}
    owned = {(each.value, each.unit) for each in own}
    for n, told in enumerate(every):
        if told.said is not None and (told.said.amount.value, told.said.amount.unit) in owned:
            continue
        ours, others = beside.pairs(told, vectors[told.place])
        odds = [_odds(weights["pair"], each.features) for each in ours]
        elsewhere = max((_odds(weights["pair"], e.features) for e in others), default=NO_PAIR)
        against = [(odd, each) for odd, each in zip(odds, ours, strict=True)
                   if each.held is Held.OTHER]  # fmt: skip
        if against:
            read = beside.item(told, ours, odds, elsewhere, first=not n)
            chance = 1 / (1 + np.exp(-_odds(weights["item"], read)))
            nearest = max(against, key=lambda each: each[0])[1]
            found.append(Judged(told, nearest.statement, float(chance)))
    return found


def _odds(weights: tuple[Vectors, float], features: Sequence[float]) -> float:
    values, bias = weights
    return float(np.clip(values @ np.array(features) + bias, NO_PAIR, -NO_PAIR))


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[Vectors, float]]:
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {
        name: (np.array(list(each["weights"].values()), dtype=np.float64), float(each["bias"]))
        for name, each in held.items()
    }
