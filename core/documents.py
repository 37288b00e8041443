"""Documents and the passages in them: what reading makes and everything after it uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.dates import UNKNOWN_DATE, PartialDate

NATIONAL = "national"
"""`Document.about` of a paper that speaks of the whole country, such as framework guidance."""

UNKNOWN = ""
"""A publisher or an `about` that the paper does not give."""


class Kind(StrEnum):
    """What sort of paper a document is. The value is also the corpus folder's name."""

    FRAMEWORK_GUIDANCE = "framework-guidance"
    SELF_EVALUATION = "self-evaluation"
    IMPROVEMENT_PLAN = "improvement-plan"
    BRIEFING = "briefing"
    MINUTES = "minutes"
    PERFORMANCE_REPORT = "performance-report"
    INSPECTION_REPORT = "inspection-report"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind as a person writes it: 'framework guidance'."""
        return self.value.replace("-", " ") if self is not Kind.SELF_EVALUATION else self.value


class PassageKind(StrEnum):
    """What a passage is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    BOX = "box"
    NOTES = "notes"
    CHART = "chart"


class TextForm(StrEnum):
    """How a place in a document is called, so that '3' reads 'page 3', 'slide 3' or 'sheet 3'."""

    PAGES = "page"
    SLIDES = "slide"
    SHEETS = "sheet"
    SECTIONS = "section"


class DocumentStatus(StrEnum):
    """Whether a document may answer."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """A newer edition is held: this one speaks as 'earlier' or when its period is asked for."""
    WITHDRAWN = "withdrawn"
    """Its owner took it out of use: it never answers."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of the corpus.

    `id` stays the same when the file is moved, renamed or changed. `file` is the path inside the
    corpus folder with forward slashes. `publisher` and `about` are names of organisations,
    `NATIONAL`, or `UNKNOWN`. `version` names the file's bytes, its place and the way of reading.
    """

    id: str
    file: str
    version: str
    title: str
    kind: Kind
    form: TextForm
    publisher: str = UNKNOWN
    about: str = UNKNOWN
    published: PartialDate = UNKNOWN_DATE
    as_at: PartialDate = UNKNOWN_DATE
    applies_from: PartialDate = UNKNOWN_DATE
    sample: bool = False
    """True for the papers that come with the product, as against the council's own."""
    no_earlier_than: PartialDate = UNKNOWN_DATE
    """For a paper without a date: the newest date that its words look back on; inferred."""
    status: DocumentStatus = DocumentStatus.CURRENT
    supersedes: str = ""
    """Id of the edition before this one, '' when none is held."""
    forms: tuple[str, ...] = ()
    """Other files that are the same paper (the PDF of a deck); `file` is the one that is cited."""

    @property
    def dated(self) -> PartialDate:
        """The date that puts it among its editions: published, else as at; may be unknown."""
        return self.published or self.as_at

    @property
    def edition(self) -> str:
        """A short label that tells it from other editions: its date or 'undated'."""
        return str(self.dated)


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest piece of a document that can be cited.

    `text` is what a reader sees; the exact words of the file but for the `gaps`, which are
    half-open ranges of `text` that do not stand in the file (a separator between two cells) or
    stand there as something else (markup). Quotes are cut at gaps: see `quotes`.
    """

    id: str
    document: str
    place: int
    """Order in the document, from 0."""
    kind: PassageKind
    text: str
    page: str = ""
    """The page label or slide number as a reader calls it; '' where the form has no pages."""
    page_index: int = -1
    """Position of the page in the file from 0, for a picture of it; -1 when there is none."""
    headings: tuple[str, ...] = ()
    """The headings above, outermost first."""
    lead_in: str = ""
    """For an item: the line that introduces its list, in the file's exact words."""
    group: int = -1
    """Passages of one list, table or slide share a number, -1 for a passage on its own."""
    level: int = 0
    """Heading level from 1, or depth of an item from 0."""
    header: tuple[str, ...] = ()
    """For a row: the column headers, one for each cell."""
    cells: tuple[str, ...] = ()
    """For a row: its cells, '' for an empty one. See `row_text` for `text`."""
    section: str = ""
    """For a row: the section row above it ('Care leavers')."""
    gaps: tuple[tuple[int, int], ...] = ()

    def quotes(self, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """The file's exact words between two offsets of `text`, cut at the gaps, none empty."""
        end = len(self.text) if end is None else end
        spans: list[str] = []
        position = start
        for gap_start, gap_end in self.gaps:
            if gap_end < position or gap_start > end:
                continue
            spans.append(self.text[position : max(position, gap_start)])
            position = max(position, gap_end)
        spans.append(self.text[position : max(position, end)])
        return tuple(span.strip() for span in spans if span.strip())


ROW_SEPARATOR = " | "


def row_text(cells: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A row's cells, but for the empty ones, as one line; and the gaps where separators stand."""
    text, gaps = "", []
    for cell in filter(None, cells):
        if text:
            gaps.append((len(text), len(text) + len(ROW_SEPARATOR)))
            text += ROW_SEPARATOR
        text += cell
    return text, tuple(gaps)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, or a part of one, that could not be read, with a reason a person understands."""

    file: str
    reason: str
    whole_file: bool = True
    """False when the rest of the file was read ('2 pictures on slide 4 were not read')."""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document with its passages, in order, and what could not be read of it."""

    document: Document
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = field(default=())
