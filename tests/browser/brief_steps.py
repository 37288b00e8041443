"""What the browser tests of Brief do over and over."""

from __future__ import annotations

from typing import Any

from tests.browser.steps import rest

LONG = 60_000


def open_brief(page: Any, address: str) -> None:
    page.goto(f"{address}/brief")
    page.get_by_role("button", name="Make an empty pack").wait_for(timeout=LONG)
    rest(page)


def from_template(page: Any, name: str) -> None:
    """A pack from a template, checked."""
    page.get_by_role("button", name=f"{name} (").click()
    page.get_by_text(" can be shown.").last.wait_for(timeout=LONG)
    rest(page)


def new_pack(page: Any, address: str, name: str, *questions: str) -> None:
    open_brief(page, address)
    page.get_by_label("Name of an empty pack").fill(name)
    page.get_by_role("button", name="Make an empty pack").click()
    page.get_by_text("No question yet").wait_for(timeout=LONG)
    for number, question in enumerate(questions, 1):
        add_question(page, question)
        page.get_by_text(f"{number}. {question}").wait_for(timeout=LONG)
    rest(page)


def add_question(page: Any, question: str) -> None:
    rest(page)
    page.get_by_label("Question to add").fill(question)
    page.keyboard.press("Enter")


def present(page: Any) -> Any:
    """Begins to present the open pack; the room's window."""
    page.get_by_role("button", name="Present", exact=True).click()
    link = page.get_by_role("link", name="Open the room's window")
    link.wait_for(timeout=LONG)
    rest(page)
    with page.context.expect_page() as opened:
        link.click()
    room = opened.value
    in_room(room, "The briefing is about to begin.")
    keys_ready(room)
    return room


def keys_ready(page: Any) -> None:
    """Waits until a press of a key reaches the presentation."""
    page.locator("html[data-ir-keys=ready]").wait_for(state="attached", timeout=LONG)


def in_room(room: Any, words: str) -> None:
    """Waits until these are the words at the top of the room."""
    room.locator(".ir-room h1").get_by_text(words, exact=True).wait_for(timeout=LONG)


def all_of(room: Any) -> str:
    """Everything that the window's page holds, hidden or not."""
    content: str = room.evaluate("document.documentElement.outerHTML")
    return content
