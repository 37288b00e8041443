"""`python -m evaluation.speed`: ours beside the usual tutorial's pipeline, in one run.

The engines take turns on the same files, which the same reader reads. Only the ratios count: the
machine may be doing other things. The table of the last run stands in docs/speed.md.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from core.settings import ROOT
from evaluation.question_sets import Part, load
from evaluation.speed_run import Run

_MARK = "INSPECTION_SPEED_CHILD"


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.speed", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--questions", default="shipped", help="a question set; its tune part")
    parser.add_argument("--threads", type=int, default=1, help="for every engine and numpy")
    parser.add_argument("--quick", action="store_true", help="few questions and turns: no figures")
    parser.add_argument("--growth", action="store_true", help="search at up to 100,000 passages")
    options = parser.parse_args(arguments)
    if os.environ.get(_MARK) != str(options.threads):
        # numpy, torch and onnxruntime read it as they load.
        more = {"OMP_NUM_THREADS": str(options.threads), _MARK: str(options.threads)}
        offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
        given = sys.argv[1:] if arguments is None else arguments
        command = [sys.executable, "-m", "evaluation.speed", *given]
        environment = {**os.environ, **more, **offline}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    asked = [each for each in load(options.questions) if each.part is Part.TUNE]
    with tempfile.TemporaryDirectory() as folder:
        Run(options.corpus, asked, Path(folder), quick=options.quick).all(growth=options.growth)
    return 0


if __name__ == "__main__":
    sys.exit(main())
