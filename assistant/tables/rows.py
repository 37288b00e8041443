"""Says a table row: the cells asked for, each with its column, and what is worked out of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.grades.regimes import say_change
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.tables.cells import choose_cells, not_in_row, with_basis, with_month
from assistant.tables.columns import Cell, Row, has_periods, is_figures, read_row
from assistant.tables.extremes import extreme_of
from assistant.tables.named_cells import cells_asked_for
from assistant.tables.trends import beside_of, change_of, compare_rows
from core.answers import SentenceKind
from core.documents import Document, Passage


def say_row(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    document: Document,
    passage: Passage,
) -> None:
    """Says the cells asked for with their row and columns; the citation holds headers and row.

    A change, a highest or a lowest is said after the cells that it was worked out from.
    """
    if say_change(quoter, question, document, passage):
        return
    row = read_row(passage)
    over_time = is_figures(passage) and has_periods(passage)
    reading = extreme_of(question, row)
    if reading is None and over_time:
        reading = beside_of(question, concepts, row) or change_of(question, row, document)
    if over_time:
        _say_missing(quoter, question, row, document)
    if reading is not None:
        cells = tuple(each for cell in reading.cells for each in with_month(row, cell))
        number = _cite(quoter, document, passage, (*reading.basis, *cells))
        quoter.say(_series(row, cells), number, kind=SentenceKind.CELL)
        if reading.calculated:
            quoter.say(reading.calculated, number, kind=SentenceKind.CALCULATED)
        return
    if not over_time:
        cells = cells_asked_for(question, row)
        number = _cite(quoter, document, passage, cells)
        quoter.say(_pairs(row, cells), number, kind=SentenceKind.CELL)
        return
    cells = choose_cells(question, concepts, row, document)
    number = _cite(quoter, document, passage, cells)
    quoter.say(_series(row, cells), number, kind=SentenceKind.CELL)


def say_comparison(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    document: Document,
    rows: Sequence[Passage],
) -> bool:
    """Says the two rows that the question sets side by side, and which is higher.

    `rows` are the rows of one table of the document. False, and nothing is said, when it does
    not set two of them side by side.
    """
    compared = compare_rows(question, concepts, rows)
    if compared is None:
        return False
    _say_missing(quoter, question, compared.rows[0], document)
    numbers = []
    for passage, row, cell in zip(compared.passages, compared.rows, compared.cells, strict=True):
        cells = with_month(row, cell)
        numbers.append(_cite(quoter, document, passage, cells))
        quoter.say(_series(row, cells), numbers[-1], kind=SentenceKind.CELL)
    if compared.calculated:
        quoter.say(compared.calculated, *numbers, kind=SentenceKind.CALCULATED)
    return True


def _say_missing(quoter: Quoter, question: Question, row: Row, document: Document) -> None:
    """'No figure for June 2023 in this row.': another month never answers for it in silence."""
    missing = not_in_row(question, row, document)
    if missing:
        text = f"This row has no figure for {' or '.join(missing)}."
        quoter.say(text, kind=SentenceKind.FRAME)


def _cite(quoter: Quoter, document: Document, passage: Passage, cells: Sequence[Cell]) -> int:
    """A citation of the row under the headers of these cells, in the table's order."""
    headers = {cell.column: cell.name for cell in cells if cell.name}
    return quoter.cite(
        document, passage, (*(headers[column] for column in sorted(headers)), *passage.quotes())
    )


def _series(row: Row, cells: Sequence[Cell]) -> str:
    """'Contacts: 97.0% (Current, YTD); 93.3% (Aug 24)'; a figure of two columns stands once."""
    said: list[str] = []
    shown: set[int] = set()
    for cell in cells:
        if cell.column in shown:
            continue
        same = [cell]
        if cell is row.now:
            same += [each for each in cells if each is row.newest and each.value == cell.value]
        shown.update(each.column for each in same)
        names = " and ".join(each.name for each in same if each.name)
        name = ", ".join(part for part in (names, with_basis(row, cell)) if part)
        said.append(f"{cell.value} ({name})" if name else cell.value)
    return f"{row.label}: {'; '.join(said)}"


def _pairs(row: Row, cells: Sequence[Cell]) -> str:
    """'Board – How often: Monthly; Chair: Director': each cell after its header."""
    if len(row.cells) == 1:
        return f"{row.label}: {row.cells[0].value}"
    said = [f"{cell.name}: {cell.value}" if cell.name else cell.value for cell in cells]
    return f"{row.label} – {'; '.join(said)}" if said else row.label
