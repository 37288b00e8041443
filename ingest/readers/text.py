"""Reads plain text and Markdown, on one path: many files are a bit of both."""

from __future__ import annotations

import re
from pathlib import Path

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Content, Limits, Properties
from ingest.readers.decode import decode, iso_date, read_bytes
from ingest.readers.text_blocks import Assembler
from ingest.readers.text_lines import (
    LineKind,
    TextLine,
    classify,
    is_pipe_rule,
    open_head,
    open_row,
)

_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_text(path: Path, limits: Limits) -> Content:
    """A plain text file: its blocks. Raises UnreadableFile."""
    return _read(path, limits, markdown=False)


def read_markdown(path: Path, limits: Limits) -> Content:
    """A Markdown file: its blocks, and properties from its front matter. Raises UnreadableFile."""
    return _read(path, limits, markdown=True)


def _read(path: Path, limits: Limits, *, markdown: bool) -> Content:
    text = decode(read_bytes(path, limits)).replace("\r\n", "\n").replace("\r", "\n")
    properties = Properties()
    front = _FRONT.match(text)
    if front:
        properties, text = _front_matter(front["body"]), text[front.end() :]
    blocks = Assembler(_lines(text), markdown=markdown).blocks()
    if not blocks:
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    return Content(tuple(blocks), TextForm.SECTIONS, properties)


def _front_matter(body: str) -> Properties:
    """Title, author and date of `key: value` lines; anything else is passed over."""
    data: dict[str, str] = {}
    for line in body.split("\n"):
        key, colon, value = line.partition(":")
        if colon and not line[:1].isspace():
            data.setdefault(key.strip().lower(), value.strip().strip("\"'").strip())
    return Properties(
        data.get("title", ""),
        data.get("author", ""),
        iso_date(data.get("date", "") or data.get("published", "")),
    )


def _without_comments(text: str) -> str:
    """The text without '<!-- -->', its line ends kept; a comment never closed stays."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        lines = text.count("\n", start, end)
        begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        pieces += [text[position:start], "\n" * lines if lines or begins else "<wbr>"]
        position = end + 3
    return "".join([*pieces, text[position:]])


def _lines(text: str) -> list[TextLine]:
    """The lines that hold words (and rules), each with the number of blank lines before it."""
    text = _without_comments(text)
    lines: list[TextLine] = []
    blank, fenced = 0, False
    for raw in re.split(r"\n|\f|\x0b|\x85|\u2028|\u2029", text):
        if raw.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        line = classify(raw)
        if line.kind is LineKind.WORDS or line.kind is LineKind.ITEM:
            line = open_row(raw, lines[-1] if lines and not blank else None) or line
        elif is_pipe_rule(line) and lines and not blank:
            lines[-1] = open_head(lines[-1], line)
        if line.kind is LineKind.BLANK:
            blank += 1
            continue
        line.breaks, blank = blank, 0
        lines.append(line)
    return lines
