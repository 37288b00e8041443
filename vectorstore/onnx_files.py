"""The two ONNX graphs on disk: made once, checked, and trusted only as long as nothing changed.

A folder holds `onnx.json`, which names the two files by the hash of their bytes and says from what
they were made. It is written last, so that it never names a file that is not whole.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock

from core.errors import EngineNotMade
from core.files import write_whole
from core.settings import ROOT
from vectorstore.answer_network import WEIGHTS_SHA256 as ANSWERS_SHA256
from vectorstore.embed import WEIGHTS_SHA256

MANIFEST = "onnx.json"
REFUSED = "refused.json"
"""Says that what was made did not agree: only a new version tries again, not every start."""
MAKING = ".making-"
_LOCK = ".lock"
MOST_SECONDS = 600
"""For making: 15 s on two idle cores."""
_SOURCES = ("onnx_graph.py", "onnx_bytes.py", "onnx_texts.py", "onnx_check.py", "answer_pairs.py")
_PROCESSOR = Path("/proc/cpuinfo")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a made engine agrees with the reference, and with itself."""

    mean: float
    """Of the cosines of its vectors with the reference's."""
    worst: float
    alone: float
    """The worst cosine of a text's vector alone with that among others."""
    log_odds: float
    """The greatest difference of the answer model's from the reference's."""


@dataclass(frozen=True, slots=True)
class InBytes:
    """A graph in 8 bits beside the reference, and its time. Of the embedder: cosines. Of the answer
    model: how far its log odds are off.
    """

    mean: float
    worst: float
    alone: float
    """The worst of a text or pair alone beside the same among others."""
    milliseconds: float
    milliseconds_fp32: float
    """Of the same texts or pairs in fp32, on this machine."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One graph that was made: its bytes, and what was found of it in 8 bits or why it is fp32."""

    data: bytes
    in_bytes: InBytes | str


@dataclass(frozen=True, slots=True)
class OnnxFiles:
    """The files that stand, and what was found when they were made."""

    embedder: Path
    answers: Path
    agreement: Agreement
    embedder_in_bytes: InBytes | str
    """What was found of it; or why it stands in fp32."""
    answers_in_bytes: InBytes | str


def processor() -> str:
    """What this processor can do, as far as the system says: 8-bit kernels go by it."""
    try:
        lines = _PROCESSOR.read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    said = {line for line in lines if line.lower().startswith(("flags", "features", "model name"))}
    words = " ".join(sorted(said)) or platform.processor()
    return hashlib.sha256(words.encode()).hexdigest()


def fingerprint() -> str:
    """Names the weights, the code that writes and checks the graphs, and what runs them."""
    code = [(Path(__file__).parent / name).read_bytes() for name in _SOURCES]
    runs = [version("onnxruntime"), platform.machine(), processor()]
    parts = [WEIGHTS_SHA256, ANSWERS_SHA256, *runs, *(hashlib.sha256(c).hexdigest() for c in code)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def standing(folder: Path) -> OnnxFiles | None:
    """The files if they are whole and of this weights, code and machine."""
    try:
        said = json.loads((folder / MANIFEST).read_text("utf-8"))
        if said["fingerprint"] != fingerprint():
            return None
        for name, expected in (said["embedder"], said["answers"]):
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != expected:
                    return None
        embedder, answers = folder / said["embedder"][0], folder / said["answers"][0]
        in_bytes = [
            given if isinstance(given, str) else InBytes(**given)
            for given in (said["embedder_in_bytes"], said["answers_in_bytes"])
        ]
        return OnnxFiles(embedder, answers, Agreement(**said["agreement"]), *in_bytes)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def ensure(folder: Path, say: Callable[[str], None] = lambda _: None) -> OnnxFiles:
    """The files, made now if need be: by a process of its own, so that torch stays out of ours.

    `say` is told what is being done. Raises EngineNotMade, saying why.
    """
    found = standing(folder)
    if found is not None:
        return found
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / _LOCK):
            found = standing(folder)
            if found is None:
                _raise_if_refused(folder)
                say("once, for this machine")
                _make_apart(folder)
                found = standing(folder)
                if found is not None:
                    _warn_of_fp32("the embedder", found.embedder_in_bytes)
                    _warn_of_fp32("the answer model", found.answers_in_bytes)
    except OSError as error:
        raise EngineNotMade(f"{folder} could not be written ({type(error).__name__})") from error
    if found is None:
        raise EngineNotMade("what was made did not last")
    return found


def _warn_of_fp32(model: str, found: InBytes | str) -> None:
    if isinstance(found, str):
        _log.warning("%s runs in fp32, slower: %s", model, found)


def _raise_if_refused(folder: Path) -> None:
    try:
        said = json.loads((folder / REFUSED).read_text("utf-8"))
        known, reason = said["fingerprint"] == fingerprint(), str(said["reason"])
    except (OSError, ValueError, KeyError, TypeError):
        return
    if known:
        raise EngineNotMade(f"{reason}; to try again, delete {folder / REFUSED}")


def refuse(folder: Path, reason: str) -> None:
    """Notes that this version's graphs cannot be trusted on this machine."""
    said = {"fingerprint": fingerprint(), "reason": reason}
    _replace(folder / REFUSED, json.dumps(said, indent=2).encode())


def _make_apart(folder: Path) -> None:
    command = [sys.executable, "-m", "vectorstore.onnx_make", str(folder.resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineNotMade(f"it took over {MOST_SECONDS} s") from error
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise EngineNotMade(lines[-1])


def keep(folder: Path, embedder: Graph, answers: Graph, agreement: Agreement) -> None:
    """Writes the files and then, all or nothing, the manifest; takes older files away."""
    graphs = {"embedder": embedder, "answers": answers}
    named = {kind: _written(folder, kind, graph.data) for kind, graph in graphs.items()}
    found = {
        f"{kind}_in_bytes": each.in_bytes
        if isinstance(each.in_bytes, str)
        else asdict(each.in_bytes)
        for kind, each in graphs.items()
    }
    said = {"fingerprint": fingerprint(), **named, "agreement": asdict(agreement), **found}
    _replace(folder / MANIFEST, json.dumps(said, indent=2).encode())
    kept = {name for name, _ in named.values()}
    (folder / REFUSED).unlink(missing_ok=True)
    for old in (*folder.glob("*.onnx"), *folder.glob(".*.onnx.*")):
        if old.name not in kept:
            try:
                old.unlink()
            except OSError:
                # Open in another process, where the system does not let it go (Windows).
                _log.info("an older ONNX file stays: %s", old.name)


def _written(folder: Path, kind: str, data: bytes) -> tuple[str, str]:
    digest = hashlib.sha256(data).hexdigest()
    name = f"{kind}-{digest[:12]}.onnx"
    _replace(folder / name, data)
    return name, digest


def _replace(path: Path, data: bytes) -> None:
    write_whole(path, data, path.with_name(f".{path.name}.{os.getpid()}"))
