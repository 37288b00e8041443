"""Days and weeks that lines take from others: counted, carried on, told at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.documents import PassageKind
from language.clock import clock_times
from language.counted_days import CountedDays, counted_days
from language.distances import distances
from language.step_lines import Line
from language.step_refusals import happens, is_of_the_above, is_routine
from language.step_words import is_daily
from language.week_lines import SlottedPassage, is_of_many_days
from language.weeks import Slot, day_name, find_slot
from language.words import fold

_ITS_OWN = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|next week|other days)\b")
"""'By noon tomorrow' is of a day of its own, whichever that is."""
MOST_ENTRY = 20
"""Words of a line of an agenda."""
MOST_NOTE = 9
"""Words of a last line that tells the week of all above it."""


def with_week_of_the_end(
    lines: Sequence[Line], slots: Sequence[SlottedPassage]
) -> list[SlottedPassage]:
    """All of it in the week that its last line names, where no other line names one:
    'Short ILACS, second week.', 'All the above are in week 1.'
    """
    last = find_slot(lines[-1].text) if lines else Slot()
    if len(last.weeks) != 1 or last.days or len(lines[-1].text.split()) > MOST_NOTE:
        return list(slots)
    if happens(lines[-1].text) and not is_of_the_above(lines[-1].text):
        return list(slots)
    if any(each.slot.weeks for each in slots[:-1]) or clock_times(lines[-1].text):
        return list(slots)
    return [replace(each, slot=replace(each.slot, weeks=last.weeks)) for each in slots]


def with_days_of_the_line_before(
    lines: Sequence[Line], slots: Sequence[SlottedPassage]
) -> list[SlottedPassage]:
    """'Mon: call 9.15. Set-up meeting 14.00.': a time goes on from the day of its paragraph; in a
    list whose lines begin with times, from the paragraph above it.
    """
    found: list[SlottedPassage] = []
    before: SlottedPassage | None = None
    for line, slot in zip(lines, slots, strict=True):
        if before is not None and before.passage.id != line.passage.id:
            before = before if _in_list_of_times(line) else None
        if before is not None and len(before.slot.days) == 1 and _goes_on(line, slot):
            source = before.day_from or before.passage
            found.append(replace(slot, slot=before.slot, day_from=source))
            continue
        before = slot if slot.slot.days else before
        found.append(slot)
    return found


def _in_list_of_times(line: Line) -> bool:
    """'8.30am: staff briefing', a line of its own."""
    kinds = (PassageKind.ITEM, PassageKind.PARAGRAPH)
    if line.start or line.passage.kind not in kinds or len(line.text.split()) > MOST_ENTRY:
        return False
    times = clock_times(line.text, bare=True)
    return bool(times) and times[0].start == 0


def _goes_on(line: Line, slot: SlottedPassage) -> bool:
    """Has it a time, and no word of another day?"""
    if slot.slot.days or line.row or find_slot(line.text).weeks:
        return False
    if _ITS_OWN.search(fold(line.text)):
        return False
    if distances(line.text) or is_daily(line.text) or is_routine(line.text):
        return False
    return bool(clock_times(line.text, bare=True))


def with_counted_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of 'day two' and 'tomorrow' with the weekday that the paper gives it."""
    counted = counted_days(each.text for each in lines)
    return [_counted(each, counted, lines) for each in lines]


def _counted(line: Line, counted: CountedDays, lines: Sequence[Line]) -> Line:
    line = replace(line, now=counted.today is not None and bool(clock_times(line.text)))
    own = line.row or line.label or is_of_many_days(line.text)
    named = None if own else counted.of(line.text)
    if named is None:
        return line
    source = lines[named.line].passage.id
    return replace(line, label=day_name(named.day), day_from=source)
