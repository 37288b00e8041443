"""The steps of inspections that papers set out are found, where and when; none is invented."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.documents import DocumentText
from core.settings import ROOT
from evaluation.inspection_steps import PHRASINGS, as_set, read_folder, score, squeezed
from evaluation.question_sets import Part
from language.inspection_steps import find_steps

BY_HAND = ROOT / "evaluation" / "timetable" / "papers.json"
FORMS = ("*.txt", "*.pptx", "*.pdf", "*.docx")


def _papers(papers: Path, number: str, folder: Path) -> Iterator[DocumentText]:
    for pattern in FORMS:
        for path in (papers / "seeds").glob(f"{number}{pattern}"):
            one = folder / path.suffix[1:]
            one.mkdir()
            shutil.copyfile(path, one / path.name)
            yield from read_folder(one)


def _found(text: DocumentText) -> list[tuple[str, Any]]:
    passages = {each.id: each for each in text.passages}
    return [
        (squeezed(passages[each.passage].text[each.start : each.end]), each)
        for each in find_steps(text.document, text.passages)
    ]


def _meant(quote: str, found: list[tuple[str, Any]]) -> list[Any]:
    wanted = squeezed(quote)
    return [step for words, step in found if wanted in words or words in wanted]


@pytest.mark.papers
def test_the_deck_of_october_2024_in_each_of_its_forms(papers: Path, tmp_path: Path) -> None:
    by_hand = json.loads(BY_HAND.read_text("utf-8"))["deck"]
    forms = list(_papers(papers, "004", tmp_path))
    assert len(forms) >= 3
    for text in forms:
        found = [(words, each) for words, each in _found(text) if each.weeks]
        for wanted in by_hand["steps"]:
            same = _meant(wanted["quote"], found)
            if wanted.get("optional") and not same:
                continue
            assert len(same) == 1, (text.document.file, wanted["quote"])
            weeks, days, time, _, by, _ = as_set(same[0])
            assert (list(weeks), list(days), time) == (
                wanted["weeks"],
                wanted["days"],
                wanted["time"],
            )
            assert by == wanted["by"]
        assert len(found) <= len(by_hand["steps"])
        for quote in by_hand["not_steps"]:
            assert not _meant(quote, _found(text)), quote


@pytest.mark.papers
def test_the_periods_of_the_report_of_2017(papers: Path, tmp_path: Path) -> None:
    by_hand = json.loads(BY_HAND.read_text("utf-8"))["improvement_plan_2017"]
    for text in _papers(papers, "002", tmp_path):
        found = _found(text)
        for wanted in (each for each in by_hand["steps"] if not each.get("optional")):
            (step,) = _meant(wanted["quote"], found)
            told, period = wanted["relative"], step.period
            assert period is not None
            assert (period.amount, period.unit.value) == (told["amount"], told["unit"])
            assert period.direction.value == told["direction"]
            assert told["event"] in period.event or period.event in told["event"]
            assert (period.up_to or None) == told.get("amount_to")
        for quote in by_hand["not_steps"]:
            assert not _meant(quote, found), quote


def test_invented_papers_in_all_kinds_of_phrasing() -> None:
    scores = [each for each in score(PHRASINGS) if each.part is Part.TUNE]
    wanted = sum(each.wanted for each in scores)
    assert sum(each.right for each in scores) >= 0.98 * wanted
    assert not [each.invented for each in scores if each.invented]
