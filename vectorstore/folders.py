"""Which of an index folder's stores answers: made beside one another, swapped by one small file.

A store is a sub-folder with the passages and the vectors, called `store-<layout>-<number>`. The
file `current` names the one that answers. An index made before there was such a file keeps them in
the index folder itself: layout 1. The register and the vector cache are not part of a store.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from core.files import write_whole
from vectorstore import dense, passage_store
from vectorstore.embed import REFERENCE

POINTER = "current"
FIRST_LAYOUT = 1
ENGINE = "engine"
"""A file in a store: the name of what made its vectors; where there is none, the reference did."""
_STORE = re.compile(r"store-(\d+)-(\d+)")
_DISCARDED = ".discarded-"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is, and in which layout it was written."""

    path: Path
    layout: int
    engine: str = REFERENCE
    """The name of the embedder that made its vectors."""


def current(folder: Path) -> Place | None:
    """The store that answers; None when an index folder has none yet."""
    try:
        named = _STORE.fullmatch((folder / POINTER).read_text("ascii").strip())
    except FileNotFoundError:
        named = None
    if named is not None and (folder / named[0]).is_dir():
        return Place(folder / named[0], int(named[1]), _engine(folder / named[0]))
    if (folder / passage_store.FILE_NAME).is_file():
        return Place(folder, FIRST_LAYOUT, _engine(folder))
    return None


def _engine(path: Path) -> str:
    try:
        return (path / ENGINE).read_text("utf-8").strip() or REFERENCE
    except FileNotFoundError:
        return REFERENCE


def make(folder: Path, layout: int, engine: str = REFERENCE) -> Place:
    """A new, empty store beside the others, which does not answer yet. No name is used twice."""
    numbers = [int(found[2]) for found in map(_STORE.fullmatch, _names(folder)) if found]
    path = folder / f"store-{layout}-{max(numbers, default=0) + 1}"
    path.mkdir()
    (path / ENGINE).write_text(f"{engine}\n", encoding="utf-8")
    return Place(path, layout, engine)


def switch(folder: Path, place: Place) -> None:
    """Lets a store answer in place of any other: all or nothing, whenever the power goes."""
    name = f"{place.path.name}\n".encode("ascii")
    write_whole(folder / POINTER, name, folder / f"{POINTER}.new")


def others(folder: Path) -> list[Path]:
    """What is left of stores that do not answer: of one replaced, or half made when killed."""
    place = current(folder)
    left = [folder / name for name in _names(folder) if name.startswith((_DISCARDED, "store-"))]
    if place is None or place.path != folder:
        left += [
            *folder.glob(f"{passage_store.FILE_NAME}*"),
            folder / dense.FOLDER,
            folder / ENGINE,
        ]
    return [each for each in left if each.exists() and (place is None or each != place.path)]


def discard_others(folder: Path) -> None:
    """Takes the other stores off the disk.

    A reader in the middle of a question keeps the files that it has open. Where the system does
    not let open files go (Windows), they stay until the next update.
    """
    for path in others(folder):
        try:
            if path.is_dir():
                # Renamed first: who opens it by name finds all of it or nothing.
                gone = path
                if not path.name.startswith(_DISCARDED):
                    gone = path.rename(folder / f"{_DISCARDED}{path.name}")
                shutil.rmtree(gone)
            else:
                path.unlink(missing_ok=True)
        except OSError:
            continue


def discard_vectors(place: Place) -> None:
    """Takes away what Chroma made anew on opening a store that had just been discarded."""
    shutil.rmtree(place.path / dense.FOLDER, ignore_errors=True)
    with contextlib.suppress(OSError):
        place.path.rmdir()  # where nothing else is in it


def _names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]
