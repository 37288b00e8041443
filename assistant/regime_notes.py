"""Says under an answer which of its sources were written before a change of the framework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from assistant.regimes import Change, changes_of, first_day, most_telling
from assistant.state import State
from core.answers import Answer, Citation, Note, NoteKind, Status
from core.dates import PartialDate
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
    changes = [
        each
        for each in changes_of(state.search.index)
        if each.in_force(today) and each.passage.id not in cited
    ]
    missed = _missed(answer.citations, changes)
    notes, citations = list(answer.notes), list(answer.citations)
    for change, documents in missed[:MOST]:
        number = len(citations) + 1
        citations.append(Citation(number, change.document, change.passage, change.passage.quotes()))
        notes.append(Note(NoteKind.AGE, _note(change, documents, number)))
    return replace(answer, notes=tuple(notes), citations=tuple(citations))


def _missed(
    citations: Iterable[Citation], changes: list[Change]
) -> list[tuple[Change, list[Document]]]:
    """Each change that cited passages do not know of, with their documents.

    What a passage's own words show comes first; of updates of the framework that it only names,
    the newest. The newest change leads.
    """
    own: dict[str, tuple[Change, list[Document]]] = {}
    general: dict[str, tuple[Change, list[Document]]] = {}
    for citation in citations:
        before = [each for each in changes if _may_be_before(citation.document, each)]
        of = most_telling(each for each in before if _is_of(citation, each))
        updates = [each for each in of if not each.words and dated(citation.document)]
        for group, found in ((own, [e for e in of if e.words]), (general, updates[-1:])):
            for change in found:
                documents = group.setdefault(change.passage.id, (change, []))[1]
                if citation.document not in documents:
                    documents.append(citation.document)
    return [
        each
        for group in (own, general)
        for each in sorted(group.values(), key=lambda one: first_day(one[0].starts), reverse=True)
    ]


def _is_of(citation: Citation, change: Change) -> bool:
    passage = citation.passage
    # Only the words shown count, with what they hang from; a place is also named further up.
    said = " . ".join((passage.lead_in, citation.quote))
    above = (citation.document.title, *passage.headings, passage.section, passage.text)
    return citation.document.id != change.document.id and change.of(
        said, " . ".join((said, *above))
    )


def dated(document: Document) -> PartialDate:
    """When a paper was written, as far as it says so itself; may be unknown."""
    return document.published or document.as_at


def _may_be_before(document: Document, change: Change) -> bool:
    written = dated(document)
    if written:
        return written.latest() < first_day(change.starts)
    bound: PartialDate = getattr(document, "no_earlier_than", PartialDate())
    return not bound or first_day(bound) < first_day(change.starts)


def _note(change: Change, documents: list[Document], number: int) -> str:
    known = [each for each in documents if dated(each)]
    if not known:
        titles = " and ".join(f"'{each.title}'" for each in documents)
        one = len(documents) == 1
        return (
            f"{titles} {'is' if one else 'are'} undated; if from before {change.written}, "
            f"{'it does' if one else 'they do'} not know that {change.what}: see [{number}]."
        )
    titles = " and ".join(f"'{each.title}', {dated(each)}" for each in known)
    return f"Written before {change.written}, when {change.what}: {titles}; see [{number}]."
