"""What several tests need: a quick embedder, folders of files, our commands as real processes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock

from core.documents import Document, Kind, Passage, PassageKind, TextForm
from core.settings import ROOT, Settings
from ingest.run import Report, update
from vectorstore.answer_pairs import AnswerReader
from vectorstore.embed import DIMENSION, Embedder, Vectors
from vectorstore.engines import chosen_embedder
from vectorstore.vector_cache import VectorCache

PAPERS = ROOT.parent / "shared"


class WordsEmbedder:
    """Vectors of the words of a text, at once: for tests that are not about search quality."""

    name = "words/test"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        rows = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()) or [text]:
                row[hashlib.md5(word.encode("utf-8", "replace")).digest()[0]] += 1.0
            row[-1] += 0.01
            row[:] = row / np.linalg.norm(row)
        return rows

    def answer_reader(self, weights: Path) -> AnswerReader:
        return real_embedder().answer_reader(weights)


class RememberingEmbedder:
    """Another embedder's vectors, kept in a folder that several processes may share."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.name = embedder.name
        self.answer_reader = embedder.answer_reader
        self._folder = folder
        self._embedder = embedder
        folder.mkdir(exist_ok=True)
        # Two that make the file at the same time get in each other's way.
        with FileLock(folder / ".lock"), closing(VectorCache(folder, embedder)):
            pass

    def embed(self, texts: Sequence[str]) -> Vectors:
        with closing(VectorCache(self._folder, self._embedder)) as remembered:
            return remembered.embed(texts)


@lru_cache(maxsize=1)
def real_embedder() -> Embedder:
    """The engine that serves, one for all tests of a process; it loads at the first text."""
    return chosen_embedder(config(models=Path(os.environ["INSPECTION_MODELS"])))


def config(**values: Any) -> Settings:
    """Settings of a test's own, whatever the environment says."""
    return Settings(_env_file=None, **{"organisation": "Tower Hamlets", **values})


def ingest(corpus: Path, index: Path, embedder: Any = None, **values: Any) -> Report:
    """The folder into the index, with the quick embedder unless another is given."""
    chosen = config(corpus=corpus, index=index, **values)
    return update(corpus, index, chosen, embedder=embedder or WordsEmbedder())


def content_key(folder: Path) -> str:
    """The same for two folders that hold the same bytes under the same names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()[:16]


def folder_of(target: Path, files: dict[str, str | bytes | Path]) -> Path:
    """A folder with these files: text, bytes, or a copy of another file."""
    target.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
    return target


def a_document(name: str = "minutes/one.md", version: str = "v1", **facts: Any) -> Document:
    """A document as ingest makes them."""
    values: dict[str, Any] = {"title": "One", "kind": Kind.MINUTES, "form": TextForm.SECTIONS}
    identity = hashlib.sha256(name.encode()).hexdigest()[:12]
    return Document(id=identity, file=name, version=version, **(values | facts))


def a_passage(document: Document, place: int, text: str, **more: Any) -> Passage:
    """A passage of that document version."""
    values: dict[str, Any] = {"kind": PassageKind.PARAGRAPH}
    identity = f"{document.id}-{document.version}-{place}"
    return Passage(identity, document.id, place, text=text, **(values | more))


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: ours without any settings of the machine."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INSPECTION_")}
    kept["INSPECTION_MODELS"] = os.environ["INSPECTION_MODELS"]
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def command(
    module: str, *arguments: str | Path, stdin: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """`python -m module arguments` as a user runs it."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=environment(**variables),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def json_lines(text: str) -> list[dict[str, Any]]:
    """Each line of a text as JSON."""
    return [json.loads(line) for line in text.splitlines()]
