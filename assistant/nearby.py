"""What stands beside an answer: passages that are near, whose they are and how old."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.compose import Quoter
from assistant.ours import subject_of
from assistant.state import State
from core.answers import Citation, Note, NoteKind
from core.documents import NATIONAL, UNKNOWN, Document
from language.organisations import canonical

NEAR = 4
"""Passages shown as 'near, but not an answer'."""
OLD_DAYS = 365


def near_citations(state: State) -> tuple[Citation, ...]:
    """The nearest passages, each once; another council's after those that might have answered."""
    quoter = Quoter()
    seen: set[str] = set()
    for candidate in state.candidates:
        if candidate.passage.id not in seen and len(seen) < NEAR:
            seen.add(candidate.passage.id)
            quoter.cite(candidate.document, candidate.passage, candidate.passage.quotes())
    for each in state.theirs[: max(0, NEAR - len(seen))]:
        quoter.cite(each.hit.document, each.hit.passage, each.hit.passage.quotes())
    return quoter.citations


def say_whose(state: State, citations: tuple[Citation, ...]) -> None:
    """Notes what is about another council than ours."""
    ours = canonical(state.organisation)
    others = dict.fromkeys(
        canonical(each.document.about)
        for each in citations
        if each.document.about not in (NATIONAL, UNKNOWN, ours)
    )
    if others and (ours or not subject_of(state.asked, state.organisation)):
        text = f"This is about {' and '.join(others)}."
        state.notes.append(Note(NoteKind.OTHER_COUNCIL, text))


def say_age(state: State, citations: tuple[Citation, ...]) -> None:
    """Notes sources that are over a year old or undated."""
    today = datetime.now(UTC).date()
    told: dict[str, Document] = {each.document.id: each.document for each in citations}
    for document in told.values():
        if not document.published:
            text = f"'{document.title}' gives no date of its own; its 'now' may be long past."
            state.notes.append(Note(NoteKind.AGE, text))
        elif (today - document.published.latest()).days > OLD_DAYS:
            text = f"'{document.title}' is of {document.published}, over a year ago."
            state.notes.append(Note(NoteKind.AGE, text))
