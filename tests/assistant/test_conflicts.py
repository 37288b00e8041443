"""Papers that give different values for the same thing are shown side by side, never one alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Answer, NoteKind, Status

DECK = """# Inspection preparation of Wokingham children's services, October 2024

The inspection team is four social care inspectors, who are joined by one education HMI.

The action plan goes to the Department for Education within 70 working days of the report.

The improvement board is chaired by Ann Ashdown.
"""
MINUTES = """# Minutes of the scrutiny committee of Wokingham, November 2024

Officers said that four inspectors would come for the inspection.

The action plan goes to the Department for Education within 70 days of the report.

The next inspection is expected in March 2025.
"""
OLD = """# Improvement plan of Wokingham children's services, May 2017

The improvement board is chaired by Bernard Brook.
"""
FILES = {
    "briefing/deck.md": DECK,
    "minutes/november.md": MINUTES,
    "briefing/old.md": OLD,
}


@pytest.fixture
def ask(assistant_over: Callable[..., Assistant]) -> Callable[[str], Answer]:
    assistant = assistant_over(FILES, "Wokingham")
    return lambda question: assistant.ask([question])


@pytest.mark.parametrize(
    ("asked", "one", "other"),
    [
        ("how many inspectors will come?", "four inspectors", "four social care inspectors"),
        ("how many inspectors will there be", "four inspectors", "four social care inspectors"),
        ("how many days for the action plan?", "70 working days", "70 days"),
        ("how long have we for the action plan after the report", "70 working days", "70 days"),
    ],
)
def test_both_sides_are_said_each_with_its_paper(
    ask: Callable[[str], Answer], asked: str, one: str, other: str
) -> None:
    answer = ask(asked)
    assert answer.status is Status.CONFLICTING
    quotes = {each.document.file: each.quote for each in answer.citations}
    assert any(one in quote for quote in quotes.values())
    assert any(other in quote for quote in quotes.values())
    (note,) = [each for each in answer.notes if each.kind is NoteKind.CONFLICT]
    assert "October 2024" in note.text
    assert "November 2024" in note.text


def test_the_newer_paper_leads_and_one_of_another_time_is_earlier(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("who chairs the improvement board?")
    assert answer.status is Status.ANSWERED
    lines = answer.text.splitlines()
    assert "Ann Ashdown" in lines[0]
    assert lines[1] == "Earlier (May 2017):"
    assert "Bernard Brook" in lines[2]


def test_one_value_in_two_wordings_is_no_conflict(
    assistant_over: Callable[..., Assistant],
) -> None:
    papers = {
        "briefing/one.md": "# Briefing of Hackney, May 2024\n\nThe team has 5 managers.\n",
        "minutes/two.md": "# Minutes of Hackney, June 2024\n\nThe team has five new managers.\n",
    }
    assistant = assistant_over(papers, "Hackney")
    assert assistant.ask(["how many managers has the team?"]).status is Status.ANSWERED


def test_two_things_with_a_time_each_in_one_paper_are_no_conflict(
    assistant_over: Callable[..., Assistant],
) -> None:
    paper = (
        "# Annex A in Wokingham, October 2026\n\n"
        "The Annex A documents are due by the end of Wednesday in the off-site week.\n\n"
        "The Annex A data lists are due by the end of Tuesday in the off-site week.\n"
    )
    assistant = assistant_over({"briefing/annex.md": paper}, "Wokingham")
    answer = assistant.ask(["by when must Annex A go?"])
    assert answer.status is Status.ANSWERED
    assert "documents" in answer.text
    assert "data lists" in answer.text
