"""What a user can rely on when an OpenDocument text or spreadsheet is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from odf import draw, opendocument, style, table, text
from odf.element import Element

from core.documents import TextForm
from core.errors import UnreadableReason
from ingest.blocks import BlockKind
from ingest.readers.odt import read_odt
from ingest.readers.sheets import read_ods
from tests.ingest.readers.office_helpers import (
    LIMITS,
    check_bad_files,
    check_cut_short,
    one,
    pack,
    patch,
    refusal,
    rows,
    texts,
)


@pytest.fixture
def paper():
    return opendocument.OpenDocumentText()


@pytest.fixture
def book():
    return opendocument.OpenDocumentSpreadsheet()


def read(document, folder: Path):
    suffix, reader = (".odt", read_odt) if hasattr(document, "text") else (".ods", read_ods)
    path = folder / f"made{suffix}"
    document.save(str(path))
    return reader(path, LIMITS)


def add(parent: Element, *children: Element) -> Element:
    for child in children:
        parent.addElement(child)
    return parent


def p(words: str, **look) -> Element:
    return text.P(text=words, **look)


def grid(name: str, data, spans=None) -> Element:
    made = table.Table(name=name)
    for r, row in enumerate(data):
        line = table.TableRow()
        for c, words in enumerate(row):
            if words is None:
                line.addElement(table.CoveredTableCell())
                continue
            across, down = (spans or {}).get((r, c), (1, 1))
            look = {}
            if across > 1 or down > 1:
                look = {"numbercolumnsspanned": across, "numberrowsspanned": down}
            line.addElement(add(table.TableCell(**look), p(words)))
        made.addElement(line)
    return made


def test_headings_paragraphs_and_lists_in_order(paper, tmp_path):
    inner = add(text.List(), add(text.ListItem(), p("Boards")))
    bullets = add(
        text.List(),
        add(text.ListItem(), p("Leadership"), inner),
        add(text.ListItem(), p("Practice")),
    )
    add(
        paper.text,
        text.H(outlinelevel=1, text="Plan"),
        p("The themes are:"),
        bullets,
        p("That is all."),
    )
    content = read(paper, tmp_path)
    assert content.form is TextForm.SECTIONS
    assert [(b.kind, b.text, b.level) for b in content.blocks] == [
        (BlockKind.HEADING, "Plan", 1),
        (BlockKind.PARAGRAPH, "The themes are:", 0),
        (BlockKind.ITEM, "Leadership", 0),
        (BlockKind.ITEM, "Boards", 1),
        (BlockKind.ITEM, "Practice", 0),
        (BlockKind.PARAGRAPH, "That is all.", 0),
    ]
    assert len({b.group for b in content.blocks if b.kind is BlockKind.ITEM}) == 1


def test_runs_tabs_spaces_and_breaks_are_joined_as_they_stand(paper, tmp_path):
    made = p("by end of")
    add(made, text.S(c=2), text.Span(text="Wed"), text.Span(text="nesday"), text.LineBreak())
    made.addText("at the latest")
    add(paper.text, made)
    assert texts(read(paper, tmp_path)) == ["by end of Wednesday at the latest"]


def test_a_bold_line_over_an_ordinary_one_is_a_heading(paper, tmp_path):
    bold = style.Style(name="B1", family="paragraph")
    bold.addElement(style.TextProperties(fontweight="bold", fontsize="16pt"))
    paper.automaticstyles.addElement(bold)
    add(paper.text, p("Our areas of focus", stylename=bold), p("Supervision is to be better."))
    assert one(read(paper, tmp_path), "Our areas of focus").kind is BlockKind.HEADING


def test_tables_have_headers_sections_and_merged_cells(paper, tmp_path):
    data = [
        ["Action", "Owner", "By"], ["Leadership", None, None],
        ["Refresh the plan", "DCS", "May"], ["Tell staff", None, "June"],
    ]  # fmt: skip
    add(paper.text, grid("T", data, {(1, 0): (3, 1), (2, 1): (1, 2)}))
    found = rows(read(paper, tmp_path))
    assert [(r.section, r.cells) for r in found] == [
        ("Leadership", ("Refresh the plan", "DCS", "May")),
        ("Leadership", ("Tell staff", "DCS", "June")),
    ]
    assert found[0].header == ("Action", "Owner", "By")


def test_text_boxes_are_read_pictures_named_and_comments_left_out(paper, tmp_path):
    box = add(draw.Frame(width="5cm"), add(draw.TextBox(), p("In the box")))
    picture = add(draw.Frame(width="1cm"), draw.Image(href="Pictures/1.png"))
    from odf import office

    note = add(office.Annotation(), p("a comment"))
    add(paper.text, add(p("Beside the box"), note, box, picture))
    content = read(paper, tmp_path)
    assert texts(content) == ["Beside the box", "In the box"]
    assert content.unread == ("1 picture",)


def test_footnotes_follow_their_section(paper, tmp_path):
    made = p("Figures fell.")
    note = text.Note(noteclass="footnote")
    add(note, text.NoteCitation(text="1"), add(text.NoteBody(), p("Provisional.")))
    add(paper.text, add(made, note), p("Same section."), text.H(outlinelevel=1, text="Next"))
    assert texts(read(paper, tmp_path)) == [
        "Figures fell.",
        "Same section.",
        "Provisional.",
        "Next",
    ]


def test_a_spreadsheet_is_read_as_shown(book, tmp_path):
    sheet = grid(
        "Indicators",
        [["Measure", "Jul 24", "Aug 24"], ["Care leavers", None, None]],
        {(1, 0): (3, 1)},
    )
    line = add(table.TableRow(), add(table.TableCell(), p("In touch")))
    for value, seen in ((0.957, "95.7%"), (0.974, "97.4%")):
        cell = table.TableCell(valuetype="percentage", value=value)
        line.addElement(add(cell, p(seen)))
    line.addElement(table.TableCell(numbercolumnsrepeated=16000))
    add(sheet, line, add(table.TableRow(numberrowsrepeated=1048000), table.TableCell()))
    add(book.spreadsheet, sheet)
    content = read(book, tmp_path)
    (row,) = rows(content)
    assert (row.cells, row.header, row.section) == (
        ("In touch", "95.7%", "97.4%"), ("Measure", "Jul 24", "Aug 24"), "Care leavers",
    )  # fmt: skip
    assert (row.page, row.page_index, content.form) == ("Indicators", 0, TextForm.SHEETS)


def test_a_row_repeated_a_million_times_is_refused(book, tmp_path):
    sheet = table.Table(name="Long")
    line = table.TableRow(numberrowsrepeated=1000000)
    add(sheet, add(line, add(table.TableCell(), p("again"))))
    add(book.spreadsheet, sheet)
    path = tmp_path / "long.ods"
    book.save(str(path))
    assert refusal(read_ods, path).reason is UnreadableReason.TOO_LARGE


def test_a_list_of_children_is_refused_in_text_and_sheet(paper, book, tmp_path):
    data = [["Child ID", "Date of birth", "Gender"], ["1043321", "03/04/2011", "F"]]
    for document, parent, name, reader in (
        (paper, paper.text, "a.odt", read_odt), (book, book.spreadsheet, "a.ods", read_ods),
    ):  # fmt: skip
        add(parent, grid("List 6", data))
        document.save(str(tmp_path / name))
        assert refusal(reader, tmp_path / name).reason is UnreadableReason.CHILD_LEVEL_DATA


def test_a_password_is_seen(paper, tmp_path):
    add(paper.text, p("secret"))
    path = tmp_path / "locked.odt"
    paper.save(str(path))
    patch(
        path,
        "META-INF/manifest.xml",
        lambda x: x.replace(
            "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"
        ),
    )
    assert refusal(read_odt, path).reason is UnreadableReason.ENCRYPTED


@pytest.mark.parametrize(("reader", "suffix"), [(read_odt, ".odt"), (read_ods, ".ods")])
def test_files_that_cannot_be_read_say_why(reader, suffix, paper, book, tmp_path):
    check_bad_files(reader, tmp_path, suffix)
    broken = pack(tmp_path / f"broken{suffix}", {"content.xml": "<office:document"})
    assert refusal(reader, broken).reason is UnreadableReason.DAMAGED
    add(paper.text, p("Whole."))
    add(book.spreadsheet, grid("S", [["Whole", "sheet"]]))
    whole = tmp_path / f"whole{suffix}"
    (paper if suffix == ".odt" else book).save(str(whole))
    check_cut_short(reader, whole)
    other = book if suffix == ".odt" else paper
    other.save(str(whole))
    assert refusal(reader, whole).reason is UnreadableReason.DAMAGED
