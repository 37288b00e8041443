"""The dates that a paper gives itself: published, as at, applies from; or how old it is at most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from core.dates import PartialDate
from core.documents import Kind
from core.register import FoundIn
from ingest.blocks import Block, BlockKind, Content
from ingest.finds import NO_DATE, Find
from language.dates import DateMention, find_dates
from language.sentences import sentence_spans

LONGEST_DATE_LINE = 60
"""Characters of a line that is a date of the paper rather than a sentence with a date in it."""
_LONGEST_LABELLED = 90
"""Characters of a line that labels a date of the paper ('Figures as at August 2024')."""
_LONGEST_MEETING = 200
"""Characters of a line that says of what meeting the minutes are, with its place and hour."""
_AFTER_LABEL = len("Wednesday, the ")
"""Characters between a label and its date: 'Date of next meeting: ...' is no date of the paper."""

_PUBLISHED_LABEL = re.compile(
    r"^(?:date of (?:this )?(?:meeting|report|publication|issue)|meeting date|dated?"
    r"|report published|published(?: on)?|last (?:updated|revised)|updated?|issued|version)"
    r"\b\s*[:\-–|]?\s*",
    re.IGNORECASE,
)
_DATE_CELL = re.compile(
    r"^(?:date|meeting date|date of (?:meeting|report|publication)|published)\s*:?$", re.IGNORECASE
)
_REPORT_TO = re.compile(r"^(?:report to|meeting of|to)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|held)\b", re.IGNORECASE)
_MEETING_DAY = re.compile(r"\b(?:on|held|meeting|date)\b[^\d.]*$", re.IGNORECASE)
_AS_AT_LABEL = re.compile(
    r"\b(?:as at|as of|data to|position at|figures? for|inspection dates?:?)", re.IGNORECASE
)
_APPLIES_LABEL = re.compile(r"\b(?:applies|in force|effective|in use) from\b", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"\d\s*(?:[-–/]|to|until)\s*$", re.IGNORECASE)
_RANGE_AFTER = re.compile(r"^\s*(?:[-–/]|to\b|until\b)\s*(?:\w+ )?\d", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:was|were|had|did|has been|have been|since|as (?:at|of)|held|took|gave|met|made"
    r"|\w{3,}ed)\b",
    re.IGNORECASE,
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|by|until|till|before|due|from|plan(?:ned|s)?|target|expect(?:ed|s)?|next"
    r"|to be|proposed|scheduled|ambition|aims?|deadline|review date|to|in time for)\b",
    re.IGNORECASE,
)


def as_at(title: Find[str], opening: list[Block], content: Content) -> Find[PartialDate]:
    """The date of the paper's figures, or of the inspection that a report is of."""
    found = _labelled(_AS_AT_LABEL, title, opening)
    return found if found.value else _table_month(title, content)


def applies_from(title: Find[str], opening: list[Block]) -> Find[PartialDate]:
    """The date from which the rule that the paper states applies."""
    return _labelled(_APPLIES_LABEL, title, opening)


def published(file: str, title: Find[str], kind: Kind, opening: list[Block]) -> Find[PartialDate]:
    """A date the paper gives itself: labelled, on a line of its own, in its title or its name."""
    by_name = _first([PurePosixPath(file).stem.replace("_", " ")], FoundIn.FILE_NAME)
    if kind is Kind.INSPECTION_REPORT:
        labelled = _first(b.text for b in opening if _PUBLISHED_LABEL.match(b.text))
        return labelled if labelled.value else by_name
    lines = [block.text for block in opening if len(block.text) <= LONGEST_DATE_LINE]
    for found in (
        _first([*filter(_has_label, lines), *_date_cells(opening)]),
        _first(filter(_is_only_date, lines)),
        _first(_after_meeting(kind, opening)),
        _first(line for line in lines if _REPORT_TO.match(line)),
        _first([title.value], title.where),
    ):
        if found.value:
            return found
    return by_name


def no_earlier_than(content: Content, today: date) -> Find[PartialDate]:
    """The newest date that an undated paper's words look back on: it was written then or later.

    What is planned, due or named as a span says nothing of when it was written.
    """
    newest = NO_DATE
    for block in content.blocks:
        for start, end in sentence_spans(block.text):
            sentence = block.text[start:end]
            if not _LOOKS_BACK.search(sentence):
                continue
            for mention in _alone(sentence):
                clause = re.split(r"[,;:(]", sentence[: mention.start])[-1]
                ahead = _LOOKS_AHEAD.search(clause)
                known = mention.date.earliest() <= today
                if known and not ahead and mention.date > newest.value:
                    newest = Find(mention.date, FoundIn.INFERRED, sentence)
    return newest


def _alone(text: str) -> list[DateMention]:
    """The dates of a text but for the ends of a span ('2024 to 2027')."""
    return [
        each
        for each in find_dates(text)
        if not _RANGE_BEFORE.search(text[: each.start]) and not _RANGE_AFTER.match(text[each.end :])
    ]


def _first(texts: Iterable[str], where: FoundIn = FoundIn.WORDS) -> Find[PartialDate]:
    """The first date to the month or day, else the first at all, with the line that gives it."""
    found = [(each.date, text) for text in texts for each in _alone(text)]
    exact = [each for each in found if each[0].month]
    for value, text in [*exact, *found]:
        return Find(value, where, text)
    return NO_DATE


def _has_label(line: str) -> bool:
    match = _PUBLISHED_LABEL.match(line)
    dates = find_dates(line[match.end() :]) if match else []
    return bool(dates) and dates[0].start <= _AFTER_LABEL


def _is_only_date(line: str) -> bool:
    mentions = find_dates(line)
    if len(mentions) != 1:
        return False
    rest = line[: mentions[0].start] + line[mentions[0].end :]
    return len(re.sub(r"[\W_]", "", rest)) <= len("monday")


def _date_cells(opening: list[Block]) -> list[str]:
    """The cells under or beside 'Date' in a table."""
    found: list[str] = []
    for block in opening:
        for position, cell in enumerate(block.cells):
            name = block.header[position] if position < len(block.header) else ""
            beside = block.cells[position - 1] if position else ""
            if cell and not block.header_row and _DATE_CELL.match((name or beside).strip()):
                found.append(cell)
    return found


def _after_meeting(kind: Kind, opening: list[Block]) -> list[str]:
    """Of minutes: 'held at 6.30 pm on Monday 14 October 2024', as far as the date."""
    if kind is not Kind.MINUTES:
        return []
    found: list[str] = []
    for block in opening:
        match = _MEETING.search(block.text)
        if match and len(block.text) <= _LONGEST_MEETING:
            for mention in find_dates(block.text):
                if _MEETING_DAY.search(block.text[match.start() : mention.start]):
                    found.append(block.text[match.start() : mention.end])
                    break
    return found


def _labelled(label: re.Pattern[str], title: Find[str], opening: list[Block]) -> Find[PartialDate]:
    lines = [(title.value, title.where), *((block.text, FoundIn.WORDS) for block in opening)]
    for text, where in lines:
        match = label.search(text)
        if match and len(text) <= _LONGEST_LABELLED:
            near = text[match.end() : match.end() + 45]
            dates = find_dates(near)
            if dates:
                return Find(dates[-1].date, where, text)
    return NO_DATE


def _table_month(title: Find[str], content: Content) -> Find[PartialDate]:
    """'Indicators, August 2024' as the title of a paper with a table of figures."""
    has_rows = any(block.kind is BlockKind.ROW for block in content.blocks)
    dates = [each.date for each in find_dates(title.value) if each.date.month] if has_rows else []
    return Find(dates[-1], title.where, title.value) if dates else NO_DATE
