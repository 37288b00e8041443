"""A hand-out as a Word document: headings, lists and links, in British English."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.briefings.handout import Handout, Section, Source
from assistant.briefings.handout_words import (
    CHECKED,
    FROM,
    LEFT_OUT,
    LEFT_OUT_WHY,
    NOT_SAID,
    NOT_SAID_WHY,
    SOURCES,
    clean,
    listed,
    read_over,
)
from assistant.british_docx import make_british

_LINK = "1D4F7C"


def docx_of(given: Handout) -> bytes:
    """The document. Numbers in an answer are links to its passages."""
    paper = docx.Document()
    _settings(paper, given)
    paper.add_heading(clean(given.title), level=0)
    if given.organisation:
        paper.add_paragraph(clean(given.organisation))
    paper.add_paragraph(CHECKED.format(date=given.date, count=given.documents))
    if said := read_over(given):
        paper.add_paragraph(said)
    paper.add_paragraph(FROM.format(fingerprint=given.fingerprint))
    for section in given.sections:
        _section(paper, section)
    if given.not_said:
        paper.add_heading(NOT_SAID, level=1)
        paper.add_paragraph(NOT_SAID_WHY)
        for each in given.not_said:
            paper.add_paragraph(listed(each), style="List Bullet")
    if given.left_out:
        paper.add_heading(LEFT_OUT, level=1)
        paper.add_paragraph(LEFT_OUT_WHY)
        for each in given.left_out:
            paper.add_paragraph(listed(each), style="List Bullet")
    target = BytesIO()
    paper.save(target)
    return target.getvalue()


def _settings(paper: WordDocument, given: Handout) -> None:
    properties = paper.core_properties
    properties.title = clean(given.title)
    properties.author = clean(given.organisation)
    properties.created = properties.modified = given.made
    properties.comments = FROM.format(fingerprint=given.fingerprint)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    make_british(paper)


def _section(paper: WordDocument, section: Section) -> None:
    paper.add_heading(f"{section.number}. {clean(section.question)}", level=1)
    if section.headline:
        paper.add_paragraph().add_run(section.headline).bold = True
    for line in section.lines:
        style = "List Bullet" if line.item else None
        paragraph = paper.add_paragraph(clean(line.text), style=style)
        for number in line.sources:
            paragraph.add_run(" ")
            _link(paragraph, f"[{number}]", _name(section, number))
    for note in section.notes:
        paper.add_paragraph().add_run(clean(note)).italic = True
    if section.sources:
        paper.add_heading(SOURCES, level=2)
    for place, source in enumerate(section.sources):
        # LibreOffice leaves a heading behind where what it keeps with keeps with more.
        _source(paper, section, source, keep=place > 0)


def _source(paper: WordDocument, section: Section, source: Source, *, keep: bool) -> None:
    paragraph = paper.add_paragraph()
    paragraph.paragraph_format.keep_with_next = keep
    name = _name(section, source.number)
    identity = str(section.number * 1000 + source.number)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), identity)
    start.set(qn("w:name"), name)
    paragraph._p.append(start)
    paragraph.add_run(f"[{source.number}] {clean(source.line)}").bold = True
    paragraph._p.append(end)
    if source.heading:
        paper.add_paragraph(clean(source.heading))
    for quote in source.quotes:
        paper.add_paragraph(f"‘{clean(quote)}’", style="Quote")


def _link(paragraph: Paragraph, text: str, target: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), target)
    run = Run(OxmlElement("w:r"), paragraph)
    run.text, run.underline = text, True
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), _LINK)
    run._r.get_or_add_rPr().append(colour)
    link.append(run._r)
    paragraph._p.append(link)


def _name(section: Section, number: int) -> str:
    return f"source_{section.number}_{number}"
