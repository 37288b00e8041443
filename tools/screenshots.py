"""Pictures of the Ask screen in all its states, at three sizes, light and dark.

`python -m tools.screenshots [--out DIR] [--only WORD]` uses the canned answers of the tests.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.screens.fake import write_pdf
from tools.browser import ROOT, chromium, missing, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

DEFAULT_OUT = Path(tempfile.gettempdir()) / "shots"
SIZES = {"desk": (1280, 800), "laptop": (1093, 500), "phone": (390, 844)}
SETTLE_MS = 900
"""Time for the page to come to rest after a step; longer than any of its animations."""


def _ask(question: str) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        page.get_by_test_id("stChatInputTextArea").fill(question)
        page.keyboard.press("Enter")
        page.get_by_label("Chat message from Inspection Ready").last.wait_for()
        page.wait_for_timeout(SETTLE_MS)

    return steps


def _then(*steps: Callable[[Page], None]) -> Callable[[Page], None]:
    def run(page: Page) -> None:
        for step in steps:
            step(page)
            page.wait_for_timeout(SETTLE_MS)

    return run


def _click(selector: str) -> Callable[[Page], None]:
    return lambda page: page.locator(selector).last.click()


WEEK_ONE = "What happens on Wednesday of week one?"
STATES: dict[str, Callable[[Page], None]] = {
    "empty": lambda page: None,
    "answered": _ask(WEEK_ONE),
    "follow-up": _then(_ask(WEEK_ONE), _ask("And the day after?")),
    "source-slide": _then(_ask(WEEK_ONE), _click("button.ir-chip >> nth=0")),
    "source-page": _then(_ask(WEEK_ONE), _click("button.ir-chip >> nth=2")),
    "source-row": _then(_ask("part of the table"), _click("button.ir-chip >> nth=0")),
    "partly": _ask("part of the table"),
    "conflicting": _ask("do they conflict?"),
    "refused": _then(_ask("who went to the moon?"), _click("summary")),
    "clarify": _ask("how are our care leavers?"),
    "chosen": _then(
        _ask("how are our care leavers?"), lambda page: page.get_by_text("Tower Hamlets").click()
    ),
    "blocked": _ask("is child's name Jo Bloggs, 3/4/2015 on a plan?"),
    "replaced": _then(
        _ask("is child's name Jo Bloggs, 3/4/2015 on a plan?"),
        lambda page: page.get_by_role("button", name="Replace with").click(),
    ),
    "long": _ask("Which of our plans say that? " + "word " * 500 + "too long"),
    "error": _ask("break it"),
    "nasty": _ask("nasty"),
    "cleared": _then(_ask(WEEK_ONE), lambda page: page.get_by_text("Clear conversation").click()),
}


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--only", default="", help="states, sizes or themes with this in the name")
    asked = parser.parse_args()
    reason = missing()
    if reason:
        print(reason)
        return 1
    asked.out.mkdir(parents=True, exist_ok=True)
    corpus = asked.out / "corpus"
    write_pdf(corpus)
    environment = {"INSPECTION_CORPUS": str(corpus), "INSPECTION_SAMPLE_CORPUS": str(corpus)}
    fake = ROOT / "tests" / "screens" / "fake_app.py"
    with serving(fake, environment) as address, chromium() as browser:
        for theme in ("light", "dark"):
            for size, (width, height) in SIZES.items():
                for state, steps in STATES.items():
                    name = f"{state}-{size}-{theme}"
                    if asked.only not in name:
                        continue
                    page = browser.new_page(
                        viewport={"width": width, "height": height},
                        color_scheme="dark" if theme == "dark" else "light",
                    )
                    page.goto(address)
                    page.get_by_test_id("stChatInputTextArea").wait_for()
                    steps(page)
                    page.wait_for_timeout(SETTLE_MS)
                    page.screenshot(path=asked.out / f"{name}.png")
                    page.close()
                    print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
