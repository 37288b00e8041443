"""Passage vectors in Chroma. The only import of chromadb."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import NotFoundError

from core.documents import Document, Passage
from vectorstore.embed import Vectors
from vectorstore.hnsw_files import blank_unused, writing

COLLECTION = "passages"
FOLDER = "chroma"
DATABASE = "chroma.sqlite3"
HNSW: Any = {"space": "cosine", "ef_search": 200, "sync_threshold": 2, "batch_size": 2}
"""Vectors go to their files with every write (2 is Chroma's least; 3000 passages take 4.4 s
with it as with its default of 1000): whoever opens files that are not there yet writes them, with
what its own memory held."""
WRITE_BATCH = 2000
"""Records in one add; Chroma refuses more than its own limit (about 5,400 with SQLite)."""


class StoreGone(Exception):
    """The store was discarded: another answers by now."""


class DenseIndex:
    """The vectors of a store, one for each passage, compared by cosine.

    A plain chromadb client can open its folder `chroma` and read the collection 'passages'.
    Raises StoreGone when they are not there and are not to be made.
    """

    def __init__(self, folder: Path, make: bool = True) -> None:
        # Chroma makes what it does not find: a reader of a store just discarded would get an
        # empty one.
        if not make and not (folder / FOLDER / DATABASE).is_file():
            raise StoreGone(folder)
        self._store = folder
        self._folder = folder / FOLDER
        self._writes = make
        self._client = chromadb.PersistentClient(
            path=str(self._folder), settings=ChromaSettings(anonymized_telemetry=False)
        )
        try:
            self._collection = (
                self._client.get_or_create_collection(
                    COLLECTION,
                    configuration={"hnsw": HNSW},
                    embedding_function=None,
                )
                if make
                else self._client.get_collection(COLLECTION, embedding_function=None)
            )
        except NotFoundError as error:
            self.close()
            raise StoreGone(folder) from error

    def close(self) -> None:
        """Lets go of the files, so that the next one opened sees what others wrote."""
        self._client.close()  # type: ignore[attr-defined]  # missing from ClientAPI
        if self._writes:
            blank_unused(self._folder)

    def add(self, document: Document, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Writes one unit vector for each passage; a repeat replaces itself."""
        self.add_all([(document, passage) for passage in passages], vectors)

    def add_all(self, passages: Sequence[tuple[Document, Passage]], vectors: Vectors) -> None:
        """The same for passages of several documents, each with its own."""
        if not passages:
            return
        with writing(self._store, self._folder):
            for start in range(0, len(passages), WRITE_BATCH):
                part = passages[start : start + WRITE_BATCH]
                self._collection.upsert(
                    ids=[passage.id for _, passage in part],
                    embeddings=vectors[start : start + WRITE_BATCH],
                    documents=[passage.text for _, passage in part],
                    metadatas=[_metadata(document, passage) for document, passage in part],
                )
            # A single one is not yet in its file; to be looked for writes it.
            self.search(vectors[0], 1)

    def versions(self) -> set[tuple[str, str]]:
        """Every (document, version) that has vectors here, live or not."""
        found = self._collection.get(include=["metadatas"])["metadatas"] or []
        return {(str(each["document"]), str(each["version"])) for each in found}

    def search(self, vector: Vectors, limit: int) -> dict[str, float]:
        """Passage id -> cosine similarity, for the `limit` nearest; all where there are fewer.

        Not for some documents only: Chroma takes longer to look those up than to search all.
        """
        found = self._collection.query(
            query_embeddings=np.atleast_2d(vector), n_results=limit, include=["distances"]
        )
        distances = found["distances"] or [[]]
        return {
            passage_id: 1.0 - distance
            for passage_id, distance in zip(found["ids"][0], distances[0], strict=True)
        }


class SharedDense:
    """The one open client of each index in this process, reopened when the index has changed.

    Clients of one folder share Chroma's own system, which keeps what it saw when it was opened
    until the last of them is closed. So all readers go through here.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._open: dict[Path, tuple[tuple[Path, int], DenseIndex]] = {}

    def search(
        self,
        folder: Path,
        store: Path,
        generation: int,
        vector: Vectors,
        limit: int,
    ) -> dict[str, float]:
        """Passage id -> cosine similarity in an index's store as of a generation.

        Raises StoreGone, or what Chroma does when the files go while it reads them.
        """
        state = (store, generation)
        with self._lock:
            seen, index = self._open.get(folder, (None, None))
            if index is None or seen != state:
                self.close(folder)
                index = DenseIndex(store, make=False)
                self._open[folder] = (state, index)
            return index.search(vector, limit)

    def close(self, folder: Path) -> None:
        """Lets go of an index's files, if they are open."""
        with self._lock:
            _, index = self._open.pop(folder, (None, None))
            if index is not None:
                index.close()


shared_dense = SharedDense()


def _metadata(document: Document, passage: Passage) -> dict[str, Any]:
    return {
        "document": document.id,
        "version": document.version,
        "file": document.file,
        "title": document.title,
        "page": passage.page,
        "heading": " > ".join(passage.headings),
        "place": passage.place,
    }
