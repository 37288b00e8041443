"""Which week a phase is, and on which day a line stands, by a paper's own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.steps_asked.settled_place import settle
from assistant.steps_asked.timelines import Timeline, timelines
from core.documents import Document, Kind, Passage, PassageKind, TextForm
from language.phases import Phase
from language.places import find_place

PAPER = Document("d", "plan.md", "1", "Timetable", Kind.BRIEFING, TextForm.SECTIONS)


def lines(*under: tuple[Sequence[str], str]) -> list[Passage]:
    return [
        Passage(f"d-{place}", "d", place, PassageKind.ITEM, text, headings=tuple(headings))
        for place, (headings, text) in enumerate(under)
    ]


def only(passages: Sequence[Passage]) -> Timeline:
    (timeline,) = timelines(PAPER, passages)
    return timeline


def asked(question: str, timeline: Timeline) -> list[str]:
    place = settle(find_place(question), timeline)
    return [] if place is None else [each.passage.text for each in timeline.at(place)]


COUNTED = only(
    lines(
        (["Week 1 – off site"], "The call comes on Monday"),
        (["Week 1 – off site"], "The set-up meeting is held that day"),
        (["Week 1 – off site"], "Lists go in on Tuesday"),
        (["Week 2: inspectors on site"], "Inspectors arrive on Monday"),
        (["Week 2: inspectors on site"], "When inspectors arrive, the director presents"),
        (["Week 2: inspectors on site"], "Feedback is on Friday"),
    )
)
UNCOUNTED = only(
    lines(
        (["Off-site week", "Monday"], "The inspector phones"),
        (["Off-site week", "Wednesday"], "Files are handed over"),
        (["Week 1: inspectors on site", "Monday"], "Inspectors arrive"),
        (["Week 2: inspectors on site", "Thursday"], "Members are met"),
    )
)


def test_the_week_of_a_phase_is_what_the_paper_says():
    assert COUNTED.phases == {Phase.OFF_SITE: {1}, Phase.ON_SITE: {2}}
    assert UNCOUNTED.phases == {Phase.ON_SITE: {1, 2}}


def test_a_paper_that_names_one_phase_leaves_the_weeks_before_to_the_other():
    timeline = only(
        lines(
            (["Week 1"], "Lists go in on Tuesday"),
            (["Week 2"], "Inspectors are on site from Monday"),
        )
    )
    assert timeline.phases == {Phase.OFF_SITE: {1}, Phase.ON_SITE: {2}}


def test_a_paper_that_names_no_phase_does_not_say_which_week_it_is():
    timeline = only(lines((["Week 1"], "Lists on Tuesday"), (["Week 2"], "Feedback on Friday")))
    assert settle(find_place("what happens in the off-site week"), timeline) is None


ARRIVAL = ["Inspectors arrive on Monday", "When inspectors arrive, the director presents"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("tuesday of the off-site week", ["Lists go in on Tuesday"]),
        ("the monday they arrive", ARRIVAL),
        ("day one", ["The call comes on Monday", "The set-up meeting is held that day"]),
        ("the last day", ["Feedback is on Friday"]),
        ("the day after the call", ["Lists go in on Tuesday"]),
        ("the week after the call", [*ARRIVAL, "Feedback is on Friday"]),
        ("first week on site, friday", ["Feedback is on Friday"]),
        ("wednesday of week 1", []),
    ],
)  # fmt: skip
def test_a_place_is_settled_by_the_lines(question: str, said: list[str]):
    assert asked(f"what happens {question}", COUNTED) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("wednesday before they come", ["Files are handed over"]),
        ("tuesday of week 1", []),
        ("two days after the call", ["Files are handed over"]),
        ("the day after the call", []),
        ("the second week on site", ["Members are met"]),
        ("the first day on site", ["Inspectors arrive"]),
        ("thursday when theyre here", ["Members are met"]),
    ],
)
def test_an_off_site_week_without_a_number_is_none_of_the_numbered(question: str, said: list[str]):
    assert asked(f"what happens {question}", UNCOUNTED) == said


def test_two_kinds_of_inspection_in_one_paper_are_two_timelines():
    found = timelines(
        PAPER,
        lines(
            (["Guide", "A short inspection", "Week 2 (on site)"], "It ends on Friday"),
            (["Guide", "A standard inspection", "Weeks 2 and 3 (on site)"], "It goes on"),
        ),
    )
    assert [each.phases[Phase.ON_SITE] for each in found] == [{2}, {2, 3}]


def test_a_line_that_names_another_week_belongs_to_the_week_above_it():
    timeline = only(lines((["Week 1"], "In week 1 the timetable for week 2 is settled on Friday")))
    assert asked("what happens in week 2", timeline) == []
