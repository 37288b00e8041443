"""The steps of inspections that a document sets out: when, what, who; nothing it does not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.documents import Document, Passage, PassageKind
from core.inspection_steps import Anchor, InspectionStep, InspectionType
from language.clock import ClockTime
from language.distances import distances, is_only_later
from language.inspections import OF_ILACS, inspection_types, nearest_type
from language.slot_lines import only_says_when, says_nothing
from language.step_asides import (
    hangs_on_another,
    is_action,
    is_aside,
    is_condition,
    is_of_an_earlier_round,
)
from language.step_days import with_counted_days, with_days_of_the_line_before, with_week_of_the_end
from language.step_doers import who_of
from language.step_lines import Line, lines_of
from language.step_papers import (
    About,
    has_when,
    is_about,
    is_loose,
    is_of_other_work,
    is_timetable,
    paper_about,
    turns_away,
    weeks_named,
)
from language.step_refusals import (
    happens,
    is_admin,
    is_dated,
    is_figure,
    is_history,
    is_hours,
    is_length,
    is_of_a_year,
    is_of_the_above,
    is_practice,
    is_routine,
    is_sample,
    is_training,
)
from language.step_rows import dated_tables, row_is_due, row_time, row_words, table_of
from language.step_when import When, when_of
from language.step_words import (
    begins_with_when,
    is_deadline,
    is_of_event_day,
    is_of_visit,
    is_step_like,
    is_untied,
)
from language.week_lines import SlottedPassage, placed
from language.weeks import find_slot
from language.words import fold

MOST_WEEKS = 8
"""No inspection goes on for longer: 'week 10' is of a year or a course."""


def find_steps(document: Document, passages: Sequence[Passage]) -> tuple[InspectionStep, ...]:
    """The steps in a document's passages, in their order. None where it sets out no inspection."""
    lines = with_counted_days([each for passage in passages for each in lines_of(passage)])
    inspected = paper_about(document, lines)
    slots = placed([each.as_passage() for each in lines])
    slots = with_days_of_the_line_before(lines, with_week_of_the_end(lines, slots))
    types = _types(document, lines, slots)
    counts: dict[str, int] = {}
    found: list[InspectionStep] = []
    turned, most_weeks, of_the_past = False, weeks_named(lines), dated_tables(passages)
    for line, slot, inspection in zip(lines, slots, types, strict=True):
        turned = turns_away(line.text) or (turned and line.passage.kind is not PassageKind.HEADING)
        if inspected is About.NOT and not has_when(line):
            continue  # A week above it is of what else the paper sets out.
        about = is_about(line, most_weeks) or (inspected is not About.NOT and not turned)
        about = about and not is_of_other_work(document, line)
        step = _step(document, line, slot, inspection, inspected) if about else None
        if step is not None and line.row and table_of(line.passage) in of_the_past:
            step = step if step.days or step.weeks else None
        if step is None or (inspected is not About.WHOLLY and is_loose(step, line)):
            continue
        counts[step.passage] = counts.get(step.passage, 0) + 1
        name = (
            step.passage if counts[step.passage] == 1 else f"{step.passage}.{counts[step.passage]}"
        )
        found.append(replace(step, id=name))
    return tuple(found)


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
        if kind is InspectionType.UNSAID and whole and whole <= {*OF_ILACS, InspectionType.ILACS}:
            kind = InspectionType.ILACS
        of_weeks = kind is InspectionType.UNSAID and bool(slot.slot.weeks)
        if (kind is InspectionType.ILACS or of_weeks) and len(whole & OF_ILACS) == 1:
            # 'ILACS – week 1', or weeks of none, in a paper that only ever speaks of a short one.
            kind = next(iter(whole & OF_ILACS))
        found.append(kind)
    return found


def _step(
    document: Document,
    line: Line,
    slot: SlottedPassage,
    inspection: InspectionType,
    inspected: About,
) -> InspectionStep | None:
    passage, text = line.passage, line.text
    when = when_of(line, slot)
    if (
        _refused(line, when, is_timetable(document.title, line.passage))
        or is_action(text, document.title)
        or not _is_told(line, when, document.title, inspected)
    ):
        return None
    time = when.times[0] if when.times else ClockTime("", "", 0, 0)
    what, who = row_words(passage) if line.row else (text, who_of(text))
    return InspectionStep(
        id="",
        document=document.id,
        passage=passage.id,
        start=line.start,
        end=line.end,
        what=what,
        inspection=inspection,
        weeks=when.weeks,
        days=when.days,
        time=time.time,
        until=time.until,
        deadline=is_deadline(text, time)
        or (line.row and (is_deadline(row_time(passage), time) or row_is_due(passage))),
        who=who,
        period=when.period,
        day_from=line.day_from or (slot.day_from.id if slot.day_from else ""),
    )


def _refused(line: Line, when: When, timetable: bool) -> bool:
    """Is it no step whatever day it names: a heading, history, a figure, practice of every day?

    `timetable`: it stands in one of an inspection, whose days have dates.
    """
    text, by_heading = line.text, bool(_above_weeks(line.passage))
    if line.passage.kind in (PassageKind.HEADING, PassageKind.CHART):
        return True
    if len(when.weeks) > 1 or max(when.weeks, default=0) > MOST_WEEKS:
        return True
    if says_nothing(text) or is_of_the_above(text) or is_admin(text) or is_condition(text):
        return True
    if only_says_when(text) and not line.part and line.start == 0:
        return True
    to_come = bool(when.weeks) or line.row or line.now or begins_with_when(text)
    if is_history(text, in_week=to_come) or is_figure(text) or is_hours(text):
        return True
    hangs = not line.row and hangs_on_another(text, has_week=bool(when.weeks))
    if hangs or is_aside(text, of_visit=is_of_visit(text)) or is_of_an_earlier_round(text):
        return True
    if line.row and is_of_a_year(line.passage.cells):
        return True
    if when.period and (is_sample(text) or (is_only_later(text) and not line.row)):
        return True
    if when.period and not when.period.event and not line.row and "notice" in fold(text):
        return True  # 'With two weeks' notice' is how long, and of nothing that is named.
    # A period from no event of an inspection, in a line of what goes on all the time.
    loose = when.period is not None and when.period.anchor is Anchor.OTHER
    of_days = bool(when.days) and is_routine(text)
    if loose and (is_practice(text) or of_days or is_routine(_before_period(text))):
        return True
    if when.period and is_routine(when.period.event):
        return True
    if not by_heading and when.period is None and is_routine(text):
        return True
    dated = is_dated(text)
    timetable = timetable and is_dated(text, at_its_head=True)
    return dated and (is_training(text) or not (by_heading or timetable or is_of_visit(text)))


def _before_period(text: str) -> str:
    """'Reviewed every quarter, and seen a week before the board': what the period is said of."""
    return next((fold(text)[: each.start] for each in distances(text)), text)


def _is_told(line: Line, when: When, title: str, inspected: About) -> bool:
    """Does it say when, and that something happens then?"""
    text, weeks, days = line.text, when.weeks, when.days
    of_no_weekday = when.times and _is_of_no_weekday(line, title, inspected)
    if not (weeks or days or when.period or of_no_weekday):
        return False
    if line.row:
        return True
    told = bool(when.period or when.times)
    under_day = bool(days) and not find_slot(text).days
    if not (told or line.part or is_step_like(text, in_week=bool(weeks) or under_day,
                                              has_day=bool(days))):  # fmt: skip
        return False
    if not days and not when.period and is_length(text):
        return False
    happening = begins_with_when(text) or happens(text) or bool(who_of(text))
    if (
        under_day
        and line.start
        and not (told or line.part or happening or is_of_event_day(text, ()))
    ):
        return False  # 'Annex A uploaded. No extensions.': a remark on the sentence before it.
    # 'Short ILACS, second week.' is a heading, whatever it is set as; so is 'Minutes, day 2'.
    of_its_own = bool(days) and not line.day_from
    return told or of_its_own or happening or (bool(_above_weeks(line.passage)) and not days)


def _is_of_no_weekday(line: Line, title: str, inspected: About) -> bool:
    """Is it at a time of every day, or of the day of an event?"""
    passage, text = line.passage, line.text
    above = (title, passage.section, passage.lead_in, *passage.headings)
    if is_untied(text, of_visit=inspected is About.WHOLLY):
        return True
    return is_of_event_day(text, above) and not is_practice(text)


def _above_weeks(passage: Passage) -> frozenset[int]:
    above = (passage.section, passage.lead_in, *passage.headings)
    return frozenset(week for each in above for week in find_slot(each).weeks)
