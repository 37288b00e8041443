"""The summary of a rehearsal as a Word file: headings, lists, its language set."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import docx as word
from docx.shared import Pt

from assistant.docx_language import set_language
from assistant.rehearsal import summary_words as words
from assistant.rehearsal.summary import Summary
from core.answers import Citation
from core.rehearsal import Prompt

if TYPE_CHECKING:
    from docx.document import Document


def docx(summary: Summary, *, own_words: bool = False) -> bytes:
    """A Word file. Words that were typed are in it only with `own_words`."""
    paper = _blank()
    paper.add_heading(words.TITLE, level=1)
    paper.add_paragraph(words.about(summary))
    paper.add_paragraph(words.PRIVATE)
    if summary.differences:
        paper.add_heading(words.DIFFERS, level=2)
        for each in summary.differences:
            said = words.YOU_SAID.format(said=each.said) if own_words else each.kind.label
            _item(paper, words.DIFFERS_LINE.format(said=said, quote=each.citation.quote))
            _source(paper, each.citation)
    _points(paper, words.LOOK_UP, [(each.words, each.citation) for each in summary.look_up])
    if summary.on_file:
        paper.add_heading(words.ON_FILE, level=2)
        paper.add_paragraph(words.ON_FILE_WHY)
        for prompt in summary.on_file:
            _prompt(paper, prompt)
    _list(paper, words.FOLLOW_UPS, summary.follow_ups)
    _points(paper, words.DREW_ON, [(each.words, each.citation) for each in summary.drew_on])
    _list(paper, words.SKIPPED, [each.text for each in summary.skipped])
    paper.add_paragraph(words.CHECK)
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def _blank() -> Document:
    paper = word.Document()
    normal = paper.styles["Normal"]
    normal.font.size = Pt(11)
    set_language(paper)
    about = paper.core_properties
    about.title = words.TITLE
    about.author = about.comments = about.last_modified_by = ""
    return paper


def _points(paper: Document, title: str, points: Sequence[tuple[str, Citation]]) -> None:
    if points:
        paper.add_heading(title, level=2)
    for said, citation in points:
        _item(paper, said)
        _source(paper, citation)


def _list(paper: Document, title: str, items: Sequence[str]) -> None:
    if items:
        paper.add_heading(title, level=2)
    for each in items:
        _item(paper, each)


def _prompt(paper: Document, prompt: Prompt) -> None:
    _item(paper, prompt.text)
    for each in prompt.shows:
        paper.add_paragraph(each, style="List Bullet 2")


def _item(paper: Document, text: str) -> None:
    paper.add_paragraph(text, style="List Bullet")


def _source(paper: Document, citation: Citation) -> None:
    paper.add_paragraph(words.source(citation), style="List Continue")
