"""Lines of a text file put together to blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.readers import marks
from ingest.readers.facts import is_fact
from ingest.readers.markup import without_marks
from ingest.readers.numbering import settle_numbered
from ingest.readers.rows import refuse_child_level, table_blocks
from ingest.readers.text_lines import (
    LineKind,
    TextLine,
    leads_unspaced,
    mark_broken,
    stands_as_heading,
)

WRAPPED = 130
"""A file whose longest line is shorter than this has its paragraphs wrapped by hand."""
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)(?P<words>[^*_]{2,90})(?:\*\*|__):?\s*")
_JOTTED = re.compile(
    r"(?:w\d|(?:week|wk|day) ?\d|(?:mon|tue|wed|thu|fri)(?:s|rs?|nes)?(?:day)?)\b|\d{1,2}[.:]\d\d\b"
)
_END = (".", "?", "!", ":", ";", ".”", ".’", ".)", ".'", '."')


@dataclass(slots=True)
class _Entry:
    """A block in the making: its lines with the marks still in, or the rows of a table."""

    kind: BlockKind
    lines: list[str]
    level: int = 0
    group: int = -1
    rows: list[Block] = field(default_factory=list)
    length: int = 0

    def blocks(self) -> list[Block]:
        if self.rows:
            return self.rows
        text, seams = without_marks("\n".join(self.lines))
        return (
            [Block(self.kind, text, level=self.level, group=self.group, seams=seams)]
            if text
            else []
        )


@dataclass(slots=True)
class Assembler:
    """Puts lines together to blocks. `markdown` says that lone lines are no headings."""

    lines: list[TextLine]
    markdown: bool
    made: list[_Entry] = field(default_factory=list)
    heading: _Entry | None = None
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
        if self.markdown:
            mark_broken(self.lines)
        position = 0
        while position < len(self.lines):
            if self.lines[position].kind is LineKind.ROW:
                position = self._table(position)
            else:
                self._line(position)
                position += 1
        return settle_numbered([block for entry in self.made for block in entry.blocks()])

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
            line.numbered and self._is_heading(line, before, after)
        ):
            self._item(line)
        elif self._goes_on(line, before):
            self.made[-1].lines.append(line.words)
            self.made[-1].length += len(line.words) + 1
        elif self._is_heading(line, before, after):
            self._add(BlockKind.HEADING, line.words, self._level())
        else:
            self._add(BlockKind.PARAGRAPH, line.words)

    def _is_heading(self, line: TextLine, before: TextLine | None, after: TextLine | None) -> bool:
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
        if self.heading is None:
            return 1
        if self.made[-1] is self.heading:
            return min(self.heading.level + 1, 4)
        return max(2, self.heading.level)

    def _underline(self, line: TextLine, before: TextLine | None) -> None:
        """A rule right under one line of words makes it a heading."""
        if before is None or line.breaks or before.kind is not LineKind.WORDS or not self.made:
            return
        last = self.made[-1]
        if last.kind is BlockKind.PARAGRAPH and len(last.lines) == 1 and last.length < 100:
            last.kind, last.level = BlockKind.HEADING, 1 if line.words.startswith("=") else 2
            self.heading = last

    def _goes_on(self, line: TextLine, before: TextLine | None) -> bool:
        """True when the line belongs to the block before it."""
        if before is None or not self.made or before.kind in (LineKind.ROW, LineKind.RULE):
            return False
        last, words = self.made[-1], without_marks(line.words)[0]
        if last.kind is BlockKind.HEADING or not words:
            return False
        # 'w1 Mon call' under one like it is a line of its own, small as people jot it.
        jotted = line.anew and _JOTTED.match(words) is not None
        small, end = words[0].islower() and not jotted, without_marks(last.lines[-1])[0]
        if line.breaks:
            return small and line.breaks < 3 and not end.endswith(_END) and last.length > 40
        if is_fact(words) or marks.section_number(words):
            return False
        fact = len(last.lines) == 1 and is_fact(end)
        comma = end.endswith(",") and last.length < WRAPPED
        if small or before.soft or comma:
            return not fact
        if self.markdown:
            # 'Mon: call' and 'Tues: lists' under one another are lines, whatever Markdown makes
            # of them.
            return not fact and not line.anew
        room = self.width - len(before.words)
        return bool(self.width) and len(words.split()[0]) + 1 > room

    def _add(self, kind: BlockKind, words: str, level: int = 0, group: int = -1) -> None:
        if without_marks(words)[0]:
            self.made.append(_Entry(kind, [words], level, group, length=len(words)))
            self.heading = self.made[-1] if kind is BlockKind.HEADING else self.heading

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
        end = start + 1
        while end < len(self.lines) and self.lines[end].kind is LineKind.ROW:
            if self.lines[end].breaks:
                break
            end += 1
        ruled = end - start > 1 and not self.lines[start + 1].cells
        rows = [line.cells for line in self.lines[start:end] if line.cells]
        first = [next(filter(None, cells), "") for cells in rows]
        bold = {n for n, cell in enumerate(first) if cell.startswith(("<b>", "**"))} - {0}
        self.group += 1
        plain = [tuple(without_marks(cell)[0] for cell in cells) for cells in rows]
        refuse_child_level(plain)
        made = table_blocks(plain, self.group, 1 if ruled else None, bold)
        if made:
            self.made.append(_Entry(BlockKind.ROW, [""], rows=made))
        return end
