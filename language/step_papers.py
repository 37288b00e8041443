"""Which papers, and which lines of others, are of inspections."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from core.documents import Document
from core.inspection_steps import Anchor, InspectionStep
from language.distances import distances
from language.inspections import inspection_types
from language.step_lines import Line
from language.step_refusals import is_figure, is_history, is_nth_weekday
from language.step_words import is_note, names_inspection, speaks_of_inspection
from language.weeks import find_slot

LEAST_ABOUT = 0.2
"""Of a paper's lines that speak of inspections, from which on all of it does."""
MOSTLY = 0.34
"""Of its lines, from which on a period in it needs no event of an inspection."""
MOST_UNSAID = 3
"""Weeks up to which 'in week 1' is of an inspection in a paper that speaks of none."""
OF_INSPECTIONS = (
    Anchor.CALL, Anchor.DRAFT, Anchor.RECEIPT, Anchor.PUBLICATION, Anchor.LAST_DAY
)  # fmt: skip


class About(Enum):
    """Whether a paper is of inspections."""

    NOT = auto()
    PARTLY = auto()
    WHOLLY = auto()


def paper_about(document: Document, lines: Sequence[Line]) -> About:
    """Is the paper of inspections: by its title, its first or last line, or many of them?"""
    ends = [document.title, *(each.text for each in lines[:1])]
    # 'This is for the ILACS team'; not 'JTAI themes are used as prompts'.
    ends += [each.text for each in lines[-1:] if is_note(each.text)]
    # What an inspector once said is not what the paper is of.
    spoken = sum(_speaks(each.text) and not _is_past(each) for each in lines)
    share = spoken / max(len(lines), 1)
    titled = any(inspection_types(each) for each in ends)
    if titled or names_inspection(document.title) or share >= MOSTLY:
        return About.WHOLLY
    return About.PARTLY if share >= LEAST_ABOUT else About.NOT


def _speaks(text: str) -> bool:
    return speaks_of_inspection(text) or _counts_from_one(text)


def _counts_from_one(text: str) -> bool:
    """Does it count from the call, the report or its publication?"""
    return any(each.period.anchor in OF_INSPECTIONS for each in distances(text))


def _is_past(line: Line) -> bool:
    if inspection_types(line.text):
        return False
    return is_history(line.text, in_week=False) or is_figure(line.text)


def is_loose(step: InspectionStep, line: Line) -> bool:
    """In a paper that is partly of other things: a period from nothing that it names."""
    if is_nth_weekday(line.text):
        return True
    if speaks_of_inspection(line.text) or step.days or step.weeks:
        return False
    return step.period is None or step.period.anchor is Anchor.OTHER


def is_about(line: Line) -> bool:
    """Is a line of inspections by itself or by what stands above it?"""
    if _counts_from_one(line.text):
        return True
    above = (line.passage.section, line.passage.lead_in, *line.passage.headings)
    whole = " ; ".join((line.text, *above))
    weeks = find_slot(whole).weeks
    return speaks_of_inspection(whole) or (bool(weeks) and max(weeks) <= MOST_UNSAID)
