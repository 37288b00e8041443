"""Updates that are killed: a process of its own that forks one for each line it is sent.

It has imported everything and reads files without a process of their own, so that a kill costs an
update and not a start. Each line names a corpus, an index and the seconds after which the update is
killed with SIGKILL; the answer is 'killed' or 'finished', and how long it had.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from ingest.blocks import Limits
from ingest.formats import read
from ingest.reading import FileReader
from tests.support import ingest


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    FileReader.read = lambda _, path: read(path, Limits())  # type: ignore[method-assign]
    FileReader.start = lambda _: None  # type: ignore[method-assign]
    say("ready")
    for line in sys.stdin:
        corpus, index, seconds = line.rstrip("\n").split("\t")
        start = time.monotonic()
        child = os.fork()
        if not child:
            ingest(Path(corpus), Path(index))
            os._exit(0)
        ended = (0, 0)
        while ended == (0, 0) and time.monotonic() - start < float(seconds):
            time.sleep(0.001)
            ended = os.waitpid(child, os.WNOHANG)
        if ended == (0, 0):
            os.kill(child, signal.SIGKILL)
            ended = os.waitpid(child, 0)
        how = {0: "finished", signal.SIGKILL: "killed"}.get(ended[1], "failed")
        say(f"{how} {time.monotonic() - start}")


if __name__ == "__main__":
    main()
