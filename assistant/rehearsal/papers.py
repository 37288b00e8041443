"""Finds what the papers say that bears on a prompt, or that an answer speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.editions import speaking
from assistant.ours import may_answer
from assistant.question import Question, understand
from assistant.rehearsal.amounts import said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.likeness import Likeness
from assistant.rehearsal.statements import Statement, statements
from core.documents import NATIONAL, DocumentStatus
from core.settings import Settings
from language.acronyms import spelled_out
from language.words import content_terms
from vectorstore.answer_model import Reading
from vectorstore.embed import Vectors
from vectorstore.search import Found, Query, Search

FOR_PROMPT = 60
"""Passages looked at for a prompt."""
FOR_CLAIM = 16
"""Passages looked at for one claim, beside those for the prompt."""
OLD = 5
"""Years by which a paper is so much older than the newest that it speaks of another time."""
MOST_CLAIMS = 24
"""Claims of a long answer that are searched for one by one; the rest meet what those found."""


PART_OF = 0.7
"""A part of a claim that is shorter than this is searched for by itself."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was found: ours and current, and all that may bear a figure out."""

    ours: tuple[Statement, ...]
    """Of our current papers."""
    earlier: tuple[Statement, ...]
    """Of our earlier editions."""
    others: tuple[Statement, ...]
    """Of the country's guidance and other councils' papers. Neither is held against anybody."""


class Papers:
    """The papers of one index, as a rehearsal sees them. Safe to share between threads."""

    def __init__(self, settings: Settings, search: Search) -> None:
        self._settings = settings
        self._search = search

    @property
    def likeness(self) -> Likeness:
        """Compares texts by how rare their words are in these papers."""
        return Likeness(self._search.frequency, self._search.size())

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of texts, in order."""
        made = [self._search.vector(each) for each in texts]
        return np.stack(made) if made else np.zeros((0, 1), dtype=np.float32)

    def asked(self, prompt: str) -> Question:
        """A prompt as the chat understands a question of ours."""
        return understand([prompt], self._settings.organisation, self._settings.organisation_also)

    def for_prompt(self, prompt: str) -> Known:
        """What is found for a prompt."""
        return self._sorted(self._found(prompt, FOR_PROMPT), prompt)

    def for_claims(self, prompt: str, claims: Sequence[Claim], vectors: Vectors) -> Known:
        """What is found for a prompt and for each claim of an answer."""
        found = {each.hit.passage.id: each for each in self._found(prompt, FOR_PROMPT)}
        for claim, vector in list(zip(claims, vectors, strict=True))[:MOST_CLAIMS]:
            for each in self._found(claim.text, FOR_CLAIM, vector):
                found.setdefault(each.hit.passage.id, each)
        # Before a figure is called different the papers are asked of what stands right beside it.
        parts = (
            each.segment
            for each in said_in(claims)
            if len(each.segment) < PART_OF * len(each.claim.text)
        )
        for text in list(dict.fromkeys(parts))[:MOST_CLAIMS]:
            for each in self._found(text, FOR_CLAIM):
                found.setdefault(each.hit.passage.id, each)
        return self._sorted(list(found.values()), prompt)

    def log_odds(self, prompt: str, said: Sequence[Statement]) -> Vectors:
        """How likely each statement answers the prompt, as the answer model reads them."""
        readings = [Reading(each.heading, each.read) for each in said]
        return self._search.answers.scores(prompt, readings)

    def _found(self, text: str, limit: int, vector: Vectors | None = None) -> list[Found]:
        spelled = spelled_out(text)
        query = Query(spelled, tuple(content_terms(spelled)), tuple(content_terms(text)))
        return self._search.find_with_vectors(query, vector, limit)

    def _sorted(self, found: Sequence[Found], prompt: str) -> Known:
        question = self.asked(prompt)
        current = speaking(self._search.index.documents, question)
        newest = max(
            (e.hit.document.published.year for e in found if e.hit.document.about != NATIONAL),
            default=0,
        )
        ours: list[Found] = []
        earlier: list[Found] = []
        others: list[Found] = []
        for each in found:
            document = each.hit.document
            mine = document.about != NATIONAL and may_answer(
                each, question, self._settings.organisation
            )
            old = document.published and document.published.year <= newest - OLD
            now = document.id in current and document.status is not DocumentStatus.SUPERSEDED
            if mine:
                (ours if now and not old else earlier).append(each)
            else:
                others.append(each)
        return Known(*(tuple(statements(each)) for each in (ours, earlier, others)))
