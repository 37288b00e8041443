"""What each line of a text file is: heading, item, table row, or words of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.readers import marks
from ingest.readers.facts import is_fact
from ingest.readers.markup import without_marks

SHORT = 90
"""The longest line that can be a heading for standing alone; the longest real one seen has 62."""
UNWRAPPED = 60
"""Nobody wraps prose at a narrower margin: a line that ends before it ends there on purpose."""
_ATX = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_MARKER = re.compile(rf"(?P<indent>[ \t]*)(?P<mark>[-*+]|[{marks.BULLETS}]|o|–)(?:[ \t]+|\Z)")
_TAG_ITEM = re.compile(r"(?i)\s*(?:<[uo]l\b[^>]*>\s*)?<li\b[^>]*>")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\s*")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")


class LineKind(Enum):
    """What a line is by itself; what stands around it decides the rest."""

    BLANK = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    RULE = auto()
    WORDS = auto()


@dataclass(slots=True)
class TextLine:
    """One line. `words` is without its block mark ('# ', '- '), marks inside it still there."""

    kind: LineKind
    words: str
    level: int = 0
    """Of a heading from 1; of an item its indent in characters."""
    numbered: bool = False
    cells: tuple[str, ...] = ()
    soft: bool = False
    """True for a line that ends in two spaces: the next one is a line of the same text box."""
    breaks: int = 0
    """Blank lines before it."""
    anew: bool = False
    """In Markdown: the line before it was broken on purpose, so it begins anew."""


def classify(raw: str) -> TextLine:
    """One line of the file, without its line end."""
    line = raw
    soft = line.endswith(("  ", "\\"))
    bare = line.strip()
    if not any(c.isalnum() for c in bare):
        if _PIPE_RULE.fullmatch(bare) and "|" in bare:
            return TextLine(LineKind.ROW, bare)
        kind = LineKind.RULE if _RULE.fullmatch(bare) else LineKind.BLANK
        return TextLine(kind, bare)
    heading = _ATX.match(line)
    if heading:
        return TextLine(LineKind.HEADING, heading[2], len(heading[1]))
    if "\t" in line.strip() or line.rstrip(" \r").endswith("\t\t"):
        return TextLine(
            LineKind.ROW, bare, cells=tuple(c.strip() for c in line.rstrip("\r\n").split("\t"))
        )
    if bare.startswith("|") and bare.count("|") > 1:
        return TextLine(LineKind.ROW, bare, cells=_pipe_cells(bare))
    marker = _MARKER.match(line)
    if marker and any(c.isalnum() for c in line[marker.end() :]):
        words = line[marker.end() :].strip()
        return TextLine(LineKind.ITEM, words, len(marker["indent"].expandtabs(4)), soft=soft)
    tag = _TAG_ITEM.match(line)
    if tag:
        return TextLine(LineKind.ITEM, line[tag.end() :].strip(), 0)
    number = marks.item_number(bare)
    if number:
        indent = len(line) - len(line.lstrip())
        return TextLine(LineKind.ITEM, bare, indent, numbered=True, soft=soft)
    return TextLine(LineKind.WORDS, bare.rstrip("\\"), soft=soft)


def _pipe_cells(bare: str) -> tuple[str, ...]:
    inner = bare.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def is_pipe_rule(line: TextLine) -> bool:
    """Is it '---|---', under the head of a table?"""
    return line.kind is LineKind.ROW and not line.cells


def open_head(line: TextLine, rule: TextLine) -> TextLine:
    """The head of a table that is written without a bar at its ends, which the rule under it tells.

    The line itself where it is no such head.
    """
    cells = _pipe_cells(line.words)
    same = len(cells) == len(_pipe_cells(rule.words))
    if line.kind is not LineKind.WORDS or len(cells) < 2 or not same:
        return line
    return TextLine(LineKind.ROW, line.words, cells=cells, breaks=line.breaks)


def open_row(raw: str, above: TextLine | None) -> TextLine | None:
    """A line under a table that has as many bars; None where it is no row of it."""
    if above is None or above.kind is not LineKind.ROW or "|" not in above.words:
        return None
    cells = _pipe_cells(raw.strip())
    if len(cells) < 2 or len(cells) != len(_pipe_cells(above.words)):
        return None
    return TextLine(LineKind.ROW, raw.strip(), cells=cells)


def mark_broken(lines: Sequence[TextLine]) -> None:
    """Marks the lines that stand under a line too short to be wrapped prose.

    Where at least half of the lines of a paragraph are so short, all of them are lines: 'Mon: call'
    and 'Tues: lists' under one another, whatever Markdown makes of them.
    """
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not lines[end].breaks and lines[end].kind is LineKind.WORDS:
            end += 1
        short = [len(each.words) < UNWRAPPED for each in lines[start : end - 1]]
        mostly = 2 * sum(short) >= len(short)
        for line, ended in zip(lines[start + 1 : end], short, strict=True):
            line.anew = ended or mostly
        start = end


def stands_as_heading(line: TextLine, before: TextLine | None, after: TextLine | None) -> bool:
    """True for a short line alone between blank lines, or above a paragraph of its own.

    `before` and `after` are the lines around it that hold words.
    """
    text, _ = without_marks(line.words)
    if not _could_be_heading(text):
        return False
    alone = line.breaks > 0 or before is None
    if after is None or after.words[:1].islower():
        return False
    if text.endswith(":") and after.kind is LineKind.ITEM:
        return False  # the line that introduces a list
    return alone and after.breaks > 0


def leads_unspaced(line: TextLine, after: TextLine | None) -> bool:
    """In a file without blank lines: a short line above a long paragraph, or 'Documents:'."""
    text, _ = without_marks(line.words)
    if not _could_be_heading(text, colon=True) or len(text) > 60 or after is None:
        return False
    return not any(word.isupper() and len(word) > 5 for word in text.split()[1:])


def _could_be_heading(text: str, *, colon: bool = False) -> bool:
    if len(text) > SHORT or not any(c.isalpha() for c in text) or is_fact(text):
        return False
    first = text[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    end = text[-1]
    if end in ".;,!" and not text.endswith(".."):
        return False
    if marks.ONE_SENTENCE.search(text[marks.item_number(text) :]):
        return False
    return colon or end != ":" or len(text.split()) <= 4
