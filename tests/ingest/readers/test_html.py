"""What a user can rely on when a web page is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits
from ingest.readers.html import read_html

LIMITS = Limits()


def content_of(tmp_path: Path, page: str) -> Content:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    return read_html(path, LIMITS)


def read(tmp_path: Path, body: str) -> list[Block]:
    return list(content_of(tmp_path, f"<html><body>{body}</body></html>").blocks)


def kinds(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks]


def test_the_content_without_what_stands_around_it(tmp_path: Path) -> None:
    page = """<header><nav>Home</nav></header><div class="cookie-banner">We use cookies</div>
    <nav class="breadcrumbs">You are here</nav>
    <main><h1>Inspections</h1><p>Ofsted comes.</p><aside>Related</aside><form><input value="x">
    <button>Search</button></form><p hidden>secret</p><p style="display: none">gone</p>
    <script>var x = "no";</script></main><footer>Contact us</footer>"""
    assert kinds(read(tmp_path, page)) == [
        ("heading", "Inspections"),
        ("paragraph", "Ofsted comes."),
    ]


def test_a_page_without_main_is_read_from_its_body(tmp_path: Path) -> None:
    blocks = read(tmp_path, "<nav>Menu</nav><div id='content'><h2>A</h2>Words <b>bold</b>.</div>")
    assert kinds(blocks) == [("heading", "A"), ("paragraph", "Words bold.")]
    assert blocks[0].level == 2


def test_a_form_around_the_whole_page_is_no_reason_to_lose_it(tmp_path: Path) -> None:
    assert kinds(read(tmp_path, "<form><p>Minutes of the meeting</p></form>")) == [
        ("paragraph", "Minutes of the meeting")
    ]


def test_lists_with_their_depth_and_one_group(tmp_path: Path) -> None:
    blocks = read(tmp_path, "<p>We do:</p><ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>")
    assert kinds(blocks) == [
        ("paragraph", "We do:"), ("item", "one"), ("item", "inner"), ("item", "two"),
    ]  # fmt: skip
    assert [block.level for block in blocks[1:]] == [0, 1, 0]
    assert len({block.group for block in blocks[1:]}) == 1
    assert blocks[0].group == -1


def test_numbered_paragraphs_that_make_a_list(tmp_path: Path) -> None:
    blocks = read(tmp_path, "<p>RESOLVED:</p><p>1. That it be noted.</p><p>2. That it end.</p>")
    assert kinds(blocks) == [
        ("paragraph", "RESOLVED:"), ("item", "That it be noted."), ("item", "That it end."),
    ]  # fmt: skip


def test_a_table_with_headers_sections_and_spans(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        """<table><caption>Figures</caption>
        <thead><tr><th rowspan=2>Measure</th><th colspan=2>2024</th></tr>
        <tr><th>Mar</th><th>Apr</th></tr></thead>
        <tr><td colspan=3>Visits</td></tr>
        <tr><td rowspan=2>Seen</td><td>85%</td><td>86%</td></tr>
        <tr><td>1</td><td>2</td></tr></table>""",
    )
    assert kinds(rows[:1]) == [("paragraph", "Figures")]
    assert [row.cells for row in rows if not row.header_row][1:] == [
        ("Seen", "85%", "86%"),
        ("Seen", "1", "2"),
    ]
    assert rows[-1].header == ("Measure", "2024 | Mar", "2024 | Apr")
    assert rows[-1].section == "Visits"


def test_a_table_that_only_places_things_is_read_as_text(tmp_path: Path) -> None:
    assert kinds(read(tmp_path, "<table><tr><td><p>One</p><p>Two</p></td></tr></table>")) == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
    ]


def test_definitions_are_rows(tmp_path: Path) -> None:
    rows = read(tmp_path, "<dl><dt>Published</dt><dd>5 May</dd><dt>By</dt><dd>Ofsted</dd></dl>")
    assert [row.cells for row in rows] == [("Published", "5 May"), ("By", "Ofsted")]


def test_lines_parted_by_breaks_are_blocks(tmp_path: Path) -> None:
    assert kinds(read(tmp_path, "<p>Report to: Cabinet<br>Date: 5 May<br/></p>")) == [
        ("paragraph", "Report to: Cabinet"),
        ("paragraph", "Date: 5 May"),
    ]


def test_title_author_and_date(tmp_path: Path) -> None:
    page = """<html><head><title>Minutes | Council</title><meta name="author" content="Clerk">
    <meta name="DCTERMS.issued" content="2024-10-05T10:00"></head><body><p>Text</p></body></html>"""
    content = content_of(tmp_path, page)
    assert content.properties.title == "Minutes | Council"
    assert content.properties.author == "Clerk"
    assert content.properties.created.iso() == "2024-10-05"
    assert content.form is TextForm.SECTIONS
    assert content.blocks[0].page == ""


def test_entities_and_declared_charsets(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(
        '<meta charset="windows-1252"><p>Council’s &amp; &pound;5</p>'.encode("cp1252")
    )
    assert read_html(path, LIMITS).blocks[0].text == "Council’s & £5"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UnreadableReason.EMPTY),
        (b"<html><body><nav>Menu</nav></body></html>", UnreadableReason.NO_TEXT),
        (b"\x00\x01\x02" * 50, UnreadableReason.DAMAGED),
        (
            b"<table><tr><th>Child Unique ID</th><th>Date of Birth</th><th>Gender</th></tr>"
            b"<tr><td>1234567</td><td>01/02/2015</td><td>M</td></tr></table>",
            UnreadableReason.CHILD_LEVEL_DATA,
        ),
    ],
)
def test_reasons_for_pages_that_cannot_be_read(
    tmp_path: Path, data: bytes, reason: UnreadableReason
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_html(path, LIMITS)
    assert caught.value.reason is reason


def test_elements_nested_without_end_are_read(tmp_path: Path) -> None:
    assert kinds(read(tmp_path, "<div>" * 5000 + "deep words")) == [("paragraph", "deep words")]


_PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<table>", "<tr>", "<td colspan=3>", "<td>", "<th>", "</table>", "<ul>",
         "<li>", "</ul>", "<h2>", "</h2>", "<br>", "words ", "<!-- c -->", "&amp;", "<main>",
         "<dl>", "<dt>", "<dd>", "<![CDATA[x]]>", "1. That ", "\x00", "é", "<b>", "</b>"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=300), _PIECES.map(lambda p: "".join(p).encode())))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.html"
    path.write_bytes(data)
    try:
        content = read_html(path, LIMITS)
    except UnreadableFile:
        return
    assert all(block.text == " ".join(block.text.split()) != "" for block in content.blocks)
    assert all(len(b.cells) == len(b.header) for b in content.blocks if b.cells and b.header)
    assert all(b.kind is BlockKind.ROW for b in content.blocks if b.cells)
