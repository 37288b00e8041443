"""One pass over a corpus folder: what is gone is taken out, what is new or changed is read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from itertools import chain

from core.documents import Document, DocumentText
from core.errors import CorpusMissing, UnreadableFile, UnreadableReason
from core.register import HeldFile, Reading
from core.settings import Settings
from ingest.blocks import Content
from ingest.facts import find_facts
from ingest.folder import CorpusFile, sample_hashes
from ingest.plan import Plan, Task, find_moves, make_plan, new_id
from ingest.reading import FileReader
from ingest.reading_ahead import Asked, ReadingAhead
from ingest.report import Progress, Report, Stage
from ingest.same import form_rank, same_paper, sketch
from ingest.version import attempt_of, document_text, version_of
from vectorstore.index_writer import IndexWriter

_log = logging.getLogger(__name__)


class Update:
    """One pass over a folder, by a writer that holds the index's lock."""

    def __init__(
        self,
        writer: IndexWriter,
        ahead: ReadingAhead,
        settings: Settings,
        progress: Callable[[Progress], None],
    ) -> None:
        self._writer = writer
        self._ahead = ahead
        self._vectors: Iterator[int] = iter(())
        self._register = writer.register
        self._settings = settings
        self._progress = progress
        self._sample = sample_hashes(settings.sample_corpus)
        self._report = Report()
        self._documents: dict[str, Document] = {}
        self._sketches: dict[str, bytes] = {}
        """Of the documents that are up to date: what a file may be another form of."""
        self._titles: dict[str, str] = {}
        """Titles set by hand: the words that a document is searched by hold them too."""
        self._there: set[str] = set()
        """Documents whose passages are in the store: any other is read anew."""
        self._waiting: dict[str, bytes] = {}
        """Of those that are to be read again."""

    def run(self, files: list[CorpusFile]) -> Report:
        """Reads what is new or changed and takes out what is gone. Raises CorpusMissing."""
        documents = self._register.everything()
        if documents and not files:
            raise CorpusMissing(
                "The folder is empty, so it may not be the right one or not be connected. "
                "To take out the last document too, delete the index folder."
            )
        self._report.moved = find_moves(files, self._register.files())
        self._register.move(self._report.moved)
        self._titles = self._register.titles_by_hand()
        if self._writer.to_be_made_anew:
            self._rebuild({each.file: each for each in files})
        plan = self._plan(files)
        self._read_all(plan.tasks)
        # Those that no other form could take the place of; of the others only the old file's note.
        self._register.remove(plan.promoted)
        self._finish_vectors()
        self._progress(Progress(Stage.FINISHING, len(plan.tasks), len(plan.tasks)))
        self._writer.sweep(self._carrying)
        self._report.problems = list(self._register.problems())
        self._report.embedded = self._writer.embedded
        self._report.sort()
        return self._report

    def _carrying(self, done: int, total: int) -> None:
        self._progress(Progress(Stage.CARRYING, done, total))

    def _rebuild(self, files: dict[str, CorpusFile]) -> None:
        """Makes the store anew; what of another layout cannot be carried over is read again."""
        readings: dict[str, tuple[DocumentText, Reading]] = {}
        with FileReader.within(self._settings) as reader:

            def read(document: Document) -> DocumentText | None:
                each = files.get(document.file)
                if each is None or each.reason is not None:
                    return None
                task = Task(each, document.id, document.forms)
                try:
                    text, reading = self._made(task, reader.read(each.path))
                except UnreadableFile:
                    return None
                readings[document.id] = text, reading
                return replace(text, document=self._titled(text.document))

            for renewed in self._writer.rebuild(read, self._carrying):
                text, reading = readings[renewed.document.id]
                document = text.document
                self._register.make_live(document, len(text.passages), text.problems, reading)

    def _version(self, each: CorpusFile, document: str) -> str:
        """What a file's version would be; one that nothing has where the passages were lost."""
        return version_of(each, self._titles.get(document, "")) if document in self._there else ""

    def _plan(self, files: list[CorpusFile]) -> Plan:
        """Takes out what is gone, and says what to read."""
        unreadable = self._register.unreadable_versions()
        documents = self._register.everything()
        held = self._register.files()
        versions = self._writer.versions()
        self._there = {each.id for each in documents if (each.id, each.version) in versions}
        plan = make_plan(
            files,
            documents,
            held,
            self._version,
            lambda each: unreadable.get(each.file) == attempt_of(each, self._settings),
        )
        here = {each.file for each in files}
        self._register.remove([*plan.removed, *(unreadable.keys() - here - {*plan.promoted})])
        self._documents = {each.id: each for each in self._register.everything()}
        self._report.unchanged = list(plan.unchanged)
        self._report.removed = [*plan.removed, *plan.promoted]
        for file in unreadable.keys() & {*plan.unchanged}:
            self._register.clear_unreadable(file)
        sketches = self._register.sketches()
        for task in plan.tasks:
            if task.document:
                self._waiting[task.document] = sketches.pop(task.document)
        self._sketches = sketches
        return plan

    def _read_all(self, tasks: Sequence[Task]) -> None:
        """Takes in the files in the plan's order, whichever was read first."""
        asked = [None if task.file.reason else Asked(task.file.path) for task in tasks]
        coming = self._ahead.read(asked)
        for number, (task, reading) in enumerate(zip(tasks, coming, strict=True)):
            self._progress(Progress(Stage.READING, number, len(tasks), task.file.file))
            while not reading.done() and self._some_vectors():
                pass
            self._take_in(task, reading)

    def _take_in(self, task: Task, reading: Future[Content]) -> None:
        try:
            if task.file.reason is not None:
                raise UnreadableFile(task.file.reason)
            text, found = self._made(task, reading.result())
        except UnreadableFile as error:
            self._note_unreadable(task, str(error))
        except Exception as error:
            # One file must not cost the others. The words of the file stay out of the log.
            _log.error("a fault of ours in reading: %s", type(error).__name__)
            self._note_unreadable(task, UnreadableReason.FAULT)
        else:
            self._take(task, text, found)

    def _some_vectors(self) -> bool:
        """Uses the time until the next file is read; False when there is nothing to do."""
        if next(self._vectors, None) is None:
            self._vectors = self._writer.make_vectors()
            return next(self._vectors, None) is not None
        return True

    def _finish_vectors(self) -> None:
        """Makes the vectors that are still to be made, also those that a kill left to be made."""
        total, done = self._writer.without_vectors(), 0
        if not total:
            return
        self._progress(Progress(Stage.EMBEDDING, 0, total))
        for more in chain(self._vectors, self._writer.make_vectors()):
            done = min(total, done + more)
            self._progress(Progress(Stage.EMBEDDING, done, total))

    def _made(self, task: Task, content: Content) -> tuple[DocumentText, Reading]:
        """A file as read, as a version of the document that it is."""
        drawn = sketch(content)
        same = same_paper(drawn, self._sketches)
        forms = task.forms
        if same:
            known = self._documents[same]
            forms = tuple({*forms, *known.forms, known.file} - {task.file.file})
        identity = same or task.document or new_id(task.file.file, self._documents)
        facts = find_facts(task.file.file, content)
        version = version_of(task.file, self._titles.get(identity, ""))
        text = document_text(task.file, content, facts, identity, version)
        sample = task.file.sha256 in self._sample
        text = replace(text, document=replace(text.document, forms=forms, sample=sample))
        return text, Reading(task.file.sha256, facts.found, drawn)

    def _note_unreadable(self, task: Task, reason: str) -> None:
        before = self._documents.get(task.document)
        if before is not None and before.file == task.file.file:
            reason += "; the version read before still answers"
        self._register.set_unreadable(task.file.file, attempt_of(task.file, self._settings), reason)
        self._report.failed += 1
        if before is not None:
            self._sketches[before.id] = self._waiting[before.id]
        _log.warning("could not read a file: %s", reason)

    def _take(self, task: Task, text: DocumentText, reading: Reading) -> None:
        """Makes the version live, or notes it as another form of the document that it is."""
        document, file = text.document, task.file.file
        known = self._documents.get(document.id) if document.id != task.document else None
        if known is not None and form_rank(known.file) <= form_rank(file):
            held = HeldFile(file, document.id, reading.file_hash, document.version)
            self._register.add_form(held, text.problems, task.forms)
            self._note_forms(replace(known, forms=(*known.forms, file, *task.forms)))
            return
        self._write(text, reading)
        self._sketches[document.id] = reading.sketch
        answered = {each.file for each in self._documents.values()}
        if file not in self._report.moved.values():
            (self._report.changed if file in answered else self._report.added).append(file)
        self._note_forms(document)

    def _note_forms(self, document: Document) -> None:
        others = {*document.forms, document.file}
        for name in [each.id for each in self._documents.values() if each.file in others]:
            self._documents.pop(name)
            if name != document.id:
                self._sketches.pop(name, None)
        self._documents[document.id] = document
        self._report.forms |= dict.fromkeys(document.forms, document.file)

    def _write(self, text: DocumentText, reading: Reading) -> None:
        document, passages = text.document, text.passages
        self._writer.write_words(self._titled(document), passages)
        self._register.make_live(document, len(passages), text.problems, reading)
        self._report.passages += len(passages)

    def _titled(self, document: Document) -> Document:
        """The document as it is searched: by the title that its owner gave it, if any."""
        return replace(document, title=self._titles.get(document.id, document.title))
