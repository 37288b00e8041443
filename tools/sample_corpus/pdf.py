"""PDF papers: headings by size, bullets, tables that repeat their header, page labels"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, TypeAlias

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from tools.sample_corpus.paper import Paper
from tools.sample_corpus.text import Block, Kind, blocks

Drawn: TypeAlias = Any  # reportlab has no types

_SHORT = 8  # a list or table of fewer rows than this stays on the page of its lead-in
_INK = colors.HexColor("#1d3b53")
_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=7)
_LEAD = ParagraphStyle("lead", parent=_BODY, keepWithNext=1)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9.5, leading=12, spaceAfter=0)
_HEAD_CELL = ParagraphStyle("head cell", parent=_CELL, fontName="Helvetica-Bold")
_NOTE = ParagraphStyle("note", parent=_BODY, fontName="Helvetica-Oblique", fontSize=9.5, leading=13)
_ITEM = ParagraphStyle("item", parent=_BODY, spaceAfter=4)
_HEADINGS = {
    level: ParagraphStyle(
        f"heading {level}",
        parent=_BODY,
        fontName="Helvetica-Bold",
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=before,
        spaceAfter=6,
        textColor=_INK,
        keepWithNext=1,
    )
    for level, size, before in ((1, 22, 0), (2, 15, 12), (3, 12.5, 8))
}


@dataclass(frozen=True, slots=True)
class Look:
    """The running foot, table widths in cm by table number, and whether the cover is page i"""

    foot: str
    widths: dict[int, list[float]]
    cover: bool = False


def write(paper: Paper, source: str, to: Path, look: Look) -> None:
    """Write `source` as a PDF; with a cover, the text after the first `##` starts on page 1"""
    document: Drawn = SimpleDocTemplate(
        str(to),
        pagesize=A4,
        leftMargin=2.3 * cm,
        rightMargin=2.3 * cm,
        topMargin=2.0 * cm,
        bottomMargin=2.0 * cm,
        title=paper.title,
        author="Inspection Ready sample",
        lang="en-GB",
        invariant=1,
        pageCompression=1,
    )
    flow: list[Drawn] = []
    tables = 0
    turned = not look.cover
    parts = blocks(source)
    for block, after in zip(parts, [*parts[1:], None], strict=True):
        if not turned and block.kind is Kind.HEADING and block.level == 2:
            flow.append(PageBreak())
            turned = True
        if block.kind is Kind.TABLE:
            flow += [_table(block, look.widths[tables]), Spacer(1, 8)]
            tables += 1
        else:
            flow.append(_text(block, after))
            if block.items:
                flow.append(Spacer(1, 4))

    def foot(canvas: Drawn, _: Drawn) -> None:
        _foot(canvas, look)

    document.build(flow, onFirstPage=foot, onLaterPages=foot)


def _foot(canvas: Drawn, look: Look) -> None:
    page = canvas.getPageNumber()
    if page == 1:
        canvas.addPageLabel(0, style="ROMAN_LOWER" if look.cover else "ARABIC", start=1)
    if page == 2 and look.cover:
        canvas.addPageLabel(1, style="ARABIC", start=1)
    printed = ("i" if page == 1 else str(page - 1)) if look.cover else str(page)
    canvas.saveState()
    canvas.setFont("Helvetica", 9)
    canvas.setFillColor(colors.HexColor("#444444"))
    canvas.drawString(2.3 * cm, 1.2 * cm, look.foot)
    canvas.drawRightString(A4[0] - 2.3 * cm, 1.2 * cm, printed)
    canvas.restoreState()


def _text(block: Block, after: Block | None) -> Drawn:
    if block.kind is Kind.HEADING:
        return Paragraph(escape(block.text), _HEADINGS[block.level])
    if block.kind in {Kind.BULLETS, Kind.NUMBERS}:
        kind = "bullet" if block.kind is Kind.BULLETS else "1"
        return ListFlowable(
            [ListItem(Paragraph(escape(item), _ITEM)) for item in block.items],
            bulletType=kind,
            bulletFontName="Helvetica",
            bulletFontSize=11,
            start="•" if kind == "bullet" else 1,
            bulletFormat=None if kind == "bullet" else "%s.",
            leftIndent=18,
        )
    if block.kind is Kind.NOTE:
        return Paragraph(escape(block.text), _NOTE)
    leads = after is not None and len(after.items or after.rows) in range(1, _SHORT)
    return Paragraph(escape(block.text), _LEAD if leads else _BODY)


def _table(block: Block, widths: list[float]) -> Drawn:
    rows = [
        [Paragraph(escape(cell), _CELL if number else _HEAD_CELL) for cell in row]
        for number, row in enumerate(block.rows)
    ]
    table = Table(rows, colWidths=[width * cm for width in widths], repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#8a949c")),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#dde6ed")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return table
