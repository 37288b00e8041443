"""'In our last report' names the paper that speaks, and is nothing to look for in its lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from assistant.which_paper.newest_asked import names_newest, without_newest
from core.answers import Status

OLD = """# Inspection of children's services in Wokingham

Report published: May 2019

Lead inspector: Bella Byron

## Findings

The panel of foster carers meets in the old library.
"""
NEW = """# Inspection of children's services in Wokingham

Report published: May 2023

Lead inspector: Carla Crewe

## What needs to improve

- The timeliness of visits.
- The quality of supervision.

## Findings

Since the last report our leaders report that the needs of the last area were met.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    files = {"inspection-report/old.md": OLD, "inspection-report/new.md": NEW}
    return assistant_over(files, "Wokingham")


def test_the_name_of_the_paper_is_no_subject(assistant: Assistant) -> None:
    answer = assistant.ask(["areas for improvement in our last report"])
    assert "The timeliness of visits." in answer.text


def test_an_older_report_never_answers_for_the_newest(assistant: Assistant) -> None:
    asked = "where does the panel of foster carers meet"
    assert "old library" in assistant.ask([f"{asked}?"]).text
    answer = assistant.ask([f"{asked}, according to our latest report?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("what was slow in our latest inspection report", "what was slow"),
        ("the most recent Ofsted report: what about visits", ": what about visits"),
        ("when was the last report?", "when was the last report?"),
        ("what do they say of the last three reports", ""),
    ],
)
def test_only_a_name_with_something_beside_it_goes(question: str, rest: str) -> None:
    assert without_newest(question).strip() == (rest or question)
    assert names_newest(question) == bool(rest)
