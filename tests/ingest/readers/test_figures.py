"""A figure on a slide is read with the words that say what it counts, where position shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block, Limits
from ingest.readers.figures import Piece, Place, is_numeral, one_width, with_words
from ingest.readers.pdf import read_pdf

CARDS = [
    ("7,261", "Contacts"),
    ("13", "Average caseload"),
    ("93.6%", "Reviews held in time"),
    ("876", "Children in need"),
]
LONG = "Social workers know the children well and visit them as often as their plans ask for."


def deck(title: str = "Our work with children") -> FPDF:
    pdf = FPDF(orientation="L", unit="pt", format=(540, 960))
    pdf.set_auto_page_break(False)
    pdf.add_page()
    put(pdf, title, 60, 60, 30)
    return pdf


def put(pdf: FPDF, text: str, x: float, y: float, size: float = 18, style: str = "") -> None:
    """One line of text, its baseline `y` points from the top."""
    pdf.set_font("Helvetica", style=style, size=size)
    pdf.text(x, y, text)


def read(pdf: FPDF, tmp_path: Path) -> list[Block]:
    path = tmp_path / "a.pdf"
    pdf.output(str(path))
    return list(read_pdf(path, Limits()).blocks)


def texts(pdf: FPDF, tmp_path: Path) -> list[str]:
    return [block.text for block in read(pdf, tmp_path)]


JOINED = [f"{figure} {words}" for figure, words in CARDS]


@pytest.mark.parametrize("size", [24, 40, 60])
def test_cards_give_each_figure_with_the_words_under_it(size: int, tmp_path: Path) -> None:
    pdf = deck()
    for number, (figure, words) in enumerate(CARDS):
        put(pdf, figure, 60 + 220 * number, 200, size)
        put(pdf, words, 60 + 220 * number, 230, 16)
    blocks = read(pdf, tmp_path)
    assert [block.text for block in blocks] == ["Our work with children", *JOINED]
    assert blocks[0].level == 1, "the title stays the title though a figure is larger"


def test_cards_in_rows_are_no_table_and_go_apart_in_the_file_with_a_seam(tmp_path: Path) -> None:
    pdf = deck()
    for row in (0, 1):
        for number, (figure, _) in enumerate(CARDS):
            put(pdf, figure, 60 + 220 * number, 180 + 100 * row, 32)
    for row in (0, 1):
        for number, (_, words) in enumerate(CARDS):
            put(pdf, words, 60 + 220 * number, 204 + 100 * row, 16)
    found = read(pdf, tmp_path)[1:]
    assert sorted(block.text for block in found) == sorted(JOINED * 2)
    for block in found:
        assert block.text[: block.seams[0]].strip() in dict(CARDS), "a quote is cut at the seam"


def test_words_on_the_right_of_figures_of_any_width(tmp_path: Path) -> None:
    pdf = deck()
    for number, (figure, words) in enumerate(CARDS):
        put(pdf, figure, 60, 160 + 70 * number, 40)
        put(pdf, words, 200, 153 + 70 * number, 16)
    assert texts(pdf, tmp_path)[1:] == JOINED


def test_a_figure_on_one_line_with_its_smaller_words(tmp_path: Path) -> None:
    pdf = deck()
    put(pdf, "62", 60, 200, 40)
    put(pdf, "open cases to", 115, 200, 16)
    put(pdf, "Youth Justice", 115, 219, 16)
    assert "62 open cases to Youth Justice" in texts(pdf, tmp_path)


def test_figures_and_words_of_one_size_in_one_box(tmp_path: Path) -> None:
    pdf = deck()
    for number, line in enumerate(part for card in CARDS for part in card):
        put(pdf, line, 60, 150 + 22 * number)
    assert texts(pdf, tmp_path)[1:] == JOINED


@pytest.mark.parametrize(
    "lines",
    [
        ["Children and", "Family", "Centres"],
        ["Children", "looked after"],
        ["Contacts on avg.", "per month: 1210"],
        ["Children subject to a", "child protection plan"],
    ],
)
@pytest.mark.parametrize("size", [16, 40])
def test_words_over_several_lines_are_joined_whole(
    lines: list[str], size: int, tmp_path: Path
) -> None:
    pdf = deck()
    put(pdf, "12", 60, 200, size)
    for number, line in enumerate(lines):
        put(pdf, line, 60, 222 + 19 * number, 16)
    put(pdf, LONG, 60, 480, 16)
    assert texts(pdf, tmp_path)[1:] == ["12 " + " ".join(lines), LONG]


def test_a_statement_under_the_words_is_not_theirs(tmp_path: Path) -> None:
    pdf = deck()
    for number, line in enumerate(
        ["12", "Children and", "Family", "Centres", "Children subject to a", "protection plan"]
    ):
        put(pdf, line, 60, 200 + 19 * number, 16)
    assert texts(pdf, tmp_path)[1:] == [
        "12 Children and Family Centres",
        "Children subject to a protection plan",
    ]


def test_headings_over_cards_are_no_rivals(tmp_path: Path) -> None:
    pdf = deck()
    for number, (heading, figure, words) in enumerate(
        [("Care leavers", "13", "Average caseload"), ("Youth justice", "62", "Open cases")]
    ):
        put(pdf, heading, 60 + 400 * number, 180, 20, "B")
        put(pdf, figure, 60 + 400 * number, 220, 40)
        put(pdf, words, 60 + 400 * number, 245, 16)
    assert {"13 Average caseload", "62 Open cases"} <= set(texts(pdf, tmp_path))


@pytest.mark.parametrize("size", [18, 40])
def test_labels_over_their_figures_are_left_apart(size: int, tmp_path: Path) -> None:
    pdf, y = deck(), 150.0
    for figure, words in CARDS:
        put(pdf, words, 60, y, 18)
        put(pdf, figure, 60, y + 0.25 * 18 + 0.95 * size, size)
        y += 1.2 * (18 + size)
    found = texts(pdf, tmp_path)
    assert not [text for text in found for figure, _ in CARDS if text.startswith(figure + " ")]


def test_words_between_two_figures_are_left_apart(tmp_path: Path) -> None:
    pdf = deck()
    put(pdf, "13", 60, 200, 40)
    put(pdf, "Average caseload", 60, 230, 16)
    put(pdf, "27", 60, 272, 40)
    assert texts(pdf, tmp_path)[1:] == ["13", "Average caseload", "27"]


def test_what_is_far_away_stays_alone(tmp_path: Path) -> None:
    pdf = deck()
    put(pdf, "13", 60, 200, 40)
    put(pdf, "Average caseload", 60, 400, 16)
    put(pdf, "Care leavers", 600, 200, 16)
    assert sorted(texts(pdf, tmp_path)[1:]) == ["13", "Average caseload", "Care leavers"]


def test_axes_steps_and_page_numbers_count_nothing(tmp_path: Path) -> None:
    pdf = deck()
    for number in range(6):  # an upright axis, and one along the foot with its name
        put(pdf, str(100 - 20 * number), 60, 140 + 40 * number, 12)
        put(pdf, str(10 * number), 100 + 60 * number, 356, 12)
    put(pdf, "Number of children", 180, 372, 12)
    for number, step in enumerate(["Call", "Plan", "Visit"], 1):
        put(pdf, str(number), 480 + 140 * number, 200, 30)
        put(pdf, step, 480 + 140 * number, 225, 16)
    put(pdf, "7", 880, 525, 12)
    put(pdf, "Scrutiny committee", 895, 525, 9)
    found = texts(pdf, tmp_path)
    assert not [text for text in found if text[0].isdigit() and any(map(str.isalpha, text))]


def test_a_table_on_a_slide_stays_a_table(tmp_path: Path) -> None:
    pdf = deck()
    rows = [("Measure", "Mar", "Apr"), *((f"Row {n}", f"{n}1", f"{n}7") for n in range(4))]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            put(pdf, cell, 60 + 200 * column, 150 + 26 * number, 16)
    blocks = read(pdf, tmp_path)[1:]
    assert [block.cells for block in blocks] == rows


def test_a_number_on_a_page_of_a_report_is_left_as_it_stands(tmp_path: Path) -> None:
    pdf = FPDF(unit="pt")
    pdf.add_page()
    put(pdf, "13", 60, 200, 40)
    put(pdf, "Average caseload", 60, 230, 12)
    for number in range(12):
        put(pdf, LONG, 60, 300 + 15 * number, 12)
    assert texts(pdf, tmp_path)[:2] == ["13", "Average caseload"]


@pytest.mark.parametrize(
    "text", ["7,261", "93.6%", "£5.2m", "13", "7261", "£5.2 million", "500+", "3/4", "-2.1%"]
)
def test_figures(text: str) -> None:
    assert is_numeral(text)


@pytest.mark.parametrize("text", ["1.", "Week 1", "12 cases", "2.10a", "", "%", "Mar 24", "(3)"])
def test_no_figures(text: str) -> None:
    assert not is_numeral(text)


def test_lines_that_one_width_explains() -> None:
    assert one_width([(12, 8), (6, 6), (7, 7)], 1)
    assert not one_width([(12, 8), (6, 6), (7, 7), (21, 8)], 1)


PIECES = st.lists(
    st.builds(
        lambda text, x, y: Piece(text, Place(x, y, x + 60, y + 20), 12, 30),
        st.sampled_from(["7,261", "13", "Contacts", "Average caseload", "open cases", "a:", ""]),
        st.integers(0, 400),
        st.integers(0, 400),
    ),
    max_size=12,
)


@given(PIECES)
def test_a_figure_takes_words_and_no_words_are_taken_twice(pieces: list[Piece]) -> None:
    found = with_words(pieces)
    assert len(set(found.values())) == len(found)
    assert all(is_numeral(pieces[figure].text) for figure in found)
    assert all(pieces[words].counts for words in found.values())
