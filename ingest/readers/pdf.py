"""Reads PDF files: text with page labels, headings, paragraphs, lists, tables."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pypdf import PasswordType, PdfReader
from pypdf.errors import EmptyFileError, FileNotDecryptedError

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import TextForm
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Content, Limits, Properties
from ingest.readers.pdf_aligned import find_aligned
from ingest.readers.pdf_blocks import finish
from ingest.readers.pdf_drafts import Draft, draft_flow, draft_table
from ingest.readers.pdf_figures import join_figures
from ingest.readers.pdf_fonts import Fonts
from ingest.readers.pdf_furniture import drop_furniture
from ingest.readers.pdf_lines import Line, runs
from ingest.readers.pdf_order import report_flows, slide_flows
from ingest.readers.pdf_pages import join_pages, with_title
from ingest.readers.pdf_pictures import unread_pictures
from ingest.readers.pdf_scan import scan_page
from ingest.readers.pdf_style import Style, find_style
from ingest.readers.pdf_tables import Table, find_tables
from ingest.readers.pdf_words import Marks, Word

_USELESS_TITLE = re.compile(
    r"(?i)microsoft (?:word|powerpoint|excel)\b.*|powerpoint presentation|untitled.*|"
    r"slide \d+|document\d*|presentation\d*|.*\.(?:docx?|pptx?|xlsx?|pdf|rtf|odt|indd)|\W*"
)


def read_pdf(path: Path, limits: Limits) -> Content:
    """The file's blocks, its properties and what could not be read.

    Raises UnreadableFile, and nothing else, for a file that is empty, too large, encrypted,
    damaged, a scan, or without text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile(UnreadableReason.NOT_ALLOWED) from error
    if size == 0:
        raise UnreadableFile(UnreadableReason.EMPTY)
    if size > limits.max_bytes:
        raise UnreadableFile(UnreadableReason.TOO_LARGE)
    try:
        return _read(path, limits)
    except UnreadableFile:
        raise
    except PermissionError as error:
        raise UnreadableFile(UnreadableReason.NOT_ALLOWED) from error
    except EmptyFileError as error:
        raise UnreadableFile(UnreadableReason.EMPTY) from error
    except FileNotDecryptedError as error:
        raise UnreadableFile(UnreadableReason.ENCRYPTED) from error
    except Exception as error:  # hostile files raise anything, deep recursion too
        raise UnreadableFile(UnreadableReason.DAMAGED) from error


def _read(path: Path, limits: Limits) -> Content:
    reader = PdfReader(path)
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise UnreadableFile(UnreadableReason.ENCRYPTED)
    count = len(reader.pages)
    if count > limits.max_pages:
        raise UnreadableFile(UnreadableReason.TOO_MANY_PAGES, f"{count} pages")
    if count == 0:
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    fonts = Fonts()
    pages = [scan_page(page, fonts) for page in reader.pages]
    labels = _labels(reader, count)
    unread = unread_pictures(pages, labels)
    blocks = finish(*_drafts(pages), labels)
    if not blocks:
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    return Content(tuple(blocks), TextForm.PAGES, _properties(reader), unread, count)


def _drafts(pages: list[Marks]) -> tuple[list[Draft], Style]:
    """Everything on the pages, in reading order, and the style it was judged by."""
    slides = _are_slides(pages)
    turned = [[word for word in marks.words if word.turned] for marks in pages]
    tables = [find_tables(marks) for marks in pages]
    for marks in pages:
        marks.words = [word for word in marks.words if not word.turned]
    drop_furniture(pages)
    flows = []
    for marks, ruled, aside in zip(pages, tables, turned, strict=True):
        every = sorted([*ruled, *find_aligned(marks, slides=slides)], key=lambda t: -t.top())
        page = _flows(marks, every, slide_flows if slides else report_flows)
        flows.append([*page, [Line(run) for run in runs(aside)]] if aside else page)
    lines = [[line for flow in page if isinstance(flow, list) for line in flow] for page in flows]
    style = find_style(lines, slides=slides)
    drafts: list[Draft] = []
    for index, page in enumerate(flows):
        made = [
            draft_table(flow, index, style)
            if isinstance(flow, Table)
            else draft_flow(flow, index, style)
            for flow in page
        ]
        plain = [draft for flow in made for draft in flow]
        if slides:
            plain = with_title(plain, pages[index].height)
            plain = join_figures(plain, made, pages[index])
        drafts += plain
    return (drafts if slides else join_pages(drafts, style)), style


def _flows(
    marks: Marks, tables: list[Table], order: Callable[[list[Word]], list[list[Line]]]
) -> list[list[Line] | Table]:
    """Tables, and the lines above, between and below them."""
    flows: list[list[Line] | Table] = []
    left = marks.words
    for table in tables:
        top = table.top()
        flows += order([word for word in left if word.y > top])
        left = [word for word in left if word.y <= top]
        flows.append(table)
    return [*flows, *order(left)]


def _are_slides(pages: list[Marks]) -> bool:
    """Wide pages with letters that are large for their height."""
    wide = sum(marks.width > marks.height * 1.2 for marks in pages)
    if wide * 2 <= len(pages):
        return False
    sizes: Counter[float] = Counter()
    for marks in pages:
        for word in marks.words:
            sizes[round(word.size / marks.height, 3)] += len(word.text)
    return bool(sizes) and sizes.most_common(1)[0][0] >= 0.022


def _labels(reader: PdfReader, count: int) -> list[str]:
    try:
        labels = [str(label) for label in reader.page_labels]
    except Exception:  # a broken label tree: the pages still have numbers
        labels = []
    plain = [str(number) for number in range(1, count + 1)]
    return (
        [label or other for label, other in zip(labels, plain, strict=False)]
        if len(labels) == count
        else plain
    )


def _properties(reader: PdfReader) -> Properties:
    try:
        data = reader.metadata
        title = " ".join(str(data.title or "").split()) if data else ""
        author = " ".join(str(data.author or "").split()) if data else ""
        if _USELESS_TITLE.fullmatch(title):
            title = ""
        if author in {"python-docx", "Administrator", "user", "User"}:
            author = ""
        made = data.creation_date if data else None
        created = PartialDate(made.year, made.month, made.day) if made else UNKNOWN_DATE
    except Exception:  # a file's own words about itself are not worth losing the file
        return Properties()
    return Properties(title, author, created)
