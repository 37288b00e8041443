"""Brings an index up to date with a corpus folder: adds, re-reads, removes; and reports."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import IndexBusy
from core.settings import Settings
from ingest.folder import CorpusFile, corpus_files
from ingest.reading_ahead import ReadingAhead
from ingest.report import Progress, Report, Stage
from ingest.update import Update
from records.register import Register
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder
from vectorstore.index_writer import IndexWriter

__all__ = ["Progress", "Report", "Stage", "update"]

LOCK_FILE = ".lock"
UNFINISHED_FILE = ".unfinished"
"""Stands in an index folder while it is built for the first time, also after a kill."""


def update(
    corpus: Path,
    index: Path,
    settings: Settings,
    progress: Callable[[Progress], None] = lambda _: None,
    embedder: Embedder | None = None,
) -> Report:
    """Makes the index hold what the folder holds. Running it again changes nothing.

    A changed file's old version answers until the new one is read; from then on the new one does,
    by its words first and by its meaning as it is embedded. A file that cannot be read is reported
    and the rest goes on. Raises CorpusMissing, IndexBusy.
    """
    started = time.perf_counter()
    progress(Progress(Stage.LOOKING, 0, 0))
    files = corpus_files(corpus)
    index.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(index / LOCK_FILE, timeout=0), ReadingAhead(settings) as ahead:
            if _something_new(files, index):
                ahead.start()
            engine = embedder or chosen_embedder(
                settings, lambda what: progress(Progress(Stage.MODEL, 0, 0, what))
            )
            writer = IndexWriter(index, engine)
            try:
                if not writer.register.documents():
                    (index / UNFINISHED_FILE).touch()
                report = Update(writer, ahead, settings, progress).run(files)
                (index / UNFINISHED_FILE).unlink(missing_ok=True)
            finally:
                writer.close()
    except Timeout as error:
        raise IndexBusy("Another window or command is updating the documents just now.") from error
    report.seconds = time.perf_counter() - started
    return report


def _something_new(files: Sequence[CorpusFile], index: Path) -> bool:
    """Is there a file whose bytes the register does not know?"""
    register = Register.of_index(index)
    known = {each.file_hash for each in register.files().values()}
    register.engine.dispose()
    return any(each.sha256 not in known for each in files)
