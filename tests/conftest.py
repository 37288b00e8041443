"""Fixtures for every test: the model, loaded once, and the shipped papers, indexed once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.settings import ROOT
from tests.support import PAPERS, folder_of, ingest
from vectorstore.embed import Embedder, SentenceTransformerEmbedder
from vectorstore.vector_cache import FILE_NAME as VECTORS


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real model; it loads at the first text."""
    return SentenceTransformerEmbedder()


@pytest.fixture(scope="session")
def shipped_index(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """The index of the documents that come with the product. Read it, never write it."""
    index = tmp_path_factory.mktemp("shipped") / "index"
    report = ingest(ROOT / "corpus", index, embedder)
    assert report.added, "the shipped corpus is empty"
    assert not report.unread, report.unread
    return index


@pytest.fixture(scope="session")
def papers() -> Path:
    """The published papers beside the repo."""
    if not PAPERS.is_dir():
        pytest.skip("the published papers (../shared) are not beside the repo")
    return PAPERS


@pytest.fixture(scope="session")
def index_of(
    tmp_path_factory: pytest.TempPathFactory, embedder: Embedder
) -> Callable[[Path], Path]:
    """A function: the index, by the real model, of a folder of files; each made once."""
    made: dict[Path, Path] = {}
    remembered = tmp_path_factory.mktemp("vectors") / VECTORS

    def build(corpus: Path) -> Path:
        if corpus not in made:
            index = tmp_path_factory.mktemp("index")
            if remembered.exists():
                shutil.copyfile(remembered, index / VECTORS)
            ingest(corpus, index, embedder)
            shutil.copyfile(index / VECTORS, remembered)
            made[corpus] = index
        return made[corpus]

    return build


@pytest.fixture(scope="session")
def paper_folder(tmp_path_factory: pytest.TempPathFactory, papers: Path) -> Callable[..., Path]:
    """A function: a folder of its own with the published papers that match the patterns."""
    made: dict[tuple[str, ...], Path] = {}

    def copy(*patterns: str) -> Path:
        if patterns not in made:
            found = {each.name: each for one in patterns for each in (papers / "seeds").glob(one)}
            if not found:
                pytest.skip(f"no published paper is called {' or '.join(patterns)}")
            made[patterns] = folder_of(tmp_path_factory.mktemp("papers"), dict(found))
        return made[patterns]

    return copy
