"""The vectors in Chroma, which anyone with a plain client can open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import chromadb
import numpy as np
import pytest

from tests.support import WordsEmbedder, a_document, a_passage
from vectorstore import dense
from vectorstore.dense import DenseIndex
from vectorstore.embed import Vectors

TEXTS = ("Annex A is due on Wednesday.", "The lead inspector rings on Monday.", "Notes — “week 2”")


def vectors(*texts: str) -> Vectors:
    return WordsEmbedder().embed(texts)


def fill(index: DenseIndex, version: str = "v1", texts: tuple[str, ...] = TEXTS) -> list[str]:
    document = a_document(version=version)
    passages = [
        a_passage(document, place, text, page="3", headings=("ILACS", "Week 1"))
        for place, text in enumerate(texts)
    ]
    index.add(document, passages, vectors(*texts))
    return [each.id for each in passages]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[DenseIndex]:
    with closing(DenseIndex(tmp_path)) as index:
        yield index


def test_a_plain_client_can_open_and_read_the_collection(tmp_path: Path):
    with closing(DenseIndex(tmp_path)) as index:
        ids = fill(index)
    with closing(chromadb.PersistentClient(path=str(tmp_path / "chroma"))) as client:
        collection = client.get_collection("passages")
        assert collection.configuration["hnsw"]["space"] == "cosine"
        held = collection.get(include=["documents", "metadatas", "embeddings"])
        assert dict(zip(held["ids"], held["documents"], strict=True)) == dict(
            zip(ids, TEXTS, strict=True)
        )
        assert held["metadatas"][0]["file"] == "minutes/one.md"
        assert held["metadatas"][0]["page"] == "3"
        assert held["metadatas"][0]["heading"] == "ILACS > Week 1"
        found = collection.query(query_embeddings=vectors(TEXTS[1]), n_results=1)
        assert found["documents"] == [[TEXTS[1]]]


def test_the_nearest_comes_with_its_cosine(index: DenseIndex):
    ids = fill(index)
    found = index.search(vectors(TEXTS[0])[0], 3)
    assert next(iter(found)) == ids[0]
    assert found[ids[0]] == pytest.approx(1.0, abs=1e-4)
    expected = float(vectors(TEXTS[0])[0] @ vectors(TEXTS[1])[0])
    assert found[ids[1]] == pytest.approx(expected, abs=1e-4)


def test_a_repeat_writes_nothing_twice(index: DenseIndex):
    ids = fill(index)
    fill(index)
    assert set(index.search(vectors("week")[0], 100)) == set(ids)


def test_one_version_is_taken_out_and_the_other_stays(index: DenseIndex):
    old, new = fill(index, "v1"), fill(index, "v2")
    document = a_document().id
    assert index.versions() == {(document, "v1"), (document, "v2")}
    index.delete_version(document, "v1")
    assert index.versions() == {(document, "v2")}
    found = set(index.search(vectors("week")[0], 100))
    assert found == set(new)
    assert not found & set(old)


def test_nothing_is_found_in_nothing(index: DenseIndex):
    assert index.search(vectors("week")[0], 5) == {}
    index.delete_version("never", "there")
    index.delete(["never-there"])


def test_more_passages_than_one_write_takes(index: DenseIndex, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dense, "WRITE_BATCH", 3)
    ids = fill(index, texts=tuple(f"passage number {n}" for n in range(10)))
    assert set(index.search(vectors("number")[0], 100)) == set(ids)
    index.delete(ids[:7])
    assert set(index.search(vectors("number")[0], 100)) == set(ids[7:])


def test_what_another_client_wrote_is_seen_after_opening_anew(tmp_path: Path):
    with closing(DenseIndex(tmp_path)) as first:
        fill(first, "v1")
    with closing(DenseIndex(tmp_path)) as second:
        assert len(second.search(np.asarray(vectors("week")[0]), 10)) == len(TEXTS)
