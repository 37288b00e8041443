"""A question's words as concepts with weights, and how much of them a text covers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from language.acronyms import Phrase, find_phrases
from language.words import content_terms, words

# Words that ask rather than name a subject; they count a little.
_ASKING = frozenset(
    content_terms(
        """happen happens take place takes involve involved mean means call called need needs list
        name describe explain current latest recent number figure percentage percent proportion
        date day time year month many much long often ever use used make made come go going get
        thing things kind type sort way know look like apply work role part just exactly really
        still currently due people person someone anyone expected expect per true say state stated
        according document documents paper report deck slide actual new question answer info
        information detail details hold held"""
    )
)
ASKING_WEIGHT = 0.25
_SPOKEN = frozenset(words("whats wheres whos hows ok hi hello pls plz n r u thanks thank cheers"))


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that a question names: any of the phrases says it."""

    phrases: tuple[Phrase, ...]
    weight: float
    """How rare it is in the corpus (inverse document frequency), less for words that only ask."""
    known: bool
    """Some passage of the corpus has it."""


Frequency = Callable[[str], int]
"""How many passages hold a stem."""


def concepts_of(text: str, frequency: Frequency, passages: int) -> tuple[Concept, ...]:
    """The concepts of a question, short forms and their long forms as one."""
    asked = [term for term in content_terms(text) if term not in _SPOKEN]
    found: list[Concept] = []
    position = 0
    for start, end, group in [*find_phrases(asked), (len(asked), len(asked), ())]:
        found += [_single(term, frequency, passages) for term in asked[position:start]]
        if group:
            found.append(_of_group(group, tuple(asked[start:end]), frequency, passages))
        position = end
    unique: dict[tuple[Phrase, ...], Concept] = {each.phrases: each for each in found}
    return tuple(unique.values())


def _single(term: str, frequency: Frequency, passages: int) -> Concept:
    count = frequency(term)
    weight = rarity(count, passages)
    if term in _ASKING:
        weight *= ASKING_WEIGHT
    return Concept(((term,),), weight, count > 0)


def _of_group(
    group: tuple[Phrase, ...], asked: Phrase, frequency: Frequency, passages: int
) -> Concept:
    # As rare as the rarest word of the commonest way of saying it that the corpus knows.
    counts = [min(frequency(term) for term in phrase) for phrase in group]
    count = max(counts, default=0)
    return Concept(tuple(dict.fromkeys((asked, *group))), rarity(count, passages), count > 0)


def rarity(count: int, passages: int) -> float:
    """Inverse document frequency, always above zero (BM25's, as Lucene has it)."""
    return math.log(1 + (passages - count + 0.5) / (count + 0.5)) + 0.1


def search_terms(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """The stems to search for by word."""
    return tuple(
        dict.fromkeys(term for each in concepts for phrase in each.phrases for term in phrase)
    )


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a passage's surroundings with how much a word found there counts."""

    stems: frozenset[str]
    weight: float


def covered(concept: Concept, fields: Sequence[Field]) -> float:
    """How much of a concept the fields say, 0 to 1: the best phrase, each word where it counts most."""
    best = 0.0
    for phrase in concept.phrases:
        total = 0.0
        for term in phrase:
            total += max((field.weight for field in fields if term in field.stems), default=0.0)
        share = total / len(phrase)
        # Half of 'looked after children' is not it.
        best = max(best, share if share > 0.6 or len(phrase) == 1 else 0.4 * share)
    return best


def coverage(concepts: Sequence[Concept], fields: Sequence[Field]) -> float:
    """The weighted share of the concepts that the fields say, 0 to 1."""
    total = sum(each.weight for each in concepts)
    if total == 0:
        return 0.0
    return sum(each.weight * covered(each, fields) for each in concepts) / total
