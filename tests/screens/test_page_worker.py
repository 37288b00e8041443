from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

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


def test_the_words_are_yellow_on_the_picture(tmp_path: Path) -> None:
    file = write_pdf(tmp_path)
    facts, png = draw(Order(str(file), 2, (PDF_PASSAGE.text,)))
    assert (facts.found, facts.wanted) == (1, 1)
    picture = Image.open(BytesIO(png))
    yellow = [
        (x, y)
        for x in range(0, picture.width, 4)
        for y in range(0, picture.height, 4)
        if picture.getpixel((x, y)) == MARK
    ]
    assert yellow
    assert max(y for _, y in yellow) < picture.height / 3


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
