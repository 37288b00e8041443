"""Passages, their sentence vectors and the keyword index, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from core.documents import Document, Passage
from core.inspection_steps import InspectionStep
from language.words import terms
from vectorstore import steps
from vectorstore.connections import Connections
from vectorstore.embed import Vectors
from vectorstore.indexed_text import keyword_fields
from vectorstore.stored_passage import StoredPassage, from_json, stored, to_json

FILE_NAME = "passages.sqlite"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
    version TEXT NOT NULL, place INTEGER NOT NULL, length INTEGER NOT NULL, data TEXT NOT NULL,
    vectors BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_by_version ON passages (document, version, place);
CREATE INDEX IF NOT EXISTS passages_by_length ON passages (length);
CREATE TABLE IF NOT EXISTS steps (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL, version TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS steps_by_version ON steps (document, version);
CREATE INDEX IF NOT EXISTS passages_without_vectors ON passages (document, version, place)
    WHERE vectors = x'';
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    body, headings, title, tokenize = "unicode61 tokenchars '.'");
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (words, row);
"""
_INSERT = (
    "INSERT INTO passages (id, document, version, place, length, data, vectors)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_WORDS = "INSERT INTO words (rowid, body, headings, title) VALUES (?, ?, ?, ?)"


class PassageStore:
    """Reads and writes the passages of a store's folder, which must exist.

    Each thread has its own connection. Writes of one document version are one transaction.
    Raises sqlite3.OperationalError when there are none and they are not to be made.
    """

    def __init__(self, folder: Path, make: bool = True) -> None:
        self._connections = Connections(folder / FILE_NAME, make=make)
        if not make:
            self.connection.execute("SELECT 1 FROM passages LIMIT 1")
            return
        with self.connection as connection:
            connection.executescript(_SCHEMA)

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        return self._connections.mine()

    def close(self) -> None:
        """Closes every thread's connection."""
        self._connections.close()

    def release(self) -> bool:
        """Closes this thread's connection and those of threads that are over.

        True when none is left, and with it nothing of a discarded store on the disk.
        """
        return self._connections.release()

    def add(self, document: Document, passages: Iterable[tuple[Passage, Vectors]]) -> None:
        """Writes a document version's passages; a repeat of it replaces itself."""
        with self.connection as connection:
            _delete(connection, document.id, document.version)
            passages = list(passages)
            steps.write(connection, document, [passage for passage, _ in passages])
            for passage, vectors in passages:
                fields = keyword_fields(document, passage)
                body = terms(fields.body)
                cursor = connection.execute(
                    _INSERT,
                    (
                        passage.id,
                        document.id,
                        document.version,
                        passage.place,
                        len(body),
                        to_json(passage),
                        vectors.astype(np.float32).tobytes(),
                    ),
                )
                connection.execute(
                    _INSERT_WORDS,
                    (
                        cursor.lastrowid,
                        " ".join(body),
                        " ".join(terms(fields.headings)),
                        " ".join(terms(fields.title)),
                    ),
                )

    def versions(self) -> set[tuple[str, str]]:
        """Every (document, version) that has passages here, live or not."""
        rows = self.connection.execute("SELECT DISTINCT document, version FROM passages")
        return {(str(document), str(version)) for document, version in rows}

    def get(self, ids: Sequence[str]) -> dict[str, StoredPassage]:
        """The passages with these ids; ids that are not here are left out."""
        marks = ",".join("?" * len(ids))
        rows = self.connection.execute(
            f"SELECT id, version, data, vectors FROM passages WHERE id IN ({marks})",  # noqa: S608
            list(ids),
        )
        return {
            passage_id: stored(version, data, vectors)
            for passage_id, version, data, vectors in rows
        }

    def of_document(self, document: str, version: str) -> tuple[Passage, ...]:
        """A document version's passages, in order."""
        rows = self.connection.execute(
            "SELECT data FROM passages WHERE document = ? AND version = ? ORDER BY place",
            (document, version),
        )
        return tuple(from_json(data) for (data,) in rows)

    def steps(self, document: str, version: str) -> tuple[InspectionStep, ...]:
        """The steps of inspections in a document version, in order."""
        return steps.read(self.connection, document, version)

    def carry(self, document: str, version: str, target: PassageStore) -> list[StoredPassage]:
        """Copies a document version's passages to another store as they are, words and vectors;
        gives them back in order.
        """
        rows = self.connection.execute(
            "SELECT id, document, version, place, length, data, vectors, body, headings, title"
            " FROM passages JOIN words ON words.rowid = passages.number"
            " WHERE document = ? AND version = ? ORDER BY place",
            (document, version),
        ).fetchall()
        with target.connection as connection:
            for *passage, body, headings, title in rows:
                cursor = connection.execute(_INSERT, passage)
                connection.execute(_INSERT_WORDS, (cursor.lastrowid, body, headings, title))
            steps.carry(self.connection, connection, document, version)
        return [stored(version, data, vectors) for *_, data, vectors, _, _, _ in rows]

    def versions_without_vectors(self) -> set[tuple[str, str]]:
        """Every (document, version), live or not, with passages that have no vectors yet."""
        rows = self.connection.execute(
            "SELECT DISTINCT document, version FROM passages WHERE vectors = x''"
        )
        return {(str(document), str(version)) for document, version in rows}

    def without_vectors(self, document: str, version: str, most: int) -> list[Passage]:
        """The first passages of a document version that have no vectors yet, `most` at most."""
        rows = self.connection.execute(
            "SELECT data FROM passages WHERE document = ? AND version = ? AND vectors = x''"
            " ORDER BY place LIMIT ?",
            (document, version, most),
        )
        return [from_json(data) for (data,) in rows]

    def under_headers(self, names: Sequence[str]) -> set[tuple[str, str]]:
        """Every (document, version), live or not, with a row under columns of all these words."""
        every = " AND ".join(f'"{term}"' for name in names for term in terms(name))
        rows = self.connection.execute(
            "SELECT DISTINCT document, version FROM words"
            " JOIN passages ON passages.number = words.rowid WHERE words MATCH ?",
            (f"headings : ({every})",),
        )
        return {(str(document), str(version)) for document, version in rows}

    def sizes(self) -> dict[tuple[str, str], tuple[int, int]]:
        """(document, version) -> how many pages or slides with words, and how many passages."""
        rows = self.connection.execute(
            "SELECT document, version,"
            " count(DISTINCT nullif(json_extract(data, '$.page'), '')), count(*)"
            " FROM passages GROUP BY document, version"
        )
        return {
            (str(document), str(version)): (int(pages), int(passages))
            for document, version, pages, passages in rows
        }

    def ids(self, document: str, version: str) -> list[str]:
        """The ids of a document version's passages, in order."""
        rows = self.connection.execute(
            "SELECT id FROM passages WHERE document = ? AND version = ? ORDER BY place",
            (document, version),
        )
        return [passage_id for (passage_id,) in rows]


def _delete(connection: sqlite3.Connection, document: str, version: str) -> None:
    connection.execute(
        "DELETE FROM words WHERE rowid IN"
        " (SELECT number FROM passages WHERE document = ? AND version = ?)",
        (document, version),
    )
    for table in ("passages", "steps"):
        connection.execute(
            f"DELETE FROM {table} WHERE document = ? AND version = ?",  # noqa: S608
            (document, version),
        )
