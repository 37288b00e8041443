"""The search in somebody else's LangChain chain, and from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnablePassthrough

from core.errors import IndexMissing
from core.settings import ROOT
from tests.support import WordsEmbedder, command
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader
from vectorstore.retriever import InspectionRetriever
from vectorstore.search import Search


@pytest.fixture
def retriever(shipped_index: Path, embedder: Embedder) -> Iterator[InspectionRetriever]:
    with closing(InspectionRetriever.open(shipped_index, top=4, embedder=embedder)) as retriever:
        yield retriever


def test_it_returns_langchain_documents_with_place_and_scores(
    retriever: InspectionRetriever, shipped_index: Path, embedder: Embedder
):
    found = retriever.invoke("What happens on Wednesday of week one?")
    with closing(IndexReader(shipped_index)) as index:
        hits = Search(index, embedder).find("What happens on Wednesday of week one?", 4)
    assert isinstance(retriever, BaseRetriever)
    assert all(isinstance(each, Document) for each in found)
    assert [each.page_content for each in found] == [hit.passage.text for hit in hits]
    for each, hit in zip(found, hits, strict=True):
        assert each.metadata == {
            "title": hit.document.title,
            "file": hit.document.file,
            "page": hit.passage.page,
            "heading": hit.passage.headings[-1] if hit.passage.headings else "",
            "publisher": hit.document.publisher,
            "about": hit.document.about,
            "published": hit.document.published.iso(),
            "dense": hit.dense,
            "keyword": hit.keyword,
            "fused": hit.fused,
            "passage_id": hit.passage.id,
        }
        assert each.id == hit.passage.id
        assert (ROOT / "corpus" / each.metadata["file"]).is_file()


def test_it_works_in_a_chain(retriever: InspectionRetriever):
    seen: list[str] = []

    def as_text(found: list[Document]) -> str:
        seen.extend(each.metadata["file"] for each in found)
        return "\n".join(each.page_content for each in found)

    model = GenericFakeChatModel(messages=iter([AIMessage(content="By the end of the day.")]))
    prompt = ChatPromptTemplate.from_template("{passages}\n\n{question}")
    chain = (
        {"passages": retriever | as_text, "question": RunnablePassthrough()}
        | prompt
        | model
        | StrOutputParser()
    )
    assert chain.invoke("When is Annex A due?") == "By the end of the day."
    assert len(seen) == 4


def test_documents_survive_being_written_as_json(retriever: InspectionRetriever):
    for each in retriever.invoke("care leavers"):
        json.dumps(each.metadata)


def test_no_index_is_said_so(tmp_path: Path):
    with pytest.raises(IndexMissing):
        InspectionRetriever.open(tmp_path / "none", embedder=WordsEmbedder())


def test_the_command_shows_what_is_found_and_why(shipped_index: Path):
    words = "Annex A documents on Wednesday"
    done = command("vectorstore", words, "--top", "3", "--json", "--index", shipped_index)
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert shown["query"] == words
    assert len(shown["hits"]) == 3
    best = shown["hits"][0]
    assert {"file", "page", "heading", "text", "dense", "keyword", "fused"} <= best.keys()
    assert best["keyword"] > 0
    assert "wednesday" in best["words"]


def test_the_command_without_an_index(tmp_path: Path):
    done = command("vectorstore", "annex", "--index", tmp_path / "none")
    assert done.returncode == 1
    assert "python -m ingest" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [(), (" ",), ("annex", "--top", "0"), ("annex", "--what")])
def test_the_command_used_wrongly(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    from vectorstore.__main__ import main

    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err
