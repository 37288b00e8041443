"""Says a table row: the cell asked for of a series, or each cell after its header."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.cells import choose_cells, has_periods, is_figures
from assistant.concepts import Concept
from assistant.question import Question
from assistant.quoter import Quoter
from core.answers import SentenceKind
from core.documents import Document, Passage

PAIR = 2
"""Cells of a row that is a name and its value."""


def say_row(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    document: Document,
    passage: Passage,
) -> None:
    """Says the cell asked for with its row and column; the citation holds headers and row."""
    row = passage.quotes()
    if not is_figures(passage) or not has_periods(passage):
        number = quoter.cite(document, passage, (*_said_headers(passage), *row))
        quoter.say(_as_pairs(passage), number, kind=SentenceKind.CELL)
        return
    choice = choose_cells(question, concepts, passage)
    headers = tuple(cell.name for cell in choice.cells if cell.name)
    number = quoter.cite(document, passage, (*headers, *row))
    said = []
    for position, cell in enumerate(choice.cells):
        basis = choice.basis if position == 0 else ""
        name = ", ".join(part for part in (cell.name, basis) if part)
        said.append(f"{cell.value} ({name})" if name else cell.value)
    quoter.say(f"{choice.label}: {'; '.join(said)}", number, kind=SentenceKind.CELL)


def _as_pairs(passage: Passage) -> str:
    """'Board: Continuous Improvement Board. How often: monthly': each cell after its header."""
    named = [
        (passage.header[column] if column < len(passage.header) else "", cell)
        for column, cell in enumerate(passage.cells)
        if cell
    ]
    first, *rest = named
    if len(named) == PAIR:
        return f"{first[1]}: {rest[0][1]}"
    said = [f"{name}: {cell}" if name else cell for name, cell in rest]
    return f"{first[1]} – {'; '.join(said)}" if said else first[1]


def _said_headers(passage: Passage) -> tuple[str, ...]:
    return tuple(
        name for name, cell in zip(passage.header, passage.cells, strict=False) if name and cell
    )
