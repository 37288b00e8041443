"""Written answers in a real browser, with a model server over loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from core.settings import Settings
from tests.browser.steps import BOX, ask, has_words, visit
from tests.model_server.scripts import Mishap, Script, drips, goes_wrong, honest, says
from tests.model_server.server import ModelServer, model_server
from tools.browser import ROOT, serving

pytest.importorskip("langchain_openai", reason="the optional provider packages are not installed")

QUESTION = "Who chairs the improvement board?"
FIRST = "The improvement board is chaired by Mira Patel, the Director of Children's Services"
SECOND = "The improvement board is chaired by the Director of Children's Services, Mira Patel"
ANSWER = f"{FIRST} [1]. {SECOND} [1]."
ANSWERS = "Chat message from Inspection Ready"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from ingest.run import update

    folder = tmp_path_factory.mktemp("written")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "board.md").write_text(f"# The improvement board\n\n{FIRST}.\n")
    update(corpus, folder / "index", Settings(corpus=corpus, index=folder / "index"))
    return folder


@pytest.fixture
def writing(index: Path) -> Iterator[Callable[[Script], tuple[str, ModelServer]]]:
    """A function: the app's address with a model that answers by the script, and the server."""
    with ExitStack() as until_the_end:

        def over(script: Script) -> tuple[str, ModelServer]:
            server = until_the_end.enter_context(model_server(script))
            environment = {
                "INSPECTION_CORPUS": str(index / "corpus"),
                "INSPECTION_INDEX": str(index / "index"),
                "INSPECTION_MODEL": "openai:test-model",
                "INSPECTION_MODEL_URL": f"{server.url}/v1",
                "INSPECTION_MODEL_KEY": "k",
            }
            address = until_the_end.enter_context(serving(ROOT / "app.py", environment))
            return address, server

        yield over


def wait_until(page: Any, true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        page.wait_for_timeout(100)
    pytest.fail("it did not come to pass within a minute")


def test_sentences_are_shown_as_they_pass_and_say_who_worded_them(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]]
) -> None:
    address, _ = writing(drips(0.25, says(ANSWER)))
    visit(page, address)
    page.get_by_text("Worded by test-model. Text goes to: this machine.").wait_for()
    page.get_by_test_id(BOX).fill(QUESTION)
    page.keyboard.press("Enter")
    answer = page.get_by_label(ANSWERS).last
    answer.get_by_text(FIRST).wait_for(timeout=60_000)
    assert not page.get_by_text("Source 1:").count(), "the first is there before the whole is"
    answer.get_by_text("By test-model; each sentence was checked").wait_for(timeout=60_000)
    has_words(answer, SECOND)
    page.get_by_text("Source 1:").wait_for()


def test_the_plug_pulled_in_the_middle_leaves_the_quoted_answer_and_a_usable_chat(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]]
) -> None:
    cut = goes_wrong(Mishap.CUT, after=25, script=drips(0.1, says(ANSWER)))
    address, server = writing(cut)
    visit(page, address)
    answer = ask(page, QUESTION)
    answer.get_by_text("These are the documents' own words").wait_for(timeout=60_000)
    has_words(answer, FIRST)
    assert SECOND not in page.inner_text("body")
    server.script = honest
    again = ask(page, "who is the chair of the board?")
    has_words(again, "Mira Patel")


def test_the_switch_and_the_button_end_it_at_once(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]]
) -> None:
    address, server = writing(drips(2.0, says(ANSWER)))
    visit(page, address)
    page.get_by_test_id(BOX).fill(QUESTION)
    page.keyboard.press("Enter")
    wait_until(page, lambda: bool(server.requests))
    page.get_by_role("button", name="Show the documents' own words now").click()
    page.get_by_text("Source 1:").wait_for(timeout=10_000)
    assert server.requests[0].over.wait(10), "the model still writes to nobody"
    page.get_by_text("Written answers").click()
    page.get_by_text("Off: answers are the documents' own words").wait_for()
    sent = len(server.requests)
    ask(page, "who is the chair of the board?")
    assert len(server.requests) == sent


def test_what_a_model_writes_is_never_drawn_as_markup(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]]
) -> None:
    hostile = f"{FIRST} <img src=x onerror=alert(1)> ![x](http://127.0.0.1:9/leak) [1]."
    address, _ = writing(says(f"{hostile} {SECOND} [1]."))
    visit(page, address)
    answer = ask(page, QUESTION)
    has_words(answer, "Mira Patel")
    assert not answer.locator("img").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_while_it_is_worded_and_when_it_is_done(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]], scheme: str
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    ).Axe()
    address, _ = writing(drips(0.4, says(ANSWER)))
    page.emulate_media(color_scheme=scheme)
    visit(page, address)
    page.get_by_test_id(BOX).fill(QUESTION)
    page.keyboard.press("Enter")
    answer = page.get_by_label(ANSWERS).last
    answer.get_by_text(FIRST).wait_for(timeout=60_000)
    # Streamlit pales what a run has not come to yet: the box, while the answer is still worded.
    assert not [each for each in faults(axe, page) if BOX not in each[1]]
    answer.get_by_text("By test-model; each sentence was checked").wait_for(timeout=60_000)
    # What Streamlit paled comes back when the run is over, on a busy machine a little later.
    wait_until(page, lambda: not faults(axe, page))


def faults(axe: Any, page: Any) -> list[tuple[str, str]]:
    found = axe.run(page).response["violations"]
    return [(fault["id"], node["html"][:200]) for fault in found for node in fault["nodes"]]


def test_by_keyboard_the_switch_and_the_button_are_reached(
    page: Any, writing: Callable[[Script], tuple[str, ModelServer]]
) -> None:
    address, _ = writing(drips(2.0, says(ANSWER)))
    visit(page, address)
    switch = page.get_by_role("switch", name="Written answers")
    switch.focus()
    page.keyboard.press("Space")
    page.get_by_text("Off: answers are the documents' own words").wait_for()
    page.keyboard.press("Space")
    page.get_by_text("Worded by test-model").wait_for()
