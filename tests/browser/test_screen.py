"""What only a browser can show: layout, keyboard, focus, announcements, plain text."""

from __future__ import annotations

from typing import Any

import pytest

from screens.shared.plain import JOINER
from tests.browser.steps import BOX, ask, has_yellow, in_view, rest, there_are, visit
from tests.screens.fake import NASTY

WEEK_ONE = "What happens on Wednesday of week one?"
SIZES = [(1280, 800), (1093, 500), (390, 844), (320, 480)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_box_and_the_answer_s_start_stay_in_view(
    page: Any, fake_app: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    visit(page, fake_app)
    for question in (WEEK_ONE, "do they conflict?", "And the day after?"):
        ask(page, question)
        box = page.get_by_test_id(BOX).bounding_box()
        assert box["y"] + box["height"] <= height
        assert in_view(page, page.get_by_label("Chat message from you").last)
        assert in_view(page, page.get_by_label("Chat message from Inspection Ready").last)
        sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(sideways)


def test_what_is_unfolded_opens_in_place(page: Any, fake_app: str) -> None:
    page.set_viewport_size({"width": 1093, "height": 500})
    visit(page, fake_app)
    folded = ask(page, "who went to the moon?").locator("summary")
    before = folded.bounding_box()["y"]
    folded.click()
    rest(page)
    assert abs(folded.bounding_box()["y"] - before) < 3


def test_loaded_documents_stay_in_view(page: Any, fake_app: str) -> None:
    page.set_viewport_size({"width": 1093, "height": 500})
    visit(page, fake_app)
    ask(page, WEEK_ONE)
    ask(page, "And the day after?")
    assert in_view(page, page.get_by_text("Sample documents: 4 papers"))


def test_keyboard_alone(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    page.get_by_test_id(BOX).focus()
    page.keyboard.type(WEEK_ONE)
    page.keyboard.press("Enter")
    page.get_by_label("Chat message from Inspection Ready").wait_for()
    rest(page)
    assert focused(page, "data-testid") == BOX, "focus stays in the box"
    for _ in range(15):
        page.keyboard.press("Shift+Tab")
        if (focused(page, "aria-label") or "").startswith("Source 2: Preparing"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    source = page.get_by_role("dialog")
    source.wait_for()
    rest(page)
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    assert source.get_by_role("heading").first.inner_text().startswith("Source 2: Preparing")
    page.keyboard.press("Escape")
    source.wait_for(state="detached")
    rest(page)
    assert (focused(page, "aria-label") or "").startswith("Source 2: Preparing")


def test_a_child_s_name_is_replaced_by_keyboard_alone(page: Any, fake_app: str) -> None:
    page.set_viewport_size({"width": 1093, "height": 500})
    visit(page, fake_app)
    ask(page, "is child's name Jo Bloggs on a plan?")
    offer = page.get_by_role("button", name="Replace with ‘Child A’")
    for _ in range(15):
        page.keyboard.press("Shift+Tab")
        if offer.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.press("Enter")
    rest(page)
    box = page.get_by_test_id(BOX)
    assert box.input_value() == "is child's name Child A on a plan?"
    assert in_view(page, offer)
    assert in_view(page, box)
    assert offer.evaluate("element => element === document.activeElement")
    assert "Jo Bloggs" not in page.content()


def test_too_long_a_question_comes_back_to_the_box(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    long = "word " * 500 + "too long"
    ask(page, long)
    assert page.get_by_test_id(BOX).input_value() == long


def test_the_page_s_picture_is_marked_and_its_text_beside_it(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    answer = ask(page, WEEK_ONE)
    answer.get_by_role("button", name="Source 2").last.click()
    source = page.get_by_role("dialog")
    picture = source.locator("img")
    picture.wait_for(timeout=20_000)
    rest(page)
    assert has_yellow(picture.screenshot())
    assert source.locator("mark").inner_text() == "Annex A is due on Wednesday."
    assert "October 2024 · by Tower Hamlets" in source.inner_text()
    source.get_by_role("button", name="Close source").click()
    source.wait_for(state="detached")


def test_an_answer_is_announced_once(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    region = page.locator(".ir-live[role=status]")
    assert region.inner_text() == ""
    page.evaluate(
        """() => { window.said = [];
        const region = document.querySelector(".ir-live");
        new MutationObserver(() => region.textContent && window.said.push(region.textContent))
          .observe(region, {childList: true, characterData: true, subtree: true}); }"""
    )
    ask(page, WEEK_ONE)
    page.locator("button.ir-chip").first.click()
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    rest(page)
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].endswith("2 sources.")


def test_text_is_shown_as_it_stands(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    answer = ask(page, "nasty")
    assert answer.locator("p", has_text="Costs").first.inner_text().startswith(NASTY)
    assert answer.get_by_text(NASTY).count() >= 1
    for tag in ("script", "a", "code", "em", "del", ".katex", "[role=img]"):
        assert answer.locator(f"{tag} >> text=/Costs|rose|code|home|www|smile/").count() == 0


def test_labels_show_text_as_it_stands(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    ask(page, "how is our nasty label?")
    option = page.locator(".st-key-option-1-2 button")
    assert option.inner_text().replace(JOINER, "") == NASTY
    assert option.locator("a, em, strong, code, del, img, .katex, [role=img]").count() == 0


def test_copy_with_sources(page: Any, fake_app: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, fake_app)
    ask(page, WEEK_ONE)
    page.get_by_role("button", name="Copy with sources").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(WEEK_ONE)
    assert "[2] Preparing for an ILACS inspection, October 2024, page 3" in copied


def test_streamlit_s_one_letter_keys_do_nothing(page: Any, fake_app: str) -> None:
    visit(page, fake_app)
    ask(page, WEEK_ONE)
    sent: list[str] = []
    page.on("websocket", lambda socket: sent.append(socket.url))
    page.locator("h1").evaluate("() => document.activeElement.blur()")
    frames = page.evaluate(
        """() => { window.keys = []; document.addEventListener("keydown",
        (event) => window.keys.push(event.key)); }"""
    )
    assert frames is None
    page.keyboard.press("r")
    page.keyboard.press("c")
    page.keyboard.press("x")
    assert page.evaluate("window.keys") == ["x"], "r and c reach nobody"
    there_are(0, page.get_by_role("dialog"))


def focused(page: Any, name: str) -> str | None:
    value: str | None = page.evaluate(f"document.activeElement.getAttribute('{name}')")
    return value
