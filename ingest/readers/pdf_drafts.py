"""Lines of one column or box into drafts: what belongs together, and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.blocks import BlockKind
from ingest.readers import marks
from ingest.readers.facts import is_fact
from ingest.readers.figures import is_numeral
from ingest.readers.pdf_lines import NOTE, Line, build_lines
from ingest.readers.pdf_style import Style, is_contents, looks_like_heading
from ingest.readers.pdf_tables import Table

HYPHENS = "-\u00ad\u2010"
LOOSE = 0.25
"""How far, in em, the second line of a paragraph may stand from the file's usual line spacing."""
TIGHT = 0.12
"""The same from the third line on, against the paragraph's own spacing."""
FEWEST_ENTRIES = 4
"""Lines that end in page numbers before a page is believed to be a table of contents."""
FEWEST_LINES = 5
"""Lines of one size that tell the margin of their column; fewer go by the file's."""
SHORT_LINE = 0.4
"""On a slide, a line shorter than this part of its width is a label more often than the first
line of a text; joined to the next only when the words themselves go on. A figure alone on the
next line is a figure of its own even under a longer one."""
NEARLY_FULL = 0.8
"""A line of this part of its column that does not end a sentence goes on in the next."""
_ENDS = (".", "?", "!", ":", ";", ".”", ".’", ")", '."', ".'")
_OPEN_END = re.compile(r"(?:[,&–-]|\b(?:of|the|and|for|to|in|a|an|with|on|by|or|from|at))$")


@dataclass(slots=True)
class Draft:
    """A block in the making: its lines, or its table, and what kind it has turned out to be."""

    kind: BlockKind
    page_index: int
    lines: list[Line] = field(default_factory=list)
    marker: int = 0
    """Characters of the bullet at the start of the first line."""
    table: Table | None = None
    level: int = 0
    breaks: list[int] = field(default_factory=list)
    """Lines before which a page ends, or that stand elsewhere in the file than the line above."""

    @property
    def style(self) -> tuple[float, bool]:
        return round(self.lines[0].size), self.lines[0].bold

    def text(self) -> tuple[str, tuple[int, ...]]:
        """The words without the bullet, and the seams where raised note numbers stood."""
        texts = [line.text for line in self.lines]
        for number in self.breaks:
            texts[number] = NOTE + texts[number]
        text = join_lines(texts)[self.marker :]
        pieces = text.split(NOTE)
        seams, joined = [], pieces[0]
        for piece in pieces[1:]:
            if joined and piece:
                seams.append(len(joined))
            joined += piece
        return joined, tuple(seams)


def join_lines(texts: list[str]) -> str:
    """Lines of a paragraph as one; a hyphen at a line's end stays and takes no space after it."""
    joined = ""
    for text in texts:
        if joined and joined[-1] == "\u00ad":
            joined = joined[:-1]
        elif joined and not (
            joined[-1] in HYPHENS and joined[-2:-1].isalpha() and text[:1].islower()
        ):
            joined += " "
        joined += text
    return joined


def draft_flow(lines: list[Line], page_index: int, style: Style) -> list[Draft]:
    """The drafts of one column or box, top to bottom."""
    drafts: list[Draft] = []
    margins = _margins(lines, style)
    contents = sum(is_contents(line) for line in lines)
    listed = contents >= FEWEST_ENTRIES and contents >= 0.4 * len(lines)
    for line in lines:
        text = line.text
        if not any(c.isalnum() for c in text):
            continue
        if listed and (drafts or is_contents(line)):
            _contents_entry(drafts, line, page_index)
            continue
        marker = marks.bullet(text)
        entry = marker or marks.item_number(text)
        last = drafts[-1] if drafts else None
        if (
            last is not None
            and not entry
            and _continues(last, line, text, style, margins[round(line.size)])
        ):
            last.lines.append(line)
            continue
        kind = BlockKind.BOX if style.slides else BlockKind.PARAGRAPH
        if marker:
            kind = BlockKind.ITEM
        elif looks_like_heading(line, text, style):
            kind = BlockKind.HEADING
        drafts.append(Draft(kind, page_index, [line], marker))
    return drafts


def _margins(lines: list[Line], style: Style) -> dict[int, float]:
    """The right margin of the flow for each size of text in it."""
    ends: dict[int, list[float]] = {}
    for line in lines:
        ends.setdefault(round(line.size), []).append(line.x1)
    margins = {}
    for size, found in ends.items():
        known = style.slides or (len(found) >= FEWEST_LINES and max(found) > 0.6 * style.right)
        narrow = max(line.x1 for line in lines) < 0.7 * style.right
        margins[size] = max(found) if known or narrow else max(style.right, *found)
    return margins


def _contents_entry(drafts: list[Draft], line: Line, page_index: int) -> None:
    """A line of a table of contents: a paragraph of its own, up to its page number."""
    last = drafts[-1] if drafts else None
    if last is not None and last.kind is BlockKind.PARAGRAPH and not is_contents(last.lines[-1]):
        last.lines.append(line)
    else:
        drafts.append(Draft(BlockKind.PARAGRAPH, page_index, [line]))


def _continues(draft: Draft, line: Line, text: str, style: Style, right: float) -> bool:
    """True when the line goes on with the draft: same style, near, and the line above is full."""
    above = draft.lines[-1]
    drop = above.y - line.y
    if abs(above.size - line.size) > 0.06 * line.size:
        return False
    expected = (style.leading + LOOSE) * line.size
    if len(draft.lines) > 1:
        expected = draft.lines[-2].y - above.y + TIGHT * line.size
    if not 0 < drop <= expected or marks.section_number(text):
        return False
    if draft.kind is BlockKind.ITEM and line.x0 < draft.lines[0].x0 - 2:
        return False
    if is_fact(text):
        return False
    if draft.lines[0].x0 + 2 * line.size < line.x0 and is_fact(draft.lines[0].text):
        return True  # the value of 'Lead inspector:' goes on under itself
    if draft.kind is BlockKind.HEADING:
        if line.bold != above.bold:
            return False
    elif looks_like_heading(line, text, style):
        return False
    if style.slides and (text[:1] == "(" or _OPEN_END.search(above.text)):
        return True
    if style.slides and _is_short(above, text, style):
        return text[:1].islower()
    room = right - above.x1 - 0.3 * line.size
    if line.first_width > room or text[:1].islower():
        return True
    long = above.x1 - line.x0 > NEARLY_FULL * (right - line.x0)
    return long and not above.text.endswith(_ENDS)


def _is_short(above: Line, text: str, style: Style) -> bool:
    """True for a line of a slide that is a label by its width, or that has a figure under it."""
    full = NEARLY_FULL if is_numeral(text) else SHORT_LINE
    return above.x1 - above.x0 < full * style.right


def draft_table(table: Table, page_index: int, style: Style) -> list[Draft]:
    """A table as a draft. A single row set like a heading ('Leadership | Good') is one as well."""
    drafts = [Draft(BlockKind.ROW, page_index, table=table)]
    filled = [row for row in range(table.height) if table.row_words(row)]
    if len(filled) == 1:
        first = next(cell for cell in table.cells if cell.row == filled[0] and cell.words)
        lines = build_lines(first.words)
        if looks_like_heading(lines[0], lines[0].text, style):
            drafts.insert(0, Draft(BlockKind.HEADING, page_index, lines))
    return drafts
