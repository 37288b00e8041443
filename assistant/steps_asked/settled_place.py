"""Which week and day of a timeline a question means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.steps_asked.timelines import Timeline
from language.phases import Phase
from language.places import moved
from language.weeks import WEEKDAYS, Slot
from language.words import fold

WORKING_WEEK = 5
_CALLS = re.compile(r"\b(?:calls?|rings?|phones?|telephones?|phone call)\b")


def settle(asked: Slot, timeline: Timeline) -> Slot | None:
    """The weeks and days of the timeline that a question means; None when it cannot tell.

    Of a timeline that names a phase and no week, the slot keeps the phase.
    """
    place = _phase_settled(asked, timeline)
    if place is None:
        return None
    if asked.nth and not asked.of_steps:
        place = _nth_day(asked.nth, place, timeline)
        if place is None:
            return None
    return _moved(place, asked)


def _moved(place: Slot, asked: Slot) -> Slot | None:
    if not asked.move:
        return place
    if not place.weeks:
        # Only within the one week that a phase without a number is.
        to = {day + asked.move.days for day in place.days}
        if asked.move.weeks or not to or not to <= set(range(len(WEEKDAYS))):
            return None
    there = moved(replace(place, phases=frozenset()), asked.move)
    return replace(there, phases=place.phases)


def _phase_settled(asked: Slot, timeline: Timeline) -> Slot | None:
    if not asked.phases:
        last = -1 in asked.weeks and timeline.weeks
        return Slot(frozenset({max(timeline.weeks)}) if last else asked.weeks, asked.days)
    phase = min(asked.phases)
    if phase in (Phase.CALL, Phase.CALL_WEEK):
        call = _call(timeline)
        if call is None:
            return None
        days = asked.days or (frozenset() if phase is Phase.CALL_WEEK else call.days)
        return replace(call, days=days)
    weeks = timeline.phases.get(phase, frozenset())
    if not weeks:
        named = any(phase in each.slot.phases for each in timeline.steps)
        return Slot(days=asked.days, phases=asked.phases) if named and not asked.weeks else None
    if not asked.weeks:
        return Slot(weeks, asked.days)
    counted = _counted(asked.weeks, sorted(weeks))
    literal = asked.weeks & weeks
    chosen = (counted or literal) if asked.ordinal else (literal or counted)
    return Slot(chosen, asked.days) if chosen else None


def _counted(asked: frozenset[int], weeks: Sequence[int]) -> frozenset[int]:
    """'The second week on site': weeks counted from the start of the phase; -1 is its last."""
    if -1 in asked:
        return frozenset(weeks[-1:])
    return frozenset(weeks[number - 1] for number in asked if 0 < number <= len(weeks))


def _call(timeline: Timeline) -> Slot | None:
    """Where the timeline says that the call comes."""
    for each in timeline.steps:
        if each.slot.days and _CALLS.search(fold(each.passage.text)):
            return replace(each.slot, days=frozenset({min(each.slot.days)}))
    return None


def _nth_day(nth: int, place: Slot, timeline: Timeline) -> Slot | None:
    """The nth day of the place, by the first and last weekdays that the timeline names at all."""
    days = [day for each in timeline.steps for day in each.slot.days]
    weeks = sorted(place.weeks) if place.within else list(timeline.weeks)
    if not days:
        return None
    if nth < 0:
        return Slot(frozenset(weeks[-1:]), frozenset({max(days)}), place.phases)
    week, day = divmod(nth - 1, WORKING_WEEK)
    if weeks and week >= len(weeks):
        return None
    counted = frozenset({min(days) + day})
    return Slot(frozenset(weeks[week : week + 1]), counted, place.phases)
