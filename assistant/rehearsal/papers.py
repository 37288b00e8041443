"""Finds what the papers say that bears on a prompt, or that an answer speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from assistant.question import Question, understand
from assistant.rehearsal.amounts import said_in
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.likeness import Likeness
from assistant.rehearsal.statements import Statement, statements
from assistant.which_paper.editions import speaking
from assistant.which_paper.ours import may_answer
from core.answers import Hit
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
MOST_DOCUMENTS = 300
"""Papers read through for the numbers of an answer."""
LEAST_NUMBER = 10
"""Smaller numbers stand everywhere."""
_NO_VECTORS: Vectors = np.zeros((0, 1), dtype=np.float32)
MOST_CLAIMS = 24
"""Claims of a long answer that are searched for one by one; the rest meet what those found."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was found: ours and current, and all that may bear a figure out."""

    ours: tuple[Statement, ...]
    """Of our current papers."""
    earlier: tuple[Statement, ...]
    """Of our earlier editions."""
    others: tuple[Statement, ...]
    """Of the country's guidance and other councils' papers. Neither is held against anybody."""
    stating: tuple[Statement, ...] = ()
    """Of our current papers, wherever they stand: what holds a number that the answer says. They
    bear a figure out and are held against none.
    """


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
        known = self._sorted(list(found.values()), prompt)
        return replace(known, stating=self._stating(prompt, claims))

    def _stating(self, prompt: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:
        """Search ranks by all of a claim's words, and may miss the one row that has its number."""
        values = {
            each.amount.value for each in said_in(claims) if each.amount.value >= LEAST_NUMBER
        }
        forms = "|".join(re.escape(form) for each in values for form in _written(each))
        if not forms:
            return ()
        holds = re.compile(rf"(?<![\d.,])(?:{forms})(?![\d]|[.,]\d)")
        index = self._search.index
        hits = [
            Hit(passage, document, 0.0, 0.0, 0.0)
            for document in index.documents[:MOST_DOCUMENTS]
            for passage in index.passages(document.id, document.version)
            if holds.search(passage.text)
        ]
        stored = index.store.get([each.passage.id for each in hits])
        found = [
            Found(each, held.sentences if (held := stored.get(each.passage.id)) else _NO_VECTORS)
            for each in hits
        ]
        return self._sorted(found, prompt).ours

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


def _written(value: Fraction) -> tuple[str, ...]:
    """The forms of a number in figures: '1210' and '1,210'; '95.8'."""
    if value.denominator == 1:
        return (str(value), f"{value.numerator:,}")
    return (f"{float(value):g}",)
