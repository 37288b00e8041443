"""Word: headings, paragraphs, lists and tables in order. Word files have no pages of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from docx.package import Package
from lxml.etree import XMLSyntaxError

from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits
from ingest.readers.docx_styles import Styles, W
from ingest.readers.docx_text import Words, parts_of, words_of
from ingest.readers.drawings import chart_blocks, smart_art_blocks
from ingest.readers.office_files import Element, opening, parse_xml, properties
from ingest.readers.office_tables import Cell, Place, office_table
from ingest.readers.word_lines import Line, blocks_of_lines

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WORD = "wordprocessingml"
_DATE = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r" \d{4}\b"
)
_FIRST_LINES = 15
"""A title and a date stand among the first lines of a paper."""


def read_docx(path: Path, limits: Limits) -> Content:
    """The words of a .docx or .docm with its tables, text boxes and notes; pictures are named.

    Raises UnreadableFile when the file cannot be read or holds no words.
    """
    with opening(path, limits):
        main = Package.open(str(path)).main_document_part
        if _WORD not in main.content_type and "ms-word" not in main.content_type:
            raise UnreadableFile(UnreadableReason.DAMAGED)
        reader = _DocumentReader(main)
        blocks = reader.blocks()
        if not blocks:
            raise UnreadableFile(UnreadableReason.NO_TEXT)
        return Content(tuple(blocks), TextForm.SECTIONS, properties(path), tuple(reader.unread()))


class _DocumentReader:
    """Reads one document; `blocks` first, then `unread` knows what was left."""

    def __init__(self, main: Element) -> None:
        self.main = main
        self.styles = Styles.of(self._related("styles"), self._related("numbering"))
        self.notes = {kind: self._notes(kind) for kind in ("footnote", "endnote")}
        self.groups = count()
        self.tables = count(1)
        self.left: Counter[str] = Counter()

    def blocks(self) -> list[Block]:
        """The body in order, before it what only the page header says, notes after a section."""
        document = _root(self.main)
        lines = list(self._lines(document.find("{*}body")))
        lines = [*self._from_header(document, lines), *lines]
        return blocks_of_lines(lines, self.styles.points, self.groups)

    def unread(self) -> list[str]:
        """What was in the document and is not in its blocks: '2 pictures'."""
        return [f"{n} {name if n == 1 else name + 's'}" for name, n in self.left.items()]

    def _related(self, kind: str) -> Element | None:
        for relation in self.main.rels.values():
            if not relation.is_external and relation.reltype.endswith("/" + kind):
                return _root(relation.target_part)
        return None

    def _notes(self, kind: str) -> dict[str, Element]:
        root = self._related(kind + "s")
        found = root.iterchildren(W + kind) if root is not None else ()
        return {note.get(W + "id", ""): note for note in found}

    def _lines(self, container: Element) -> Iterator[Line]:
        for element in parts_of(container, "p", "tbl"):
            if element.tag == W + "tbl":
                yield from self._table(element)
            else:
                yield from self._paragraph(element)

    def _paragraph(self, element: Element) -> Iterator[Line]:
        words = words_of(element, self.styles)
        self._count(words)
        names = self.styles.names(element)
        if words.text and not any(name.startswith("toc ") for name in names):
            yield Line(
                words.text,
                words.seams,
                self.styles.heading_level(element),
                self.styles.list_place(element),
                words.bold,
                words.points,
                notes=tuple(self._note_lines(words)),
            )
        for kind, relation in words.parts:
            yield from self._drawing(kind, relation)
        for box in words.boxes:
            yield from self._lines(box)

    def _note_lines(self, words: Words) -> Iterator[Line]:
        for kind, identifier in words.notes:
            note = self.notes[kind].get(identifier)
            if note is not None:
                for paragraph in parts_of(note, "p"):
                    found = words_of(paragraph, self.styles)
                    if found.text:
                        yield Line(found.text, found.seams, plain=True)

    def _count(self, words: Words) -> None:
        self.left["picture"] += words.pictures
        self.left["embedded object"] += words.objects
        self.left = +self.left

    def _drawing(self, kind: str, relation: str) -> Iterator[Line]:
        at = Block(BlockKind.ITEM, "", group=next(self.groups))
        read = chart_blocks if kind == "chart" else smart_art_blocks
        try:
            blocks = read(_root(self.main.rels[relation].target_part), at)
        except (KeyError, XMLSyntaxError):
            blocks = []  # one damaged chart costs no paper
        if blocks:
            yield Line(made=tuple(blocks))
        else:
            self.left["chart" if kind == "chart" else "SmartArt graphic"] += 1

    def _table(self, table: Element) -> Iterator[Line]:
        rows = [list(parts_of(row, "tc")) for row in parts_of(table, "tr")]
        if _is_layout(rows):
            for row in rows:
                for cell in row:
                    yield from self._lines(cell)
            return
        nested: list[Element] = []
        extra: list[Line] = []
        grid = [self._row(row, nested, extra) for row in parts_of(table, "tr")]
        place = Place(group=next(self.groups), name=f"table {next(self.tables)}")
        yield Line(made=tuple(office_table(grid, place, _marked_headers(table))))
        yield from extra
        for inner in nested:
            yield from self._table(inner)

    def _row(self, row: Element, nested: list[Element], extra: list[Line]) -> list[Cell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells = [Cell()] * (int(before.get(W + "val", 0)) if before is not None else 0)
        for element in parts_of(row, "tc"):
            words = [words_of(p, self.styles) for p in parts_of(element, "p")]
            nested += parts_of(element, "tbl")
            for one in words:
                self._count(one)
                extra += [line for box in one.boxes for line in self._lines(box)]
                extra += [line for part in one.parts for line in self._drawing(*part)]
                extra += self._note_lines(one)
            filled = [one for one in words if one.text]
            merge = element.find(f"{W}tcPr/{W}vMerge")
            above = merge is not None and merge.get(W + "val", "continue") == "continue"
            text = " ".join(one.text for one in filled)
            bold = bool(filled) and (_is_shaded(element) or all(one.bold for one in filled))
            span = element.find(f"{W}tcPr/{W}gridSpan")
            width = int(span.get(W + "val", 1)) if span is not None else 1
            cells.append(Cell(text, bold, above=above and not text))
            cells += [Cell(left=True)] * (width - 1)
        return cells

    def _from_header(self, document: Element, lines: Sequence[Line]) -> list[Line]:
        """The page header's lines, when the body's first lines hold no heading or no date."""
        start = lines[:_FIRST_LINES]
        untitled = not any(line.heading for line in start)
        undated = not any(_DATE.search(line.words) for line in start)
        said = {line.text for line in lines}
        found: dict[str, Line] = {}
        for reference in document.iter(W + "headerReference"):
            part = self.main.rels[reference.get(_RELATION + "id")].target_part
            for line in self._lines(_root(part)):
                if line.text and line.text not in said:
                    found.setdefault(line.text, replace(line, plain=True))
        wanted = [line for line in found.values() if re.search(r"[^\W\d_]{3}", line.text)]
        return [line for line in wanted if untitled or (undated and _DATE.search(line.text))]


def _root(part: Element) -> Element:
    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _is_layout(rows: Sequence[Sequence[Element]]) -> bool:
    """Whether a table only arranges text: one column, or one row of more than short cells."""
    if all(len(row) <= 1 for row in rows):
        return True
    cells = [cell for row in rows for cell in row]
    return len(rows) == 1 and any(
        len([p for p in cell.iterchildren(W + "p") if p.find(f".//{W}t") is not None]) > 1
        or cell.find(W + "tbl") is not None
        for cell in cells
    )


def _is_shaded(cell: Element) -> bool:
    """Whether a cell is set off by its colour, as headers and labels are."""
    shading = cell.find(f"{W}tcPr/{W}shd")
    fill = shading.get(W + "fill", "auto") if shading is not None else "auto"
    return fill.lower() not in {"auto", "ffffff"}


def _marked_headers(table: Element) -> int:
    marked = 0
    for row in table.iterchildren(W + "tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is None:
            break
        marked += 1
    return marked
