"""A Word file for Britain: its language, which a screen reader speaks, and its paper."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

LANGUAGE = "en-GB"
A4 = Mm(210), Mm(297)
"""Width and height (ISO 216)."""


def make_british(paper: Document) -> None:
    """British English in all of a file, its properties, defaults and styles; A4 pages."""
    for section in paper.sections:
        section.page_width, section.page_height = A4
    paper.core_properties.language = LANGUAGE
    defaults = paper.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    properties = defaults.find(qn("w:rPr"))
    if properties.find(qn("w:lang")) is None:
        properties.append(OxmlElement("w:lang"))
    for each in paper.styles.element.iter(qn("w:lang")):  # the template's own says American
        each.set(qn("w:val"), LANGUAGE)
        each.set(qn("w:eastAsia"), LANGUAGE)
