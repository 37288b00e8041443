"""The acceptance: 'What happens on Wednesday of week one?', whatever form the deck is kept in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answering import Assistant
from core.answers import Answer, Status
from core.documents import PassageKind
from tests.support import config
from vectorstore.embed import Embedder

WEDNESDAY = "What happens on Wednesday of week one?"
THURSDAY = "What happens on Thursday of week one?"
FORMS = {"text": "004*.txt", "slides": "004*.pptx", "pdf": "004*.pdf"}

Ask = Callable[..., Answer]


def asking(index: Path, embedder: Embedder) -> Iterator[Ask]:
    with closing(Assistant.open(config(index=index), embedder)) as assistant:
        yield lambda *turns: assistant.ask(turns)


@pytest.fixture(scope="module", params=FORMS, ids=list(FORMS))
def deck(
    request: pytest.FixtureRequest,
    paper_folder: Callable[..., Path],
    index_of: Callable[[Path], Path],
    embedder: Embedder,
) -> Iterator[tuple[str, Ask]]:
    """One form of the October 2024 deck, alone in a corpus."""
    index = index_of(paper_folder(FORMS[request.param]))
    for ask in asking(index, embedder):
        yield request.param, ask


@pytest.fixture(scope="module")
def shipped(shipped_index: Path, embedder: Embedder) -> Iterator[Ask]:
    yield from asking(shipped_index, embedder)


def said(answer: Answer) -> str:
    return " ".join(answer.text.split())


@pytest.mark.papers
def test_wednesday_of_week_one_is_the_document_list(deck: tuple[str, Ask]):
    form, ask = deck
    answer = ask(WEDNESDAY)
    assert answer.status is Status.ANSWERED
    assert "Document list will be submitted by end of day Wednesday" in said(answer)
    assert "11 lists" not in said(answer)
    assert len(answer.citations) == 1
    cited = answer.citations[0]
    assert "Document list" in cited.quote
    headings = (*cited.passage.headings, *cited.spans)
    assert any(heading == "ILACS – Week 1" for heading in headings), headings
    if form != "text":
        assert cited.passage.page == "3"
        assert cited.passage.page_index == 2
    assert all(each.citations == (1,) for each in answer.sentences if each.kind != "frame")


@pytest.mark.papers
@pytest.mark.parametrize(
    "question",
    [
        "whats on weds wk 1",
        "What happens on Wednesday in the first week?",
        "week 1 wednesday",
        "On Wednesday of week one, what happens?",
    ],
)
def test_it_may_be_asked_in_other_words(deck: tuple[str, Ask], question: str):
    answer = deck[1](question)
    assert answer.status is Status.ANSWERED
    assert "Document list" in said(answer)


@pytest.mark.papers
def test_a_follow_up_goes_a_day_back(deck: tuple[str, Ask]):
    answer = deck[1](WEDNESDAY, "and the day before?")
    assert answer.status is Status.ANSWERED
    assert "11 lists" in said(answer)
    assert "Document list" not in said(answer)


@pytest.mark.papers
def test_a_day_without_a_step_is_not_in_the_documents(deck: tuple[str, Ask]):
    answer = deck[1](THURSDAY)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert not answer.citations
    assert answer.near
    assert any("Wednesday" in each.quote for each in answer.near)
    assert "Document list" not in said(answer)


def test_the_shipped_deck_answers_too(shipped: Ask):
    answer = shipped(WEDNESDAY)
    assert answer.status is Status.ANSWERED
    assert "Annex A" in said(answer)
    assert "document" in said(answer).lower()
    assert "end of the day" in said(answer)
    cited = answer.citations[0]
    assert "week 1" in " ".join(cited.passage.headings).lower()
    assert cited.passage.page
    assert cited.passage.kind is not PassageKind.HEADING


def test_a_day_without_a_step_in_the_shipped_papers(shipped: Ask):
    answer = shipped(THURSDAY)
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert answer.near
