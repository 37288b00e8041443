"""Rows of the register <-> the types that everything else uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from core.dates import PartialDate
from core.documents import Document, DocumentStatus, Kind, TextForm
from core.register import DATE_FACTS, Fact, FactValue, Found, FoundIn
from records.editions import Edition, series_of, settle
from records.tables import DocumentRow

_COLUMNS = ("id", "file", "version", "status", "supersedes", "forms")
_FACTS = frozenset(field.name for field in fields(Document)) - set(_COLUMNS)


def facts_of(document: Document) -> dict[str, Any]:
    """The fields of a document that have no column of their own, fit for JSON."""
    facts = {name: value for name, value in asdict(document).items() if name in _FACTS}
    return facts | {name: getattr(document, name).iso() for name in DATE_FACTS}


def document_of(row: DocumentRow, files: Iterable[str] = ()) -> Document:
    """A document as it stands: facts as found, those corrected by hand before them.

    `files`: all the files that are forms of it.
    """
    given: dict[str, Any] = row.facts | row.by_hand
    facts = {name: value for name, value in given.items() if name in _FACTS}
    for name in DATE_FACTS:
        facts[name] = PartialDate.from_iso(facts.get(name, ""))
    facts["kind"] = Kind(facts["kind"])
    facts["form"] = TextForm(facts["form"])
    return Document(
        id=row.id,
        file=row.file,
        version=row.live_version,
        status=DocumentStatus(row.status),
        supersedes=row.supersedes,
        forms=tuple(sorted(file for file in files if file != row.file)),
        **facts,
    )


def found_of(row: DocumentRow) -> tuple[Found, ...]:
    """How each fact of a row was found; by hand where it was corrected."""
    found = {Fact(fact): Found(Fact(fact), FoundIn(how), words) for fact, how, words in row.found}
    found |= {Fact(name): Found(Fact(name), FoundIn.HAND) for name in row.by_hand}
    return tuple(found[fact] for fact in Fact if fact in found)


def text_of(fact: Fact, value: FactValue) -> str:
    """A corrected fact as it is kept. Raises ValueError for a value that is not the fact's."""
    if fact in DATE_FACTS and isinstance(value, PartialDate):
        return value.iso()
    if fact is Fact.KIND and isinstance(value, str):
        return Kind(value).value
    if fact not in (*DATE_FACTS, Fact.KIND) and isinstance(value, str):
        text = " ".join(value.split())
        if text or fact is not Fact.TITLE:
            return text
    raise ValueError(f"not a value of {fact}: {value!r}")


def settle_all(session: Session, changed: DocumentRow | None = None) -> None:
    """Works out anew which documents are superseded, and by what; after every change to one.

    `changed`: the document whose facts, date or standing changed, when it is only one.
    """
    by_hand = DocumentRow.supersedes_by_hand
    said = select(DocumentRow.id).where(by_hand.is_not(None))
    concerned = or_(DocumentRow.id.in_(said), DocumentRow.id.in_(select(by_hand)))
    if changed is None:
        concerned = or_(concerned, DocumentRow.series != "", DocumentRow.supersedes != "")
        concerned = or_(concerned, DocumentRow.status == DocumentStatus.SUPERSEDED)
    else:
        # The rest of the register stands as it stood: a thousand readings need not settle it all.
        before, document = changed.series, document_of(changed)
        changed.series = series_of(document)
        changed.dated = document.dated.iso()
        series = {before, changed.series} - {"", None}
        linked = select(DocumentRow.series).where(concerned, DocumentRow.series != "")
        concerned = or_(
            concerned,
            DocumentRow.id == changed.id,
            DocumentRow.series.in_(series),
            DocumentRow.series.in_(linked),
        )
    session.flush()
    rows = session.scalars(select(DocumentRow).where(concerned)).all()
    editions = [
        Edition(
            row.id,
            row.series,
            PartialDate.from_iso(row.dated),
            row.status == DocumentStatus.WITHDRAWN,
            row.supersedes_by_hand,
        )
        for row in rows
    ]
    standings = settle(editions)
    for row in rows:
        row.status = standings[row.id].status.value
        row.supersedes = standings[row.id].supersedes
