"""The table of lies in docs/written-answers.md is what the command prints."""

from __future__ import annotations

from collections import Counter

from core.settings import ROOT
from evaluation.written_answers import of_the_product
from evaluation.written_table import rows


def test_the_page_for_it_quotes_what_the_check_catches() -> None:
    found = rows(of_the_product())
    every = Counter(each.kind for each in found)
    caught = Counter(each.kind for each in found if not each.verdict)
    page = (ROOT / "docs" / "written-answers.md").read_text(encoding="utf-8")

    assert len(found) >= 40
    for kind, count in every.items():
        assert f"| {kind.replace('_', ' ')} | {caught[kind]} of {count} |" in page
    assert f"| **all** | **{caught.total()} of {len(found)}** |" in page
