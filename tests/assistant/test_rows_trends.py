"""What is worked out of figures says 'calculated', cites them, and never says what is better."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tables.figures import against, figure_of
from core.answers import Answer, SentenceKind, Status
from screens.answer_data import answer_data, copy_text
from tests.assistant.table_rows import (
    CHILDREN,
    CONTACTS,
    CP,
    INDICATORS,
    MONTHS,
    NAMED_MONTHS,
    QUARTERS,
    REVIEWS,
    YEARS,
    ask,
    compared,
    row,
    said,
)


@pytest.mark.parametrize(
    ("question", "cells", "calculated"),
    [
        ("gone up or down since march?", "277 (Mar 24); 280 (Aug 24)", "Higher by 3 from Mar 24"),
        ("trend", "277 (Mar 24); 280 (Aug 24)", "Higher by 3 from Mar 24 to Aug 24"),
        ("may to aug", "271 (May 24); 280 (Aug 24)", "Higher by 9 from May 24 to Aug 24"),
        ("between may and july", "271 (May 24); 283 (Jul 24)", "Higher by 12 from May 24"),
        ("improved?", "277 (Mar 24); 280 (Aug 24)", "Higher by 3"),
        ("did it fall in august", "283 (Jul 24); 280 (Aug 24)", "Lower by 3 from Jul 24"),
        (
            "more or fewer than last year",
            "276 (2023/24); 280 (Current and Aug 24, Snapshot)",
            "Higher by 4",
        ),
        ("why did it jump since april", "279 (Apr 24); 280 (Aug 24)", "Higher by 1"),
        ("are there more now", "277 (Mar 24); 280 (Aug 24)", "Higher by 3"),
        ("month on month", "283 (Jul 24); 280 (Aug 24)", "Lower by 3 from Jul 24"),
        ("since april what happened", "279 (Apr 24); 280 (Aug 24)", "Higher by 1 from Apr 24"),
        (
            "higher than last year?",
            "276 (2023/24); 280 (Current and Aug 24, Snapshot)",
            "Higher by 4 from 2023/24 to Current",
        ),
        (
            "compared with 2023/24",
            "276 (2023/24); 280 (Current and Aug 24, Snapshot)",
            "Higher by 4 from 2023/24 to Current",
        ),
    ],
)
def test_a_change_is_first_and_last_and_the_difference(question: str, cells: str, calculated: str):
    lines = said(CHILDREN, f"children looked after {question}")
    assert lines[0] == f"Number of LAC: {cells}"
    assert lines[1].startswith(calculated)
    assert lines[1].endswith("(calculated)")


def test_shares_differ_by_points_and_equal_figures_are_the_same():
    assert said(CONTACTS, "contacts since march")[1] == (
        "Lower by 4.8 points from Mar 24 to Aug 24 (calculated)"
    )
    assert said(REVIEWS, "have reviews changed")[1] == (
        "The same in Mar 24 and Aug 24 (calculated)"
    )


def test_a_year_of_a_figure_to_date_is_set_against_the_year_to_date():
    lines = said(CONTACTS, "contacts within 1 day 2023/24 vs now")
    assert lines[0].endswith("96.0% (2023/24); 97.0% (Current, YTD)")


def test_years_quarters_and_months_without_a_year_have_trends():
    assert said(YEARS, "cla rate trend")[1].startswith("Lower by 5 from 2021/22 to 2023/24")
    assert said(QUARTERS, "stability q1 to q3")[1].startswith("Lower by 2 points from Q1 24/25")
    # The columns run backwards.
    assert said(NAMED_MONTHS, "referrals trend")[1].startswith("Higher by 30 from April to July")


def test_a_target_or_anothers_figure_stands_beside_ours():
    assert said(QUARTERS, "are we meeting the target for placement stability") == [
        "Placement stability: 70% (Q4 24/25); 72% (Target)",
        "Q4 24/25 is lower than Target by 2 points (calculated)",
    ]
    assert said(YEARS, "how does our cla rate compare with england")[0].endswith(
        "47 (2023/24); 70 (England 2023/24)"
    )


@pytest.mark.parametrize(
    ("question", "cell", "word"),
    [
        ("highest month", "283 (Jul 24)", "highest from Mar 24 to Aug 24"),
        ("peak", "283 (Jul 24)", "highest"),
        ("best month", "283 (Jul 24)", "highest"),
        ("which month had the most", "283 (Jul 24)", "highest"),
        ("fewest", "271 (May 24)", "lowest"),
        ("worst month", "271 (May 24)", "lowest"),
        ("lowest since june", "272 (Jun 24)", "lowest from Jun 24 to Aug 24"),
        ("highest between april and june", "279 (Apr 24)", "highest from Apr 24 to Jun 24"),
    ],
)
def test_highest_and_lowest(question: str, cell: str, word: str):
    lines = said(CHILDREN, f"children looked after {question}")
    assert lines[0] == f"Number of LAC: {cell}"
    assert lines[1].startswith(f"The {word}")
    assert lines[1].endswith("(calculated)")


@pytest.mark.parametrize("question", ["most recent figure", "at least 200?", "at most 300?"])
def test_most_and_least_that_ask_for_no_extreme(question: str):
    assert len(said(CHILDREN, f"children looked after {question}")) == 1


def test_a_follow_up_asks_for_the_other_end():
    assert said(CHILDREN, "highest month for LAC", "and the lowest?")[0].endswith("271 (May 24)")


def test_the_highest_of_columns_that_are_no_periods():
    shares = row(
        ("", "Plans", "Permanence", "Care leavers"), "Share of reports", "54%", "17%", "54%"
    )
    assert said(shares, "which theme was named most") == [
        "Share of reports: 54% (Plans); 54% (Care leavers)",
        "The highest in this row (calculated)",
    ]


LAC, PLANS = "Number of LAC", "Number of children subject to CPP"
SEEN, CIN_SEEN = "% of LAC with visits in last 6 weeks", "% of CIN visited"


@pytest.mark.parametrize(
    ("question", "one", "other", "calculated"),
    [
        (
            "more children looked after or more on cp plans in aug 24",
            *(f"{LAC}: 280 (Aug 24)", f"{PLANS}: 255 (Aug 24)", f"{LAC} is higher by 25"),
        ),
        (
            "LAC vs children on a CP plan in june",
            *(f"{LAC}: 272 (Jun 24)", f"{PLANS}: 291 (Jun 24)", f"{PLANS} is higher by 19"),
        ),
        (
            "is LAC higher than CP in may",
            *(f"{LAC}: 271 (May 24)", f"{PLANS}: 297 (May 24)", f"{PLANS} is higher by 26"),
        ),
        (
            "visits to LAC compared with visits to CIN in aug",
            *(f"{SEEN}: 85.4% (Aug 24)", f"{CIN_SEEN}: 73.9% (Aug 24)"),
            f"{SEEN} is higher by 11.5 points",
        ),
    ],
)
def test_two_rows_side_by_side(question: str, one: str, other: str, calculated: str):
    lines = [each.text for each in compared(question).sentences]
    assert lines == [one, other, f"{calculated} (calculated)"]


def test_two_rows_asked_for_without_comparing_are_only_quoted():
    assert [each.text for each in compared("LAC and CP numbers in july").sentences] == [
        f"{LAC}: 283 (Jul 24)",
        f"{PLANS}: 261 (Jul 24)",
    ]


def test_rows_of_different_units_are_shown_and_not_subtracted():
    quoter = compared("contacts within 1 day or number of LAC")
    assert [each.kind for each in quoter.sentences] == [SentenceKind.CELL] * 2


@pytest.mark.parametrize(
    "question", ["how many LAC", "LAC since march", "has LAC or CP fallen more since march", "or"]
)
def test_a_question_of_one_row_or_of_two_changes_compares_nothing(question: str):
    assert not compared(question).sentences


def test_what_is_calculated_cites_every_cell_it_stands_on():
    quoter = compared("more LAC or more CP in aug 24")
    assert quoter.sentences[-1].kind is SentenceKind.CALCULATED
    assert quoter.sentences[-1].citations == (1, 2)
    quoter = ask(CP, "cp since march")
    assert quoter.sentences[-1].citations == (1,)
    assert quoter.citations[0].spans[:2] == ("Mar 24", "Aug 24")
    assert ask(CP, "highest cp").citations[0].spans[: len(MONTHS)] == MONTHS


def test_what_is_calculated_is_marked_on_the_screen_and_when_copied():
    quoter = ask(CP, "cp since march")
    answer = Answer(Status.ANSWERED, "q", tuple(quoter.sentences), quoter.citations)
    assert [block["kind"] for block in answer_data(answer)["blocks"]] == ["cell", "calculated"]
    assert "(calculated) [1]" in copy_text(answer)


numbers = st.decimals(0, 99999, places=1).map(str)


@given(st.lists(numbers, min_size=6, max_size=6), st.sampled_from(["", "%"]))
def test_every_difference_is_right_and_none_is_called_better(months: list[str], unit: str):
    values = [f"{month}{unit}" for month in months]
    measure = row(INDICATORS, "1", "A measure", "", values[-1], "Snapshot", *values, "")
    cells, calculated = said(measure, "a measure since march")
    assert f"{values[0]} (Mar 24); {values[-1]} (Aug 24)" in cells
    difference = Decimal(months[-1]) - Decimal(months[0])
    assert ("Higher" in calculated) == (difference > 0)
    assert ("Lower" in calculated) == (difference < 0)
    if difference:
        assert f"{abs(difference):,.1f}" in calculated
    assert not re.search(r"better|worse|good|improv", calculated, re.IGNORECASE)


@pytest.mark.parametrize(
    ("first", "last", "result"),
    [
        ("96.2%", "93.6%", "lower by 2.6 points"),
        ("305", "255", "lower by 50"),
        ("7,261", "8,300", "higher by 1,039"),
        ("£1.2m", "£1.5m", "higher by £0.3m"),
        ("12 days", "13 days", "higher by 1 day"),
        ("5", "5.0", "the same"),
        ("5", "5%", ""),
        ("n/a", "5", ""),
        ("55 (12%)", "5", ""),
    ],
)
def test_one_figure_against_another(first: str, last: str, result: str):
    assert against(first, last) == result


@given(st.text(max_size=12))
def test_any_cell_is_a_figure_or_none(text: str):
    figure = figure_of(text)
    assert figure is None or any(char.isdigit() for char in text)
