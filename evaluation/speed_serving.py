"""Start to first answer, and peak memory, of a bare Streamlit app with one pipeline or the other.

The parent starts `streamlit run` on an app of two lines that calls `serve`, and opens a session as
a browser does; the clock is the machine's monotonic one, the same in both processes.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS = 180.0
POLL = 0.02
RERUN = b"Z\x00"
"""What a browser sends first: Streamlit's BackMsg with an empty `rerun_script`."""


class Pipeline(StrEnum):
    """What the app answers with."""

    OURS = "ours"
    TUTORIAL = "tutorial"
    NOTHING = "nothing"
    """Streamlit alone, to set the others' memory against."""


@dataclass(frozen=True, slots=True)
class Served:
    """What one app took."""

    seconds: float
    """From the start of the process to the first answer."""
    first_mb: float
    """The most memory (resident) up to the first answer."""
    peak_mb: float
    """The same up to the last."""


def served(pipeline: Pipeline, index: Path, questions: Sequence[str], folder: Path) -> Served:
    """Starts the app, has it answer the questions, ends it. Raises TimeoutError, RuntimeError."""
    result = folder / f"{pipeline}-{time.monotonic_ns()}.json"
    app = result.with_suffix(".py")
    given = ", ".join(map(repr, (pipeline.value, str(index), [*questions], str(result))))
    app.write_text(f"from evaluation.speed_serving import serve\nserve({given})\n", "utf-8")
    port = _free_port()
    options = {
        "server.port": str(port),
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    said = [word for name, value in options.items() for word in (f"--{name}", value)]
    log = result.with_suffix(".log")
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "streamlit", "run", str(app), *said],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            found = _ask(process, port, result, started + MOST_SECONDS)
        except (TimeoutError, RuntimeError) as error:
            lines = log.read_text("utf-8", "replace").strip().splitlines()[-1:]
            raise type(error)(f"{error}: {' '.join(lines)}") from error
        finally:
            process.kill()
            process.wait()
    return Served(found["answered"] - started, found["first_mb"], found["peak_mb"])


def _ask(
    process: subprocess.Popen[bytes], port: int, result: Path, until: float
) -> dict[str, float]:
    from websockets.sync.client import connect  # noqa: PLC0415 - not in the app's own memory

    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    while True:
        _wait(process, until)
        try:
            session = connect(address, max_size=None, proxy=None)
            break
        except OSError:
            continue
    with session:
        session.send(RERUN)
        while not result.exists():
            _wait(process, until)
    found: dict[str, float] = json.loads(result.read_text())
    return found


def _wait(process: subprocess.Popen[bytes], until: float) -> None:
    if process.poll() is not None:
        raise RuntimeError("the app ended by itself")
    if time.monotonic() > until:
        raise TimeoutError(f"the app has not answered within {MOST_SECONDS:.0f} s")
    time.sleep(POLL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(pipeline: str, index: str, questions: Sequence[str], result: str) -> None:
    """In the app: opens the pipeline, answers the questions, writes down what that took."""
    ask = _opened(Pipeline(pipeline), Path(index))
    ask(questions[0])
    found = {"answered": time.monotonic(), "first_mb": peak_mb()}
    for each in questions[1:]:
        ask(each)
    written = Path(result).with_suffix(".part")
    written.write_text(json.dumps({**found, "peak_mb": peak_mb()}))
    written.replace(result)


def _opened(pipeline: Pipeline, index: Path) -> Callable[[str], object]:
    # Each brings only its own libraries into the process.
    if pipeline is Pipeline.OURS:
        from assistant.answering import Assistant  # noqa: PLC0415
        from core.settings import Settings  # noqa: PLC0415

        assistant = Assistant.open(Settings(index=index))
        return lambda question: assistant.ask([question])
    if pipeline is Pipeline.TUTORIAL:
        from evaluation.speed_tutorial import MiniLM, Tutorial  # noqa: PLC0415

        return Tutorial(index, MiniLM()).answer
    return lambda _: None


def peak_mb() -> float:
    """The most resident memory that this process has had, in MB (2**20 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 1024)
