"""One window for presenter and room, and a practice prompt shown in it."""

from __future__ import annotations

from typing import Any

from tests.browser.brief_steps import LONG, in_room, keys_ready, new_pack
from tests.browser.steps import rest, there_are
from tests.browser.test_documents import found

FIRST, SECOND = "What is Annex A?", "When do inspectors arrive?"
ASKED = "How long does an ILACS standard inspection last?"
PRIVATE = "What are our weaknesses?"
NOTE = "Say that the lists come from the performance team."


def test_one_window_shows_the_room_and_asks_on_a_page_of_its_own(page: Any, real_app: str) -> None:
    new_pack(page, real_app, "One window", FIRST, SECOND)
    page.get_by_text("Sources and note").first.click()
    page.get_by_label("Note for you").first.fill(NOTE)
    page.get_by_role("button", name="Save note").first.click()
    page.get_by_text("The note is kept").last.wait_for(timeout=LONG)
    page.get_by_role("button", name="Present", exact=True).click()
    page.get_by_label("Question from the room").fill(PRIVATE)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show in the room").wait_for(timeout=LONG)
    page.get_by_role("button", name="Present in this window").click()
    in_room(page, "The briefing is about to begin.")
    keys_ready(page)
    page.keyboard.press("ArrowRight")
    in_room(page, FIRST)
    rest(page)
    seen = page.locator("body").inner_text()
    for never in (NOTE, SECOND, "Documents", "Rehearse"):
        assert never not in seen
    assert not found(page, "one window")
    page.reload()
    in_room(page, FIRST)

    # To the page for questions only from a blank screen.
    there_are(0, page.get_by_role("button", name="Ask a question from the room"))
    keys_ready(page)
    page.keyboard.press("b")
    page.locator(".ir-room h1").wait_for(state="detached")
    page.get_by_role("button", name="Ask a question from the room").click()
    box = page.get_by_label("Question from the room")
    box.wait_for(timeout=LONG)
    rest(page)
    assert PRIVATE not in page.content(), "asked in private, it stays there"
    assert not found(page, "asking")
    box.fill(ASKED)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show in the room").click(timeout=LONG)
    in_room(page, ASKED)
    rest(page)
    keys_ready(page)
    page.keyboard.press("Home")
    in_room(page, FIRST)
    page.get_by_role("button", name="Blank the room").click()
    page.get_by_role("button", name="Presenter's page").click()
    page.get_by_text("Note: ").first.wait_for(timeout=LONG)


def test_a_practice_prompt_is_shown_with_where_to_look(page: Any, real_app: str) -> None:
    new_pack(page, real_app, "Prompts", FIRST)
    page.get_by_text("Add a practice prompt").click()
    page.get_by_role("button", name="Add the prompt").click(timeout=LONG)
    page.get_by_text("The practice prompt was added").last.wait_for(timeout=LONG)
    rest(page)
    assert not found(page, "pack with a prompt")
    page.get_by_role("button", name="Present", exact=True).click()
    page.get_by_role("button", name="Present in this window").click()
    in_room(page, "The briefing is about to begin.")
    keys_ready(page)
    page.keyboard.press("2")
    page.locator(".ir-room").get_by_text("in our words and not Ofsted’s").wait_for(timeout=LONG)
    page.locator(".ir-room").get_by_text("A good answer usually shows:").wait_for()
