"""`python -m ingest.job ID`: an update that the screen started, telling the database how it goes.

A process of its own, so that closing the window or the server's end does not cost it. Ended in the
middle it leaves every document wholly old or wholly new; the next update finishes.
"""

from __future__ import annotations

import argparse
import logging
import sys
import threading
import time
import uuid
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from core.errors import IndexBusy, InspectionReadyError
from core.jobs import Outcome, Step
from core.settings import Settings, settings
from ingest.changes import changes_in_folder
from ingest.folder import corpus_files
from ingest.reading_ahead import give_way
from ingest.report import Progress, Report
from ingest.run import update
from records.jobs import Jobs
from records.register import Register

BEAT = 2.0
"""Seconds between two signs of life."""
OFTEN = 0.3
"""Seconds at least between two notes of progress."""

_log = logging.getLogger("ingest.job")


def main(arguments: list[str] | None = None) -> int:
    """Runs the update; its exit code is 0 when the database says how it ended."""
    given = settings()
    parser = argparse.ArgumentParser(prog="python -m ingest.job", description=__doc__)
    parser.add_argument("job", help="the update's id in the register")
    parser.add_argument("--corpus", type=Path, default=given.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=given.index, help="folder of the index")
    parser.add_argument("--gone", action="store_true", help="what is gone is meant to be gone")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING)
    register = Register.of_index(options.index)
    jobs = Jobs(register.engine)
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(jobs, options.job, ended), daemon=True)
    heart.start()
    try:
        _run(options, jobs, register, given)
    except InspectionReadyError as error:
        _fail(jobs, options.job, str(error), error)
    except OSError as error:
        _fail(jobs, options.job, "The index or the folder could not be written or read.", error)
    except Exception as error:
        _fail(jobs, options.job, "Inspection Ready itself failed.", error)
    finally:
        ended.set()
        heart.join()
        register.engine.dispose()
    return 0


def _run(options: argparse.Namespace, jobs: Jobs, register: Register, given: Settings) -> None:
    job: str = options.job
    corpus: Path = options.corpus
    gone: bool = options.gone
    held = register.files()
    changes = changes_in_folder(corpus_files(corpus), held, register.unreadable_versions())
    if changes.much_gone and not gone:
        jobs.ask(job, Outcome(removed=changes.gone, held=changes.held))
        return
    if gone:
        # Also where nothing is left: an update takes an empty folder for the wrong one.
        register.remove(changes.removed)
    last = 0.0

    def show(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > OFTEN:
            last = time.monotonic()
            step = Step(
                progress.stage.value,
                progress.done,
                progress.total,
                progress.file,
            )
            jobs.step(job, step)

    while True:
        try:
            report = update(corpus, options.index, given, show)
            break
        except IndexBusy:
            jobs.wait(job)
            time.sleep(BEAT / 2)
    jobs.done(job, _outcome(report, changes.held, changes.removed if gone else ()))


def _outcome(report: Report, held: int, removed: tuple[str, ...]) -> Outcome:
    return Outcome(
        len(report.added),
        len(report.changed),
        len(report.moved),
        len({*report.removed, *removed}),
        held,
        len(report.forms),
        report.failed,
    )


def _beat(jobs: Jobs, job: str, ended: threading.Event) -> None:
    while not ended.wait(BEAT):
        try:
            jobs.beat(job)
        except SQLAlchemyError as error:
            # The update itself may hold the database for a moment; the next beat will do.
            _log.warning("no sign of life was noted: %s", type(error).__name__)


def _fail(jobs: Jobs, job: str, message: str, error: Exception) -> None:
    error_id = uuid.uuid4().hex[:8]
    # Not the error's text: it could hold names of files.
    _log.error("update failed, error id %s: %s", error_id, type(error).__name__)
    jobs.fail(job, message, error_id)


if __name__ == "__main__":
    give_way()
    sys.exit(main())
