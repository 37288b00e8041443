"""Which engine makes the vectors and reads the answers: ONNX, or else the reference."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from core.errors import EngineNotMade
from core.settings import Engine, Settings
from vectorstore.answer_pairs import AnswerReader
from vectorstore.embed import Embedder, SentenceTransformerEmbedder, Vectors
from vectorstore.onnx_engine import NAME, NAME_IN_BYTES, OnnxEmbedder
from vectorstore.onnx_files import InBytes, ensure

_log = logging.getLogger(__name__)


def chosen_embedder(settings: Settings, say: Callable[[str], None] = lambda _: None) -> Embedder:
    """The engine of the settings; it loads, and is made if need be, on first use.

    `say` is told what takes long.
    """
    if settings.embedder is Engine.TORCH:
        return SentenceTransformerEmbedder()
    return OnnxOrReference(settings.models, say)


class OnnxOrReference:
    """The ONNX engine; the reference, which the log says, where that cannot be made.

    Safe to share between threads.
    """

    def __init__(self, models: Path, say: Callable[[str], None] = lambda _: None) -> None:
        self._models = models
        self._say = say
        self._lock = threading.Lock()
        self._engine: Embedder | None = None

    @property
    def name(self) -> str:
        return self._chosen().name

    def embed(self, texts: Sequence[str]) -> Vectors:
        return self._chosen().embed(texts)

    def answer_reader(self, weights: Path) -> AnswerReader:
        return self._chosen().answer_reader(weights)

    def _chosen(self) -> Embedder:
        with self._lock:
            if self._engine is None:
                try:
                    files = ensure(self._models, self._say)
                    in_bytes = isinstance(files.embedder_in_bytes, InBytes)
                    name = NAME_IN_BYTES if in_bytes else NAME
                    self._engine = OnnxEmbedder(files.embedder, files.answers, name)
                except EngineNotMade as error:
                    _log.error(
                        "the ONNX engine could not be made (%s): the reference engine serves, "
                        "which is slower and needs more memory",
                        error,
                    )
                    self._engine = SentenceTransformerEmbedder()
            return self._engine
