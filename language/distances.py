"""How far something lies from an event: 'within 70 working days of receipt of the report'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.inspection_steps import Anchor, Direction, Period, Unit
from language.words import fold

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    {word: number for number, word in enumerate(_ONES, start=1)}
    | {word: number * 10 for number, word in enumerate(_TENS, start=2)}
    | {
        f"{ten}{space}{one}": number * 10 + more
        for number, ten in enumerate(_TENS, start=2)
        for more, one in enumerate(_ONES[:9], start=1)
        for space in "- "
    }
    | {"a": 1, "an": 1, "a hundred": 100, "one hundred": 100}
)
_AMOUNT = (
    rf"(?<!\d[.,])(?<!\bhalf )"
    rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?![.,]\d)"
)
_UNITS: tuple[tuple[Unit, str], ...] = (
    (Unit.WORKING_DAYS, r"(?:working|business|school|w/?)[ -]?days?"),
    (Unit.DAYS, r"(?:calendar |clear |consecutive )?days?"),
    (Unit.WEEKS, r"(?:calendar |full )?(?:weeks?|wks?)|fortnights?"),
    (Unit.MONTHS, r"(?:calendar )?months?"),
    (Unit.YEARS, r"years?"),
    (Unit.HOURS, r"hours?|hrs?"),
)
_UNIT = "|".join(pattern for _, pattern in _UNITS)
_LENGTH = (
    rf"(?P<amount>{_AMOUNT})(?:\s?\(\d{{1,3}}\))?"
    rf"(?:\s?(?:-|to|and|or)\s?(?P<up_to>{_AMOUNT}))?[\s-](?P<unit>{_UNIT})\b(?:'|'s)?"
    # '8 weeks (56 days)' says the same twice.
    rf"(?:\s?\((?:\d{{1,3}}) (?:{_UNIT})\))?"
)
_LED = (
    r"(?P<least>at least|no(?:t)? (?:less|fewer|later) than|a minimum of|minimum)"
    r"|(?P<within>within|in|inside|no(?:t)? more than|up to|at most|a maximum of)|between|about"
    r"|usually|normally|typically"
)
_AFTER = r"after|following|from(?: the date of)?|of|once"
_BEFORE = r"before|prior to|ahead of|in advance of|preceding"
_DISTANCE = re.compile(
    rf"\b(?:(?P<lead>{_LED})\s+(?:the\s+)?)?(?:(?:next|first|following)\s+)?{_LENGTH}"
    rf"(?P<more>\s+or more\b)?(?:\s+(?:at the latest|at most|notice))?"
    rf"(?:\s+(?P<side>(?P<before>{_BEFORE})|(?P<after>{_AFTER})|notice of)\b|\s+(?P<later>later"
    r"|afterwards|on)\b|\s+(?P<earlier>earlier|beforehand|in advance)\b)?"
)
_EITHER_SIDE = re.compile(r"\s+(?:either|each) side\b")
_HAVING = re.compile(r"\b(?:has|have|had|given|gets?|allows?(?: \w+){0,2})\s(?:up to\s)?$")
_BARE = re.compile(rf"(?:(?:{_LED})\s+)?{_LENGTH}")
_EVENT_ENDS = re.compile(
    r"[.;:()\[\]–—!?|]|,(?!\s*(?:whichever))|\s-\s|\bso that\b|\bwhich\b|\bwho\b|\bbut\b|\bunless\b"
    r"|\bwhere\b|\band\s+(?=\w+(?:\s+\w+)?\s+(?:will|must|should|is|are|may|can|has|have)\b)"
    r"|\b(?:the|we|our|they|inspectors?|leaders?|ofsted|councils?|managers?)\s+(?:\w+\s+){0,3}"
    r"(?:will|must|should|shall|may|can|needs?)\b"
    r"|\b(?:by|to)\s+(?=(?:send|publish|submit|give|set)\w*\b)"
)
MOST_EVENT = 90
"""Characters of an event's words; longer is the rest of the sentence."""
_ANCHORS: tuple[tuple[Anchor, str], ...] = (
    (Anchor.OTHER, r"\bdeadline|\bplan\b|\boutcome\b|\bactions?\b|\blast inspection\b"),
    (Anchor.DRAFT, r"\bdraft\b"),
    (Anchor.PUBLICATION, r"\bpublica\w+|\bpublish\w*"),
    (Anchor.RECEIPT, r"\b(?:receipt|receiv\w+|getting)\b(?:.*\b(?:report|it|findings|letter)\b|$)"),
    (Anchor.CALL, r"\b(?:call|calls|notification|notified|notice|phones?|rings?)\b"),
    (Anchor.LAST_DAY, r"\b(?:end|ends?|close|last day|finish\w*|complet\w+|conclu\w+) (?:of )?"
                      r"(?:the )?(?:inspection|fieldwork|visit|on[- ]?site|jtai)|\bfeedback\b"),
    (Anchor.ARRIVAL, r"\b(?:arriv\w+|on[- ]?site|fieldwork|visit|inspection)\b"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Distance:
    """A period with its offsets in the folded text."""

    period: Period
    start: int
    end: int


def distances(text: str) -> list[Distance]:
    """The distances from an event that a text tells, in order.

    A bare length ('the visit takes two days') is none.
    """
    folded = fold(text)
    found = []
    for match in _DISTANCE.finditer(folded):
        direction = _direction(match, folded)
        if direction is None:
            continue
        event, end = ("", match.end())
        if match["side"]:
            event, end = _event(text, folded, match.end())
        if match["side"] and not event and not match["within"]:
            continue
        amount, up_to = _lengths(match)
        if not amount:
            continue
        unit = _unit(match["unit"])
        period = Period(amount, unit, direction, event, anchor_of(event), up_to)
        found.append(Distance(period, match.start(), end))
    return found


def bare_length(text: str) -> Period | None:
    """'30 working days' and nothing else, as a cell under 'Deadline' has it."""
    match = _BARE.fullmatch(fold(text).strip(" ."))
    if match is None:
        return None
    return Period(_lengths(match)[0], _unit(match["unit"]), Direction.WITHIN)


def anchor_of(event: str) -> Anchor:
    """Which of the events with a date of their own some words name."""
    folded = fold(event)
    return next((each for each, form in _ANCHORS if re.search(form, folded)), Anchor.OTHER)


def _direction(match: re.Match[str], folded: str) -> Direction | None:
    lead = match["lead"] or ""
    if not lead and re.search(r"\b(?:the|these|those|over|of|for)\s(?:last |past )?$",
                              folded[: match.start()]):  # fmt: skip
        # 'The six months before the inspection' is how long, and not when.
        return None
    if _EITHER_SIDE.match(folded, match.end()):
        return None
    if match["before"] or match["earlier"] or match["side"] == "notice of":
        # 'No later than three days before' leaves at least three.
        least = match["least"] or match["more"]
        return Direction.AT_LEAST_BEFORE if least else Direction.BEFORE
    if re.search(r"\bnotice\b", match.group()):
        return Direction.AT_LEAST_BEFORE if match["least"] else Direction.BEFORE
    if match["side"] == "of" and not match["within"] and "later" not in lead:
        return None
    if match["after"] and _HAVING.search(folded[: match.start()]):
        # 'The council has 70 days from receipt to publish.'
        return Direction.WITHIN
    if match["after"] or match["later"]:
        if match["later"] == "on" and not lead:
            return None
        late = match["within"] or "later than" in lead
        return Direction.WITHIN if late else Direction.AFTER
    if lead == "within" or (not lead and _HAVING.search(folded[: match.start()])
                            and folded[match.end() :].startswith(" to ")):  # fmt: skip
        return Direction.WITHIN
    return None


def _event(text: str, folded: str, start: int) -> tuple[str, int]:
    given = text if len(text) == len(folded) else folded
    stop = _EVENT_ENDS.search(folded, start)
    end = min(stop.start() if stop else len(folded), start + MOST_EVENT)
    words = given[start:end].strip(" ,'\"")
    return words, start + len(given[start:end].rstrip())


def _lengths(match: re.Match[str]) -> tuple[int, int]:
    """The amount and its other end in their unit; a fortnight is two weeks."""
    each = 2 if match["unit"].startswith("fortnight") else 1
    return _number(match["amount"]) * each, _number(match["up_to"] or "0") * each


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _unit(words: str) -> Unit:
    return next(unit for unit, form in _UNITS if re.fullmatch(form, words))
