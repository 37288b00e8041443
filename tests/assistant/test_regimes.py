"""Frameworks and their changes are a table to edit: what it says is what the assistant says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answering import Assistant
from core.answers import Answer, Status
from tests.support import config, folder_of, ingest
from vectorstore.embed import Embedder

HEADERS = "Framework,What changed,From,Before,Since,Words of the older rule,Only with,Source\n"
BEACON = (
    "Lighthouses,the beacon score ended,{},Until then a lighthouse had a beacon score.,"
    "A lighthouse report gives no beacon score and no overall grade.,"
    "beacon score; overall grade,,Harbour notice 7\n"
)
PLANNED = (
    'Lighthouses,a new lantern framework,"2099, planned",,A new lantern framework is planned.'
    ",keeper,,Harbour notice 9\n"
)
SCHOOL = (
    "Sailing schools,sailing schools stopped getting an overall grade,May 2022,"
    "A sailing school had an overall grade.,A sailing school gets no overall grade.,"
    "overall grade; beacon score,school,Harbour notice 8\n"
)
MINUTES = """# Harbour committee minutes

Date: {}

The beacon score is worked out by the harbour master every spring. The keeper paints the railings
in yellow.
"""
ASKED = "who works out the beacon score?"


def table(*rows: str) -> str:
    return HEADERS + "".join(rows)


def warnings(answer: Answer) -> list[str]:
    return [note.text for note in answer.notes if re.search(r"see source \d+", note.text)]


@pytest.fixture
def harbour(tmp_path: Path, index_of: Callable[[Path], Path]) -> Callable[..., Assistant]:
    """A function: the assistant over the minutes of a date and whatever other files are given."""

    def build(dated: str = "4 May 2019", **files: str) -> Assistant:
        folder = tmp_path / f"corpus-{len(list(tmp_path.iterdir()))}"
        named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
        folder_of(folder, {"minutes/harbour.md": MINUTES.format(dated), **named})
        return Assistant.open(config(index=index_of(folder)))

    return build


def test_a_paper_from_before_a_change_says_so_with_the_row_as_its_source(
    harbour: Callable[..., Assistant],
) -> None:
    answer = harbour(list_csv=table(BEACON.format("April 2024"))).ask([ASKED])
    assert "harbour master" in answer.text
    (warning,) = warnings(answer)
    assert "before April 2024, when the beacon score ended" in warning
    assert "4 May 2019" in warning
    number = int(re.findall(r"see source (\d+)", warning)[0])
    source = answer.citations[number - 1]
    assert source.number == number
    assert source.document.file == "list.csv"
    assert "Until then a lighthouse had a beacon score." in source.quote


def test_the_warning_follows_from_the_table_and_goes_with_it(
    tmp_path: Path, embedder: Embedder
) -> None:
    files = {"minutes/harbour.md": MINUTES.format("4 May 2019")}
    corpus = folder_of(tmp_path / "corpus", files)
    rows = corpus / "rules.csv"
    rows.write_text(table(BEACON.format("April 2024")), encoding="utf-8")
    ingest(corpus, tmp_path / "index", embedder)
    assistant = Assistant.open(config(index=tmp_path / "index"))
    assert "before April 2024" in warnings(assistant.ask([ASKED]))[0]
    rows.write_text(table(BEACON.format("June 2021")), encoding="utf-8")
    ingest(corpus, tmp_path / "index", embedder)
    assert "before June 2021" in warnings(assistant.ask([ASKED]))[0]
    rows.write_text(table(BEACON.format("June 2018")), encoding="utf-8")
    ingest(corpus, tmp_path / "index", embedder)
    assert warnings(assistant.ask([ASKED])) == []
    rows.write_text(table(BEACON.format("April 2024")), encoding="utf-8")
    ingest(corpus, tmp_path / "index", embedder)
    assert len(warnings(assistant.ask([ASKED]))) == 1
    rows.unlink()
    ingest(corpus, tmp_path / "index", embedder)
    answer = assistant.ask([ASKED])
    assert "harbour master" in answer.text
    assert warnings(answer) == []


def test_the_table_is_known_by_its_columns_in_any_form_and_order(
    harbour: Callable[..., Assistant],
) -> None:
    markdown = """# Odds and ends

| Since | Before | Words of the older rule | From | What Changed | Framework |
|---|---|---|---|---|---|
| None is given. | One was given. | beacon score | 1 June 2021 | the beacon score ended | Lamps |
"""
    (warning,) = warnings(harbour(briefing__odds_md=markdown).ask([ASKED]))
    assert "before 1 June 2021, when the beacon score ended" in warning


def test_a_table_with_other_columns_is_no_table_of_changes(
    harbour: Callable[..., Assistant],
) -> None:
    other = table(BEACON.format("April 2024")).replace("Words of the older rule", "Remarks")
    assert warnings(harbour(list_csv=other).ask([ASKED])) == []


@pytest.mark.parametrize("written", ["01-Apr-26", "01/04/2026", "1 April 2026", "2026-04-01"])
def test_dates_are_read_as_excel_leaves_them(
    harbour: Callable[..., Assistant], written: str
) -> None:
    assistant = harbour("3 March 2026", list_csv=table(BEACON.format(written)))
    assert len(warnings(assistant.ask([ASKED]))) == 1


@pytest.mark.parametrize("dated", ["2 April 2026", "April 2026", "2026"])
def test_a_paper_not_surely_from_before_the_change_carries_no_warning(
    harbour: Callable[..., Assistant], dated: str
) -> None:
    assistant = harbour(dated, list_csv=table(BEACON.format("1 April 2026")))
    assert warnings(assistant.ask([ASKED])) == []


def test_an_undated_paper_is_warned_of_with_an_if(harbour: Callable[..., Assistant]) -> None:
    assistant = harbour("not known", list_csv=table(BEACON.format("April 2024")))
    (warning,) = warnings(assistant.ask([ASKED]))
    assert "undated; if from before April 2024" in warning


def test_what_is_not_of_the_older_rule_carries_no_warning(
    harbour: Callable[..., Assistant],
) -> None:
    assistant = harbour(list_csv=table(BEACON.format("April 2024")))
    answer = assistant.ask(["what colour are the railings painted?"])
    assert "yellow" in answer.text
    assert warnings(answer) == []


def test_a_planned_change_warns_of_nothing(harbour: Callable[..., Assistant]) -> None:
    answer = harbour(list_csv=table(PLANNED)).ask(["who paints the railings?"])
    assert "keeper" in answer.text
    assert warnings(answer) == []


def test_no_warning_twice_and_two_at_most(harbour: Callable[..., Assistant]) -> None:
    months = ("May", "June", "July")
    rows = [BEACON.format(f"{each} 2024").replace("ended", f"moved in {each}") for each in months]
    assistant = harbour(list_csv=table(*rows))
    assert len(warnings(assistant.ask([ASKED]))) == 2
    both = assistant.ask(
        ["who works out the beacon score and when is the beacon score worked out?"]
    )
    assert len(set(warnings(both))) == len(warnings(both)) == 2
    for text in warnings(both):
        number = int(re.findall(r"see source (\d+)", text)[0])
        assert both.citations[number - 1].document.file == "list.csv"


def test_words_that_mean_another_place_there_count_only_there(
    harbour: Callable[..., Assistant],
) -> None:
    rows = table(BEACON.format("April 2024"), SCHOOL)
    assert "April 2024" in warnings(harbour(list_csv=rows).ask([ASKED]))[0]
    school = """# Sailing school

Date: 2 May 2020

The overall grade of the school is written on the door by the caretaker.
"""
    answer = harbour(list_csv=rows, briefing__sailing_md=school).ask(
        ["who writes the overall grade of the school on the door?"]
    )
    assert "caretaker" in answer.text
    (warning,) = warnings(answer)
    assert "May 2022, when sailing schools stopped" in warning


def test_a_short_form_in_capitals_is_not_the_word(harbour: Callable[..., Assistant]) -> None:
    row = BEACON.format("April 2024").replace("overall grade,,", "overall grade,MASTER,")
    assert warnings(harbour(list_csv=table(row)).ask([ASKED])) == []


def test_of_two_tables_with_one_change_the_newer_speaks(
    harbour: Callable[..., Assistant],
) -> None:
    older = "Rules of the sea\nDate: May 2023\n" + table(BEACON.format("April 2024"))
    newer = "Rules of the sea\nDate: May 2025\n" + table(BEACON.format("June 2024"))
    (warning,) = warnings(harbour(a_csv=newer, b_csv=older).ask([ASKED]))
    assert "before June 2024" in warning


GRADES = """# Inspection of Tower Hamlets local authority children's services

Report published: 13 January 2025

Lead inspector: Ann Ashdown

| Judgement | Grade |
|---|---|
| The experiences and progress of care leavers | Good |
| Overall effectiveness | Outstanding |
"""
REPORT = {"inspection-report/tower-hamlets-2025.md": GRADES}
TO_COME = (
    "what overall grade will we get in 2027",
    "what do we get overall next time",
    "in an autumn 2026 inspection how is overall effectiveness worked out",
    "what grade will we get at our next inspection",
    "overall effectiveness from our 2026 inspection?",
    "whats our overall going to be in 2027",
    "what overall rating would we get if ofsted came tomorrow",
)


@pytest.fixture(scope="module")
def with_report(
    tmp_path_factory: pytest.TempPathFactory, shipped_index: Path, embedder: Embedder
) -> Assistant:
    """The shipped papers with a newer report beside them."""
    folder, index = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("index")
    shutil.copytree(config().corpus, folder, dirs_exist_ok=True)
    folder_of(folder, dict(REPORT))
    for each in shipped_index.glob("vector*"):
        shutil.copyfile(each, index / each.name)
    ingest(folder, index, embedder)
    return Assistant.open(config(index=index))


@pytest.mark.parametrize("asked", TO_COME)
def test_no_overall_grade_is_given_after_april_2026(with_report: Assistant, asked: str) -> None:
    answer = with_report.ask([asked])
    assert answer.status is Status.ANSWERED
    assert "1 April 2026" in answer.sentences[0].text
    assert "no overall-effectiveness judgement" in answer.sentences[0].text
    assert "Outstanding" not in answer.text
    (number,) = answer.sentences[0].citations
    assert "no overall-effectiveness judgement" in answer.citations[number - 1].quote


@pytest.mark.parametrize("asked", [*TO_COME, "what grade will care leavers get in 2027"])
def test_without_the_table_no_older_grade_answers_for_an_inspection_to_come(
    tmp_path: Path, index_of: Callable[[Path], Path], asked: str
) -> None:
    folder = folder_of(tmp_path / "corpus", dict(REPORT))
    answer = Assistant.open(config(index=index_of(folder))).ask([asked])
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("what is our overall grade now", "Outstanding"),
        ("what did we get overall", "Outstanding"),
        ("what overall grade did we get in 2025", "Outstanding"),
        ("what overall grade did we get in 2017", "Inadequate"),
    ],
)
def test_a_grade_we_have_is_still_told_and_said_to_be_of_the_older_rule(
    with_report: Assistant, asked: str, said: str
) -> None:
    answer = with_report.ask([asked])
    assert said in answer.text
    assert any("before 1 April 2026" in each for each in warnings(answer))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("will we have to write a WSOA if send goes badly", "priority action plan"),
        ("are CCGs still involved in send inspections", "integrated care boards"),
        ("do schools still get an overall grade", "state-funded school no overall grade"),
        ("do ofsted still give one overall grade", "no overall-effectiveness judgement"),
        ("what overall grade will we get in 2027", "renewed children and families framework"),
    ],
)
def test_what_the_rule_is_now_is_answered_by_the_change_in_force(
    with_report: Assistant, asked: str, said: str
) -> None:
    answer = with_report.ask([asked])
    assert answer.status is Status.ANSWERED
    assert said.lower() in answer.text.lower()


def test_the_rule_is_that_of_the_time_asked_about(harbour: Callable[..., Assistant]) -> None:
    later = BEACON.format("April 2026").replace("gives no beacon score", "gives two beacon scores")
    assistant = harbour(list_csv=table(BEACON.format("June 2021"), later))
    assert "two beacon scores" in assistant.ask(["is there still a beacon score now"]).text
    then = assistant.ask(["was there a beacon score for lighthouses in 2023"]).text
    assert "no beacon score" in then
    assert "two beacon scores" not in then
