"""What scoring needs of the passages that may answer, and no more: most are not returned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from vectorstore.embed import DIMENSION, Vectors
from vectorstore.passage_store import PassageStore
from vectorstore.rank import Stems
from vectorstore.snapshot import Rows

_WHOLE = f"coalesce(substr(vectors, 1, {DIMENSION * 4}), x'')"
"""The whole passage's vector, the first of its four-byte ones; SQLite's part of an empty one is
NULL."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage to be scored."""

    id: str
    document: str
    version: str
    whole: Vectors
    """Its unit vector; empty while an update has still to make it."""
    stems: Stems


def candidates(
    store: PassageStore, ids: Collection[str], numbers: Collection[int]
) -> list[Candidate]:
    """The passages with these ids and those in these rows, each once, by id."""
    rows = store.connection.execute(
        f"SELECT id, document, version, {_WHOLE}, body, words.headings, words.title"  # noqa: S608
        " FROM passages JOIN words ON words.rowid = passages.number"
        f" WHERE passages.number IN ({_marks(numbers)}) OR passages.id IN ({_marks(ids)})"
        " ORDER BY id",
        [*numbers, *ids],
    )
    return [
        Candidate(
            passage_id,
            document,
            version,
            np.frombuffer(whole, dtype=np.float32),
            Stems(tuple(body.split()), tuple(headings.split()), tuple(title.split())),
        )
        for passage_id, document, version, whole, body, headings, title in rows
    ]


def among_rows(store: PassageStore, ids: Collection[str], rows: Rows) -> set[str]:
    """Those of the ids whose passages are in these rows."""
    found = store.connection.execute(
        f"SELECT id, number FROM passages WHERE id IN ({_marks(ids)})",  # noqa: S608
        list(ids),
    )
    return {passage_id for passage_id, number in found if number in rows}


def nearest_of(store: PassageStore, rows: Rows, vector: Vectors, limit: int) -> dict[str, float]:
    """Passage id -> cosine of the nearest to a unit vector in these rows, each of them compared."""
    ids: list[str] = []
    wholes: list[bytes] = []
    for run in rows.runs:
        found = store.connection.execute(
            f"SELECT id, {_WHOLE} FROM passages"  # noqa: S608
            " WHERE number BETWEEN ? AND ? AND vectors != x''",
            run,
        )
        for passage_id, whole in found:
            ids.append(passage_id)
            wholes.append(whole)
    if not ids:
        return {}
    cosines = np.frombuffer(b"".join(wholes), dtype=np.float32).reshape(-1, DIMENSION) @ vector
    best = np.argsort(-cosines, kind="stable")[:limit]
    return {ids[at]: float(cosines[at]) for at in best}


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
