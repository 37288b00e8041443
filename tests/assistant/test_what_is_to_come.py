"""'When is the report published?' asks of any report; 'when was it?' of the last one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant

GUIDE = """# How an inspection runs: guide for Wokingham, May 2025

- The report is published about 31 working days after the last day on site.
- The council publishes the action plan within 70 working days of receiving the report.
"""
REPORT = """# Inspection of Wokingham children's services

Inspection dates: 6 to 17 March 2023

Report published: 9 May 2023

Lead inspector: Ana Lee

The experiences of care leavers are good. Social workers know children well.
"""

OUTCOME = """# Single inspection of Wokingham children's services, 2017: outcome in short

- Report published: 7 April 2017
- Wokingham was rated good at its last inspection, in 2024.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    files = {"framework-guidance/guide.md": GUIDE, "inspection-report/2023.md": REPORT}
    files["briefing/outcome-2017.md"] = OUTCOME
    return assistant_over(files, "Wokingham")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when is the report published", "31 working days after the last day"),
        ("how long between the last day on site and the report being published", "31 working"),
        ("when was the report published", "9 May 2023"),
        ("when was our last report published?", "9 May 2023"),
    ],
)
def test_the_first_line_is_of_the_time_asked_about(
    assistant: Assistant, question: str, said: str
) -> None:
    assert said in assistant.ask([question]).sentences[0].text


KINDS = """# ILACS inspections of all local authorities: guidance, May 2025

## Standard ILACS inspection

- Week 1, Monday: the lead inspector telephones.
- Week 3, Friday: the work on site finishes and inspectors leave.

## Short ILACS inspection

- Week 1, Monday: the lead inspector telephones.
- Week 2, Tuesday: inspectors see records.
"""


def test_a_step_of_one_kind_says_which(assistant_over: Callable[..., Assistant]) -> None:
    made = assistant_over({"framework-guidance/kinds.md": KINDS}, "Wokingham")
    assert made.ask(["when do inspectors leave"]).text.startswith("Of an ILACS standard inspection")
    named = made.ask(["when do inspectors leave in a standard inspection"]).text
    assert "Week 3, Friday" in named
    assert "Of an ILACS" not in named
