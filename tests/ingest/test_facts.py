"""What a paper says of itself is found with its place and words; what it does not say is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from core.dates import PartialDate
from core.documents import Kind, TextForm
from core.register import Fact, Found, FoundIn
from core.settings import ROOT
from ingest.blocks import Block, BlockKind, Content, Limits, Properties
from ingest.facts import Facts, find_facts
from ingest.formats import read
from ingest.paper_dates import no_earlier_than
from records.register import Register
from tests.support import folder_of, ingest

HEADING = Block(BlockKind.HEADING, "Getting ready for inspection", level=1)
TODAY = date(2026, 11, 22)


def paper(*lines: str | Block, **more: object) -> Content:
    blocks = [
        line if isinstance(line, Block) else Block(BlockKind.PARAGRAPH, line) for line in lines
    ]
    return Content((HEADING, *blocks), TextForm.SECTIONS, **more)  # type: ignore[arg-type]


def row(cells: tuple[str, ...], header: tuple[str, ...] = ()) -> Block:
    return Block(BlockKind.ROW, " ".join(cells), cells=cells, header=header)


def found(facts: Facts, fact: Fact) -> Found | None:
    return next((each for each in facts.found if each.fact is fact), None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date: 09/11/2020", "2020-11-09"),
        ("Date of meeting: Tuesday, 14 October 2024", "2024-10-14"),
        ("Published 3 May 2023", "2023-05-03"),
        ("Last updated: March 2024", "2024-03"),
        ("October 2024", "2024-10"),
        ("Monday 14th October 2024", "2024-10-14"),
        ("Report to Cabinet, 9 November 2020", "2020-11-09"),
        (row(("Date", "14 October 2024")), "2024-10-14"),
        (row(("The title", "14 October 2024"), ("Title", "Date")), "2024-10-14"),
    ],
)
def test_a_date_of_the_paper_is_found_with_its_words(line: str | Block, day: str):
    facts = find_facts("x.docx", paper("Some words of the paper.", line))
    assert facts.published == PartialDate.from_iso(day)
    place = found(facts, Fact.PUBLISHED)
    assert place is not None
    assert place.where is FoundIn.WORDS
    assert place.words in (line.text if isinstance(line, Block) else line)


@pytest.mark.parametrize(
    "line",
    [
        "The council was inspected in 2019 and the report came out later.",
        "In January 2017 Ofsted carried out a single inspection.",
        "Date of next meeting: 12 May 2027",
        "Our plan for 2024-2027",
        "Improvement plan 2024 to 2027",
        "Updated guidance is expected in the course of the year, by June 2025",
    ],
)
def test_a_date_in_a_sentence_or_a_span_is_not_the_papers_own(line: str):
    facts = find_facts("x.docx", paper(line))
    assert not facts.published
    assert found(facts, Fact.PUBLISHED) is None


def test_the_span_of_years_in_a_title_is_not_its_date():
    title = Block(BlockKind.HEADING, "Improvement plan 2024 to 2027", level=1)
    assert not find_facts("plan 2024-2027.docx", Content((title,), TextForm.SECTIONS)).published


def test_minutes_are_of_the_day_of_their_meeting():
    line = "Minutes of the meeting held at 6.30 p.m. on Monday, 14 October 2024 in the Town Hall"
    facts = find_facts("minutes/panel.docx", paper(line))
    assert facts.published == PartialDate(2024, 10, 14)
    place = found(facts, Fact.PUBLISHED)
    assert place is not None
    assert place.words in line
    other = "The panel heard of the meeting held on Monday, 14 October 2024."
    assert not find_facts("briefing/panel.docx", paper(other)).published


def test_a_date_in_the_files_name_is_the_last_resort():
    facts = find_facts("briefing/panel 14 October 2024.docx", paper("Words."))
    assert facts.published == PartialDate(2024, 10, 14)
    assert found(facts, Fact.PUBLISHED) == Found(
        Fact.PUBLISHED, FoundIn.FILE_NAME, "panel 14 October 2024"
    )
    dated = find_facts("briefing/panel 14 October 2024.docx", paper("Date: 1 May 2023"))
    assert dated.published == PartialDate(2023, 5, 1)


def test_each_fact_says_where_it_stood():
    facts = find_facts(
        "minutes/panel.docx", paper("London Borough of Tower Hamlets", "Date: 09/11/2020")
    )
    assert set(facts.found) == {
        Found(Fact.TITLE, FoundIn.WORDS, "Getting ready for inspection"),
        Found(Fact.KIND, FoundIn.FOLDER, "minutes"),
        Found(Fact.ABOUT, FoundIn.WORDS, "London Borough of Tower Hamlets"),
        Found(Fact.PUBLISHER, FoundIn.INFERRED, "London Borough of Tower Hamlets"),
        Found(Fact.PUBLISHED, FoundIn.WORDS, "Date: 09/11/2020"),
    }


def test_a_title_from_the_properties_or_the_name_says_so():
    lines = Block(BlockKind.ITEM, "one")
    given = Content((lines,), TextForm.SECTIONS, Properties(title="Care leavers' plan"))
    assert found(find_facts("x.docx", given), Fact.TITLE) == Found(
        Fact.TITLE, FoundIn.PROPERTIES, "Care leavers' plan"
    )
    bare = find_facts("the_care-leavers plan.docx", Content((lines,), TextForm.SECTIONS))
    assert bare.title == "The care leavers plan"
    assert found(bare, Fact.TITLE) == Found(Fact.TITLE, FoundIn.FILE_NAME, "the_care-leavers plan")


def test_what_is_not_known_was_not_found():
    facts = find_facts("x.docx", paper("We and our partners and us, and what we do for children."))
    assert {each.fact for each in facts.found} == {Fact.TITLE}
    assert (facts.kind, facts.about, facts.publisher) == (Kind.OTHER, "", "")


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("We had no focused visit in 2020 because of the pandemic.", "2020"),
        ("Reviews were held in 2023 and in August 2024.", "2024-08"),
        ("In 2019 we were rated good; the next inspection is expected in 2022.", "2019"),
        ("The framework will be renewed in 2027.", ""),
        ("Actions were agreed and are due by March 2025.", ""),
        ("The savings were found in the plan for 2017-2020.", ""),
        ("It was to be seen how things would stand in 2031.", ""),
        ("Education and Inspection Act 2006", ""),
    ],
)
def test_an_undated_paper_is_no_older_than_what_it_looks_back_on(sentence: str, bound: str):
    assert no_earlier_than(paper(sentence), TODAY).value == PartialDate.from_iso(bound)


def test_a_bound_is_marked_as_inferred_and_only_for_undated_papers():
    sentence = "We had no focused visit in 2020 because of the pandemic."
    facts = find_facts("x.docx", paper(sentence))
    assert facts.no_earlier_than == PartialDate(2020)
    assert found(facts, Fact.NO_EARLIER_THAN) == Found(
        Fact.NO_EARLIER_THAN, FoundIn.INFERRED, sentence
    )
    assert not find_facts("x.docx", paper("Date: May 2021", sentence)).no_earlier_than


PUBLISHED = {
    "000*": ("", "2020"),
    "001*": ("", "2024-08"),
    "002*": ("2017", ""),
    "003*": ("2020-11-09", ""),
    "004*": ("2024-10", ""),
}


@pytest.mark.parametrize("pattern", PUBLISHED)
def test_the_published_papers_have_the_dates_that_they_give(
    pattern: str, paper_folder: Callable[..., Path]
):
    for path in paper_folder(pattern).iterdir():
        facts = find_facts(path.name, read(path, Limits()))
        assert (facts.published.iso(), facts.no_earlier_than.iso()) == PUBLISHED[pattern], path


def test_reports_have_the_date_of_their_name_and_the_days_of_the_inspection(papers: Path):
    for path in (papers / "reports").rglob("*.pdf"):
        facts = find_facts(path.relative_to(papers / "reports").as_posix(), read(path, Limits()))
        assert str(facts.published).lower() in path.stem.replace(" 0", " "), path
        assert facts.as_at < facts.published


def test_the_words_that_a_fact_was_found_by_stand_in_the_paper():
    for path in sorted((ROOT / "corpus").rglob("*.*")):
        if path.is_file() and not path.name.startswith("."):
            content = read(path, Limits())
            facts = find_facts(path.relative_to(ROOT / "corpus").as_posix(), content)
            words = "\n".join(block.text for block in content.blocks)
            for each in facts.found:
                if each.where is FoundIn.WORDS:
                    assert each.words in words, (path, each)


def test_the_register_knows_how_each_fact_was_found(tmp_path: Path):
    text = "# Getting ready\n\nLondon Borough of Tower Hamlets\n\nDate: 09/11/2020\n\nWords.\n"
    ingest(folder_of(tmp_path / "corpus", {"minutes/one.md": text}), tmp_path / "index")
    register = Register.of_index(tmp_path / "index")
    (document,) = register.documents()
    details = register.details(document.id)
    assert Found(Fact.PUBLISHED, FoundIn.WORDS, "Date: 09/11/2020") in details.found
    assert len(details.file_hash) == 64
