"""The register's database: opening it, reading from it, changing it as one step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine, event, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.errors import UnknownDocument
from records.schema import bring_up_to_date
from records.tables import DocumentRow, StateRow


class Database:
    """A register's tables. Safe to open in several processes and threads.

    Opening brings an older register's tables up to date. Raises RegisterTooNew.
    """

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)
        if url.startswith("sqlite"):
            event.listen(self._engine, "connect", _sqlite_settings)
        bring_up_to_date(self._engine)

    @property
    def engine(self) -> Engine:
        """The connection pool, for closing it."""
        return self._engine

    def generation(self) -> int:
        """A number that grows with every change; cheap to ask before each question."""
        with self._look() as session:
            return session.scalars(select(StateRow.generation)).one()

    @contextmanager
    def _look(self) -> Iterator[Session]:
        with Session(self._engine) as session:
            yield session

    @contextmanager
    def _note(self) -> Iterator[Session]:
        """A change that alters nothing of what may answer: all of it or none."""
        with Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _change(self) -> Iterator[Session]:
        """A change that every reader must take in: all of it or none, one at a time.

        Counting up first takes the database's write lock, so that what is read next stays true.
        """
        with Session(self._engine) as session, session.begin():
            session.execute(update(StateRow).values(generation=StateRow.generation + 1))
            yield session


def row_of(session: Session, document: str) -> DocumentRow:
    """The row of a document. Raises UnknownDocument."""
    row = session.get(DocumentRow, document)
    if row is None:
        raise UnknownDocument("The register holds no such document any more.")
    return row


def _sqlite_settings(connection: Any, _record: object) -> None:  # noqa: ANN401 - DB-API object
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
