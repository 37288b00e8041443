"""What the Documents screen shows, worked out of the register. No Streamlit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from core.dates import PartialDate
from core.documents import NATIONAL, Document, DocumentStatus, Kind, Problem
from core.register import Details, Fact, Found, FoundIn
from screens import documents_words as words

OLD_DAYS = 365
"""As in the answers: a source over a year old carries its age."""


class Show(StrEnum):
    """Which documents are listed."""

    ALL = "All documents"
    CURRENT = "Current"
    SUPERSEDED = "Superseded"
    WITHDRAWN = "Withdrawn"
    OLD = "Over a year old"
    UNDATED = "Undated"
    PROBLEMS = "With problems"
    SAMPLE = "Samples"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with what the list says of it."""

    document: Document
    pages: int
    passages: int
    problems: tuple[Problem, ...]
    newer: Document | None
    """The edition that supersedes it."""
    earlier: Document | None
    """The edition that it supersedes."""
    old: bool
    by_words: bool = False
    """It answers, but not yet by its meaning: that is still being indexed."""


class Row(TypedDict):
    """A document as the list draws it: a cell for each column after the title."""

    id: str
    title: str
    name: str
    marks: list[str]
    cells: list[str]


class FactRow(TypedDict):
    """A fact as it is drawn: what, its value, how it was found."""

    label: str
    value: str
    how: str


def entries(
    documents: Sequence[Document],
    sizes: Mapping[tuple[str, str], tuple[int, int]],
    problems: Iterable[Problem],
    today: date,
    by_words: Collection[tuple[str, str]] = (),
) -> tuple[Entry, ...]:
    """Every document with what is said of it, by kind and title.

    `by_words`: each (document, version) whose meaning is still being indexed.
    """
    known = {each.id: each for each in documents}
    newer = {each.supersedes: each for each in documents if each.supersedes in known}
    of_file: dict[str, list[Problem]] = {}
    for problem in problems:
        of_file.setdefault(problem.file, []).append(problem)
    order = list(Kind)
    return tuple(
        Entry(
            each,
            *sizes.get((each.id, each.version), (0, 0)),
            tuple(found for file in (each.file, *each.forms) for found in of_file.get(file, ())),
            newer.get(each.id),
            known.get(each.supersedes),
            bool(each.dated) and (today - each.dated.latest()).days > OLD_DAYS,
            (each.id, each.version) in by_words,
        )
        for each in sorted(documents, key=lambda d: (order.index(d.kind), d.title.casefold()))
    )


def chosen(held: Sequence[Entry], text: str, kind: Kind | None, show: Show) -> tuple[Entry, ...]:
    """Those entries that the filter lets through; every word of `text` has to stand there."""
    wanted = text.casefold().split()

    def fits(entry: Entry) -> bool:
        document = entry.document
        said = (document.title, document.publisher, about(document), document.file, *document.forms)
        where = " ".join(said).casefold()
        if kind is not None and document.kind is not kind:
            return False
        return all(word in where for word in wanted) and _shown(entry, show)

    return tuple(filter(fits, held))


def _shown(entry: Entry, show: Show) -> bool:
    document = entry.document
    return {
        Show.ALL: True,
        Show.CURRENT: document.status is DocumentStatus.CURRENT,
        Show.SUPERSEDED: document.status is DocumentStatus.SUPERSEDED,
        Show.WITHDRAWN: document.status is DocumentStatus.WITHDRAWN,
        Show.OLD: entry.old,
        Show.UNDATED: not document.dated,
        Show.PROBLEMS: bool(entry.problems),
        Show.SAMPLE: document.sample,
    }[show]


def row(entry: Entry) -> Row:
    """An entry as the list draws it."""
    document = entry.document
    cells = [
        document.kind.label.capitalize(),
        about(document),
        dated(document),
        standing(entry),
        str(entry.pages) if entry.pages else "–",
        str(entry.passages),
        str(len(entry.problems)) if entry.problems else "none",
    ]
    name = words.OPEN.format(title=f"{document.title}, {dated(document)}")
    return Row(id=document.id, title=document.title, name=name, marks=marks(entry), cells=cells)


def marks(entry: Entry) -> list[str]:
    """What is said of a document in a few words beside its title."""
    said = [words.SAMPLE] if entry.document.sample else []
    said += [words.OLD] if entry.old else []
    return [*said, *([words.BY_WORDS] if entry.by_words else [])]


def about(document: Document) -> str:
    """Whom a document is about, as a person says it."""
    return organisation(document.about)


def organisation(name: str) -> str:
    """The name of an organisation, of the whole country, or that it is not known."""
    return {"": words.NOT_KNOWN, NATIONAL: words.NATIONAL_NAME}.get(name, name)


def dated(document: Document) -> str:
    """When a document was published; else what is known of its age."""
    if document.published:
        return str(document.published)
    if document.as_at:
        return f"{words.FACT[Fact.AS_AT].lower()} {document.as_at}"
    if document.no_earlier_than:
        inferred = words.INFERRED.format(date=document.no_earlier_than)
        return f"{words.UNDATED}, {inferred}"
    return words.UNDATED


def standing(entry: Entry) -> str:
    """A document's status, with the edition before or after it."""
    status = entry.document.status
    if status is DocumentStatus.SUPERSEDED and entry.newer:
        return words.SUPERSEDED_BY.format(other=edition(entry.newer))
    if status is DocumentStatus.CURRENT and entry.earlier:
        return words.SUPERSEDES.format(other=edition(entry.earlier))
    return words.STATUS[status]


def edition(document: Document) -> str:
    """A document's title with its date, which tells it from its other editions."""
    return f"'{document.title}' ({document.edition})"


def fact_rows(details: Details, entry: Entry) -> list[FactRow]:
    """Each fact of a document with how and where it was found."""
    document = details.document
    found = {each.fact: each for each in details.found}
    rows: list[FactRow] = []
    for fact, label in words.FACT.items():
        if fact is Fact.NO_EARLIER_THAN and (document.dated or not document.no_earlier_than):
            continue
        value, how = fact_text(document, fact), how_found(found.get(fact))
        rows.append(FactRow(label=label, value=value, how=how))
    by_date = words.BY_DATE if entry.newer or entry.earlier else ""
    rows.append(FactRow(label=words.EDITION, value=standing(entry), how=by_date))
    rows.append(FactRow(label=words.FILE, value=document.file, how=""))
    if document.forms:
        rows.append(FactRow(label=words.FORMS, value="\n".join(document.forms), how=""))
    return rows


def fact_text(document: Document, fact: Fact) -> str:
    """A fact as a person reads it."""
    value: object = getattr(document, fact.value)
    if isinstance(value, PartialDate):
        return str(value) if value else words.NOT_KNOWN
    if isinstance(value, Kind):
        return value.label.capitalize()
    if fact in (Fact.PUBLISHER, Fact.ABOUT):
        return organisation(str(value))
    return str(value)


def how_found(found: Found | None) -> str:
    """'from the words "Report published: 7 April 2017"'."""
    if found is None:
        return words.NOT_FOUND
    if not found.words:
        return words.HOW[found.where]
    how = words.INFERRED_FROM if found.where is FoundIn.INFERRED else words.HOW[found.where]
    return f"{how} ‘{' '.join(found.words.split())}’"
