"""Headers, footers and page numbers: lines that come back on page after page."""

from __future__ import annotations

import re
from collections import Counter

from ingest.readers.pdf_lines import Line, build_lines
from ingest.readers.pdf_words import Marks

EDGE = 0.13
"""Part of the page's height, at the top and at the bottom, where headers and footers stand."""
NUMBER_EDGE = 0.09
REPEATS = 3
"""On how many pages a line comes back before it is a header; on at least a third of the pages."""
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")
_NUMBER = re.compile(
    r"(?i)(?:page\s*)?[-–]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?"
)


def drop_furniture(pages: list[Marks]) -> None:
    """Takes headers, footers and page numbers out of each page's words."""
    edges = [_edge_lines(marks) for marks in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for lines in edges:
        seen.update({_key(line) for line in lines})
    needed = max(REPEATS, len(pages) // 3)
    for marks, lines in zip(pages, edges, strict=True):
        dropped = {id(word) for word in marks.words if word.artifact}
        for line in lines:
            if seen[_key(line)] >= needed or _is_number(line, marks):
                dropped |= {id(word) for word in line.words}
        if len(dropped) < len(marks.words) or any(word.artifact for word in marks.words):
            marks.words = [word for word in marks.words if id(word) not in dropped]


def _edge_lines(marks: Marks) -> list[Line]:
    low, high = EDGE * marks.height, (1 - EDGE) * marks.height
    return build_lines([w for w in marks.words if not low < w.y < high and not w.artifact])


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.lower()), round(line.y / 6)


def _is_number(line: Line, marks: Marks) -> bool:
    """A page number alone on its line, at the very edge, as the last or first line of the page."""
    low, high = NUMBER_EDGE * marks.height, (1 - NUMBER_EDGE) * marks.height
    if low < line.y < high or not _NUMBER.fullmatch(line.text.strip()):
        return False
    ys = [word.y for word in marks.words]
    return line.y <= min(ys) + 1 or line.y >= max(ys) - 1
