"""What tells a step from other lines: deadlines, history, figures; and who does it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.documents import Document
from language.clock import ClockTime, clock_times
from language.inspection_steps import find_steps
from language.step_doers import who_of
from language.step_refusals import is_figure, is_history, is_length
from language.step_words import is_deadline
from tests.support import a_document, a_passage

NO_TIME = ClockTime("", "", 0, 0)
PAPER: Document = a_document("briefing/ilacs.md", title="How a short ILACS inspection runs")


def deadline(text: str) -> bool:
    return is_deadline(text, next(iter(clock_times(text)), NO_TIME))


@given(some.sampled_from(["by", "before", "no later than", "until", "due by"]),
       some.sampled_from(["9.30am", "9.30", "14:00", "5 pm", "noon", "the end of the day",
                          "Tuesday", "close of play"]))  # fmt: skip
def test_by_a_time_is_a_deadline(by: str, when: str) -> None:
    assert deadline(f"We send the lists {by} {when}.")


@given(some.sampled_from(["at 9.30am", "at 9.30", "at 14:00", "from 9 to 10.30am", "on Tuesday",
                          "in the morning"]))  # fmt: skip
def test_at_a_time_is_none(when: str) -> None:
    assert not deadline(f"Inspectors meet the director {when}.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The lead inspector calls the director.", "The lead inspector"),
        ("On Tuesday the data team sends the lists.", "the data team"),
        ("The lists are sent by the head of service.", "the head"),
        ("Lists sent (owner: Head of data)", "Head of data"),
        ("A room is booked.", ""),
        ("On the Friday they give feedback.", "they"),
        ("Tuesday, by the time we go home.", ""),
    ],
)
def test_who_does_it_is_told_in_the_papers_words(text: str, who: str) -> None:
    found = who_of(text)
    assert found.startswith(who) if who else found == ""


def test_what_was_and_what_is_counted_are_no_steps() -> None:
    assert is_history("Inspectors visited the council in March 2019.", in_week=False)
    assert not is_history("Inspectors will visit the council.", in_week=False)
    assert is_figure("Reviews held within 20 working days: 93%")
    assert is_length("The inspection lasts two weeks.")


LINES = some.lists(
    some.sampled_from(
        [
            "Our social workers know their children well.",
            "Inspectors look at the experience of children.",
            "Ofsted inspects children’s services in England.",
            "The council has 12 teams and 340 social workers.",
            "Care leavers told inspectors that they feel heard.",
            "The framework has four judgements.",
            "An inspection is nothing to be afraid of.",
        ]
    ),
    min_size=1,
    max_size=8,
)


@given(LINES)
def test_no_step_is_made_of_lines_that_tell_no_time(lines: list[str]) -> None:
    passages = [a_passage(PAPER, place, text) for place, text in enumerate(lines)]
    assert find_steps(PAPER, passages) == ()


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@given(some.integers(1, 3), some.integers(0, 4), LINES,
       some.sampled_from(["", " at 9.30am", " by 9.30", " by the end of the day"]))  # fmt: skip
def test_a_step_among_other_lines_is_found_with_its_week_day_and_time(
    week: int, day: int, others: list[str], when: str
) -> None:
    said = f"On {DAYS[day]} of week {week} we send the lists to the inspectors{when}."
    lines = [*others, said]
    passages = [a_passage(PAPER, place, text) for place, text in enumerate(lines)]
    (step,) = find_steps(PAPER, passages)
    assert step.what == said
    assert (step.weeks, step.days) == ((week,), (day,))
    assert step.time == ("09:30" if "9.30" in when else "")
    assert step.deadline == (" by " in when)
    assert passages[-1].text[step.start : step.end] == said
