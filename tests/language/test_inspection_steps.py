"""The steps of inspections that papers set out are found, where and when; none is invented."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.documents import DocumentText
from core.settings import ROOT
from evaluation.inspection_steps import HARDER, PHRASINGS, as_set, read_folder, score, squeezed
from evaluation.question_sets import Part
from language.inspection_steps import find_steps

BY_HAND = ROOT / "evaluation" / "timetable" / "papers.json"
FORMS = ("*.txt", "*.pptx", "*.pdf", "*.docx")


def _papers(papers: Path, number: str, folder: Path) -> Iterator[DocumentText]:
    for pattern in FORMS:
        for path in (papers / "seeds").glob(f"{number}{pattern}"):
            one = folder / path.suffix[1:]
            one.mkdir()
            shutil.copyfile(path, one / path.name)
            yield from read_folder(one)


def _found(text: DocumentText) -> list[tuple[str, Any]]:
    passages = {each.id: each for each in text.passages}
    return [
        (squeezed(passages[each.passage].text[each.start : each.end]), each)
        for each in find_steps(text.document, text.passages)
    ]


def _meant(quote: str, found: list[tuple[str, Any]]) -> list[Any]:
    wanted = squeezed(quote)
    return [step for words, step in found if wanted in words or words in wanted]


@pytest.mark.papers
def test_the_deck_of_october_2024_in_each_of_its_forms(papers: Path, tmp_path: Path) -> None:
    by_hand = json.loads(BY_HAND.read_text("utf-8"))["deck"]
    forms = list(_papers(papers, "004", tmp_path))
    assert len(forms) >= 3
    for text in forms:
        found = [(words, each) for words, each in _found(text) if each.weeks]
        for wanted in by_hand["steps"]:
            same = _meant(wanted["quote"], found)
            if wanted.get("optional") and not same:
                continue
            assert len(same) == 1, (text.document.file, wanted["quote"])
            weeks, days, time, _, by, _ = as_set(same[0])
            assert (list(weeks), list(days), time) == (
                wanted["weeks"],
                wanted["days"],
                wanted["time"],
            )
            assert by == wanted["by"]
        assert len(found) <= len(by_hand["steps"])
        for quote in by_hand["not_steps"]:
            assert not _meant(quote, _found(text)), quote


@pytest.mark.papers
def test_the_periods_of_the_report_of_2017(papers: Path, tmp_path: Path) -> None:
    by_hand = json.loads(BY_HAND.read_text("utf-8"))["improvement_plan_2017"]
    for text in _papers(papers, "002", tmp_path):
        found = _found(text)
        for wanted in (each for each in by_hand["steps"] if not each.get("optional")):
            (step,) = _meant(wanted["quote"], found)
            told, period = wanted["relative"], step.period
            assert period is not None
            assert (period.amount, period.unit.value) == (told["amount"], told["unit"])
            assert period.direction.value == told["direction"]
            assert told["event"] in period.event or period.event in told["event"]
            assert (period.up_to or None) == told.get("amount_to")
        for quote in by_hand["not_steps"]:
            assert not _meant(quote, found), quote


def test_invented_papers_in_all_kinds_of_phrasing() -> None:
    scores = [each for each in score(PHRASINGS) if each.part is Part.TUNE]
    wanted = sum(each.wanted for each in scores)
    assert sum(each.right for each in scores) >= 0.98 * wanted
    assert not [each.invented for each in scores if each.invented]


def test_papers_as_people_jot_them() -> None:
    scores = score(HARDER)
    wanted = sum(each.wanted for each in scores)
    assert sum(each.right for each in scores) >= 0.94 * wanted
    assert sum(len(each.invented) for each in scores) <= 0.01 * wanted
    # Most papers without steps have time limits, weekdays and weeks of other things in them.
    assert sum(each.invented == () for each in scores if not each.wanted) >= 0.95 * sum(
        not each.wanted for each in scores
    )


def _told(tmp_path: Path, text: str) -> list[tuple[str, tuple[object, ...]]]:
    (tmp_path / "paper.md").write_text(text, encoding="utf-8")
    (paper,) = read_folder(tmp_path)
    return [(words, as_set(step)) for words, step in _found(paper)]


def test_days_that_a_paper_counts_are_the_weekdays_that_it_names(tmp_path: Path) -> None:
    found = _told(
        tmp_path, "# Focused visit\n- Day one is Tuesday: arrive 9am\n- Day two: feedback"
    )
    assert [step[1] for _, step in found] == [("Tuesday",), ("Wednesday",)]


def test_a_counted_day_of_no_named_one_has_none(tmp_path: Path) -> None:
    found = _told(tmp_path, "# Focused visit\n- Day two: the director hears feedback at 4pm")
    assert all(step[1] == () for _, step in found)


def test_a_line_that_only_says_when_stands_above_the_others(tmp_path: Path) -> None:
    text = "Focused visit\nDay 1 (Tues)\n0915 arrival\nDay 2 (Weds)\n1600 feedback to the director"
    found = _told(tmp_path, text)
    assert [words for words, _ in found] == ["0915 arrival", "1600 feedback to the director"]
    assert [(step[1], step[2]) for _, step in found] == [
        (("Tuesday",), "09:15"),
        (("Wednesday",), "16:00"),
    ]


def test_two_things_in_a_sentence_are_two_steps(tmp_path: Path) -> None:
    text = "In a short inspection we send the lists by 5pm on Tuesday, and the audits by Thursday."
    found = _told(tmp_path, text)
    assert [(step[1], step[2]) for _, step in found] == [
        (("Tuesday",), "17:00"),
        (("Thursday",), ""),
    ]


def test_one_thing_on_two_days_is_one_step(tmp_path: Path) -> None:
    found = _told(tmp_path, "In a short inspection inspectors visit on Tuesday and Wednesday.")
    assert [step[1] for _, step in found] == [("Tuesday", "Wednesday")]


def test_a_column_that_says_by_when_makes_deadlines(tmp_path: Path) -> None:
    text = "# JTAI\n| What | {} |\n|---|---|\n| Minutes | Thursday 4pm |"
    assert _told(tmp_path, text.format("By when"))[0][1][4]
    assert not _told(tmp_path, text.format("When"))[0][1][4]


def test_rows_of_a_grid_have_their_time(tmp_path: Path) -> None:
    grid = "| | Tues | Weds |\n|---|---|---|\n| 9.30 | Arrive | - |\n| 2.00 | - | KIT |"
    text = f"# Focused visit\n{grid}"
    found = [(words, step[1], step[2]) for words, step in _told(tmp_path, text)]
    assert found == [("Arrive", ("Tuesday",), "09:30"), ("KIT", ("Wednesday",), "14:00")]


@pytest.mark.parametrize(
    "text",
    [
        "# Practice standards\n- Core group within 10 working days of conference",
        "# Ofsted and us\nIn 2021 inspectors asked for more documents on the Wednesday.",
        "# Short inspection\nInspectors read cases closed within three months of the visit.",
        "# JTAI\n| List | Covers |\n|---|---|\n| Contacts | Six months before the visit |",
        "# Short inspection\nOur office is shut on Wednesday afternoon.",
        "# Performance\nWeek 12: contacts 412. Next clinic Wednesday 10am.",
        "# Short inspection\n- Thursday: nothing booked",
        "# Monitoring visits\n| When | What |\n|---|---|\n| 3 June 2019 | Inspectors arrive |\n"
        "| Within 70 working days | Action plan sent |\n| March 2021 | Monitoring visit 4 |",
    ],
)
def test_what_looks_like_a_step_and_is_none(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


def test_a_timetable_of_an_inspection_has_dates(tmp_path: Path) -> None:
    lines = "- Mon 11 Jan 09:00 Arrive, Town Hall\n- Tue 12 Jan 08:45 KIT meeting\n"
    found = _told(tmp_path, f"# Agreed timetable, ILACS short\n{lines}")
    assert [step[1:3] for _, step in found] == [(("Monday",), "09:00"), (("Tuesday",), "08:45")]
    assert _told(tmp_path, f"# Diary of the service\n{lines}") == []


def test_a_line_that_says_a_day_and_where_stands_above_what_follows(tmp_path: Path) -> None:
    text = (
        "# Standard ILACS\n\nWeek 1, Tuesday (off site)\n\nLists uploaded, 5pm\n\n"
        "Week 2, Monday (on site)\n\nOpening presentation at 10.30am\n"
    )
    found = [(words, step[0], step[1], step[2]) for words, step in _told(tmp_path, text)]
    assert found == [
        ("Lists uploaded, 5pm", (1,), ("Tuesday",), "17:00"),
        ("Opening presentation at 10.30am", (2,), ("Monday",), "10:30"),
    ]


def test_a_line_of_a_dated_day_stands_above_what_follows(tmp_path: Path) -> None:
    text = (
        "# Focused visit programme\n\nDay one - Tuesday 4 February\n\n0900 Arrival and tea\n\n"
        "Day two - Wednesday 5 February\n\n1500 Feedback to senior leaders\n"
    )
    found = [(step[1], step[2]) for _, step in _told(tmp_path, text)]
    assert found == [(("Tuesday",), "09:00"), (("Wednesday",), "15:00")]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Data lists .......... Tuesday, week 1, 5pm", ("Tuesday",)),
        ("Inspectors meet us at 4.30 every day except Friday", ()),
        (
            "Inspectors see staff on Wednesday at 2pm, and foster carers the day after at 10.",
            ("Thursday",),
        ),
    ],
)
def test_the_day_is_that_of_the_thing_itself(
    tmp_path: Path, line: str, days: tuple[str, ...]
) -> None:
    found = _told(tmp_path, f"# Short inspection\n\nOur plan for it.\n\n{line}\n")
    assert found[-1][1][1] == days


def test_tomorrow_and_next_week_count_from_the_day_above(tmp_path: Path) -> None:
    text = (
        "# Message of the inspection (Wed, week 1)\n\nTomorrow at 10 the lead inspector rings.\n\n"
        "Next week she would like to see the duty team on Tuesday at 9am.\n"
    )
    found = [(step[0], step[1]) for _, step in _told(tmp_path, text)]
    assert found == [((1,), ("Thursday",)), ((2,), ("Tuesday",))]


def test_tomorrow_is_not_the_day_before_it_in_the_paragraph(tmp_path: Path) -> None:
    text = "# Short inspection\n\nThe lists go on Friday. She wants audits by 12 noon tomorrow.\n"
    told = [step[1] for words, step in _told(tmp_path, text) if "tomorrow" in words]
    assert told in ([], [()])


def test_before_people_leave_is_a_deadline(tmp_path: Path) -> None:
    ((_, step),) = _told(tmp_path, "# Short inspection\n- Tuesday: lists sent before we leave")
    assert step[4]


def test_a_week_on_site_is_not_given_to_what_is_due_before_it(tmp_path: Path) -> None:
    text = (
        "Standard inspection. The team comes on Monday of week 2. Send the lists by 5pm on Tuesday."
    )
    assert [step[0] for _, step in _told(tmp_path, text)] == [(2,), ()]
