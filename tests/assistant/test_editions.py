"""'And the one before it?' is answered by the edition before the one just spoken of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Status

REPORT = """# Inspection of children's services in Wokingham

Report published: {} {}

Lead inspector: {}

## What needs to improve

{}
"""
LEADS = {
    2016: ("Ann Ashdown", "The help that care leavers get."),
    2019: ("Bella Byron", "The timeliness of visits."),
    2023: ("Carla Crewe", "The quality of supervision."),
}


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    files = {
        f"inspection-report/wokingham-{year}.md": REPORT.format("May", year, lead, improve)
        for year, (lead, improve) in LEADS.items()
    }
    return assistant_over(files, "Wokingham")


@pytest.mark.parametrize(
    ("first", "then", "lead"),
    [
        ("who led our latest inspection?", "and the one before it?", 2019),
        ("who led our 2019 inspection?", "and the one before?", 2016),
        ("who led our 2016 inspection?", "and the next one?", 2019),
    ],
)
def test_the_edition_beside(assistant: Assistant, first: str, then: str, lead: int) -> None:
    answer = assistant.ask([first, then])
    assert answer.status is Status.ANSWERED
    assert LEADS[lead][0] in answer.text


def test_where_the_series_ends_nothing_answers(assistant: Assistant) -> None:
    answer = assistant.ask(["who led our 2016 inspection?", "and the one before it?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
