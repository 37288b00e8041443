"""Cells that are told in sentences, as self-evaluations have them: each is read as a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.tables.columns import row_name
from core.documents import Passage, PassageKind
from language.sentences import sentence_spans

FEWEST_WORDS = 12
"""Of a cell with two sentences: fewer are a label with a full stop in it."""


def prose_of(passage: Passage) -> Iterator[Passage]:
    """Each cell of a row that holds several sentences, as a paragraph under the row's name.

    It keeps the row's id and place: it is cited as the row that it stands in.
    """
    for cell in passage.cells:
        if len(cell.split()) < FEWEST_WORDS or len(sentence_spans(cell)) < 2:
            continue
        name = row_name(passage)
        yield replace(
            passage,
            kind=PassageKind.PARAGRAPH,
            text=cell,
            lead_in="",
            section=name if name != cell else passage.section,
            group=-1,
            header=(),
            cells=(),
            gaps=(),
        )
