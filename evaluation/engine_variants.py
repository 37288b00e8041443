"""Other ways to multiply in the ONNX graphs, for `python -m evaluation.engines` to compare."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from vectorstore.onnx_engine import session
from vectorstore.onnx_graph import Graph

BLOCK = 32
Feed = Mapping[str, NDArray[np.int32]]
Ranges = Mapping[str, tuple[float, float]]


class WeightsInBytes(Graph):
    """Weights in 8 bits, a scale for each BLOCK of a column; onnxruntime rounds each block of a
    row of what is multiplied too.
    """

    def times(self, left: str, name: str, table: NDArray[Any]) -> str:
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


class _Bytes(Graph):
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

    def times(self, left: str, name: str, table: NDArray[Any]) -> str:
        return self.fused("DynamicQuantizeMatMul", left, *self.columns(name, table))


class BytesByRow(_Bytes):
    """Both sides in 8 bits; the left by the range of each token, whatever stands beside it."""

    def times(self, left: str, name: str, table: NDArray[Any]) -> str:
        last = self.constant("last_axis", np.array([-1]))
        top = self.add("ReduceMax", self.add("Abs", left), last, keepdims=1)
        least = self.add("Max", top, self.constant("least_top", np.float32(1e-6)))
        scale = self.add("Mul", least, self.constant("of_127", np.float32(1 / 127)))
        unit = self.constant("unit", np.float32(1))
        middle = self.constant("middle", np.uint8(128))
        whole = self.add("QuantizeLinear", self.add("Div", left, scale), unit, middle)
        weights, scales, zeros = self.columns(name, table)
        parts = (whole, weights, unit, scales, middle, zeros)
        return self.add("Mul", self.fused("MatMulIntegerToFloat", *parts), scale)


class StaticBytes(_Bytes):
    """Both sides in 8 bits; the left by a range found once, on `calibrated` texts."""

    def __init__(self, ranges: Ranges) -> None:
        super().__init__()
        self._ranges = ranges

    def times(self, left: str, name: str, table: NDArray[Any]) -> str:
        low, high = self._ranges[name]
        step = np.float32((high - low) / 255)
        scale = self.constant(f"{name}.step", step)
        zero = self.constant(f"{name}.zero", np.uint8(np.clip(np.rint(-low / step), 0, 255)))
        whole = self.add("QuantizeLinear", left, scale, zero)
        weights, scales, zeros = self.columns(name, table)
        parts = (whole, weights, scale, scales, zero, zeros)
        return self.fused("MatMulIntegerToFloat", *parts)


class _Tapped(Graph):
    def __init__(self) -> None:
        super().__init__()
        self.lefts: dict[str, str] = {}

    def times(self, left: str, name: str, table: NDArray[Any]) -> str:
        self.lefts[name] = left
        return super().times(left, name, table)


def calibrated(made: Callable[[Graph], bytes], feeds: Sequence[Feed]) -> Ranges:
    """The least and greatest of what is multiplied with each table, over unpadded feeds."""
    graph = _Tapped()
    model = onnx.load_from_string(made(graph))
    names = list(dict.fromkeys(graph.lefts.values()))
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names
    )
    low, high = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tapped.onnx"
        path.write_bytes(model.SerializeToString())
        tapped = session(path)
        for feed in feeds:
            for name, value in zip(names, tapped.run(names, dict(feed)), strict=True):
                low[name] = min(low[name], float(value.min()))
                high[name] = max(high[name], float(value.max()))
    return {name: (low[left], high[left]) for name, left in graph.lefts.items()}
