"""The first run: there is no index, so one is built, seen by every window of this process."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field

import streamlit as st

from core.documents import Problem
from core.errors import IndexBusy, IndexMissing, InspectionReadyError
from core.settings import settings
from screens.shared import words
from screens.shared.holdings import jobs, reader
from screens.shared.service import assistant

log = logging.getLogger(__name__)

POLL = 1.0
"""Seconds between two looks at the progress."""


@dataclass(slots=True)
class Building:
    """One building of the index, shared by all sessions; written by its own thread only."""

    stage: str = ""
    done: int = 0
    total: int = 0
    share: float = 0.0
    file: str = ""
    busy: bool = False
    finished: bool = False
    failure: str = ""
    problems: tuple[Problem, ...] = ()
    thread: threading.Thread | None = field(default=None, repr=False)

    @property
    def running(self) -> bool:
        return self.thread is not None and self.thread.is_alive()

    def start(self) -> None:
        """Build in the background, so that closing the window does not stop it."""
        self.failure, self.finished = "", False
        self.thread = threading.Thread(target=self._run, name="first-run", daemon=True)
        self.thread.start()

    def _run(self) -> None:
        from ingest.run import Progress, update  # noqa: PLC0415 - loads the model's libraries

        def seen(progress: Progress) -> None:
            self.stage, self.file = str(progress.stage), progress.file
            self.done, self.total = progress.done, progress.total
            self.share = progress.done / max(1, progress.total)

        chosen = settings()
        try:
            while True:
                try:
                    report = update(chosen.corpus, chosen.index, chosen, seen)
                    self.problems = tuple(report.problems)
                    break
                except IndexBusy:
                    self.busy = True
                    time.sleep(POLL)
                    if has_index():
                        break
            self.finished = has_index()
            if not self.finished:
                self.failure = words.NOTHING_READ.format(folder=chosen.corpus)
        except InspectionReadyError as error:
            self.failure = str(error)
        except Exception:
            log.exception("first run failed")
            self.failure = "The reason is in the log."


@st.cache_resource(show_spinner=False)
def building() -> Building:
    """The one building of this process."""
    return Building()


def finished() -> bool:
    """Was the index, if there is one, built to its end?"""
    from ingest.run import UNFINISHED_FILE  # noqa: PLC0415 - loads the model's libraries

    return not (settings().index / UNFINISHED_FILE).exists()


def has_index() -> bool:
    """Is there an index to ask, built to its end?"""
    if not finished():
        return False
    try:
        assistant().documents()
    except IndexMissing:
        assistant.clear()
        return False
    return True


def begun() -> bool:
    """Is there an index, or nothing that one could be made of?"""
    from ingest.folder import corpus_files  # noqa: PLC0415 - not before the first paint

    if building().running:
        return False
    # An update started on a screen shows itself, also where it is the first.
    if jobs().newest() is not None or (reader() is not None and finished()):
        return True
    corpus = settings().corpus
    return not corpus.is_dir() or not corpus_files(corpus)


def ready() -> bool:
    """True when questions can be asked; otherwise shows the building, and goes on by itself."""
    build = building()
    if not build.running and has_index():
        return True
    if build.thread is None:
        build.start()
    _progress()
    return False


@st.fragment(run_every=POLL)
def _progress() -> None:
    build = building()
    if build.finished and not build.running:
        st.rerun()
    if build.failure:
        st.subheader(words.FAILED, icon=":material/error:", anchor=False)
        st.text(build.failure)
        if st.button(words.TRY_AGAIN):
            build.start()
        return
    st.subheader(words.FIRST_RUN, anchor=False)
    st.text(words.BUSY if build.busy else words.FIRST_RUN_WHY)
    st.progress(min(1.0, build.share))
    counted = f"{build.done} of {build.total}" if build.total else ""
    st.text(" · ".join(part for part in (build.stage.capitalize(), counted, build.file) if part))


def report() -> None:
    """What could not be read, folded, after a first run in this process."""
    problems = building().problems
    whole = [problem for problem in problems if problem.whole_file]
    parts = [problem for problem in problems if not problem.whole_file]
    for found, label in ((whole, words.UNREAD), (parts, words.PARTS_UNREAD)):
        if not found:
            continue
        counted = "1 file" if len(found) == 1 else f"{len(found)} files"
        count = counted if found is whole else str(len(found))
        with st.expander(label.format(count=count), icon=":material/report:"):
            for problem in found:
                st.text(f"{problem.file}: {problem.reason}")
