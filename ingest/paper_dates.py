"""The dates that a paper gives itself: published, as at, applies from."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import Kind
from ingest.blocks import Block, BlockKind, Content
from language.dates import DateMention, find_dates

LONGEST_DATE_LINE = 60
"""Characters of a line that is a date of the paper rather than a sentence with a date in it."""
_LONGEST_LABELLED = 90
"""Characters of a line that labels a date of the paper ('Figures as at August 2024')."""
_PUBLISHED_LABEL = re.compile(
    r"^(?:date|dated|published|report published|meeting date|version|updated?|last updated"
    r"|date of (?:meeting|report|publication))\b\s*[:\-–|]?\s*",
    re.IGNORECASE,
)
_AS_AT_LABEL = re.compile(
    r"\b(?:as at|as of|data to|position at|figures? for|inspection dates?:?)", re.IGNORECASE
)
_APPLIES_LABEL = re.compile(r"\b(?:applies|in force|effective|in use) from\b", re.IGNORECASE)


def as_at(title: str, opening: list[Block], content: Content) -> PartialDate:
    """The date of the paper's figures, or of the inspection that a report is of."""
    return _labelled(_AS_AT_LABEL, title, opening) or _table_month(title, content)


def applies_from(title: str, opening: list[Block]) -> PartialDate:
    """The date from which the rule that the paper states applies."""
    return _labelled(_APPLIES_LABEL, title, opening)


def published(file: str, title: str, kind: Kind, opening: list[Block]) -> PartialDate:
    """A date the paper gives itself: labelled, on a line of its own, in its title or its name."""
    if kind is Kind.INSPECTION_REPORT:
        by_label = _first([b.text for b in opening if _PUBLISHED_LABEL.match(b.text)])
        return by_label or _first([PurePosixPath(file).stem.replace("_", " ")])
    lines = [block.text for block in opening if len(block.text) <= LONGEST_DATE_LINE]
    labelled = [line for line in lines if _PUBLISHED_LABEL.match(line)]
    alone = [line for line in lines if _is_only_date(line)]
    stem = re.sub(r"[_]+", " ", PurePosixPath(file).stem)
    for texts in (labelled, alone, [title], [stem]):
        date = _first(texts)
        if date:
            return date
    return UNKNOWN_DATE


def _first(texts: list[str]) -> PartialDate:
    mentions: list[DateMention] = [each for text in texts for each in find_dates(text)]
    exact = [each for each in mentions if each.date.month]
    for each in [*exact, *mentions]:
        return each.date
    return UNKNOWN_DATE


def _is_only_date(line: str) -> bool:
    mentions = find_dates(line)
    if len(mentions) != 1:
        return False
    rest = line[: mentions[0].start] + line[mentions[0].end :]
    return len(re.sub(r"[\W_]", "", rest)) <= len("monday")


def _labelled(label: re.Pattern[str], title: str, opening: list[Block]) -> PartialDate:
    for text in (title, *(block.text for block in opening)):
        match = label.search(text)
        if match and len(text) <= _LONGEST_LABELLED:
            near = text[match.end() : match.end() + 45]
            dates = find_dates(near)
            if dates:
                return dates[-1].date
    return UNKNOWN_DATE


def _table_month(title: str, content: Content) -> PartialDate:
    """'Indicators, August 2024' or a line 'Aug-24' above a table of figures."""
    has_rows = any(block.kind is BlockKind.ROW for block in content.blocks)
    dates = [each.date for each in find_dates(title) if each.date.month] if has_rows else []
    return dates[-1] if dates else UNKNOWN_DATE
