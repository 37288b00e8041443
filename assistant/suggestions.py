"""Questions to begin with, made from what the loaded documents hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.tables.cells import row_name
from core.documents import Document, Passage, PassageKind
from language.week_lines import slotted
from language.weeks import day_name
from language.words import content_terms

MOST = 5
_LIST = re.compile(r"^(?:the|our) (?P<what>[\w' -]{8,60}?) (?:are|were):$", re.IGNORECASE)
_LONGEST_NAME = 60
_FEWEST_FIGURES = 3
_TELLING = 3
"""Words that carry a subject in a list's name; fewer say nothing to a newcomer."""


def suggested_questions(
    documents: Iterable[tuple[Document, tuple[Passage, ...]]],
) -> tuple[str, ...]:
    """A few questions of different kinds, each made from a passage that answers it."""
    steps: list[str] = []
    lists: list[str] = []
    figures: list[str] = []
    for _document, passages in documents:
        for each in slotted(passages):
            if len(each.slot.days) == 1 and len(each.slot.weeks) == 1:
                week, day = min(each.slot.weeks), min(each.slot.days)
                steps.append(f"What happens on {day_name(day)} of week {week}?")
        for passage in passages:
            found = _LIST.match(passage.lead_in)
            if found and len(content_terms(found["what"])) >= _TELLING:
                lists.append(f"What are the {found['what']}?")
            if _has_figures(passage):
                figures.append(f"What is the latest figure for {_lower(row_name(passage))}?")
    picked = [*_some(steps, 2), *_some(lists, 1), *_some(figures, 2)]
    return tuple(picked[:MOST])


def _has_figures(passage: Passage) -> bool:
    if passage.kind is not PassageKind.ROW or not passage.header:
        return False
    figures = [cell for cell in passage.cells if re.fullmatch(r"[\d.,]+%?", cell.strip())]
    name = row_name(passage)
    return len(figures) >= _FEWEST_FIGURES and len(name) <= _LONGEST_NAME and "(" not in name


def _lower(name: str) -> str:
    return name[0].lower() + name[1:] if name[1:2].islower() else name


def _some(questions: list[str], count: int) -> list[str]:
    """`count` of the questions, spread over all of them."""
    unique = list(dict.fromkeys(questions))
    if len(unique) <= count:
        return unique
    gap = len(unique) // count
    return [unique[gap // 2 + number * gap] for number in range(count)]
