"""How far something lies from an event: 'within 70 working days of receipt of the report'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.inspection_steps import Anchor, Direction, Period, Unit
from language.lengths import LENGTH, ORDINAL, amount_of, unit_of
from language.words import fold

_LED = (
    r"(?P<least>at least|no(?:t)? (?:less|fewer|later) than|a minimum of|minimum)"
    r"|(?P<within>within|in|inside|no(?:t)? more than|up to|at most|a maximum of)|between|about"
    r"|usually|normally|typically"
)
_AFTER = r"after|following|from(?: the date of)?|of|once"
_BEFORE = r"before|prior to|ahead of|in advance of|preceding"
_DISTANCE = re.compile(
    rf"\b(?:(?P<lead>{_LED})\s+(?:the\s+)?)?(?:(?:next|first|following)\s+)?{LENGTH}"
    rf"(?P<more>\s+or more\b)?(?:\s+(?:at the latest|at most|notice))?"
    # 'Ten working days to reply from receipt of the draft.'
    rf"(?P<allowed>\s+(?:in which )?to (?:\w+\s?){{1,6}}?(?=\s(?:{_AFTER})\b|\s?[.,;]|$))?"
    rf"(?:\s+(?P<side>(?P<before>{_BEFORE})|(?P<after>{_AFTER})|notice of)\b|\s+(?P<later>later"
    r"|afterwards|on)\b|\s+(?P<earlier>earlier|beforehand|in advance)\b)?"
)
_NTH = re.compile(
    rf"\b(?P<by>by |before |no(?:t)? later than )?(?:the )?(?P<amount>{ORDINAL})"
    rf" (?P<unit>(?:working |business |calendar )?day) (?:after|following|from)\b"
)
"""'By the tenth working day after the feedback.'"""
_COUNTDOWN = re.compile(
    rf"(?:^|(?<=[\s(|]))(?P<event>[tdv]|(?:\w+ ){{0,2}}day)\s?(?P<sign>minus|plus|-|\+)\s?{LENGTH}"
)
"""'T minus 5 working days', 'report day minus 5 working days'."""
_PLUS = re.compile(rf"^\W{{0,3}}\+\s?{LENGTH}(?=\s?[:,–-])")
"""'+ 15 working days: draft report'."""
_DAY_BEFORE = re.compile(rf"(?:^|(?<=[|;,(] )|\bthe )(?P<unit>(?:working )?day) (?:{_BEFORE})\b")
_ONE_WHOLE = re.compile(r"\bwithin the (?P<unit>hour)\b")
_LABELS = re.compile(r"(?:^|[:\]|])\s*$")
"""What stands before a length that is the whole of a line's, or a label's, words."""
_AT_MOST = re.compile(r"\s+at (?:most|the latest)$", re.IGNORECASE)
_EITHER_SIDE = re.compile(r"\s+(?:either|each) side\b")
_HOW_LONG = re.compile(
    r"\b(?:the|these|those|over|(?<!median )(?<!average )of|for)\s(?:last |past )?$"
)
_HAVING = re.compile(r"\b(?:has|have|had|given|gets?|allows?(?: \w+){0,2})\s(?:up to\s)?$")
_BARE = re.compile(rf"(?:(?:{_LED})\s+|(?P<plus>\+)\s?)?{LENGTH}")
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
                      r"(?:the )?(?:inspection|fieldwork|visit|on[- ]?site|jtai)|\bfeedback\b"
                      r"|\b(?:inspection|fieldwork|visit|jtai) (?:ends|ended|closes|closed)\b"),
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
    found = _other_forms(text, folded)
    for match in _DISTANCE.finditer(folded):
        direction = _direction(match, folded)
        if direction is None or any(each.start < match.end() <= each.end for each in found):
            continue
        event, end = ("", match.end())
        if match["side"]:
            event, end = _event(text, folded, match.end())
        alone = _LABELS.search(folded[: match.start()]) and folded[match.end() :][:1] in ":,"
        if match["side"] and not event and not match["within"] and not alone:
            continue
        amount, up_to = _lengths(match)
        if not amount:
            continue
        if latest := _AT_MOST.search(event):
            event, direction = event[: latest.start()], Direction.WITHIN
        unit = unit_of(match["unit"])
        period = Period(amount, unit, direction, event, anchor_of(event), up_to)
        found.append(Distance(period, match.start(), end))
    return sorted(found, key=lambda each: each.start)


def is_only_later(text: str) -> bool:
    """Is it nothing but how much later: 'About six weeks later.', of what it does not say?"""
    found = distances(text)
    if not found or found[0].period.event:
        return False
    folded = fold(text)
    rest = folded[: found[0].start] + folded[found[0].end :]
    return (
        re.fullmatch(r"(?:\W|\b(?:about|around|some|usually|normally|roughly)\b)*", rest)
        is not None
    )


def _other_forms(text: str, folded: str) -> list[Distance]:
    """Those that are no number of days 'before' or 'after': countdowns, 'the day before'."""
    found = []
    for match in _NTH.finditer(folded):
        event, end = _event(text, folded, match.end())
        direction = Direction.WITHIN if match["by"] else Direction.AFTER
        found.append(_distance(match, amount_of(match["amount"]), direction, event, end))
    for match in _COUNTDOWN.finditer(folded):
        direction = Direction.BEFORE if match["sign"] in ("minus", "-") else Direction.AFTER
        event = match["event"] if len(match["event"]) > 1 else ""
        found.append(_distance(match, _lengths(match)[0], direction, event, match.end()))
    for match in _PLUS.finditer(folded):
        if unit_of(match["unit"]) is not Unit.WORKING_DAYS:
            continue  # '+1 day' is a weekday, counted from the line above.
        found.append(_distance(match, _lengths(match)[0], Direction.AFTER, "", match.end()))
    for match in _DAY_BEFORE.finditer(folded):
        event, end = _event(text, folded, match.end())
        found.append(_distance(match, 1, Direction.BEFORE, event, end))
    for match in _ONE_WHOLE.finditer(folded):
        found.append(_distance(match, 1, Direction.WITHIN, "", match.end()))
    return found


def _distance(
    match: re.Match[str], amount: int, direction: Direction, event: str, end: int
) -> Distance:
    period = Period(amount, unit_of(match["unit"]), direction, event, anchor_of(event))
    return Distance(period, match.start(), end)


def bare_length(text: str) -> Period | None:
    """'30 working days' and nothing else, as a cell under 'Deadline' has it."""
    match = _BARE.fullmatch(fold(text).strip(" ."))
    if match is None:
        return None
    direction = Direction.AFTER if match["plus"] else Direction.WITHIN
    return Period(_lengths(match)[0], unit_of(match["unit"]), direction)


def anchor_of(event: str) -> Anchor:
    """Which of the events with a date of their own some words name."""
    folded = fold(event)
    return next((each for each, form in _ANCHORS if re.search(form, folded)), Anchor.OTHER)


def _direction(match: re.Match[str], folded: str) -> Direction | None:
    lead = match["lead"] or ""
    if not lead and _HOW_LONG.search(folded[: match.start()]):
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
    having = _HAVING.search(folded[: match.start()])
    if match["after"] and (having or match["allowed"] or " at most" in match.group()):
        # 'The council has 70 days from receipt to publish.'
        return Direction.WITHIN
    labelled = folded[: match.start()].endswith(": ")
    if labelled and (match["side"] or "").startswith("from"):
        # 'Data return: 5 working days from notification.'
        return Direction.WITHIN
    if match["after"] or match["later"]:
        if match["later"] == "on" and not lead:
            return None
        late = match["within"] or "later than" in lead
        return Direction.WITHIN if late else Direction.AFTER
    if lead in ("within", "inside") or (not lead and having and match["allowed"]):
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
    return amount_of(match["amount"]) * each, amount_of(match["up_to"] or "0") * each
