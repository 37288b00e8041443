"""Brief over the real product: from a template to a hand-out, the room's window, keys, axe."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from records.register import Register
from tests.browser.brief_steps import (
    LONG,
    add_question,
    all_of,
    from_template,
    in_room,
    new_pack,
    open_brief,
    present,
)
from tests.browser.steps import has_words, rest, there_are
from tests.browser.test_documents import found
from tools.browser import ROOT, serving

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

ROOM_SIZES = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
LEAST_TYPE, LEAST_CONTRAST = 32, 7.0
CHILD = "Is Kayleigh Smith, born 3/4/2015, on a child protection plan?"
FIRST, SECOND, THIRD = (
    "What is Annex A?",
    "How long does a short inspection last?",
    "What are our strengths?",
)
ANSWERS = {
    FIRST: "Annex A is the set of data lists",
    SECOND: "a short inspection lasts five days",
    THIRD: "Early intervention",
}


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, shipped_index: Path
) -> Iterator[tuple[str, Path]]:
    """The whole product over the papers that come with it: its address and its index."""
    index = tmp_path_factory.mktemp("brief") / "index"
    shutil.copytree(shipped_index, index)
    environment = {
        "INSPECTION_CORPUS": str(ROOT / "corpus"),
        "INSPECTION_INDEX": str(index),
        "INSPECTION_ORGANISATION": "Tower Hamlets",
    }
    with serving(ROOT / "app.py", environment) as address:
        yield address, index


@pytest.fixture
def pack(page: Any, served: tuple[str, Path]) -> str:
    """A pack of three questions, open."""
    new_pack(page, served[0], "Three", FIRST, SECOND, THIRD)
    return served[0]


class Counted:
    """Clicks, counted."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, part: Any) -> None:
        self.clicks += 1
        part.click()


def test_a_pack_of_eight_made_checked_presented_and_handed_out(
    page: Any, served: tuple[str, Path]
) -> None:
    page.goto(served[0])
    page.get_by_role("link", name="Brief").wait_for(timeout=LONG)
    rest(page)
    begun, by = time.monotonic(), Counted()
    by.click(page.get_by_role("link", name="Brief"))
    by.click(page.get_by_role("button", name="Week one for managers"))
    page.get_by_text("Checked: 8 of 8 can be shown.").first.wait_for(timeout=LONG)
    by.click(page.get_by_role("button", name="Present", exact=True))
    with page.context.expect_page() as opened:
        by.click(page.get_by_role("link", name="Open the room's window"))
    room = opened.value
    in_room(room, "The briefing is about to begin.")
    seen = []
    for _ in range(8):
        before = room.locator(".ir-room h1").inner_text()
        room.keyboard.press("PageDown")
        room.wait_for_function(
            "before => document.querySelector('.ir-room h1').textContent !== before", arg=before
        )
        seen.append(room.locator(".ir-room h1").inner_text())
    assert len(set(seen)) == 8
    by.click(page.get_by_role("button", name="End", exact=True))
    in_room(room, "This room is closed.")
    page.get_by_role("button", name="Hand-out").wait_for(timeout=LONG)
    rest(page)
    with page.expect_download() as waited:
        by.click(page.get_by_role("button", name="Hand-out"))
    paper = docx.Document(BytesIO(waited.value.path().read_bytes()))
    headings = [each.text for each in paper.paragraphs if each.style.name == "Heading 1"]
    assert [each.split(". ", 1)[1] for each in headings] == seen
    assert (by.clicks, time.monotonic() - begun < 300) == (6, True)


def test_the_room_holds_only_what_was_pushed(page: Any, pack: str) -> None:
    room = present(page)

    def holds(*pushed: str) -> None:
        content = all_of(room)
        for question, answer in ANSWERS.items():
            assert (question in content) == (question in pushed), question
            assert (answer in content) == (question in pushed), answer
        for other in ("Three", "Tower Hamlets council", "corpus", ".docx", ".pptx", "note for me"):
            assert other not in room.locator("body").inner_text()

    holds()
    page.get_by_role("button", name=f"2. {SECOND}").click()
    in_room(room, SECOND)
    holds(SECOND)
    room.reload()
    in_room(room, SECOND)
    holds(SECOND)
    page.reload()
    page.get_by_text("2 of 3").wait_for(timeout=LONG)
    page.get_by_role("button", name="Show next").click()
    in_room(room, THIRD)
    holds(THIRD)
    page.get_by_role("button", name="Blank the room").click()
    room.locator(".ir-room h1").wait_for(state="detached")
    holds()
    room.reload()
    room.locator(".ir-room").wait_for(state="attached", timeout=LONG)
    rest(room)
    holds()
    for part in ("stSidebar", "stToolbar", "stHeader", "stMainMenuButton"):
        assert not room.get_by_test_id(part).is_visible()


def test_two_presenters_do_not_see_each_others(
    page: Any, browser: Any, served: tuple[str, Path], pack: str
) -> None:
    room = present(page)
    with closing(browser.new_context()) as elsewhere:
        other = elsewhere.new_page()
        new_pack(other, served[0], "Theirs", FIRST, SECOND)
        others = present(other)
        page.get_by_role("button", name=f"3. {THIRD}").click()
        in_room(room, THIRD)
        other.get_by_role("button", name=f"1. {FIRST}").click()
        in_room(others, FIRST)
        rest(room)
        in_room(room, THIRD)
        assert ANSWERS[THIRD] not in all_of(others)
        has_words(other.locator("body"), "In the room")
        assert THIRD not in all_of(other)
        codes = {each.url.split("room=")[1] for each in (room, others)}
        assert len(codes) == 2
        assert all(len(each) >= 22 for each in codes)
        assert not any(code in each.url for code in codes for each in (page, other))
        others.goto(f"{served[0]}/?room=guess")
        in_room(others, "This room is closed.")


def test_a_childs_details_reach_neither_the_room_nor_the_records(
    page: Any, served: tuple[str, Path], pack: str
) -> None:
    add_question(page, CHILD)
    page.get_by_text("holds a child's details").first.wait_for(timeout=LONG)
    assert page.get_by_label("Question to add").input_value() == CHILD
    room = present(page)
    box = page.get_by_label("Question from the room")
    box.fill(CHILD)
    page.keyboard.press("Enter")
    page.get_by_text("holds a child's details").first.wait_for(timeout=LONG)
    assert box.input_value() == CHILD
    there_are(0, page.get_by_role("button", name="Show in the room"))
    box.fill("What is a focused visit?")
    page.keyboard.press("Enter")
    push = page.get_by_role("button", name="Show in the room")
    push.wait_for(timeout=LONG)
    assert "focused visit" not in all_of(room)
    push.click()
    in_room(room, "What is a focused visit?")
    assert "Kayleigh" not in all_of(room)
    with closing(sqlite3.connect(served[1] / "register.sqlite")) as kept:
        assert "Kayleigh" not in str(kept.execute("SELECT * FROM pack_items").fetchall())


def test_keys(page: Any, pack: str) -> None:
    room = present(page)

    def press(window: Any, key: str, shows: str) -> None:
        window.keyboard.press(key)
        in_room(room, shows)

    press(page, "ArrowRight", FIRST)
    press(page, "PageDown", SECOND)
    press(room, "ArrowRight", THIRD)
    press(room, "ArrowRight", THIRD)  # the last stays
    press(room, "PageUp", SECOND)
    press(page, "Home", FIRST)
    press(page, "End", THIRD)
    press(room, "ArrowLeft", SECOND)
    press(room, "Home", FIRST)
    press(room, "3", THIRD)
    for _ in range(2):  # two presses at once are two
        room.keyboard.press("ArrowLeft")
    in_room(room, FIRST)
    room.keyboard.press("b")
    room.locator(".ir-room h1").wait_for(state="detached")
    press(room, "Escape", FIRST)
    room.keyboard.press("b")
    room.locator(".ir-room h1").wait_for(state="detached")
    press(room, "b", FIRST)
    room.get_by_role("button", name="show the passage").first.click()
    room.locator("blockquote").first.wait_for()
    room.keyboard.press("Escape")
    room.locator("blockquote").wait_for(state="detached")

    for key in ("r", "c"):
        room.keyboard.press(key)
        page.keyboard.press(key)
    rest(room)
    in_room(room, FIRST)
    for window in (page, room):
        there_are(0, window.get_by_role("dialog"))

    # Never while somebody types.
    box = page.get_by_label("Question from the room")
    box.focus()
    page.keyboard.type("b 2 ")
    page.keyboard.press("Home")
    page.keyboard.press("End")
    rest(room)
    in_room(room, FIRST)
    assert box.input_value() == "b 2 "
    box.evaluate("box => box.blur()")

    # Another key ends a number: what comes first is done first.
    room.bring_to_front()
    room.keyboard.press("2")
    room.keyboard.press("b")
    room.locator(".ir-room h1").wait_for(state="detached")
    room.wait_for_timeout(1500)  # longer than a number is waited for
    assert room.locator(".ir-room h1").count() == 0
    press(room, "Escape", SECOND)
    press(room, "Home", FIRST)

    # Single characters can be switched off; the others stay.
    page.get_by_text("Keys B and numbers").click()
    rest(room)
    rest(room)
    for window in (page, room):
        window.bring_to_front()
        window.evaluate("document.activeElement.blur()")
        window.keyboard.press("b")
        window.keyboard.press("3")
    rest(room)
    rest(room)
    in_room(room, FIRST)
    press(room, "ArrowRight", SECOND)


_SMALLEST = """() => {
  const texts = document.createTreeWalker(document.querySelector('.ir-room'), NodeFilter.SHOW_TEXT);
  const curve = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const level = (c) => curve(c / 255);
  const light = (rgb) => {
    const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number).map(level);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (each) => {
    for (; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  let type = Infinity, contrast = Infinity, node;
  while ((node = texts.nextNode())) {
    if (!node.textContent.trim()) continue;
    const style = getComputedStyle(node.parentElement);
    type = Math.min(type, parseFloat(style.fontSize));
    const [a, b] = [light(style.color), light(under(node.parentElement))].sort();
    contrast = Math.min(contrast, (b + 0.05) / (a + 0.05));
  }
  return { type, contrast };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_room_is_readable_from_the_back(page: Any, pack: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    room = present(page)
    room.emulate_media(color_scheme=scheme)
    for size in ROOM_SIZES:
        room.set_viewport_size(size)
        for number, question in enumerate((FIRST, SECOND, THIRD), 1):
            room.keyboard.press(str(number))
            in_room(room, question)
            rest(room)
            room.get_by_role("button", name="show the passage").first.click()
            room.locator("blockquote").first.wait_for()
            seen = room.evaluate(_SMALLEST)
            assert seen["type"] >= LEAST_TYPE, (question, seen)
            assert seen["contrast"] >= LEAST_CONTRAST, (question, seen)
        rest(room)
        assert room.evaluate("document.documentElement.scrollWidth") <= size["width"]
        faults = found(room, f"room {size}")
        assert not faults, "\n".join(map(str, faults))
        room.keyboard.press("Escape")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe(page: Any, served: tuple[str, Path], scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    open_brief(page, served[0])
    faults = found(page, "packs")
    from_template(page, "All-staff briefing")
    page.get_by_text("Sources and note").first.click()
    rest(page)
    faults += found(page, "pack")
    page.get_by_role("button", name="Present", exact=True).click()
    page.get_by_role("button", name="Show next").wait_for(timeout=LONG)
    page.get_by_role("button", name="Show next").click()
    page.get_by_text("1 of 8").wait_for(timeout=LONG)
    rest(page)
    faults += found(page, "presenter")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not faults, "\n".join(map(str, faults))


def test_a_replaced_paper_side_by_side_and_a_withdrawn_one_nowhere(
    page: Any, changing_app: tuple[str, Path, Path]
) -> None:
    from core.settings import Settings
    from ingest.run import update

    address, corpus, index = changing_app
    question = "When does the duty team meet?"
    new_pack(page, address, "Rota", question, "When did the Lantern programme begin?")
    paper = corpus / "rota.md"
    room = present(page)
    page.get_by_role("button", name=f"1. {question}").click()
    in_room(room, question)
    assert "Mondays at 10am" in all_of(room)

    paper.write_text("# Rota\n\nThe duty team meets on Fridays at noon.\n")
    update(corpus, index, Settings(corpus=corpus, index=index))
    in_room(room, "Taken down: the documents have changed since this was checked.")
    assert "Mondays" not in all_of(room)
    # The presenter is told at once; what does not stand on the paper can still be shown.
    page.get_by_text("checked again: 1 of 2 can be shown").last.wait_for(timeout=LONG)
    page.get_by_text("Another answer is found now to 1").last.wait_for(timeout=LONG)
    page.get_by_role("button", name="2. When did the Lantern programme begin?").click()
    in_room(room, "When did the Lantern programme begin?")
    rest(page)
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_text("the answer is another now").last.wait_for(timeout=LONG)
    shown = page.locator("[class*='st-key-item-']").first.inner_text()
    assert shown.index("Mondays at 10am") < shown.index("Fridays at noon")
    page.get_by_role("button", name="Use the answer as it is now").click()
    page.get_by_text("All 2 can be shown").wait_for(timeout=LONG)

    room = present(page)
    page.get_by_role("button", name=f"1. {question}").click()
    in_room(room, question)
    register = Register.of_index(index)
    (held,) = (each for each in register.documents() if each.file == "rota.md")
    register.withdraw(held.id)
    in_room(room, "Taken down: the documents have changed since this was checked.")
    assert "Fridays" not in all_of(room)
    rest(page)
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_text("no longer in use").last.wait_for(timeout=LONG)
    page.get_by_text("Sources and note").first.click()
    rest(page)
    assert "Fridays" not in all_of(page)
    page.get_by_role("button", name="Check all").click()
    page.get_by_text("Checked: ").last.wait_for(timeout=LONG)
    with page.expect_download() as waited:
        page.get_by_role("button", name="Hand-out").click()
    paper_out = docx.Document(BytesIO(waited.value.path().read_bytes()))
    assert "Fridays" not in "\n".join(each.text for each in paper_out.paragraphs)
