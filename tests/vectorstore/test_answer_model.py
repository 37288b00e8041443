"""The answer model tells a line that answers from one that only has the words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import WeightsChanged
from vectorstore.answer_model import AnswerModel, Reading
from vectorstore.embed import Embedder

BOARD = "The Audit Board met in May and looked at supervision."
CHAIR = "Petra Lindqvist chairs the Audit Board."
OFTEN = "The Audit Board meets every six weeks."
LINES = [Reading("Boards", text) for text in (BOARD, CHAIR, OFTEN)]


@pytest.fixture(scope="module")
def model(embedder: Embedder) -> AnswerModel:
    return AnswerModel(embedder)


@pytest.mark.parametrize(
    ("question", "line"),
    [("who chairs the audit board?", CHAIR), ("how often does the audit board meet?", OFTEN)],
)
def test_the_line_that_answers_comes_first(model: AnswerModel, question: str, line: str) -> None:
    scores = model.scores(question, LINES)
    assert LINES[int(scores.argmax())].sentence == line


def test_a_mention_scores_below_an_answer(model: AnswerModel) -> None:
    chair, budget = (
        model.scores(question, LINES).max()
        for question in ("who chairs the audit board?", "what is the audit board's budget?")
    )
    assert chair > budget


def test_a_sentence_scores_the_same_alone_and_among_others(model: AnswerModel) -> None:
    together = model.scores("who chairs the audit board?", LINES)
    alone = [model.scores("who chairs the audit board?", [line])[0] for line in LINES]
    assert np.allclose(together, alone, atol=0.05)


def test_nothing_to_read_and_odd_text(model: AnswerModel) -> None:
    assert len(model.scores("who?", [])) == 0
    odd = [Reading("", ""), Reading("", "\x00"), Reading("", "word " * 5000)]
    assert np.isfinite(model.scores("🙂" * 300, odd)).all()


def test_changed_weights_are_not_trusted(embedder: Embedder, tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(b"something else")
    with pytest.raises(WeightsChanged, match="answer model"):
        AnswerModel(embedder, path).scores("who?", LINES)
    with pytest.raises(WeightsChanged):
        AnswerModel(embedder, tmp_path / "none").scores("who?", LINES)
