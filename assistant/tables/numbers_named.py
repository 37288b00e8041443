"""'Was it 305 or 307?': where each of the numbers that a question names stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.covered import coverage
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.tables.columns import has_periods, is_figures, read_row
from core.answers import Answer, SentenceKind
from core.documents import PassageKind
from language.periods import find_periods
from language.words import fold, words

SAID = 0.5
"""How much of the rest of the question a passage with the number must say."""
_NUMBER = re.compile(r"(?<![\w.,/£-])\d{1,3}(?:,\d{3})+|(?<![\w.,/£-])\d{2,6}(?:\.\d+)?(?![\w/])")
_EITHER = re.compile(r"\bor\b|\bvs?\b|\bversus\b|\bwhich\b|\bboth\b")


def answer_numbers_named(state: State) -> Answer | None:
    """Each number with the cell or sentence that gives it; None where not all of them stand."""
    text = fold(state.asked.text)
    numbers = _numbers(text)
    if len(numbers) < 2 or not _EITHER.search(text):
        return None
    quoter = Quoter()
    for number in numbers:
        found = next((each for each in state.candidates if _gives(each, number, state)), None)
        if found is None:
            return None
        _say(quoter, found, number)
    return quoted_answer(state, quoter)


def _numbers(text: str) -> list[str]:
    """The numbers of a question that are no years, months or days."""
    years = {str(each.year) for each in find_periods(text)}
    years |= {each[2:] for each in years}
    found = (words(match.group())[0] for match in _NUMBER.finditer(text))
    return [each for each in dict.fromkeys(found) if each not in years]


def _gives(each: Candidate, number: str, state: State) -> bool:
    rest = [concept for concept in state.concepts if not concept.name.isdigit()]
    if each.passage.kind is PassageKind.HEADING or coverage(rest, each.fields) < SAID:
        return False
    return number in _told(each)


def _told(each: Candidate) -> Sequence[str]:
    return words(each.passage.text if each.passage.cells else each.text)


def _say(quoter: Quoter, each: Candidate, number: str) -> None:
    passage = each.passage
    if is_figures(passage) and has_periods(passage):
        row = read_row(passage)
        cells = [cell for cell in row.cells if number in words(cell.value)]
        if cells:
            names = (cell.name for cell in cells if cell.name)
            cited = quoter.cite(each.document, passage, (*names, *passage.quotes()))
            said = "; ".join(f"{cell.value} ({cell.name})" for cell in cells)
            quoter.say(f"{row.label}: {said}", cited, kind=SentenceKind.CELL)
            return
    quoter.quote(each)
