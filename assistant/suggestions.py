"""Questions to begin with, made from what the loaded documents hold."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.week_steps import slotted
from core.documents import Document, Passage, PassageKind
from language.weeks import day_name

MOST = 5


def suggested_questions(
    documents: Iterable[tuple[Document, tuple[Passage, ...]]],
) -> tuple[str, ...]:
    """A few questions of different kinds that some passage answers."""
    steps: list[str] = []
    lists: list[str] = []
    figures: list[str] = []
    for _document, passages in documents:
        for each in slotted(passages):
            if each.slot.days and each.slot.weeks:
                week, day = min(each.slot.weeks), max(each.slot.days)
                steps.append(f"What happens on {day_name(day)} of week {week}?")
        for passage in passages:
            if passage.kind is PassageKind.ITEM and passage.lead_in.endswith(":"):
                line = passage.lead_in.rstrip(":").strip()
                if line.lower().startswith(("the ", "our ")) and len(line) < 70:
                    words = line.removesuffix(" are").removesuffix(" were")
                    lists.append(f"What are {words[0].lower()}{words[1:]}?")
            if passage.kind is PassageKind.ROW and len(passage.header) > 3 and passage.cells[1:2]:
                label = next((cell for cell in passage.cells if len(cell) > 15), "")
                if label and len(label) < 70:
                    figures.append(f"What is the latest figure for: {label}?")
    picked = [*_some(steps, 2), *_some(lists, 2), *_some(figures, 1)]
    return tuple(picked[:MOST])


def _some(questions: list[str], count: int) -> list[str]:
    unique = list(dict.fromkeys(questions))
    if len(unique) <= count:
        return unique
    step = len(unique) // count
    return [unique[number * step] for number in range(count)]
