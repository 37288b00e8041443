"""MiniLM and the answer model as ONNX graphs, written from their weights with onnxruntime's own
fused operators. Needs neither torch nor an exporter.

A change of this file makes every machine make its graphs anew: `onnx_files.fingerprint`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from vectorstore.answer_pairs import MATCH, QUESTION, SENTENCE

Weights = Mapping[str, NDArray[Any]]

LAYERS, HEADS, HIDDEN = 6, 12, 384
EPSILON = 1e-12
_FUSED = "com.microsoft"
_OPSET, _FUSED_OPSET, _IR = 21, 1, 10


def embedder_graph(minilm: Weights, graph: Graph | None = None) -> bytes:
    """Ids and mask [texts, tokens] -> `vectors` [texts, HIDDEN] of unit length."""
    graph = graph or Graph()
    hidden = graph.embedded(minilm)
    for layer in range(LAYERS):
        hidden = graph.layer(hidden, minilm, f"encoder.layer.{layer}.")
    rows = graph.constant("rows", np.array([1]))
    there = graph.add("Unsqueeze", graph.add("Cast", "mask", to=TensorProto.FLOAT), rows)
    # The mean has the direction of the sum, and only the direction is kept.
    total = graph.add("Squeeze", graph.add("MatMul", there, hidden), rows)
    squares = graph.add("ReduceSum", graph.add("Mul", total, total), rows, keepdims=1)
    least = graph.constant("least", np.float32(1e-9))
    length = graph.add("Max", graph.add("Sqrt", squares), least)
    graph.add("Div", total, length, out="vectors")
    return graph.model(("ids", "mask"), "vectors", ["texts", HIDDEN])


def answer_graph(minilm: Weights, answers: Weights, graph: Graph | None = None) -> bytes:
    """Ids, roles, same and mask [pairs, tokens] -> `log_odds` [pairs]."""
    graph = graph or Graph()
    roles = graph.add("Gather", graph.constant("roles_table", answers["seg.weight"]), "roles")
    last = graph.constant("last", np.array([-1]))
    same = graph.add("Unsqueeze", graph.add("Cast", "same", to=TensorProto.FLOAT), last)
    match = graph.add("Mul", same, graph.constant("match", answers["seg.weight"][MATCH]))
    hidden = graph.add("Add", graph.add("Add", graph.embedded(minilm), roles), match)
    for layer in range(LAYERS):
        hidden = graph.layer(hidden, answers, f"layers.{layer}.")
    # Padding has the role EDGE, so it is of neither side.
    sides = graph.constant("sides", np.array([[[QUESTION], [SENTENCE]]], dtype=np.int32))
    rows = graph.constant("rows", np.array([1]))
    of_side = graph.add("Equal", graph.add("Unsqueeze", "roles", rows), sides)
    chosen = graph.add("Cast", of_side, to=TensorProto.FLOAT)
    counts = graph.add("ReduceSum", chosen, last, keepdims=1)
    at_least = graph.add("Max", counts, graph.constant("one", np.float32(1)))
    means = graph.add("Div", graph.add("MatMul", chosen, hidden), at_least)
    both = graph.add("Reshape", means, graph.constant("wide", np.array([-1, 2 * HIDDEN])))
    inner = graph.add("MatMul", both, graph.constant("hid", answers["hid.weight"].T))
    curved = graph.fused("BiasGelu", inner, graph.constant("hid_bias", answers["hid.bias"]))
    score = graph.add("MatMul", curved, graph.constant("out", answers["out.weight"].T))
    scores = graph.add("Add", score, graph.constant("out_bias", answers["out.bias"]))
    graph.add("Squeeze", scores, last, out="log_odds")
    return graph.model(("ids", "roles", "same", "mask"), "log_odds", ["pairs"])


class Graph:
    """A graph in the making. `evaluation.engines` compares others with other `times`."""

    def __init__(self) -> None:
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}

    def constant(self, name: str, value: Any) -> str:  # noqa: ANN401 - an array or a number
        whole = np.ascontiguousarray(value) if np.ndim(value) else np.asarray(value)
        self._constants[name] = numpy_helper.from_array(whole, name)
        return name

    def add(self, kind: str, *inputs: str, out: str = "", domain: str = "", **given: Any) -> str:  # noqa: ANN401
        name = out or f"{kind.lower()}_{len(self._nodes)}"
        self._nodes.append(
            helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **given)
        )
        return name

    def fused(self, kind: str, *inputs: str, **given: Any) -> str:  # noqa: ANN401
        return self.add(kind, *inputs, domain=_FUSED, **given)

    def embedded(self, minilm: Weights) -> str:
        """Word, place and kind (always the first) of each token, normalised."""
        names = ("word_embeddings", "position_embeddings", "token_type_embeddings", "LayerNorm")
        tables = [self.constant(each, minilm[f"embeddings.{each}.weight"]) for each in names]
        bias = self.constant("embedding_bias", minilm["embeddings.LayerNorm.bias"])
        kinds = self.add("Mul", "ids", self.constant("no_kind", np.int32(0)))
        parts = ["ids", kinds, *tables, bias]
        # The second output, unused, has to be there.
        outputs = ["embedded", "lengths"]
        kind = "EmbedLayerNormalization"
        node = helper.make_node(kind, parts, outputs, kind, domain=_FUSED, epsilon=EPSILON)
        self._nodes.append(node)
        return outputs[0]

    def times(self, left: str, tables: Mapping[str, NDArray[Any]]) -> list[str]:
        """Rows times each of some tables of weights [in, out], which are the work of a layer."""
        return [self.add("MatMul", left, self.constant(*each)) for each in tables.items()]

    def layer(self, hidden: str, weights: Weights, prefix: str) -> str:
        """One layer of the transformer, from [rows, tokens, HIDDEN] to the same."""

        def value(name: str) -> str:
            return self.constant(prefix + name, weights[prefix + name])

        def dense(left: str, name: str) -> str:
            tables = {f"{prefix}{name}": weights[f"{prefix}{name}.weight"].T}
            return self.times(left, tables)[0]

        def joined(left: str, right: str, name: str, norm: str) -> str:
            scale, shift = value(f"{norm}.weight"), value(f"{norm}.bias")
            total = self.add("Add", self.add("Add", left, value(f"{name}.bias")), right)
            return self.add("LayerNormalization", total, scale, shift, epsilon=EPSILON)

        three = [f"attention.self.{each}" for each in ("query", "key", "value")]
        biases = np.concatenate([weights[f"{prefix}{each}.bias"] for each in three])
        bias = self.constant(f"{prefix}attention.bias", biases)
        tables = {f"{prefix}{each}": weights[f"{prefix}{each}.weight"].T for each in three}
        parts = self.times(hidden, tables)
        seen = self.fused("MultiHeadAttention", *parts, bias, "mask", num_heads=HEADS)
        out = "attention.output"
        hidden = joined(dense(seen, f"{out}.dense"), hidden, f"{out}.dense", f"{out}.LayerNorm")
        inner = dense(hidden, "intermediate.dense")
        curved = self.fused("BiasGelu", inner, value("intermediate.dense.bias"))
        return joined(dense(curved, "output.dense"), hidden, "output.dense", "output.LayerNorm")

    def model(self, inputs: tuple[str, ...], output: str, shape: list[str | int]) -> bytes:
        """The finished file's bytes."""
        graph = helper.make_graph(
            self._nodes,
            output,
            [
                helper.make_tensor_value_info(n, TensorProto.INT32, ["rows", "tokens"])
                for n in inputs
            ],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, _FUSED_OPSET)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString())
