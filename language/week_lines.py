"""What stands in a document for the weeks, days and phases of an inspection, line by line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.documents import Passage, PassageKind
from language.clock import ClockTime, clock_times
from language.phases import VISIT, Phase
from language.slot_lines import only_says_when
from language.step_refusals import happens
from language.step_words import is_deadline
from language.weeks import Slot, find_slot
from language.words import fold

_SAME_DAY = re.compile(
    r"\b(?:that|the same|same) (?:day|morning|lunchtime|afternoon|evening)\b|\bday of the call\b"
)
_TOMORROW = re.compile(r"\btomorrow\b")
_NEXT_WEEK = re.compile(r"\bnext week\b")
_FOLLOWING = re.compile(
    r"\b(?:the )?(?:following|next) (?=mon|tue|wed|thu|fri|sat|sun)"
    r"|\b(?:mon|tues|wednes|thurs|fri)day after(?=\W*(?:$|until|to\b))"
)
_NEXT_DAY = re.compile(
    r"\b(?:the )?(?:next|following) day\b|\bthe day after\b"
    r"|\b(?P<count>a|one|two|three|four) days? (?:later|on|after that)\b|^\+(?P<plus>\d) days?\b"
)
_SAME_WEEK = re.compile(r"\b(?:that|the same|same) week\b|\blater in the week\b")
_DAY_BEFORE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)day before(?=\W*$)")
_MANY_DAYS = re.compile(
    r"\bdaily\b|\b(?:each|every) (?:day|morning|afternoon|evening)\b|\bother days\b"
)
FRIDAY = 4
"""'The next day' after it is no day of an inspection."""
_AT_THE_END = re.compile(r"\b(?:last|final) (?:day|morning|afternoon|mon|tues|wednes|thurs|fri)")
_EACH = re.compile(r"\b(?:each|every) (?:mon|tue|wed|thu|fri)")
_FOR_A_WEEK = re.compile(r"\bfor (?:the )?(?:week|wk|w) ?(?:\d|one|two|three|four)\b")
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_ONLY_A_WEEK = re.compile(r"(?:\W*\w+){1,9}\W*")
"""A line so short that names a week and no day is a heading, whatever it is set as."""
_ON_ARRIVAL = re.compile(
    r"^(?:when|once|as soon as|after) (?:the )?(?:inspectors?|(?:\w+ )?team|they)"
    r" (?:have |has )?(?:arrived?|arrives|come|comes)\b|\bon arrival\b"
)
_ARRIVES = re.compile(r"\barriv(?:e|es|al)\b")


@dataclass(frozen=True, slots=True)
class SlottedPassage:
    """A passage with the weeks and days it speaks of; relative days settled from another line."""

    passage: Passage
    slot: Slot
    """Its weeks and days; a phase only where no week is named for it."""
    day_from: Passage | None = None
    """The line that names the day, where the passage itself says 'that day', 'on arrival'."""


def slotted(passages: Sequence[Passage]) -> list[SlottedPassage]:
    """The passages of one document that belong to a week or a phase, in order."""
    return [
        each
        for each in placed(passages)
        if each.slot.within and each.passage.kind is not PassageKind.HEADING
    ]


def placed(passages: Sequence[Passage]) -> list[SlottedPassage]:
    """Every passage of one document with its weeks and days, if any, in order.

    The week is the passage's own or that of the nearest heading, lead-in or section that names
    one; the day is the passage's own, a heading's, or a relative one: 'that day' goes by the line
    before, 'when inspectors arrive' by the line that says when they do.
    """
    found: list[SlottedPassage] = []
    before: SlottedPassage | None = None
    arrival: SlottedPassage | None = None
    moved: dict[str, frozenset[int]] = {}
    label, last = Slot(), Slot()
    for passage in passages:
        own, above = find_slot(_own_words(passage)), _above(passage)
        weeks = _weeks(passage, own, above, moved, before)
        if weeks != above.weeks:
            # What comes next in the same paragraph, or list, goes on from there.
            moved[_run(passage)] = weeks
        if own.days and not passage.cells and only_says_when(passage.text):
            # A line 'Thursday' stands above what follows, whatever its own headings are.
            label = Slot(weeks or last.weeks, own.days)
        elif passage.kind is PassageKind.HEADING:
            label = Slot()
        elif _heads_a_week(passage, own):
            label = Slot(own.weeks)
        if not own.weeks and len(weeks) != 1:
            # Under 'Weeks two and three', a line 'Week two' stands above what follows.
            weeks = label.weeks or weeks
        last = Slot(weeks) if weeks else last
        days, day_from = own.days or _under(label.days or above.days, passage.text), None
        if not own.days:
            earlier, later_by = _relative(passage, weeks, before, arrival)
            if earlier is not None and max(earlier.slot.days) + later_by <= FRIDAY:
                day_from = earlier.day_from or earlier.passage
                last_day = frozenset({max(earlier.slot.days) + later_by})
                days = last_day if later_by else earlier.slot.days
        said = frozenset[Phase]() if weeks else _one(find_slot(passage.text).phases) or above.phases
        step = SlottedPassage(passage, Slot(weeks, days, said), day_from)
        if days and (own.days or day_from):
            before = step
            if _ARRIVES.search(fold(passage.text)):
                arrival = step
        elif before is not None and before.slot.weeks != weeks:
            before = None
        found.append(step)
    return found


def _under(days: frozenset[int], text: str) -> frozenset[int]:
    """The days of a line that names none, under these."""
    if days and _TOMORROW.search(fold(text)):
        # Under 'Wednesday', 'tomorrow at 10' is on Thursday.
        return frozenset({max(days) + 1} if max(days) < FRIDAY else ())
    return frozenset() if len(days) == 1 and is_of_many_days(text) else days


def is_of_many_days(text: str) -> bool:
    """Is it of each day, or of the others: 'every evening at 6', 'at 9 on the other days'?"""
    return _MANY_DAYS.search(fold(text)) is not None


def _weeks(
    passage: Passage,
    own: Slot,
    above: Slot,
    moved: Mapping[str, frozenset[int]],
    before: SlottedPassage | None,
) -> frozenset[int]:
    """The weeks of a line: its own, those that its paragraph went on to, or those above it."""
    # Under 'Week 1', 'in week 1 the timetable for week 2 is settled' is of week 1.
    goes_on = moved.get(_run(passage)) if own.days or _is_relative(passage) else None
    if goes_on and min(goes_on) > 1 and not passage.cells and _is_due(passage.text):
        # What inspectors want by Tuesday they want before they come, and not in week 2.
        goes_on = None
    folded = fold(passage.text)
    if _AT_THE_END.search(folded) or _EACH.search(folded):
        goes_on = None
    if above.weeks and own.days and _FOR_A_WEEK.search(folded):
        # Under 'Week 1', 'diary for week 2 sent on Thursday' is of week 1.
        return goes_on or above.weeks
    weeks = (own.weeks & above.weeks) or own.weeks or goes_on or above.weeks
    if own.days and not own.weeks and len(weeks) == 1 and _NEXT_WEEK.search(folded):
        return frozenset(week + 1 for week in weeks)
    if own.days and not own.weeks and _FOLLOWING.search(folded):
        return _week_after(before, weeks)
    if own.days and not own.weeks and _DAY_BEFORE.search(folded):
        return frozenset(week - 1 for week in weeks if week > 1)
    if not weeks and before is not None and _NEXT_DAY.search(folded):
        return before.slot.weeks
    return weeks


def _is_due(text: str) -> bool:
    return is_deadline(text, next(iter(clock_times(text)), ClockTime("", "", 0, 0)))


def _is_relative(passage: Passage) -> bool:
    folded = fold(passage.text)
    return bool(_SAME_DAY.search(folded) or _NEXT_DAY.search(folded) or _SAME_WEEK.search(folded))


def _run(passage: Passage) -> str:
    """What lines that go on from one another share: their list, else their paragraph."""
    row = passage.kind is PassageKind.ROW and any("week" in fold(each) for each in passage.header)
    items = passage.kind is PassageKind.ITEM or row
    return f"group {passage.group}" if items and passage.group >= 0 else passage.id


def _heads_a_week(passage: Passage, own: Slot) -> bool:
    """'(Standard ILACS, week 1)' above lines that name no week."""
    if passage.kind is not PassageKind.PARAGRAPH or own.days or len(own.weeks) != 1:
        return False
    if happens(passage.text):
        return False  # 'Half-term is week 8.'
    return _ONLY_A_WEEK.fullmatch(passage.text) is not None and not clock_times(passage.text)


def _week_after(before: SlottedPassage | None, weeks: frozenset[int]) -> frozenset[int]:
    """'The following Monday' after a line of the same week that has a day is of the next week."""
    if before is None or len(before.slot.weeks) != 1:
        return weeks
    if weeks and weeks != before.slot.weeks:
        return weeks
    return frozenset({min(before.slot.weeks) + 1})


def _relative(
    passage: Passage,
    weeks: frozenset[int],
    before: SlottedPassage | None,
    arrival: SlottedPassage | None,
) -> tuple[SlottedPassage | None, int]:
    """The line that a passage's day goes by, None when it is not relative; and the days added."""
    folded = fold(passage.text)
    if _ON_ARRIVAL.search(folded) and arrival is not None and arrival.slot.weeks == weeks:
        return arrival, 0
    if before is None or before.slot.weeks != weeks:
        return None, 0
    if _SAME_DAY.search(folded):
        return before, 0
    if found := _NEXT_DAY.search(folded):
        return before, int(found["plus"] or _COUNTS[found["count"] or "one"])
    return None, 0


def _own_words(passage: Passage) -> str:
    if passage.cells and passage.header:
        pairs = zip(passage.header, passage.cells, strict=False)
        return " ; ".join(f"{name} {cell}" for name, cell in pairs if cell)
    return passage.text


def _above(passage: Passage) -> Slot:
    weeks: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    phases: frozenset[Phase] = frozenset()
    for text in (passage.section, passage.lead_in, *reversed(passage.headings)):
        slot = find_slot(text)
        weeks = weeks or slot.weeks
        days = days or slot.days
        phases = phases or _one(slot.phases)
        if weeks:
            break
    return Slot(weeks, days, phases)


def _one(phases: frozenset[Phase]) -> frozenset[Phase]:
    """The phase of a line, off or on site; a line of both is of neither."""
    visit = phases & VISIT
    return visit if len(visit) == 1 else frozenset()
