"""Fused search: the passages near in meaning and those that share words, in one order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from core.answers import Hit
from core.errors import IndexMissing
from language.sentences import sentences
from language.words import STOP_WORDS, content_terms, stem
from vectorstore import keyword, rank
from vectorstore.answer_model import AnswerModel
from vectorstore.embed import REFERENCE, Embedder, SentenceTransformerEmbedder, Vectors
from vectorstore.index import IndexReader
from vectorstore.missing_vectors import WhenAsked
from vectorstore.rank import Stems

CANDIDATES = 150
"""Taken from each of the two searches before fusing; also room for passages that are not live."""

_SKIPPED = frozenset(stem(word) for word in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the unit vectors of its sentences, for choosing among them."""

    hit: Hit
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: `text` in meaning, `terms` (stems) by word, `phrase` (stems in the
    question's order) by neighbouring words.
    """

    text: str
    terms: tuple[str, ...]
    phrase: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Query:
        """The query that a plain text asks: its last question is the phrase."""
        asking = [each for each in sentences(text) if each.endswith("?")] or [text]
        return cls(text, tuple(content_terms(text)), tuple(content_terms(asking[-1])))


class Search:
    """Searches one index. Safe to share between threads."""

    def __init__(self, index: IndexReader, embedder: Embedder) -> None:
        self.index = index
        self._embedder = embedder
        self._reference = SentenceTransformerEmbedder()
        """Loads only for an index that it made."""
        self._when_asked = WhenAsked()
        self.answers = AnswerModel(embedder)
        """Reads a question and a sentence together."""

    def frequency(self, term: str) -> int:
        """How many passages hold a stem."""
        return keyword.frequency(self.index.store, term)

    def vocabulary(self) -> list[str]:
        """Every stem of the index."""
        return keyword.vocabulary(self.index.store)

    def size(self) -> int:
        """How many passages there are."""
        return keyword.size(self.index.store)[0]

    def vector(self, text: str) -> Vectors:
        """The unit vector of a question."""
        return np.asarray(self._engine().embed([text])[0], dtype=np.float32)

    def _engine(self) -> Embedder:
        """The engine that made the index, until an update makes it anew by the one in use."""
        made_by = self.index.engine
        if made_by == self._embedder.name:
            return self._embedder
        if made_by == REFERENCE:
            return self._reference
        raise IndexMissing(
            "The index was made by another engine than runs here; an update makes it anew."
        )

    def find(self, text: str, limit: int = 20) -> list[Hit]:
        """The best live passages for a plain text, best first."""
        return [each.hit for each in self.find_with_vectors(Query.of(text), None, limit)]

    def find_with_vectors(
        self,
        query: Query,
        vector: Vectors | None,
        limit: int,
        among: Collection[str] | None = None,
    ) -> list[Found]:
        """The best live passages, best first, with their sentence vectors. Refreshes the index.

        `vector` is the question's, where it is known already; `among` the ids of the documents
        to look in, all when None.
        """
        self.index.refresh()
        if among is not None and not among:
            return []
        asked = self.vector(query.text) if vector is None else vector
        near = self.index.nearest(asked, CANDIDATES, among)
        stems = keyword.search(self.index.store, query.terms, CANDIDATES, among)
        stems |= keyword.stems_of(self.index.store, [each for each in near if each not in stems])
        found = self._score(query, asked, stems)
        found.sort(key=lambda each: -each.hit.fused)
        return found[:limit]

    def _score(self, query: Query, vector: Vectors, stems: dict[str, Stems]) -> list[Found]:
        passages, mean_length = keyword.size(self.index.store)
        weights = {
            term: rank.idf(self.frequency(term), passages) for term in {*query.terms, *query.phrase}
        }
        terms = {term: weights[term] for term in query.terms}
        scores = {each: rank.bm25(terms, held, mean_length) for each, held in stems.items()}
        best = max(scores.values(), default=0.0) or 1.0
        found: list[Found] = []
        held = self.index.store.get(list(stems))
        live = {
            passage_id: stored
            for passage_id, stored in held.items()
            if self.index.live(stored.passage.document, stored.version)
        }
        live = self._when_asked.filled(live, scores, self._engine().embed)
        for passage_id, stored in live.items():
            document = self.index.live(stored.passage.document, stored.version)
            if document is None:
                continue
            dense = float(stored.whole @ vector)
            pairs = rank.pair_coverage(query.phrase, weights, stems[passage_id], _SKIPPED)
            fused = rank.fused(dense, scores[passage_id] / best, pairs)
            hit = Hit(stored.passage, document, dense, scores[passage_id], fused)
            found.append(Found(hit, stored.sentences))
        return found
