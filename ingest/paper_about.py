"""Whom a paper is about, and who published it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from core.documents import NATIONAL, UNKNOWN, Kind
from core.register import FoundIn
from ingest.blocks import Block, Content
from ingest.finds import Find, saying
from ingest.paper_dates import LONGEST_DATE_LINE
from language.organisations import count
from language.words import fold

OPENING_BLOCKS = 14
"""How far a paper's own opening goes: title, 'Report to', date; counted in blocks."""
REPORT_WORDS = r"lead inspector\s*:|report published\s*:|inspection dates?\s*:"
"""What only the opening of an inspection report says."""

_PUBLISHERS: tuple[tuple[str, str], ...] = (
    ("Ofsted", r"\bofsted\b"),
    ("HM Inspectorate of Probation", r"\binspectorate of probation\b|\bhmip\b"),
    ("Department for Education", r"\bdepartment for education\b"),
)
_SOURCES = re.compile(r"^(?:facts? (?:from|in)|sources?|based on)\b", re.IGNORECASE)
_ABOUT_ALL = re.compile(r"\babout\s*:\s*(?:england|national|all )")
_COUNCIL_WORDS = ("london", "borough", "of", "royal", "city", "county", "council", "the", "and")


def about_of(file: str, title: Find[str], content: Content, folder: Kind) -> Find[str]:
    """The council named in the title, the opening or most often; else national or unknown."""
    lines = [b.text for b in content.blocks[:OPENING_BLOCKS] if not _SOURCES.match(b.text)]
    opening = "\n".join(lines)
    in_title = count(title.value)
    if in_title:
        return Find(_most(in_title), title.where, title.value)
    if folder is Kind.FRAMEWORK_GUIDANCE:
        return Find(NATIONAL, FoundIn.FOLDER, PurePosixPath(file).parts[0])
    for_all = saying(_ABOUT_ALL.pattern, lines)
    if for_all:
        return Find(NATIONAL, FoundIn.WORDS, for_all)
    alone = count("\n".join(b.text for b in content.blocks[:OPENING_BLOCKS] if _is_name(b.text)))
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


def publisher_of(kind: Kind, opening: list[Block], content: Content, about: Find[str]) -> Find[str]:
    """Who published it: named as such, Ofsted for its reports, else the council it is about."""
    lines = [block.text for block in opening]
    if kind is Kind.INSPECTION_REPORT:
        inspected = saying(REPORT_WORDS, lines)
        if inspected:
            return Find("Ofsted", FoundIn.WORDS, inspected)
    if about.value not in (NATIONAL, UNKNOWN):
        return Find(about.value, FoundIn.INFERRED, about.words)
    author = content.properties.author
    short = [line for line in lines if len(line) < LONGEST_DATE_LINE]
    for name, pattern in _PUBLISHERS:
        by = rf"(?:published|issued|written|produced) by (?:the )?(?:{pattern})"
        found = saying(by, [author, *short])
        if found:
            where = FoundIn.PROPERTIES if found == author else FoundIn.WORDS
            return Find(name, where, found)
    return Find(UNKNOWN)


def _is_name(text: str) -> bool:
    """A line that is a council's name and nothing else, as on the first page of a report on it."""
    return bool(count(text)) and not re.search(r"[a-z]{3}", without_names(text))


def without_names(text: str) -> str:
    """The text, folded, without councils' names and the words that go with them."""
    names = count(text)
    rest = fold(text)
    for word in _COUNCIL_WORDS:
        rest = re.sub(rf"\b{word}\b", " ", rest)
    for name in names:
        for part in fold(name).split():
            rest = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", " ", rest)
    return rest
