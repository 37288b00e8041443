"""Reads files in a process of their own, each within a time limit."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from core.errors import UnreadableFile, UnreadableReason
from core.settings import ROOT, Settings
from ingest.blocks import Content, Limits


class FileReader:
    """One reading process, started on first use and again after it had to be stopped."""

    def __init__(self, limits: Limits, seconds: float) -> None:
        self._limits = limits
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    def within(cls, settings: Settings) -> FileReader:
        """A reader that keeps to the settings' sizes, pages and seconds."""
        limits = Limits(settings.max_file_mb * 2**20, settings.max_pages)
        return cls(limits, settings.max_read_seconds)

    def __enter__(self) -> FileReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path) -> Content:
        """The file as read. Raises UnreadableFile, also when it hangs or kills its reader."""
        process = self._running()
        request = {
            "path": str(path),
            "max_bytes": self._limits.max_bytes,
            "max_pages": self._limits.max_pages,
        }
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        try:
            answer = _exchange(process, json.dumps(request))
        except (OSError, EOFError) as error:
            self.close()
            reason = UnreadableReason.TOO_SLOW if stopped.is_set() else UnreadableReason.DAMAGED
            raise UnreadableFile(reason) from error
        finally:
            timer.cancel()
            if stopped.is_set():
                # The limit fell as the answer came: the next file needs a new process.
                self.close()
        if isinstance(answer, UnreadableFile):
            raise answer
        return answer

    def start(self) -> None:
        """Starts the reading process, so that the first file need not wait for it."""
        self._running()

    def stop(self) -> None:
        """Ends a reading that another thread waits for: the file counts as damaged there."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Ends the reading process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        self._process = self._process or self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "ingest.reading_worker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def _exchange(process: subprocess.Popen[bytes], request: str) -> Content | UnreadableFile:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(request.encode() + b"\n")
    process.stdin.flush()
    size = process.stdout.read(8)
    if len(size) < 8:
        raise EOFError
    length = int.from_bytes(size, "big")
    data = process.stdout.read(length)
    if len(data) < length:
        raise EOFError
    # From our own child process, over a pipe that nothing else can write to.
    answer = pickle.loads(data)  # noqa: S301
    if not isinstance(answer, Content | UnreadableFile):
        raise EOFError
    return answer
