"""Evidence for a claim is set apart by where it comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from assistant.claims import asks_for_evidence
from assistant.question import understand
from core.answers import NoteKind, Status

PAPER = """# Early help in Tower Hamlets, March 2025

## Early help

Early help works well for our families because it comes soon.

Early help kept 82% of families from being referred again.

An audit of early help plans found that most led to change for the child.
"""


@pytest.mark.parametrize(
    "question",
    [
        "what shows that early help works for us?",
        "what evidence have we that visits are on time",
        "how do we know our thresholds are right?",
        "evidence of the child's voice",
        "what can we point to on permanence",
    ],
)
def test_asks_for_evidence(question: str) -> None:
    assert asks_for_evidence(understand([question]))


@pytest.mark.parametrize("question", ["who shows visitors round?", "when is the evidence day?"])
def test_does_not_ask_for_evidence(question: str) -> None:
    assert not asks_for_evidence(understand([question]))


def test_claims_figures_and_audits_stand_apart_and_the_rest_is_named(
    assistant_over: Callable[..., Assistant],
) -> None:
    assistant = assistant_over({"self-evaluation/early.md": PAPER})
    answer = assistant.ask(["what shows that early help works for our families?"])
    assert answer.status is Status.ANSWERED
    lines = answer.text.split("\n")
    figures = lines.index("Figures (March 2025):")
    assert "82%" in lines[figures + 1]
    audits = lines.index("Audits and feedback (March 2025):")
    assert "audit" in lines[audits + 1]
    claims = lines.index("What the papers say of themselves (March 2025):")
    assert "works well" in " ".join(lines[claims + 1 :])
    missing = [note.text for note in answer.notes if note.kind is NoteKind.MISSING]
    assert missing == ["Not found in the papers on this: outside reviews."]
    assert all(each.citations for each in answer.sentences if each.kind != "frame")
