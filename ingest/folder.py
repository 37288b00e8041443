"""What stands in a corpus folder: the files to read and the hash of each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from core.errors import CorpusMissing, UnreadableReason

SAMPLE_LIST = ".sample-sha256"
"""In the shipped corpus: the hashes of the papers that come with the product, one a line."""

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus. `file` is its path inside the folder, with forward slashes."""

    file: str
    path: Path
    sha256: str
    reason: UnreadableReason | None = None
    """Why it cannot even be opened."""


def corpus_files(corpus: Path) -> list[CorpusFile]:
    """Every file of the folder, by name; hidden, system and half-saved Office files left out.

    Links that lead out of the folder are not followed. Raises CorpusMissing.
    """
    if not corpus.is_dir():
        raise CorpusMissing(f"There is no folder {corpus}.")
    root = corpus.resolve()
    found: list[CorpusFile] = []
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if any(part.startswith((".", "~$")) for part in inside.parts):
            continue
        if path.name.lower() in _SYSTEM_FILES or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            continue
        found.append(_corpus_file(inside.as_posix(), path))
    return found


def _corpus_file(file: str, path: Path) -> CorpusFile:
    printable = file.encode("utf-8", "replace").decode()
    if printable != file:
        return CorpusFile(printable, path, "", UnreadableReason.BAD_NAME)
    digest = file_hash(path)
    return CorpusFile(file, path, digest, None if digest else UnreadableReason.NOT_ALLOWED)


def file_hash(path: Path) -> str:
    """The sha256 of a file's bytes, or '' when it may not be opened."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def sample_hashes(sample_corpus: Path) -> frozenset[str]:
    """The hashes of the papers that come with the product."""
    path = sample_corpus / SAMPLE_LIST
    if not path.is_file():
        return frozenset()
    return frozenset(line.split()[0] for line in path.read_text().splitlines() if line.strip())
