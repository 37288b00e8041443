"""The answer model tells a line that answers from one that only has the words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from core.errors import WeightsChanged
from vectorstore.answer_model import AnswerModel, Reading
from vectorstore.answer_pairs import Pair
from vectorstore.embed import Embedder, Vectors

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


def test_a_sentence_scores_the_same_alone_and_among_others(
    model: AnswerModel, embedder: Embedder
) -> None:
    together = model.scores("who chairs the audit board?", LINES)
    afresh = AnswerModel(embedder)
    alone = [afresh.scores("who chairs the audit board?", [line])[0] for line in LINES]
    assert np.allclose(together, alone, atol=0.05)


class Counted:
    """The engine, and how many pairs it has read."""

    def __init__(self, engine: Embedder) -> None:
        self._engine = engine
        self.name, self.embed, self.pairs = engine.name, engine.embed, 0

    def answer_reader(self, weights: Path) -> Counted:
        self._reader = self._engine.answer_reader(weights)
        self.tokens = self._reader.tokens
        return self

    def log_odds(self, found: Sequence[Pair]) -> Vectors:
        self.pairs += len(found)
        return self._reader.log_odds(found)


def test_what_was_read_is_not_read_again_and_no_words_of_it_are_kept(embedder: Embedder) -> None:
    counted = Counted(embedder)
    model = AnswerModel(counted)
    first = model.scores("who chairs the audit board?", [*LINES, LINES[0]])
    assert counted.pairs == len(LINES)
    again = model.scores("who chairs the audit board?", LINES[::-1])
    assert counted.pairs == len(LINES)
    assert again.tolist() == first[:3][::-1].tolist()
    assert first[3] == first[0]
    model.scores("who chairs the audit board now?", LINES)
    model.scores("who chairs the audit board?", [Reading("", LINES[0].sentence)])
    assert counted.pairs == 2 * len(LINES) + 1
    assert not any(word in repr(vars(model)) for word in ("audit", "Lindqvist", "Boards"))


def test_it_keeps_the_latest_scores_only(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.answer_model.KEPT", 2)
    counted = Counted(embedder)
    model = AnswerModel(counted)
    model.scores("who?", LINES)
    model.scores("who?", LINES[1:])
    assert counted.pairs == len(LINES)
    model.scores("who?", LINES[:1])
    assert counted.pairs == len(LINES) + 1


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
