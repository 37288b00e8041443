"""What the papers say, sentence by sentence and row by row, ready to be set beside an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from assistant.checks.meanings import Meaning
from assistant.checks.text import clauses
from assistant.rehearsal.likeness import keys_of, words_of
from assistant.tables.columns import Row, has_periods, is_figures, read_row
from core.answers import Citation
from core.documents import Document, Passage, PassageKind
from vectorstore.embed import Vectors
from vectorstore.indexed_text import sentence_offsets
from vectorstore.search import Found

_TABLE = (PassageKind.ROW, PassageKind.CHART)
_ASIDE = re.compile(r"\([^)]*\)")
"""What a row's name adds in brackets is how it is counted, and seldom said."""
_NONE = np.zeros(1, dtype=np.float32)
LEAST_WORDS = 3
"""Words that a line has that says something."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, an item or a row of a passage, with the vector of it."""

    document: Document
    passage: Passage
    start: int
    end: int
    vector: Vectors = field(repr=False)
    row: Row | None = None
    """For a row of figures: its name and its cells with their times."""

    @property
    def text(self) -> str:
        """Its words as the passage has them."""
        return self.passage.text[self.start : self.end]

    @property
    def subject(self) -> str:
        """What it speaks of: of a row of figures its name, else the whole of it."""
        if self.row is None:
            return f"{self.passage.lead_in} {self.text}".strip()
        return _ASIDE.sub(" ", self.row.label).strip()

    @property
    def words(self) -> tuple[Meaning, ...]:
        """The words of its subject that carry sense."""
        return words_of(self.subject)

    @property
    def keys(self) -> frozenset[str]:
        """What the words of its subject stand for."""
        return keys_of(self.subject)

    @property
    def parts(self) -> tuple[str, ...]:
        """What of it may be said alone: its clauses; of a row of words each cell."""
        if self.row is not None:
            return (self.subject,)
        if self.passage.cells:
            return tuple(p for cell in self.passage.cells for p in parts_of(cell))
        return parts_of(self.text)

    @property
    def heading(self) -> str:
        """The heading that it stands under, '' for none."""
        return self.passage.headings[-1] if self.passage.headings else ""

    @property
    def read(self) -> str:
        """It at a glance: a row of figures as its name and its current figure."""
        if self.row is None:
            return self.text.replace(" | ", "; ")
        cell = self.row.now or self.row.newest or self.row.cells[0]
        newest = self.row.newest
        when = newest.name if cell is self.row.now and newest and newest.name else cell.name
        return f"{self.row.label}: {cell.value}{f' ({when})' if when else ''}"

    def citation(self, number: int) -> Citation:
        """The citation of its exact words; of a row with its columns' names."""
        spans = self.passage.quotes(self.start, self.end)
        if self.row is not None:
            spans = (*(each for each in self.passage.header if each), *spans)
        return Citation(number, self.document, self.passage, spans)


def key(statement: Statement) -> str:
    """What tells a statement from others."""
    return f"{statement.passage.id}:{statement.start}"


@lru_cache(maxsize=20_000)
def parts_of(text: str) -> tuple[str, ...]:
    """The clauses of a text, and the whole of it."""
    return tuple(dict.fromkeys((text, *(each.text for each in clauses(text)))))


def statements(found: Iterable[Found]) -> list[Statement]:
    """The statements of passages found, in order; headings and bare labels are none. A chart comes
    last: it shows again what a table holds.
    """
    made: list[Statement] = []
    for each in found:
        made += _of(each.hit.document, each.hit.passage, each.vectors)
    return sorted(made, key=lambda each: each.passage.kind is PassageKind.CHART)


def _of(document: Document, passage: Passage, vectors: Vectors) -> Iterable[Statement]:
    if passage.kind is PassageKind.HEADING:
        return
    offsets = sentence_offsets(passage)
    table = passage.kind in _TABLE
    row = read_row(passage) if table and is_figures(passage) else None
    if row is not None and not row.cells:
        row = None
    for place, (start, end) in enumerate(offsets):
        if (
            not table
            and len(words_of(passage.text[start:end])) < LEAST_WORDS
            and not any(char.isdigit() for char in passage.text[start:end])
        ):
            continue
        vector = vectors[min(place, len(vectors) - 1)] if len(vectors) else _NONE
        yield Statement(document, passage, start, end, vector, row)


def is_series(statement: Statement) -> bool:
    """True for a row of figures over time."""
    return statement.row is not None and has_periods(statement.passage)


def cosines(vectors: Vectors, statements: Sequence[Statement]) -> Vectors:
    """[claims, statements] how near in meaning each claim is to each statement."""
    if not statements:
        return np.zeros((len(vectors), 0), dtype=np.float32)
    return vectors @ np.stack([each.vector for each in statements]).T
