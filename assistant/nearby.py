"""What stands beside an answer: passages that are near, whose they are and how old."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.quoter import Quoter
from assistant.state import State
from assistant.which_paper.ours import subject_of
from core.answers import Answer, Citation, Note, NoteKind, Sentence, SentenceKind, Status
from core.documents import NATIONAL, UNKNOWN
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


def refused(state: State, said: str) -> Answer:
    """A refusal that says what is missing, with the nearest passages."""
    frame = Sentence(said, kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [frame], near=near_citations(state))


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
    """Notes in a line each which sources are over a year old, and which are undated."""
    today = datetime.now(UTC).date()
    told = list({each.document.id: each.document for each in citations}.values())
    undated = [each for each in told if not each.published]
    old = [
        each
        for each in told
        if each.published and (today - each.published.latest()).days > OLD_DAYS
    ]
    if old:
        papers = "; ".join(f"'{each.title}', {each.published}" for each in old)
        state.notes.append(Note(NoteKind.AGE, f"Over a year old: {papers}."))
    if undated:
        papers = "; ".join(f"'{each.title}'" for each in undated)
        text = f"No date of its own: {papers}. What it calls 'now' may be years ago."
        state.notes.append(Note(NoteKind.AGE, text))


def quoted_answer(state: State, quoter: Quoter, status: Status = Status.ANSWERED) -> Answer:
    """The answer that the quoter holds, with whose and how old its sources are."""
    say_whose(state, quoter.citations)
    say_age(state, quoter.citations)
    if state.asked.carried:
        own, subject = state.turns[-1], state.asked.subject
        state.notes.append(Note(NoteKind.UNDERSTOOD_AS, f"{own} – about: {subject}"))
    return state.answer(status, quoter.sentences, quoter.citations)
