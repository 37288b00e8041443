"""Starts updates as processes of their own, for the screens; see `ingest.job`."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path

from core.jobs import AT_WORK, JobState
from core.settings import ROOT
from records.jobs import Jobs
from records.register import Register

_log = logging.getLogger(__name__)

ENDED = "The update ended before it was done."


def start(corpus: Path, index: Path, *, gone: bool = False) -> str:
    """Starts an update in the background; its id in the register.

    One that still waits for its turn will see every change made until now: then that one's id.
    `gone`: what is gone from the folder is meant to be gone, however much it is.
    """
    index.mkdir(parents=True, exist_ok=True)
    register = Register.of_index(index)
    jobs = Jobs(register.engine)
    newest = jobs.newest()
    waits = newest is not None and newest.state is JobState.WAITING
    if newest is not None and waits and newest.alive(datetime.now(UTC)) and not gone:
        register.engine.dispose()
        return newest.id
    job = jobs.begin()
    command = [sys.executable, "-m", "ingest.job", job]
    command += ["--corpus", str(corpus.resolve()), "--index", str(index.resolve())]
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    process = subprocess.Popen(  # noqa: S603 - our own module
        [*command, *(["--gone"] if gone else [])],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=_watch, args=(process, register, job), daemon=True).start()
    return job


def _watch(process: subprocess.Popen[bytes], register: Register, job: str) -> None:
    """Waits for the process, so that one that dies is known of at once."""
    code = process.wait()
    jobs = Jobs(register.engine)
    newest = jobs.newest()
    if newest is not None and newest.id == job and newest.state in AT_WORK:
        error_id = uuid.uuid4().hex[:8]
        _log.error("update ended, error id %s: exit code %d", error_id, code)
        jobs.fail(job, ENDED, error_id)
    register.engine.dispose()
