"""One slide as blocks: its title, its boxes in reading order, tables, charts, SmartArt, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import XMLSyntaxError
from pptx.slide import Slide

from ingest.blocks import Block, BlockKind
from ingest.readers.drawings import chart_blocks, drawing_text, smart_art_blocks
from ingest.readers.office_files import Element, parse_xml
from ingest.readers.office_tables import Cell, Place, office_table
from ingest.readers.pptx_layout import (
    FURNITURE,
    placeholder,
    text_of,
    title_by_look,
    units_in_reading_order,
)
from ingest.readers.pptx_shapes import Box, Shape, Together, flat, in_reading_order, shapes_of
from ingest.readers.pptx_text import frame_blocks, joined, lines_of

_TITLES = frozenset({"title", "ctrTitle"})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass
class SlideReader:
    """Reads one slide; `blocks` first, then `unread` knows what was left."""

    slide: Slide
    index: int
    number: int
    size: Box
    groups: Iterator[int]
    left: dict[str, int] = field(default_factory=dict)

    def blocks(self) -> list[Block]:
        """The title, the slide's words, its notes."""
        self.at = Block(BlockKind.BOX, "", str(self.number), self.index, group=next(self.groups))
        tree = self.slide.element.find("{*}cSld/{*}spTree")
        shapes = [s for s in shapes_of(tree, self._inherited()) if self._on_slide(s)]
        leaves = list(flat(in_reading_order(shapes)))
        title = next((s for s in leaves if placeholder(s) in _TITLES and text_of(s)), None)
        title = title or title_by_look(leaves)
        blocks = []
        if title is not None:
            blocks.append(self._block(BlockKind.HEADING, text_of(title), level=1))
        ordered = units_in_reading_order([s for s in shapes if s is not title])
        units = [self._unit(shape, title) for shape in ordered]
        # A heading inside a box would claim all that comes after it, so what has none goes first.
        plain = [unit for unit in units if not _has_heading(unit)]
        headed = [unit for unit in units if _has_heading(unit)]
        blocks += [block for unit in (*plain, self._notes(), *headed) for block in unit]
        return blocks

    def unread(self) -> list[str]:
        """What was on the slide and is not in its blocks: 'slide 4: 2 pictures'."""
        return [
            f"slide {self.number}: {many} {name if many == 1 else name + 's'}"
            for name, many in self.left.items()
        ]

    def _block(self, kind: BlockKind, text: str, level: int = 0) -> Block:
        return Block(kind, text, self.at.page, self.index, level)

    def _leave(self, name: str) -> list[Block]:
        self.left[name] = self.left.get(name, 0) + 1
        return []

    def _inherited(self) -> dict[Element, Box]:
        boxes: dict[Element, Box] = {}
        for shape in self.slide.placeholders:
            left, top = shape.left or 0, shape.top or 0
            box = Box(left, top, left + (shape.width or 0), top + (shape.height or 0))
            boxes[shape.element] = box
        return boxes

    def _on_slide(self, shape: Shape) -> bool:
        left, top, right, bottom = shape.box
        off = right < 0 or bottom < 0 or left >= self.size.right or top >= self.size.bottom
        if off and any(text_of(leaf) for leaf in flat([shape])):
            self._leave("text box outside the slide")
        return not off

    def _unit(self, shape: Shape, title: Shape | None) -> list[Block]:
        if not shape.parts:
            return self._leaf(shape) if shape is not title else []
        if shape.together is Together.FIGURE:
            figure, words = map(text_of, shape.parts)
            return [replace(self.at, text=f"{figure} {words}", seams=(len(figure),))]
        parts = list(shape.parts)
        blocks = []
        if shape.together is Together.GROUP:
            parts = in_reading_order(parts)
        elif parts[0] is not title:
            blocks.append(self._block(BlockKind.HEADING, text_of(parts.pop(0)), level=2))
        return blocks + [block for part in parts for block in self._unit(part, title)]

    def _leaf(self, shape: Shape) -> list[Block]:
        name = shape.element.tag.rpartition("}")[2]
        if name == "graphicFrame":
            return self._frame(shape.element)
        if name == "pic":
            return [] if _is_decorative(shape.element) else self._leave("picture")
        body, kind = shape.element.find("{*}txBody"), placeholder(shape)
        if body is None or kind in FURNITURE:
            return []
        at = self.at if kind is None else self._block(BlockKind.PARAGRAPH, "")
        lines = joined(lines_of(body, self._styles(shape.element)))
        return frame_blocks(lines, at, self.groups)

    def _frame(self, frame: Element) -> list[Block]:
        table = frame.find(".//{*}tbl")
        if table is not None:
            place = Place(self.at.page, self.index, next(self.groups), f"slide {self.number}")
            return office_table(_grid(table), place)
        at = Block(BlockKind.ITEM, "", self.at.page, self.index, group=next(self.groups))
        chart, art = frame.find(".//{*}chart"), frame.find(".//{*}relIds")
        if chart is not None:
            part = self._part(chart.get(_RELATION + "id"))
            return (part is not None and chart_blocks(part, at)) or self._leave("chart")
        if art is not None:
            part = self._part(art.get(_RELATION + "dm"))
            return (part is not None and smart_art_blocks(part, at)) or self._leave(
                "SmartArt graphic"
            )
        return self._leave("embedded object")

    def _part(self, relation: str) -> Element | None:
        """The part behind a relation; None when it is damaged: one chart costs no deck."""
        try:
            return parse_xml(self.slide.part.related_part(relation).blob)
        except (KeyError, XMLSyntaxError):
            return None

    def _styles(self, element: Element) -> list[Element]:
        """The list styles that a placeholder inherits from: layout's, master's, master's body."""
        mark = element.find(".//{*}nvPr/{*}ph")
        if mark is None:
            return []
        layout, master = self.slide.slide_layout, self.slide.slide_layout.slide_master
        kind = mark.get("type", "obj")
        master_kind = "title" if kind in _TITLES else "body"
        on_layout = _with_mark(layout.element, "idx", mark.get("idx"))
        on_master = _with_mark(master.element, "type", master_kind)
        styles = [one.find("{*}txBody/{*}lstStyle") for one in (*on_layout[:1], *on_master[:1])]
        styles.append(master.element.find(f"{{*}}txStyles/{{*}}{master_kind}Style"))
        return [style for style in styles if style is not None]

    def _notes(self) -> list[Block]:
        if not self.slide.has_notes_slide:
            return []
        frame = self.slide.notes_slide.notes_text_frame
        paragraphs = frame._txBody.iterchildren("{*}p") if frame is not None else ()
        texts = [text for paragraph in paragraphs if (text := drawing_text(paragraph))]
        return [self._block(BlockKind.NOTES, text) for text in texts]


def _with_mark(page: Element, name: str, value: str | None) -> list[Element]:
    """The placeholders of a layout or master whose mark has that value."""
    marks = page.iterfind(".//{*}sp/{*}nvSpPr/{*}nvPr/{*}ph")
    return [mark.getparent().getparent().getparent() for mark in marks if mark.get(name) == value]


def _has_heading(unit: Sequence[Block]) -> bool:
    return any(block.kind is BlockKind.HEADING for block in unit)


def _is_decorative(picture: Element) -> bool:
    mark = picture.find(".//{*}decorative")
    return mark is not None and mark.get("val") in {"1", "true"}


def _grid(table: Element) -> list[list[Cell]]:
    return [[_cell(cell) for cell in row.iterchildren("{*}tc")] for row in table.iter("{*}tr")]


def _cell(cell: Element) -> Cell:
    left = cell.get("hMerge") in {"1", "true"}
    above = cell.get("vMerge") in {"1", "true"} and not left
    body = cell.find("{*}txBody")
    lines = [] if body is None or left or above else lines_of(body)
    paragraphs = body.iterchildren("{*}p") if lines else ()
    text = " ".join(filter(None, map(drawing_text, paragraphs)))
    return Cell(text, bool(lines) and all(line.bold for line in lines), left, above)
