"""Times of day, in the forms that papers write them; and figures that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from language.clock import clock_times

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve")  # fmt: skip
BEFORE = some.sampled_from(["", "We meet at ", "The lists go by ", "Monday, ", "(", "Call: "])
AFTER = some.sampled_from(["", ".", ", then lunch", " on Monday.", ")", "; bring the lists"])
TO = some.sampled_from([" to ", "-", " - ", "–", " – ", " until ", " till "])


def times(text: str) -> list[tuple[str, str]]:
    return [(each.time, each.until) for each in clock_times(text)]


def twelve(hour: int) -> int:
    return hour % 12 or 12


@given(some.integers(0, 23), some.integers(0, 59), some.sampled_from([".", ":"]),
       some.sampled_from(["", " "]), some.sampled_from(["am pm", "AM PM", "a.m. p.m."]),
       BEFORE, AFTER)  # fmt: skip
def test_a_time_with_am_or_pm(
    hour: int, minute: int, dot: str, space: str, halves: str, before: str, after: str
) -> None:
    said = f"{twelve(hour)}{dot}{minute:02d}{space}{halves.split()[hour >= 12]}"
    assert times(before + said + after) == [(f"{hour:02d}:{minute:02d}", "")]


@given(some.integers(0, 23), some.sampled_from(["", " "]), BEFORE, AFTER)
def test_a_full_hour_with_am_or_pm(hour: int, space: str, before: str, after: str) -> None:
    said = f"{twelve(hour)}{space}{'pm' if hour >= 12 else 'am'}"
    assert times(before + said + after) == [(f"{hour:02d}:00", "")]


@given(some.integers(0, 23), some.integers(0, 59), BEFORE, AFTER)
def test_a_time_of_the_24_hours(hour: int, minute: int, before: str, after: str) -> None:
    said = f"{hour:02d}:{minute:02d}"
    assert times(before + said + after) == [(said, "")]


@given(some.integers(8, 23), some.integers(0, 59), some.sampled_from(["at", "by", "until"]), AFTER)
def test_a_dot_is_a_time_after_at_or_by(hour: int, minute: int, word: str, after: str) -> None:
    text = f"We meet {word} {hour}.{minute:02d}{after}"
    (found,) = clock_times(text)
    assert found.time == f"{hour:02d}:{minute:02d}"
    # 'By' is left outside: whether it is a deadline goes by the words before the time.
    assert text[found.start : found.end] == f"{hour}.{minute:02d}"


@given(some.integers(0, 22), some.integers(1, 600), TO, some.booleans(), BEFORE, AFTER)
def test_from_one_time_to_another(
    hour: int, length: int, to: str, both: bool, before: str, after: str
) -> None:
    end = min(hour * 60 + length, 23 * 60 + 59)
    one, other = f"{hour:02d}:00", f"{end // 60:02d}:{end % 60:02d}"
    half = ("am", "pm")
    first = f"{twelve(hour)}" + (half[hour >= 12] if both else "")
    last = f"{twelve(end // 60)}.{end % 60:02d}{half[end >= 720]}"
    assert times(f"{before}{one}{to}{other}{after}") == [(one, other)]
    same_half = (hour >= 12) == (end >= 720)
    if both or same_half:
        assert times(f"{before}{first}{to}{last}{after}") == [(one, other)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("noon", ("12:00", "")),
        ("12 noon", ("12:00", "")),
        ("by midday", ("12:00", "")),
        ("by midnight", ("23:59", "")),
        ("11 to 1pm", ("11:00", "13:00")),
        ("11am-12pm", ("11:00", "12:00")),
        ("10pm to 2am", ("22:00", "02:00")),
        ("9 till noon", ("09:00", "12:00")),
        ("10am – 12 noon", ("10:00", "12:00")),
        ("10:00 to noon", ("10:00", "12:00")),
        ("between 9 and 10am", ("09:00", "10:00")),
        ("between 9.30am and 1pm", ("09:30", "13:00")),
        ("from 9.30 to 10.15", ("09:30", "10:15")),
        ("9:30-3:30", ("09:30", "15:30")),
        ("at 2.30", ("14:30", "")),
        ("at 02:30", ("02:30", "")),
        ("half past nine", ("09:30", "")),
        ("before half nine", ("09:30", "")),
        ("five past nine", ("09:05", "")),
        ("at ten to seven", ("18:50", "")),
        ("by twenty-five to four", ("15:35", "")),
        ("quarter to one", ("12:45", "")),
        ("quarter to ten", ("09:45", "")),
        ("at 0930 hrs", ("09:30", "")),
        ("10 o'clock", ("10:00", "")),
        ("three o’clock", ("15:00", "")),
    ],
)
def test_a_form_of_its_own(text: str, found: tuple[str, str]) -> None:
    assert times(text) == [found]


@given(some.integers(1, 12), some.sampled_from(["o'clock", "o’clock"]))
def test_oclock_is_of_the_day(hour: int, oclock: str) -> None:
    for said in (str(hour), HOURS[hour - 1]):
        ((time, _),) = times(f"at {said} {oclock}")
        assert time == f"{hour if hour >= 8 else hour + 12:02d}:00"


@given(some.integers(0, 99), some.integers(0, 99), some.sampled_from(
    ["{a} per cent", "{a}.{b}%", "{a}.{b:02d} per cent", "£{a}.{b:02d}", "page {a}-{b}",
     "section {a}.{b}", "{a} children", "{a} to {b} working days", "{a}/{b}", "{a} amendments",
     "rose to {a}.{b:02d} per cent", "week {a}, day {b}", "in 20{a:02d}", "version {a}.{b}"]
))  # fmt: skip
def test_figures_are_no_times(a: int, b: int, form: str) -> None:
    assert times(form.format(a=a, b=b)) == []


@pytest.mark.parametrize(
    "text", ["25:00", "24:00", "13pm", "0am", "9:3", "10:00:00", "half to nine"]
)
def test_what_is_no_time_of_day_is_left_out(text: str) -> None:
    assert times(text) == []


@given(some.text(max_size=60))
def test_any_text_is_read_and_its_times_are_real(text: str) -> None:
    for time, until in times(text):
        for each in filter(None, (time, until)):
            hour, minute = each.split(":")
            assert 0 <= int(hour) < 24
            assert 0 <= int(minute) < 60


@pytest.mark.parametrize(
    ("text", "time", "until"),
    [
        ("Mon: 0915 call", "09:15", ""),
        ("Weds 9-5", "09:00", "17:00"),
        ("Wed wk 2, 1-2", "13:00", "14:00"),
        ("11.15 to 12 on Weds", "11:15", "12:00"),
        ("Tues 8.30-6", "08:30", "18:00"),
        ("by 3 on Weds", "15:00", ""),
        ("at ten this morning", "10:00", ""),
        ("Fri 11: feedback", "11:00", ""),
        ("Mon wk1 - 3.15pm", "15:15", ""),
    ],
)
def test_times_as_they_are_jotted_beside_a_day(text: str, time: str, until: str) -> None:
    assert [(each.time, each.until) for each in clock_times(text, bare=True)] == [(time, until)]


@pytest.mark.parametrize(
    "text",
    ["Tues: lists 1-5", "Mon: the 4 inspectors", "Fri: £1.50", "Weds: 9 of 10 files", "by 3 teams",
     "Mon: 1500 children"],
)  # fmt: skip
def test_figures_beside_a_day_are_no_times(text: str) -> None:
    assert clock_times(text, bare=True) == []
