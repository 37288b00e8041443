"""An index folder as a whole: the register, the passages, the vectors; to read or to write."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np
from sqlalchemy.exc import OperationalError

from core.documents import Document, Passage
from core.errors import IndexMissing
from records.register import Register
from vectorstore.dense import DenseIndex, shared_dense
from vectorstore.embed import Embedder, Vectors
from vectorstore.indexed_text import texts_to_embed
from vectorstore.passage_store import FILE_NAME as PASSAGES
from vectorstore.passage_store import PassageStore
from vectorstore.vector_cache import VectorCache


class IndexReader:
    """The live passages of an index folder. Safe to share between threads.

    `refresh` before each question makes what other processes added or removed count at once.
    Raises IndexMissing when the folder holds no index.
    """

    def __init__(self, folder: Path) -> None:
        if not (folder / PASSAGES).is_file():
            raise IndexMissing(f"There is no index in {folder} yet.")
        self._folder = folder.resolve()
        self._lock = threading.RLock()
        try:
            self.register = Register.of_index(folder)
        except OperationalError as error:
            raise IndexMissing(f"The index in {folder} is only being made.") from error
        self.store = PassageStore(folder)
        self._generation = -1
        self._live: dict[tuple[str, str], Document] = {}

    def refresh(self) -> bool:
        """Takes in changes made since the last call; True when there were any."""
        with self._lock:
            generation = self.register.generation()
            if generation == self._generation:
                return False
            documents = self.register.documents()
            self._live = {(each.id, each.version): each for each in documents}
            self._generation = generation
            return True

    @property
    def documents(self) -> tuple[Document, ...]:
        """The live documents as of the last refresh, by file."""
        return tuple(self._live.values())

    def live(self, document: str, version: str) -> Document | None:
        """The document if this version of it may answer."""
        return self._live.get((document, version))

    def nearest(
        self, vector: Vectors, limit: int, among: Collection[str] | None = None
    ) -> dict[str, float]:
        """Passage id -> cosine of the passages nearest to a unit vector, live or not.

        `among`: only of these documents.
        """
        return shared_dense.search(self._folder, self._generation, vector, limit, among)

    def close(self) -> None:
        """Lets go of every file."""
        with self._lock:
            shared_dense.close(self._folder)
            self.store.close()
            self.register.engine.dispose()


class IndexWriter:
    """Writes document versions into an index folder, made if needed. The caller locks it.

    A version answers from the moment of `Register.make_live`, which `write` does last.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.register = Register.of_index(folder)
        self._store = PassageStore(folder)
        self._dense = DenseIndex(folder)
        self._cache = VectorCache(folder, embedder)

    @property
    def embedded(self) -> int:
        """How many texts were really embedded, as against remembered."""
        return self._cache.embedded

    def write(
        self,
        document: Document,
        passages: Sequence[Passage],
        step: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Adds a version's passages and vectors; it does not answer until it is made live."""
        texts = [texts_to_embed(passage) for passage in passages]
        flat = self._cache.embed([text for group in texts for text in group], step)
        vectors: list[Vectors] = []
        position = 0
        for group in texts:
            vectors.append(flat[position : position + len(group)])
            position += len(group)
        self._store.add(document, zip(passages, vectors, strict=True))
        if passages:
            wholes = np.stack([each[0] for each in vectors])
            self._dense.add(document, passages, wholes)

    def sweep(self) -> int:
        """Takes out every version that is not live; how many there were.

        A withdrawn document's stay: it may be restored.
        """
        live = {(each.id, each.version) for each in self.register.everything()}
        stale = (self._store.versions() | self._dense.versions()) - live
        for document, version in stale:
            self._dense.delete_version(document, version)
        self._store.delete(stale)
        return len(stale)

    def close(self) -> None:
        """Lets go of every file."""
        self._cache.close()
        self._dense.close()
        self._store.close()
        self.register.engine.dispose()
