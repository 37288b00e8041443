"""What a user can rely on when a PDF is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits
from ingest.readers.pdf import read_pdf
from tests.independent_text import folded, pdf_text

LIMITS = Limits()
ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
WORDS = "Social workers know the children well and visit them as often as their plans ask for. "


class Paper(FPDF):
    """A report with a footer, as councils make them."""

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"Annual report on children's services  {self.page_no()}")


def paper(pages: int = 1) -> FPDF:
    pdf = FPDF() if pages == 1 else Paper()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def saved(pdf: FPDF, tmp_path: Path, name: str = "a.pdf") -> Path:
    path = tmp_path / name
    pdf.output(str(path))
    return path


def blocks_of(pdf: FPDF, tmp_path: Path) -> list[Block]:
    return list(read_pdf(saved(pdf, tmp_path), LIMITS).blocks)


def kinds(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks]


def refusal(path: Path, limits: Limits = LIMITS) -> UnreadableReason:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(path, limits)
    return caught.value.reason


def text(pdf: FPDF, words: str, size: float = 11, style: str = "") -> None:
    pdf.set_font("Helvetica", style=style, size=size)
    pdf.multi_cell(0, size * 0.45, words, new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.ln(3)


# ---- text


def test_headings_paragraphs_and_bullets(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, "Inspection of services", 20, "B")
    text(pdf, WORDS * 3)
    text(pdf, "What needs to improve", 14, "B")
    for item in ("The quality of planning. ", "The timeliness of visits to children in care. " * 3):
        pdf.set_font("Helvetica", size=11)
        pdf.cell(6, 5, "\x95")
        pdf.multi_cell(0, 5, item, new_x="LMARGIN", new_y="NEXT", align="L")
    blocks = blocks_of(pdf, tmp_path)
    assert kinds(blocks) == [
        ("heading", "Inspection of services"),
        ("paragraph", (WORDS * 3).strip()),
        ("heading", "What needs to improve"),
        ("item", "The quality of planning."),
        ("item", ("The timeliness of visits to children in care. " * 3).strip()),
    ]
    assert [block.level for block in blocks] == [1, 0, 2, 0, 0]
    assert blocks[3].group == blocks[4].group != -1
    assert {(block.page, block.page_index) for block in blocks} == {("1", 0)}


def test_facts_of_the_title_page_are_blocks_and_no_headings(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, "London Borough of Somewhere", 18, "B")
    text(pdf, "Inspection dates: 9 September 2019 to 13 September 2019", 11, "B")
    text(pdf, "Lead inspector: Tara Example", 11, "B")
    text(pdf, WORDS * 2)
    assert kinds(blocks_of(pdf, tmp_path))[1:3] == [
        ("paragraph", "Inspection dates: 9 September 2019 to 13 September 2019"),
        ("paragraph", "Lead inspector: Tara Example"),
    ]


def test_a_paragraph_over_the_end_of_a_page_is_one_block_without_footers(tmp_path: Path) -> None:
    pdf = paper(pages=3)
    for number in range(24):
        text(pdf, f"Paragraph {number} begins here. " + WORDS * 6)
    content = read_pdf(saved(pdf, tmp_path), LIMITS)
    assert content.pages > 2
    assert len(content.blocks) == 24
    assert not any("Annual report" in block.text for block in content.blocks)
    over = [block for block in content.blocks if block.seams]
    assert over, "a paragraph goes over a page's end, and a quote is cut there"
    assert all(block.text.count("Paragraph") == 1 for block in content.blocks)


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, "Two sides of the service", 16, "B")
    pdf.set_font("Helvetica", size=11)
    top = pdf.get_y()
    for x, words in ((10, "Left " + WORDS * 4), (110, "Right " + WORDS * 4)):
        pdf.set_xy(x, top)
        pdf.multi_cell(88, 5, words, align="L")
    blocks = blocks_of(pdf, tmp_path)
    assert [block.text for block in blocks[1:]] == [
        ("Left " + WORDS * 4).strip(),
        ("Right " + WORDS * 4).strip(),
    ]


def test_a_hyphen_at_the_end_of_a_line_takes_no_space_after_it(tmp_path: Path) -> None:
    pdf = paper()
    pdf.set_xy(10, 30)
    pdf.cell(0, 5, "The council and its partners have a multi-", new_x="LMARGIN", new_y="NEXT")
    pdf.cell(0, 5, "agency hub.", new_x="LMARGIN", new_y="NEXT")
    assert blocks_of(pdf, tmp_path)[0].text.endswith("have a multi-agency hub.")


def test_a_page_set_sideways_is_read(tmp_path: Path) -> None:
    pdf = paper()
    with pdf.rotation(90, x=100, y=100):
        pdf.set_xy(40, 100)
        pdf.cell(0, 5, WORDS)
    assert blocks_of(pdf, tmp_path)[0].text == WORDS.strip()


# ---- tables


ROWS = [
    ("Measure", "Mar 24", "Apr 24"),
    ("Children seen within the time that their plan sets for visits", "85.0%", "86.1%"),
    ("Plans in time", "96.2%", "94.7%"),
    ("Reviews", "876", "898"),
]


def test_a_ruled_table_gives_rows_with_headers(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, WORDS)
    with pdf.table(width=120, col_widths=(60, 30, 30)) as table:
        for row in ROWS:
            table.row(row)
    text(pdf, WORDS)
    blocks = blocks_of(pdf, tmp_path)
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    assert [row.cells for row in rows] == ROWS
    assert [row.header_row for row in rows] == [True, False, False, False]
    assert all(row.header == ROWS[0] for row in rows)
    assert len({row.group for row in rows}) == 1
    assert blocks[0].text == blocks[-1].text == WORDS.strip()


def test_a_table_without_lines_is_seen_from_its_columns(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, WORDS * 2)
    pdf.set_font("Helvetica", size=11)
    for row in [("Measure", "Mar 24", "Apr 24"), *ROWS[2:], ("Visits", "12", "15")]:
        for width, cell in zip((80, 30, 30), row, strict=True):
            pdf.cell(width, 7, cell)
        pdf.ln()
    rows = [b for b in blocks_of(pdf, tmp_path) if b.kind is BlockKind.ROW]
    assert [row.cells for row in rows][1:] == [*ROWS[2:], ("Visits", "12", "15")]
    assert rows[-1].header == ("Measure", "Mar 24", "Apr 24")


def test_a_section_row_is_told_on_the_rows_below_it(tmp_path: Path) -> None:
    pdf = paper()
    with pdf.table() as table:
        table.row(("Ref", "Measure", "Now"))
        table.row(("Visits", "", ""))
        table.row(("3.3", "Seen in time", "85.0%"))
    rows = [b for b in blocks_of(pdf, tmp_path) if b.kind is BlockKind.ROW]
    assert [(row.cells[0], row.section) for row in rows] == [("Ref", ""), ("3.3", "Visits")]


def test_a_table_that_goes_on_over_a_page_keeps_its_header_and_group(tmp_path: Path) -> None:
    pdf = paper()
    with pdf.table() as table:
        table.row(("Week", "Day", "What happens"))
        for number in range(60):
            table.row((f"Week {number}", "Monday", "Inspectors come"))
    rows = [b for b in blocks_of(pdf, tmp_path) if b.kind is BlockKind.ROW]
    assert len({row.group for row in rows}) == 1
    assert len(rows) == 61
    assert all(row.header == ("Week", "Day", "What happens") for row in rows)
    assert rows[-1].page == "2"


def test_a_list_of_children_is_refused(tmp_path: Path) -> None:
    pdf = paper()
    with pdf.table() as table:
        table.row(("Child Unique ID", "Date of Birth", "Gender"))
        table.row(("1234567", "01/02/2015", "M"))
        table.row(("1234568", "03/04/2016", "F"))
    assert refusal(saved(pdf, tmp_path)) is UnreadableReason.CHILD_LEVEL_DATA


# ---- slides


def slide(pdf: FPDF, title: str, statements: list[str]) -> None:
    pdf.add_page()
    pdf.set_font("Helvetica", size=28)
    pdf.set_xy(60, 12)
    pdf.cell(0, 12, title)
    pdf.set_font("Helvetica", size=16)
    for number, statement in enumerate(statements):
        pdf.set_xy(15, 40 + 22 * number)
        pdf.multi_cell(220, 7, statement, align="L")


def test_statements_of_a_slide_are_boxes_under_its_title(tmp_path: Path) -> None:
    pdf = FPDF(orientation="L", format=(190.5, 338.7))
    statements = ["Call comes on a Monday morning", "Lists go in on Tuesday", WORDS * 2]
    slide(pdf, "Week 1", statements)
    slide(pdf, "Week 2", ["Inspectors arrive on Monday"])
    blocks = blocks_of(pdf, tmp_path)
    assert kinds(blocks) == [
        ("heading", "Week 1"),
        ("box", statements[0]),
        ("box", statements[1]),
        ("box", statements[2].strip()),
        ("heading", "Week 2"),
        ("box", "Inspectors arrive on Monday"),
    ]
    assert [block.page for block in blocks] == ["1", "1", "1", "1", "2", "2"]
    assert blocks[1].group == blocks[3].group != blocks[5].group


# ---- labels and properties


def test_the_page_is_the_printed_label(tmp_path: Path) -> None:
    pdf = paper()
    for _ in range(3):
        text(pdf, WORDS)
        pdf.add_page()
    text(pdf, WORDS)
    writer = PdfWriter(clone_from=str(saved(pdf, tmp_path)))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 3, style="/D")
    path = tmp_path / "labels.pdf"
    writer.write(str(path))
    blocks = read_pdf(path, LIMITS).blocks
    assert [(block.page, block.page_index) for block in blocks] == [
        ("i", 0), ("ii", 1), ("1", 2), ("2", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Improvement plan 2024", "Improvement plan 2024"),
        ("Microsoft Word - plan v2.docx", ""),
        ("PowerPoint Presentation", ""),
        ("untitled", ""),
    ],
)
def test_properties(tmp_path: Path, title: str, shown: str) -> None:
    pdf = paper()
    text(pdf, WORDS)
    pdf.set_title(title)
    pdf.set_author("The team")
    properties = read_pdf(saved(pdf, tmp_path), LIMITS).properties
    assert (properties.title, properties.author) == (shown, "The team")
    assert properties.created.year >= 2024


# ---- what cannot be read


def picture() -> io.BytesIO:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (400, 300), (90, 120, 200)).save(data, "PNG")
    data.seek(0)
    return data


def test_a_scan_is_refused_as_a_scan(tmp_path: Path) -> None:
    pdf = FPDF()
    for _ in range(3):
        pdf.add_page()
        pdf.image(picture(), x=0, y=0, w=210, h=297)
    assert refusal(saved(pdf, tmp_path)) is UnreadableReason.SCANNED


def test_pictures_are_named_by_page_and_logos_are_not(tmp_path: Path) -> None:
    pdf = paper(pages=4)
    logo = picture()
    for number in range(4):
        pdf.image(logo, x=170, y=5, w=60, h=50)
        pdf.set_y(60)
        text(pdf, WORDS * 2)
        if number == 1:
            pdf.image(picture_of(number), x=20, y=120, w=120, h=90)
        pdf.add_page()
    pdf.image(picture_of(9), x=10, y=10, w=180, h=200)
    content = read_pdf(saved(pdf, tmp_path), LIMITS)
    assert content.unread[0] == "page 2: a picture"
    assert content.unread[-1].startswith("page 5: a picture")
    assert len(content.unread) == 2


def picture_of(number: int) -> io.BytesIO:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (300, 200), (number * 20, 20, 20)).save(data, "PNG")
    data.seek(0)
    return data


def encrypted(path: Path, password: str, target: Path) -> Path:
    writer = PdfWriter(clone_from=str(path))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    writer.write(str(target))
    return target


def test_a_password_is_asked_for_in_words_and_an_empty_one_needs_none(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, WORDS)
    path = saved(pdf, tmp_path)
    assert refusal(encrypted(path, "secret", tmp_path / "b.pdf")) is UnreadableReason.ENCRYPTED
    open_to_all = encrypted(path, "", tmp_path / "c.pdf")
    assert read_pdf(open_to_all, LIMITS).blocks[0].text == WORDS.strip()


def test_reasons_for_other_files(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, WORDS)
    path = saved(pdf, tmp_path)
    data = path.read_bytes()
    assert refusal(path, Limits(max_bytes=100)) is UnreadableReason.TOO_LARGE
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    assert refusal(bad) is UnreadableReason.EMPTY
    bad.write_bytes(b"this is no PDF at all")
    assert refusal(bad) is UnreadableReason.DAMAGED
    bad.write_bytes(data[: len(data) // 4])
    assert refusal(bad) in {UnreadableReason.DAMAGED, UnreadableReason.NO_TEXT}
    assert refusal(tmp_path / "nowhere.pdf") is UnreadableReason.NOT_ALLOWED
    empty = FPDF()
    empty.add_page()
    assert refusal(saved(empty, tmp_path, "blank.pdf")) is UnreadableReason.NO_TEXT
    pages = paper()
    text(pages, WORDS)
    pages.add_page()
    long = saved(pages, tmp_path, "long.pdf")
    assert refusal(long, Limits(max_pages=1)) is UnreadableReason.TOO_MANY_PAGES


def with_contents(tmp_path: Path, contents: bytes, *, forms: bool = False) -> Path:
    pdf = paper()
    text(pdf, WORDS)
    writer = PdfWriter(clone_from=str(saved(pdf, tmp_path)))
    page = writer.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(contents)
    if forms:
        stream[NameObject("/Type")] = NameObject("/XObject")
        stream[NameObject("/Subtype")] = NameObject("/Form")
        stream[NameObject("/BBox")] = ArrayObject()
        reference = writer._add_object(stream)
        named = DictionaryObject({NameObject("/Again"): reference})
        page["/Resources"][NameObject("/XObject")] = named
        stream[NameObject("/Resources")] = page["/Resources"]
        page[NameObject("/Contents")] = reference
    else:
        page[NameObject("/Contents")] = writer._add_object(stream)
    path = tmp_path / "hostile.pdf"
    writer.write(str(path))
    return path


@pytest.mark.parametrize(
    "contents",
    [
        b"q " * 100_000,
        b"[" * 50_000,
        b"<<" * 20_000,
        b"BT /F1 12 Tf (a) Tj " * 20_000,
        b"BT /None 12 Tf (lost) Tj ET",
        b"1 2 Td (x) Tm BT [(a) /b [1]] TJ 5 Tf ET Q Q Q",
        b"0 0 1 1 re S " * 20_000,
        b"BT /F1 0 Tf (nothing high) Tj ET 0 0 0 0 0 0 cm",
        b"BT /F1 1e300 Tf 1e300 0 0 1e300 1e300 0 Tm (huge) Tj (huger) Tj ET",
    ],
)
def test_hostile_pages_are_read_or_refused(tmp_path: Path, contents: bytes) -> None:
    try:
        content = read_pdf(with_contents(tmp_path, contents), LIMITS)
    except UnreadableFile:
        return
    assert isinstance(content, Content)


def test_a_form_that_draws_itself_ends(tmp_path: Path) -> None:
    contents = b"BT /F1 11 Tf 1 0 0 1 60 600 Tm (again) Tj ET" + b" /Again Do" * 50
    content = read_pdf(with_contents(tmp_path, contents, forms=True), LIMITS)
    assert {block.text for block in content.blocks} == {"again"}


def test_a_file_cut_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    pdf = paper()
    text(pdf, WORDS * 5)
    data = saved(pdf, tmp_path).read_bytes()
    bad = tmp_path / "cut.pdf"
    for end in range(0, len(data), max(1, len(data) // 40)):
        bad.write_bytes(data[:end])
        with suppress(UnreadableFile):
            read_pdf(bad, LIMITS)


# ---- the words stand in the file, by another reader


def papers() -> Iterator[Path]:
    for folder in (SHARED / "seeds", SHARED / "reports", ROOT / "corpus"):
        yield from sorted(folder.rglob("*.pdf"))


PAPERS = list(papers())


def spans(block: Block) -> list[str]:
    if block.cells:
        return [cell for cell in (*block.cells, block.section) if cell]
    cuts = [0, *block.seams, len(block.text)]
    return [block.text[a:b] for a, b in pairwise(cuts)]


@pytest.mark.papers
@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_every_word_read_stands_in_the_file(path: Path) -> None:
    content = read_pdf(path, LIMITS)
    whole = folded(pdf_text(path))
    missing = [
        span for block in content.blocks for span in spans(block) if folded(span) not in whole
    ]
    assert missing == []
    labels = PdfReader(path).page_labels
    assert all(block.page == labels[block.page_index] for block in content.blocks)
    read = sum(len(folded(block.text)) for block in content.blocks)
    assert read > 0.94 * len(whole), "headers, footers and page numbers are all that is left out"


@pytest.mark.papers
def test_the_papers_are_there() -> None:
    if not PAPERS:
        pytest.skip("no papers in ../shared and no corpus")


@pytest.mark.papers
def test_the_deck_of_seeds_has_its_week_and_its_figures() -> None:
    path = SHARED / "seeds" / "004_ofsted_preparation_scrutiny_october_2024.pdf"
    if not path.exists():
        pytest.skip("the seeds are not beside the repo")
    blocks = read_pdf(path, LIMITS).blocks
    third = [(block.kind.value, block.text) for block in blocks if block.page == "3"]
    assert third[0] == ("heading", "ILACS – Week 1")
    assert ("box", "Annexe A Document list will be submitted by end of day Wednesday") in third
    rows = [b for b in blocks if b.kind is BlockKind.ROW and not b.header_row]
    assert len(rows) == 17
    assert all(len(row.cells) == len(row.header) == 12 for row in rows)
    assert rows[0].header[:5] == ("Ref", "Performance Measure", "2023/24", "Current", "Period")
    assert rows[0].section == "Management Oversight"
    assert rows[-1].cells[:4] == (
        "6.3",
        "% care leavers in suitable accommodation",
        "92.8%",
        "93.7%",
    )
    assert rows[-1].section == "Care Leavers"


@pytest.mark.papers
def test_the_judgements_of_a_report_are_rows() -> None:
    path = SHARED / "reports" / "wokingham" / "children's services inspection - 09 may 2023.pdf"
    if not path.exists():
        pytest.skip("the reports are not beside the repo")
    rows = [b for b in read_pdf(path, LIMITS).blocks if b.kind is BlockKind.ROW]
    assert rows[0].header == ("Judgement", "Grade")
    assert rows[-1].cells == ("Overall effectiveness", "Requires improvement to be good")
