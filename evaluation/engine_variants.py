"""Other ways to multiply in the ONNX graphs, for `python -m evaluation.engines` to compare."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.onnx_graph import Graph

BLOCK = 32
Ends = tuple[NDArray[np.float32], NDArray[np.float32]]
Ranges = Mapping[str, Ends]


class _OneByOne(Graph, ABC):
    def times(self, left: str, tables: Mapping[str, NDArray[Any]]) -> list[str]:
        return [self.one(left, *each) for each in tables.items()]

    @abstractmethod
    def one(self, left: str, name: str, table: NDArray[Any]) -> str:
        """The name of `left` times a table."""


class WeightsInBytes(_OneByOne):
    """Weights in 8 bits, a scale for each BLOCK of a column; onnxruntime rounds each block of a
    row of what is multiplied too.
    """

    def one(self, left: str, name: str, table: NDArray[Any]) -> str:
        blocks = table.T.reshape(table.shape[1], -1, BLOCK)
        scales = (np.abs(blocks).max(axis=-1) / 127).astype(np.float32)
        whole = (np.rint(blocks / scales[..., None]) + 128).astype(np.uint8)
        parts = (left, self.constant(name, whole), self.constant(f"{name}.scales", scales))
        width, height = table.shape
        return self.fused(
            "MatMulNBits",
            *parts,
            K=width,
            N=height,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,
        )


class _Bytes(_OneByOne):
    def columns(self, name: str, table: NDArray[Any]) -> tuple[str, str, str]:
        """The weights in 8 bits, with a scale and a zero for each column."""
        scales = (np.abs(table).max(axis=0) / 127).astype(np.float32)
        zeros = np.zeros(len(scales), dtype=np.int8)
        return (
            self.constant(name, np.rint(table / scales).astype(np.int8)),
            self.constant(f"{name}.scales", scales),
            self.constant(f"{name}.zeros", zeros),
        )


class DynamicBytes(_Bytes):
    """Both sides in 8 bits; the left by the range of the whole batch."""

    def one(self, left: str, name: str, table: NDArray[Any]) -> str:
        return self.fused("DynamicQuantizeMatMul", left, *self.columns(name, table))


class StaticBytes(_Bytes):
    """Both sides in 8 bits; the left by a range found once, on `calibrated` texts."""

    def __init__(self, ranges: Ranges) -> None:
        super().__init__()
        self._ranges = ranges

    def one(self, left: str, name: str, table: NDArray[Any]) -> str:
        low, high = (
            end(each) for end, each in zip((np.min, np.max), self._ranges[name], strict=True)
        )
        step = np.float32((high - low) / 255)
        scale = self.constant(f"{name}.step", step)
        zero = self.constant(f"{name}.zero", np.uint8(np.clip(np.rint(-low / step), 0, 255)))
        whole = self.add("QuantizeLinear", left, scale, zero)
        weights, scales, zeros = self.columns(name, table)
        parts = (whole, weights, scale, scales, zero, zeros)
        return self.fused("MatMulIntegerToFloat", *parts)
