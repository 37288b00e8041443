"""Passages that answer by their words while their vectors are still to be made.

In the store they are those with an empty `vectors`, so that after a kill the next update finds
them, and only them. A reader makes the vectors of the few that it needs when it is asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from core.documents import Document, Passage
from records.register import Register
from vectorstore.dense import DenseIndex
from vectorstore.embed import DIMENSION, Vectors
from vectorstore.indexed_text import texts_to_embed
from vectorstore.passage_store import PassageStore
from vectorstore.stored_passage import StoredPassage
from vectorstore.vector_cache import VectorCache

NONE_YET: Vectors = np.zeros((0, DIMENSION), dtype=np.float32)
WRITTEN_TOGETHER = 256
"""Passages whose vectors are written, and made known, together: each time costs Chroma and the
sessions that are open some 50 ms."""
A_BIT = 32
"""Texts embedded between two looks for a paper to take in: a third of a second of one core."""
WHEN_ASKED = 12
"""Passages a question has embedded for itself: a third of a second, until the update is done."""
KEPT = 512
"""Passages whose vectors a reader remembers till then; about 2 MB."""


def count(store: PassageStore, live: Collection[tuple[str, str]]) -> int:
    """How many passages of these (document, version) have no vectors yet."""
    rows = store.connection.execute(
        "SELECT document, version, count(*) FROM passages WHERE vectors = x'' GROUP BY 1, 2"
    )
    return sum(int(number) for document, version, number in rows if (document, version) in live)


def make(
    store: PassageStore, dense: DenseIndex, cache: VectorCache, register: Register
) -> Iterator[int]:
    """Makes the vectors that live passages lack, bit by bit: the caller says when the next.

    Gives the number of passages done since the last bit. Ends when there are none left; what is
    made live in between is taken in too.
    """
    while True:
        group = _next(store, register.everything())
        if not group:
            return
        texts = [texts_to_embed(passage) for _, passage in group]
        # Of like length together, over all the documents of the group.
        every = sorted({text for each in texts for text in each}, key=len)
        done = 0
        for start in range(0, len(every), A_BIT):
            cache.embed(every[start : start + A_BIT])
            reached = len(group) * min(start + A_BIT, len(every)) // len(every)
            yield reached - done
            done = reached
        vectors = [cache.embed(each) for each in texts]
        # The mark that they are there comes last: a kill before it leaves them to be made again.
        dense.add_all(group, np.stack([each[0] for each in vectors]))
        _set(store, [(passage.id, each) for (_, passage), each in zip(group, vectors, strict=True)])
        register.tell()


def _next(store: PassageStore, documents: Iterable[Document]) -> list[tuple[Document, Passage]]:
    found: list[tuple[Document, Passage]] = []
    without = store.versions_without_vectors()
    for document in documents:
        if (document.id, document.version) in without:
            passages = store.without_vectors(document.id, document.version, WRITTEN_TOGETHER)
            found += [(document, passage) for passage in passages]
        if len(found) >= WRITTEN_TOGETHER:
            break
    return found[:WRITTEN_TOGETHER]


def _set(store: PassageStore, vectors: Sequence[tuple[str, Vectors]]) -> None:
    with store.connection as connection:
        connection.executemany(
            "UPDATE passages SET vectors = ? WHERE id = ?",
            [(each.astype(np.float32).tobytes(), passage) for passage, each in vectors],
        )


class WhenAsked:
    """The vectors of passages that have none yet, for one question. Safe to share."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def filled(
        self,
        found: Mapping[str, StoredPassage],
        scores: Mapping[str, float],
        embed: Callable[[Sequence[str]], Vectors],
    ) -> dict[str, StoredPassage]:
        """The same passages, none without vectors: made now for the best by `scores`, else zeros,
        so that their words alone count.
        """
        lacking = sorted(
            (each for each, stored in found.items() if not len(stored.vectors)),
            key=lambda each: -scores.get(each, 0.0),
        )
        if not lacking:
            with self._lock:
                self._kept.clear()
            return dict(found)
        texts = {each: texts_to_embed(found[each].passage) for each in lacking}
        made = self._made({each: texts[each] for each in lacking[:WHEN_ASKED]}, embed)
        for each in lacking[WHEN_ASKED:]:
            made[each] = np.zeros((len(texts[each]), DIMENSION), dtype=np.float32)
        return {
            each: replace(stored, vectors=made.get(each, stored.vectors))
            for each, stored in found.items()
        }

    def _made(
        self, texts: Mapping[str, list[str]], embed: Callable[[Sequence[str]], Vectors]
    ) -> dict[str, Vectors]:
        with self._lock:
            made = {each: self._kept[each] for each in texts if each in self._kept}
        todo = [each for each in texts if each not in made]
        flat = embed([text for each in todo for text in texts[each]]) if todo else NONE_YET
        start = 0
        for each in todo:
            made[each] = flat[start : start + len(texts[each])]
            start += len(texts[each])
        with self._lock:
            self._kept |= {each: made[each] for each in todo}
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made
