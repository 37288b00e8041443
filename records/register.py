"""The register of documents: one SQL transaction decides which version of a document answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from core.documents import Document, DocumentStatus, Problem
from core.register import Details, Fact, HeldFile, Reading
from core.settings import settings
from records.database import row_of
from records.owner import OwnersRegister
from records.pack_words import forget_words
from records.rows import document_of, facts_of, found_of, settle_all
from records.tables import DocumentRow, FormRow, ProblemRow

FILE_NAME = "register.sqlite"
_UNREAD = Reading()
SCRUB_TRIES = 3
"""Readers look for milliseconds, and each try waits ten seconds for them."""


class Register(OwnersRegister):
    """The documents that are live. Safe to open in several processes and threads."""

    @classmethod
    def of_index(cls, folder: Path, url: str | None = None) -> Register:
        """The register of an index folder, which must exist: SQLite in it, or what `url` names.

        `url` is the setting `register_url` unless given. Raises RegisterTooNew.
        """
        url = settings().register_url if url is None else url
        return cls(url or f"sqlite:///{folder / FILE_NAME}")

    def documents(self) -> tuple[Document, ...]:
        """The documents that may answer, by file: the current ones and those superseded."""
        return tuple(
            each for each in self.everything() if each.status is not DocumentStatus.WITHDRAWN
        )

    def everything(self) -> tuple[Document, ...]:
        """Every document, by file; withdrawn ones too."""
        with self._look() as session:
            files: dict[str, list[str]] = {}
            for document, file in session.execute(select(FormRow.document, FormRow.file)):
                files.setdefault(document, []).append(file)
            rows = session.scalars(select(DocumentRow)).all()
            documents = [document_of(row, files.get(row.id, ())) for row in rows]
        # Not by the database, whose order of names goes by its language.
        return tuple(sorted(documents, key=lambda each: each.file))

    def details(self, document: str) -> Details:
        """A document with how its facts were found and its notes. Raises UnknownDocument."""
        notes = self.notes_of(document)
        with self._look() as session:
            row = row_of(session, document)
            forms = session.scalars(select(FormRow).where(FormRow.document == document)).all()
            hashes = {each.file: each.file_hash for each in forms}
            return Details(
                document_of(row, hashes),
                row.passages,
                found_of(row),
                hashes.get(row.file, ""),
                notes,
                row.supersedes_by_hand,
            )

    def files(self) -> dict[str, HeldFile]:
        """File -> what is held of it, for every form of every document."""
        with self._look() as session:
            rows = session.scalars(select(FormRow)).all()
            return {
                row.file: HeldFile(row.file, row.document, row.file_hash, row.version)
                for row in rows
            }

    def sketches(self) -> dict[str, bytes]:
        """Document -> what tells whether another file is the same paper; b'' where not known."""
        with self._look() as session:
            rows = session.execute(select(DocumentRow.id, DocumentRow.sketch)).all()
            return {row.id: row.sketch or b"" for row in rows}

    def titles_by_hand(self) -> dict[str, str]:
        """Document -> its title, where its owner set one."""
        with self._look() as session:
            rows = session.execute(select(DocumentRow.id, DocumentRow.by_hand)).all()
            return {row.id: row.by_hand[Fact.TITLE] for row in rows if Fact.TITLE in row.by_hand}

    def problems(self) -> tuple[Problem, ...]:
        """What the last readings could not take in, by file."""
        with self._look() as session:
            rows = session.scalars(select(ProblemRow).order_by(ProblemRow.number)).all()
            problems = [Problem(row.file, row.reason, row.whole_file) for row in rows]
        return tuple(sorted(problems, key=lambda each: each.file))

    def unreadable_versions(self) -> dict[str, str]:
        """File -> hash of the bytes that could not be read at all."""
        with self._look() as session:
            rows = session.scalars(select(ProblemRow).where(ProblemRow.whole_file)).all()
            return {row.file: row.version for row in rows}

    def make_live(
        self,
        document: Document,
        passages: int,
        problems: Iterable[Problem] = (),
        reading: Reading = _UNREAD,
    ) -> None:
        """Lets a version answer in place of any other of the same document: all or nothing.

        What the owner set stays: corrected facts, notes, whether it is withdrawn. Of its other
        forms stay those that `document.forms` names. A document that was cited by this file
        before, under another id, goes.
        """
        with self._change() as session:
            _give(session, document.forms, document.id)
            _clear(session, document.file, document.id)
            row = session.get(DocumentRow, document.id)
            if row is None:
                row = DocumentRow(id=document.id, by_hand={}, status=DocumentStatus.CURRENT.value)
                row.supersedes = ""
                session.add(row)
            row.file, row.live_version, row.passages = document.file, document.version, passages
            row.facts, row.sketch = facts_of(document), reading.sketch
            row.found = [[each.fact, each.where, each.words] for each in reading.found]
            others = (FormRow.document == document.id, FormRow.file.not_in(document.forms))
            session.execute(delete(FormRow).where(*others))
            settle_all(session, row)
            session.add(
                FormRow(
                    file=document.file,
                    document=document.id,
                    file_hash=reading.file_hash,
                    version=document.version,
                )
            )
            _set_problems(session, document.file, document.version, problems)

    def add_form(
        self, held: HeldFile, problems: Iterable[Problem] = (), also: Collection[str] = ()
    ) -> None:
        """Notes that a file, and `also` others known here, are further forms of a document.

        The document that the file was cited for before goes. Raises UnknownDocument.
        """
        with self._change() as session:
            row_of(session, held.document)
            _give(session, also, held.document)
            _clear(session, held.file, held.document)
            session.add(
                FormRow(
                    file=held.file,
                    document=held.document,
                    file_hash=held.file_hash,
                    version=held.version,
                )
            )
            _set_problems(session, held.file, held.version, problems)
            settle_all(session)

    def move(self, moves: Mapping[str, str]) -> None:
        """Follows files that were moved or renamed, old -> new; documents keep their id and all.

        A document whose file was written over by one that moved goes.
        """
        if not moves:
            return
        with self._change() as session:
            written_over = DocumentRow.file.in_(moves.values()), DocumentRow.file.not_in(moves)
            session.execute(delete(DocumentRow).where(*written_over))
            lost_form = FormRow.file.in_(moves.values()), FormRow.file.not_in(moves)
            session.execute(delete(FormRow).where(*lost_form))
            for table in (DocumentRow, FormRow, ProblemRow):
                # By way of a name that no file has: two files may have changed places.
                for old in moves:
                    between = {"file": f"moving:/{old}"}
                    session.execute(update(table).where(table.file == old).values(between))
                for old, new in moves.items():
                    between_name = f"moving:/{old}"
                    session.execute(
                        update(table).where(table.file == between_name).values(file=new)
                    )
            settle_all(session)

    def set_unreadable(self, file: str, version: str, reason: str) -> None:
        """Notes a file that could not be read; an earlier version of it goes on answering."""
        with self._note() as session:
            _set_problems(session, file, version, [Problem(file, reason)])

    def clear_unreadable(self, file: str) -> None:
        """Forgets that a file could not be read: it is again what answers."""
        with self._note() as session:
            found = ProblemRow.file == file, ProblemRow.whole_file
            session.execute(delete(ProblemRow).where(*found))

    def remove(self, files: Iterable[str]) -> None:
        """Forgets the files; the documents that they are the cited form of stop answering now."""
        gone = list(files)
        if not gone:
            return
        with self._change() as session:
            ids = session.scalars(select(DocumentRow.id).where(DocumentRow.file.in_(gone))).all()
            forget_words(session, ids)
            session.execute(delete(DocumentRow).where(DocumentRow.file.in_(gone)))
            session.execute(delete(FormRow).where(FormRow.file.in_(gone)))
            session.execute(delete(ProblemRow).where(ProblemRow.file.in_(gone)))
            settle_all(session)

    def tell(self) -> None:
        """Lets every reader look again: what the documents are found by has grown."""
        with self._change():
            pass

    def scrub(self) -> None:
        """Leaves nothing in SQLite's files of what was taken out; other databases see to theirs.

        A reader in the middle of a look holds it up, for `SCRUB_TRIES` times the busy timeout.
        """
        if self._engine.dialect.name != "sqlite":
            return
        with self._engine.connect() as kept:
            connection = kept.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM")
            for _ in range(SCRUB_TRIES):
                busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
                if not busy:
                    return


def _give(session: Session, files: Collection[str], document: str) -> None:
    """Makes files that are known here forms of the document, whatever they belonged to."""
    taken = update(FormRow).where(FormRow.file.in_(files), FormRow.document != document)
    session.execute(taken.values(document=document))


def _clear(session: Session, file: str, document: str) -> None:
    """Takes the file off whatever it belonged to; a document of another id that it was goes."""
    other = DocumentRow.file == file, DocumentRow.id != document
    session.execute(delete(DocumentRow).where(*other))
    session.execute(delete(FormRow).where(FormRow.file == file))


def _set_problems(session: Session, file: str, version: str, problems: Iterable[Problem]) -> None:
    session.execute(delete(ProblemRow).where(ProblemRow.file == file))
    for problem in problems:
        session.add(
            ProblemRow(
                file=file, version=version, reason=problem.reason, whole_file=problem.whole_file
            )
        )
