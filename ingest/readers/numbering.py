"""Runs of numbered entries: items of a list, or paragraphs that have numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind
from ingest.readers import marks

_SHORT_NUMBERED = re.compile(r"(\d{1,2})\.?\s+[A-Z].{1,70}[^.;:,]")


def number_headings(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with '3. Details' made a heading where '3.1 ...' is what follows it."""
    levels = [b.level for b in blocks if b.kind is BlockKind.HEADING and b.text[:1].isdigit()]
    level = min(levels, default=2)
    made = list(blocks)
    for position, (block, after) in enumerate(pairwise(blocks)):
        match = _SHORT_NUMBERED.fullmatch(block.text)
        plain = block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        if match and plain and after.text.startswith(f"{match[1]}.1 "):
            made[position] = replace(block, kind=BlockKind.HEADING, level=level, group=-1)
    return made


def settle_numbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every run of '1. ', '2. ' or '(a) ' settled.

    A run of short entries becomes the items of a list, without their numbers; a run whose
    entries are mostly whole paragraphs becomes paragraphs, numbers kept. A paragraph with a
    number and no neighbour with one stays as it is. Blocks with a bullet become items.
    """
    settled: list[Block] = []
    group = max((block.group for block in blocks), default=0)
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and _is_entry(block):
            run.append(block)
            continue
        if run:
            group += 1
            settled += _settle(run, group)
            run = []
        if block is not None:
            settled.append(block)
    return settled


def _is_entry(block: Block) -> bool:
    if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    return bool(marks.item_number(block.text))


def _settle(run: list[Block], group: int) -> list[Block]:
    long = sum(marks.reads_as_paragraph(each.text[marks.item_number(each.text) :]) for each in run)
    alone = len(run) == 1 and run[0].kind is BlockKind.PARAGRAPH
    if alone or long * 2 >= len(run):
        return [replace(e, kind=BlockKind.PARAGRAPH, group=-1, level=0) for e in run]
    own = max((each.group for each in run), default=-1)
    return [_without_number(each, own if own >= 0 else group) for each in run]


def _without_number(block: Block, group: int) -> Block:
    cut = marks.item_number(block.text)
    seams = tuple(seam - cut for seam in block.seams if seam > cut)
    return replace(block, kind=BlockKind.ITEM, text=block.text[cut:], seams=seams, group=group)
