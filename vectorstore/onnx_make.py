"""`python -m vectorstore.onnx_make FOLDER`: makes the ONNX graphs, checks them and keeps them.

Exit codes: 0 all well, 1 failed (the last line of stderr says why), 2 wrong use.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from safetensors.numpy import load, load_file

from core.errors import EngineNotMade, InspectionReadyError
from vectorstore.answer_network import WEIGHTS, checked_weights
from vectorstore.answer_pairs import Tokens
from vectorstore.embed import SentenceTransformerEmbedder, check_weights, model_folder
from vectorstore.onnx_bytes import answer_graph_in_bytes, embedder_graph_in_bytes
from vectorstore.onnx_check import agreement, answers_in_bytes, embedder_in_bytes
from vectorstore.onnx_engine import tokenizer
from vectorstore.onnx_files import MAKING, Graph, InBytes, keep, refuse
from vectorstore.onnx_graph import answer_graph, embedder_graph


def make(folder: Path) -> None:
    """Makes and keeps the files. Raises WeightsChanged, EngineNotMade, OSError."""
    source = model_folder()
    check_weights(source)
    minilm = load_file(str(source / "model.safetensors"))
    fitted = load(checked_weights(WEIGHTS))
    answers = {name: value.astype(np.float32) for name, value in fitted.items()}
    fp32 = embedder_graph(minilm), answer_graph(minilm, answers)
    for left in folder.glob(f"{MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    reference = SentenceTransformerEmbedder()
    # On the disk where they will stand: what is checked is what can be read back.
    with tempfile.TemporaryDirectory(prefix=MAKING, dir=folder) as work:
        paths = Path(work) / "embedder.onnx", Path(work) / "answers.onnx"
        for path, data in zip(paths, fp32, strict=True):
            path.write_bytes(data)
        try:
            found = agreement(reference, *paths)
        except EngineNotMade as error:
            refuse(folder, str(error))
            raise
        graphs = (
            _in_bytes_or(
                paths[0],
                lambda: embedder_graph_in_bytes(minilm, _tokens(marked=True)),
                partial(embedder_in_bytes, reference),
            ),
            _in_bytes_or(
                paths[1],
                lambda: answer_graph_in_bytes(minilm, answers, _tokens(marked=False)),
                partial(answers_in_bytes, reference),
            ),
        )
    keep(folder, *graphs, found)


def _tokens(*, marked: bool) -> Tokens:
    """A text's tokens, with or without the marks of its ends."""
    return lambda text: tuple(tokenizer().encode(text, add_special_tokens=marked).ids)


def _in_bytes_or(
    fp32: Path, write: Callable[[], bytes], compare: Callable[[Path, Path], InBytes]
) -> Graph:
    """The graph in 8 bits and what was found; in fp32 and why, where that is to serve."""
    path = fp32.with_stem(f"{fp32.stem}-in-bytes")
    try:
        made = write()
        path.write_bytes(made)
        return Graph(made, compare(path, fp32))
    except EngineNotMade as error:
        return Graph(fp32.read_bytes(), str(error))
    except OSError:
        raise
    except Exception as error:
        return Graph(fp32.read_bytes(), f"making it in 8 bits failed ({type(error).__name__})")


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m vectorstore.onnx_make", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the files are kept")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    try:
        make(options.folder)
    except InspectionReadyError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except Exception as error:
        sys.stderr.write(f"making it failed ({type(error).__name__}: {error})\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
