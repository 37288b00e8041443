"""A list is given whole and in order, and of what stands beside it nothing."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering import Assistant
from core.answers import SentenceKind

PAPER = """# Improvement in Wokingham, May 2025

## Improvement plan: three priorities

- Priority 1: help that comes early.
- Priority 2: stable homes for children in care.
- Priority 3: social workers who stay.
- The plan was written after two away days.
- The improvement board looks at it every month.

## Improvement plan: four dangers

- Staff who leave.
- Late visits.
- Danger of drift in court.
"""


def items(assistant: Assistant, question: str) -> list[str]:
    said = assistant.ask([question]).sentences
    return [each.text for each in said if each.kind is SentenceKind.ITEM]


def test_only_what_the_heading_counts_is_of_its_list(
    assistant_over: Callable[..., Assistant],
) -> None:
    assistant = assistant_over({"briefing/plan.md": PAPER}, "Wokingham")
    assert items(assistant, "What are the priorities of the improvement plan?") == [
        "Priority 1: help that comes early.",
        "Priority 2: stable homes for children in care.",
        "Priority 3: social workers who stay.",
    ]


def test_a_count_that_does_not_fit_takes_nothing_away(
    assistant_over: Callable[..., Assistant],
) -> None:
    assistant = assistant_over({"briefing/plan.md": PAPER}, "Wokingham")
    assert len(items(assistant, "What are the dangers of the improvement plan?")) == 3
