"""What a document says of itself: title, kind, publisher, about, dates. Unknown stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath

from core.dates import PartialDate
from core.documents import NATIONAL, UNKNOWN, Kind, TextForm
from ingest.blocks import Block, BlockKind, Content
from ingest.paper_dates import LONGEST_DATE_LINE, applies_from, as_at, published
from language.organisations import count
from language.words import fold

_OPENING_BLOCKS = 14
"""How far a paper's own opening goes: title, 'Report to', date; counted in blocks."""


_KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.INSPECTION_REPORT, r"lead inspector\s*:|report published\s*:|inspection dates?\s*:"),
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
_PUBLISHERS: tuple[tuple[str, str], ...] = (
    ("Ofsted", r"\bofsted\b"),
    ("HM Inspectorate of Probation", r"\binspectorate of probation\b|\bhmip\b"),
    ("Department for Education", r"\bdepartment for education\b"),
)
_POOR_TITLE = re.compile(
    r"^(?:slide|page)?\s*\d*$|^title$|^presentation\d*$|^document\d*$"
    r"|^agenda(?: item)?s?$|^minutes:?$|^report$|^contents$|^summary$",
    re.IGNORECASE,
)
_SOURCES = re.compile(r"^(?:facts? (?:from|in)|sources?|based on)\b", re.IGNORECASE)
_ABOUT_ALL = re.compile(r"\babout\s*:\s*(?:england|national|all )")
_SUBJECT_LABEL = re.compile(r"^(?:subject|title|report title)\s*:\s*(?=\S)", re.IGNORECASE)
_TITLE_CELL = re.compile(r"^(?:title|subject|report title)\s*:?$", re.IGNORECASE)
_COUNCIL_WORDS = ("london", "borough", "of", "royal", "city", "county", "council", "the", "and")


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


def find_facts(file: str, content: Content) -> Facts:
    """Reads the facts of a paper from its folder, its name, its properties and its opening."""
    opening = list(content.blocks[:_OPENING_BLOCKS])
    title = _title(file, content)
    kind = _kind(file, title, opening)
    about = _about(file, title, content)
    return Facts(
        title=title,
        kind=kind,
        publisher=_publisher(kind, opening, content, about),
        about=about,
        published=published(file, title, kind, opening),
        as_at=as_at(title, opening, content),
        applies_from=applies_from(title, opening),
    )


def _title(file: str, content: Content) -> str:
    """The labelled subject, else the first heading that names more than a council or a form."""
    opening = content.blocks[:_OPENING_BLOCKS]
    for block in opening:
        subject = _subject(block)
        if subject:
            return subject
    given = content.properties.title.strip()
    # A sheet's name is not the workbook's.
    if given and _is_title(given) and content.form is TextForm.SHEETS:
        return given
    headings = [b for b in opening if b.kind is BlockKind.HEADING and _is_title(b.text)]
    if headings:
        return headings[0].text
    if given and _is_title(given):
        return given
    for block in opening[:3]:
        length = len(block.text)
        if block.kind is not BlockKind.ROW and 8 <= length <= 120 and _is_title(block.text):
            return block.text
    name = PurePosixPath(file).stem.replace("_", " ").replace("-", " ").strip()
    return name[:1].upper() + name[1:]


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


def _is_name(text: str) -> bool:
    """A line that is a council's name and nothing else, as on the first page of a report on it."""
    return bool(count(text)) and not re.search(r"[a-z]{3}", _without_names(text))


def _is_title(text: str) -> bool:
    named = re.search(r"[a-z]{3}", _without_names(text))
    return bool(named) and not _POOR_TITLE.match(text.strip())


def _without_names(text: str) -> str:
    names = count(text)
    rest = fold(text)
    for word in _COUNCIL_WORDS:
        rest = re.sub(rf"\b{word}\b", " ", rest)
    for name in names:
        for part in fold(name).split():
            rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", rest)
    return rest


def _kind(file: str, title: str, opening: list[Block]) -> Kind:
    by_folder = _folder_kind(file)
    if by_folder is not Kind.OTHER:
        return by_folder
    name = fold(f"{title} {PurePosixPath(file).stem.replace('_', ' ')}")
    words = fold("\n".join(block.text for block in opening))
    report = _KIND_WORDS[0]
    if re.search(report[1], words):
        return report[0]
    for text in (name, words):
        for kind, pattern in _KIND_WORDS[1:]:
            if re.search(pattern, text):
                return kind
    return Kind.OTHER


def _folder_kind(file: str) -> Kind:
    folder = PurePosixPath(file).parts[0] if len(PurePosixPath(file).parts) > 1 else ""
    slug = re.sub(r"[\s_]+", "-", folder.lower())
    for kind in Kind:
        if slug in (kind.value, f"{kind.value}s"):
            return kind
    return Kind.OTHER


def _about(file: str, title: str, content: Content) -> str:
    """The council named in the title, the opening or most often; else national or unknown."""
    opening = "\n".join(
        b.text for b in content.blocks[:_OPENING_BLOCKS] if not _SOURCES.match(b.text)
    )
    in_title = count(title)
    if in_title:
        return _most(in_title)
    if _folder_kind(file) is Kind.FRAMEWORK_GUIDANCE:
        return NATIONAL
    if _ABOUT_ALL.search(fold(opening)):
        return NATIONAL
    alone = count("\n".join(b.text for b in content.blocks[:_OPENING_BLOCKS] if _is_name(b.text)))
    if len(alone) == 1:
        return _most(alone)
    in_opening = count(opening)
    if in_opening:
        return _one_of(in_opening)
    everything = Counter[str]()
    for block in content.blocks:
        if not _SOURCES.match(block.text):
            everything.update(count(block.text))
    named = count(file.replace("_", " "))
    if named:
        return _most(named)
    if everything:
        name, times = everything.most_common(1)[0]
        rest = sum(everything.values()) - times
        if times >= 2 and times > rest:
            return name
    text = fold(" ".join(block.text for block in content.blocks[:200]))
    ours = len(re.findall(r"\b(?:we|our|us)\b", text))
    if ours < 3 and re.search(r"\b(?:ofsted|inspect)", text) and not everything:
        return NATIONAL
    return UNKNOWN


def _one_of(names: Counter[str]) -> str:
    """The name that is plainly in front; a paper on two councils is about neither alone."""
    (first, times), *others = names.most_common(2)
    return UNKNOWN if others and others[0][1] * 2 > times else first


def _most(names: Counter[str]) -> str:
    return names.most_common(1)[0][0]


def _publisher(kind: Kind, opening: list[Block], content: Content, about: str) -> str:
    opened = "\n".join(block.text for block in opening)
    if kind is Kind.INSPECTION_REPORT and re.search(_KIND_WORDS[0][1], fold(opened)):
        return "Ofsted"
    author = content.properties.author
    text = fold("\n".join([author, *(b.text for b in opening if len(b.text) < LONGEST_DATE_LINE)]))
    if about in (NATIONAL, UNKNOWN):
        for name, pattern in _PUBLISHERS:
            if re.search(rf"(?:published|issued|written|produced) by (?:the )?(?:{pattern})", text):
                return name
        return UNKNOWN
    return about
