"""Both graphs with their multiplications and words in 8 bits, each token by its own range.

So a text or pair is read the same alone and in any batch. Channels that are large in every token
would leave the others few steps, so they are first evened out against the weights: SmoothQuant
(Xiao et al. 2023), by the greatest of each channel over fixed texts. Docs: docs/adr/0014.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from vectorstore.answer_pairs import Pair, Tokens, padded, pairs
from vectorstore.onnx_engine import session
from vectorstore.onnx_graph import EPSILON, Graph, Weights, answer_graph, embedder_graph
from vectorstore.onnx_texts import FITTED_ON, FITTED_TEXTS, FITTED_WITH

SHARE = 0.5
"""Of the evening out that the weights take on, the rest stays with what is multiplied. Log odds
off the reference's, mean over 241 pairs: 0.073 at 0.3, 0.063, 0.061, 0.071, 0.078 at 0.7."""
LEAST = 1e-5
"""A channel or token below it counts as this, so that nothing is divided by none."""
MIDDLE, STEPS = 128, 127
Feed = Mapping[str, NDArray[np.int32]]
Tops = Mapping[str, NDArray[np.float32]]


def answer_graph_in_bytes(minilm: Weights, answers: Weights, tokens: Tokens) -> bytes:
    """As `answer_graph`, in 8 bits."""
    some = [pair for asked in FITTED_ON for pair in pairs(tokens, asked, FITTED_WITH)]
    greatest = tops(lambda graph: answer_graph(minilm, answers, graph), map(pair_feed, some))
    return answer_graph(minilm, answers, BytesByToken(greatest))


def embedder_graph_in_bytes(minilm: Weights, tokens: Tokens) -> bytes:
    """As `embedder_graph`, in 8 bits; `tokens` with the marks of a text's ends."""
    feeds = [text_feed(tokens(text)) for text in FITTED_TEXTS]
    greatest = tops(lambda graph: embedder_graph(minilm, graph), feeds)
    return embedder_graph(minilm, BytesByToken(greatest))


def text_feed(ids: Sequence[int]) -> Feed:
    """One text's tokens, unpadded, as the embedder's graph takes them."""
    values, mask = padded([ids])
    return {"ids": values, "mask": mask}


def pair_feed(pair: Pair) -> Feed:
    """One pair, unpadded, as the answer model's graph takes it."""
    ids, mask = padded([pair.ids])
    return {
        "ids": ids,
        "mask": mask,
        "roles": padded([pair.roles])[0],
        "same": padded([pair.same])[0],
    }


class BytesByToken(Graph):
    """Both sides in 8 bits: weights by the range of each column, the left by that of each row."""

    def __init__(self, greatest: Tops) -> None:
        super().__init__()
        self._greatest = greatest

    def embedded(self, minilm: Weights) -> str:
        """As `Graph.embedded`; each word's row in 8 bits, by its own range."""

        def part(name: str) -> NDArray[Any]:
            return np.asarray(minilm[f"embeddings.{name}"])

        words = part("word_embeddings.weight")
        steps = (np.maximum(np.abs(words).max(axis=1), LEAST) / STEPS).astype(np.float32)[:, None]
        table = self.constant("words", np.rint(words / steps).astype(np.int8))
        whole = self.add("Cast", self.add("Gather", table, "ids"), to=TensorProto.FLOAT)
        each = self.add("Gather", self.constant("words.steps", steps), "ids")
        # The kind of a token is always the first, so it may as well stand in each place.
        places = part("position_embeddings.weight") + part("token_type_embeddings.weight")[0]
        count = self.add("Shape", "ids", start=1, end=2)
        start = self.constant("first_place", np.array([0]))
        place = self.add("Slice", self.constant("places", places), start, count)
        total = self.add("Add", self.add("Mul", whole, each), place)
        scale = self.constant("embedding_scale", part("LayerNorm.weight"))
        shift = self.constant("embedding_bias", part("LayerNorm.bias"))
        return self.add("LayerNormalization", total, scale, shift, epsilon=EPSILON)

    def times(self, left: str, tables: Mapping[str, NDArray[Any]]) -> list[str]:
        first, width = next(iter(tables)), len(next(iter(tables.values())))
        # One evening out for all of them, so that the left is cut to 8 bits once.
        weights = np.abs(np.concatenate([*tables.values()], axis=1)).max(axis=1)
        even = np.maximum(self._greatest[first], LEAST) ** SHARE
        even = (even / np.maximum(weights, LEAST) ** (1 - SHARE)).astype(np.float32)
        rows = self.add("Reshape", left, self.constant(f"rows_of_{width}", np.array([-1, width])))
        evened = self.add("Mul", rows, self.constant(f"{first}.even", 1 / even))
        whole, scale = self._in_bytes(evened)
        return [
            self._multiplied(whole, scale, name, table * even[:, None])
            for name, table in tables.items()
        ]

    def _in_bytes(self, rows: str) -> tuple[str, str]:
        """The rows in 8 bits, and the scale of each [rows, 1]."""
        last = self.constant("last_axis", np.array([-1]))
        top = self.add("ReduceMax", self.add("Abs", rows), last, keepdims=1)
        least = self.add("Max", top, self.constant("least_top", np.float32(LEAST)))
        scale = self.add("Mul", least, self.constant("of_a_step", np.float32(1 / STEPS)))
        each = self.add("Squeeze", scale, last)
        middle = self.constant("middles", np.array([MIDDLE], dtype=np.uint8))
        zeros = self.add("Expand", middle, self.add("Shape", each))
        return self.add("QuantizeLinear", rows, each, zeros, axis=0), scale

    def _multiplied(self, whole: str, scale: str, name: str, table: NDArray[Any]) -> str:
        columns = np.maximum(np.abs(table).max(axis=0) / STEPS, LEAST / STEPS).astype(np.float32)
        parts = (
            whole,
            self.constant(name, np.rint(table / columns).astype(np.int8)),
            self.constant("unit", np.float32(1)),
            self.constant(f"{name}.columns", columns),
            self.constant("middle", np.uint8(MIDDLE)),
            self.constant(f"{name}.zeros", np.zeros(len(columns), dtype=np.int8)),
        )
        total = self.add("Mul", self.fused("MatMulIntegerToFloat", *parts), scale)
        width = self.constant(f"width_{len(columns)}", np.array([len(columns)]))
        shape = self.add("Concat", self.add("Shape", "ids"), width, axis=0)
        return self.add("Reshape", total, shape)


class _Tapped(Graph):
    def __init__(self) -> None:
        super().__init__()
        self.lefts: dict[str, str] = {}

    def times(self, left: str, tables: Mapping[str, NDArray[Any]]) -> list[str]:
        self.lefts.update(dict.fromkeys(tables, left))
        return super().times(left, tables)


def ranges(
    made: Callable[[Graph], bytes], feeds: Iterable[Feed]
) -> dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """The least and greatest in each channel of what each table is multiplied with."""
    graph = _Tapped()
    model = onnx.load_from_string(made(graph))
    names = list(dict.fromkeys(graph.lefts.values()))
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tapped.onnx"
        path.write_bytes(model.SerializeToString())
        tapped = session(path)
        seen = [_ends(tapped.run(names, dict(feed))) for feed in feeds]
    found = {
        name: (
            np.min([each[at][0] for each in seen], axis=0),
            np.max([each[at][1] for each in seen], axis=0),
        )
        for at, name in enumerate(names)
    }
    return {name: found[left] for name, left in graph.lefts.items()}


def _ends(values: Sequence[NDArray[np.float32]]) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    rows = [each.reshape(-1, each.shape[-1]) for each in values]
    return [(each.min(axis=0), each.max(axis=0)) for each in rows]


def tops(made: Callable[[Graph], bytes], feeds: Iterable[Feed]) -> Tops:
    """The greatest in each channel, whatever its sign, of what each table is multiplied with."""
    found = ranges(made, feeds)
    return {name: np.maximum(-low, high).astype(np.float32) for name, (low, high) in found.items()}
