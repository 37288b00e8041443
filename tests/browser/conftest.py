"""The app on a free local port, and Debian's chromium on it. Skipped, saying so, without one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.settings import Settings
from tests.screens.fake import write_pdf
from tools.browser import ROOT, chromium, missing, serving

FAKE = ROOT / "tests" / "screens" / "fake_app.py"
PAPERS = ("briefing/*october-2024.pptx", "framework-guidance/ilacs*.pdf", "framework-guidance/*.md")
SIZE = {"width": 1280, "height": 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = missing()
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def fake_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The screens over canned answers, with a real PDF behind the cited page."""
    corpus = tmp_path_factory.mktemp("fake-corpus")
    write_pdf(corpus)
    environment = {
        "INSPECTION_CORPUS": str(corpus),
        "INSPECTION_SAMPLE_CORPUS": str(corpus),
        "INSPECTION_ORGANISATION": "",
    }
    with serving(FAKE, environment) as address:
        yield address


@pytest.fixture(scope="session")
def real_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole product over three of the shipped papers, its index made here."""
    from ingest.run import update

    folder = tmp_path_factory.mktemp("real")
    corpus, index = folder / "corpus", folder / "index"
    for pattern in PAPERS:
        for paper in (ROOT / "corpus").glob(pattern):
            copy = corpus / paper.relative_to(ROOT / "corpus")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(paper, copy)
    settings = Settings(corpus=corpus, index=index, organisation="Tower Hamlets")
    update(corpus, index, settings, lambda _: None)
    environment = {
        "INSPECTION_CORPUS": str(corpus),
        "INSPECTION_INDEX": str(index),
        "INSPECTION_ORGANISATION": "Tower Hamlets",
    }
    with serving(ROOT / "app.py", environment) as address:
        yield address


@pytest.fixture
def changing_app(tmp_path: Path) -> Iterator[tuple[str, Path, Path]]:
    """The whole product over two notes of our own: its address, its corpus and its index."""
    from ingest.run import update

    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "rota.md").write_text("# Rota\n\nThe duty team meets on Mondays at 10am.\n")
    (corpus / "launch.md").write_text("# Launch\n\nThe Lantern programme began on 3 March 2021.\n")
    update(corpus, index, Settings(corpus=corpus, index=index))
    environment = {"INSPECTION_CORPUS": str(corpus), "INSPECTION_INDEX": str(index)}
    with serving(ROOT / "app.py", environment) as address:
        yield address, corpus, index


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh window; it may speak to this machine only, and its own faults fail the test."""
    opened = browser.new_page(viewport=SIZE)
    opened.context.set_default_timeout(60_000)  # a busy machine, not a slow page
    outside: list[str] = []
    faults: list[str] = []
    opened.on("request", lambda sent: _local(sent.url) or outside.append(sent.url))
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    yield opened
    opened.close()
    assert not outside, f"the page asked outside servers: {outside}"
    assert not faults, f"the page's own code failed: {faults}"


def _local(address: str) -> bool:
    return address.startswith(
        ("http://localhost", "ws://localhost", "data:", "blob:http://localhost")
    )
