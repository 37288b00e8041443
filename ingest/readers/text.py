"""Reads plain text and Markdown, on one path: many files are a bit of both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits, Properties
from ingest.readers import marks
from ingest.readers.decode import decode, iso_date, read_bytes
from ingest.readers.facts import is_fact
from ingest.readers.markup import without_marks
from ingest.readers.numbering import settle_numbered
from ingest.readers.rows import table_blocks
from ingest.readers.text_lines import (
    LineKind,
    TextLine,
    classify,
    leads_unspaced,
    stands_as_heading,
)

WRAPPED = 130
"""A file whose longest line is shorter than this has its paragraphs wrapped by hand."""
_FRONT = re.compile(r"\A---[ \t]*\n(?P<body>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?P<words>[^*_]{2,90})(?:\*\*|__):?\s*")
_END = (".", "?", "!", ":", ";", ".”", ".’", ".)", ".'", '."')


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


def _lines(text: str) -> list[TextLine]:
    """The lines that hold words (and rules), each with the number of blank lines before it."""
    text = re.sub(r"<!--.*?-->", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL)
    lines, blank, fenced = [], 0, False
    for raw in re.split(r"\n|\f|\x0b|\x85|\u2028|\u2029", text):
        if raw.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        line = classify(raw)
        if line.kind is LineKind.BLANK:
            blank += 1
            continue
        line.breaks, blank = blank, 0
        lines.append(line)
    return lines


@dataclass(slots=True)
class Assembler:
    """Puts lines together to blocks."""

    lines: list[TextLine]
    markdown: bool
    made: list[Block] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    """The words of each block made, marks still in, to go on with it."""
    group: int = 0
    indents: list[int] = field(default_factory=list)
    width: int = 0
    hashes: bool = False
    spaced: bool = True

    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        longest = max((len(line.words) for line in self.lines), default=0)
        self.width = longest if longest <= WRAPPED and len(self.lines) > 8 else 0
        self.hashes = any(line.kind is LineKind.HEADING for line in self.lines)
        self.spaced = any(line.breaks for line in self.lines[1:])
        position = 0
        while position < len(self.lines):
            if self.lines[position].kind is LineKind.ROW:
                position = self._table(position)
            else:
                self._line(position)
                position += 1
        return settle_numbered([block for block in self.made if block.text])

    def _line(self, position: int) -> None:
        line = self.lines[position]
        before = self.lines[position - 1] if position else None
        after = self.lines[position + 1] if position + 1 < len(self.lines) else None
        if line.kind is LineKind.RULE:
            self._underline(line, before)
        elif line.kind is LineKind.HEADING:
            lettered = any(c.isalpha() for c in line.words)
            kind = BlockKind.HEADING if lettered else BlockKind.PARAGRAPH
            self._add(kind, line.words, line.level if lettered else 0)
        elif line.kind is LineKind.ITEM and not (
            line.numbered and self._heading(line, before, after)
        ):
            self._item(line)
        elif self._goes_on(line, before):
            self._extend(line)
        elif self._heading(line, before, after):
            self._add(BlockKind.HEADING, line.words, self._level())
        else:
            self._add(BlockKind.PARAGRAPH, line.words)

    def _heading(self, line: TextLine, before: TextLine | None, after: TextLine | None) -> bool:
        if _BOLD_LINE.fullmatch(line.words) and (before is None or line.breaks) and after:
            return after.breaks > 0 and not is_fact(without_marks(line.words)[0])
        if self.markdown or self.hashes:
            return False
        if line.numbered and without_marks(line.words)[0][-1:] in ".;,:":
            return False
        if self.spaced:
            return stands_as_heading(line, before, after)
        return leads_unspaced(line, after)

    def _level(self) -> int:
        """Of a heading without hashes: one deeper than a heading that it follows at once."""
        above = [block for block in self.made if block.kind is BlockKind.HEADING]
        if not above:
            return 1
        if self.made[-1] is above[-1]:
            return min(above[-1].level + 1, 4)
        return max(2, above[-1].level)

    def _underline(self, line: TextLine, before: TextLine | None) -> None:
        """A rule right under one line of words makes it a heading."""
        if before is None or line.breaks or before.kind is not LineKind.WORDS or not self.made:
            return
        last = self.made[-1]
        if (
            last.kind is BlockKind.PARAGRAPH
            and self.raw[-1] == before.words
            and len(last.text) < 100
        ):
            level = 1 if line.words.startswith("=") else 2
            self.made[-1] = replace(last, kind=BlockKind.HEADING, level=level)

    def _goes_on(self, line: TextLine, before: TextLine | None) -> bool:
        """True when the line belongs to the block before it."""
        if before is None or not self.made or before.kind in (LineKind.ROW, LineKind.RULE):
            return False
        last, words = self.made[-1], without_marks(line.words)[0]
        if last.kind is BlockKind.HEADING or not words:
            return False
        small = words[0].islower()
        if line.breaks:
            return (
                small and line.breaks < 3 and not last.text.endswith(_END) and len(last.text) > 40
            )
        if is_fact(words) or marks.section_number(words):
            return False
        if small or before.soft or (last.text.endswith(",") and len(last.text) < WRAPPED):
            return not is_fact(last.text)
        if self.markdown:
            return not is_fact(last.text)
        room = self.width - len(before.words)
        return bool(self.width) and len(words.split()[0]) + 1 > room

    def _add(self, kind: BlockKind, words: str, level: int = 0, group: int = -1) -> None:
        text, seams = without_marks(words)
        if text:
            self.made.append(Block(kind, text, level=level, group=group, seams=seams))
            self.raw.append(words)

    def _extend(self, line: TextLine) -> None:
        self.raw[-1] += "\n" + line.words
        text, seams = without_marks(self.raw[-1])
        self.made[-1] = replace(self.made[-1], text=text, seams=seams)

    def _item(self, line: TextLine) -> None:
        if marks.section_number(line.words):
            self._add(BlockKind.PARAGRAPH, line.words)
            return
        if not self.made or self.made[-1].kind is not BlockKind.ITEM:
            self.group, self.indents = self.group + 1, []
        self.indents = [indent for indent in self.indents if indent < line.level]
        level = len(self.indents)
        self.indents.append(line.level)
        self._add(BlockKind.ITEM, line.words, level, self.group)

    def _table(self, start: int) -> int:
        """The table that begins at a line; gives the line after it."""
        end = start
        while (
            end < len(self.lines)
            and self.lines[end].kind is LineKind.ROW
            and (end == start or not self.lines[end].breaks)
        ):
            end += 1
        ruled = end - start > 1 and not self.lines[start + 1].cells
        rows = [line.cells for line in self.lines[start:end] if line.cells]
        bold = {
            n
            for n, cells in enumerate(rows)
            if re.match(r"<b>|\*\*", next(filter(None, cells), ""))
        }
        self.group += 1
        plain = [tuple(without_marks(cell)[0] for cell in cells) for cells in rows]
        made = table_blocks(plain, self.group, headers=1 if ruled else None, sections=bold - {0})
        self.made += made
        self.raw += [""] * len(made)
        return end
