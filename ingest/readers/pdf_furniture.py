"""Headers, footers and page numbers: lines that come back on page after page."""

from __future__ import annotations

import re
from collections import Counter

from ingest.readers.pdf_lines import Line

EDGE = 0.13
"""Part of the page's height, at the top and at the bottom, where headers and footers stand."""
REPEATS = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page\s*)?[-–]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?"
)


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.lower()), round(line.y / 6)


def without_furniture(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """The lines of each page without headers, footers and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        seen.update({_key(line) for line in lines if _at_edge(line, height)})
    needed = max(REPEATS, len(pages) // 3) if len(pages) > 2 else 10**9
    kept = []
    for lines, height in zip(pages, heights, strict=True):
        kept.append(
            [
                line
                for line in lines
                if not (
                    all(word.artifact for word in line.words)
                    or (_at_edge(line, height) and (seen[_key(line)] >= needed))
                )
            ]
        )
        _drop_number(kept[-1], height)
    return kept


def _at_edge(line: Line, height: float) -> bool:
    return line.y < EDGE * height or line.y > (1 - EDGE) * height


def _drop_number(lines: list[Line], height: float) -> None:
    """A number alone on the page's lowest or highest line is the page's."""
    for position in (-1, 0):
        if lines and _at_edge(lines[position], height * 0.7 if position else height):
            if _PAGE_NUMBER.fullmatch(lines[position].text.strip()):
                del lines[position]
