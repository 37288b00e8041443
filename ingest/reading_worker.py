"""The process that reads files, so that a hostile one can be stopped.

Takes JSON lines {"path", "max_bytes", "max_pages"} on standard input; answers each with the length
of a pickle as eight bytes and the pickle: a Content or an UnreadableFile.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from pathlib import Path

from core.errors import UnreadableFile
from ingest.blocks import Content, Limits
from ingest.formats import read

MEMORY_LIMIT = 4 * 2**30
"""Bytes of address space, where the system can hold a process to it."""


def main() -> None:
    """Serves until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not land among the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _limit_memory()
    for line in sys.stdin:
        request = json.loads(line)
        limits = Limits(request["max_bytes"], request["max_pages"])
        answer: Content | UnreadableFile
        try:
            answer = read(Path(request["path"]), limits)
        except UnreadableFile as error:
            answer = error
        data = pickle.dumps(answer)
        answers.write(len(data).to_bytes(8, "big") + data)
        answers.flush()


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


if __name__ == "__main__":
    main()
