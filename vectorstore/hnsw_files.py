"""Blanks what Chroma's vector files hold beyond their vectors.

Chroma's HNSW library saves memory that it took and never filled, at the size of its capacity: what
the process had there before (words of any document, say) goes to disk with it
(chroma-core/chroma, issue 7688; seen here with 1.5.9 in data_level0.bin and length.bin).
"""

from __future__ import annotations

import contextlib
import os
import struct
from pathlib import Path

_HEADER = struct.Struct("=iQQQQ")
"""Version, where the first element starts, capacity, elements in use, bytes of an element."""
_VERSION = 1
_FLOAT = 4


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
