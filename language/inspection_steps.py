"""The steps of inspections that a document sets out: when, what, who; nothing it does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.documents import Document, Passage, PassageKind
from core.inspection_steps import Anchor, InspectionStep, InspectionType, Period
from language.clock import ClockTime, clock_times
from language.counted_days import counted_days
from language.distances import anchor_of, distances
from language.inspections import OF_ILACS, inspection_types, nearest_type
from language.slot_lines import only_says_when, says_nothing
from language.step_lines import Line, lines_of
from language.step_rows import row_is_due, row_period, row_time, row_words
from language.step_words import (
    begins_with_when,
    happens,
    is_dated,
    is_deadline,
    is_figure,
    is_history,
    is_hours,
    is_later,
    is_length,
    is_of_the_above,
    is_practice,
    is_routine,
    is_step_like,
    is_training,
    is_untied,
    speaks_of_inspection,
    who_of,
)
from language.week_lines import SlottedPassage, placed
from language.weeks import Slot, day_name, find_slot
from language.words import fold

LEAST_ABOUT = 0.2
"""Of a paper's lines that speak of inspections, from which on all of it does."""
MOST_NOTE = 9
"""Words of a last line that tells the week of all above it."""
MOST_UNSAID = 3
"""Weeks up to which 'in week 1' is of an inspection in a paper that speaks of none."""
MOST_WEEKS = 10
"""No inspection goes on for longer: 'week 12' is of a year or a course."""
OF_INSPECTIONS = (
    Anchor.CALL, Anchor.DRAFT, Anchor.RECEIPT, Anchor.PUBLICATION, Anchor.LAST_DAY
)  # fmt: skip
_ON_RECEIPT = re.compile(
    r"\b(?:on|upon|after|following|once) ((?:the )?(?:receipt|publication|receiving|publishing)\b"
    r"[^,.;:]{0,80}|(?:the|its|our) [^,.;:]{0,40}\b(?:is|has been|are) (?:received|published)\b)"
)


def find_steps(document: Document, passages: Sequence[Passage]) -> tuple[InspectionStep, ...]:
    """The steps in a document's passages, in their order. None where it sets out no inspection."""
    lines = _with_counted_days([each for passage in passages for each in lines_of(passage)])
    inspected = _of_inspections(document, lines)
    slots = placed([each.as_passage() for each in lines])
    slots = _with_days_of_the_line_before(lines, _with_week_of_the_end(lines, slots))
    types = _types(document, lines, slots)
    counts: dict[str, int] = {}
    found: list[InspectionStep] = []
    for line, slot, inspection in zip(lines, slots, types, strict=True):
        about = inspected or _about(line)
        step = _step(document, line, slot, inspection) if about else None
        if step is None:
            continue
        counts[step.passage] = counts.get(step.passage, 0) + 1
        name = (
            step.passage if counts[step.passage] == 1 else f"{step.passage}.{counts[step.passage]}"
        )
        found.append(replace(step, id=name))
    return tuple(found)


def _of_inspections(document: Document, lines: Sequence[Line]) -> bool:
    """Is the whole paper of inspections: by its title, its first or last line, or many of them?"""
    ends = (document.title, *(each.text for each in (*lines[:1], *lines[-1:])))
    if any(inspection_types(each) for each in ends) or speaks_of_inspection(document.title):
        return True
    return sum(speaks_of_inspection(each.text) for each in lines) >= LEAST_ABOUT * len(lines)


def _with_week_of_the_end(
    lines: Sequence[Line], slots: Sequence[SlottedPassage]
) -> list[SlottedPassage]:
    """All of it in the week that its last line names, where no other line names one:
    'Short ILACS, second week.', 'All the above are in week 1.'
    """
    last = find_slot(lines[-1].text) if lines else Slot()
    if len(last.weeks) != 1 or last.days or len(lines[-1].text.split()) > MOST_NOTE:
        return list(slots)
    if any(each.slot.weeks for each in slots[:-1]) or clock_times(lines[-1].text):
        return list(slots)
    return [replace(each, slot=replace(each.slot, weeks=last.weeks)) for each in slots]


def _with_days_of_the_line_before(
    lines: Sequence[Line], slots: Sequence[SlottedPassage]
) -> list[SlottedPassage]:
    """'Mon: call 9.15. Set-up meeting 14.00.': a time goes on from the day of its paragraph."""
    found: list[SlottedPassage] = []
    for line, slot in zip(lines, slots, strict=True):
        before = found[-1] if found else None
        if (
            before is not None
            and before.passage.id == line.passage.id
            and len(before.slot.days) == 1
            and not (slot.slot.days or line.row or find_slot(line.text).weeks)
            and not (distances(line.text) or is_untied(line.text) or is_routine(line.text))
            and clock_times(line.text, bare=True)
        ):
            source = before.day_from or before.passage
            slot = replace(slot, slot=before.slot, day_from=source)  # noqa: PLW2901
        found.append(slot)
    return found


def _with_counted_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of 'day two' and 'tomorrow' with the weekday that the paper gives it."""
    counted = counted_days(each.text for each in lines)
    found = []
    for line in lines:
        named = None if line.row or line.label else counted.of(line.text)
        if named is not None:
            source = lines[named.line].passage.id
            line = replace(line, label=day_name(named.day), day_from=source)
        found.append(line)
    return found


def _types(
    document: Document, lines: Sequence[Line], slots: Sequence[SlottedPassage]
) -> list[InspectionType]:
    """The kind of inspection of each line: its own words', else what stands nearest above it."""
    whole = {each for line in lines for each in inspection_types(line.text)}
    found = []
    for line, slot in zip(lines, slots, strict=True):
        passage = line.passage
        above = (passage.section, passage.lead_in, *reversed(passage.headings), document.title)
        own = inspection_types(line.text)
        kind = next(iter(own)) if len(own) == 1 else nearest_type(above)
        if kind is InspectionType.UNSAID and len(whole) == 1:
            kind = next(iter(whole))
        of_weeks = kind is InspectionType.UNSAID and bool(slot.slot.weeks)
        if (kind is InspectionType.ILACS or of_weeks) and len(whole & OF_ILACS) == 1:
            # 'ILACS – week 1', or weeks of none, in a paper that only ever speaks of a short one.
            kind = next(iter(whole & OF_ILACS))
        found.append(kind)
    return found


def _step(
    document: Document, line: Line, slot: SlottedPassage, inspection: InspectionType
) -> InspectionStep | None:
    passage, text = line.passage, line.text
    if passage.kind in (PassageKind.HEADING, PassageKind.CHART):
        return None
    weeks, days = tuple(sorted(slot.slot.weeks)), tuple(sorted(slot.slot.days))
    if says_nothing(text) or (only_says_when(text) and not line.part):
        return None
    labelled_by = begins_with_when(text)
    if (
        is_history(text, in_week=bool(weeks) or line.row or labelled_by)
        or is_figure(text)
        or is_hours(text)
    ):
        return None
    period = row_period(passage) if line.row else _period(line)
    if period and period.anchor is Anchor.OTHER and is_practice(text):
        return None
    by_heading = bool(_above_weeks(passage))
    if not by_heading and period is None and is_routine(text):
        return None
    if is_dated(text) and (is_training(text) or not (by_heading or speaks_of_inspection(text))):
        return None
    when = row_time(passage) if line.row else text
    times = clock_times(when, dotted=line.row, bare=bool(days) or is_untied(text))
    if line.row and not times:
        times = clock_times(text, bare=bool(days))
    if not times:
        times = clock_times(line.at, dotted=True, bare=True)
    untied = bool(times) and is_untied(text)
    if (
        not (weeks or days or period or untied)
        or len(weeks) > 1
        or max(weeks, default=0) > MOST_WEEKS
    ):
        return None
    under_day = bool(days) and not find_slot(text).days
    told = bool(period or times or line.row or line.part)
    if is_of_the_above(text):
        return None
    if not told and not is_step_like(text, in_week=bool(weeks) or under_day, has_day=bool(days)):
        return None
    if not days and not period and is_length(text):
        return None
    if not (
        days
        or period
        or times
        or by_heading
        or line.row
        or labelled_by
        or happens(text)
        or who_of(text)
    ):
        # 'Short ILACS, second week.' is a heading, whatever it is set as.
        return None
    if (
        period is not None
        and not period.event
        and (slot.day_from or ((weeks or days) and is_later(text)))
    ):
        period = None  # 'two days later' is the day that it comes to
    what, who = row_words(passage) if line.row else (text, who_of(text))
    time = times[0] if times else ClockTime("", "", 0, 0)
    return InspectionStep(
        id="",
        document=document.id,
        passage=passage.id,
        start=line.start,
        end=line.end,
        what=what,
        inspection=inspection,
        weeks=weeks,
        days=days,
        time=time.time,
        until=time.until,
        deadline=is_deadline(text, time)
        or (line.row and (is_deadline(when, time) or row_is_due(passage))),
        who=who,
        period=period,
        day_from=line.day_from or (slot.day_from.id if slot.day_from else ""),
    )


def _above_weeks(passage: Passage) -> frozenset[int]:
    above = (passage.section, passage.lead_in, *passage.headings)
    return frozenset(week for each in above for week in find_slot(each).weeks)


def _about(line: Line) -> bool:
    if any(each.period.anchor in OF_INSPECTIONS for each in distances(line.text)):
        return True
    above = (line.passage.section, line.passage.lead_in, *line.passage.headings)
    whole = " ; ".join((line.text, *above))
    weeks = find_slot(whole).weeks
    return speaks_of_inspection(whole) or (bool(weeks) and max(weeks) <= MOST_UNSAID)


def _period(line: Line) -> Period | None:
    found = distances(line.text)
    if not found:
        return None
    period = found[0].period
    # 'Has 70 days to publish it, within 70 days of receipt': one period, told twice.
    again = [each.period for each in found if each.period.event]
    again = [e for e in again if (e.amount, e.unit) == (period.amount, period.unit)]
    if again:
        return again[0]
    event = _event_before(line)
    return replace(period, event=event, anchor=anchor_of(event)) if event else period


def _event_before(line: Line) -> str:
    """'On receipt of the report ...': the event named before the period, here or above."""
    before = line.passage.text[: line.end]
    folded = fold(before)
    found = [*_ON_RECEIPT.finditer(folded)]
    if not found:
        return ""
    start, end = found[-1].span(1)
    return (before if len(before) == len(folded) else folded)[start:end].strip()
