"""One connection to a SQLite file for each thread that uses it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path


class Connections:
    """The connections to the file at `path`, which is made unless `make` is False.

    Raises sqlite3.OperationalError, at the first use, when there is no file and none is to be made.
    """

    def __init__(self, path: Path, *, make: bool = True) -> None:
        self._address = f"{path.absolute().as_uri()}?mode={'rwc' if make else 'rw'}"
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._lock = threading.Lock()

    def mine(self) -> sqlite3.Connection:
        """This thread's connection."""
        thread = threading.current_thread()
        if thread not in self._open:
            # Closed by `close` from any thread, used by its own only.
            connection = sqlite3.connect(
                self._address, uri=True, timeout=30, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA secure_delete=ON")
            with self._lock:
                self._close(lambda other: not other.is_alive())
                self._open[thread] = connection
        return self._open[thread]

    def close(self) -> None:
        """Closes every thread's."""
        with self._lock:
            self._close(lambda _: True)

    def release(self) -> bool:
        """Closes this thread's and those of threads that are over; True when none is left."""
        mine = threading.current_thread()
        with self._lock:
            self._close(lambda other: other is mine or not other.is_alive())
            return not self._open

    def _close(self, chosen: Callable[[threading.Thread], bool]) -> None:
        for thread in [each for each in self._open if chosen(each)]:
            self._open.pop(thread).close()
