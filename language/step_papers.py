"""Which papers, and which lines of others, are of inspections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from core.documents import Document, Passage
from core.inspection_steps import Anchor, InspectionStep
from language.clock import clock_times
from language.distances import distances
from language.inspections import inspection_types
from language.step_lines import Line
from language.step_refusals import is_figure, is_history, is_nth_weekday, is_practice
from language.step_words import (
    is_covering,
    is_note,
    is_of_event_day,
    is_of_visit,
    names_inspection,
    speaks_of_inspection,
)
from language.weeks import ORDINALS, find_slot
from language.words import fold

LEAST_ABOUT = 0.2
"""Of a paper's lines that speak of inspections, from which on all of it does."""
MOSTLY = 0.34
"""Of its lines, from which on a period in it needs no event of an inspection."""
MOST_UNSAID = 3
"""Weeks up to which 'Tuesday of week 1' is of an inspection in a paper that says little of it."""
OPENING = 4
"""Lines at the head of a paper in which it tells that inspectors are coming."""
OF_INSPECTIONS = (
    Anchor.CALL, Anchor.DRAFT, Anchor.RECEIPT, Anchor.PUBLICATION, Anchor.LAST_DAY
)  # fmt: skip
_OTHER_WORK = re.compile(
    r"\bteam meeting\b|\bnewsletter\b|\bcourt\b|\bhearings?\b|\bduty\b|\brecruit\w*"
    r"|\bcomplaints?\b|\bperformance\b|\bdashboard\b|\bpolicy\b|\bprocedures?\b|\bhandbook\b"
    r"|\bfinance\b|\baccounts\b|\binvoices?\b|\bforward plan\b|\brisk register\b"
    r"|\bbudget\b|\bclosures?\b|\bpractice week\b"
    r"|\bannual report\b|\bfostering report\b|\badoption\b|\bedge of care\b|\bearly help\b"
    r"|\brota\b|\bgateway\b"
    r"|\btransport\b|\bterm dates\b|\bpeer (?:review|challenge)\b|\bhow we work\b|\bour work\b"
)
"""Titles of papers about what goes on all the year; 'Duty rota for the inspection' is none."""
_TIMETABLE = re.compile(r"\b(?:timetable|programme|schedule|agenda)\b")
_NO_INSPECTION = re.compile(
    r"\btraining\b|\bbrochure\b|\binduction\b|\bregistration\b|\bjob description\b|\bvacanc\w+"
    r"|\bannual conversation\b"
)
"""Titles of papers that are not of an inspection though they name one."""
_IN_WEEK = re.compile(
    rf"\b(?:of|in|during) (?:the )?(?:(?:week|wk) (?:\d|one|two|three)|(?:{ORDINALS}) week)\b"
)
_SOON = re.compile(
    r"\b(?:(?:next|this) week|today|tomorrow|(?:starts|begins|has (?:begun|started))\b(?! with\b))"
)
_TURN = re.compile(
    r"\W*(?:\d{1,2}[.)]?\W+)?(?:elsewhere|in other news"
    r"|other (?:news|business|items|matters|updates)|any other business|aob|a\.o\.b|separately"
    r"|on another (?:note|matter|subject)|meanwhile|unrelated|also (?:this|next) week"
    r"|and finally|diary dates)\b"
)
_COMING = re.compile(
    r"\b(?:inspectors?|ofsted|hmip?|cqc|inspection team)\b(?: \w+){0,3}?"
    r" (?:(?:will|is|are)(?: be)? (?:visit\w*|com(?:e|ing)|inspect\w*|in|with|here|arriv\w+|on)"
    r"|(?:rang|called|phoned|telephoned)\b(?! it\b)|(?:come|comes|arrive|arrives)\b)"
    r"|\b(?:will|do|does|are) (?:the )?(?:inspectors?|ofsted|hmip?|inspection team)\b(?: be)?"
    r" (?:here|with us|come|coming|stay|arrive|arriving|visit|ring|call)\b"
    r"|\b(?:expect|await)(?:ing)? (?:ofsted|inspectors|(?:the|our|an) (?:\w+ )?inspection)\b"
    r"|\breport\b.{0,40}\bofsted's (?:website|site)\b"
    r"|\b(?:confirm|announce|notify|inform)\w*\b.{0,40}\b(?:our|an|the) (?:\w+ ){0,4}inspection\b"
    r"|\b(?:had|that's|that is|this is|got) the call\b|\b(?:we're|we are) being inspected\b"
)
"""'Inspectors from Ofsted will be visiting our services', 'How long do inspectors stay?'."""


class About(Enum):
    """Whether a paper is of inspections."""

    NOT = auto()
    PARTLY = auto()
    WHOLLY = auto()


def paper_about(document: Document, lines: Sequence[Line]) -> About:
    """Is the paper of inspections: by its title, its first or last line, or many of them?"""
    title = document.title
    if _is_other(title):
        return About.NOT
    ends = [title, *(each.text for each in lines[:1])]
    # 'This is for the ILACS team'; not 'JTAI themes are used as prompts'.
    ends += [
        each.text
        for each in lines[-1:]
        if is_note(each.text) and not is_history(each.text, in_week=False)
    ]
    if is_of_event_day("", [title]):
        return About.WHOLLY
    of_all = any(names_inspection(each.text) and is_covering(each.text) for each in lines[-1:])
    if of_all or any(map(inspection_types, ends)) or names_inspection(title):
        return About.WHOLLY
    if _opens_with_it(lines):
        return About.WHOLLY
    # What an inspector once said is not what the paper is of.
    spoken = sum(_speaks(each.text) and not _is_past(each) for each in lines)
    share = spoken / max(len(lines), 1)
    if share >= MOSTLY:
        return About.WHOLLY
    return About.PARTLY if share >= LEAST_ABOUT else About.NOT


def _is_other(title: str) -> bool:
    """Is a title of other work, or of what only prepares people for some inspection?"""
    folded = fold(title)
    if _NO_INSPECTION.search(folded):
        return True
    other = is_practice(title) or _OTHER_WORK.search(folded) is not None
    return other and not inspection_types(title) and not names_inspection(title)


def _opens_with_it(lines: Sequence[Line]) -> bool:
    """Does it tell at its head that inspectors come, or count from an inspection of a kind?"""
    return any(
        _is_announced(each.text)
        or (inspection_types(each.text) and _says_when(each.text) and not _is_past(each))
        for each in lines[:OPENING]
    )


def _says_when(text: str) -> bool:
    return bool(find_slot(text) or distances(text) or _SOON.search(fold(text)))


def _is_announced(text: str) -> bool:
    return _COMING.search(fold(text)) is not None and not is_figure(text)


def _speaks(text: str) -> bool:
    return speaks_of_inspection(text) or _counts_from_one(text)


def _counts_from_one(text: str) -> bool:
    """Does it count from the call, the report or its publication?"""
    return any(each.period.anchor in OF_INSPECTIONS for each in distances(text))


def _is_past(line: Line) -> bool:
    if inspection_types(line.text) and not is_history(line.text, in_week=True):
        return False
    return is_history(line.text, in_week=False) or is_figure(line.text)


def _above(line: Line) -> tuple[str, ...]:
    passage = line.passage
    return (passage.section, passage.lead_in, *passage.headings, *passage.header)


def is_of_other_work(document: Document, line: Line) -> bool:
    """Does it stand under other work, and not name the inspectors or the kind of inspection?

    'Regulation 44 visits' have reports that reach Ofsted too.
    """
    if inspection_types(line.text) or is_of_visit(line.text):
        return False
    above = _above(line)
    if any(inspection_types(each) or names_inspection(each) for each in above):
        return any(_NO_INSPECTION.search(fold(each)) for each in above)
    return any(
        is_practice(each) or _NO_INSPECTION.search(fold(each)) for each in (document.title, *above)
    )


def is_timetable(title: str, passage: Passage) -> bool:
    """Does it stand in the timetable of an inspection, by the paper's title or what is above it?"""
    above = (title, passage.section, *passage.headings)
    return any(
        _TIMETABLE.search(fold(each)) and (inspection_types(each) or names_inspection(each))
        for each in above
    )


def turns_away(text: str) -> bool:
    """Does it turn to other news: 'Elsewhere: ...', 'Any other business'?"""
    return _TURN.match(fold(text)) is not None


def is_loose(step: InspectionStep, line: Line) -> bool:
    """In a paper that is partly of other things: a period from nothing that it names."""
    if is_nth_weekday(line.text):
        return True
    around = (line.text, *_above(line))
    if line.row and not step.weeks and not any(map(speaks_of_inspection, around)):
        return True  # A row of a table of something else.
    if speaks_of_inspection(line.text) or step.days or step.weeks:
        return False
    return step.period is None or step.period.anchor is Anchor.OTHER


def has_when(line: Line) -> bool:
    """Does it say when itself, or stand under an inspection's name?"""
    own = line.row or line.part or _says_when(line.text) or clock_times(line.text, bare=True)
    return bool(own) or any(map(speaks_of_inspection, _above(line)))


def weeks_named(lines: Sequence[Line]) -> int:
    """The highest week that a paper names: 'week 12' is of a course or of the courts."""
    return max((week for each in lines for week in find_slot(each.text).weeks), default=0)


def is_about(line: Line, most_weeks: int) -> bool:
    """Is a line of inspections by itself or by what stands above it?"""
    if any(map(speaks_of_inspection, (line.text, *_above(line)))):
        return True
    counted = {each.period.anchor for each in distances(line.text)}
    if counted & {*OF_INSPECTIONS}:
        return True
    own = find_slot(line.text)
    # 'On Tuesday of week 1', and not 'Week 1: Tuesday', by which a programme may be set out.
    in_week = bool(own.days and own.weeks) and _IN_WEEK.search(fold(line.text)) is not None
    if in_week and most_weeks <= MOST_UNSAID:
        return True
    return Anchor.ARRIVAL in counted and speaks_of_inspection(line.text)
