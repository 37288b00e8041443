"""Which papers and lines are of an inspection, over phrasings put together at random."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from core.documents import PassageKind
from core.inspection_steps import InspectionStep
from language.inspection_steps import find_steps
from tests.support import a_document, a_passage

DAYS = ("Monday", "Tuesday", "Weds", "Thurs", "Friday")
TIMES = ("at 9.15am", "by 4pm", "at noon", "10am to 11am", "by close", "")
THINGS = ("team meeting", "case file audits returned", "drop-in for staff", "boiler inspection",
          "mock inspection begins", "visit to a home (Ofsted: good)",
          "the papers go out")  # fmt: skip
OTHER_TITLES = ("Duty rota", "Court diary", "Training brochure: inspection skills", "Term dates",
                "Induction programme", "Complaints procedure", "Performance dashboard",
                "Ofsted registration of our new home", "Core groups and conferences")  # fmt: skip
ANNOUNCED = ("Ofsted inspectors will be visiting our services next week.",
             "That's the call!", "Ofsted rang this morning.",
             "I am writing to confirm our inspection of your services.")  # fmt: skip


def steps(title: str, lines: Sequence[str]) -> tuple[InspectionStep, ...]:
    document = a_document(title=title)
    return find_steps(document, [a_passage(document, place, each, kind=PassageKind.PARAGRAPH)
                                 for place, each in enumerate(lines)])  # fmt: skip


def days_and_times(found: Sequence[InspectionStep]) -> list[tuple[tuple[int, ...], str]]:
    return [(each.days, each.time) for each in found]


dated = st.builds(
    lambda thing, day, time: f"The {thing} on {day} {time}".strip() + ".",
    st.sampled_from(THINGS),
    st.sampled_from(DAYS),
    st.sampled_from(TIMES),
)


@given(st.sampled_from(OTHER_TITLES), st.lists(dated, min_size=1, max_size=6))
def test_papers_of_other_work_set_out_no_steps(title: str, lines: list[str]) -> None:
    assert steps(title, lines) == ()


@given(st.sampled_from(ANNOUNCED), st.sampled_from(DAYS), st.integers(8, 11))
def test_a_paper_that_opens_by_announcing_inspectors_is_theirs(
    opening: str, day: str, hour: int
) -> None:
    lines = ("Hello all", opening, f"Please send me your lists by {hour}am on {day}.")
    found = [each for each in steps("Hello all", lines) if each.time]
    assert days_and_times(found) == [((DAYS.index(day),), f"{hour:02d}:00")]


@given(st.sampled_from(("Elsewhere", "Other news", "AOB", "Any other business")), dated)
def test_what_comes_after_a_turn_to_other_news_is_no_step(turn: str, line: str) -> None:
    opening = "Inspectors will be here on Monday at 9am."
    before = steps("Weekly note", (opening,))
    assert len(before) == 1
    after = steps("Weekly note", (opening, f"{turn}: the awards are out on Friday.", line))
    assert days_and_times(after) == days_and_times(before)


@given(st.times(), st.sampled_from(("Dawn", "Jas K", "AD")), st.sampled_from(DAYS))
def test_when_a_message_was_written_is_not_when_it_is(sent: object, who: str, day: str) -> None:
    line = f"Send the lists by 5pm {day}"
    stamped = f"[{sent:%H:%M}] {who}: {line}"
    bare, with_stamp = (steps("Focused visit", ("It is on.", each)) for each in (line, stamped))
    assert days_and_times(bare) == days_and_times(with_stamp) == [((DAYS.index(day),), "17:00")]


@given(
    st.sampled_from(("first", "second", "third", "last")),
    st.sampled_from(("Monday", "Tuesday", "Friday")),
    st.sampled_from(("March", "June", "October")),
)
def test_a_weekday_of_a_month_is_in_no_week_of_an_inspection(
    nth: str, day: str, month: str
) -> None:
    assert steps("ILACS planning", (f"She comes again on the {nth} {day} in {month}.",)) == ()


@given(st.sampled_from(DAYS[:2]), st.sampled_from(DAYS[3:]))
def test_the_day_that_something_is_for_is_not_when_it_is_due(of: str, due: str) -> None:
    (step,) = steps("Focused visit", (f"Parking for {of} to be booked by {due} lunchtime.",))
    assert (step.days, step.deadline) == ((DAYS.index(due),), True)
