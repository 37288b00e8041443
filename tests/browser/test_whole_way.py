"""The product itself: asks, opens a citation, sees the marked page, asks a follow-up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from core.settings import ROOT
from tests.browser.steps import ask, has_words, has_yellow, in_view, rest, there_are, visit


def test_ask_open_follow_up(page: Any, real_app: str) -> None:
    visit(page, real_app)
    answer = ask(page, "What happens on Wednesday of week one?")
    has_words(answer, "Annex A documents")
    chip = answer.locator("button.ir-chip").first
    assert chip.get_attribute("aria-label").startswith("Source 1: ")
    chip.click()
    source = page.get_by_role("dialog")
    source.locator("mark").first.wait_for()
    assert source.locator("mark").first.inner_text().strip()
    page.keyboard.press("Escape")
    source.wait_for(state="detached")
    follow_up = ask(page, "and on Thursday?")
    assert follow_up.inner_text()
    assert in_view(page, page.get_by_label("Chat message from you").last)


def test_a_page_of_a_pdf_is_a_picture_with_the_words_marked(page: Any, real_app: str) -> None:
    visit(page, real_app)
    for question in (
        "How long is a standard inspection on site?",
        "Who does the lead inspector ring on Monday?",
        "What is a focused visit?",
    ):
        answer = ask(page, question)
        cards = answer.get_by_role("button", name="page ").filter(has_text="Source")
        if cards.count():
            break
    else:
        raise AssertionError("no answer came from the PDF")
    cards.first.click()
    picture = page.get_by_role("dialog").locator("img")
    picture.wait_for(timeout=20_000)
    rest(page)
    assert "page" in picture.get_attribute("alt").lower()
    assert has_yellow(page.screenshot()), "the marked words are in view without scrolling"


def test_a_child_s_details_go_back_into_the_box(page: Any, real_app: str) -> None:
    visit(page, real_app)
    secret = "Is Jamie Bloggs, born 3/4/2015, on a child protection plan?"
    answer = ask(page, secret)
    has_words(answer, "Stopped")
    box = page.get_by_test_id("stChatInputTextArea")
    assert box.input_value() == secret
    there_are(0, page.get_by_label("Chat message from you"))


def test_a_removed_file_stops_answering_in_every_open_window(
    browser: Any, changing_app: tuple[str, Path, Path]
) -> None:
    address, corpus, index = changing_app
    windows = [browser.new_page(), browser.new_page()]
    question = "When did the Lantern programme begin?"
    for window in windows:
        visit(window, address)
        assert "3 March 2021" in ask(window, question).inner_text()
    (corpus / "launch.md").unlink()
    command = [sys.executable, "-m", "ingest", "--corpus", str(corpus), "--index", str(index)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "1 removed" in done.stdout
    for window in windows:
        answer = ask(window, question).inner_text()
        assert "The documents do not say" in answer
        assert "2021" not in answer
        window.close()
