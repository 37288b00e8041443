"""What a user can rely on when plain text and Markdown are read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits
from ingest.readers.markup import without_marks
from ingest.readers.text import read_markdown, read_text

LIMITS = Limits()
KINDS = BlockKind


def read(tmp_path: Path, words: str, markdown: bool = False) -> list[Block]:
    path = tmp_path / ("a.md" if markdown else "a.txt")
    path.write_text(words, encoding="utf-8")
    return list((read_markdown if markdown else read_text)(path, LIMITS).blocks)


def kinds(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks]


def refusal(tmp_path: Path, data: bytes) -> UnreadableReason:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_text(path, LIMITS)
    return caught.value.reason


def test_hash_headings_bullets_and_paragraphs(tmp_path: Path) -> None:
    blocks = read(
        tmp_path, "# Plan\n\nWe plan.\n\n## Who\n\n- managers\n  - one deputy\n- staff\n", True
    )
    assert kinds(blocks) == [
        ("heading", "Plan"),
        ("paragraph", "We plan."),
        ("heading", "Who"),
        ("item", "managers"),
        ("item", "one deputy"),
        ("item", "staff"),
    ]
    assert [block.level for block in blocks] == [1, 0, 2, 0, 1, 0]
    assert len({block.group for block in blocks if block.kind is KINDS.ITEM}) == 1


def test_two_lists_have_two_groups_and_their_lead_ins_stand_before_them(tmp_path: Path) -> None:
    blocks = read(tmp_path, "First:\n- a one\n- a two\n\nSecond:\n\n- b one\n", True)
    assert [block.text for block in blocks] == ["First:", "a one", "a two", "Second:", "b one"]
    assert blocks[1].group == blocks[2].group != blocks[4].group


def test_marks_are_taken_off_and_a_quote_is_cut_where_they_stood(tmp_path: Path) -> None:
    (block,) = read(tmp_path, "Our **vision** is [clear](http://x.y) today, see `plan`.\n", True)
    assert block.text == "Our vision is clear today, see plan."
    assert [block.text[seam:][:2] for seam in block.seams] == ["vi", "is", "cl", "to", "pl", "."]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("**bold**", "bold"),
        ("**Better  \nTogether**", "Better Together"),
        ("Children &amp; families", "Children & families"),
        ("*one star", "*one star"),
        ("<b>Visits</b>", "Visits"),
        ("line<br>line", "line line"),
    ],
)
def test_only_real_marks_are_taken_off(raw: str, shown: str) -> None:
    assert without_marks(raw)[0] == shown


def test_a_lone_short_line_is_a_heading_in_a_file_without_hashes(tmp_path: Path) -> None:
    words = "Inspection activity\n\nThe Director, by name.\n\nILACS\n\n- We expect a visit.\n"
    blocks = read(tmp_path, words)
    assert [(b.text, b.level) for b in blocks if b.kind is KINDS.HEADING] == [
        ("Inspection activity", 1),
        ("ILACS", 2),
    ]


def test_a_lone_line_of_a_slide_stays_a_statement_where_headings_have_hashes(
    tmp_path: Path,
) -> None:
    blocks = read(tmp_path, "# Week 1\n\nCall comes on a Monday\n\n\nLists go in on Tuesday\n")
    assert [block.kind for block in blocks] == [KINDS.HEADING, KINDS.PARAGRAPH, KINDS.PARAGRAPH]


def test_facts_of_a_title_page_are_blocks_of_their_own(tmp_path: Path) -> None:
    blocks = read(
        tmp_path, "Borough\n\nReport to: Cabinet\nDate: 09/11/2020\nWards Affected: All\n"
    )
    assert [block.text for block in blocks[1:]] == [
        "Report to: Cabinet",
        "Date: 09/11/2020",
        "Wards Affected: All",
    ]
    assert all(block.kind is KINDS.PARAGRAPH for block in blocks[1:])


def test_numbered_paragraphs_keep_their_numbers_and_short_lists_lose_them(tmp_path: Path) -> None:
    blocks = read(
        tmp_path, "- 3.1 Ofsted came in May.\n\nAgreed:\n\n1. That it be noted.\n2. That it end.\n"
    )
    assert kinds(blocks) == [
        ("paragraph", "3.1 Ofsted came in May."),
        ("paragraph", "Agreed:"),
        ("item", "That it be noted."),
        ("item", "That it end."),
    ]
    assert blocks[2].group == blocks[3].group != -1


def test_a_numbered_heading_and_the_paragraph_under_it(tmp_path: Path) -> None:
    blocks = read(tmp_path, "Board\n\n3. DETAILS OF REPORT\n\n3.1 Ofsted came.\n")
    assert kinds(blocks)[1:] == [
        ("heading", "3. DETAILS OF REPORT"),
        ("paragraph", "3.1 Ofsted came."),
    ]


def test_a_sentence_broken_by_a_blank_line_is_one_paragraph(tmp_path: Path) -> None:
    words = (
        "It reflects the detailed work being done already. Improving\n\nsocial care takes time.\n"
    )
    assert [block.text for block in read(tmp_path, words)] == [
        "It reflects the detailed work being done already. Improving social care takes time."
    ]


def test_short_lines_under_one_another_in_markdown_stay_lines(tmp_path: Path) -> None:
    jotted = "Week 1\nMon: call\nTues: lists"
    assert [block.text for block in read(tmp_path, jotted, markdown=True)] == jotted.split("\n")


def test_prose_wrapped_by_hand_in_markdown_is_one_paragraph(tmp_path: Path) -> None:
    line = "The lead inspector calls the director on a Monday, and after that the\n"
    wrapped = line + "Director tells the chief executive and every head of the service, and\nComms"
    assert [block.text for block in read(tmp_path, wrapped, markdown=True)] == [
        wrapped.replace("\n", " ")
    ]


def test_an_item_goes_on_in_lower_case(tmp_path: Path) -> None:
    blocks = read(tmp_path, "- cases will be picked\nby Ofsted\n- the end\n")
    assert [block.text for block in blocks] == ["cases will be picked by Ofsted", "the end"]


def test_a_table_of_tabs_with_sections(tmp_path: Path) -> None:
    words = "Ref\tMeasure\tMar\n<b>Visits</b>\t\t\n3.3\tSeen in time\t85.0%\n"
    words += "<b>Plans</b>\t\t\n3.1\tWritten\t86.2%\n"
    rows = read(tmp_path, words)
    assert [row.cells for row in rows] == [
        ("Ref", "Measure", "Mar"),
        ("3.3", "Seen in time", "85.0%"),
        ("3.1", "Written", "86.2%"),
    ]
    assert rows[0].header_row
    assert [row.section for row in rows] == ["", "Visits", "Plans"]
    assert rows[1].header == ("Ref", "Measure", "Mar")
    assert len({row.group for row in rows}) == 1


def test_a_table_of_pipes(tmp_path: Path) -> None:
    rows = read(tmp_path, "| Day | What |\n|---|---|\n| Monday | The call |\n", True)
    assert [(row.cells, row.header_row) for row in rows] == [
        (("Day", "What"), True),
        (("Monday", "The call"), False),
    ]


def test_a_table_of_pipes_without_bars_at_its_ends(tmp_path: Path) -> None:
    text = (
        "When|What|Who\n---|---|---\n5 days before|Call|Ofsted\n+ 4 weeks|Letter|Ofsted\n\nA | B\n"
    )
    blocks = read(tmp_path, f"# Visit\n{text}", True)
    assert [block.cells for block in blocks[1:4]] == [
        ("When", "What", "Who"),
        ("5 days before", "Call", "Ofsted"),
        ("+ 4 weeks", "Letter", "Ofsted"),
    ]
    assert blocks[1].header_row
    assert not blocks[4].cells, "a line with a bar and no rule under it is words"


def test_front_matter_gives_properties(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        '---\ntitle: "Annex A: lists"\nauthor: The team\ndate: 2024-10-05\n---\n\nText.\n'
    )
    content = read_markdown(path, LIMITS)
    assert (content.properties.title, content.properties.author) == ("Annex A: lists", "The team")
    assert content.properties.created.iso() == "2024-10-05"
    assert [block.text for block in content.blocks] == ["Text."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_in_use(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The council’s plan – £5.2m".encode(encoding))
    assert read_text(path, LIMITS).blocks[0].text == "The council’s plan – £5.2m"


def test_reasons_for_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"") is UnreadableReason.EMPTY
    assert refusal(tmp_path, b" \n\n---\n") is UnreadableReason.NO_TEXT
    assert refusal(tmp_path, b"PK\x03\x04\x00\x00\x00binary") is UnreadableReason.DAMAGED
    path = tmp_path / "big.txt"
    path.write_bytes(b"too many words")
    with pytest.raises(UnreadableFile) as caught:
        read_text(path, Limits(max_bytes=5))
    assert caught.value.reason is UnreadableReason.TOO_LARGE


def test_a_list_of_children_is_refused(tmp_path: Path) -> None:
    words = (
        "Child Unique ID\tDate of Birth\tGender\n1234567\t01/02/2015\tM\n1234568\t03/04/2016\tF\n"
    )
    assert refusal(tmp_path, words.encode()) is UnreadableReason.CHILD_LEVEL_DATA


@pytest.mark.parametrize(
    "unit", [b"<!--", b"a<!--", b"![a](", b"[a](", b"**a ", b"*a", b"<a ", b"`a"]
)
def test_hostile_repetition_is_read_in_time(tmp_path: Path, unit: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"w " + unit * 20_000)
    assert read_text(path, LIMITS).blocks


_TEXTS = st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=400), _TEXTS))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(data)
    for reader in (read_text, read_markdown):
        try:
            content = reader(path, LIMITS)
        except UnreadableFile:
            continue
        assert isinstance(content, Content)
        assert all(block.text == " ".join(block.text.split()) != "" for block in content.blocks)


_LINES = st.lists(
    st.sampled_from(
        ["# Head", "## Two", "- item *one*", "  - nested", "1. That it be so", "1.1 Words", "",
         "a **b** c", "Report to: X", "", "a\tb\tc", "1\t\t", "lower case", "<b>Bold</b>\t\t",
         "=====", "* star", "x_y_z", "end <!-- c --> of line"]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=_LINES)
def test_every_span_between_seams_stands_in_the_file(tmp_path: Path, lines: list[str]) -> None:
    words = "\n".join(lines)
    path = tmp_path / "any.md"
    path.write_text(words)
    raw = " ".join(words.split())
    for reader in (read_text, read_markdown):
        try:
            blocks = reader(path, LIMITS).blocks
        except UnreadableFile:
            continue
        for block in blocks:
            cuts = [0, *block.seams, len(block.text)]
            spans = [block.text[a:b] for a, b in pairwise(cuts)]
            for span in [cell for cell in block.cells if cell] or spans:
                assert span.strip() in raw
