"""Rehearse over the real product: a session by keyboard, a dropped line, nothing left, axe."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.browser.network import line_to
from tests.browser.steps import rest
from tools.browser import ROOT, serving

LAPTOP = {"width": 1093, "height": 500}
TYPED = "Zanzibarred caseloads stayed low, and 99.1% of visits were on time in August 2024."
STORED = """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,
    location.href, history.state, await indexedDB.databases(), await caches.keys()])"""

IN_BOX = "() => document.activeElement.matches('textarea.ir-box')"
FOCUSED = """() => document.activeElement.tagName === 'BUTTON'
    ? document.activeElement.innerText.trim() : ''"""


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, shipped_index: Path
) -> Iterator[tuple[str, Path]]:
    """The whole product over the papers that come with it: its address, and where it may write."""
    place = tmp_path_factory.mktemp("rehearse")
    shutil.copytree(shipped_index, place / "index")
    (place / "tmp").mkdir()
    environment = {
        "INSPECTION_CORPUS": str(ROOT / "corpus"),
        "INSPECTION_INDEX": str(place / "index"),
        "INSPECTION_ORGANISATION": "Tower Hamlets",
        "TMPDIR": str(place / "tmp"),
        "HOME": str(place),
    }
    with serving(ROOT / "app.py", environment) as address:
        yield address, place


def box_of(page: Any) -> Any:
    return page.locator("textarea.ir-box")


def start(page: Any, address: str) -> None:
    page.goto(f"{address}/rehearse")
    page.get_by_role("button", name="Start", exact=True).wait_for(timeout=60_000)
    rest(page)


def tab_to(page: Any, name: str, most: int = 40) -> None:
    """Once the page is drawn, move on by Tab until a button of this name has the focus."""
    rest(page)
    for _ in range(most):
        if name in page.evaluate(FOCUSED):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {name!r} by Tab")


def press(page: Any, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def whole(page: Any, part: Any) -> bool:
    """Does a part of the page stand in the window from top to bottom?"""
    box, size = part.bounding_box(), page.viewport_size
    return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_session_by_keyboard_alone_on_a_laptop(page: Any, served: tuple[str, Path]) -> None:
    page.set_viewport_size(LAPTOP)
    start(page, served[0])
    press(page, "Start")
    box_of(page).wait_for(timeout=60_000)
    rest(page)
    prompt = page.locator("h2.ir-asked")
    first = prompt.inner_text()
    assert whole(page, prompt)
    assert whole(page, box_of(page))
    assert whole(page, page.get_by_role("button", name="Get feedback"))
    assert "not Ofsted’s" in page.locator(".ir-label").inner_text()
    box_of(page).focus()
    page.keyboard.type(TYPED)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Next prompt").wait_for(timeout=60_000)
    rest(page)
    told = page.get_by_test_id("stMain").inner_text().lower()
    assert not {"score", "grade:", "well done", "out of 10"} & set(told.split())
    press(page, "Next prompt")
    prompt.wait_for(timeout=60_000)
    rest(page)
    assert prompt.inner_text() != first
    press(page, "Skip")
    rest(page)
    press(page, "Finish")
    page.get_by_text("Your summary", exact=True).first.wait_for(timeout=60_000)
    tab_to(page, "Download")
    with page.expect_download() as given:
        page.keyboard.press("Enter")
    text = "\n".join(
        e.text for e in docx.Document(BytesIO(Path(given.value.path()).read_bytes())).paragraphs
    )
    assert first in text or "skipped" in text.lower()
    assert "Zanzibarred" not in text


def test_the_box_has_the_focus_and_nothing_old_is_said(page: Any, served: tuple[str, Path]) -> None:
    live = "() => document.querySelector('.ir-live').textContent"
    start(page, served[0])
    press(page, "Start")
    box_of(page).wait_for(timeout=60_000)
    rest(page)
    for way in ("Answer again", "Next prompt"):
        assert page.evaluate(IN_BOX)
        assert page.evaluate(live) == ""
        page.keyboard.type(TYPED)
        page.keyboard.press("Control+Enter")
        page.get_by_role("button", name="Next prompt").wait_for(timeout=60_000)
        page.wait_for_function(f"({live})() !== ''")
        press(page, way)
        box_of(page).wait_for(timeout=60_000)
        rest(page)
    assert page.evaluate(IN_BOX)
    assert page.evaluate(live) == ""


def test_after_a_reload_nothing_typed_is_anywhere(page: Any, served: tuple[str, Path]) -> None:
    address, place = served
    start(page, address)
    page.get_by_role("button", name="Start", exact=True).click()
    box_of(page).wait_for(timeout=60_000)
    box_of(page).fill(TYPED)
    page.get_by_role("button", name="Get feedback").click()
    page.get_by_role("button", name="Next prompt").wait_for(timeout=60_000)
    page.reload()
    page.get_by_role("button", name="Start", exact=True).wait_for(timeout=60_000)
    rest(page)
    assert "Zanzibarred" not in page.content()
    assert "Zanzibarred" not in page.evaluate(STORED)
    found = [each for each in place.rglob("*") if each.is_file() and _holds(each)]
    assert found == []


def _holds(file: Path) -> bool:
    data = file.read_bytes()
    return any("zanzibarred".encode(code) in data.lower() for code in ("utf-8", "utf-16-le"))


def test_unsent_words_outlast_a_dropped_line(page: Any, served: tuple[str, Path]) -> None:
    with line_to(served[0]) as (line, address):
        start(page, address)
        page.get_by_role("button", name="Start", exact=True).click()
        box_of(page).wait_for(timeout=60_000)
        box_of(page).fill("Half an ")
        line.cut()
        page.get_by_text("No connection just now").wait_for(timeout=20_000)
        box_of(page).press_sequentially("answer")
        page.wait_for_timeout(3000)
        line.mend()
        page.get_by_text("No connection just now").wait_for(state="hidden", timeout=60_000)
        rest(page)
        assert "Half an" in box_of(page).input_value()
        assert "answer" in box_of(page).input_value()


def test_a_childs_name_is_stopped_and_can_be_replaced(page: Any, served: tuple[str, Path]) -> None:
    start(page, served[0])
    page.get_by_role("button", name="Start", exact=True).click()
    box_of(page).wait_for(timeout=60_000)
    box_of(page).fill("My one, Kayleigh, told me she wants her nan at the review.")
    page.get_by_role("button", name="Get feedback").click()
    replace = page.get_by_role("button", name="Replace with ‘Child A’")
    replace.wait_for(timeout=60_000)
    assert "Kayleigh" in box_of(page).input_value()
    replace.click()
    page.get_by_text("The check can miss things").wait_for(timeout=60_000)
    rest(page)
    assert "Kayleigh" not in box_of(page).input_value()
    assert "Child A" in box_of(page).input_value()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["choices", "box", "feedback", "summary"])
def test_axe(page: Any, served: tuple[str, Path], state: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.emulate_media(color_scheme=scheme)
    start(page, served[0])
    if state != "choices":
        page.get_by_role("button", name="Start", exact=True).click()
        box_of(page).wait_for(timeout=60_000)
    if state in ("feedback", "summary"):
        box_of(page).fill(TYPED)
        page.get_by_role("button", name="Get feedback").click()
        page.get_by_role("button", name="Next prompt").wait_for(timeout=60_000)
    if state == "summary":
        rest(page)
        page.get_by_role("button", name="Finish").click()
        page.get_by_text("Your summary", exact=True).first.wait_for(timeout=60_000)
    rest(page)
    found = axe.Axe().run(page).response["violations"]
    faults = [
        (f["id"], n["html"][:200], n["failureSummary"][:200]) for f in found for n in f["nodes"]
    ]
    assert not faults, "\n".join(map(str, faults))
