"""With a database named by its URL the whole way works, and nothing of it is kept in the index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.settings import settings
from tests.support import WordsEmbedder, folder_of, ingest
from vectorstore.index import IndexReader
from vectorstore.search import Search

FILES = {
    "minutes/one.md": "# Week one\n\nThe lead inspector rings on a Monday morning.\n",
    "copy.txt": "Week one\n\nThe lead inspector rings on a Monday morning.\n",
}


@pytest.fixture
def named(database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The setting names the database, which for SQLite lies beside the index."""
    monkeypatch.setenv("INSPECTION_REGISTER_URL", database)
    settings.cache_clear()
    yield database
    settings.cache_clear()


def test_documents_go_in_answer_and_are_withdrawn(named: str, tmp_path: Path):
    index = tmp_path / "index"
    report = ingest(folder_of(tmp_path / "corpus", dict(FILES)), index)
    assert (report.added, report.forms) == (["minutes/one.md"], {"copy.txt": "minutes/one.md"})
    assert not (index / "register.sqlite").exists()
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())
        assert search.find("who rings on Monday", 5)
        reader.register.withdraw(reader.documents[0].id)
        assert not search.find("who rings on Monday", 5)
    report = ingest(tmp_path / "corpus", index)
    assert report.unchanged == ["copy.txt", "minutes/one.md"]
