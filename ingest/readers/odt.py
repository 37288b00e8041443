"""OpenDocument text: headings, paragraphs, lists and tables in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, Content, Limits
from ingest.readers.docx_styles import ListPlace
from ingest.readers.odf_xml import OdfFile, rows_of, text_of
from ingest.readers.office_files import Element, opening, properties
from ingest.readers.office_tables import Place, office_table
from ingest.readers.word_lines import Line, blocks_of_lines

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_ROWS = 20_000
_DEFAULT_POINTS = 12.0


def read_odt(path: Path, limits: Limits) -> Content:
    """The words of an .odt with its tables, text boxes and notes; pictures are named.

    Raises UnreadableFile when the file cannot be read or holds no words.
    """
    with opening(path, limits):
        reader = _TextReader(OdfFile(path))
        blocks = reader.blocks()
        if not blocks:
            raise UnreadableFile(UnreadableReason.NO_TEXT)
        return Content(tuple(blocks), TextForm.SECTIONS, properties(path), tuple(reader.unread()))


class _TextReader:
    def __init__(self, file: OdfFile) -> None:
        self.file = file
        self.groups = count()
        self.tables = count(1)
        self.lists = count()
        self.left: Counter[str] = Counter()

    def blocks(self) -> list[Block]:
        lines = list(self._lines(self.file.body("text")))
        points = self.file.look("paragraph", "Standard")[1] or _DEFAULT_POINTS
        return blocks_of_lines(lines, points, self.groups)

    def unread(self) -> list[str]:
        return [f"{n} {name if n == 1 else name + 's'}" for name, n in self.left.items()]

    def _lines(self, container: Element, place: ListPlace | None = None) -> Iterator[Line]:
        for element in container.iterchildren("{*}*"):
            name = element.tag.rpartition("}")[2]
            if name in {"p", "h"}:
                yield from self._paragraph(element, place)
            elif name == "list":
                yield from self._list(element, place)
            elif name == "table":
                yield from self._table(element)
            elif name in {"frame", "g", "custom-shape", "text-box"}:
                yield from self._drawing(element)
            elif name in {"section", "numbered-paragraph"}:
                yield from self._lines(element, place)

    def _paragraph(self, element: Element, place: ListPlace | None) -> Iterator[Line]:
        text = text_of(element)
        style = element.get(_TEXT + "style-name")
        names = {one.get(_STYLE + "name") for one in self.file.chain("paragraph", style)}
        heading = 1 if "Title" in names else 0
        if element.tag == _TEXT + "h":
            heading = int(element.get(_TEXT + "outline-level", 1))
        points = self.file.look("paragraph", style)[1]
        spans = [span.get(_TEXT + "style-name") for span in element.iter(_TEXT + "span")]
        points = max([points, *(self.file.look("text", span)[1] for span in spans)])
        if text:
            bold = self.file.is_bold(element)
            notes = tuple(self._notes(element))
            yield Line(text, (), heading, place, bold, points, notes=notes)
        for child in element.iter("{*}frame", "{*}custom-shape"):
            if not any(a.tag.endswith(("}frame", "}custom-shape")) for a in _above(child, element)):
                yield from self._drawing(child)

    def _notes(self, paragraph: Element) -> Iterator[Line]:
        for body in paragraph.iter(_TEXT + "note-body"):
            for element in body.iterchildren(_TEXT + "p"):
                if text := text_of(element):
                    yield Line(text, plain=True)

    def _list(self, element: Element, outer: ListPlace | None) -> Iterator[Line]:
        style = element.get(_TEXT + "style-name") or (
            outer.list_id.partition(" ")[2] if outer else ""
        )
        level = outer.level + 1 if outer else 0
        identifier = outer.list_id if outer else f"{next(self.lists)} {style}"
        numbered = self.file.is_numbered(style, level)
        place = ListPlace(identifier, level, numbered, compound=False)
        for item in element.iterchildren(_TEXT + "list-item", _TEXT + "list-header"):
            yield from self._lines(item, place)

    def _drawing(self, element: Element) -> Iterator[Line]:
        if element.find(".//{*}text-box") is not None or element.tag.endswith("}custom-shape"):
            for box in [*element.iter("{*}text-box")] or [element]:
                yield from self._lines(box)
        elif element.find(".//{*}object") is not None:
            self.left["embedded object"] += 1
        elif element.find(".//{*}image") is not None:
            self.left["picture"] += 1

    def _table(self, table: Element) -> Iterator[Line]:
        rows = list(rows_of(table))
        cells = [list(row.iterchildren(_TABLE + "table-cell")) for row in rows]
        if all(len(row) <= 1 for row in cells):
            for row in cells:
                for cell in row:
                    yield from self._lines(cell)
            return
        grid = self.file.grid(table, _MOST_ROWS)
        place = Place(group=next(self.groups), name=f"table {next(self.tables)}")
        wrapper = table.find(_TABLE + "table-header-rows")
        marked = len(list(rows_of(wrapper))) if wrapper is not None else 0
        yield Line(made=tuple(office_table(grid, place, marked)))
        for cell in (one for row in cells for one in row):
            for inner in cell.iterchildren(_TABLE + "table"):
                yield from self._table(inner)


def _above(element: Element, top: Element) -> Iterator[Element]:
    for parent in element.iterancestors():
        if parent is top:
            return
        yield parent
