"""The order of steps within an inspection."""

from __future__ import annotations

from assistant.timetables.dated_steps import SourcedStep

NOON = "12:00"


def order(each: SourcedStep) -> tuple[int, int, str, int, int]:
    """By week, day and time; one without a time at noon, then as the paper has them."""
    step = each.step
    return (
        min(step.weeks, default=0),
        min(step.days, default=7),
        step.time or NOON,
        each.passage.place,
        step.start,
    )
