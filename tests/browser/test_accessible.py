"""axe-core on every state. Faults in our own content fail; Streamlit's own are listed below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.steps import ask, rest, visit

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

STREAMLITS_OWN: dict[str, tuple[str, ...]] = {}
"""Rule → parts of the page that Streamlit draws and that we cannot change, each with its reason."""

WEEK_ONE = "What happens on Wednesday of week one?"


def _opened(page: Any) -> None:
    ask(page, WEEK_ONE).get_by_role("button", name="Source 2").last.click()
    page.get_by_role("dialog").locator("img").wait_for(timeout=20_000)


STATES: dict[str, Callable[[Any], object]] = {
    "empty": lambda page: None,
    "answered": lambda page: ask(page, WEEK_ONE),
    "source": _opened,
    "row": lambda page: ask(page, "part").get_by_role("button", name="Source 1").last.click(),
    "conflicting": lambda page: ask(page, "do they conflict?"),
    "refused": lambda page: ask(page, "the moon?").locator("summary").click(),
    "clarify": lambda page: ask(page, "how are our care leavers?"),
    "blocked": lambda page: ask(page, "is child's name here?"),
    "error": lambda page: ask(page, "break it"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe(page: Any, fake_app: str, state: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    visit(page, fake_app)
    STATES[state](page)
    rest(page)
    found = axe.Axe().run(page).response["violations"]
    ours = [
        (fault["id"], fault["impact"], node["html"][:200], node["failureSummary"][:300])
        for fault in found
        for node in fault["nodes"]
        if not any(part in str(node["target"]) for part in STREAMLITS_OWN.get(fault["id"], ()))
    ]
    assert not ours, "\n".join(map(str, ours))
