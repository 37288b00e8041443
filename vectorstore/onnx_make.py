"""`python -m vectorstore.onnx_make FOLDER`: makes the ONNX graphs, checks them and keeps them.

Exit codes: 0 all well, 1 failed (the last line of stderr says why), 2 wrong use.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from safetensors.numpy import load, load_file

from core.errors import EngineNotMade, InspectionReadyError
from vectorstore.answer_network import WEIGHTS, checked_weights
from vectorstore.embed import SentenceTransformerEmbedder, check_weights, model_folder
from vectorstore.onnx_bytes import answer_graph_in_bytes
from vectorstore.onnx_check import agreement, agreement_in_bytes
from vectorstore.onnx_engine import OnnxAnswerReader
from vectorstore.onnx_files import MAKING, InBytes, keep, refuse
from vectorstore.onnx_graph import Weights, answer_graph, embedder_graph


def make(folder: Path) -> None:
    """Makes and keeps the files. Raises WeightsChanged, EngineNotMade, OSError."""
    source = model_folder()
    check_weights(source)
    minilm = load_file(str(source / "model.safetensors"))
    fitted = load(checked_weights(WEIGHTS))
    answers = {name: value.astype(np.float32) for name, value in fitted.items()}
    graphs = embedder_graph(minilm), answer_graph(minilm, answers)
    for left in folder.glob(f"{MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    reference = SentenceTransformerEmbedder()
    # On the disk where they will stand: what is checked is what can be read back.
    with tempfile.TemporaryDirectory(prefix=MAKING, dir=folder) as work:
        paths = Path(work) / "embedder.onnx", Path(work) / "answers.onnx"
        for path, data in zip(paths, graphs, strict=True):
            path.write_bytes(data)
        try:
            found = agreement(reference, *paths)
        except EngineNotMade as error:
            refuse(folder, str(error))
            raise
        quicker, in_bytes = _in_bytes(minilm, answers, reference, paths[1])
    keep(folder, graphs[0], quicker or graphs[1], found, in_bytes)


def _in_bytes(
    minilm: Weights, answers: Weights, reference: SentenceTransformerEmbedder, fp32: Path
) -> tuple[bytes, InBytes | str]:
    """The answer model in 8 bits and what was found; nothing and why, where fp32 is to serve."""
    path = fp32.with_name("answers-in-bytes.onnx")
    try:
        made = answer_graph_in_bytes(minilm, answers, OnnxAnswerReader(fp32).tokens)
        path.write_bytes(made)
        return made, agreement_in_bytes(reference, path, fp32)
    except EngineNotMade as error:
        return b"", str(error)
    except OSError:
        raise
    except Exception as error:
        return b"", f"making it in 8 bits failed ({type(error).__name__})"


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
