"""Steps asked about by people in a hurry: two deadlines, notice, the last of a kind, slips."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from core.answers import Status

DECK = """# When the inspectors ring: briefing for Hackney staff, May 2025

Hackney is preparing for a short ILACS inspection.

## Week 1 of our inspection: off site

- On Monday the lead inspector telephones the Director by 10am.
- The set-up meeting is held on Monday with the lead inspector and the heads of service.
- We send the 11 Annex A data lists by the end of Tuesday.
- We send the Annex A documents by noon on Thursday.

## Week 2 of our inspection: on site

- Inspectors arrive on Monday and we deliver the opening presentation.
- On Tuesday inspectors track cases with social workers.
- On Friday we hear initial feedback and the indicative judgement.
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over({"briefing/when.md": DECK}, "Hackney")


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (["Data lists and documents, deadlines for each"], ["Tuesday", "Thursday"]),
        (["Notice we get before boots on the ground?"], ["telephones", "arrive", "7 days"]),
        (["what's our final submission before they walk in"], ["Annex A documents"]),
        (["Call to first submission: how long?"], ["telephones", "data lists", "1 day"]),
        (["wots the nxt thing aftr the data lsits"], ["Annex A documents"]),
        (["sorry, me again - when will we know how it's gone? I'm losing sleep"], ["Friday"]),
        (["I'm off on the first tuesday, anything due?"], ["data lists"]),
        (["So it's the Monday, the call has come. What else is that day?"], ["set-up meeting"]),
        (["Straight after the presentation, what do they get on with?"], ["track cases"]),
        (["By close of play Tuesday of week 1 we need what exactly?"], ["data lists"]),
    ],
)
def test_asked_in_a_hurry(assistant: Assistant, turns: list[str], facts: list[str]) -> None:
    answer = assistant.ask(turns)
    assert answer.status is Status.ANSWERED
    assert [each for each in facts if each not in answer.text] == []


@pytest.mark.parametrize(
    "turns",
    [
        ["I'm a head. What day will they be visiting my school?"],
        ["do the inspectors need parking for all five days?"],
        ["what time do inspectors go home each day"],
        ["how much notice is there of a JTAI?"],
    ],
)
def test_what_no_line_says_is_refused(assistant: Assistant, turns: list[str]) -> None:
    assert assistant.ask(turns).status is Status.NOT_IN_DOCUMENTS
