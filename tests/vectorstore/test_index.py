"""A reader keeps whole documents in memory, and never one that changed or went."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents import Document
from core.settings import Settings
from ingest.run import update
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader


def passages(reader: IndexReader, document: Document) -> list[str]:
    return [each.text for each in reader.passages(document.id, document.version)]


def test_a_document_read_before_is_as_it_now_is(tmp_path: Path, embedder: Embedder) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    paper = corpus / "paper.txt"
    paper.write_text("The panel meets on Monday.")

    def updated() -> None:
        update(corpus, index, Settings(index=index), embedder=embedder)

    updated()
    reader = IndexReader(index)
    reader.refresh()
    (first,) = reader.documents
    assert passages(reader, first) == passages(reader, first) == ["The panel meets on Monday."]
    paper.write_text("The panel meets on Friday.")
    updated()
    reader.refresh()
    (second,) = reader.documents
    assert passages(reader, second) == ["The panel meets on Friday."]
    assert passages(reader, first) == []
    paper.unlink()
    (corpus / "other.txt").write_text("The board meets in May.")
    updated()
    reader.refresh()
    assert passages(reader, second) == []
    reader.close()


def test_no_more_is_kept_than_may_be(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vectorstore.index.KEPT", 2)
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    for number in range(4):
        (corpus / f"{number}.txt").write_text(f"List {number} is kept.\n\nIt is read weekly.")
    update(corpus, index, Settings(index=index), embedder=embedder)
    reader = IndexReader(index)
    reader.refresh()
    for document in (*reader.documents, *reader.documents):
        assert len(passages(reader, document)) == 2
    assert sum(map(len, reader._passages.values())) == 2
    reader.close()
