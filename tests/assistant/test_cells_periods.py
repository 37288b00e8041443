"""The cell asked for, with its row, column and period; and the periods that a question names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import SentenceKind
from core.dates import PartialDate
from language.periods import Period, find_periods, find_years, without_years
from tests.assistant.table_rows import CARE, CHILDREN, CONTACTS, CP, QUARTERS, REVIEWS, YEARS, said


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how many children looked after", "280 (Current and Aug 24, Snapshot)"),
        ("children looked after in june", "272 (Jun 24)"),
        ("children looked after - august only", "280 (Aug 24)"),
        ("children looked after june 24", "272 (Jun 24)"),
        ("children looked after in may", "271 (May 24)"),
        ("children looked after 2023/24", "276 (2023/24)"),
        ("children looked after in 23-24", "276 (2023/24)"),
        ("children looked after 2023–24", "276 (2023/24)"),
        ("children looked after last year", "276 (2023/24)"),
        ("what was it for children looked after the year before", "276 (2023/24)"),
        ("children looked after, the month before", "283 (Jul 24)"),
        ("children looked after in may and august", "271 (May 24); 280 (Aug 24)"),
    ],
)
def test_the_cell_of_the_period_asked_for(question: str, answer: str):
    assert said(CHILDREN, question) == [f"Number of LAC: {answer}"]


def test_a_figure_of_the_year_to_date_stands_beside_the_newest_month():
    name = "% of contacts completed within 1 day"
    assert said(CONTACTS, "contacts within 1 day") == [
        f"{name}: 97.0% (Current, YTD); 93.3% (Aug 24)"
    ]
    assert said(CONTACTS, "contacts within 1 day, august only") == [f"{name}: 93.3% (Aug 24)"]
    assert said(CONTACTS, "contacts within 1 day ytd and august") == [
        f"{name}: 97.0% (Current, YTD); 93.3% (Aug 24)"
    ]


def test_a_month_counts_as_the_current_figure_does_only_where_the_two_agree():
    assert said(REVIEWS, "reviews in june")[0].endswith("98.2% (Jun 24, Rolling Year)")
    assert said(CONTACTS, "contacts in june")[0].endswith("96.9% (Jun 24)")


@pytest.mark.parametrize("asked", ["in january", "june 2023", "in 2022/23", "in Q1", "in 2019"])
def test_a_period_that_the_row_has_not_is_said_to_be_missing(asked: str):
    lines = said(CHILDREN, f"children looked after {asked}")
    assert lines[0].startswith("This row has no figure for")
    assert len(lines) == 2


def test_a_target_that_the_row_has_not_is_said_to_be_missing():
    assert said(CHILDREN, "target for children looked after")[0] == (
        "This row has no figure for a target."
    )


def test_the_date_of_the_paper_is_no_missing_column():
    assert said(CHILDREN, "children looked after in the october 2024 report") == [
        "Number of LAC: 280 (Current and Aug 24, Snapshot)"
    ]


def test_a_year_that_a_measure_counts_is_no_column():
    assert said(CARE, "care leavers in touch within the last year")[0].endswith(
        "97.4% (Current and Aug 24, Snapshot)"
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("placement stability", "70% (Q4 24/25)"),
        ("placement stability q2", "68.5% (Q2 24/25)"),
        ("placement stability in quarter 1", "66% (Q1 24/25)"),
        ("placement stability q4 24/25", "70% (Q4 24/25)"),
        ("what is the target for placement stability", "72% (Target)"),
    ],
)
def test_quarters_and_targets(question: str, answer: str):
    assert said(QUARTERS, question) == [f"Placement stability: {answer}"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("rate of cla", "47 (2023/24)"),
        ("rate of cla 22/23", "49 (2022/23)"),
        ("rate of cla year before last", "49 (2022/23)"),
        ("rate of cla in england", "70 (England 2023/24)"),
    ],
)
def test_years_and_other_peoples_figures(question: str, answer: str):
    assert said(YEARS, question) == [f"Rate of CLA per 10,000: {answer}"]


def test_a_follow_up_names_a_new_period():
    assert said(CP, "how many on cp plans in aug 24", "and in june?")[0].endswith("291 (Jun 24)")
    assert said(CP, "how many on cp plans", "and 2023/24?")[0].endswith("307 (2023/24)")
    assert said(CONTACTS, "contacts within 1 day, year to date", "what was it the year before")[
        0
    ].endswith(": 96.0% (2023/24)")


ASKING = (
    "contacts within 1 day trend since in may aug 24 2023/24 last year ytd highest worst q1 target"
    " vs all months every"
)


@given(st.lists(st.sampled_from(ASKING.split()), min_size=1, max_size=8))
def test_a_wide_row_is_never_read_out(words: list[str]):
    for line, kind in said(CONTACTS, " ".join(words), kinds=True):
        asked = sum(word in ("may", "aug", "2023/24") for word in set(words))
        if kind is SentenceKind.CELL:
            assert line.count("%") - 1 <= max(3, asked)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("in 2023/24", ["2023/24"]),
        ("23-24 figures", ["2023/24"]),
        ("2010-11", ["2010/11"]),
        ("1999/00 and 2000/01", ["1999/00", "2000/01"]),
        ("2024-10", ["October 2024"]),
        ("the 2019-2021 strategy", ["2019 to 2021"]),
        ("LAC may to aug 24", ["May 2024", "August 2024"]),
        ("between march and august 2024", ["March 2024", "August 2024"]),
        ("may vs aug", ["May", "August"]),
        ("what we may be asked in june", ["June"]),
        ("homeless 16/17 year olds", []),
        ("16-17s", []),
        ("aged 20-21", []),
        ("24/7 and 9-5", []),
        ("the 23-24 October visit", ["October"]),
    ],
)
def test_periods_of_a_text(text: str, periods: list[str]):
    assert [str(each) for each in find_periods(text)] == periods


def test_a_year_written_as_two_is_no_number():
    assert without_years("oversight in 2023/24, again").split() == ["oversight", "in", ",", "again"]
    assert without_years("16/17 year olds") == "16/17 year olds"


def test_a_year_of_two_holds_april_to_march():
    year = Period(2023, 0, 2024)
    assert year.holds(PartialDate(2023, 4))
    assert year.holds(PartialDate(2024, 3, 31))
    assert not year.holds(PartialDate(2024, 4))
    assert not year.holds(PartialDate(2023, 3))
    assert year.holds(PartialDate(2024))


@given(st.text(max_size=60))
def test_any_text_has_its_periods_read(text: str):
    find_periods(text)
    for mention in find_years(text):
        assert any(char.isdigit() for char in text[mention.start : mention.end])


@given(st.integers(1950, 2090), st.sampled_from(["/", "-", "–", " / "]))
def test_every_year_of_two_is_one_period(year: int, dash: str):
    written = f"in {year}{dash}{(year + 1) % 100:02d} it was"
    assert find_periods(written) == (Period(year, 0, year + 1),)
