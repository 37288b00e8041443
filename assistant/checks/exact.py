"""Whether a fact of a sentence stands in a passage: the same amount, date, day, time or grade."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from assistant.checks.amounts import amount_stands
from assistant.checks.facts import Fact, FactKind
from assistant.checks.numbers import base

_EDGES = (
    (re.compile(r"\b(?:start|beginning|first day) of $"), (1, 1)),
    (re.compile(r"\bearly (?:in )?$"), (1, 10)),
    (re.compile(r"\bend of $|\blast day of $"), (28, 31)),
    (re.compile(r"\blate (?:in )?$"), (20, 31)),
    (re.compile(r"\b(?:mid[- ]|middle of )$"), (10, 20)),
)


def stands(fact: Fact, text: str, found: Sequence[Fact], there: str, sentence: str = "") -> bool:
    """Whether a fact of `text` is among those `found` in the folded text `there`.

    `sentence` is the whole sentence, where `text` is a clause of it.
    """
    same = [each for each in found if each.kind is fact.kind]
    match fact.kind:
        case FactKind.AMOUNT:
            return amount_stands(fact, text, found, (there, sentence or text))
        case FactKind.DATE:
            return any(_date(fact, each, text) for each in same) and _year_given(fact, same)
        case FactKind.TIME:
            held = {part for each in same for part in each.key.split("-")}
            return all(
                part in held or _of_evening(part, fact, text) in held or _with_a_dot(part, there)
                for part in fact.key.strip("-").split("-")
            )
        case FactKind.RATE:
            return any(each.key == fact.key for each in same) or _often(fact, found, there)
        case FactKind.WEEK:
            weeks = {part for each in same for part in each.key.split(",")}
            weeks |= {str(each.amount.value) for each in found if each.amount is not None}
            return set(fact.key.split(",")) <= weeks
        case FactKind.GRADE:
            return any(each.key == fact.key for each in same) or _says(fact.key, there)
        case _:
            if fact.kind is FactKind.DAY and _WEEKEND[fact.key[:3].lower()] in there:
                return True
            if not same and fact.kind is FactKind.DAY and _WEEKDAYS.search(there):
                return fact.key[:3].lower() not in ("sat", "sun")
            return any(each.key == fact.key for each in same)


_WEEKEND = defaultdict(lambda: "\0", sat="weekend", sun="weekend")
"""Where a passage says 'weekends', both days of them are said."""


_WEEKDAYS = re.compile(r"\b(?:every|each) weekday\b|\b(?:on|all) weekdays\b")


def _with_a_dot(time: str, there: str) -> bool:
    """'13:30' where the passage has '13.30', as in a column of times."""
    hour, _, minute = time.partition(":")
    return (
        bool(minute)
        and re.search(rf"(?<![\d.])0?{int(hour)}\.{minute}(?![\d%])", there) is not None
    )


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


_MORNING = re.compile(r"\d\s?a\.?m\b|\bmorning\b")


def _of_evening(time: str, fact: Fact, text: str) -> str:
    """'Half past eleven' as 23:30, unless the text says 'am' or 'morning'."""
    hour, _, minute = time.partition(":")
    if _MORNING.search(text[fact.start : fact.end + 25]) or not hour.isdigit() or int(hour) > 11:
        return time
    return f"{int(hour) + 12}:{minute}"


_RATE_LENGTHS: dict[str, tuple[str, Fraction | int]] = {
    "2 weeks": ("d", 14), "week": ("d", 7), "day": ("d", 1), "month": ("m", 1),
    "3 months": ("m", 3), "6 months": ("m", 6), "year": ("m", 12),
}  # fmt: skip

_EVERY_TWO = re.compile(r"\bevery (?:two|2|other)\b")


_OTHER_DAY = re.compile(
    r"\b(?:every (?:other|second)|alternate) (?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
)


def _often(fact: Fact, found: Sequence[Fact], there: str) -> bool:
    """'Monthly' where a row has its months, 'fortnightly' where the passage has 'every two'."""
    length = _RATE_LENGTHS.get(fact.key)
    if fact.key == "2 weeks" and "week" in there and _EVERY_TWO.search(there):
        return True
    if fact.key == "2 weeks" and _OTHER_DAY.search(there):
        return True
    if fact.key == "week" and re.search(
        r"\b(?:every|each|on) (?:mon|tues|wednes|thurs|fri|satur|sun)days?", there
    ):
        return True
    if any(each.kind is FactKind.RATE for each in found):
        return False
    if any(each.amount is not None and base(each.amount) == length for each in found):
        return True
    months = {each.date for each in found if each.kind is FactKind.DATE and each.date[1]}
    quarters = {each.key for each in found if each.kind is FactKind.QUARTER}
    if fact.key == "month":
        return len(months) > 1
    return fact.key == "3 months" and len(quarters) > 1
