"""The notes that owners pinned to passages, put to the citations of an answer."""

from __future__ import annotations

from dataclasses import replace

from assistant.state import State
from core.answers import Answer, Citation
from core.register import Note, words_hash


def with_owners_notes(state: State, answer: Answer) -> Answer:
    """The answer, each citation with the note of its passage, if there is one."""
    register = state.search.index.register
    documents = {each.document.id for each in (*answer.citations, *answer.near)}
    pinned = [note for document in sorted(documents) for note in register.notes_of(document)]
    if not pinned:
        return answer
    return replace(
        answer,
        citations=tuple(_noted(each, pinned) for each in answer.citations),
        near=tuple(_noted(each, pinned) for each in answer.near),
    )


def _noted(citation: Citation, pinned: list[Note]) -> Citation:
    here = citation.document.id, words_hash(citation.passage.text)
    text = next((note.text for note in pinned if (note.document, note.passage) == here), "")
    return replace(citation, note=text)
