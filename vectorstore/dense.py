"""Passage vectors in Chroma. The only import of chromadb."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.config import Settings as ChromaSettings

from core.documents import Document, Passage
from vectorstore.embed import Vectors

COLLECTION = "passages"
FOLDER = "chroma"
WRITE_BATCH = 2000
"""Records in one add; Chroma refuses more than its own limit (about 5,400 with SQLite)."""


class DenseIndex:
    """The vectors of an index folder, one for each passage, compared by cosine.

    A plain chromadb client can open the folder and read the collection 'passages'.
    """

    def __init__(self, folder: Path) -> None:
        self._client = chromadb.PersistentClient(
            path=str(folder / FOLDER), settings=ChromaSettings(anonymized_telemetry=False)
        )
        self._collection = self._client.get_or_create_collection(
            COLLECTION,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
            embedding_function=None,
        )

    def close(self) -> None:
        """Lets go of the files, so that the next one opened sees what others wrote."""
        self._client.close()  # type: ignore[attr-defined]  # missing from ClientAPI

    def add(self, document: Document, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Writes one unit vector for each passage; a repeat replaces itself."""
        for start in range(0, len(passages), WRITE_BATCH):
            part = passages[start : start + WRITE_BATCH]
            self._collection.upsert(
                ids=[passage.id for passage in part],
                embeddings=vectors[start : start + WRITE_BATCH],
                documents=[passage.text for passage in part],
                metadatas=[_metadata(document, passage) for passage in part],
            )

    def delete(self, ids: Iterable[str]) -> None:
        """Takes out the passages named; unknown ids are no error."""
        gone = list(ids)
        for start in range(0, len(gone), WRITE_BATCH):
            self._collection.delete(ids=gone[start : start + WRITE_BATCH])

    def delete_version(self, document: str, version: str) -> None:
        """Takes out everything of one document version."""
        self._collection.delete(where={"$and": [{"document": document}, {"version": version}]})

    def versions(self) -> set[tuple[str, str]]:
        """Every (document, version) that has vectors here, live or not."""
        found = self._collection.get(include=["metadatas"])["metadatas"] or []
        return {(str(each["document"]), str(each["version"])) for each in found}

    def search(
        self, vector: Vectors, limit: int, among: Collection[str] | None = None
    ) -> dict[str, float]:
        """Passage id -> cosine similarity, for the `limit` nearest; `among` names documents."""
        count = min(limit, self._collection.count())
        if count == 0:
            return {}
        of_these: dict[str, Any] = {"document": {"$in": list(among or ())}}
        found = self._collection.query(
            query_embeddings=np.atleast_2d(vector),
            n_results=count,
            where=None if among is None else of_these,
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        return {
            passage_id: 1.0 - distance
            for passage_id, distance in zip(found["ids"][0], distances[0], strict=True)
        }


class SharedDense:
    """The one open client of each folder in this process, reopened when the index has changed.

    Clients of one folder share Chroma's own system, which keeps what it saw when it was opened
    until the last of them is closed. So all readers go through here.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._open: dict[Path, tuple[int, DenseIndex]] = {}

    def search(
        self,
        folder: Path,
        generation: int,
        vector: Vectors,
        limit: int,
        among: Collection[str] | None = None,
    ) -> dict[str, float]:
        """Passage id -> cosine similarity as of a generation of the index."""
        with self._lock:
            seen, index = self._open.get(folder, (-1, None))
            if index is None or seen != generation:
                self.close(folder)
                index = DenseIndex(folder)
                self._open[folder] = (generation, index)
            return index.search(vector, limit, among)

    def close(self, folder: Path) -> None:
        """Lets go of a folder's files, if they are open."""
        with self._lock:
            _, index = self._open.pop(folder, (-1, None))
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
