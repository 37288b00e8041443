"""A few marks for writing a paper once, in wrapped lines, and making it in any format

`#` heading, `-` bullet, `1.` numbered item, `|` table row (the first is the header), `>` note.
An indented line continues the one above; a blank line ends a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """What a block is"""

    HEADING = auto()
    PARAGRAPH = auto()
    BULLETS = auto()
    NUMBERS = auto()
    TABLE = auto()
    NOTE = auto()


@dataclass(slots=True)
class Block:
    """A heading, paragraph, list, table or note"""

    kind: Kind
    text: str = ""
    level: int = 0
    items: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


_MARKS = (
    (re.compile(r"(#{1,3}) "), Kind.HEADING),
    (re.compile(r"> "), Kind.NOTE),
    (re.compile(r"- "), Kind.BULLETS),
    (re.compile(r"\d+\. "), Kind.NUMBERS),
    (re.compile(r"\|"), Kind.TABLE),
)


def blocks(source: str) -> list[Block]:
    """The blocks of a paper written with the marks above"""
    found: list[Block] = []
    for kind, mark, line in _logical_lines(source):
        last = found[-1] if found else None
        if kind in {Kind.BULLETS, Kind.NUMBERS}:
            if last is None or last.kind is not kind:
                last = Block(kind)
                found.append(last)
            last.items.append(line)
        elif kind is Kind.TABLE:
            if last is None or last.kind is not kind:
                last = Block(kind)
                found.append(last)
            last.rows.append([cell.strip() for cell in line.strip("| ").split("|")])
        else:
            found.append(Block(kind, text=line, level=mark.count("#")))
    return found


def _logical_lines(source: str) -> list[tuple[Kind, str, str]]:
    lines: list[tuple[Kind, str, str]] = []
    open_line = False
    for raw in source.strip().splitlines():
        line = raw.rstrip()
        if not line:
            open_line = False
            continue
        kind, mark = _kind_of(line)
        if open_line and (line.startswith("  ") or kind is Kind.PARAGRAPH):
            lines[-1] = (*lines[-1][:2], f"{lines[-1][2]} {line.strip()}")
        else:
            lines.append((kind, mark, line if kind is Kind.TABLE else line[len(mark) :].strip()))
        open_line = kind is not Kind.HEADING
    return lines


def _kind_of(line: str) -> tuple[Kind, str]:
    for pattern, kind in _MARKS:
        match = pattern.match(line)
        if match:
            return kind, match.group(0)
    return Kind.PARAGRAPH, ""
