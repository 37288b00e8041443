"""The parts of an OpenDocument file that text documents and spreadsheets share."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from ingest.readers.office_files import Element, fold, parse_xml
from ingest.readers.office_tables import Cell

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LEFT_OUT = frozenset(
    {"note", "annotation", "annotation-end", "tracked-changes", "frame", "custom-shape", "g"}
)
_SPACES = frozenset({"s", "tab", "line-break"})
_MOST_COLUMNS = 1000
_ROW_PARENTS = frozenset({"table-header-rows", "table-row-group", "table-rows"})


class OdfFile:
    """An OpenDocument file's content with the look of its styles."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.content = parse_xml(package.read("content.xml"))
            styled = "styles.xml" in package.namelist()
            common = parse_xml(package.read("styles.xml")) if styled else None
        roots = [self.content] if common is None else [common, self.content]
        self.styles = {
            (style.get(_STYLE + "family"), style.get(_STYLE + "name")): style
            for root in roots
            for style in root.iter(_STYLE + "style")
        }
        self.lists = {
            style.get(_STYLE + "name"): style
            for root in roots
            for style in root.iter(_TEXT + "list-style")
        }

    def body(self, kind: str) -> Element:
        """The 'text' or 'spreadsheet' inside the body. Raises KeyError when there is none."""
        found = self.content.find(f"{_OFFICE}body/{_OFFICE}{kind}")
        if found is None:
            raise KeyError(kind)
        return found

    def chain(self, family: str, name: str | None) -> Iterator[Element]:
        """A style and its parents, nearest first."""
        seen: set[str] = set()
        while name and name not in seen and (style := self.styles.get((family, name))) is not None:
            seen.add(name)
            yield style
            name = style.get(_STYLE + "parent-style-name")

    def look(self, family: str, name: str | None) -> tuple[bool | None, float]:
        """Whether a style is bold (None: it does not say) and its size in points (0: likewise)."""
        bold: bool | None = None
        points = 0.0
        for style in self.chain(family, name):
            text = style.find(_STYLE + "text-properties")
            if text is None:
                continue
            weight, size = text.get(_FO + "font-weight"), text.get(_FO + "font-size", "")
            if bold is None and weight:
                bold = weight in {"bold", "600", "700", "800", "900"}
            if not points and size.endswith("pt"):
                points = float(size.removesuffix("pt"))
        return bold, points

    def is_numbered(self, list_style: str | None, level: int) -> bool:
        """Whether a list counts its entries at that level."""
        style = self.lists.get(list_style)
        numbers = style.iterchildren(_TEXT + "list-level-style-number") if style is not None else ()
        return any(
            one.get(_TEXT + "level") == str(level + 1) and one.get(_STYLE + "num-format")
            for one in numbers
        )

    def cell(self, element: Element) -> Cell:
        """A table cell's own words, without those of tables and frames in it."""
        texts = [text for p in paragraphs(element) if (text := text_of(p))]
        bold, _ = self.look("table-cell", element.get(_TABLE + "style-name"))
        looks = [self.is_bold(p) for p in paragraphs(element) if text_of(p)]
        return Cell(" ".join(texts), bool(texts) and (bold is True or all(looks)))

    def is_bold(self, paragraph: Element) -> bool:
        """Whether all words of a paragraph are bold."""
        bold, _ = self.look("paragraph", paragraph.get(_TEXT + "style-name"))
        loose = (paragraph.text or "").strip() or any((c.tail or "").strip() for c in paragraph)
        spans = [span for span in paragraph.iterchildren(_TEXT + "span") if text_of(span)]
        if loose or not spans:
            return bold is True
        looks = [self.look("text", span.get(_TEXT + "style-name"))[0] for span in spans]
        return all(bold is True if look is None else look for look in looks)

    def grid(self, table: Element, most_rows: int) -> list[list[Cell]]:
        """A table's rows as cells, repeated ones written out, merged ones marked.

        Raises ValueError beyond `most_rows` rows that have words.
        """
        rows: list[list[Cell]] = []
        spans: dict[tuple[int, int], Cell] = {}
        for row in rows_of(table):
            cells = self._row(row, len(rows), spans)
            if not any(cell.text for cell in cells):
                rows.append([])
                continue
            rows += [cells] * int(row.get(_TABLE + "number-rows-repeated", 1))
            if len(rows) > most_rows:
                raise ValueError(most_rows)
        return rows

    def _row(self, row: Element, number: int, spans: dict[tuple[int, int], Cell]) -> list[Cell]:
        """One row; `spans` says what the covered places are merged with, by row and column."""
        cells: list[Cell] = []
        for element in row.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            covered = element.tag == _TABLE + "covered-table-cell"
            cell = Cell() if covered else self.cell(element)
            across = int(element.get(_TABLE + "number-columns-spanned", 1))
            deep = 0 if covered else int(element.get(_TABLE + "number-rows-spanned", 1))
            for down in range(min(deep, _MOST_COLUMNS)):
                for right in range(min(across, _MOST_COLUMNS)):
                    place = number + down, len(cells) + right
                    spans[place] = Cell(left=right > 0, above=down > 0 and right == 0)
            for _ in range(int(element.get(_TABLE + "number-columns-repeated", 1))):
                if len(cells) >= _MOST_COLUMNS:
                    break
                cells.append(spans.pop((number, len(cells)), Cell()) if covered else cell)
        while cells and not cells[-1].text and not (cells[-1].left or cells[-1].above):
            cells.pop()
        return cells


def rows_of(table: Element) -> Iterator[Element]:
    """A table's rows, those in header and group wrappers too, in order."""
    for element in table.iterchildren("{*}*"):
        name = element.tag.rpartition("}")[2]
        if name == "table-row":
            yield element
        elif name in _ROW_PARENTS:
            yield from rows_of(element)


def paragraphs(container: Element) -> Iterator[Element]:
    """The paragraphs and headings of a cell or list entry, through lists, without tables."""
    for element in container.iterchildren("{*}*"):
        name = element.tag.rpartition("}")[2]
        if name in {"p", "h"}:
            yield element
        elif name in {"list", "list-item", "list-header", "section"}:
            yield from paragraphs(element)


def text_of(paragraph: Element) -> str:
    """A paragraph's words on one line, without notes, comments and what is in frames."""
    return fold("".join(_pieces(paragraph)))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren("{*}*"):
        name = child.tag.rpartition("}")[2]
        if name in _SPACES:
            yield " "
        elif name not in _LEFT_OUT:
            yield from _pieces(child)
        yield child.tail or ""
