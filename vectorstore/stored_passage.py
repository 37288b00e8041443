"""A passage as a row of the passage store: its fields as JSON, its vectors as bytes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from core.documents import Passage, PassageKind
from vectorstore.embed import DIMENSION, Vectors


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with the version it belongs to and its unit vectors."""

    passage: Passage
    version: str
    vectors: Vectors
    """The whole passage's, then one for each sentence where it has more than one; no row at all
    while they are still to be made."""

    @property
    def whole(self) -> Vectors:
        """The whole passage's vector."""
        return np.asarray(self.vectors[0], dtype=np.float32)

    @property
    def sentences(self) -> Vectors:
        """A row for each sentence."""
        return self.vectors[1:] if len(self.vectors) > 1 else self.vectors


def stored(version: str, data: str, vectors: bytes) -> StoredPassage:
    """A passage as its row has it."""
    rows = np.frombuffer(vectors, dtype=np.float32).reshape(-1, DIMENSION)
    return StoredPassage(from_json(data), version, rows)


def to_json(passage: Passage) -> str:
    """A passage as its row keeps it."""
    return json.dumps(asdict(passage), ensure_ascii=False, separators=(",", ":"))


def from_json(data: str) -> Passage:
    """The passage that `to_json` wrote."""
    values: dict[str, Any] = json.loads(data)
    values["kind"] = PassageKind(values["kind"])
    for name in ("headings", "header", "cells"):
        values[name] = tuple(values[name])
    values["gaps"] = tuple((start, end) for start, end in values["gaps"])
    return Passage(**values)
