"""The three scores of a passage for a question, and their sum.

Measured by `python -m evaluation --only retrieval`; docs/adr/0002 has the table of what each adds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

K1, B = 0.9, 0.4
"""BM25's constants for short texts, as Anserini has them; FTS5's own 1.2 and 0.75 are fixed and
lose 1.5 points in the sum."""
KEYWORD_WEIGHT = 0.25
PAIR_WEIGHT = 0.5
HEADINGS_WEIGHT = 0.5
TITLE_WEIGHT = 0.25
"""A word in a heading or title counts this much of one in the passage: it is said of all below."""


@dataclass(frozen=True, slots=True)
class Stems:
    """A passage's stems as the keyword index holds them."""

    body: tuple[str, ...]
    headings: tuple[str, ...]
    title: tuple[str, ...]

    @property
    def length(self) -> int:
        """Words of the passage itself."""
        return len(self.body)


def idf(count: int, passages: int) -> float:
    """How telling a stem is that `count` of `passages` passages hold (Lucene's BM25, above 0)."""
    return math.log(1 + (passages - count + 0.5) / (count + 0.5))


def bm25(terms: Mapping[str, float], stems: Stems, mean_length: float) -> float:
    """BM25 of a passage; `terms` maps the question's stems to their idf."""
    norm = K1 * (1 - B + B * stems.length / max(1.0, mean_length))
    score = 0.0
    held = {*stems.body, *stems.headings, *stems.title}
    for term, weight in terms.items():
        if term not in held:
            continue
        frequency = (
            stems.body.count(term)
            + HEADINGS_WEIGHT * stems.headings.count(term)
            + TITLE_WEIGHT * stems.title.count(term)
        )
        score += weight * frequency * (K1 + 1) / (frequency + norm)
    return score


def pair_coverage(
    question: Sequence[str], weights: Mapping[str, float], stems: Stems, skip: frozenset[str]
) -> float:
    """The weighted share of the question's neighbouring stems that the passage has as neighbours.

    `skip` are stop words' stems, passed over in the passage as they are in the question.
    """
    asked = list(pairwise(question))
    total = sum(weights.get(a, 0.0) + weights.get(b, 0.0) for a, b in asked)
    if total == 0:
        return 0.0
    held: set[tuple[str, str]] = set()
    for part in (stems.body, stems.headings):
        # Most passages have no two of them.
        said = {*part}
        if not any(a in said and b in said for a, b in asked):
            continue
        kept = [term for term in part if term not in skip]
        held.update(pairwise(kept))
    found = sum(weights.get(a, 0.0) + weights.get(b, 0.0) for a, b in asked if (a, b) in held)
    return found / total


def fused(dense: float, keyword_share: float, pairs: float) -> float:
    """The sum that orders the hits; `keyword_share` is BM25 over the best of the candidates."""
    return dense + KEYWORD_WEIGHT * keyword_share + PAIR_WEIGHT * pairs
