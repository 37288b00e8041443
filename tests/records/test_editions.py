"""Which edition is the newest: found by council, kind, title and date, or set by hand."""

from __future__ import annotations

import pytest

from core.dates import PartialDate
from core.documents import Document, DocumentStatus, Kind
from core.register import Fact
from records.register import Register
from tests.support import a_document

PLAN = {"kind": Kind.IMPROVEMENT_PLAN, "about": "Tower Hamlets", "title": "Improvement plan {}"}


def plan(year: int, **facts: object) -> Document:
    values = {**PLAN, "title": f"Improvement plan {year}", "published": PartialDate(year)}
    return a_document(f"plan-{year}.pdf", **{**values, **facts})


def standing(register: Register) -> dict[str, tuple[str, str]]:
    """File -> its status and the file of the edition that it supersedes."""
    files = {each.id: each.file for each in register.everything()}
    return {
        each.file: (each.status.value, files.get(each.supersedes, ""))
        for each in register.everything()
    }


@pytest.mark.parametrize("order", [(2017, 2020, 2024), (2024, 2017, 2020), (2020, 2024, 2017)])
def test_the_newest_is_current_whatever_came_in_first(register: Register, order: tuple[int, ...]):
    for year in order:
        register.make_live(plan(year), 1)
    assert standing(register) == {
        "plan-2017.pdf": ("superseded", ""),
        "plan-2020.pdf": ("superseded", "plan-2017.pdf"),
        "plan-2024.pdf": ("current", "plan-2020.pdf"),
    }


@pytest.mark.parametrize("gone", ["remove", "withdraw"])
def test_when_the_newest_goes_the_one_before_is_current_again(register: Register, gone: str):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    if gone == "remove":
        register.remove(["plan-2024.pdf"])
    else:
        register.withdraw(plan(2024).id)
    assert standing(register)["plan-2017.pdf"] == ("current", "")
    assert [each.file for each in register.documents()] == ["plan-2017.pdf"]


@pytest.mark.parametrize(
    "other",
    [
        {"about": "Wokingham"},
        {"about": ""},
        {"kind": Kind.BRIEFING},
        {"title": "Improvement plan for adult services 2024"},
        {"published": PartialDate()},
        {"published": PartialDate(2017, 5)},
    ],
)
def test_another_paper_supersedes_nothing(register: Register, other: dict[str, object]):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024, **other), 1)
    assert {status for status, _ in standing(register).values()} == {"current"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Our self-evaluation 2023/24", "Our self-evaluation, October 2024 (draft)"),
        ("Tower Hamlets self-evaluation v1.2", "Self-evaluation version 2 final"),
        ("Highlight indicators, August 2024", "Highlight indicators: September 2024"),
        ("Performance report Q1 2024-25", "Performance report quarter 2 2024-25"),
    ],
)
def test_dates_and_edition_words_do_not_make_another_title(register: Register, old: str, new: str):
    facts = {"kind": Kind.PERFORMANCE_REPORT, "about": "Tower Hamlets"}
    register.make_live(a_document("old", title=old, published=PartialDate(2024, 8), **facts), 1)
    register.make_live(a_document("new", title=new, published=PartialDate(2024, 9), **facts), 1)
    assert standing(register) == {"old": ("superseded", ""), "new": ("current", "old")}


def test_minutes_stand_beside_the_minutes_before(register: Register):
    for year in (2023, 2024):
        register.make_live(plan(year, kind=Kind.MINUTES), 1)
    assert {status for status, _ in standing(register).values()} == {"current"}


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Inspection of Wokingham local authority children's services", "superseded"),
        ("Area SEND inspection of Wokingham Local Area Partnership", "current"),
        ("Focused visit to Wokingham children's services", "current"),
        ("Inspection of Acorn House, a children's home", "current"),
    ],
)
def test_a_report_follows_the_last_on_the_same_thing(register: Register, title: str, status: str):
    facts = {"kind": Kind.INSPECTION_REPORT, "about": "Wokingham"}
    old = "Inspection of services for children in need of help and protection"
    register.make_live(a_document("old", title=old, published=PartialDate(2016), **facts), 1)
    register.make_live(a_document("new", title=title, published=PartialDate(2023), **facts), 1)
    assert standing(register)["old"][0] == status


def test_a_corrected_date_settles_the_order_anew(register: Register):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    register.correct(plan(2017).id, Fact.PUBLISHED, PartialDate(2025))
    assert standing(register)["plan-2017.pdf"] == ("current", "plan-2024.pdf")
    register.undo(plan(2017).id, Fact.PUBLISHED)
    assert standing(register)["plan-2017.pdf"] == ("superseded", "")


def test_what_the_owner_set_goes_before_the_dates(register: Register):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    register.make_live(a_document("undated.pdf", title="Another"), 1)
    undated = a_document("undated.pdf").id
    register.set_supersedes(undated, plan(2024).id)
    assert standing(register)["plan-2024.pdf"] == ("superseded", "plan-2017.pdf")
    assert standing(register)["undated.pdf"] == ("current", "plan-2024.pdf")
    register.set_supersedes(plan(2024).id, "")
    assert standing(register)["plan-2017.pdf"] == ("current", "")
    register.set_supersedes(plan(2024).id, None)
    register.set_supersedes(undated, None)
    assert standing(register)["plan-2024.pdf"] == ("current", "plan-2017.pdf")


def test_an_older_date_set_to_be_the_newer_edition_is_the_only_current_one(register: Register):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    register.set_supersedes(plan(2017).id, plan(2024).id)
    assert standing(register) == {
        "plan-2017.pdf": ("current", "plan-2024.pdf"),
        "plan-2024.pdf": ("superseded", ""),
    }


def test_two_papers_cannot_each_be_the_newer(register: Register):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    register.set_supersedes(plan(2017).id, plan(2024).id)
    with pytest.raises(ValueError, match="set to follow"):
        register.set_supersedes(plan(2024).id, plan(2017).id)
    with pytest.raises(ValueError, match="set to follow"):
        register.set_supersedes(plan(2024).id, plan(2024).id)


def test_what_the_owner_set_outlives_another_reading(register: Register):
    register.make_live(plan(2017), 1)
    register.make_live(plan(2024), 1)
    register.set_supersedes(plan(2024).id, "")
    register.make_live(plan(2024, version="v2"), 1)
    assert {each.status for each in register.documents()} == {DocumentStatus.CURRENT}


def test_an_edition_is_labelled_by_its_date():
    assert plan(2017).edition == "2017"
    assert plan(2017, published=PartialDate(), as_at=PartialDate(2024, 8)).edition == "August 2024"
    assert plan(2017, published=PartialDate()).edition == "undated"
