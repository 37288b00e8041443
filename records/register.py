"""The register of documents: one SQL transaction decides which version of a document answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, delete, event, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.dates import PartialDate
from core.documents import Document, Kind, Problem, TextForm
from core.settings import settings
from records.schema import bring_up_to_date
from records.tables import DocumentRow, ProblemRow, StateRow

FILE_NAME = "register.sqlite"
_DATES = ("published", "as_at", "applies_from")
_COLUMNS = ("id", "file", "version")


class Register:
    """The documents that are live. Safe to open in several processes and threads.

    Opening brings an older register's tables up to date. Raises RegisterTooNew.
    """

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)
        if url.startswith("sqlite"):
            event.listen(self._engine, "connect", _sqlite_settings)
        bring_up_to_date(self._engine)

    @classmethod
    def of_index(cls, folder: Path, url: str | None = None) -> Register:
        """The register of an index folder, which must exist: SQLite in it, or what `url` names.

        `url` is the setting `register_url` unless given. Raises RegisterTooNew.
        """
        url = settings().register_url if url is None else url
        return cls(url or f"sqlite:///{folder / FILE_NAME}")

    @property
    def engine(self) -> Engine:
        """The connection pool, for closing it in tests."""
        return self._engine

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with Session(self._engine) as session, session.begin():
            yield session

    def generation(self) -> int:
        """A number that grows with every change; cheap to ask before each question."""
        with Session(self._engine) as session:
            return session.scalars(select(StateRow.generation)).one()

    def documents(self) -> tuple[Document, ...]:
        """The live documents, by file."""
        with Session(self._engine) as session:
            rows = session.scalars(select(DocumentRow).order_by(DocumentRow.file)).all()
            return tuple(_document(row) for row in rows)

    def problems(self) -> tuple[Problem, ...]:
        """What the last readings could not take in, by file."""
        with Session(self._engine) as session:
            rows = session.scalars(select(ProblemRow).order_by(ProblemRow.file)).all()
            return tuple(Problem(row.file, row.reason, row.whole_file) for row in rows)

    def unreadable_versions(self) -> dict[str, str]:
        """File -> hash of the bytes that could not be read at all."""
        with Session(self._engine) as session:
            rows = session.scalars(select(ProblemRow).where(ProblemRow.whole_file)).all()
            return {row.file: row.version for row in rows}

    def make_live(
        self, document: Document, passages: int, problems: Iterable[Problem] = ()
    ) -> None:
        """Lets a version answer in place of any other of the same document: all or nothing."""
        with self._session() as session:
            facts = _facts(document)
            session.execute(delete(DocumentRow).where(DocumentRow.file == document.file))
            session.add(
                DocumentRow(
                    id=document.id,
                    file=document.file,
                    live_version=document.version,
                    passages=passages,
                    facts=facts,
                )
            )
            _set_problems(session, document.file, document.version, problems)
            _next_generation(session)

    def set_unreadable(self, file: str, version: str, reason: str) -> None:
        """Notes a file that could not be read; an earlier version of it goes on answering."""
        with self._session() as session:
            _set_problems(session, file, version, [Problem(file, reason)])

    def clear_unreadable(self, file: str) -> None:
        """Forgets that a file could not be read: it is again what answers."""
        with self._session() as session:
            found = ProblemRow.file == file, ProblemRow.whole_file
            session.execute(delete(ProblemRow).where(*found))

    def remove(self, files: Iterable[str]) -> None:
        """Stops the files' documents answering from this moment."""
        gone = list(files)
        if not gone:
            return
        with self._session() as session:
            session.execute(delete(DocumentRow).where(DocumentRow.file.in_(gone)))
            session.execute(delete(ProblemRow).where(ProblemRow.file.in_(gone)))
            _next_generation(session)


def _sqlite_settings(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API object
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _next_generation(session: Session) -> None:
    session.execute(update(StateRow).values(generation=StateRow.generation + 1))


def _set_problems(session: Session, file: str, version: str, problems: Iterable[Problem]) -> None:
    session.execute(delete(ProblemRow).where(ProblemRow.file == file))
    for problem in problems:
        session.add(
            ProblemRow(
                file=file, version=version, reason=problem.reason, whole_file=problem.whole_file
            )
        )


def _facts(document: Document) -> dict[str, Any]:
    facts = asdict(document)
    for name in _DATES:
        facts[name] = getattr(document, name).iso()
    return {name: value for name, value in facts.items() if name not in _COLUMNS}


def _document(row: DocumentRow) -> Document:
    known = {field.name for field in fields(Document)}
    facts: dict[str, Any] = {name: value for name, value in row.facts.items() if name in known}
    for name in _DATES:
        facts[name] = PartialDate.from_iso(facts.get(name, ""))
    facts["kind"] = Kind(facts["kind"])
    facts["form"] = TextForm(facts["form"])
    return Document(id=row.id, file=row.file, version=row.live_version, **facts)
