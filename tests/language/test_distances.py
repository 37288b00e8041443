"""Periods counted from an event: what was said is found, with its amount, unit and direction."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from core.inspection_steps import Anchor, Direction, Period, Unit
from language.distances import anchor_of, bare_length, distances

ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen")  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = {
    "hour": Unit.HOURS,
    "day": Unit.DAYS,
    "calendar day": Unit.DAYS,
    "clear day": Unit.DAYS,
    "working day": Unit.WORKING_DAYS,
    "working-day": Unit.WORKING_DAYS,
    "business day": Unit.WORKING_DAYS,
    "school day": Unit.WORKING_DAYS,
    "week": Unit.WEEKS,
    "month": Unit.MONTHS,
    "year": Unit.YEARS,
}
FORMS = {
    "within {} of": Direction.WITHIN,
    "in {} of": Direction.WITHIN,
    "no later than {} after": Direction.WITHIN,
    "not more than {} after": Direction.WITHIN,
    "up to {} after": Direction.WITHIN,
    "{} after": Direction.AFTER,
    "{} following": Direction.AFTER,
    "{} from": Direction.AFTER,
    "{} before": Direction.BEFORE,
    "{} prior to": Direction.BEFORE,
    "{} ahead of": Direction.BEFORE,
    "at least {} before": Direction.AT_LEAST_BEFORE,
    "no later than {} before": Direction.AT_LEAST_BEFORE,
    "not less than {} before": Direction.AT_LEAST_BEFORE,
}
EVENTS = {
    "the call": Anchor.CALL,
    "notification": Anchor.CALL,
    "the inspectors' arrival": Anchor.ARRIVAL,
    "the visit": Anchor.ARRIVAL,
    "the end of the inspection": Anchor.LAST_DAY,
    "receipt of the draft report": Anchor.DRAFT,
    "receipt of the report": Anchor.RECEIPT,
    "receiving the report": Anchor.RECEIPT,
    "publication of the report": Anchor.PUBLICATION,
    "the deadline": Anchor.OTHER,
}
BEFORE = some.sampled_from(["", "We publish it ", "The plan is sent ", "Then, "])
AFTER = some.sampled_from(["", ".", "; then we wait", " (see page 3)", ", which is short"])


def words_of(amount: int) -> str:
    if amount < 20:
        return ONES[amount]
    return f"{TENS[amount // 10]}-{ONES[amount % 10]}".strip("-")


def periods(text: str) -> list[Period]:
    return [each.period for each in distances(text)]


def lengths(amount: int, unit: str, style: int) -> str:
    """'3 working days', 'three working days', 'three (3) working days'."""
    word = words_of(amount)
    number = (str(amount), word, f"{word} ({amount})", word.replace("-", " "))[style]
    return f"{number} {unit}{'s' if amount != 1 else ''}"


@given(some.integers(1, 99), some.sampled_from(sorted(UNITS)), some.integers(0, 3),
       some.sampled_from(sorted(FORMS)), some.sampled_from(sorted(EVENTS)), BEFORE, AFTER,
       some.booleans())  # fmt: skip
def test_what_is_said_is_found(
    amount: int, unit: str, style: int, form: str, event: str, before: str, after: str, upper: bool
) -> None:
    said = f"{form.format(lengths(amount, unit, style))} {event}"
    said = said.capitalize() if upper and not before else said
    (found,) = periods(before + said + after)
    assert (found.amount, found.unit, found.direction) == (amount, UNITS[unit], FORMS[form])
    assert found.event.lower() == event
    assert found.anchor is EVENTS[event]
    assert not found.up_to


@given(some.integers(1, 60), some.integers(1, 39), some.sampled_from(["-", " to ", "–", " and "]),
       some.sampled_from(sorted(UNITS)), some.booleans())  # fmt: skip
def test_both_ends_of_a_length_are_found(
    low: int, more: int, to: str, unit: str, written: bool
) -> None:
    high = low + more
    assume(not written or to in (" to ", " and "))
    one, other = (words_of(low), words_of(high)) if written else (str(low), str(high))
    (found,) = periods(f"between {one}{to}{other} {unit}s after the visit")
    assert (found.amount, found.up_to, found.unit) == (low, high, UNITS[unit])


@given(some.integers(1, 99), some.sampled_from(sorted(UNITS)), some.integers(0, 3))
def test_a_cell_that_is_only_a_length(amount: int, unit: str, style: int) -> None:
    found = bare_length(lengths(amount, unit, style))
    assert found is not None
    assert (found.amount, found.unit) == (amount, UNITS[unit])


@pytest.mark.parametrize(
    ("text", "amount", "unit", "direction"),
    [
        ("within a month of publication", 1, Unit.MONTHS, Direction.WITHIN),
        ("an hour before the call", 1, Unit.HOURS, Direction.BEFORE),
        ("a fortnight after the call", 2, Unit.WEEKS, Direction.AFTER),
        ("within one hundred days of the call", 100, Unit.DAYS, Direction.WITHIN),
        ("within 8 weeks (56 days) of the call", 8, Unit.WEEKS, Direction.WITHIN),
        ("five working days’ notice of the visit", 5, Unit.WORKING_DAYS, Direction.BEFORE),
        ("at least five days' notice", 5, Unit.DAYS, Direction.AT_LEAST_BEFORE),
        ("within 15 working days", 15, Unit.WORKING_DAYS, Direction.WITHIN),
        ("a week later", 1, Unit.WEEKS, Direction.AFTER),
        ("10 working days from the date of receipt", 10, Unit.WORKING_DAYS, Direction.AFTER),
    ],
)
def test_a_form_of_its_own(text: str, amount: int, unit: Unit, direction: Direction) -> None:
    (found,) = periods(f"It happens {text}.")
    assert (found.amount, found.unit, found.direction) == (amount, unit, direction)


LASTING = some.sampled_from(
    [
        "The visit takes {}.",
        "The inspection lasts {}",
        "the {} before the inspection",
        "Over the last {} we met.",
        "Inspectors are with us for {}.",
        "A deck of {}",
    ]
)


@given(some.integers(1, 99), some.sampled_from(sorted(UNITS)), some.integers(0, 3), LASTING)
def test_a_length_of_time_is_no_distance(amount: int, unit: str, style: int, form: str) -> None:
    assert periods(form.format(lengths(amount, unit, style))) == []


@pytest.mark.parametrize(
    "text",
    ["1.5 days after the call", "half an hour before the call", "2,000 days after the call",
     "12.5 weeks before the visit", "within 0 days of the call", "Inspectors arrive on Monday.",
     "70 children", "after the visit"],
)  # fmt: skip
def test_what_is_no_whole_period_is_not_taken_for_another(text: str) -> None:
    assert periods(text) == []


@given(some.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in distances(text):
        assert found.period.amount > 0
        assert 0 <= found.start < found.end


def test_an_event_without_a_date_of_its_own_has_no_anchor() -> None:
    assert anchor_of("the team meeting") is Anchor.OTHER
    assert anchor_of("") is Anchor.OTHER
