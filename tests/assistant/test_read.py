"""Sentences are read in rounds: no more of them than may still come near the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from assistant.answering import Assistant
from assistant.read import FIRST, READ, READ_NEAR
from vectorstore.answer_model import AnswerModel, Reading
from vectorstore.embed import Vectors

BOARDS = ("Audit", "Housing", "Transport", "Parks", "Planning", "Licensing", "Pensions")
LINES = [
    f"The {board} Board {does}."
    for board in BOARDS
    for does in (
        "meets every six weeks in the town hall",
        "looked at its budget in May",
        "has nine members and a clerk",
    )
]
CHAIR = "Petra Lindqvist chairs the Audit Board."


@pytest.fixture
def asked(
    assistant_over: Callable[..., Assistant], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], tuple[str, int]]:
    """A function: the answer to a question over a line among others, and how many lines it read."""
    read: list[str] = []
    scores = AnswerModel.scores

    def counted(model: AnswerModel, question: str, readings: Sequence[Reading]) -> Vectors:
        read.extend(each.sentence for each in readings)
        return scores(model, question, readings)

    def ask(line: str, question: str) -> tuple[str, int]:
        text = "\n\n".join([*LINES[:10], line, *LINES[10:]])
        assistant = assistant_over({"minutes/boards.md": f"# Boards\n\n{text}\n"})
        read.clear()
        answer = assistant.ask([question])
        assert len(read) == len({*read})
        return answer.text, len(read)

    monkeypatch.setattr(AnswerModel, "scores", counted)
    return ask


def test_a_clear_first_is_all_that_is_read(asked: Callable[[str, str], tuple[str, int]]) -> None:
    text, read = asked(CHAIR, "Who chairs the Audit Board?")
    assert "Petra Lindqvist" in text
    assert read == FIRST


def test_where_nothing_is_clear_the_rest_is_read_too(
    asked: Callable[[str, str], tuple[str, int]],
) -> None:
    text, read = asked(CHAIR, "What did the boards decide about leave?")
    assert "Petra" not in text
    assert FIRST < read <= READ + READ_NEAR
