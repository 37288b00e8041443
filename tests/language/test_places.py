"""Where in an inspection the words of a question point, in whatever way it is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.phases import Phase
from language.places import (
    find_move,
    find_place,
    follow,
    refers_to_a_place,
    without_places,
    without_when_clauses,
)
from language.weeks import Move, Slot, find_slot

OFF, ON, CALL = Phase.OFF_SITE, Phase.ON_SITE, Phase.CALL


def place(
    week: int | None = None, day: int | None = None, phase: Phase | None = None, **more: object
) -> Slot:
    def one(value: object) -> frozenset[object]:
        return frozenset() if value is None else frozenset({value})

    return Slot(one(week), one(day), one(phase), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("weds of the off site week", place(day=2, phase=OFF)),
        ("tuesday of the 2nd week", place(2, 1, ordinal=True)),
        ("wk1 thurs", place(1, 3)),
        ("Week 1 – Thursday", place(1, 3)),
        ("the monday they arrive", place(day=0, phase=ON)),
        ("the tuesday theyre with us", place(day=1, phase=ON)),
        ("friday when the inspectors are here", place(day=4, phase=ON)),
        ("fieldwork, day by day", place(phase=ON)),
        ("the first day on site", place(phase=ON, nth=1)),
        ("day one", place(nth=1)),
        ("day 3 of the off-site week", place(phase=OFF, nth=3)),
        ("the last day", place(nth=-1)),
        ("end of week two", place(2, nth=-1)),
        ("start of the on-site week", place(phase=ON, nth=1)),
        ("the week before they come", place(phase=OFF)),
        ("the friday before inspectors arrive", place(day=4, phase=OFF)),
        ("preparation week", place(phase=OFF)),
        ("the day before they arrive", place(phase=ON, nth=1, move=Move(days=-1))),
        ("the day after the call", place(phase=CALL, move=Move(days=1))),
        ("two days after ofsted rings", place(phase=CALL, move=Move(days=2))),
        ("the day ofsted rings", place(phase=CALL)),
        ("the week of the call", place(phase=Phase.CALL_WEEK)),
        ("the first thing they do on site", place(phase=ON, nth=1, of_steps=True)),
        ("what happens last in week 2", place(2, nth=-1, of_steps=True)),
        ("how does week 2 start", place(2, nth=1, of_steps=True)),
        ("the second week on site", place(2, phase=ON, ordinal=True)),
        ("the last friday on site", place(-1, 4, ON, ordinal=True)),
        ("after the off-site week", place(phase=OFF, move=Move(weeks=1))),
        ("after week 1", place(1, move=Move(weeks=1))),
        ("after the on-site week", Slot()),
    ],
)
def test_a_place_is_read_from_many_wordings(text: str, expected: Slot):
    whole = text if text.startswith(("what", "how")) else f"what happens {text}"
    assert find_place(whole) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in preparation for the inspection",
        "contacts done in 1 day, 93%",
        "is it one week or two",
        "inspection lasts two weeks",
        "by the end of the day",
        "how many days notice do we get",
        "children visited in the last 6 weeks",
        "the first week of September",
        "inspectors have just left",
        "when did the home open",
    ],
)
def test_lengths_and_other_times_are_no_place(text: str):
    assert not find_place(text).named


def test_several_weeks_are_one_mention():
    assert find_slot("weeks 2 and 3 are on site").weeks == {2, 3}
    assert find_slot("weeks 1 to 3").weeks == {1, 2, 3}
    assert find_slot("Weeks counting the off-site week Two weeks").weeks == frozenset()


TUESDAY_1 = place(1, 1)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("and the day after?", TUESDAY_1, place(1, 2)),
        ("the following day?", TUESDAY_1, place(1, 2)),
        ("two days later", TUESDAY_1, place(1, 3)),
        ("and three working days after that", TUESDAY_1, place(1, 4)),
        ("and the day before?", TUESDAY_1, place(1, 0)),
        ("what else happens that same day", TUESDAY_1, TUESDAY_1),
        ("and the week after?", TUESDAY_1, place(2)),
        ("same day the week after", TUESDAY_1, place(2, 1)),
        ("what about the friday", TUESDAY_1, place(1, 4)),
        ("and the monday after?", TUESDAY_1, place(2, 0)),
        ("the week before?", place(2), place(1)),
        ("and the last day?", TUESDAY_1, place(1, nth=-1)),
        ("and when they are here?", TUESDAY_1, place(phase=ON)),
        ("and in week 2?", TUESDAY_1, place(2)),
        ("and the day after?", place(1, 6), place(2, 0)),
        ("and the week after?", place(phase=OFF), place(phase=OFF, move=Move(weeks=1))),
        ("the day after", place(phase=ON, nth=1), place(phase=ON, nth=1, move=Move(days=1))),
        ("and weds?", place(day=1, phase=OFF), place(day=2, phase=OFF)),
        ("and the day after?", Slot(), Slot()),
    ],
)
def test_a_follow_up_goes_on_from_the_place_before(text: str, before: Slot, expected: Slot):
    assert follow(text, find_place(text), before) == expected


@given(days=st.integers(1, 9), week=st.integers(1, 8), day=st.integers(0, 6))
def test_days_counted_on_and_back_come_to_the_same_place(days: int, week: int, day: int):
    start = place(week, day)
    on = follow(f"{days} days later", Slot(), start)
    assert follow(f"{days} days before", Slot(), on) == start


def test_what_is_moved_by():
    assert find_move("a week later") == Move(weeks=1)
    assert find_move("a couple of days earlier") == Move(days=-2)
    assert not find_move("what about the friday")
    assert refers_to_a_place("and that same day")
    assert not refers_to_a_place("what happens the week before they come")


def test_the_words_beside_a_place_stay():
    assert without_places("what do we send on the weds of week 1").split() == [
        "what", "do", "we", "send", "on", "the", "of",
    ]  # fmt: skip
    assert without_when_clauses("when they are here what happens") == "what happens"
    assert without_when_clauses("when are they here") == "when are they here"


@given(st.text(max_size=80))
def test_no_text_stops_the_reading(text: str):
    find_place(text)
    without_places(text)
    follow(text, find_place(text), TUESDAY_1)
