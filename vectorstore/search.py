"""Fused search: the passages near in meaning and those that share words, in one order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.answers import Hit
from core.documents import Document
from core.errors import IndexMissing
from language.sentences import sentences
from language.words import STOP_WORDS, content_terms, stem
from vectorstore import keyword, rank
from vectorstore.answer_model import AnswerModel
from vectorstore.candidates import Candidate, candidates
from vectorstore.embed import REFERENCE, Embedder, SentenceTransformerEmbedder, Vectors
from vectorstore.index import IndexReader
from vectorstore.missing_vectors import WhenAsked
from vectorstore.onnx_engine import NAME
from vectorstore.stored_passage import StoredPassage

CANDIDATES = 150
"""Taken from each of the two searches before fusing; also room for passages that are not live."""

SAME_VECTORS = (REFERENCE, NAME)
"""Engines whose vectors the reference's equal, to a millionth (docs/adr/0014)."""

_SKIPPED = frozenset(stem(word) for word in STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the unit vectors of its sentences, for choosing among them."""

    hit: Hit
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    document: Document
    dense: float
    keyword: float
    fused: float
    late: StoredPassage | None
    """With vectors made for this question, where an update has still to make them."""


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
        return self.index.snapshot.frequency(term)

    def vocabulary(self) -> list[str]:
        """Every stem of the index."""
        return self.index.snapshot.vocabulary

    def size(self) -> int:
        """How many passages there are."""
        return self.index.snapshot.size[0]

    def vector(self, text: str) -> Vectors:
        """The unit vector of a question."""
        return np.asarray(self._engine().embed([text])[0], dtype=np.float32)

    def closeness(self, text: str, others: Sequence[str]) -> list[float]:
        """How near in meaning a text is to each of the others: cosine, -1 to 1."""
        vectors = np.asarray(self._engine().embed([text, *others]), dtype=np.float32)
        return [float(each) for each in vectors[1:] @ vectors[0]]

    def _engine(self) -> Embedder:
        """The engine that made the index, until an update makes it anew by the one in use."""
        made_by = self.index.engine
        if made_by == self._embedder.name:
            return self._embedder
        if made_by in SAME_VECTORS:
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
        snapshot = self.index.snapshot
        rows = keyword.search(
            self.index.store, query.terms, CANDIDATES, snapshot.frequency, snapshot.rows(among)
        )
        scored = self._scored(query, asked, candidates(self.index.store, near, rows))
        best = sorted(scored, key=lambda each: -each.fused)[:limit]
        stored = self.index.store.get([each.candidate.id for each in best if each.late is None])
        return [
            Found(
                Hit(held.passage, each.document, each.dense, each.keyword, each.fused),
                held.sentences,
            )
            for each in best
            if (held := each.late or stored.get(each.candidate.id)) is not None
        ]

    def _scored(
        self, query: Query, vector: Vectors, held: Sequence[Candidate]
    ) -> Iterator[_Scored]:
        """The live ones with their scores."""
        passages, mean_length = self.index.snapshot.size
        weights = {
            term: rank.idf(self.frequency(term), passages) for term in {*query.terms, *query.phrase}
        }
        terms = {term: weights[term] for term in query.terms}
        live = [each for each in held if self.index.live(each.document, each.version)]
        scores = [rank.bm25(terms, each.stems, mean_length) for each in live]
        best = max(scores, default=0.0) or 1.0
        made = self._made_now(live, scores)
        for each, score in zip(live, scores, strict=True):
            document = self.index.live(each.document, each.version)
            if document is None:
                continue
            late = made.get(each.id)
            dense = float((late.whole if late else each.whole) @ vector)
            pairs = rank.pair_coverage(query.phrase, weights, each.stems, _SKIPPED)
            fused = rank.fused(dense, score / best, pairs)
            yield _Scored(each, document, dense, score, fused, late)

    def _made_now(
        self, live: Sequence[Candidate], scores: Sequence[float]
    ) -> dict[str, StoredPassage]:
        """By id, the passages whose vectors an update has still to make, with vectors."""
        lacking = {
            each.id: score for each, score in zip(live, scores, strict=True) if not len(each.whole)
        }
        stored = self.index.store.get([*lacking]) if lacking else {}
        return self._when_asked.filled(stored, lacking, self._engine().embed)
