"""How much of a question's concepts a text says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.concepts import Concept, search_terms
from language.acronyms import Phrase

SIMILAR = 0.7
MOSTLY_SAID = 0.75


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a passage's surroundings with how much a word found there counts."""

    stems: frozenset[str]
    weight: float


Heard = Mapping[str, float]
"""How much each of some stems counts at the best place where it is said; without the unsaid."""


def heard(fields: Sequence[Field], stems: frozenset[str]) -> dict[str, float]:
    """Which of the stems the fields say."""
    found: dict[str, float] = {}
    for each in fields:
        for term in each.stems & stems:
            if each.weight > found.get(term, 0.0):
                found[term] = each.weight
    return found


def heard_anywhere(*places: Heard) -> dict[str, float]:
    """What is said in any of several places."""
    found: dict[str, float] = {}
    for each in places:
        for term, weight in each.items():
            if weight > found.get(term, 0.0):
                found[term] = weight
    return found


def covered(concept: Concept, fields: Sequence[Field]) -> float:
    """How much of a concept the fields say, 0 to 1: its best phrase, words at their best place."""
    return covered_by(concept, heard(fields, frozenset(search_terms([concept]))))


def covered_by(concept: Concept, said: Heard) -> float:
    """The same of what was heard."""
    if not said:
        return 0.0
    best = max((_said(phrase, said) for phrase in concept.phrases), default=0.0)
    similar = max((_said(phrase, said) for phrase in concept.similar), default=0.0)
    return max(best, SIMILAR * similar)


def _said(phrase: Phrase, heard_stems: Heard) -> float:
    if len(phrase) == 1:
        return heard_stems.get(phrase[0], 0.0)
    said = [heard_stems.get(term, 0.0) for term in phrase]
    if not any(said):
        return 0.0
    share = sum(said) / len(phrase)
    # Half of 'looked after children' is not it, nor is an area inspection a targeted one.
    whole = sum(weight > 0 for weight in said) / len(phrase) > MOSTLY_SAID
    return share if whole else 0.4 * share


def coverage(concepts: Sequence[Concept], fields: Sequence[Field]) -> float:
    """The weighted share of the concepts that the fields say, 0 to 1."""
    said = heard(fields, frozenset(search_terms(concepts)))
    return share_of(concepts, [covered_by(each, said) for each in concepts])


def share_of(concepts: Sequence[Concept], covered_each: Sequence[float]) -> float:
    """The weighted share, where it is known how much of each is said."""
    total = sum(each.weight for each in concepts)
    if total == 0:
        return 0.0
    both = zip(concepts, covered_each, strict=True)
    return sum(each.weight * share for each, share in both) / total
