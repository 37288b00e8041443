"""Which way a sentence says that figures lie: 'rose from', 'above', '11 fewer', '5 days after'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.facts import Fact, FactKind
from assistant.checks.text import Piece, Source, piece
from language.words import content_terms, fold

_UP = r"more|higher|extra|additional|above|over|later|longer|after|past|beyond"
_DOWN = r"fewer|less|lower|below|under|short|earlier|sooner|before|ahead|inside|within"
_WENT = re.compile(
    r"\b(?:(?P<up>r[io]se[ns]?|rising|increas\w*|gr[eo]wn?|growing|growth|climb\w*|up|gain\w*"
    r"|jump\w*|higher|more|longer|later)"
    r"|(?P<down>fell|fall(?:s|en|ing)?|dropp?\w*|decreas\w*|reduc\w*|declin\w*|down|fewer|less"
    r"|lower|dipp?\w*|shr[aiu]nk\w*|cut|shorter|earlier|slipp?\w*))\b"
)
_BESIDE = re.compile(rf"^[\s-]*(?!or )(?:\w+ ){{0,2}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_BETWEEN = re.compile(
    r"\b(?:(?P<up>above|higher than|more than|exceed(?:s|ed|ing)|over|greater than|up (?:on|from))"
    r"|(?P<down>below|under|short of|lower than|less than|fewer than|down (?:on|from)"
    r"|miss(?:ed|ing)(?= (?:the|its|their|a|that)\b)))\b"
)


_LESS_IS_BETTER = re.compile(
    r"\b(?:late|overdue|outside|not|without|absen\w*|exclu\w*|vacan\w*|turnover|agency|repeat\w*"
    r"|re-refer\w*|wait\w*|costs?|overspen\w*|deficit|missing|caseloads?|complain\w*"
    r"|neet|offen\w*|sickness|backlog|moves?|unallocated|£)(?!\w)"
)
"""Where a text speaks of such a thing, 'better' may be lower."""


def wrong_way(text: str, facts: Sequence[Fact]) -> str:
    """The word by which a sentence belies its own figures: 'rose from 85% to 73.9%'; '' if none."""
    plain = fold(text)
    if "%" in plain and not _LESS_IS_BETTER.search(plain):
        plain = re.sub(r"\bbetter than\b", "higher than", plain)
        plain = re.sub(r"\bworse than\b", "lower than ", plain)
        plain = plain if len(plain) == len(fold(text)) else fold(text)
    numbers = [fact for fact in facts if fact.amount is not None]
    for first, last in _alike(numbers):
        one, other = first.amount, last.amount
        if one is None or other is None or one.value == other.value:
            continue
        before, between = plain[: first.start], plain[first.end : last.start]
        up = other.value > one.value
        if before.endswith("from ") and re.search(r"\bto $", between):
            moves = list(_WENT.finditer(before))
            if moves and bool(moves[-1]["up"]) != up:
                return moves[-1].group()
        if before.endswith("to ") and re.search(r"\bfrom $", between):
            moves = list(_WENT.finditer(before))
            if moves and bool(moves[-1]["up"]) == up:
                return moves[-1].group()
        comparison = _BETWEEN.search(between)
        beside = [each for each in numbers if first.end <= each.start < last.start]
        if comparison and any(each.start > first.end + comparison.start() for each in beside):
            # 'Four, less than 1%, had nought' compares none of these two.
            comparison = None
        if comparison and bool(comparison["up"]) == up:
            return comparison.group()
    return ""


def moves(text: str, facts: Sequence[Fact]) -> bool:
    """Whether the figures of a sentence show the way by themselves: 'from 85% to 73.9%'."""
    plain = fold(text)
    numbers = [fact for fact in facts if fact.amount is not None]
    return any(
        (plain[: first.start].endswith("from ") and plain[: last.start].endswith("to "))
        or (plain[: first.start].endswith("to ") and plain[: last.start].endswith("from "))
        or _BETWEEN.search(plain[first.end : last.start])
        for first, last in _alike(numbers)
    )


_TREND_UP = (
    r"r[io]se[ns]?|rising|increas\w*|gr[eo]wn?|grew|growing|growth|climb\w*|jump\w*|gone up|went up"
)
_TREND_DOWN = (
    r"fell|fall(?:s|en|ing)?|dropp?\w*|decreas\w*|dipp?\w*|shr[aiu]nk\w*|gone down|went down"
)
_TRENDS = tuple(
    (re.compile(rf"\b(?:{said})\b"), re.compile(rf"\b(?:{there})\b"))
    for said, there in (
        (_TREND_UP, rf"{_TREND_UP}|up|more|higher|rais\w*|exceed\w*|over"),
        (_TREND_DOWN, rf"{_TREND_DOWN}|down|fewer|less|lower|reduc\w*|declin\w*|cut"),
    )
)


def unheard_trend(text: str, sources: Sequence[Source]) -> str:
    """'Rose' or 'fell' where no passage speaks of a move so; '' where one does."""
    held = " ".join(fold(each.whole.text) for each in sources)
    if sum(fact.kind is FactKind.GRADE for fact in piece(text).facts) > 1:
        # 'Rose from inadequate to good'
        return ""
    if any(True for _ in _alike([f for f in piece(text).facts if f.amount is not None])):
        # Two figures of a kind show the way by themselves.
        return ""
    for said, there in _TRENDS:
        found = said.search(fold(text))
        if found and not there.search(held) and not _FALLS.search(fold(text)):
            return found.group()
    return ""


_FALLS = re.compile(r"\bfalls? (?:at|on|to|under|within|in)\b|\bdrop[- ]in\b")


def _alike(numbers: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Each number with the next of its unit."""
    found = []
    for place, first in enumerate(numbers):
        for last in numbers[place + 1 :]:
            if first.amount and last.amount and first.amount.unit == last.amount.unit:
                found.append((first, last))
                break
    return found


_ARGUMENTS = re.compile(
    r"\b(?:in (?:the )?(?:place|stead) of|replac(?:es?|ed|ing)(?! by)|instead of|rather than|before"
    r"|after|(?:more|less|fewer|higher|lower|better|worse|greater|later|earlier|longer|larger"
    r"|bigger"
    r"|smaller|faster|slower|older|younger|cheaper) than|ahead of|behind|above|below|reports? to"
    r"|chairs?|tells?|told|informs?|informed|sends?|sent|pays?|paid|appoints?|appointed|follows?"
    r"|followed|precedes?|preceded|inspects?|inspected|leads? to|led to)\b"
)


def exchanged(parts: Sequence[Piece], source: Source) -> str:
    """'A replaces B' where the passage has 'B replaces A': the word between them; '' if none."""
    for clause in parts:
        said = fold(clause.text)
        for mine in _ARGUMENTS.finditer(said):
            left, right = _terms(said[: mine.start()]), _terms(said[mine.end() :])
            for segment in source.segments:
                there = fold(segment.text)
                for theirs in _ARGUMENTS.finditer(there):
                    if theirs.group()[:5] != mine.group()[:5]:
                        continue
                    if _passive(said, mine) != _passive(there, theirs):
                        # 'A visit is followed by a report' and 'a report follows a visit'
                        continue
                    before, after = _terms(there[: theirs.start()]), _terms(there[theirs.end() :])
                    crossed = min(len(left & (after - before)), len(right & (before - after)))
                    straight = len(left & before) + len(right & after)
                    if crossed and len(left & after) + len(right & before) > straight + 1:
                        return mine.group()
    return ""


def _passive(folded: str, word: re.Match[str]) -> bool:
    return folded[word.end() :].startswith(" by ")


def _terms(text: str) -> set[str]:
    return set(content_terms(text))


def other_side(clause: Piece, source: Source) -> str:
    """'11 fewer' where the passage has '11 more': the number; '' if none."""
    for fact in clause.facts:
        mine = _beside(clause, fact)
        if not mine or fact.amount is None:
            continue
        theirs = {
            _beside(segment, other)
            for segment in source.segments
            for other in segment.facts
            if other.amount is not None and fact.amount.same(other.amount)
        } - {""}
        if theirs and mine not in theirs:
            return fact.words
    return ""


def _beside(piece: Piece, fact: Fact) -> str:
    found = _BESIDE.match(fold(piece.text)[fact.end :])
    return "" if found is None else "up" if found["up"] else "down"
