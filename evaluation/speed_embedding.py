"""Embedding alone, and how near it comes to what this machine multiplies."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

LAYERS, WIDE, INNER = 6, 384, 1536
"""all-MiniLM-L6-v2: layers, numbers a token, numbers inside the feed-forward part."""
TOKENS = 256
"""Rows of the multiplications measured: what our engine takes at once (docs/adr/0014)."""
_FLAGS = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8")


@dataclass(frozen=True, slots=True)
class Embedding:
    """The least seconds of embedding the same texts, and the rates."""

    ours: float
    tutorial: float
    flops: float
    """Of the texts' own tokens, without padding."""
    peak: float
    """FLOP/s of numpy's float32 multiplications of the model's shapes."""


def measure(
    ours: Callable[[list[str]], object],
    tutorial: Callable[[list[str]], object],
    texts: Sequence[str],
    tokens: Sequence[int],
    turns: int,
) -> Embedding:
    """Embeds the texts by both, in turn; `tokens` says how many the model reads of each."""
    best = {"ours": float("inf"), "tutorial": float("inf")}
    peak = 0.0
    for _ in range(turns):
        for name, embed in (("ours", ours), ("tutorial", tutorial)):
            started = time.perf_counter()
            embed([*texts])
            best[name] = min(best[name], time.perf_counter() - started)
        peak = max(peak, matrix_rate(turns))
    return Embedding(best["ours"], best["tutorial"], sum(map(flops, tokens)), peak)


def flops(tokens: int) -> float:
    """The multiplications and additions of one text: weights' matrices and attention."""
    weights = 2 * tokens * (4 * WIDE * WIDE + 2 * WIDE * INNER)
    attention = 2 * 2 * tokens * tokens * WIDE
    return float(LAYERS * (weights + attention))


def matrix_rate(turns: int) -> float:
    """FLOP/s of one layer's multiplications in numpy, the best of some turns."""
    chance = np.random.default_rng(1)
    shapes = [(WIDE, WIDE)] * 4 + [(WIDE, INNER), (INNER, WIDE)]
    work = [
        (chance.random((TOKENS, rows), np.float32), chance.random((rows, columns), np.float32))
        for rows, columns in shapes
    ]
    once = sum(2 * TOKENS * rows * columns for rows, columns in shapes)
    best = float("inf")
    for _ in range(10 * turns):
        started = time.perf_counter()
        for left, right in work:
            left @ right
        best = min(best, time.perf_counter() - started)
    return once / best


def processor() -> str:
    """The processor and those of its flags that decide how fast it multiplies."""
    said: dict[str, str] = {}
    source = Path("/proc/cpuinfo")
    if source.exists():
        for line in source.read_text().splitlines():
            name, _, value = line.partition(":")
            said.setdefault(name.strip(), value.strip())
    held = said.get("flags", "").split()
    flags = [flag for flag in _FLAGS if flag in held]
    return f"{said.get('model name', platform.machine())}, {' '.join(flags) or 'flags not known'}"
