"""What a document says of itself: title, kind, publisher, about, dates. Unknown stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from core.dates import PartialDate
from core.documents import NATIONAL, UNKNOWN, Kind, TextForm
from core.register import Fact, Found, FoundIn
from ingest.blocks import Block, BlockKind, Content
from ingest.finds import NO_DATE, Find
from ingest.paper_dates import (
    LONGEST_DATE_LINE,
    applies_from,
    as_at,
    no_earlier_than,
    published,
)
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
    no_earlier_than: PartialDate
    """Of a paper that gives no date itself: the newest that its words look back on."""
    found: tuple[Found, ...]
    """Where each fact that is known was found, and the exact words."""


def find_facts(file: str, content: Content) -> Facts:
    """Reads the facts of a paper from its folder, its name, its properties and its opening."""
    opening = list(content.blocks[:_OPENING_BLOCKS])
    title = _title(file, content)
    kind = _kind(file, title.value, opening)
    about = _about(file, title, content)
    publisher = _publisher(kind.value, opening, content, about)
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
    opening = content.blocks[:_OPENING_BLOCKS]
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


def _kind(file: str, title: str, opening: list[Block]) -> Find[Kind]:
    by_folder = _folder_kind(file)
    if by_folder is not Kind.OTHER:
        return Find(by_folder, FoundIn.FOLDER, PurePosixPath(file).parts[0])
    report, *others = _KIND_WORDS
    lines = [block.text for block in opening]
    found = _saying(report[1], lines)
    if found:
        return Find(report[0], FoundIn.WORDS, found)
    stem = PurePosixPath(file).stem.replace("_", " ")
    for texts in ([title, stem], lines):
        for kind, pattern in others:
            found = _saying(pattern, texts)
            if found:
                where = FoundIn.FILE_NAME if texts[-1] == stem == found else FoundIn.WORDS
                return Find(kind, where, found)
    return Find(Kind.OTHER)


def _saying(pattern: str, texts: Iterable[str]) -> str:
    """The first of the texts that holds the pattern, '' when none does."""
    return next((text for text in texts if re.search(pattern, fold(text))), "")


def _folder_kind(file: str) -> Kind:
    folder = PurePosixPath(file).parts[0] if len(PurePosixPath(file).parts) > 1 else ""
    slug = re.sub(r"[\s_]+", "-", folder.lower())
    for kind in Kind:
        if slug in (kind.value, f"{kind.value}s"):
            return kind
    return Kind.OTHER


def _about(file: str, title: Find[str], content: Content) -> Find[str]:
    """The council named in the title, the opening or most often; else national or unknown."""
    lines = [b.text for b in content.blocks[:_OPENING_BLOCKS] if not _SOURCES.match(b.text)]
    opening = "\n".join(lines)
    in_title = count(title.value)
    if in_title:
        return Find(_most(in_title), title.where, title.value)
    folder = _folder_kind(file)
    if folder is Kind.FRAMEWORK_GUIDANCE:
        return Find(NATIONAL, FoundIn.FOLDER, PurePosixPath(file).parts[0])
    for_all = _saying(_ABOUT_ALL.pattern, lines)
    if for_all:
        return Find(NATIONAL, FoundIn.WORDS, for_all)
    alone = count("\n".join(b.text for b in content.blocks[:_OPENING_BLOCKS] if _is_name(b.text)))
    if len(alone) == 1:
        return _named(_most(alone), lines)
    in_opening = count(opening)
    if in_opening:
        return _named(_one_of(in_opening), lines)
    everything = Counter[str]()
    for block in content.blocks:
        if not _SOURCES.match(block.text):
            everything.update(count(block.text))
    named = count(file.replace("_", " "))
    if named:
        return Find(_most(named), FoundIn.FILE_NAME, file)
    if everything:
        name, times = everything.most_common(1)[0]
        rest = sum(everything.values()) - times
        if times >= 2 and times > rest:
            return _named(name, [block.text for block in content.blocks])
    text = fold(" ".join(block.text for block in content.blocks[:200]))
    ours = len(re.findall(r"\b(?:we|our|us)\b", text))
    if ours < 3 and re.search(r"\b(?:ofsted|inspect)", text) and not everything:
        return Find(NATIONAL)
    return Find(UNKNOWN)


def _named(council: str, lines: Iterable[str]) -> Find[str]:
    """A council with the line that names it."""
    line = next((each for each in lines if council in count(each)), "") if council else ""
    return Find(council, FoundIn.WORDS, line)


def _one_of(names: Counter[str]) -> str:
    """The name that is plainly in front; a paper on two councils is about neither alone."""
    (first, times), *others = names.most_common(2)
    return UNKNOWN if others and others[0][1] * 2 > times else first


def _most(names: Counter[str]) -> str:
    return names.most_common(1)[0][0]


def _publisher(kind: Kind, opening: list[Block], content: Content, about: Find[str]) -> Find[str]:
    lines = [block.text for block in opening]
    if kind is Kind.INSPECTION_REPORT:
        inspected = _saying(_KIND_WORDS[0][1], lines)
        if inspected:
            return Find("Ofsted", FoundIn.WORDS, inspected)
    if about.value not in (NATIONAL, UNKNOWN):
        return Find(about.value, FoundIn.INFERRED, about.words)
    author = content.properties.author
    short = [line for line in lines if len(line) < LONGEST_DATE_LINE]
    for name, pattern in _PUBLISHERS:
        by = rf"(?:published|issued|written|produced) by (?:the )?(?:{pattern})"
        found = _saying(by, [author, *short])
        if found:
            where = FoundIn.PROPERTIES if found == author else FoundIn.WORDS
            return Find(name, where, found)
    return Find(UNKNOWN)
