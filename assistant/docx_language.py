"""The language of a Word file: what its spelling is checked by, and a screen reader speaks."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LANGUAGE = "en-GB"


def set_language(paper: Document) -> None:
    """Sets British English for all of a file: in its properties, defaults and styles."""
    paper.core_properties.language = LANGUAGE
    defaults = paper.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    properties = defaults.find(qn("w:rPr"))
    if properties.find(qn("w:lang")) is None:
        properties.append(OxmlElement("w:lang"))
    for each in paper.styles.element.iter(qn("w:lang")):  # the template's own says American
        each.set(qn("w:val"), LANGUAGE)
        each.set(qn("w:eastAsia"), LANGUAGE)
