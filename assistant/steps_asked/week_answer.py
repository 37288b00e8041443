"""Says the lines of a day or of whole weeks, each with the words that place it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from assistant.quoter import Quoter
from assistant.steps_asked.timelines import in_order
from core.answers import SentenceKind
from core.documents import Document, Passage
from language.week_lines import SlottedPassage
from language.weeks import Slot, day_name, find_slot
from language.words import fold

MOST_LINES = 24
"""Lines of one answer; the slides and tables of a week have seldom half of it."""
# 'Week 1 (off site)', and nothing that happens in it.
_SITE = r"(?:(?:on|off)\W?site|prep(?:aration)?|field ?work)"
_ONLY_A_WEEK = re.compile(
    rf"(?:the )?(?:(?:week|wk)s?\W*\w+|(?:first|second|third) week)(?:\W+{_SITE})?\W*"
    rf"|(?:the )?{_SITE}(?: week)?"
)
_OF_TIME = re.compile(r"\b(?:day|date|when|time)\b")
WITHOUT_A_DAY = "No day is given for:"


def say_day(quoter: Quoter, document: Document, steps: Sequence[SlottedPassage]) -> None:
    """Says the lines of one day, with the headings that name it in the citation."""
    for each in steps[:MOST_LINES]:
        line = each.passage
        spans = line.quotes() if line.cells else (*line.headings[-1:], *line.quotes())
        number = quoter.cite(document, line, spans)
        kind = SentenceKind.ITEM if len(steps) > 1 else SentenceKind.SENTENCE
        quoter.say(words_of(line), number, kind=kind)


def say_weeks(quoter: Quoter, document: Document, steps: Sequence[SlottedPassage]) -> None:
    """Says whole weeks in order: each by its name, its lines by day, then those without a day."""
    weeks = dict.fromkeys(each.slot.weeks for each in steps)
    for week in sorted(weeks, key=sorted):
        lines = in_order(each for each in steps if each.slot.weeks == week)[:MOST_LINES]
        opening = _opening(lines[0].passage)
        if opening:
            spans = (opening, *lines[0].passage.quotes())
            number = quoter.cite(document, lines[0].passage, tuple(dict.fromkeys(spans)))
            quoter.say(f"{opening.rstrip(':')}:", number)
        dated = any(each.slot.days for each in lines)
        told = False
        for each in lines:
            if dated and not each.slot.days and not told:
                told = True
                quoter.say(WITHOUT_A_DAY, kind=SentenceKind.FRAME)
            _say_line(quoter, document, each)


def _say_line(quoter: Quoter, document: Document, step: SlottedPassage) -> None:
    """A line of a week, after the words of its heading or of another line that give the day."""
    line = step.passage
    heading = line.headings[-1] if line.headings else ""
    if not step.slot.days or find_slot(line.text).days:
        quoter.say(
            words_of(line), quoter.cite(document, line, line.quotes()), kind=SentenceKind.ITEM
        )
    elif step.day_from is not None and not find_slot(heading).days:
        own = quoter.cite(document, line, line.quotes())
        day = quoter.cite(document, step.day_from, step.day_from.quotes())
        text = f"{_names(step.slot)}: {words_of(line)}"
        quoter.say(text, own, day, kind=SentenceKind.ITEM)
    else:
        above = next((each for each in _above(line) if find_slot(each).days), "")
        number = quoter.cite(document, line, (above, *line.quotes()) if above else line.quotes())
        text = f"{above}: {words_of(line)}" if above else words_of(line)
        quoter.say(text, number, kind=SentenceKind.ITEM)


def _above(line: Passage) -> tuple[str, ...]:
    return (line.section, line.lead_in, *reversed(line.headings))


def _opening(line: Passage) -> str:
    """The words above a line, or the cell of its row, that name the week or the phase."""
    cells = [cell for cell in line.cells if _ONLY_A_WEEK.fullmatch(fold(cell).strip())]
    named = [text for text in (*cells, *_above(line)) if find_slot(text).within]
    return named[0] if named else ""


def words_of(line: Passage) -> str:
    """What a line says; of a row, all but its week, after the cell that says which day."""
    cells = [
        (name, cell)
        for name, cell in zip_longest(line.header, line.cells, fillvalue="")
        if cell and not _ONLY_A_WEEK.fullmatch(fold(cell).strip())
    ]
    if len(cells) < 2:
        return cells[0][1] if cells else line.text
    first, *others = (cell for _, cell in cells)
    dated = find_slot(first).days or _OF_TIME.search(fold(cells[0][0]))
    return f"{first}: {'; '.join(others)}" if dated else "; ".join((first, *others))


def place_name(slot: Slot) -> str:
    """'Wednesday of week 1', 'Friday of the time off site', for our own words."""
    weeks = " and ".join(f"week {week}" for week in sorted(slot.weeks))
    phases = " and ".join(f"the time {phase.value}" for phase in sorted(slot.phases))
    return " of ".join(part for part in (_names(slot), weeks or phases) if part)


def _names(slot: Slot) -> str:
    days = sorted(slot.days)
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{day_name(days[0])} to {day_name(days[-1])}"
    return " and ".join(day_name(day) for day in days)
