"""How likely a sentence answers a question: MiniLM read over both at once.

The embedder reads question and sentence apart; here the same layers, fitted by
`python -m evaluation.train` on invented papers (evaluation/training), read the pair together, as
cross-encoders do (Nogueira and Cho 2019). Why and what it gains: docs/adr/0007.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import AnswerReader, Reading, pairs
from vectorstore.embed import Embedder, Vectors

__all__ = ["AnswerModel", "Reading"]

KEPT = 20_000
"""Scores kept, of some 1,000 questions: less than 4 MB."""


class AnswerModel:
    """Scores sentences as answers, on the embedder's engine. Safe to share between threads.

    What was read lately is not read again: the same question comes up in a meeting, and its parts
    and fallbacks meet the same lines. Raises WeightsChanged when its weights are not those that
    were fitted.
    """

    def __init__(self, embedder: Embedder, weights: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._weights = weights
        self._lock = threading.Lock()
        self._reader: AnswerReader | None = None
        self._key = secrets.token_bytes(16)
        self._kept: OrderedDict[bytes, float] = OrderedDict()

    def scores(self, question: str, readings: Sequence[Reading]) -> Vectors:
        """The log odds that each sentence answers, one a sentence."""
        marks = [self._mark(question, each) for each in readings]
        with self._lock:
            known = {each: self._kept[each] for each in marks if each in self._kept}
        new = {mark: each for mark, each in zip(marks, readings, strict=True) if mark not in known}
        if new:
            reader = self._loaded()
            odds = reader.log_odds(pairs(reader.tokens, question, [*new.values()]))
            known |= dict(zip(new, odds.tolist(), strict=True))
        self._keep({each: known[each] for each in marks})
        return np.array([known[each] for each in marks], dtype=np.float32)

    def _loaded(self) -> AnswerReader:
        with self._lock:
            if self._reader is None:
                self._reader = self._embedder.answer_reader(self._weights)
            return self._reader

    def _keep(self, scores: dict[bytes, float]) -> None:
        with self._lock:
            for mark, score in scores.items():
                self._kept[mark] = score
                self._kept.move_to_end(mark)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _mark(self, question: str, reading: Reading) -> bytes:
        """Stands for a pair, so that no word of a question or paper is kept for another session."""
        made = blake2b(key=self._key, digest_size=16)
        for text in (question, reading.context, reading.sentence):
            part = text.encode("utf-8", "surrogatepass")
            made.update(len(part).to_bytes(4, "big") + part)
        return made.digest()
