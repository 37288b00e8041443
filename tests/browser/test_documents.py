"""The Documents screen over the real product: editions, deletion, notes, keyboard, axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.settings import Settings
from tests.browser.steps import ask, rest, visit
from tools.browser import ROOT, serving

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

PLAN = """# Lantern improvement plan

Tower Hamlets Council

Date: March {year}

## Who leads it

The Lantern programme is led by {lead}.

## When it meets

The Lantern board meets on the {day} of each month.
"""
ROTA = "# Duty rota\n\nTower Hamlets Council\n\nThe duty team meets on Mondays at 10am.\n"
QUESTION = "Who leads the Lantern programme?"
LONG = 60_000


@pytest.fixture
def papers_app(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The whole product over a plan of 2023 and a rota: its address and its corpus."""
    from ingest.run import update

    corpus, index = tmp_path / "corpus", tmp_path / "index"
    (corpus / "improvement-plan").mkdir(parents=True)
    plan = PLAN.format(year=2023, lead="Asha Khan", day="first Tuesday")
    (corpus / "improvement-plan" / "lantern-2023.md").write_text(plan)
    (corpus / "rota.md").write_text(ROTA)
    update(corpus, index, Settings(corpus=corpus, index=index, organisation="Tower Hamlets"))
    environment = {
        "INSPECTION_CORPUS": str(corpus),
        "INSPECTION_INDEX": str(index),
        "INSPECTION_ORGANISATION": "Tower Hamlets",
    }
    with serving(ROOT / "app.py", environment) as address:
        yield address, corpus


def documents(page: Any, address: str) -> Any:
    """The list, once it is there."""
    page.goto(f"{address}/documents")
    listed = page.locator(".ir-documents table")
    listed.wait_for(timeout=LONG)
    rest(page)
    return listed


def line(page: Any, title: str) -> Any:
    return page.get_by_role("row").filter(has_text=title)


def delete(page: Any, line: Any) -> str:
    """Opens a document, deletes it, and gives back what was asked first."""
    line.get_by_role("button").click()
    page.get_by_role("tab", name="Change or").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    asked = page.get_by_role("dialog")
    go = asked.get_by_role("button", name="Delete it")
    go.wait_for()
    words: str = asked.inner_text()
    go.click()
    page.get_by_text("is deleted. It answers nothing").last.wait_for(timeout=LONG)
    return words


def test_a_new_edition_answers_and_what_is_deleted_does_not(
    page: Any, papers_app: tuple[str, Path]
) -> None:
    address, corpus = papers_app
    visit(page, address)
    assert "Asha Khan" in ask(page, QUESTION).inner_text()

    documents(page, address)
    page.get_by_role("button", name="Add documents").click()
    plan = PLAN.format(year=2024, lead="Bola Ade", day="last Friday")
    page.locator("input[type=file]").set_input_files(
        {"name": "../.lantern 2024.md", "mimeType": "text/markdown", "buffer": plan.encode()}
    )
    page.get_by_text("lantern 2024.md: new").wait_for()
    page.get_by_role("combobox", name="What kind").click()
    page.get_by_role("option", name="Improvement plan").click()
    rest(page)  # the choice has to be there before the button is pressed
    page.get_by_role("button", name="Add 1 file").click()
    page.get_by_text("The documents are up to date").last.wait_for(timeout=LONG)
    assert (corpus / "improvement-plan" / "lantern 2024.md").is_file()
    line(page, "March 2023").get_by_text("Superseded by").wait_for()
    visit(page, address)
    answer = ask(page, QUESTION).inner_text()
    assert "Bola Ade" in answer
    assert answer.find("Bola Ade") < answer.find("Asha Khan") or "Asha Khan" not in answer

    documents(page, address)
    asked = delete(page, line(page, "Superseded by"))
    assert "Lantern improvement plan" in asked
    assert "lantern-2023.md" in asked
    assert not (corpus / "improvement-plan" / "lantern-2023.md").exists()
    delete(page, line(page, "Lantern"))
    visit(page, address)
    answer = ask(page, QUESTION).inner_text()
    assert "The documents do not say" in answer
    assert "Bola" not in answer
    assert "Asha" not in answer


def test_a_file_that_cannot_be_read_takes_no_papers_place(
    page: Any, papers_app: tuple[str, Path]
) -> None:
    address, corpus = papers_app
    documents(page, address)
    line(page, "Duty rota").get_by_role("button").click()
    page.get_by_role("tab", name="Change or").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "rota.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 cut off"}
    )
    page.get_by_role("button", name="Replace the file").click()
    page.get_by_text("rota.pdf cannot be read").last.wait_for(timeout=LONG)
    assert [each.name for each in corpus.glob("rota*")] == ["rota.md"]
    assert (corpus / "rota.md").read_text() == ROTA
    # The menu's own entry leads back from the paper to the list.
    page.get_by_role("link", name="Documents").click()
    page.locator(".ir-documents table").wait_for()


def test_a_note_stands_wherever_its_passage_is_cited(
    page: Any, papers_app: tuple[str, Path]
) -> None:
    address, _ = papers_app
    documents(page, address)
    line(page, "Lantern").get_by_role("button").click()
    page.get_by_role("tab", name="Passages").click()
    page.get_by_role("button", name="Add a note to: The Lantern programme is led").click()
    box = page.get_by_role("textbox", name="Note by")
    box.fill("Is on leave: Jamie Bloggs, born 3/4/2015, on a child protection plan.")
    page.get_by_role("button", name="Save note").click()
    page.get_by_text("Stopped: this looks like").wait_for()
    box.fill("Asha Khan left in May; ask the programme office.")
    page.get_by_role("button", name="Save note").click()
    page.get_by_text("The note is pinned").last.wait_for()
    visit(page, address)
    answer = ask(page, QUESTION)
    assert "Asha Khan left in May" in answer.inner_text()
    answer.locator("button.ir-chip").first.click()
    page.get_by_role("dialog").get_by_text("Asha Khan left in May").wait_for()


def test_the_keyboard_alone_opens_corrects_and_undoes(
    page: Any, papers_app: tuple[str, Path]
) -> None:
    address, _ = papers_app
    documents(page, address)
    tab_to(page, "Open Duty rota")
    page.keyboard.press("Enter")
    page.get_by_role("tab", name="About it").wait_for()
    page.locator("h1:focus").filter(has_text="Duty rota").wait_for(state="attached")
    tab_to(page, "Correct what was found")
    page.keyboard.press("Enter")
    rest(page)
    tab_to(page, "Published")
    page.keyboard.type("7 April 2017")
    tab_to(page, "Save corrections")
    page.keyboard.press("Enter")
    page.get_by_text("Corrected: published.").last.wait_for()
    rest(page)
    tab_to(page, "All documents", back=True)
    page.keyboard.press("Enter")
    page.locator(".ir-documents table").wait_for()
    line(page, "Duty rota").get_by_text("7 April 2017").wait_for()


def tab_to(page: Any, name: str, *, back: bool = False) -> None:
    """Presses Tab until what has this name has the focus."""
    named = (
        "e => (e.getAttribute('aria-label') || (e.labels && e.labels[0] || {}).innerText"
        " || e.innerText || '')"
    )
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = page.evaluate(f"({named})(document.activeElement)")
        if (focused.strip().splitlines() or [""])[-1].startswith(name):
            return
    raise AssertionError(f"no way to {name} with the keyboard")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe(page: Any, real_app: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    documents(page, real_app)
    faults = found(page, "list")
    page.get_by_role("button", name="Add documents").click()
    rest(page)
    faults += found(page, "adding")
    page.locator(".ir-documents button").first.click()
    page.get_by_role("tab", name="About it").wait_for()
    page.get_by_text("Correct what was found").click()
    rest(page)
    faults += found(page, "facts")
    page.get_by_role("tab", name="Passages").click()
    page.locator("button.ir-pick").first.wait_for()
    rest(page)
    faults += found(page, "passages")
    page.get_by_role("tab", name="Change or").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("dialog").wait_for()
    rest(page)
    faults += found(page, "delete")
    assert not faults, "\n".join(map(str, faults))


STREAMLITS_OWN = {"presentation-role-conflict": "stFileUploaderDropzone"}
"""Rule → part of the page that Streamlit draws: its uploader names an area that has no role. The
button in it, which is what a keyboard and a screen reader use, has a name and a role."""


def found(page: Any, state: str) -> list[tuple[str, str, str, str]]:
    violations = axe.Axe().run(page).response["violations"]
    return [
        (state, fault["id"], node["html"][:200], node["failureSummary"][:300])
        for fault in violations
        for node in fault["nodes"]
        if STREAMLITS_OWN.get(fault["id"], "none of it") not in node["html"]
    ]
