"""How likely a sentence answers a question: MiniLM read over both at once.

The embedder reads question and sentence apart; here the same layers, fitted by
`python -m evaluation.train` on invented papers (evaluation/training), read the pair together, as
cross-encoders do (Nogueira and Cho 2019). Why and what it gains: docs/adr/0007.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import AnswerReader, Reading, pairs
from vectorstore.embed import Embedder, Vectors

__all__ = ["AnswerModel", "Reading"]


class AnswerModel:
    """Scores sentences as answers, on the embedder's engine. Safe to share between threads.

    Raises WeightsChanged when its weights are not those that were fitted.
    """

    def __init__(self, embedder: Embedder, weights: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._weights = weights
        self._lock = threading.Lock()
        self._reader: AnswerReader | None = None

    def scores(self, question: str, readings: Sequence[Reading]) -> Vectors:
        """The log odds that each sentence answers, one a sentence."""
        if not readings:
            return np.zeros(0, dtype=np.float32)
        with self._lock:
            if self._reader is None:
                self._reader = self._embedder.answer_reader(self._weights)
        return self._reader.log_odds(pairs(self._reader.tokens, question, readings))
