"""How much of what one text says another says, by the words that carry sense.

The rarer a word is in the papers the more it counts. A group of children ('children in need') is
one word: 'children' alone does not say it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.checks.meanings import Meaning, borne, meanings_in
from assistant.evidence import without_left_out
from assistant.rehearsal.groups import groups_in, without_groups
from language.acronyms import spelled_out
from language.dates import month_number
from language.organisations import mentions
from language.words import fold, stem, words

KEPT = 20_000
"""Texts whose words are kept read: the same passages come up in answer after answer."""
UNKNOWN = 1
"""How often a word counts as held that no passage has."""
GROUP = "#"
"""Stands before the name of a group of children."""
GROUP_WEIGHT = 0.6
FEWER = "fewer"
"""Stands for a number set against others: 'fewer than elsewhere'."""
_NAME = re.compile(r"(?:[A-Z][a-z]+ )+[A-Z][a-z]+")
_COMPARES = re.compile(
    r"\b(?:fewer|less|lower|low|higher|high|more)\b(?=.*\b(?:than|number)\b)|\blow\b"
)


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> tuple[Meaning, ...]:
    """The words of a text that carry sense, without months and the names of councils; what it
    leaves out ('exc. LAC') is not of it.
    """
    kept = without_councils(without_left_out(text))
    named = tuple(
        Meaning(f"{GROUP}{each}", frozenset((f"{GROUP}{each}",)), 1.0, -1)
        for each in sorted(groups_in(kept))
    )
    if compares(kept):
        named += (Meaning(f"{GROUP}{FEWER}", frozenset((f"{GROUP}{FEWER}",)), 1.0, -1),)
    names = {word for each in _NAME.findall(kept) for word in words(each)}
    rest = [_named(each, names) for each in meanings_in(without_groups(kept))]
    return named + tuple(e for e in rest if e.weight and not month_number(e.word))


@lru_cache(maxsize=KEPT)
def keys_of(text: str) -> frozenset[str]:
    """Every stem, short form and group that the words of a text stand for."""
    kept = without_left_out(text)
    said = {key for each in meanings_in(spelled_out(kept)) for key in each.keys}
    if compares(kept):
        said.add(f"{GROUP}{FEWER}")
    return frozenset(said | {f"{GROUP}{each}" for each in groups_in(kept)})


def _named(word: Meaning, names: Collection[str]) -> Meaning:
    """A word that says little weighs as others where it is of a name: 'Better Together'."""
    return replace(word, weight=1.0) if word.word in names else word


def compares(text: str) -> bool:
    """True where a text sets a number against others: 'fewer children in care than elsewhere'."""
    return bool(_COMPARES.search(fold(text)))


def without_councils(text: str) -> str:
    """The text without the names of councils."""
    if not any(char.isupper() for char in text):
        return text
    for each in reversed(mentions(text)):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


@dataclass(frozen=True, slots=True)
class Likeness:
    """Compares texts by the words of one index."""

    frequency: Callable[[str], int]
    passages: int

    def weight(self, word: Meaning) -> float:
        """How telling a word is: its inverse document frequency, 0 to 1."""
        if word.word.startswith(GROUP):
            return GROUP_WEIGHT
        held = self.frequency(stem(word.word)) or UNKNOWN
        return math.log(1 + self.passages / held) / math.log(1 + self.passages)

    def total(self, words: Iterable[Meaning]) -> float:
        """The weight of words together, each once."""
        return sum(self.weight(each) for each in _once(words))

    def shared(self, words: Iterable[Meaning], said: Collection[str]) -> float:
        """The weight of those words that a text with these keys says."""
        known = said if isinstance(said, frozenset) else frozenset(said)
        return self.total(each for each in words if _borne(each, known))

    def share(self, words: Sequence[Meaning], said: Collection[str]) -> float:
        """The share by weight of the words that a text with these keys says, 0 to 1."""
        total = self.total(words)
        return self.shared(words, said) / total if total else 0.0


@lru_cache(maxsize=10 * KEPT)
def _borne(word: Meaning, known: frozenset[str]) -> bool:
    return borne(word, known)


def _once(words: Iterable[Meaning]) -> list[Meaning]:
    return list({stem(each.word): each for each in words}.values())
