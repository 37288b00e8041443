"""Reads web pages: the main content, without menus, banners and what is hidden."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import Tag

from core.dates import UNKNOWN_DATE
from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Block, BlockKind, Content, Limits, Properties
from ingest.readers import marks
from ingest.readers.decode import decode, iso_date, read_bytes
from ingest.readers.html_content import (
    BLOCKS,
    cell_text,
    folded,
    is_shown,
    main_content,
    words_of,
)
from ingest.readers.html_tables import is_layout, read_table
from ingest.readers.numbering import settle_numbered
from ingest.readers.rows import table_blocks

DEEPEST = 200
"""Elements nested deeper than this are read as plain words; real pages have up to 40 levels."""


def read_html(path: Path, limits: Limits) -> Content:
    """A web page's blocks and its properties.

    Raises UnreadableFile when it is empty, too large, no text, or holds no words.
    """
    text = decode_html(read_bytes(path, limits))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
            page = BeautifulSoup(text, "lxml")
        blocks = Walk().blocks(main_content(page))
        properties = _properties(page)
    except (RecursionError, ValueError, AssertionError, AttributeError) as error:
        raise UnreadableFile(UnreadableReason.DAMAGED) from error
    if not blocks:
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    return Content(tuple(blocks), TextForm.SECTIONS, properties)


def decode_html(data: bytes) -> str:
    """The page's text by its own charset where it names one, else as any text file."""
    named = re.search(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(named[1].decode("ascii"))
            if "\0" not in text:
                return text
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _properties(page: BeautifulSoup) -> Properties:
    heading = main_content(page).find("h1")
    title = folded(heading.get_text(" ")) if isinstance(heading, Tag) else ""
    if not title and page.title is not None:
        title = folded(page.title.get_text(" "))
    data: dict[str, str] = {}
    for meta in page.find_all("meta"):
        name = str(meta.get("name") or meta.get("property") or "").lower()
        data.setdefault(name, folded(str(meta.get("content") or "")))
    dates = ("article:published_time", "dcterms.issued", "dcterms.date", "dc.date", "date",
             "dcterms.created", "govuk:first-published-at", "govuk:public-updated-at")  # fmt: skip
    known = (iso_date(data.get(name, "")) for name in dates)
    created = next((date for date in known if date), UNKNOWN_DATE)
    return Properties(title, data.get("author", ""), created)


@dataclass(slots=True)
class Walk:
    """Goes through the content in its order and makes blocks."""

    made: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    group: int = -1
    groups: int = 0
    depth: int = 0

    def blocks(self, content: Tag) -> list[Block]:
        """The blocks of an element."""
        self._children(content)
        self._flush()
        return settle_numbered(self.made)

    def _children(self, tag: Tag) -> None:
        if self.depth >= DEEPEST:
            self.words.append(tag.get_text(" "))
            return
        self.depth += 1
        for child in tag.children:
            if isinstance(child, Tag):
                if is_shown(child):
                    self._tag(child)
            else:
                self.words.append(words_of(child) or "")
        self.depth -= 1

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if re.fullmatch(r"h[1-6]", name):
            self._inside(tag, BlockKind.HEADING, int(name[1]), -1)
        elif name in ("ul", "ol", "menu"):
            self._list(tag)
        elif name == "dl":
            self._definitions(tag)
        elif name == "table":
            self._table(tag)
        elif name == "br":
            self._flush()
        elif name in BLOCKS:
            self._flush()
            self._children(tag)
            self._flush()
        else:
            self._children(tag)

    def _inside(self, tag: Tag, kind: BlockKind, level: int, group: int) -> None:
        """The tag's words as a block of a kind; what was before goes on after it."""
        self._flush()
        saved = self.kind, self.level, self.group
        self.kind, self.level, self.group = kind, level, group
        self._children(tag)
        self._flush()
        self.kind, self.level, self.group = saved

    def _list(self, tag: Tag) -> None:
        self._flush()
        inner = self.kind is BlockKind.ITEM
        if not inner:
            self.groups += 1
        level = self.level + 1 if inner else 0
        for child in tag.children:
            if isinstance(child, Tag) and is_shown(child):
                self._inside(child, BlockKind.ITEM, level, self.groups)

    def _definitions(self, tag: Tag) -> None:
        self._flush()
        rows: list[tuple[str, ...]] = []
        term = ""
        for child in tag.find_all(["dt", "dd"]):
            text = cell_text(child)
            if child.name == "dt":
                term = text
            elif text:
                rows.append((term, text))
        self.groups += 1
        self.made += table_blocks(rows, self.groups, headers=0)

    def _table(self, tag: Tag) -> None:
        self._flush()
        if is_layout(tag):
            for child in tag.find_all(["caption", "td", "th"]):
                if child.find_parent("table") is tag and is_shown(child):
                    self._inside(child, BlockKind.PARAGRAPH, 0, -1)
            return
        caption = tag.find("caption", recursive=False)
        if isinstance(caption, Tag):
            self._inside(caption, BlockKind.PARAGRAPH, 0, -1)
        self.groups += 1
        self.made += read_table(tag, self.groups, cell_text)

    def _flush(self) -> None:
        text, self.words = folded("".join(self.words)), []
        if not any(c.isalnum() for c in text):
            return
        bullet = marks.bullet(text)
        if bullet and self.kind is BlockKind.PARAGRAPH and self.group < 0:
            after = bool(self.made) and self.made[-1].kind is BlockKind.ITEM
            self.groups += 0 if after else 1
            self.made.append(Block(BlockKind.ITEM, text[bullet:], group=self.groups))
            return
        self.made.append(Block(self.kind, text, level=self.level, group=self.group))
