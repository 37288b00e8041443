"""Says under an answer which of its sources were written before a change of the framework."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from assistant.grades.regimes import Change, missed_by
from assistant.state import State
from core.answers import Answer, Citation, Note, NoteKind, Status
from core.documents import Document

MOST = 2
"""Notes on one answer; more would stand before the sources and hide them."""
_SAID = (Status.ANSWERED, Status.PARTLY_ANSWERED, Status.CONFLICTING)


def with_regime_notes(state: State, answer: Answer) -> Answer:
    """The answer with a note and its source for each change that its sources do not know of.

    On the finished answer, so that parts of a question have no note twice and numbers hold.
    """
    if answer.status not in _SAID or not answer.citations:
        return answer
    today = datetime.now(UTC).date()
    cited = {each.passage.id for each in answer.citations}
    changes = [each for each in state.changes if each.in_force(today)]
    told = _told_by(answer.citations, changes)
    missed = [each for each in told if each[0].passage.id not in cited]
    notes, citations = list(answer.notes), list(answer.citations)
    for change, documents in missed[:MOST]:
        number = len(citations) + 1
        citations.append(Citation(number, change.document, change.passage, change.passage.quotes()))
        notes.append(Note(NoteKind.AGE, _note(change, documents, answer.citations, number)))
    return replace(answer, notes=tuple(notes), citations=tuple(citations))


def _told_by(
    citations: Iterable[Citation], changes: list[Change]
) -> list[tuple[Change, list[Document]]]:
    """Each change that cited passages do not know of, with their documents.

    What a passage's own words show comes first; of updates of the framework that it only names,
    the newest. The newest change leads.
    """
    own: dict[str, tuple[Change, list[Document]]] = {}
    general: dict[str, tuple[Change, list[Document]]] = {}
    for citation in citations:
        # Only the words shown count, with what they hang from.
        said = " . ".join((citation.passage.lead_in, citation.quote))
        of = missed_by(changes, citation.document, citation.passage, said)
        updates = [each for each in of if not each.words and citation.document.dated]
        for group, found in ((own, [e for e in of if e.words]), (general, updates[-1:])):
            for change in found:
                documents = group.setdefault(change.passage.id, (change, []))[1]
                if citation.document not in documents:
                    documents.append(citation.document)
    return [
        each
        for group in (own, general)
        for each in sorted(group.values(), key=lambda one: one[0].starts.earliest(), reverse=True)
    ]


def _note(
    change: Change, documents: Sequence[Document], citations: Sequence[Citation], told: int
) -> str:
    """What the documents cited do not know; `told` is the number of the source that does."""
    known = [each for each in documents if each.dated]
    named = " and ".join(_source(each, citations) for each in known or documents)
    if known:
        return f"Written before {change.written}, when {change.what}: {named}; see source {told}."
    one = len(documents) == 1
    return (
        f"{named[0].upper()}{named[1:]} {'is' if one else 'are'} undated; if from before "
        f"{change.written}, {'it does' if one else 'they do'} not know that {change.what}: see "
        f"source {told}."
    )


def _source(document: Document, citations: Iterable[Citation]) -> str:
    """'Source 2 (4 May 2019)' for the first citation of a document."""
    number = next(each.number for each in citations if each.document.id == document.id)
    return f"source {number} ({document.dated})" if document.dated else f"source {number}"
