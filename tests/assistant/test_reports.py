"""Inspection reports as published: the latest of a named council speaks, from its first page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answering import Assistant
from core.answers import Status
from core.settings import Settings
from vectorstore.embed import Embedder

pytestmark = pytest.mark.long

LATEST = {
    "Tower Hamlets": ("2025-01-13", "Amanda Maxwell", "Outstanding", "Good"),
    "Hammersmith & Fulham": ("2024-05-16", "Christine Kennet", "Outstanding", "Outstanding"),
    "Wokingham": ("2023-05-09", "Tom Anthony", "Requires improvement to be good", "Good"),
}
"""Council -> date of its latest report, lead inspector, overall grade, children in care."""


@pytest.fixture(scope="module")
def reports(
    papers: Path,
    tmp_path_factory: pytest.TempPathFactory,
    index_of: Callable[[Path], Path],
    embedder: Embedder,
) -> Iterator[Assistant]:
    """The shorter six of the nine: each council's latest report and the one of 2019."""
    corpus = tmp_path_factory.mktemp("reports")
    for path in (papers / "reports").rglob("*.pdf"):
        if any(year in path.name for year in ("2019", "2023", "2024", "2025")):
            folder = corpus / path.parent.name
            folder.mkdir(exist_ok=True)
            shutil.copyfile(path, folder / path.name)
    assistant = Assistant.open(Settings(index=index_of(corpus), organisation=""), embedder)
    yield assistant
    assistant.close()


@pytest.mark.parametrize("council", LATEST)
@pytest.mark.parametrize(
    ("question", "position"),
    [
        ("Who was the lead inspector of the latest inspection of {}?", 1),
        ("lead inspector {}", 1),
        ("What is the overall effectiveness grade in the latest report on {}?", 2),
        ("how was {} judged on children in care", 3),
    ],
)
def test_the_latest_report_of_a_named_council_answers(
    reports: Assistant, council: str, question: str, position: int
):
    date, *_ = LATEST[council]
    answer = reports.ask([question.format(council)])
    assert answer.status is Status.ANSWERED
    assert LATEST[council][position].lower() in answer.text.lower()
    first = answer.citations[0]
    assert first.document.published.iso() == date
    assert first.document.about == council
    assert first.passage.page == "1"
