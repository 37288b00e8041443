"""'What does our self-evaluation say about it?' is answered from that paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from assistant.which_paper.paper_asked import read_paper_asked
from core.answers import Status
from core.documents import Kind

OLD = """# Self-evaluation of Wokingham children's services, October 2024

| Area | What we know |
|---|---|
| Workforce | Staff are keen to make things even better. Average caseload was 13 in August 2024. |
"""
NEW = OLD.replace("2024", "2026").replace("was 13", "was 17")
BRIEFING = """# Briefing of Wokingham children's services, October 2024

The average caseload is 13, which workers find manageable.
"""
FILES = {
    "self-evaluation/2024.md": OLD,
    "self-evaluation/2026.md": NEW,
    "briefing/october.md": BRIEFING,
}


@pytest.mark.parametrize(
    ("asked", "text", "kind"),
    [
        ("what does our SEF say about early help?", "early help in our SEF", Kind.SELF_EVALUATION),
        ("What did the 2017 report say on care?", "care in the 2017 report", None),
        ("what did inspectors find about QA", "QA in inspectors", Kind.INSPECTION_REPORT),
        ("what did ofsted say about us", "what did ofsted say about us", None),
        ("what do we say about pay", "what do we say about pay", None),
    ],
)
def test_the_paper_and_the_subject_are_told_apart(asked: str, text: str, kind: Kind | None) -> None:
    assert read_paper_asked(asked) == (text, kind)


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over(FILES, "Wokingham")


def test_only_that_paper_and_its_newest_edition_answers(assistant: Assistant) -> None:
    answer = assistant.ask(["what does our self-evaluation say about the average caseload?"])
    assert "17 in August 2026" in answer.text
    assert {each.document.file for each in answer.citations} == {"self-evaluation/2026.md"}


def test_the_newest_figure_leads_and_the_older_is_earlier(assistant: Assistant) -> None:
    answer = assistant.ask(["what is our average caseload?"])
    assert "17 in August 2026" in answer.sentences[0].text
    assert answer.sentences[1].text == "Earlier (October 2024):"
    assert "13" in answer.sentences[2].text


def test_a_sentence_of_a_cell_is_quoted_without_the_rest_of_it(assistant: Assistant) -> None:
    answer = assistant.ask(["what was the average caseload in August 2026?"])
    assert answer.status is Status.ANSWERED
    assert answer.text == "Average caseload was 17 in August 2026."
    assert answer.citations[0].quote == "Average caseload was 17 in August 2026."
