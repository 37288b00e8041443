"""`python -m evaluation.engines`: the models' engines beside the reference, in accuracy and time.

On lines of the invented papers (evaluation/training): cosines and log odds against torch, the same
alone and among others, and the time of a question, 32 lines and 24 pairs. See docs/adr/0014.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from evaluation.engine_variants import DynamicBytes, StaticBytes, WeightsInBytes
from evaluation.training_set import papers
from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import Pair, Reading, pairs
from vectorstore.embed import Embedder, SentenceTransformerEmbedder, Vectors, model_folder
from vectorstore.onnx_bytes import BytesByToken, pair_feed, ranges, text_feed, tops
from vectorstore.onnx_engine import OnnxEmbedder, tokenizer
from vectorstore.onnx_graph import Graph, answer_graph, embedder_graph

QUESTION = "what happens on Wednesday of week one, and who is told?"
PAPERS, TEXTS, LINES, PAIRS = 40, 200, 32, 24
WORDS = 45
"""About 60 tokens."""
TURNS = 7


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.engines", description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    lines = _lines()
    reference = SentenceTransformerEmbedder()
    import torch  # noqa: PLC0415 - after the variable that it reads

    torch.set_num_threads(options.threads)
    reader = reference.answer_reader(WEIGHTS)
    readings = [Reading("What the board was told", each) for each in lines]
    asked = pairs(reader.tokens, QUESTION, readings)
    vectors, odds = reference.embed(lines), reader.log_odds(asked)
    print(f"{len(lines)} lines, {options.threads} threads; milliseconds: least, median")
    print(f"{'torch (reference)':<26}{_times(reference, lines, asked)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, graphs in _variants(lines, asked).items():
            made = _made(Path(folder), graphs)
            print(f"{name:<26}{_times(made, lines, asked)}")
            print(f"{'':<26}{_agreement(made, lines, asked, vectors, odds)}", flush=True)
    return 0


def _lines() -> list[str]:
    """Pieces of the invented papers of training, of WORDS words; those of the last half shorter."""
    lines = [line for paper in papers()[:PAPERS] for _, line in paper.lines]
    words = " ".join(lines).split()
    chance = random.Random(1)  # noqa: S311
    found = [" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS)]
    chance.shuffle(found)
    short = [" ".join(each.split()[: chance.randint(1, WORDS)]) for each in found[TEXTS // 2 :]]
    return [*found[: TEXTS // 2], *short][:TEXTS]


def _variants(
    lines: Sequence[str], asked: Sequence[Pair]
) -> dict[str, Callable[[], tuple[bytes, bytes]]]:
    minilm = load_file(str(model_folder() / "model.safetensors"))
    answers = {name: each.astype(np.float32) for name, each in load_file(str(WEIGHTS)).items()}

    def of(kind: Callable[[], Graph]) -> Callable[[], tuple[bytes, bytes]]:
        return lambda: (embedder_graph(minilm, kind()), answer_graph(minilm, answers, kind()))

    # Fitted on lines that are not timed or compared below: every second of the last half.
    texts = [tokenizer().encode(each).ids for each in lines[TEXTS // 2 :: 2]]
    some = [*map(text_feed, texts)], [*map(pair_feed, asked[TEXTS // 2 :: 2])]

    def embedder(graph: Graph) -> bytes:
        return embedder_graph(minilm, graph)

    def reader(graph: Graph) -> bytes:
        return answer_graph(minilm, answers, graph)

    def static() -> tuple[bytes, bytes]:
        one, two = ranges(embedder, some[0]), ranges(reader, some[1])
        return embedder(StaticBytes(one)), reader(StaticBytes(two))

    def by_token() -> tuple[bytes, bytes]:
        one, two = tops(embedder, some[0]), tops(reader, some[1])
        return embedder(BytesByToken(one)), reader(BytesByToken(two))

    return {
        "ONNX fp32": of(Graph),
        "weights in 8 bits": of(WeightsInBytes),
        "8 bits, static": static,
        "8 bits, by token, evened": by_token,
        "8 bits, dynamic": of(DynamicBytes),
    }


def _made(folder: Path, graphs: Callable[[], tuple[bytes, bytes]]) -> OnnxEmbedder:
    paths = folder / "embedder.onnx", folder / "answers.onnx"
    for path, data in zip(paths, graphs(), strict=True):
        path.write_bytes(data)
    return OnnxEmbedder(*paths)


def _agreement(
    made: Embedder, lines: Sequence[str], asked: Sequence[Pair], vectors: Vectors, odds: Vectors
) -> str:
    reader = made.answer_reader(WEIGHTS)
    together = made.embed(lines)
    alone = np.concatenate([made.embed([line]) for line in lines])
    cosines = (together * vectors).sum(axis=1)
    found = reader.log_odds(asked)
    by_one = np.concatenate([reader.log_odds([pair]) for pair in asked])
    return (
        f"cosine mean {cosines.mean():.5f} worst {cosines.min():.5f}, "
        f"alone {(alone * together).sum(axis=1).min():.5f}; log odds off by "
        f"{np.abs(found - odds).mean():.3f}, worst {np.abs(found - odds).max():.3f}, "
        f"alone {np.abs(found - by_one).max():.3f}"
    )


def _times(engine: Embedder, lines: Sequence[str], asked: Sequence[Pair]) -> str:
    reader = engine.answer_reader(WEIGHTS)
    works: dict[str, Callable[[], object]] = {
        "question": lambda: engine.embed([QUESTION]),
        f"{LINES} lines": lambda: engine.embed(lines[:LINES]),
        f"{PAIRS} pairs": lambda: reader.log_odds(asked[:PAIRS]),
    }
    return "; ".join(f"{name} {_milliseconds(work)}" for name, work in works.items())


def _milliseconds(work: Callable[[], object]) -> str:
    work()
    found = []
    for _ in range(TURNS):
        before = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - before))
    return f"{min(found):.1f}, {np.median(found):.1f}"


if __name__ == "__main__":
    sys.exit(main())
