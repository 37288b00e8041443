"""What is usual in one PDF: the size of its body text, its right margin, its headings' styles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.readers.facts import is_fact
from ingest.readers.figures import is_numeral
from ingest.readers.pdf_lines import Line

LARGER = 1.12
"""A line this many times the body's size is a heading: 14 over 12 points in every report seen."""
LONGEST_HEADING = 220


@dataclass(slots=True)
class Style:
    """Sizes in points, places in points from the left."""

    body: float = 12.0
    right: float = 0.0
    slides: bool = False
    leading: float = 1.3
    levels: dict[tuple[float, bool], int] = field(default_factory=dict)


def rounded(size: float) -> float:
    """Sizes to half a point: 11.04 and 11 are one."""
    return round(size * 2) / 2


def find_style(pages: list[list[Line]], slides: bool) -> Style:
    """The style of a file from all its lines, without headers, footers and tables."""
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[rounded(line.size)] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 12.0
    style = Style(body=body, slides=slides)
    plain = [line for page in pages for line in page if abs(line.size - body) < 0.6]
    if plain:
        ends = sorted(line.x1 for line in plain)
        style.right = ends[int(len(ends) * 0.97)]
    gaps: Counter[float] = Counter()
    for page in pages:
        for above, below in pairwise(page):
            if abs(above.size - body) < 0.6 and abs(below.size - body) < 0.6:
                gaps[round((above.y - below.y) / body, 1)] += 1
    close = [(count, gap) for gap, count in gaps.items() if 0.9 <= gap <= 1.8]
    if close:
        style.leading = max(close)[1]
    return style


def looks_like_heading(line: Line, text: str, style: Style) -> bool:
    """By size, or by weight when it is short and does not end as a sentence."""
    if len(text) > LONGEST_HEADING or not any(c.isalpha() for c in text) or is_fact(text):
        return False
    if is_numeral(text):
        return False  # '£5.2m'
    if text[:1].islower() or is_contents(line):
        return False
    if line.size >= style.body * LARGER:
        return not (text.endswith((".", ";", ",")) and len(text) > 80)
    heavy = line.bold and line.size >= style.body * 0.95
    return heavy and not text.endswith((".", ";", ","))


def is_contents(line: Line) -> bool:
    """True for a line of a table of contents: a page number far behind the words, or dots."""
    if len(line.words) < 2 or not line.words[-1].text.strip(".").isdecimal():
        return False
    wide = [b.x0 - a.x1 > 1.5 * line.size for a, b in pairwise(line.words)]
    return (wide[-1] and sum(wide) == 1) or "...." in line.text.replace(" ", "")
