"""Lines beside the steps of an inspection are none of them, though they name days and times."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.inspection_steps import read_folder, squeezed
from language.inspection_steps import find_steps
from language.step_asides import is_action, is_aside, is_of_an_earlier_round

PAPER = """# Getting ready for our ILACS: notes for staff, April 2025

## Week 1: off site

{steps}

## Afterwards

The council must publish an action plan within 70 working days of receiving the report.
"""
STEPS = (
    "The lead inspector telephones the Director on Monday by 10am.",
    "We hand in the data lists by the end of Tuesday.",
    "Documents are uploaded by noon on Wednesday.",
    "Can Facilities put six passes at the desk by Friday lunchtime?",
)
ASIDES = (
    "Most councils dread the Tuesday more than any other day.",
    "It is impossible to say which Monday it will be.",
    "Why do they ring on a Monday?",
    "The data lists cover the six months before the call.",
    "The coffee bar is open from 8am to 3pm.",
    "Alarms are tried out on Wednesdays at 11am.",
    "The 2018 inspection ended on a Friday.",
    "The lists used to be due on the Wednesday.",
    "Under the old framework the team stayed until the Thursday of week 4.",
    "Two managers had left since Monday.",
    "Sit-in sessions, from Monday to Thursday, are held twice a year.",
    "The front door team has its daily meeting at 10am.",
    "Children missing from home are seen within 72 hours of return.",
    "Young people on orders are seen within five working days of sentence.",
    "Visits to children on plans happen within 10 working days.",
    "Papers for court are filed by noon two days before the hearing.",
    "Invoices are paid within 30 days of receipt.",
    "Reports on mock inspections come within five working days of the mock.",
)


def _found(folder: Path, lines: tuple[str, ...]) -> set[str]:
    text = PAPER.format(steps="\n".join(f"- {each}" for each in lines))
    (folder / "paper.md").write_text(text, encoding="utf-8")
    (read,) = read_folder(folder)
    passages = {each.id: each for each in read.passages}
    steps = find_steps(read.document, read.passages)
    return {squeezed(passages[each.passage].text[each.start : each.end]) for each in steps}


def test_the_steps_of_a_paper_are_found_and_nothing_beside_them(tmp_path: Path) -> None:
    found = _found(tmp_path, (*STEPS, *ASIDES))
    assert {squeezed(each) for each in STEPS} <= found
    assert not {each for each in ASIDES if squeezed(each) in found}
    assert any("action plan" in each for each in found)


@pytest.mark.parametrize("line", ASIDES)
def test_an_aside_alone_among_steps_is_none(tmp_path: Path, line: str) -> None:
    assert squeezed(line) not in _found(tmp_path, (*STEPS, line))


def test_an_action_of_minutes_is_of_the_week_of_the_meeting() -> None:
    line = "3. CD will circulate the self-evaluation by Friday."
    assert is_action(line, "Minutes of the inspection group, 4 March 2025")
    assert not is_action(line, "When they call")
    assert not is_action("4. HMI visits the team on Friday.", "Minutes of the group")


def test_what_is_still_to_come_is_of_no_earlier_round() -> None:
    assert is_of_an_earlier_round("The last inspection began on a Tuesday.")
    assert not is_of_an_earlier_round("As in the last inspection, lists must go by Tuesday.")


def test_the_inspectors_days_may_come_round_each_week() -> None:
    assert is_aside("The office shuts early on Fridays.", of_visit=False)
    assert not is_aside("Inspectors leave at noon on Fridays.", of_visit=True)
