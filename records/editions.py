"""Which papers are editions of one another, and which of them a newer one supersedes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from core.dates import PartialDate
from core.documents import UNKNOWN, Document, DocumentStatus, Kind
from language.dates import find_dates
from language.organisations import count
from language.words import fold

_EDITION_WORDS = re.compile(
    r"""\b(?: (?:draft | version | edition | issue | revision)(?:\s*\d+(?:\.\d+)*)?
    | final | revised | updated? | refresh(?:ed)? | (?:first | second | third)\s+edition
    | v\d+(?:\.\d+)* | q[1-4] | quarter(?:\s+(?:[1-4] | one | two | three | four))?
    | (?:19|20)\d\d\s*[/–-]\s*\d{2,4}
    | january | february | march | april | may | june | july | august | september | october
    | november | december | spring | summer | autumn | winter )\b""",
    re.VERBOSE,
)
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "our",
        "the",
        "to",
        "with",
    ]
)
_FEWEST_WORDS = 2
"""Words of a title, dates and small words apart, that make it one paper's and no other's."""

# Ofsted's reports change their title with each framework; what was inspected stays.
_INSPECTED: tuple[tuple[str, str], ...] = (
    ("area send", r"\bsend\b|special educational|\blocal area\b"),
    ("youth justice", r"youth (?:justice|offending)|probation"),
    ("joint", r"\bjoint\b|\bjtai\b"),
    ("visit", r"\bvisits?\b"),
    ("setting", r"\bhomes?\b|\bschools?\b|\bfostering\b|\badoption\b|\bagency\b|\bcolleges?\b"),
    ("children's services", r"\bchildren"),
)
_INSPECTED_AS_ONE = frozenset({"area send", "youth justice", "children's services"})
"""What a council has inspected as a whole, so that the next report takes the place of the last."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What settles a document's place among the others."""

    id: str
    series: str
    dated: PartialDate
    withdrawn: bool
    supersedes_by_hand: str | None = None
    """'' when the owner said that it supersedes nothing, None when the owner said nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A document's place: whether it is current, and which edition it follows ('' for none)."""

    status: DocumentStatus
    supersedes: str


class _Dated(NamedTuple):
    id: str
    first: date
    """The first day that its date can mean."""
    last: date


def series_of(document: Document) -> str:
    """What the editions of one paper share: council, kind, the title without dates; '' for none.

    Minutes have none: each stands beside the last and does not replace it.
    """
    if document.about == UNKNOWN or document.kind is Kind.MINUTES:
        return ""
    title = _title_key(document.title)
    if document.kind is Kind.INSPECTION_REPORT:
        what = next((name for name, words in _INSPECTED if re.search(words, title)), "")
        title = what if what in _INSPECTED_AS_ONE else title
    elif len(title.split()) < _FEWEST_WORDS:
        return ""
    return "|".join((document.kind.value, document.about, title)) if title else ""


def settle(editions: Iterable[Edition]) -> dict[str, Standing]:
    """The standing of each document, worked out of all of them together.

    What the owner set goes first; the rest goes by the dates, where one is plainly later.
    """
    editions = list(editions)
    known = {each.id: each for each in editions if not each.withdrawn}
    by_hand = {
        each.id: each.supersedes_by_hand
        for each in known.values()
        if each.supersedes_by_hand is not None and each.supersedes_by_hand in {"", *known}
    }
    earlier: dict[str, set[str]] = {}
    supersedes: dict[str, str] = {}
    for series in _by_series(known.values()):
        for each in series:
            if each.id in by_hand:
                continue
            # Plainly before: 'October 2024' is neither before nor after '2024'.
            before = [
                other
                for other in series
                if other.last < each.first
                and not (by_hand and _follows(other.id, each.id, by_hand))
            ]
            if before:
                supersedes[each.id] = max(before, key=lambda other: other.first).id
                earlier[each.id] = {other.id for other in before}
    for document, other in by_hand.items():
        if other:
            supersedes[document] = other
            earlier[document] = {other}
    superseded = set[str]().union(*earlier.values())
    standings: dict[str, Standing] = {}
    for edition in editions:
        status = DocumentStatus.SUPERSEDED if edition.id in superseded else DocumentStatus.CURRENT
        status = DocumentStatus.WITHDRAWN if edition.withdrawn else status
        standings[edition.id] = Standing(status, supersedes.get(edition.id, ""))
    return standings


def goes_round(document: str, other: str, by_hand: dict[str, str]) -> bool:
    """Whether `other` already follows `document`, by what the owner set."""
    return document == other or _follows(other, document, by_hand)


def _follows(document: str, other: str, by_hand: dict[str, str]) -> bool:
    seen = set[str]()
    while (document := by_hand.get(document, "")) and document not in seen:
        if document == other:
            return True
        seen.add(document)
    return False


def _by_series(editions: Iterable[Edition]) -> list[list[_Dated]]:
    groups: dict[str, list[_Dated]] = {}
    for each in editions:
        if each.series and each.dated:
            dated = _Dated(each.id, each.dated.earliest(), each.dated.latest())
            groups.setdefault(each.series, []).append(dated)
    return [group for group in groups.values() if len(group) > 1]


def _title_key(title: str) -> str:
    text = title
    for mention in reversed(find_dates(title)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    text = fold(text)
    for name in count(title):
        text = text.replace(fold(name), " ")
    text = re.sub(r"[^\w' ]+", " ", _EDITION_WORDS.sub(" ", text))
    return " ".join(word for word in text.split() if word not in _SMALL_WORDS)
