"""Vectors by the hash of their words: the same words, in whatever file, are embedded once."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from vectorstore.embed import DIMENSION, Embedder, Vectors

FILE_NAME = "vectors.sqlite"
EMBED_AT_ONCE = 256
"""Texts between two reports of progress."""


class VectorCache:
    """An embedder that remembers. For one thread of the process that writes."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._embedder = embedder
        self._connection = sqlite3.connect(folder / FILE_NAME, timeout=30)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA secure_delete=ON")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (hash BLOB PRIMARY KEY, vector BLOB NOT NULL)"
        )
        self._asked: set[bytes] = set()
        self.embedded = 0
        """How many texts were really embedded since this was opened."""

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def embed(self, texts: Sequence[str], step: Callable[[int], None] = lambda _: None) -> Vectors:
        """One unit-length row for each text. `step` is told how many are done, now and then."""
        hashes = [self._hash(text) for text in texts]
        self._asked.update(hashes)
        known = self._known(set(hashes))
        missing: dict[bytes, str] = {}
        for key, text in zip(hashes, texts, strict=True):
            if key not in known:
                missing[key] = text
        # Texts of like length together waste less padding.
        todo = sorted(missing.items(), key=lambda item: len(item[1]))
        step(len(known))
        for start in range(0, len(todo), EMBED_AT_ONCE):
            part = todo[start : start + EMBED_AT_ONCE]
            vectors = self._embedder.embed([text for _, text in part])
            fresh = {key: row for (key, _), row in zip(part, vectors, strict=True)}
            with self._connection:
                self._connection.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                    [(key, row.tobytes()) for key, row in fresh.items()],
                )
            known.update(fresh)
            self.embedded += len(part)
            step(len(known))
        if not texts:
            return np.zeros((0, DIMENSION), dtype=np.float32)
        return np.stack([known[key] for key in hashes])

    def note(self, texts: Iterable[str]) -> None:
        """Notes texts as still asked for, where their vectors are known from elsewhere."""
        self._asked.update(self._hash(text) for text in texts)

    def count_from_now(self) -> None:
        """Begins to note which texts are asked for, for `forget_others`."""
        self._asked.clear()

    def forget_others(self) -> None:
        """Takes out, for good, every vector not asked for since `count_from_now`."""
        held = {key for (key,) in self._connection.execute("SELECT hash FROM vectors")}
        with self._connection:
            self._connection.executemany(
                "DELETE FROM vectors WHERE hash = ?", [(key,) for key in held - self._asked]
            )
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _hash(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.name}\0{text}".encode()).digest()

    def _known(self, hashes: set[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        for key in hashes:
            row = self._connection.execute(
                "SELECT vector FROM vectors WHERE hash = ?", (key,)
            ).fetchone()
            if row is not None:
                found[key] = np.frombuffer(row[0], dtype=np.float32)
        return found
