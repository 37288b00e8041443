"""Brings an index up to date with a corpus folder: adds, re-reads, removes; and reports."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from core.documents import Document, DocumentText, Problem
from core.errors import CorpusMissing, IndexBusy, UnreadableFile, UnreadableReason
from core.settings import Settings
from ingest.blocks import Content, Limits
from ingest.facts import find_facts
from ingest.folder import CorpusFile, corpus_files, sample_hashes
from ingest.passages import make_passages
from ingest.reading import FileReader
from vectorstore.embed import Embedder, SentenceTransformerEmbedder
from vectorstore.index import IndexWriter

READING_VERSION = "5"
"""Change it when reading makes other passages of the same bytes: every file is read again."""

LOCK_FILE = ".lock"
UNFINISHED_FILE = ".unfinished"
"""Stands in an index folder while it is built for the first time, also after a kill."""
_log = logging.getLogger(__name__)


class Stage(StrEnum):
    """What an update is doing."""

    LOOKING = "Looking for changes"
    READING = "Reading"
    EMBEDDING = "Indexing"
    FINISHING = "Tidying up"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an update is: `done` of `total` files."""

    stage: Stage
    done: int
    total: int
    file: str = ""
    share: float = 0.0
    """How much of the file at hand is done, 0 to 1."""


@dataclass(slots=True)
class Report:
    """What an update did. Files are named by their path inside the corpus folder."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passages: int = 0
    embedded: int = 0
    seconds: float = 0.0

    @property
    def unread(self) -> list[Problem]:
        """The files that could not be read at all."""
        return [problem for problem in self.problems if problem.whole_file]


def update(
    corpus: Path,
    index: Path,
    settings: Settings,
    progress: Callable[[Progress], None] = lambda _: None,
    embedder: Embedder | None = None,
) -> Report:
    """Makes the index hold what the folder holds. Running it again changes nothing.

    A changed file's old version answers until the new one is in; a file that cannot be read is
    reported and the rest goes on. Raises CorpusMissing, IndexBusy.
    """
    started = time.perf_counter()
    progress(Progress(Stage.LOOKING, 0, 0))
    files = corpus_files(corpus)
    index.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(index / LOCK_FILE, timeout=0):
            writer = IndexWriter(index, embedder or SentenceTransformerEmbedder())
            try:
                if not writer.register.documents():
                    (index / UNFINISHED_FILE).touch()
                report = _Update(writer, settings, progress).run(files)
                (index / UNFINISHED_FILE).unlink(missing_ok=True)
            finally:
                writer.close()
    except Timeout as error:
        raise IndexBusy("Another window or command is updating the documents just now.") from error
    report.seconds = time.perf_counter() - started
    return report


class _Update:
    def __init__(
        self, writer: IndexWriter, settings: Settings, progress: Callable[[Progress], None]
    ) -> None:
        self._writer = writer
        self._settings = settings
        self._progress = progress
        self._sample = sample_hashes(settings.sample_corpus)
        self._report = Report()

    def run(self, files: list[CorpusFile]) -> Report:
        register = self._writer.register
        self._writer.sweep()
        live = {document.file: document for document in register.documents()}
        unreadable = register.unreadable_versions()
        if live and not files:
            raise CorpusMissing(
                "The folder is empty, so it may not be the right one or not be connected. "
                "To take out the last document too, delete the index folder."
            )
        here = {each.file for each in files}
        self._report.removed = sorted(live.keys() - here)
        register.remove([*self._report.removed, *(unreadable.keys() - here)])
        todo: list[CorpusFile] = []
        for each in files:
            if each.file in live and live[each.file].version == _version(each):
                self._report.unchanged.append(each.file)
                if each.file in unreadable:
                    register.clear_unreadable(each.file)
            elif unreadable.get(each.file) != self._attempt(each):
                todo.append(each)
        self._read_all(todo, live)
        self._progress(Progress(Stage.FINISHING, len(todo), len(todo)))
        self._writer.sweep()
        self._report.problems = list(register.problems())
        self._report.embedded = self._writer.embedded
        return self._report

    def _attempt(self, each: CorpusFile) -> str:
        """Names these bytes under these limits: the same is not tried again."""
        given = self._settings
        limits = f"{given.max_file_mb}:{given.max_pages}:{given.max_read_seconds}"
        return hashlib.sha256(f"{_version(each)}:{limits}".encode()).hexdigest()

    def _read_all(self, todo: list[CorpusFile], live: dict[str, Document]) -> None:
        limits = Limits(self._settings.max_file_mb * 2**20, self._settings.max_pages)
        with FileReader(limits, self._settings.max_read_seconds) as reader:
            for number, each in enumerate(todo):
                self._progress(Progress(Stage.READING, number, len(todo), each.file))
                try:
                    if each.reason is not None:
                        raise UnreadableFile(each.reason)
                    text = document_text(each, reader.read(each.path), self._sample)
                except UnreadableFile as error:
                    self._note_unreadable(each, str(error), each.file in live)
                    continue
                except Exception as error:
                    # One file must not cost the others. The words of the file stay out of the log.
                    _log.error("a fault of ours in reading: %s", type(error).__name__)
                    self._note_unreadable(each, UnreadableReason.FAULT, each.file in live)
                    continue
                self._write(text, number, len(todo))
                (self._report.changed if each.file in live else self._report.added).append(
                    each.file
                )

    def _note_unreadable(self, each: CorpusFile, reason: str, answered_before: bool) -> None:
        if answered_before:
            reason += "; the version read before still answers"
        self._writer.register.set_unreadable(each.file, self._attempt(each), reason)
        _log.warning("could not read a file: %s", reason)

    def _write(self, text: DocumentText, number: int, total: int) -> None:
        document, passages = text.document, text.passages

        def step(done: int) -> None:
            share = min(1.0, done / max(1, len(passages)))
            self._progress(Progress(Stage.EMBEDDING, number, total, document.file, share))

        self._writer.write(document, passages, step)
        self._writer.register.make_live(document, len(passages), text.problems)
        self._report.passages += len(passages)


def document_text(each: CorpusFile, content: Content, sample: frozenset[str]) -> DocumentText:
    """A file as read, made into a document with its facts and its passages."""
    facts = find_facts(each.file, content)
    document = Document(
        id=hashlib.sha256(each.file.encode()).hexdigest()[:12],
        file=each.file,
        version=_version(each),
        title=facts.title,
        kind=facts.kind,
        form=content.form,
        publisher=facts.publisher,
        about=facts.about,
        published=facts.published,
        as_at=facts.as_at,
        applies_from=facts.applies_from,
        sample=each.sha256 in sample,
    )
    problems = tuple(
        Problem(each.file, f"not read: {what}", whole_file=False) for what in content.unread
    )
    return DocumentText(document, make_passages(document, content.blocks), problems)


def _version(each: CorpusFile) -> str:
    return hashlib.sha256(f"{READING_VERSION}:{each.sha256}".encode()).hexdigest()
