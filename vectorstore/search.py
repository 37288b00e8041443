"""Fused search: the passages near in meaning and those that share words, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.answers import Hit
from language.words import content_terms
from vectorstore import keyword
from vectorstore.embed import Embedder, Vectors
from vectorstore.index import IndexReader
from vectorstore.passage_store import StoredPassage

CANDIDATES = 150
"""Taken from each of the two searches before fusing; also room for passages that are not live."""

DENSE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the vectors of its sentences, for choosing among them."""

    hit: Hit
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: `text` in meaning, `terms` (stems) by word."""

    text: str
    terms: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Query:
        """The query that a plain text asks."""
        return cls(text, tuple(content_terms(text)))


class Search:
    """Searches one index. Safe to share between threads."""

    def __init__(self, index: IndexReader, embedder: Embedder) -> None:
        self.index = index
        self._embedder = embedder

    def frequency(self, term: str) -> int:
        """How many passages hold a stem."""
        return keyword.frequency(self.index.store, term)

    def size(self) -> int:
        """How many passages there are."""
        return keyword.size(self.index.store)

    def vector(self, text: str) -> Vectors:
        """The unit vector of a question."""
        return np.asarray(self._embedder.embed([text])[0], dtype=np.float32)

    def find(self, query: Query, limit: int = 20) -> list[Hit]:
        """The best live passages, best first."""
        return [
            found.hit for found in self.find_with_vectors(query, self.vector(query.text), limit)
        ]

    def find_with_vectors_for(self, text: str, limit: int) -> list[Found]:
        """The best live passages for a plain text, with their sentence vectors."""
        return self.find_with_vectors(Query.of(text), self.vector(text), limit)

    def find_with_vectors(self, query: Query, vector: Vectors, limit: int) -> list[Found]:
        """The best live passages, best first, with their sentence vectors. Refreshes the index."""
        self.index.refresh()
        by_meaning = self.index.nearest(vector, CANDIDATES)
        by_word = keyword.search(self.index.store, query.terms, CANDIDATES)
        ids = list(dict.fromkeys([*by_meaning, *by_word]))
        stored = self.index.store.get(ids)
        found = self._score(stored, by_word, vector)
        found.sort(key=lambda each: -each.hit.fused)
        return found[:limit]

    def _score(
        self, stored: dict[str, StoredPassage], by_word: dict[str, float], vector: Vectors
    ) -> list[Found]:
        best = max(by_word.values(), default=0.0) or 1.0
        found: list[Found] = []
        for passage_id, each in stored.items():
            document = self.index.live(each.passage.document, each.version)
            if document is None:
                continue
            dense = float((each.vectors @ vector).max()) if len(each.vectors) else 0.0
            words = by_word.get(passage_id, 0.0)
            fused = DENSE_WEIGHT * dense + (1 - DENSE_WEIGHT) * words / best
            found.append(Found(Hit(each.passage, document, dense, words, fused), each.vectors))
        return found


def hits(found: Sequence[Found]) -> list[Hit]:
    """The hits without their vectors."""
    return [each.hit for each in found]
