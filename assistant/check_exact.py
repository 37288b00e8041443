"""Whether a fact of a sentence stands in a passage: the same amount, date, day, time or grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.check_facts import Fact, FactKind
from assistant.check_numbers import Amount

ABOUT = 2.6
"""Points of a percentage by which a fraction in words may be off: 73.9% is 'three quarters'."""
_UNIT_WORDS = {
    "%": r"%|\bper ?cent|\bpercentage", "wd": r"\bworking days?\b", "d": r"(?<!working )\bdays?\b",
    "w": r"\bweeks?\b", "m": r"\bmonths?\b", "y": r"\byears?\b", "h": r"\bhours?\b",
    "min": r"\bminutes?\b", "£": r"£", "km": r"\bkm\b|\bkilomet", "t": r"\btonnes?\b",
}  # fmt: skip
_EDGES = (
    (re.compile(r"\b(?:start|beginning|first day) of $"), (1, 1)),
    (re.compile(r"\bearly (?:in )?$"), (1, 10)),
    (re.compile(r"\bend of $|\blast day of $"), (28, 31)),
    (re.compile(r"\blate (?:in )?$"), (20, 31)),
    (re.compile(r"\b(?:mid[- ]|middle of )$"), (10, 20)),
)
_LENGTHS = frozenset(("wd", "d", "w", "f", "m", "q", "y", "h", "min"))
_ELIDED_WORDS = """
of and or to by in on at for from with the is was were are a an
"""
_ELIDED = frozenset(_ELIDED_WORDS.split())


def stands(fact: Fact, text: str, found: Sequence[Fact], there: str) -> bool:
    """Whether a fact of `text` is among those `found` in the folded text `there`."""
    same = [each for each in found if each.kind is fact.kind]
    match fact.kind:
        case FactKind.AMOUNT:
            return _amount(fact, text, found, there)
        case FactKind.DATE:
            return any(_date(fact, each, text) for each in same) and _year_given(fact, same)
        case FactKind.TIME:
            return set(fact.key.strip("-").split("-")) <= {
                part for each in same for part in each.key.split("-")
            }
        case FactKind.WEEK:
            weeks = {part for each in same for part in each.key.split(",")}
            weeks |= {str(each.amount.value) for each in found if each.amount is not None}
            return set(fact.key.split(",")) <= weeks
        case FactKind.GRADE:
            return any(each.key == fact.key for each in same) or _says(fact.key, there)
        case _:
            return any(each.key == fact.key for each in same)


def _says(grade: str, there: str) -> bool:
    if grade == "requires improvement":
        return bool(re.search(r"\brequir\w+ improvement\b", there))
    return bool(re.search(rf"\b{grade}\b", there))


def _date(fact: Fact, other: Fact, text: str) -> bool:
    year, month, day = fact.date
    year2, month2, day2 = other.date
    if day < 0 or day2 < 0:
        return fact.date == other.date
    if year and year2 and year != year2:
        return False
    if month != month2 and month:
        return False
    if not month:
        return bool(year2)
    if day:
        return day == day2
    before = text[: fact.start]
    edge = next((span for form, span in _EDGES if form.search(before)), None)
    return edge is None or not day2 or edge[0] <= day2 <= edge[1]


def _year_given(fact: Fact, same: Iterable[Fact]) -> bool:
    """The year stands somewhere: with the month, or for the whole passage."""
    year = fact.date[0]
    return not year or fact.date[2] < 0 or any(each.date[0] == year or -each.date[2] == year
                                                for each in same)  # fmt: skip


def _amount(fact: Fact, text: str, found: Sequence[Fact], there: str) -> bool:
    mine = fact.amount
    if mine is None:
        return False
    theirs = [each.amount for each in found if each.amount is not None]
    if any(mine.same(other) for other in theirs):
        return True
    if mine.value == 1 and text[fact.start : fact.start + 1] == "a":
        # 'In a year' says no number, unless the passage gives another length of time.
        return not any(other.unit in _LENGTHS for other in theirs)
    if mine.part:
        shares = [other.value for other in theirs if other.unit == "%"]
        return any(abs(share - mine.value) <= ABOUT for share in shares)
    if mine.unit == "pt":
        return _is_difference(mine, text, theirs)
    alike = [other for other in theirs if other.value == mine.value]
    if mine.unit:
        headed = re.search(_UNIT_WORDS.get(mine.unit, r"(?!)"), there)
        return bool(headed) and any(not other.unit for other in alike)
    weeks = {part for each in found if each.kind is FactKind.WEEK for part in each.key.split(",")}
    if mine.words.isalpha() and str(mine.value) in weeks:
        return True
    if mine.next_word in _ELIDED or not mine.next_word:
        return bool(alike) and not all(other.unit in ("%", "£") for other in alike)
    if mine.value == 1:
        return bool(re.search(r"\b(?:one|a|an|single|1)\b", there))
    return mine.value == 0 and bool(re.search(r"\b(?:no|none|nil)\b", there))


def _is_difference(mine: Amount, text: str, theirs: Sequence[Amount]) -> bool:
    """'Seven percentage points fewer' where both shares are in the sentence and the passage."""
    shares = {other.value for other in theirs if other.unit == "%"}
    given = {
        share
        for share in shares
        if re.search(rf"(?<![\d.]){float(share):g}(?:\.0)?(?:%| |\b)", text)
    }
    return any(abs(one - other) == mine.value for one in given for other in given)
