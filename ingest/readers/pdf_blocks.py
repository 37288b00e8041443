"""Drafts of the whole file into blocks: lists and tables grouped, headings levelled."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.readers.numbering import number_headings, settle_numbered
from ingest.readers.pdf_drafts import Draft
from ingest.readers.pdf_style import Style
from ingest.readers.pdf_tables import Table
from ingest.readers.rows import refuse_child_level, table_blocks


def finish(drafts: Sequence[Draft], style: Style, labels: Sequence[str]) -> list[Block]:
    """Drafts of the whole file as blocks: lists and tables grouped, headings levelled."""
    levels = _levels(drafts, style)
    blocks: list[Block] = []
    group, stops, slide = 0, list[float](), (-1, 0)
    before: Draft | None = None
    for draft in drafts:
        index = draft.page_index
        label, own, level = labels[index], -1, 0
        if draft.table is not None:
            if not _goes_on(before, draft):
                group += 1
            blocks += _rows(draft.table, group, label, index, blocks)
        else:
            if draft.kind is BlockKind.ITEM:
                if before is None or before.kind is not BlockKind.ITEM:
                    group, stops = group + 1, []
                x0 = draft.lines[0].x0
                stops = [stop for stop in stops if stop < x0 - 4]
                own, level = group, len(stops)
                stops.append(x0)
            elif draft.kind is BlockKind.BOX:
                if slide[0] != index:
                    group += 1
                    slide = index, group
                own = slide[1]
            elif draft.kind is BlockKind.HEADING:
                level = draft.level or levels[draft.style]
            text, seams = draft.text()
            blocks.append(Block(draft.kind, text, label, index, level, group=own, seams=seams))
        before = before if _is_note(draft, style) else draft
    return settle_numbered(number_headings([block for block in blocks if block.text]))


def _is_note(draft: Draft, style: Style) -> bool:
    """A note at the foot of a page; the list above it goes on behind it."""
    small = bool(draft.lines) and draft.lines[0].size < 0.9 * style.body
    return small and draft.kind is BlockKind.PARAGRAPH and draft.text()[0][:1].isdigit()


def _levels(drafts: Sequence[Draft], style: Style) -> dict[tuple[float, bool], int]:
    styles = {draft.style for draft in drafts if draft.kind is BlockKind.HEADING}
    deeper = 1 if style.slides else 0
    ordered = sorted(styles, reverse=True)
    return {each: min(number + deeper, 6) for number, each in enumerate(ordered, 1)}


def _goes_on(before: Draft | None, draft: Draft) -> bool:
    """True for a table that goes on from the page before: the same columns, nothing between."""
    if before is None or before.table is None or draft.table is None:
        return False
    if draft.page_index != before.page_index + 1 or len(before.table.xs) != len(draft.table.xs):
        return False
    return all(abs(a - b) < 4 for a, b in zip(before.table.xs, draft.table.xs, strict=True))


def _rows(table: Table, group: int, label: str, index: int, made: list[Block]) -> list[Block]:
    grid = table.grid()
    refuse_child_level(grid)
    earlier = [
        block for block in made[-400:] if block.group == group and block.kind is BlockKind.ROW
    ]
    if earlier:
        header = earlier[-1].header
        names = tuple(name.lower() for name in header)
        if header and tuple(cell.lower() for cell in grid[0]) == names:
            grid = grid[1:]
        rows = table_blocks(
            grid, group, headers=0, sections=table.spanning(), page=label, page_index=index
        )
        first = earlier[-1].section
        return [_under(row, header, first) for row in rows]
    headers: int | None = None
    skipped = 0
    filled = [row for row in range(table.height) if table.row_words(row)]
    bold = [row for row in filled if _all_bold(table, row)]
    if bold:
        skipped = filled[0]
        headers = int(skipped in bold and len(bold) < len(filled))
    return table_blocks(
        grid[skipped:],
        group,
        headers=headers,
        sections={row - skipped for row in table.spanning()},
        page=label,
        page_index=index,
    )


def _under(row: Block, header: tuple[str, ...], section: str) -> Block:
    return Block(
        row.kind, row.text, row.page, row.page_index, cells=row.cells, header=header,
        section=row.section or section, group=row.group,
    )  # fmt: skip


def _all_bold(table: Table, row: int) -> bool:
    words = table.row_words(row)
    return bool(words) and all(word.bold for word in words if any(c.isalnum() for c in word.text))
