"""What a user can rely on when a Word file is read."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from core.documents import TextForm
from core.errors import UnreadableReason
from ingest.blocks import BlockKind
from ingest.readers.docx import read_docx
from tests.ingest.readers.office_helpers import (
    LIMITS,
    check_bad_files,
    check_cut_short,
    one,
    patch,
    refusal,
    rows,
    texts,
)


@pytest.fixture
def paper():
    return docx.Document()


def save(paper, folder: Path) -> Path:
    path = folder / "paper.docx"
    paper.save(path)
    return path


def read(paper, folder: Path):
    return read_docx(save(paper, folder), LIMITS)


def put(paper, xml: str):
    """Puts raw XML at the end of the body."""
    body = paper.element.body
    body.insert(len(body) - 1, parse_xml(xml.replace("<w:", "<w:", 1)))


def raw(inner: str, tag: str = "w:p") -> str:
    names = nsdecls("w", "r", "wp", "a") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return f"<{tag} {names}>{inner}</{tag}>"


def fill(table, data):
    for r, row in enumerate(data):
        for c, text in enumerate(row):
            table.cell(r, c).text = text


def test_headings_go_by_their_style_and_there_are_no_pages(paper, tmp_path):
    paper.add_heading("Self-evaluation", 0)
    paper.add_heading("Help and protection", 1)
    paper.add_heading("Strengths", 2)
    paper.add_paragraph("Visits are on time.")
    content = read(paper, tmp_path)
    assert content.form is TextForm.SECTIONS
    assert [(b.text, b.level, b.page) for b in content.blocks if b.kind is BlockKind.HEADING] == [
        ("Self-evaluation", 1, ""), ("Help and protection", 1, ""), ("Strengths", 2, ""),
    ]  # fmt: skip


def test_a_style_of_the_councils_own_that_stands_on_a_heading_is_a_heading(paper, tmp_path):
    own = paper.styles.add_style("LBX Section", 1)
    own.base_style = paper.styles["Heading 2"]
    paper.add_paragraph("Next steps", style="LBX Section")
    outlined = paper.add_paragraph("Outlined only")
    outlined._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="2"/>'))
    content = read(paper, tmp_path)
    assert (one(content, "Next steps").kind, one(content, "Next steps").level) == (
        BlockKind.HEADING, 2,
    )  # fmt: skip
    assert one(content, "Outlined only").level == 3


def test_a_short_bold_line_in_larger_type_is_a_heading(paper, tmp_path):
    run = paper.add_paragraph().add_run("Our areas of focus")
    run.bold, run.font.size = True, Pt(16)
    paper.add_paragraph("Supervision is to be more consistent.")
    paper.add_paragraph().add_run("Date: 9 November 2020").bold = True
    paper.add_paragraph("And then an ordinary line.")
    content = read(paper, tmp_path)
    assert one(content, "Our areas of focus").kind is BlockKind.HEADING
    assert one(content, "Date: 9 November 2020").kind is BlockKind.PARAGRAPH


def test_bullets_are_items_right_after_the_line_that_introduces_them(paper, tmp_path):
    paper.add_paragraph("The themes are:")
    paper.add_paragraph("Leadership", style="List Bullet")
    paper.add_paragraph("Boards", style="List Bullet 2")
    paper.add_paragraph("Practice", style="List Bullet")
    paper.add_paragraph("These are reviewed monthly.")
    paper.add_paragraph("Another list:")
    paper.add_paragraph("Audit", style="List Bullet")
    content = read(paper, tmp_path)
    assert [(b.kind, b.text, b.level) for b in content.blocks[:4]] == [
        (BlockKind.PARAGRAPH, "The themes are:", 0),
        (BlockKind.ITEM, "Leadership", 0),
        (BlockKind.ITEM, "Boards", 1),
        (BlockKind.ITEM, "Practice", 0),
    ]
    groups = [b.group for b in content.blocks if b.kind is BlockKind.ITEM]
    assert groups[0] == groups[1] == groups[2] != groups[3]


def test_automatic_numbers_are_not_words_of_the_file(paper, tmp_path):
    paper.add_paragraph("Publish the report", style="List Number")
    paper.add_paragraph("Send copies", style="List Number")
    content = read(paper, tmp_path)
    assert [(b.kind, b.text) for b in content.blocks] == [
        (BlockKind.ITEM, "Publish the report"), (BlockKind.ITEM, "Send copies"),
    ]  # fmt: skip


def test_typed_bullets_are_items_without_the_marker(paper, tmp_path):
    paper.add_paragraph("We will:")
    paper.add_paragraph("• visit each team")
    paper.add_paragraph("- answer questions")
    items = texts(read(paper, tmp_path), BlockKind.ITEM)
    assert items == ["visit each team", "answer questions"]


def test_numbered_paragraphs_of_a_report_keep_their_number(paper, tmp_path):
    paper.add_paragraph("1. Summary")
    paper.add_paragraph("1.1 Ofsted carried out its inspection in January and February.")
    content = read(paper, tmp_path)
    assert content.blocks[0].kind is BlockKind.HEADING
    assert content.blocks[1].kind is BlockKind.PARAGRAPH
    assert content.blocks[1].text.startswith("1.1 Ofsted")


def test_a_sentence_cut_by_the_end_of_a_page_is_one_paragraph(paper, tmp_path):
    paper.add_paragraph("The service will improve")
    paper.add_paragraph("how it listens to children.")
    assert texts(read(paper, tmp_path)) == ["The service will improve how it listens to children."]


def test_a_table_gives_rows_with_headers_and_sections(paper, tmp_path):
    table = paper.add_table(4, 3)
    fill(
        table,
        [
            ["Action", "Owner", "By"],
            ["Leadership", "", ""],
            ["Refresh the plan", "DCS", "May"],
            ["Tell staff", "AD", "June"],
        ],
    )
    found = rows(read(paper, tmp_path))
    assert [(r.section, r.cells, r.header) for r in found] == [
        ("Leadership", ("Refresh the plan", "DCS", "May"), ("Action", "Owner", "By")),
        ("Leadership", ("Tell staff", "AD", "June"), ("Action", "Owner", "By")),
    ]


def test_merged_cells_are_not_said_twice_across_and_hold_for_each_row_down(paper, tmp_path):
    table = paper.add_table(4, 4)
    fill(table, [
        ["Theme", "2023/24", "", "Note"],
        ["", "Plan", "Result", ""],
        ["Visits", "90%", "85%", "below plan"],
        ["", "80%", "88%", "above plan"],
    ])  # fmt: skip
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(3, 0))
    found = rows(read(paper, tmp_path))
    assert [r.cells for r in found] == [
        ("Visits", "90%", "85%", "below plan"), ("Visits", "80%", "88%", "above plan"),
    ]  # fmt: skip
    assert found[0].header == ("Theme", "2023/24 | Plan", "2023/24 | Result", "Note")


def test_labels_and_values_have_no_header(paper, tmp_path):
    table = paper.add_table(3, 2)
    fill(table, [["Report of:", "Jo Bloggs"], ["Date:", "9 November 2020"], ["Wards:", "All"]])
    found = read(paper, tmp_path).blocks
    assert [(b.header_row, b.cells, b.header) for b in found] == [
        (False, ("Report of:", "Jo Bloggs"), ()),
        (False, ("Date:", "9 November 2020"), ()),
        (False, ("Wards:", "All"), ()),
    ]


def test_a_table_that_only_arranges_text_is_read_as_text(paper, tmp_path):
    table = paper.add_table(1, 1)
    table.cell(0, 0).text = "Key message"
    table.cell(0, 0).add_paragraph("Prepare early.")
    content = read(paper, tmp_path)
    assert not rows(content)
    assert texts(content) == ["Key message", "Prepare early."]


def test_a_table_inside_a_table_is_read_after_it(paper, tmp_path):
    table = paper.add_table(2, 2)
    fill(table, [["Area", "Detail"], ["Audits", "See the table with the months"]])
    inner = table.cell(1, 1).add_table(3, 2)
    fill(inner, [["Month", "Done"], ["May", "12"], ["June", "14"]])
    found = rows(read(paper, tmp_path))
    assert [r.cells for r in found] == [
        ("Audits", "See the table with the months"), ("May", "12"), ("June", "14"),
    ]  # fmt: skip
    assert found[1].group != found[0].group


def test_text_boxes_are_read_once(paper, tmp_path):
    inside = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    put(paper, raw(
        "<w:r><w:t>Beside the box</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ))  # fmt: skip
    assert texts(read(paper, tmp_path)) == ["Beside the box", "In the box"]


def test_content_controls_are_read_and_empty_ones_are_not(paper, tmp_path):
    put(
        paper,
        raw(
            "<w:sdtContent><w:p><w:r><w:t>Chosen from a list</w:t></w:r></w:p></w:sdtContent>",
            "w:sdt",
        ),
    )
    put(paper, raw(
        "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here to enter"
        " text.</w:t></w:r></w:p></w:sdtContent>", "w:sdt",
    ))  # fmt: skip
    assert texts(read(paper, tmp_path)) == ["Chosen from a list"]


def test_tracked_changes_are_read_as_if_accepted(paper, tmp_path):
    put(paper, raw(
        "<w:r><w:t xml:space='preserve'>due on </w:t></w:r>"
        "<w:del w:id='1' w:author='a'><w:r><w:delText>Tuesday</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='a'><w:r><w:t>Wednesday</w:t></w:r></w:ins>"
    ))  # fmt: skip
    assert texts(read(paper, tmp_path)) == ["due on Wednesday"]


def test_hidden_words_are_left_out_and_the_place_is_marked(paper, tmp_path):
    put(paper, raw(
        "<w:r><w:t xml:space='preserve'>seen </w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space='preserve'>secret </w:t></w:r>"
        "<w:r><w:t>and seen</w:t></w:r>"
    ))  # fmt: skip
    (block,) = read(paper, tmp_path).blocks
    assert block.text == "seen and seen"
    assert block.seams == (4,)


def test_a_contents_list_is_not_read(paper, tmp_path):
    paper.styles.add_style("toc 1", 1)
    paper.add_paragraph("Summary\t3", style="toc 1")
    paper.add_heading("Summary", 1)
    assert texts(read(paper, tmp_path)) == ["Summary"]


def test_footnotes_stand_at_the_end_of_their_section(paper, tmp_path):
    put(paper, raw("<w:r><w:t>Figures fell.</w:t></w:r><w:r><w:footnoteReference w:id='5'/></w:r>"))
    paper.add_paragraph("Still the first section.")
    paper.add_heading("Second", 1)
    path = save(paper, tmp_path)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    link = f'<Relationship Id="rId91" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    patch(path, "word/_rels/document.xml.rels", lambda x: x.replace("</Relationships>", link))
    import zipfile

    note = "<w:footnote w:id='5'><w:p><w:r><w:t>Provisional.</w:t></w:r></w:p></w:footnote>"
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/footnotes.xml", raw(note, "w:footnotes"))
    assert texts(read_docx(path, LIMITS)) == [
        "Figures fell.", "Still the first section.", "Provisional.", "Second",
    ]  # fmt: skip


def test_the_page_header_is_read_only_when_it_alone_has_title_or_date(paper, tmp_path):
    paper.sections[0].header.paragraphs[0].text = "Performance board, 12 May 2024"
    paper.add_paragraph("Contacts went up.")
    assert texts(read(paper, tmp_path))[0] == "Performance board, 12 May 2024"

    titled = docx.Document()
    titled.sections[0].header.paragraphs[0].text = "Performance board, 12 May 2024"
    titled.add_heading("Performance board", 1)
    titled.add_paragraph("Date: 12 May 2024")
    assert texts(read(titled, tmp_path)) == ["Performance board", "Date: 12 May 2024"]


def test_pictures_are_named(paper, tmp_path):
    from PIL import Image

    picture = tmp_path / "dot.png"
    Image.new("RGB", (4, 4)).save(picture)
    paper.add_paragraph("See below.")
    paper.add_picture(str(picture))
    assert read(paper, tmp_path).unread == ("1 picture",)


def test_a_list_of_children_in_a_table_refuses_the_file(paper, tmp_path):
    table = paper.add_table(3, 3)
    fill(
        table,
        [
            ["Child's name", "Age", "Legal status"],
            ["Sam Green", "12", "C2"],
            ["Ali Brown", "9", "V2"],
        ],
    )
    error = refusal(read_docx, save(paper, tmp_path))
    assert error.reason is UnreadableReason.CHILD_LEVEL_DATA
    assert "table 1" in error.detail


def test_files_with_macros_open_and_nothing_runs(paper, tmp_path):
    paper.add_paragraph("Macro or not.")
    path = save(paper, tmp_path)
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    patch(path, "[Content_Types].xml", lambda x: x.replace(main, macro))
    assert texts(read_docx(path, LIMITS)) == ["Macro or not."]


def test_entities_are_never_fetched_or_blown_up(paper, tmp_path):
    paper.add_paragraph("harmless")
    path = save(paper, tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret")

    def attack(xml):
        head, body = xml.split("?>", 1)
        return f'{head}?><!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>{body}'.replace(
            "harmless", "harmless &f;"
        )

    patch(path, "word/document.xml", attack)
    assert "secret" not in " ".join(texts(read_docx(path, LIMITS)))


def test_files_that_cannot_be_read_say_why(paper, tmp_path):
    check_bad_files(read_docx, tmp_path, ".docx")
    paper.add_paragraph("Whole.")
    check_cut_short(read_docx, save(paper, tmp_path))
    assert refusal(read_docx, save(docx.Document(), tmp_path)).reason is UnreadableReason.NO_TEXT
