"""Writing a file all or nothing, whenever the process or the power goes."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(target: Path, data: bytes, unfinished: Path) -> None:
    """Puts a file under its name in one step, in place of any other.

    `unfinished`, on the same disk, is where it is written first; nothing is left there.
    Raises OSError.
    """
    try:
        with unfinished.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
