"""The text of a file by other means than our readers: what a quote has to stand in.

pdfium for PDF, the raw XML for Office files, the standard library's parser for web pages, the
bytes themselves for text. Nothing here imports from `ingest`.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212\ufffe\x02"), None)
_PARAGRAPH = {"p"}
_WORDS = {"t"}
_BREAKS = {"br", "tab", "line-break", "s", "cr"}


def folded(text: str) -> str:
    """Text with ligatures taken apart and all white space, hyphens and dashes taken out.

    Two texts that are equal after this hold the same letters, figures and signs in one order.
    """
    text = unicodedata.normalize("NFKC", text).translate(HYPHENS)
    return "".join(c for c in text if not c.isspace() and c not in "\u200b\ufeff\u2060\0")


def spaced(text: str) -> str:
    """Text with white space folded to single spaces and nothing else: the stricter comparison."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF, by pdfium."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        pages = []
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            pages.append(text_page.get_text_range(errors="ignore"))
            text_page.close()
            page.close()
        return pages
    finally:
        document.close()


def pdf_text(path: Path) -> str:
    """The whole text of a PDF, by pdfium."""
    return "\n".join(pdf_pages(path))


def _paragraphs(node: ElementTree.Element, into: list[str]) -> str:
    """Words of `node`; each whole paragraph inside it goes to `into`."""
    words = []
    name = node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""
    open_document = "opendocument" in str(node.tag)
    if name in _WORDS or (open_document and name in {"p", "h", "span", "a"}):
        words.append(node.text or "")
    if name in _BREAKS:
        words.append(" ")
    for child in node:
        words.append(_paragraphs(child, into))
        if open_document and name in {"p", "h", "span", "a"}:
            words.append(child.tail or "")
    text = "".join(words)
    if name in _PARAGRAPH or (open_document and name == "h"):
        into.append(text)
        return ""
    return text


def office_text(path: Path) -> str:
    """One paragraph a line: a:p/a:t, w:p/w:t, text:p, and the values of sheets, in file order."""
    lines: list[str] = []
    with zipfile.ZipFile(path) as archive:
        names = sorted(archive.namelist(), key=lambda n: [int(d) for d in re.findall(r"\d+", n)])
        for name in names:
            if not name.endswith(".xml"):
                continue
            try:
                root = ElementTree.fromstring(archive.read(name))
            except ElementTree.ParseError:
                continue
            rest = _paragraphs(root, lines)
            if rest.strip():
                lines.append(rest)
            lines += [
                node.text
                for node in root.iter()
                if str(node.tag).endswith("}v")
                and node.text
                and not str(name).startswith("docProps")
            ]
    return "\n".join(line for line in lines if line.strip())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"} and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def html_text(path: Path) -> str:
    """All words of a web page, by html.parser; scripts and styles left out."""
    parser = _Words()
    parser.feed(plain_text(path))
    parser.close()
    return "".join(parser.words)


def plain_text(path: Path) -> str:
    """The file as text, marks and all."""
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
