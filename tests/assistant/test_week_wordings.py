"""Questions of weeks and days over the shipped papers: what a manager types and what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answering import Assistant
from core.answers import Answer, SentenceKind, Status
from tests.support import config
from vectorstore.embed import Embedder

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(shipped_index: Path, embedder: Embedder) -> Iterator[Ask]:
    with closing(Assistant.open(config(index=shipped_index), embedder)) as assistant:
        yield lambda *turns: assistant.ask(turns)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (["what do we hand in on the tuesday before inspectors come"], "data lists", "documents"),
        (["what do we submit on wed wk 1"], "Annex A documents", "data lists"),
        (["what gets sent the day after the call"], "data lists", "documents"),
        (["what meeting is held on monday of week 1"], "set-up meeting", "data lists"),
        (["what happens the monday they turn up"], "opening presentation", "set-up"),
        (["end of week two, what happens"], "initial feedback", "arrive"),
        (["tuesday when theyre on site, short inspection"], "track cases", "data lists"),
        (["last thing that happens on site"], "initial feedback", "data lists"),
        (["how does the on-site week start"], "opening presentation", "feedback"),
        (["what happens on day one"], "calls the Director", "data lists"),
        (["wednesday of the off-site week", "and the day before"], "data lists", "documents"),
        (["monday off site week", "and two days later?"], "Annex A documents", "data lists"),
        (["off-site week please", "the week after?", "what about friday"], "feedback", "lists"),
        (["who chairs the board", "what happens on tuesday of week one"], "data lists", "chair"),
    ],
)
def test_the_lines_of_that_day_answer_and_no_other(
    ask: Ask, turns: list[str], said: str, unsaid: str
):
    answer = ask(*turns)
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    assert unsaid not in answer.text


def test_a_whole_week_is_told_in_order_with_the_day_of_each_line(ask: Ask):
    answer = ask("timetable for the off-site week")
    items = [each.text for each in answer.sentences if each.kind is SentenceKind.ITEM]
    assert [text.split(":")[0] for text in items[:4]] == [
        "Monday",
        "Monday, later",
        "Tuesday",
        "Wednesday",
    ]
    assert all(each.citations for each in answer.sentences if each.kind is not SentenceKind.FRAME)
    for each in answer.sentences[1:5]:
        day = each.text.split(":")[0]
        quotes = " ".join(answer.citations[number - 1].quote for number in each.citations)
        assert day in quotes


def test_the_kind_of_inspection_that_is_named_answers(ask: Ask):
    answer = ask("what happens in week 3 of a standard inspection")
    assert "Second week of inspection on site" in answer.text
    assert ask("what happens in week 3 of a short inspection").status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    "turns",
    [
        ["what do we send on thursday of week 1"],
        ["wk1 thurs"],
        ["is anything due on the friday before they come"],
        ["monday week one", "three days later"],
    ],
)
def test_a_day_without_a_line_is_refused_by_name_with_its_week_beside(ask: Ask, turns: list[str]):
    answer = ask(*turns)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "Thursday of week 1" in answer.text or "Friday of week 1" in answer.text
    assert any("Annex A" in each.quote for each in answer.near)


def test_a_wrong_day_is_put_right(ask: Ask):
    answer = ask("annex a documents on thursday of week 1")
    assert answer.sentences[0].text == "Not Thursday but Wednesday:"
    assert "Annex A documents" in answer.text


@pytest.mark.parametrize(
    "turns", [["and the day after?"], ["when is the report out", "two days later"]]
)
def test_a_day_after_nothing_is_asked_back(ask: Ask, turns: list[str]):
    assert ask(*turns).status is Status.NEEDS_CLARIFICATION


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which day of the week does the call come", "Monday"),
        ("how long are inspectors on site", "one week"),
        ("when do inspectors arrive", "Monday"),
    ],
)
def test_questions_that_only_name_a_day_are_answered_as_before(ask: Ask, question: str, said: str):
    answer = ask(question)
    assert said in answer.text
    assert len(answer.sentences) <= 2
