"""MiniLM and the answer model on onnxruntime: what serves. Needs no torch."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from vectorstore.answer_network import checked_weights
from vectorstore.answer_pairs import Pair, like_lengths, padded
from vectorstore.embed import DIMENSION, MODEL_NAME, Vectors, encodable, model_folder

NAME = f"{MODEL_NAME}/onnx-fp32"
NAME_IN_BYTES = f"{MODEL_NAME}/onnx-int8"
MOST_TOKENS = 256
"""Of a text, with the two that mark its ends, as the reference cuts it (sentence_bert_config)."""
NOT_FUSED = ["SkipLayerNormFusion"]
"""onnxruntime's one operator for 'add and normalise' takes three times as long as two do."""
AT_ONCE = 256
"""Tokens read in one go, padding too; see docs/adr/0014."""


class OnnxEmbedder:
    """all-MiniLM-L6-v2 and the answer model from two graphs that were checked.

    Loads on first use; safe to share between threads.
    """

    def __init__(self, embedder: Path, answers: Path, name: str = NAME) -> None:
        self.name = name
        self._embedder, self._answers = embedder, answers
        self._lock = threading.Lock()
        self._session: Any = None
        self._tokenizer: Any = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        with self._lock:
            if self._session is None:
                self._tokenizer, self._session = tokenizer(), session(self._embedder)
        rows = [each.ids for each in self._tokenizer.encode_batch([*map(encodable, texts)])]
        for part in like_lengths([len(row) for row in rows], AT_ONCE):
            ids, mask = padded([rows[at] for at in part])
            vectors[part] = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors

    def answer_reader(self, weights: Path) -> OnnxAnswerReader:
        checked_weights(weights)
        return OnnxAnswerReader(self._answers)


class OnnxAnswerReader:
    """Reads pairs by the answer model's graph. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = tokenizer()
        self._session = session(path)

    def tokens(self, text: str) -> Sequence[int]:
        return tuple(self._tokenizer.encode(encodable(text), add_special_tokens=False).ids)

    def log_odds(self, found: Sequence[Pair]) -> Vectors:
        scores = np.zeros(len(found), dtype=np.float32)
        for part in like_lengths([len(each.ids) for each in found], AT_ONCE):
            rows = [found[at] for at in part]
            ids, mask = padded([each.ids for each in rows])
            roles = padded([each.roles for each in rows])[0]
            same = padded([each.same for each in rows])[0]
            given = {"ids": ids, "roles": roles, "same": same, "mask": mask}
            scores[part] = self._session.run(None, given)[0]
        return scores


@lru_cache(maxsize=1)
def tokenizer() -> Any:  # noqa: ANN401 - typed nowhere
    """The package's tokenizer, cutting as the reference does."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - only needed with the model

    made = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(MOST_TOKENS)
    return made


def session(path: Path) -> Any:  # noqa: ANN401
    """A graph, ready to run on as many threads as this process may use."""
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    # Threads that spin while they wait take the core from other sessions.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    # A pattern of memory for each shape is kept, and hardly any batch has the shape of another.
    options.enable_mem_pattern = False
    _share_memory()
    options.add_session_config_entry("session.use_env_allocators", "1")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=NOT_FUSED
    )


@lru_cache(maxsize=1)
def _share_memory() -> None:
    """Gives the graphs of this process one arena; they seldom run at the same moment."""
    import onnxruntime  # noqa: PLC0415
    from onnxruntime.capi import onnxruntime_pybind11_state as native  # noqa: PLC0415

    arena, default = native.OrtAllocatorType.ORT_ARENA_ALLOCATOR, native.OrtMemType.DEFAULT
    onnxruntime.create_and_register_allocator(
        native.OrtMemoryInfo("Cpu", arena, 0, default), onnxruntime.OrtArenaCfg({})
    )


def threads() -> int:
    """What OMP_NUM_THREADS says, as torch reads it too; else every core that is ours."""
    said = os.environ.get("OMP_NUM_THREADS", "")
    if said.isdecimal() and int(said):
        return int(said)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
