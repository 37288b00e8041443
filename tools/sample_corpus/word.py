"""Word papers: heading styles, real lists, tables with a header row, a page number in the footer"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tools.sample_corpus.fixed import fix
from tools.sample_corpus.paper import Paper
from tools.sample_corpus.text import Block, Kind, blocks

Part: TypeAlias = Any  # a document or a part of one: the types of python-docx are partial

_SHORT = 8  # a table of so many rows or fewer is kept on one page
_FONT = "Arial"
_INK = RGBColor(0x1D, 0x3B, 0x53)
_SIZES = {"Title": 22, "Heading 1": 15, "Heading 2": 12.5, "Normal": 11}


def write(
    paper: Paper, source: str, to: Path, widths: dict[int, list[float]] | None = None
) -> None:
    """Write `source` as a Word file; `widths` gives the columns of the n-th table in cm"""
    document: Part = Document()
    _dress(document, paper)
    tables = 0
    parts = blocks(source)
    for block, after in zip(parts, [*parts[1:], None], strict=True):
        if block.kind is Kind.TABLE:
            _table(document, block, (widths or {}).get(tables))
            tables += 1
        else:
            _text(document, block)
        if block.kind is Kind.PARAGRAPH and after is not None and (after.items or after.rows):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.save(str(to))
    fix(to, paper.stamp)


def _dress(document: Part, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author = paper.title, "Inspection Ready sample"
    properties.comments, properties.language = "", "en-GB"
    properties.last_modified_by = "Inspection Ready sample"
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), _FONT)
        if name != "Normal":
            style.font.color.rgb = _INK
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Part) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Page ")
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)


def _text(document: Part, block: Block) -> None:
    if block.kind is Kind.HEADING:
        document.add_heading(block.text, level=block.level - 1)
    elif block.kind is Kind.BULLETS:
        for item in block.items:
            document.add_paragraph(item, style="List Bullet")
    elif block.kind is Kind.NUMBERS:
        numbering = _fresh_numbering(document)
        for item in block.items:
            properties = document.add_paragraph(item, style="List Number")._p.get_or_add_pPr()
            chosen = properties.get_or_add_numPr()
            chosen.get_or_add_ilvl().val, chosen.get_or_add_numId().val = 0, numbering
    elif block.kind is Kind.NOTE:
        run = document.add_paragraph().add_run(block.text)
        run.italic, run.font.size = True, Pt(9.5)
    else:
        document.add_paragraph(block.text)


def _fresh_numbering(document: Part) -> int:
    """A numbering of its own for each list, so that the next list starts again at 1"""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    template = next(num for num in numbering.num_lst if num.numId == style)
    fresh = numbering.add_num(template.abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _table(document: Part, block: Block, widths: list[float] | None) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    table.autofit = widths is None
    for number, row in enumerate(block.rows):
        cells = table.add_row().cells
        for column, (cell, words) in enumerate(zip(cells, row, strict=True)):
            run = cell.paragraphs[0].add_run(words)
            run.font.size, run.bold = Pt(10), number == 0
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            if len(block.rows) <= _SHORT and number < len(block.rows) - 1:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
            if number == 0:
                _shade(cell)
            if widths:
                cell.width = Cm(widths[column])
    for column, width in zip(table.columns, widths or [], strict=False):
        column.width = Cm(width)
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    document.add_paragraph()


def _shade(cell: Part) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "DDE6ED")
    cell._tc.get_or_add_tcPr().append(shade)
