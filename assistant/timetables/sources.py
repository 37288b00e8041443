"""The steps that the live papers hold, each with its passage: what the timetable is made of."""

from __future__ import annotations

from assistant.timetables.dated_steps import SourcedStep
from core.documents import NATIONAL, UNKNOWN, Document, DocumentStatus
from language.organisations import canonical
from vectorstore.index import IndexReader


def steps_held(index: IndexReader, organisation: str) -> list[SourcedStep]:
    """The steps of the current papers about our council and about the whole country, by paper.

    Where no council is known, of all current papers. Refreshes the index.
    """
    index.refresh()
    found: list[SourcedStep] = []
    for document in index.documents:
        if document.status is not DocumentStatus.CURRENT or not _ours(document, organisation):
            continue
        steps = index.store.steps(document.id, document.version)
        stored = index.store.get([each.passage for each in steps])
        found += [
            SourcedStep(each, document, stored[each.passage].passage)
            for each in steps
            if each.passage in stored
        ]
    return found


def _ours(document: Document, organisation: str) -> bool:
    if not organisation or document.about in (NATIONAL, UNKNOWN):
        return True
    return canonical(document.about) == canonical(organisation)
