"""What a document says of itself: title, kind, publisher, about, dates. Unknown stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from core.dates import PartialDate
from core.documents import UNKNOWN, Kind, TextForm
from core.register import Fact, Found, FoundIn
from ingest.blocks import Block, BlockKind, Content
from ingest.finds import NO_DATE, Find, saying
from ingest.paper_about import OPENING_BLOCKS, REPORT_WORDS, about_of, publisher_of, without_names
from ingest.paper_dates import (
    applies_from,
    as_at,
    no_earlier_than,
    published,
)

_KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.INSPECTION_REPORT, REPORT_WORDS),
    (Kind.MINUTES, r"\bminutes\b(?!.{0,20}\bago\b)"),
    (Kind.SELF_EVALUATION, r"\bself[- ]evaluation\b|\bself[- ]assessment\b"),
    (Kind.IMPROVEMENT_PLAN, r"\bimprovement plan\b|\baction plan\b"),
    (
        Kind.PERFORMANCE_REPORT,
        r"\bhighlight indicators?\b|\bperformance (?:report|measures?|indicators?)\b",
    ),
    (Kind.FRAMEWORK_GUIDANCE, r"\bframework\b|\bguidance\b|\bhandbook\b"),
    (Kind.BRIEFING, r"\bbriefing\b|\bpreparation\b|\boverview\b|\bscrutiny\b"),
)
_POOR_TITLE = re.compile(
    r"^(?:slide|page)?\s*\d*$|^title$|^presentation\d*$|^document\d*$"
    r"|^agenda(?: item)?s?$|^minutes:?$|^report$|^contents$|^summary$",
    re.IGNORECASE,
)
_SUBJECT_LABEL = re.compile(r"^(?:subject|title|report title)\s*:\s*(?=\S)", re.IGNORECASE)
_TITLE_CELL = re.compile(r"^(?:title|subject|report title)\s*:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """The document facts of the design, as found."""

    title: str
    kind: Kind
    publisher: str
    about: str
    published: PartialDate
    as_at: PartialDate
    applies_from: PartialDate
    no_earlier_than: PartialDate
    """Of a paper that gives no date itself: the newest that its words look back on."""
    found: tuple[Found, ...]
    """Where each fact that is known was found, and the exact words."""


def find_facts(file: str, content: Content) -> Facts:
    """Reads the facts of a paper from its folder, its name, its properties and its opening."""
    opening = list(content.blocks[:OPENING_BLOCKS])
    title = _title(file, content)
    kind = _kind(file, title.value, opening)
    about = about_of(file, title, content, _folder_kind(file))
    publisher = publisher_of(kind.value, opening, content, about)
    dates = {
        Fact.PUBLISHED: published(file, title, kind.value, opening),
        Fact.AS_AT: as_at(title, opening, content),
        Fact.APPLIES_FROM: applies_from(title, opening),
        Fact.NO_EARLIER_THAN: NO_DATE,
    }
    if not any(each.value for each in dates.values()):
        dates[Fact.NO_EARLIER_THAN] = no_earlier_than(content, datetime.now(UTC).date())
    finds: dict[Fact, Find[str] | Find[Kind] | Find[PartialDate]] = {
        Fact.TITLE: title,
        Fact.KIND: kind,
        Fact.PUBLISHER: publisher,
        Fact.ABOUT: about,
        **dates,
    }
    known = {fact: each for fact, each in finds.items() if each.value not in (UNKNOWN, Kind.OTHER)}
    return Facts(
        title=title.value,
        kind=kind.value,
        publisher=publisher.value,
        about=about.value,
        published=dates[Fact.PUBLISHED].value,
        as_at=dates[Fact.AS_AT].value,
        applies_from=dates[Fact.APPLIES_FROM].value,
        no_earlier_than=dates[Fact.NO_EARLIER_THAN].value,
        found=tuple(Found(fact, e.where, e.words) for fact, e in known.items() if e.value),
    )


def _title(file: str, content: Content) -> Find[str]:
    """The labelled subject, else the first heading that names more than a council or a form."""
    opening = content.blocks[:OPENING_BLOCKS]
    for block in opening:
        subject = _subject(block)
        if subject:
            return Find(subject, FoundIn.WORDS, subject if block.cells else block.text)
    given = content.properties.title.strip()
    # A sheet's name is not the workbook's.
    if given and _is_title(given) and content.form is TextForm.SHEETS:
        return Find(given, FoundIn.PROPERTIES, given)
    headings = [b for b in opening if b.kind is BlockKind.HEADING and _is_title(b.text)]
    if headings:
        return Find(headings[0].text, FoundIn.WORDS, headings[0].text)
    if given and _is_title(given):
        return Find(given, FoundIn.PROPERTIES, given)
    for block in opening[:3]:
        length = len(block.text)
        if block.kind is not BlockKind.ROW and 8 <= length <= 120 and _is_title(block.text):
            return Find(block.text, FoundIn.WORDS, block.text)
    stem = PurePosixPath(file).stem
    name = stem.replace("_", " ").replace("-", " ").strip()
    return Find(name[:1].upper() + name[1:], FoundIn.FILE_NAME, stem)


def _subject(block: Block) -> str:
    """'Subject: X', or the cell under or beside 'Title' in a table."""
    match = _SUBJECT_LABEL.match(block.text)
    if match and not block.cells:
        return block.text[match.end() :].strip()
    for position, cell in enumerate(block.cells):
        name = block.header[position] if position < len(block.header) else ""
        beside = block.cells[position - 1] if position else ""
        if cell and not block.header_row and _TITLE_CELL.match(name or beside):
            return cell
    return ""


def _is_title(text: str) -> bool:
    named = re.search(r"[a-z]{3}", without_names(text))
    return bool(named) and not _POOR_TITLE.match(text.strip())


def _kind(file: str, title: str, opening: list[Block]) -> Find[Kind]:
    by_folder = _folder_kind(file)
    if by_folder is not Kind.OTHER:
        return Find(by_folder, FoundIn.FOLDER, PurePosixPath(file).parts[0])
    report, *others = _KIND_WORDS
    lines = [block.text for block in opening]
    found = saying(report[1], lines)
    if found:
        return Find(report[0], FoundIn.WORDS, found)
    stem = PurePosixPath(file).stem.replace("_", " ")
    for texts in ([title, stem], lines):
        for kind, pattern in others:
            found = saying(pattern, texts)
            if found:
                where = FoundIn.FILE_NAME if texts[-1] == stem == found else FoundIn.WORDS
                return Find(kind, where, found)
    return Find(Kind.OTHER)


def _folder_kind(file: str) -> Kind:
    folder = PurePosixPath(file).parts[0] if len(PurePosixPath(file).parts) > 1 else ""
    slug = re.sub(r"[\s_]+", "-", folder.lower())
    for kind in Kind:
        if slug in (kind.value, f"{kind.value}s"):
            return kind
    return Kind.OTHER
