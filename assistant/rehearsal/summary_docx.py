"""The summary of a rehearsal as a Word file: headings, lists, its language set."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import docx as word
from docx.shared import Pt

from assistant.british_docx import make_british
from assistant.rehearsal import summary_words as words
from assistant.rehearsal.summary import Summary
from core.answers import Citation
from core.rehearsal import Point

if TYPE_CHECKING:
    from docx.document import Document


def docx(summary: Summary, *, own_words: bool = False) -> bytes:
    """A Word file. Words that were typed are in it only with `own_words`."""
    paper = _blank()
    paper.add_heading(words.TITLE, level=1)
    paper.add_paragraph(words.about(summary))
    paper.add_paragraph(words.PRIVATE_QUOTED if own_words else words.PRIVATE)
    _differences(paper, summary, own_words=own_words)
    _checks(paper, summary.checks, own_words=own_words)
    _points(paper, words.LOOK_UP, [(each.words, each.citation) for each in summary.look_up])
    if summary.on_file:
        paper.add_heading(words.ON_FILE, level=2)
        paper.add_paragraph(words.ON_FILE_WHY)
        for prompt in summary.on_file:
            _item(paper, words.shows(prompt))
    _list(paper, words.FOLLOW_UPS, summary.follow_ups)
    drew_on = [(words.shortened(each.words), each.citation) for each in summary.drew_on]
    _points(paper, words.DREW_ON, drew_on)
    _list(paper, words.SKIPPED, words.skipped(summary.skipped))
    paper.add_paragraph(words.CHECK_SOURCES)
    written = BytesIO()
    paper.save(written)
    return written.getvalue()


def _blank() -> Document:
    paper = word.Document()
    normal = paper.styles["Normal"]
    normal.font.size = Pt(11)
    make_british(paper)
    about = paper.core_properties
    about.title = words.TITLE
    about.author = about.comments = about.last_modified_by = ""
    return paper


def _differences(paper: Document, summary: Summary, *, own_words: bool) -> None:
    if summary.differences:
        paper.add_heading(words.DIFFERS, level=2)
    for each, prompt in zip(summary.differences, summary.differ_on, strict=True):
        said = words.DIFFERS_ON.format(kind=each.kind.label, prompt=prompt)
        if own_words:
            said = words.YOU_SAID.format(said=each.said)
        _item(paper, words.DIFFERS_LINE.format(said=said, quote=words.quoted(each.citation)))
        _source(paper, each.citation)


def _checks(paper: Document, checks: Sequence[Point], *, own_words: bool) -> None:
    if checks:
        paper.add_heading(words.CHECK, level=2)
    for each in checks:
        if each.check is not None:
            _item(paper, f"{words.checked(each.check, own_words=own_words)}. ‘{each.words}’")
            _source(paper, each.citation)


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


def _item(paper: Document, text: str) -> None:
    paper.add_paragraph(text, style="List Bullet")


def _source(paper: Document, citation: Citation) -> None:
    paper.add_paragraph(words.source(citation), style="List Continue")
