"""What the owner of the documents may change: facts, editions, whether it answers, notes."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, select

from core.documents import DocumentStatus
from core.register import Fact, FactValue, Note, words_hash
from records.database import Database, row_of
from records.editions import goes_round
from records.rows import settle_all, text_of
from records.tables import DocumentRow, NoteRow


class OwnersRegister(Database):
    """The owner's part of the register. Each change counts at the next question, everywhere."""

    def correct(self, document: str, fact: Fact, value: FactValue) -> None:
        """Sets a fact by hand; it stays so when the file is read again, moved or renamed.

        An empty text or the unknown date says that it is not known. Raises UnknownDocument, and
        ValueError for a value that is not one of the fact's.
        """
        text = text_of(fact, value)
        with self._change() as session:
            row = row_of(session, document)
            row.by_hand = {**row.by_hand, fact.value: text}
            settle_all(session, row)

    def undo(self, document: str, fact: Fact) -> None:
        """Takes a correction back: what was found counts again. Raises UnknownDocument."""
        with self._change() as session:
            row = row_of(session, document)
            row.by_hand = {name: text for name, text in row.by_hand.items() if name != fact.value}
            settle_all(session, row)

    def withdraw(self, document: str) -> None:
        """Stops a document answering, from this moment, in every form. Raises UnknownDocument."""
        with self._change() as session:
            row = row_of(session, document)
            row.status = DocumentStatus.WITHDRAWN.value
            settle_all(session, row)

    def restore(self, document: str) -> None:
        """Lets a withdrawn document answer again. Raises UnknownDocument."""
        with self._change() as session:
            row = row_of(session, document)
            row.status = DocumentStatus.CURRENT.value
            settle_all(session, row)

    def set_supersedes(self, document: str, other: str | None) -> None:
        """Says which document this one is the newer edition of: '' for none, None to go by dates.

        Raises UnknownDocument, and ValueError when the other already follows this one.
        """
        with self._change() as session:
            row = row_of(session, document)
            if other:
                row_of(session, other)
                said = select(DocumentRow.id, DocumentRow.supersedes_by_hand)
                by_hand = {each: before or "" for each, before in session.execute(said)}
                if goes_round(document, other, by_hand):
                    raise ValueError("the other document is set to follow this one")
            row.supersedes_by_hand = other
            settle_all(session)

    def pin_note(self, document: str, passage: str, note: str) -> None:
        """Pins a note to the passage with these words, in place of any before; '' takes it off.

        Raises UnknownDocument.
        """
        text = note.strip()
        with self._change() as session:
            row_of(session, document)
            here = NoteRow.document == document, NoteRow.passage == words_hash(passage)
            session.execute(delete(NoteRow).where(*here))
            if text:
                now = datetime.now(UTC)
                session.add(
                    NoteRow(document=document, passage=words_hash(passage), text=text, written=now)
                )

    def notes_of(self, document: str) -> tuple[Note, ...]:
        """The notes pinned to a document's passages, oldest first; none for an unknown one."""
        with self._look() as session:
            mine = select(NoteRow).where(NoteRow.document == document).order_by(NoteRow.number)
            return tuple(
                Note(row.document, row.passage, row.text, row.written)
                for row in session.scalars(mine)
            )
