from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from screens import page_picture as module
from screens.page_picture import PictureError, page_picture
from screens.page_worker import MARK, Order, draw, locate
from tests.screens.fake import PDF_PASSAGE, write_pdf

WORDS = st.lists(
    st.sampled_from(["annex", "week", "visit", "plan", "list"]), min_size=1, max_size=6
)


def test_finds_words_over_line_breaks_and_hyphens() -> None:
    page = "The child-\nlevel lists, known as “Annex A”, go out."
    found = locate(page, ("childlevel lists", '"Annex A"'))
    assert [page[slice(*each)] for each in found if each] == ["child-\nlevel lists", "“Annex A”"]


def test_marks_nothing_when_the_words_stand_twice() -> None:
    assert locate("84% and then 84%", ("84%",)) == [None]


def test_the_passage_around_settles_which_is_meant() -> None:
    page = "Visits 84%\nReviews 84%\n"
    (found,) = locate(page, ("84%",), around="Reviews84%")
    assert found == (19, 22)


def test_spans_that_follow_one_another_are_one_find() -> None:
    page = "North 5% 5%\nSouth 5% 7%\n"
    assert locate(page, ("South", "5%", "7%")) == [(12, 17), (18, 20), (21, 23)]
    assert locate(page, ("North", "5%", "9%")) == [(0, 5), None, None]


def test_words_on_the_next_page_are_shown_there(tmp_path: Path) -> None:
    file = write_pdf(tmp_path)
    assert draw(Order(str(file), 1, (PDF_PASSAGE.text,)))[0].moved == 1
    both = draw(Order(str(file), 1, ("The call comes on a Monday.", PDF_PASSAGE.text)))[0]
    assert (both.moved, both.found, both.after) == (0, 1, 1)
    assert draw(Order(str(file), 2, ("nowhere",)))[0].found == 0


@given(WORDS, st.sampled_from([" ", "\n", "\u00a0", "-\n"]))
def test_what_is_found_is_what_was_wanted(words: list[str], gap: str) -> None:
    page = "Before. " + gap.join(words) + " After."
    wanted = " ".join(words)
    for found in locate(page, (wanted,)):
        assert found is None or page[slice(*found)].split() == gap.join(words).split()


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_is_searched_without_fault(page: str, span: str) -> None:
    for found in locate(page, (span,), around=page):
        assert found is None or 0 <= found[0] < found[1] <= len(page)


def yellow_part(png: bytes) -> tuple[float, float, float, float]:
    """Where the yellow is on a picture: left, top, right, bottom as shares of it."""
    picture = Image.open(BytesIO(png))
    wide, high = picture.size
    is_mark = [
        (x, y)
        for x in range(0, wide, 4)
        for y in range(0, high, 4)
        if picture.getpixel((x, y)) == MARK
    ]
    across, down = zip(*is_mark, strict=True)
    return min(across) / wide, min(down) / high, max(across) / wide, max(down) / high


def test_the_words_are_yellow_on_the_picture(tmp_path: Path) -> None:
    file = write_pdf(tmp_path)
    facts, png = draw(Order(str(file), 2, (PDF_PASSAGE.text,)))
    assert (facts.found, facts.wanted) == (1, 1)
    left, top, right, bottom = yellow_part(png)
    assert right - left > 3 * (bottom - top)
    assert bottom < 0.35


def test_marks_follow_a_turned_and_cropped_page(tmp_path: Path) -> None:
    turned, writer = tmp_path / "turned.pdf", PdfWriter()
    page = PdfReader(write_pdf(tmp_path)).pages[2]
    page.rotate(90)
    page.cropbox = RectangleObject((20, 400, 500, 830))
    writer.add_page(page)
    writer.write(turned)
    left, top, right, bottom = yellow_part(draw(Order(str(turned), 0, (PDF_PASSAGE.text,)))[1])
    assert bottom - top > 3 * (right - left)
    assert left > 0.6


def test_a_process_of_its_own_makes_it(tmp_path: Path) -> None:
    file = write_pdf(tmp_path)
    page_picture.clear()
    made = page_picture(file, "v1", 2, (PDF_PASSAGE.text, "not on the page"), "")
    assert (made.found, made.wanted) == (1, 2)
    assert made.png.startswith(b"\x89PNG")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nonsense", b"\x00" * 500])
def test_a_broken_file_is_no_picture(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(content)
    page_picture.clear()
    with pytest.raises(PictureError):
        page_picture(file, "v1", 0, ("x",), "")


def test_a_slow_file_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIME_LIMIT", 0.01)
    page_picture.clear()
    with pytest.raises(PictureError) as failure:
        page_picture(write_pdf(tmp_path), "v1", 0, ("x",), "")
    assert failure.value.slow
