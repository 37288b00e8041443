"""The second sentence of an answer adds something to the first."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering import Assistant

ONE = """# Guidance on visits, May 2024

The visitor tests how senior leaders are told about key issues.
"""
OTHER = """# Briefing of Tower Hamlets, June 2024

The visitor will test how senior leaders are told about key issues.

Senior leaders are told about key issues in a weekly note that the visitor reads.
"""


def test_the_same_words_are_not_said_twice(assistant_over: Callable[..., Assistant]) -> None:
    assistant = assistant_over(
        {"framework-guidance/visits.md": ONE, "briefing/visits.md": OTHER}, "Tower Hamlets"
    )
    text = assistant.ask(["what does the visitor test?"]).text
    assert not ("The visitor tests how" in text and "The visitor will test how" in text)


def test_another_number_is_something_else(assistant_over: Callable[..., Assistant]) -> None:
    paper = (
        "# Deadlines of Tower Hamlets, June 2024\n\n"
        "The draft action plan after a focused visit with priority action is sent within 20 days."
        "\n\nThe final action plan after a focused visit with priority action is sent within 70 "
        "days.\n"
    )
    assistant = assistant_over({"briefing/deadlines.md": paper}, "Tower Hamlets")
    text = assistant.ask(
        ["deadlines of the draft and final action plan after a focused visit"]
    ).text
    assert "20 days" in text
    assert "70 days" in text
