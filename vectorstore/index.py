"""An index folder as a whole: the register, the passages, the vectors; to read."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path

from sqlalchemy.exc import OperationalError

from core.documents import Document, Passage
from core.errors import IndexMissing
from records.register import Register
from vectorstore import folders
from vectorstore.candidates import among_rows, nearest_of
from vectorstore.dense import shared_dense
from vectorstore.embed import Vectors
from vectorstore.folders import Place
from vectorstore.hnsw_files import half_written
from vectorstore.passage_store import PassageStore
from vectorstore.snapshot import Snapshot

log = logging.getLogger(__name__)

LAYOUT = 3
"""Change it when a store is written otherwise than before: each index is then made anew."""
READABLE = frozenset({1, 2, 3})
"""The layouts that this code can answer from until they are made anew."""
KEPT = 5_000
"""Passages of whole documents kept in memory, some 1 kB each."""
COMPARED = 2000
"""Passages of some documents whose vectors are all compared, in 6 ms; of more, Chroma finds the
nearest among all passages and those of other documents are left out."""
SPARE = 4
"""How many times as many are taken from Chroma then as should be among these documents."""
MOST_TAKEN = 2000
"""The most taken from Chroma: beyond it, comparing all is no slower."""
TRIES = 5
"""How often a reader follows a swap that comes while it opens the store, one a question."""


class IndexReader:
    """The live passages of an index folder. Safe to share between threads.

    `refresh` before each question makes what other processes added or removed count at once.
    Raises IndexMissing when the folder holds no index.
    """

    def __init__(self, folder: Path) -> None:
        if folders.current(folder) is None:
            raise IndexMissing(f"There is no index in {folder} yet.")
        self._folder = folder.resolve()
        self._lock = threading.RLock()
        try:
            self.register = Register.of_index(folder)
        except OperationalError as error:
            raise IndexMissing(f"The index in {folder} is only being made.") from error
        self._place, self._store = self._opened()
        self._left: list[PassageStore] = []
        self._generation = -1
        self._live: dict[tuple[str, str], Document] = {}
        self._passages: OrderedDict[tuple[str, str], tuple[Passage, ...]] = OrderedDict()
        self._snapshot = Snapshot(self._store, ())

    def _opened(self) -> tuple[Place, PassageStore]:
        for _ in range(TRIES):
            place = folders.current(self._folder)
            if place is None:
                continue
            if place.layout not in READABLE:
                raise IndexMissing(
                    f"The index in {self._folder} was made by another version of this program."
                )
            try:
                return place, PassageStore(place.path, make=False)
            except sqlite3.OperationalError:
                continue
        raise IndexMissing(f"The index in {self._folder} is only being made.")

    @property
    def store(self) -> PassageStore:
        """The passages, live or not; open for this thread."""
        store = self._store
        try:
            store.connection  # noqa: B018 - opens it
        except sqlite3.OperationalError:
            # Discarded since this thread's last look.
            self.refresh()
        return self._store

    def refresh(self) -> bool:
        """Takes in changes made since the last call; True when there were any.

        Raises IndexMissing when the index was made anew by a version unknown to this one.
        """
        with self._lock:
            moved = folders.current(self._folder) != self._place
            if moved:
                place, store = self._opened()
                shared_dense.close(self._folder)
                self._left.append(self._store)
                self._place, self._store = place, store
                self._passages.clear()
                self._snapshot = Snapshot(store, self._live)
            # Other threads may be in the middle of a question; each lets go at its next.
            self._left = [each for each in self._left if not each.release()]
            generation = self.register.generation()
            if generation == self._generation:
                return moved
            documents = self.register.documents()
            self._live = {(each.id, each.version): each for each in documents}
            self._snapshot = Snapshot(self._store, self._live)
            self._generation = generation
            self._passages.clear()
            return True

    @property
    def snapshot(self) -> Snapshot:
        """What the store held when it was last refreshed."""
        self.store  # noqa: B018 - follows a store that was discarded
        return self._snapshot

    @property
    def engine(self) -> str:
        """The name of the embedder that made the vectors."""
        return self._place.engine

    @property
    def documents(self) -> tuple[Document, ...]:
        """The live documents as of the last refresh, by file."""
        return tuple(self._live.values())

    def live(self, document: str, version: str) -> Document | None:
        """The document if this version of it may answer."""
        return self._live.get((document, version))

    def passages(self, document: str, version: str) -> tuple[Passage, ...]:
        """A document version's passages, in order; those asked for lately are kept in memory."""
        key = (document, version)
        with self._lock:
            seen = self._store, self._generation
            if key in self._passages:
                self._passages.move_to_end(key)
                return self._passages[key]
        found = self.store.of_document(document, version)
        with self._lock:
            # What changed meanwhile is not kept.
            if seen == (self._store, self._generation):
                self._passages[key] = found
                while sum(map(len, self._passages.values())) > KEPT:
                    self._passages.popitem(last=False)
        return found

    def nearest(
        self, vector: Vectors, limit: int, among: Collection[str] | None = None
    ) -> dict[str, float]:
        """Passage id -> cosine of the passages nearest to a unit vector, live or not.

        `among`: only live ones of these documents.
        """
        if among is None:
            return self._nearest(vector, limit)
        rows = self.snapshot.rows(among)
        if len(rows) > COMPARED:
            held = self.snapshot.size[0]
            taken = min(held, SPARE * limit * held // len(rows))
            if taken <= MOST_TAKEN:
                near = self._nearest(vector, taken)
                ours = among_rows(self.store, near, rows)
                if len(ours) >= limit or taken == held:
                    kept = [each for each in near if each in ours]
                    return {each: near[each] for each in kept[:limit]}
        return nearest_of(self.store, rows, vector, limit)

    def _nearest(self, vector: Vectors, limit: int) -> dict[str, float]:
        for _ in range(TRIES):
            place = self._place
            if half_written(place.path):
                return self._compared(vector, limit)
            try:
                return shared_dense.search(
                    self._folder, place.path, self._generation, vector, limit
                )
            except Exception:
                # Chroma fails in many ways when its files go, or are written while it reads them.
                if folders.current(self._folder) == place:
                    log.warning("the vectors cannot be searched: all are compared", exc_info=True)
                    shared_dense.close(self._folder)
                    return self._compared(vector, limit)
                self.refresh()
                folders.discard_vectors(place)
        raise IndexMissing(f"The index in {self._folder} has lost its vectors.")

    def _compared(self, vector: Vectors, limit: int) -> dict[str, float]:
        """The same from the passage store, which holds every vector too; takes longer with many."""
        rows = self.snapshot.rows({each.id for each in self._live.values()})
        return nearest_of(self.store, rows, vector, limit)

    def close(self) -> None:
        """Lets go of every file."""
        with self._lock:
            shared_dense.close(self._folder)
            for each in (self._store, *self._left):
                each.close()
            self.register.engine.dispose()
