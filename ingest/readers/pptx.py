"""PowerPoint: every slide's words in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pptx
from pptx.slide import Slide

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits
from ingest.readers.drawings import chart_blocks, drawing_text, smart_art_blocks
from ingest.readers.office_files import Element, opening, parse_xml, properties
from ingest.readers.office_tables import Cell, Place, office_table
from ingest.readers.pptx_shapes import Box, Shape, flat, in_reading_order, shapes_of
from ingest.readers.pptx_text import Line, could_be_heading, frame_blocks, joined, lines_of

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_pptx(path: Path, limits: Limits) -> Content:
    """The slides of a .pptx or .pptm, hidden ones too, with notes, tables, charts and SmartArt.

    Raises UnreadableFile when the file cannot be read or holds no words.
    """
    with opening(path, limits):
        presentation = pptx.Presentation(str(path))
        slides = list(presentation.slides)
        if len(slides) > limits.max_pages:
            raise UnreadableFile(UnreadableReason.TOO_MANY_PAGES)
        first = int(presentation.element.get("firstSlideNum", 1))
        size = Box(0, 0, presentation.slide_width or 0, presentation.slide_height or 0)
        groups = count()
        read = [_SlideReader(s, n, first + n, size, groups) for n, s in enumerate(slides)]
        blocks = tuple(block for reader in read for block in reader.blocks())
        if not blocks:
            raise UnreadableFile(UnreadableReason.NO_TEXT)
        return Content(
            blocks,
            TextForm.SLIDES,
            properties(path),
            tuple(phrase for reader in read for phrase in reader.unread()),
            len(slides),
        )


@dataclass
class _SlideReader:
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
        ordered = in_reading_order(shapes)
        leaves = list(flat(ordered))
        title = next((s for s in leaves if _placeholder(s) in _TITLES and _words(s)), None)
        title = title or self._title_by_look(leaves)
        blocks = []
        if title is not None:
            blocks.append(self._block(BlockKind.HEADING, _words(title), level=1))
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
        if off and any(_words(leaf) for leaf in flat([shape])):
            self._leave("text box outside the slide")
        return not off

    def _unit(self, shape: Shape, title: Shape | None) -> list[Block]:
        return [block for leaf in flat([shape]) if leaf is not title for block in self._leaf(leaf)]

    def _leaf(self, shape: Shape) -> list[Block]:
        name = shape.element.tag.rpartition("}")[2]
        if name == "graphicFrame":
            return self._frame(shape.element)
        if name == "pic":
            return [] if _is_decorative(shape.element) else self._leave("picture")
        body, kind = shape.element.find("{*}txBody"), _placeholder(shape)
        if body is None or kind in _FURNITURE:
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
            found = chart_blocks(self._part(chart.get(_RELATION + "id")), at)
            return found or self._leave("chart")
        if art is not None:
            found = smart_art_blocks(self._part(art.get(_RELATION + "dm")), at)
            return found or self._leave("SmartArt graphic")
        return self._leave("embedded object")

    def _part(self, relation: str) -> Element:
        return parse_xml(self.slide.part.related_part(relation).blob)

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

    def _title_by_look(self, leaves: Sequence[Shape]) -> Shape | None:
        """For a slide without a title: its top text or its largest, when that is short."""
        texts = [s for s in leaves if s.element.tag.endswith("}sp") and _words(s)]
        texts = [s for s in texts if _placeholder(s) not in _FURNITURE]
        if not texts:
            return None
        sizes = [max(line.size for line in _lines(s)) for s in texts]
        largest = texts[sizes.index(max(sizes))]
        others = sorted(sizes)[:-1]
        stands_out = bool(others) and max(sizes) >= 1.2 * others[-1] > 0
        title = largest if stands_out and could_be_heading(_words(largest)) else texts[0]
        longest = max(len(line.text) for s in texts for line in _lines(s))
        clear = title is largest and stands_out
        clear = clear or longest > len(_words(title)) or len(texts) == 1
        return (
            title if clear and len(_lines(title)) == 1 and could_be_heading(_words(title)) else None
        )

    def _notes(self) -> list[Block]:
        if not self.slide.has_notes_slide:
            return []
        frame = self.slide.notes_slide.notes_text_frame
        paragraphs = frame._txBody.iterchildren("{*}p") if frame is not None else ()
        texts = [text for paragraph in paragraphs if (text := drawing_text(paragraph))]
        return [self._block(BlockKind.NOTES, text) for text in texts]


def _placeholder(shape: Shape) -> str | None:
    """A placeholder's type; None for a loose shape."""
    mark = shape.element.find("./*/{*}nvPr/{*}ph")
    return None if mark is None else mark.get("type", "obj")


def _with_mark(page: Element, name: str, value: str | None) -> list[Element]:
    """The placeholders of a layout or master whose mark has that value."""
    marks = page.iterfind(".//{*}sp/{*}nvSpPr/{*}nvPr/{*}ph")
    return [mark.getparent().getparent().getparent() for mark in marks if mark.get(name) == value]


def _lines(shape: Shape) -> list[Line]:
    body = shape.element.find("{*}txBody")
    return [] if body is None else lines_of(body)


def _words(shape: Shape) -> str:
    """All words of a text shape on one line, '' for other shapes."""
    return " ".join(line.text for line in _lines(shape))


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
