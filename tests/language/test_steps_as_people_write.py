"""Steps in the words of messages, cards and agendas: times under a day, ranges over days."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.inspection_steps import as_set, read_folder, squeezed
from language.inspection_steps import find_steps


def _told(tmp_path: Path, text: str) -> list[tuple[str, tuple[object, ...]]]:
    """The words of each step of a paper, with its weeks, days, time, until and deadline."""
    (tmp_path / "paper.md").write_text(text, encoding="utf-8")
    (paper,) = read_folder(tmp_path)
    passages = {each.id: each for each in paper.passages}
    return [
        (squeezed(passages[step.passage].text[step.start : step.end]), as_set(step)[:5])
        for step in find_steps(paper.document, paper.passages)
    ]


def _times(tmp_path: Path, text: str) -> list[tuple[object, ...]]:
    """The days and times alone."""
    return [step[1:4] for _, step in _told(tmp_path, text)]


TUESDAY, WEDNESDAY = ("Tuesday",), ("Wednesday",)


@pytest.mark.parametrize(
    ("line", "days", "time", "until"),
    [
        (
            "Inspectors are with us from Tuesday 9am until Friday 3pm.",
            ("Tuesday", "Wednesday", "Thursday", "Friday"),
            "09:00",
            "15:00",
        ),
        ("Feedback is between 11am and 12 noon on Tuesday.", TUESDAY, "11:00", "12:00"),
        ("Tuesday: planning call 10-11", TUESDAY, "10:00", "11:00"),
        ("Tues 11 onwards: they're with the court team", TUESDAY, "11:00", ""),
        ("On Tuesday the lead inspector rings between 9 and 10.", TUESDAY, "09:00", "10:00"),
        ("Tuesday: lists 1-9 for 10 children", TUESDAY, "", ""),
    ],
)
def test_times(tmp_path: Path, line: str, days: tuple[str, ...], time: str, until: str) -> None:
    text = f"# Focused visit\n\nWhat we know of it.\n\n{line}\n"
    assert _times(tmp_path, text) == [(days, time, until)]


def test_lines_that_begin_with_a_time_are_of_the_day_above_them(tmp_path: Path) -> None:
    text = (
        "# Focused visit, front door\n\nThe agenda for Tuesday is:\n\n- 9.00 arrival\n"
        "- 9.30 to 10.30 presentation by the service\n- 1.30 interviews\n\n"
        "On Wednesday they finish at 3pm.\n"
    )
    assert _times(tmp_path, text) == [
        (TUESDAY, "09:00", ""),
        (TUESDAY, "09:30", "10:30"),
        (TUESDAY, "13:30", ""),
        (WEDNESDAY, "15:00", ""),
    ]


def test_clauses_with_a_part_of_the_day_are_steps_of_their_own(tmp_path: Path) -> None:
    text = "# JTAI\n\nWhat happens when.\n\n- Tuesday: call 9am; letter pm; data back by close\n"
    assert [(words, step[1]) for words, step in _told(tmp_path, text)] == [
        ("Tuesday: call 9am", TUESDAY),
        ("letter pm", TUESDAY),
        ("data back by close", TUESDAY),
    ]


@pytest.mark.parametrize(
    "title", ["Call day checklist", "Roles on the day of the call", "Publication day plan"]
)
def test_on_the_day_of_an_event_a_time_needs_no_weekday(tmp_path: Path, title: str) -> None:
    text = f"# {title}\n\nPA books the boardroom by 10am. Comms: staff email out at 11am.\n"
    assert [step[1:] for _, step in _told(tmp_path, text)] == [
        ((), "10:00", "", True),
        ((), "11:00", "", False),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "When will inspectors be here? That is not known.",
        "How long do inspectors stay? A week or two.",
        "We are awaiting our inspection.",
        "We expect Ofsted soon.",
    ],
)
def test_a_paper_that_begins_with_the_inspectors_is_of_them(tmp_path: Path, opening: str) -> None:
    text = f"# Weekly note\n\n{opening} Please have your files ready by 5pm on Tuesday.\n"
    assert _times(tmp_path, text) == [(TUESDAY, "17:00", "")]


def test_so_is_one_that_says_at_its_end_what_it_is_for(tmp_path: Path) -> None:
    lines = (
        "# Crib sheet\n\nThe DCS is rung on Tuesday. Staff are told by 3pm on Tuesday. Rooms are "
        "booked by business support. Leave is looked at again. Nobody need worry.\n\n"
    )
    assert len(_told(tmp_path, f"{lines}This is for all Ofsted inspections.\n")) == 2
    assert _told(tmp_path, f"{lines}This stops when an inspection is called.\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "If the call comes on Tuesday",
        "About six weeks later.",
        "Lunch is served at 12.45pm on both days.",
        "The team meeting is moved to Tuesday at 2pm.",
        "The timetable for Tuesday is as follows:",
    ],
)
def test_what_is_no_step(tmp_path: Path, line: str) -> None:
    assert _told(tmp_path, f"# Focused visit\n\nWhat we know of it.\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("She rings me every evening at 6pm.", "18:00"),
        ("Be at your desk from 8.30am each day.", "08:30"),
    ],
)
def test_every_day_is_not_the_day_of_the_heading(tmp_path: Path, line: str, time: str) -> None:
    text = f"# Focused visit: Tuesday's call with the lead inspector\n\nNotes.\n\n{line}\n"
    assert _times(tmp_path, text) == [((), time, "")]


def test_inspectors_on_site_in_a_week_are_a_step_of_it(tmp_path: Path) -> None:
    text = "# JTAI\n\nIt begins with a call.\n\nInspectors are on site in week 3.\n"
    assert [step[0] for _, step in _told(tmp_path, text)] == [(3,)]
    text = "# JTAI\n\nIt begins with a call.\n\nThe first week is off site.\n"
    assert _told(tmp_path, text) == []
