"""Lines of a page into headings, paragraphs and list items."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.blocks import Block, BlockKind
from ingest.readers import marks
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_style import Style, looks_like_heading

HYPHENS = "-\u00ad\u2010"


@dataclass(slots=True)
class Draft:
    """A block in the making: its lines and what kind it has turned out to be."""

    lines: list[Line]
    kind: BlockKind
    page_index: int
    marker: int = 0
    """Characters of the marker at the start of the first line."""
    numbered: bool = False
    level: int = 0
    group: int = -1
    text: str = field(default="")

    def full_text(self) -> str:
        return join_lines([line.text for line in self.lines])


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


def draft_blocks(lines: list[Line], page_index: int, style: Style) -> list[Draft]:
    """The drafts of one column of lines, top to bottom."""
    drafts: list[Draft] = []
    for line in lines:
        text = line.text
        last = drafts[-1] if drafts else None
        marker = marks.bullet(text)
        number = 0 if marker else marks.item_number(text)
        if last is not None and not marker and not number and _continues(last, line, text, style):
            last.lines.append(line)
            continue
        if marker or number:
            drafts.append(Draft([line], BlockKind.ITEM, page_index, marker or number, bool(number)))
        else:
            heading = looks_like_heading(line, text, style)
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
            drafts.append(Draft([line], kind, page_index))
    return drafts


def _continues(draft: Draft, line: Line, text: str, style: Style) -> bool:
    """True when the line goes on with the draft: same style, near, and the line above is full."""
    above = draft.lines[-1]
    drop = above.y - line.y
    if abs(above.size - line.size) > 0.06 * line.size:
        return False
    if not 0 < drop <= (style.leading + 0.25) * line.size or marks.section_number(text):
        return False
    heading = draft.kind is BlockKind.HEADING
    if heading != looks_like_heading(line, text, style) and (heading or line.bold):
        return False
    if draft.kind is BlockKind.ITEM and line.x0 < draft.lines[0].x0 - 2:
        return False
    right = max(style.right, *(each.x1 for each in draft.lines), line.x1)
    if style.slides:
        right = max(*(each.x1 for each in draft.lines), line.x1)
    first = line.words[0]
    room = right - above.x1 - 0.3 * line.size
    return first.x1 - first.x0 > room or text[:1].islower()


def finish(drafts: list[Draft], labels: list[str]) -> list[Block]:
    """Drafts of the whole file as blocks: kinds settled, lists grouped, headings levelled."""
    sizes = sorted(
        {_style_of(draft) for draft in drafts if draft.kind is BlockKind.HEADING}, reverse=True
    )
    levels = {size: min(number, 6) for number, size in enumerate(sizes, 1)}
    _settle_numbered(drafts)
    blocks, group, stops = [], 0, list[float]()
    for number, draft in enumerate(drafts):
        text = draft.full_text()
        if draft.kind is BlockKind.ITEM:
            if not number or drafts[number - 1].kind is not BlockKind.ITEM:
                group, stops = group + 1, []
            x0 = draft.lines[0].x0
            stops = [stop for stop in stops if stop < x0 - 4]
            level = len(stops)
            stops.append(x0)
            text, own = text[draft.marker :], group
        else:
            level = levels[_style_of(draft)] if draft.kind is BlockKind.HEADING else 0
            own = -1
        index = draft.page_index
        blocks.append(Block(draft.kind, text, labels[index], index, level, group=own))
    return blocks


def _style_of(draft: Draft) -> tuple[float, bool]:
    return round(draft.lines[0].size), draft.lines[0].bold


def _settle_numbered(drafts: list[Draft]) -> None:
    """A run of numbered entries that are mostly whole paragraphs are paragraphs, numbers kept."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft is not None and draft.kind is BlockKind.ITEM and draft.numbered:
            run.append(draft)
            continue
        if draft is not None and draft.kind is BlockKind.HEADING and run:
            pass
        long = sum(marks.reads_as_paragraph(each.full_text()[each.marker :]) for each in run)
        if run and long * 2 >= len(run):
            for each in run:
                each.kind, each.marker = BlockKind.PARAGRAPH, 0
        run = []
