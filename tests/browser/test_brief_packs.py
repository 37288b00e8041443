"""A pack is edited: order, deletion with the way back, notes, sources; added to from elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.brief_steps import LONG, all_of, in_room, new_pack, open_brief, present
from tests.browser.steps import ask, has_words, lacks_words, rest, there_are, visit

FIRST, SECOND = "What is Annex A?", "When do inspectors arrive?"
TWO_SOURCES = "What happens on Monday of week one?"
FROM_CHAT = "How long does an ILACS standard inspection last?"
NOTE = "Say that the lists come from the performance team."


def order(page: Any) -> list[str]:
    """The questions as they stand in the pack."""
    rest(page)
    cards = page.locator("[class*='st-key-item-']").all()
    return [each.inner_text().split("\n")[0].split(". ", 1)[1] for each in cards]


def card(page: Any, question: str) -> Any:
    return page.locator("[class*='st-key-item-']").filter(has_text=question)


def test_a_pack_is_put_in_order_and_what_is_deleted_comes_back(page: Any, real_app: str) -> None:
    new_pack(page, real_app, "Order", FIRST, SECOND, FROM_CHAT)
    card(page, FIRST).get_by_role("button", name="Move 1 down").click()
    page.get_by_text(f"1. {SECOND}").wait_for(timeout=LONG)
    assert order(page) == [SECOND, FIRST, FROM_CHAT]
    card(page, FIRST).get_by_role("button", name="Delete 2").click()
    page.get_by_text("The question was deleted").last.wait_for(timeout=LONG)
    assert order(page) == [SECOND, FROM_CHAT]
    page.get_by_role("button", name="Undo").click()
    page.get_by_text(f"2. {FIRST}").wait_for(timeout=LONG)
    page.reload()
    page.get_by_text(f"2. {FIRST}").wait_for(timeout=LONG)
    assert order(page) == [SECOND, FIRST, FROM_CHAT]

    page.get_by_role("button", name="Delete the pack").click()
    page.get_by_text("was deleted").last.wait_for(timeout=LONG)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Order").click()
    page.get_by_text(f"2. {FIRST}").wait_for(timeout=LONG)
    assert order(page) == [SECOND, FIRST, FROM_CHAT]


def test_a_note_is_for_the_presenter(page: Any, real_app: str) -> None:
    new_pack(page, real_app, "Notes", TWO_SOURCES)
    page.get_by_text("Sources and note").click()
    rest(page)
    page.get_by_label("Note for you").fill(NOTE)
    page.keyboard.press("Tab")
    page.get_by_text("The note is kept").last.wait_for(timeout=LONG)
    only = page.get_by_role("checkbox", name="stays: something stands on it alone")
    assert only.is_checked()
    assert only.is_disabled()
    room = present(page)
    there_are(1, page.get_by_text(NOTE))  # the presenter sees it before it is pushed
    page.get_by_role("button", name="Show next").click()
    in_room(room, TWO_SOURCES)
    page.get_by_text("1 of 1").wait_for(timeout=LONG)
    there_are(1, page.get_by_text(NOTE))
    assert NOTE not in all_of(room)


def test_an_answer_is_approved_and_nothing_stops_without_a_word(page: Any, real_app: str) -> None:
    open_brief(page, real_app)
    page.get_by_role("button", name="Make an empty pack").click()
    page.get_by_text("Type a name first.").last.wait_for(timeout=LONG)
    new_pack(page, real_app, "Approved", FIRST, SECOND)
    page.get_by_text("you have approved 0 of 2").wait_for(timeout=LONG)
    page.get_by_text("I have read the answer to 1").click()
    page.get_by_text("you have approved 1 of 2").wait_for(timeout=LONG)
    page.reload()
    page.get_by_text("you have approved 1 of 2").wait_for(timeout=LONG)
    page.get_by_role("button", name="Check and add").click()
    page.get_by_text("Type a question first.").last.wait_for(timeout=LONG)
    with page.expect_download() as waited:
        page.get_by_role("button", name="Hand-out").click()
    assert waited.value.suggested_filename.startswith("approved-20")

    # Other windows, drawn again and again, do not take the file away from a slow browser.
    with page.context.browser.new_page() as other:
        for _ in range(3):
            open_brief(other, real_app)
    assert page.request.get(waited.value.url).status == 200

    present(page)
    rows = page.locator("[class*='st-key-row-']")
    lacks_words(rows.nth(0), "Not approved yet")
    has_words(rows.nth(1), "Not approved yet")
    page.keyboard.press("7")
    page.get_by_text("There is no 7: the pack has 2.").last.wait_for(timeout=LONG)
    page.get_by_role("button", name="Show next").click()
    page.get_by_text("1 of 2").wait_for(timeout=LONG)
    there_are(0, page.get_by_text("There is no 7"))
    page.get_by_text("We send the Annex A documents by the end of the day").wait_for(timeout=LONG)

    # Who leaves the window finds back to it.
    page.get_by_role("link", name="Ask").first.click()
    page.get_by_role("link", name="Brief").first.click()
    page.get_by_role("button", name="Go back to the presenter's window").click(timeout=LONG)
    page.get_by_text("1 of 2").wait_for(timeout=LONG)


expect = pytest.importorskip("playwright.sync_api").expect


def test_from_the_chat_and_from_the_timetable_into_one_pack(page: Any, real_app: str) -> None:
    new_pack(page, real_app, "Mixed")
    visit(page, real_app)
    ask(page, FROM_CHAT)
    page.get_by_role("button", name="Add to a pack").last.click()
    box = page.get_by_role("dialog")
    box.get_by_role("button", name="Add", exact=True).wait_for(timeout=LONG)
    # Streamlit draws the box first and puts its text in a moment later.
    expect(box.get_by_label("Question to add")).to_have_value(FROM_CHAT)
    box.get_by_role("button", name="Add", exact=True).click()
    box.get_by_text("Added to 'Mixed'").wait_for(timeout=LONG)
    box.get_by_role("button", name="Close", exact=True).last.click()
    box.wait_for(state="detached")

    page.goto(f"{real_app}/timetable")
    page.get_by_role("button", name="Add the weeks to a pack").click(timeout=LONG)
    box.get_by_role("button", name="Add", exact=True).click(timeout=LONG)
    box.get_by_text("Added to 'Mixed'").wait_for(timeout=LONG)
    page.keyboard.press("Escape")

    open_brief(page, real_app)
    page.get_by_role("button", name="Mixed").click()
    page.get_by_text(f"1. {FROM_CHAT}").wait_for(timeout=LONG)
    questions = order(page)
    assert questions[1].startswith("Week 1 of the ")
    there_are(1, page.get_by_text("can be shown.", exact=False))
    room = present(page)
    page.keyboard.press("2")
    in_room(room, questions[1])
    room.locator(".ir-room li", has_text="Ofsted calls the Director").first.wait_for()
