"""Blocks -> passages: each with its headings, its list's lead-in, its table's headers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from core.documents import Document, Passage, PassageKind, row_text
from ingest.blocks import Block, BlockKind
from language.sentences import sentence_spans

_KINDS = {kind: PassageKind(kind.value) for kind in BlockKind}
_LONGEST_LEAD_IN = 300
"""Characters; a longer last sentence is a paragraph that happens to stand above a list."""


def make_passages(document: Document, blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The passages of a document version, in order. Header rows live on in their rows."""
    passages: list[Passage] = []
    headings: list[tuple[int, str]] = []
    lead_ins = _LeadIns()
    for block in blocks:
        if not block.text.strip() and not any(block.cells):
            continue
        above = tuple(text for _, text in headings)
        if block.kind is BlockKind.HEADING:
            headings = [each for each in headings if each[0] < block.level]
            above = tuple(text for _, text in headings)
            headings.append((block.level, _quotable(block)))
        lead_in = lead_ins.next(block)
        if block.header_row:
            continue
        place = len(passages)
        passages.append(_passage(document, place, block, above, lead_in))
    return tuple(passages)


def _quotable(heading: Block) -> str:
    """A heading as the passages below carry and cite it: its longest run of the file's words."""
    cuts = [0, *heading.seams, len(heading.text)]
    runs = [heading.text[start:end].strip() for start, end in pairwise(cuts)]
    return max(runs, key=len)


def _passage(
    document: Document, place: int, block: Block, headings: tuple[str, ...], lead_in: str
) -> Passage:
    text, gaps = block.text, tuple((seam, seam) for seam in block.seams)
    if block.cells:
        text, gaps = row_text(block.cells)
    return Passage(
        id=f"{document.id}.{document.version[:12]}.{place:05d}",
        document=document.id,
        place=place,
        kind=_KINDS[block.kind],
        text=text,
        page=block.page,
        page_index=block.page_index,
        headings=headings,
        lead_in=lead_in,
        group=block.group,
        level=block.level,
        header=block.header if block.cells else (),
        cells=block.cells,
        section=block.section,
        gaps=gaps,
    )


class _LeadIns:
    """Remembers what stands above a list: a line before it, or a shallower item in it."""

    def __init__(self) -> None:
        self._before: Block | None = None
        self._first_lead_in = ""
        self._group: int | None = None
        self._parents: list[tuple[int, str]] = []

    def next(self, block: Block) -> str:
        """The lead-in of this block; '' when it has none. Call once for each block, in order."""
        if block.kind is not BlockKind.ITEM:
            self._before = block
            self._group = None
            return ""
        if self._group is None or block.group != self._group:
            self._first_lead_in = _introduction(self._before)
            self._parents = []
            self._group = block.group
        self._parents = [each for each in self._parents if each[0] < block.level]
        lead_in = self._parents[-1][1] if self._parents else self._first_lead_in
        self._parents.append((block.level, _introduction(block) or block.text))
        self._before = block
        return lead_in


def _introduction(block: Block | None) -> str:
    """The last sentence of a block when it introduces what follows, in its exact words."""
    if block is None or block.kind in (BlockKind.HEADING, BlockKind.ROW, BlockKind.CHART):
        return ""
    spans = sentence_spans(block.text)
    if not spans:
        return ""
    start, end = spans[-1]
    start = max([start, *(seam for seam in block.seams if seam < end)])
    line = block.text[start:end].strip()
    opens = line.endswith((":", ";", "–", "-", "…"))
    whole_line = len(spans) == 1 and not line.endswith(".")
    return line if len(line) <= _LONGEST_LEAD_IN and (opens or whole_line) else ""
