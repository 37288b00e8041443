"""What the browser tests do over and over."""

from __future__ import annotations

from typing import Any

BOX = "stChatInputTextArea"


def visit(page: Any, address: str) -> None:
    page.goto(address)
    page.get_by_test_id(BOX).wait_for(timeout=60_000)


def ask(page: Any, question: str) -> Any:
    """Ask, wait for the answer, and give it back."""
    answers = page.get_by_label("Chat message from Inspection Ready")
    before = answers.count()
    page.get_by_test_id(BOX).fill(question)
    page.keyboard.press("Enter")
    answer = answers.nth(before)
    answer.wait_for(timeout=60_000)
    rest(page)
    return answer


def rest(page: Any) -> None:
    """Wait until the page has come to rest."""
    page.wait_for_timeout(900)
    page.locator("[data-test-script-state=notRunning]").first.wait_for()


def there_are(number: int, part: Any) -> None:
    """Wait until so many of a part stand on the page: a run draws it piece by piece, and what the
    run before drew goes only at its end."""
    from playwright.sync_api import expect

    expect(part).to_have_count(number, timeout=60_000)


def has_words(part: Any, words: str) -> None:
    """Wait until a part of the page holds these words."""
    from playwright.sync_api import expect

    expect(part).to_contain_text(words, timeout=60_000)


def lacks_words(part: Any, words: str) -> None:
    """Wait until a part of the page holds these words no more."""
    from playwright.sync_api import expect

    expect(part).not_to_contain_text(words, timeout=60_000)


def in_view(page: Any, part: Any) -> bool:
    """Is the beginning of a part of the page to be seen, not under the bar or the box?"""
    box, size = part.bounding_box(), page.viewport_size
    bar = 60
    return bool(box) and bar <= box["y"] < size["height"] and box["x"] >= 0


def has_yellow(png: bytes) -> bool:
    """Is there the yellow of a mark in a picture?"""
    from io import BytesIO

    from PIL import Image

    small = Image.open(BytesIO(png)).convert("RGB")
    colours = small.getcolors(maxcolors=1 << 24) or []
    return any(r > 230 and g > 200 and b < 160 for _, (r, g, b) in colours)
