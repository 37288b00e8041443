"""Reads files ahead of whoever takes them: a few at once, given back in the order asked for."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from types import TracebackType

from core.settings import Settings
from ingest.blocks import Content
from ingest.reading import FileReader

MOST_READERS = 3
"""A reader takes some 100 MB, and what it reads is written by one process only."""
AHEAD = 8
"""Files read, or being read, that nobody has taken yet."""
AHEAD_BYTES = 64 * 2**20
"""Of those files together, so that a folder of long papers does not fill the memory; one file may
be larger."""
NICE = 10
"""About a tenth of a busy processor is left to the update, all of an idle one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A file that is to be read."""

    path: Path

    @property
    def size(self) -> int:
        """Its bytes; 0 when it has gone since it was found."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


class ReadingAhead:
    """A few reading processes, each started when there is work for it and none is free."""

    def __init__(self, settings: Settings) -> None:
        count = max(1, min(MOST_READERS, cores()))
        self._readers = [FileReader.within(settings) for _ in range(count)]
        # The last one that was free first: it has its format's library loaded.
        self._free: LifoQueue[FileReader] = LifoQueue()
        for reader in self._readers:
            self._free.put(reader)
        self._pool = ThreadPoolExecutor(count, "reading")

    def __enter__(self) -> ReadingAhead:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.stop()
        self._pool.shutdown()
        for reader in self._readers:
            reader.close()

    def start(self) -> None:
        """Starts a process before there is a file for it."""
        self._readers[-1].start()

    def read(self, files: Sequence[Asked | None]) -> Iterator[Future[Content]]:
        """For each file, in order, its content once it is read; None is not read at all.

        A future raises UnreadableFile, as `FileReader.read` does; that of None is cancelled.
        """
        waiting: deque[tuple[Future[Content], int]] = deque()
        held = 0
        for each in files:
            size = each.size if each else 0
            while waiting and (len(waiting) >= AHEAD or held + size > AHEAD_BYTES):
                future, done = waiting.popleft()
                held -= done
                yield future
            waiting.append((self._begin(each), size))
            held += size
        for future, _ in waiting:
            yield future

    def _begin(self, asked: Asked | None) -> Future[Content]:
        if asked is not None:
            return self._pool.submit(self._read, asked.path)
        none: Future[Content] = Future()
        none.cancel()
        return none

    def _read(self, path: Path) -> Content:
        reader = self._free.get()
        try:
            return reader.read(path)
        finally:
            self._free.put(reader)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def give_way() -> None:
    """Lets this process, and those that it starts, go behind those that answer questions."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))
