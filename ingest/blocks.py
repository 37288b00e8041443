"""What every reader makes of a file: blocks in reading order, from which passages are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import TextForm


class BlockKind(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    """`level` 1 is the outermost. A slide's title is a heading of level 1."""
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """A bullet or a numbered entry; `text` is without its marker; `level` is its depth from 0."""
    ROW = "row"
    """One row of a table, column headers included (`header_row` tells them)."""
    BOX = "box"
    """A text box of a slide, or one line of it where its lines are separate statements."""
    NOTES = "notes"
    """A speaker's notes."""
    CHART = "chart"
    """One series of a chart as a row: `cells` are its name and values, `header` the categories."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a file.

    `text` holds the file's own words, white space folded to single spaces and nothing added.
    Where something that is not shown stands between two words of the file (markup, say), its
    offset in `text` is in `seams`.
    """

    kind: BlockKind
    text: str
    page: str = ""
    """The page label or slide number as a reader of the paper would call it; '' when none."""
    page_index: int = -1
    """The page's position in the file, from 0; -1 when the form has no pages."""
    level: int = 0
    cells: tuple[str, ...] = ()
    """For a ROW or CHART: its cells, merged ones repeated only where that is how it reads."""
    header: tuple[str, ...] = ()
    """For a ROW: the column headers as they apply to `cells`, '' where a column has none."""
    header_row: bool = False
    """For a ROW: True when it is the header itself."""
    section: str = ""
    """For a ROW: the section row above it."""
    group: int = -1
    """One number for all blocks of one list, one table or one slide's loose boxes; -1 alone."""
    seams: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself; any part may be empty."""

    title: str = ""
    author: str = ""
    created: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Content:
    """A file as read."""

    blocks: tuple[Block, ...]
    form: TextForm
    properties: Properties = field(default_factory=Properties)
    unread: tuple[str, ...] = ()
    """What was there and could not be read, each a short phrase: 'slide 4: 2 pictures'."""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a reader takes on."""

    max_bytes: int = 100 * 2**20
    max_pages: int = 2000


class Reader(Protocol):
    """Reads one file. Raises UnreadableFile with the reason when it cannot be read."""

    def __call__(self, path: Path, limits: Limits) -> Content: ...
