"""Chroma's vector files: marked while they are written, and blanked beyond their vectors.

Chroma writes them one after the other and in place. Killed in between, it leaves files that it
cannot read again: with some it raises, with some the process ends (seen with 1.5.9: half an
`index_metadata.pickle`, half a `header.bin`). So a mark beside them says that they are not to be
opened: a reader compares the vectors of the passage store meanwhile, and the next update makes the
store anew from it.

Chroma's HNSW library saves memory that it took and never filled, at the size of its capacity: what
the process had there before (words of any document, say) goes to disk with it
(chroma-core/chroma, issue 7688; seen here with 1.5.9 in data_level0.bin and length.bin).
"""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Iterator
from pathlib import Path

MARK = "vectors-being-written"
"""A file in a store, there while Chroma's files are written and after a kill in the middle."""

_HEADER = struct.Struct("=iQQQQ")
"""Version, where the first element starts, capacity, elements in use, bytes of an element."""
_VERSION = 1
_FLOAT = 4


def half_written(store: Path) -> bool:
    """Are a store's vector files being written, or were they when a process was killed?"""
    return (store / MARK).exists()


@contextlib.contextmanager
def writing(store: Path, chroma: Path) -> Iterator[None]:
    """Marks a store's vector files until they are whole and on the disk.

    The mark stays when what is done within fails. Raises OSError.
    """
    with (store / MARK).open("wb") as mark:
        os.fsync(mark.fileno())
    yield
    blank_unused(chroma)
    for path in chroma.glob("*/*"):
        with path.open("r+b") as file:  # Windows syncs only what is open for writing
            os.fsync(file.fileno())
    (store / MARK).unlink()


def blank_unused(folder: Path) -> None:
    """Writes zeros over the unused elements in every segment of a Chroma folder.

    Files in a form not known are left alone.
    """
    for header in folder.glob("*/header.bin"):
        with contextlib.suppress(OSError):  # gone meanwhile, or not ours to write
            _blank_segment(header)


def _blank_segment(header: Path) -> None:
    data = header.read_bytes()
    if len(data) < _HEADER.size:
        return
    version, start, capacity, used, size = _HEADER.unpack_from(data)
    if version != _VERSION or start != 0 or used > capacity:
        return
    _blank(header.with_name("data_level0.bin"), used * size, capacity * size)
    _blank(header.with_name("length.bin"), used * _FLOAT, capacity * _FLOAT)


def _blank(path: Path, start: int, most: int) -> None:
    if not path.is_file() or not start < path.stat().st_size <= most:
        return
    with path.open("r+b") as file:
        file.seek(start)
        if any(file.read()):
            file.seek(start)
            file.write(bytes(path.stat().st_size - start))
            file.flush()
            os.fsync(file.fileno())
