"""The vectors in Chroma, which anyone with a plain client can open."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import chromadb
import numpy as np
import pytest

from tests.support import WordsEmbedder, a_document, a_passage
from vectorstore import dense
from vectorstore.dense import DenseIndex, StoreGone
from vectorstore.embed import DIMENSION, Vectors

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


def test_nothing_is_found_in_nothing(index: DenseIndex):
    assert index.search(vectors("week")[0], 5) == {}


def test_more_passages_than_one_write_takes(index: DenseIndex, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dense, "WRITE_BATCH", 3)
    ids = fill(index, texts=tuple(f"passage number {n}" for n in range(10)))
    assert set(index.search(vectors("number")[0], 100)) == set(ids)


def test_what_another_client_wrote_is_seen_after_opening_anew(tmp_path: Path):
    with closing(DenseIndex(tmp_path)) as first:
        fill(first, "v1")
    with closing(DenseIndex(tmp_path)) as second:
        assert len(second.search(np.asarray(vectors("week")[0]), 10)) == len(TEXTS)


def test_a_reader_makes_nothing_where_there_is_nothing(tmp_path: Path):
    with pytest.raises(StoreGone):
        DenseIndex(tmp_path, make=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", [1, 3, 1200])
def test_memory_that_chroma_never_filled_does_not_stay_on_disk(tmp_path: Path, count: int):
    """Chroma saves its memory as it got it: for few vectors with none, for 1000 with them."""
    rows = np.random.default_rng(1).normal(size=(count, DIMENSION)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    document = a_document()
    passages = [a_passage(document, place, f"number {place}") for place in range(count)]
    with closing(DenseIndex(tmp_path)) as index:
        index.add(document, passages, rows)
        before = [index.search(row, 5) for row in rows[:20]]
    junk = b"what another document said" * 4
    for path in (tmp_path / "chroma").glob("*/*.bin"):
        if path.name not in ("data_level0.bin", "length.bin"):
            continue
        header = (path.parent / "header.bin").read_bytes()
        capacity, used = (int.from_bytes(header[at : at + 8], sys.byteorder) for at in (12, 20))
        if used == 0:
            assert not any(path.read_bytes())
        size = 4 if path.name == "length.bin" else 1676
        room = (capacity - used) * size
        with path.open("r+b") as file:
            file.seek(used * size)
            file.write((junk * room)[:room])
    with closing(DenseIndex(tmp_path)) as index:
        assert [index.search(row, 5) for row in rows[:20]] == before
    for path in (tmp_path / "chroma").rglob("*.*"):
        assert not path.is_file() or b"another document" not in path.read_bytes(), path.name
    with closing(DenseIndex(tmp_path)) as index:
        assert [index.search(row, 5) for row in rows[:20]] == before


def test_who_only_reads_writes_no_vectors(tmp_path: Path):
    with closing(DenseIndex(tmp_path)) as index:
        fill(index)

    def written() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (tmp_path / "chroma").glob("*/*")}

    before = written()
    assert "index_metadata.pickle" in before
    with closing(DenseIndex(tmp_path, make=False)) as index:
        assert len(index.search(vectors("week")[0], 10)) == len(TEXTS)
    assert written() == before
