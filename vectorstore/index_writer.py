"""Writing an index folder: a version's passages and vectors, and the whole store anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.documents import Document, DocumentText, Passage
from records.register import Register
from vectorstore import folders, missing_vectors
from vectorstore.dense import DenseIndex
from vectorstore.embed import Embedder, Vectors
from vectorstore.folders import Place
from vectorstore.hnsw_files import half_written
from vectorstore.index import LAYOUT
from vectorstore.indexed_text import texts_to_embed
from vectorstore.passage_store import PassageStore
from vectorstore.stored_passage import StoredPassage
from vectorstore.vector_cache import VectorCache

CARRIED_TOGETHER = 1000
"""Passages whose vectors a new store takes at once, 1.5 MB: each write costs Chroma some 50 ms."""


@dataclass(frozen=True, slots=True)
class _Stores:
    """The two halves of a store, to write."""

    passages: PassageStore
    dense: DenseIndex

    @classmethod
    def open(cls, place: Place) -> _Stores:
        return cls(PassageStore(place.path), DenseIndex(place.path))

    def add_vectors(self, passages: Sequence[tuple[Document, StoredPassage]]) -> None:
        """Writes what Chroma holds of passages that the passage store has."""
        if passages:
            wholes = np.stack([stored.whole for _, stored in passages])
            self.dense.add_all([(each, stored.passage) for each, stored in passages], wholes)

    def close(self) -> None:
        self.dense.close()
        self.passages.close()


class IndexWriter:
    """Writes document versions into an index folder, made if needed. The caller locks it.

    A version answers from the moment of `Register.make_live`, after `write`, or after `write_words`
    by its words alone, until `make_vectors`. While the index is `to_be_made_anew` nothing can be
    written but by `rebuild`.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder.resolve()
        self._engine = embedder.name
        folders.discard_others(self._folder)
        place = folders.current(self._folder)
        if place is None:
            place = folders.make(self._folder, LAYOUT, self._engine)
            _Stores.open(place).close()
            folders.switch(self._folder, place)
        self._place = place
        self._stores = None if self.to_be_made_anew else _Stores.open(place)
        self.register = Register.of_index(folder)
        self._cache = VectorCache(folder, embedder)

    @property
    def outdated(self) -> bool:
        """Was the index made by another version of this program, or by another engine?"""
        return (self._place.layout, self._place.engine) != (LAYOUT, self._engine)

    @property
    def to_be_made_anew(self) -> bool:
        """Is it outdated, or was the last update killed while it wrote the vectors?"""
        return self.outdated or half_written(self._place.path)

    @property
    def embedded(self) -> int:
        """How many texts were really embedded, as against remembered."""
        return self._cache.embedded

    def versions(self) -> set[tuple[str, str]]:
        """Every (document, version) that has passages here, live or not."""
        return self._open.passages.versions()

    @property
    def _open(self) -> _Stores:
        if self._stores is None:
            raise RuntimeError("the index is to be made anew: rebuild it first")
        return self._stores

    def write(
        self,
        document: Document,
        passages: Sequence[Passage],
        step: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Adds a version's passages and vectors; it does not answer until it is made live."""
        self._add(self._open, document, passages, step)

    def write_words(self, document: Document, passages: Sequence[Passage]) -> None:
        """Adds a version's passages; `make_vectors` makes their vectors once it is live."""
        self._open.passages.add(document, ((each, missing_vectors.NONE_YET) for each in passages))

    def make_vectors(self) -> Iterator[int]:
        """Makes what vectors the live passages lack, bit by bit; see `missing_vectors.make`."""
        stores = self._open
        return missing_vectors.make(stores.passages, stores.dense, self._cache, self.register)

    def without_vectors(self) -> int:
        """How many live passages lack their vectors."""
        live = {(each.id, each.version) for each in self.register.everything()}
        return missing_vectors.count(self._open.passages, live)

    def _add(
        self,
        stores: _Stores,
        document: Document,
        passages: Sequence[Passage],
        step: Callable[[int], None] = lambda _: None,
    ) -> None:
        texts = [texts_to_embed(passage) for passage in passages]
        flat = self._cache.embed([text for group in texts for text in group], step)
        vectors: list[Vectors] = []
        position = 0
        for group in texts:
            vectors.append(flat[position : position + len(group)])
            position += len(group)
        stores.passages.add(document, zip(passages, vectors, strict=True))
        if passages:
            wholes = np.stack([each[0] for each in vectors])
            stores.dense.add(document, passages, wholes)

    def sweep(self, step: Callable[[int, int], None] = lambda _, __: None) -> int:
        """Takes out every version that is not live, and its words; how many there were.

        Deleting rows leaves words behind in the files (in pages, logs and keyword segments), so
        the live documents move to a new store and the old one is discarded. A withdrawn
        document's stay: it may be restored.
        """
        live = {(each.id, each.version) for each in self.register.everything()}
        stale = self.versions() - live
        if stale:
            self.rebuild(step=step)
        return len(stale)

    def rebuild(
        self,
        read_again: Callable[[Document], DocumentText | None] = lambda _: None,
        step: Callable[[int, int], None] = lambda _, __: None,
    ) -> tuple[DocumentText, ...]:
        """Makes the store anew from the live documents, beside the old one, and swaps them.

        The old one answers until then, also after a kill. Their rows are copied as they are; an
        outdated store's are made anew. Of one, `read_again` gives
        the documents whose passages can no longer be read there, in the version that their file
        has now; those of another version than the live one are given back, to be made live at
        once. `step` is told how many documents of how many are done.
        """
        place = folders.make(self._folder, LAYOUT, self._engine)
        stores = _Stores.open(place)
        self._cache.count_from_now()
        renewed: list[DocumentText] = []
        try:
            documents = self.register.everything()
            if self.outdated:
                renewed += self._make_all(stores, documents, read_again, step)
            else:
                with closing(PassageStore(self._place.path)) as source:
                    self._carry_all(source, stores, documents, step)
            # Before the swap, so that after a kill the next update finds it still to do.
            self._cache.forget_others()
            self.register.scrub()
        except BaseException:
            stores.close()
            folders.discard_others(self._folder)
            raise
        folders.switch(self._folder, place)
        if self._stores is not None:
            self._stores.close()
        self._place, self._stores = place, stores
        folders.discard_others(self._folder)
        return tuple(renewed)

    def _carry_all(
        self,
        source: PassageStore,
        target: _Stores,
        documents: Sequence[Document],
        step: Callable[[int, int], None],
    ) -> None:
        """Copies live documents to a new store of the same layout and engine, row by row."""
        waiting: list[tuple[Document, StoredPassage]] = []
        for number, document in enumerate(documents):
            step(number, len(documents))
            held = source.carry(document.id, document.version, target.passages)
            self._cache.note(text for each in held for text in texts_to_embed(each.passage))
            waiting += [(document, each) for each in held if len(each.vectors)]
            if len(waiting) >= CARRIED_TOGETHER:
                target.add_vectors(waiting)
                waiting = []
        target.add_vectors(waiting)

    def _make_all(
        self,
        target: _Stores,
        documents: Sequence[Document],
        read_again: Callable[[Document], DocumentText | None],
        step: Callable[[int, int], None],
    ) -> list[DocumentText]:
        """Makes live documents anew in a new store; gives those that are of another version now."""
        renewed: list[DocumentText] = []
        carried = self._carried()
        for number, document in enumerate(documents):
            step(number, len(documents))
            passages = carried(document)
            text = DocumentText(document, passages) if passages else read_again(document)
            if text is None:
                continue
            self._add(target, text.document, text.passages)
            if text.document.version != document.version:
                renewed.append(text)
        return renewed

    def _carried(self) -> Callable[[Document], tuple[Passage, ...]]:
        """A function: a document's passages as an outdated store has them; none if unreadable."""
        try:
            old = PassageStore(self._place.path, make=False)
        except sqlite3.Error:
            return lambda _: ()

        def read(document: Document) -> tuple[Passage, ...]:
            try:
                return old.of_document(document.id, document.version)
            except (sqlite3.Error, ValueError, KeyError, TypeError):
                return ()

        return read

    def close(self) -> None:
        """Lets go of every file."""
        self._cache.close()
        if self._stores is not None:
            self._stores.close()
        self.register.engine.dispose()
