"""Vector files that a killed update left half written: answered without, made whole by the next."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.support import WordsEmbedder, folder_of, ingest
from vectorstore import folders
from vectorstore.dense import DenseIndex
from vectorstore.hnsw_files import half_written, writing
from vectorstore.index import IndexReader

PAPERS = {
    "one.md": "# Week one\n\nThe inspector rings on a Monday.\n\nThe lists go on Tuesday.\n",
    "two.md": "# Annex A\n\nEleven lists are sent.\n\nThey are checked before.\n",
}
TORN = ("header.bin", "data_level0.bin", "length.bin", "link_lists.bin", "index_metadata.pickle")


def store_of(index: Path) -> Path:
    place = folders.current(index)
    assert place is not None
    return place.path


def nearest(index: Path) -> dict[str, float]:
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        return reader.nearest(WordsEmbedder().embed(["the lists"])[0], 10)


def killed_while_writing(index: Path, file: str) -> None:
    """What a kill leaves: the mark, and a file that was only begun."""
    store = store_of(index)
    with suppress(KeyboardInterrupt), writing(store, store / "chroma"):
        path = next(store.glob(f"chroma/*/{file}"))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        raise KeyboardInterrupt


@pytest.mark.parametrize("file", TORN)
def test_it_answers_as_before_and_the_next_update_makes_it_whole(tmp_path: Path, file: str):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    folder_of(corpus, PAPERS)
    ingest(corpus, index)
    before = nearest(index)
    assert before
    killed_while_writing(index, file)
    assert half_written(store_of(index))
    assert nearest(index) == pytest.approx(before, abs=1e-4)
    report = ingest(corpus, index)
    assert report.embedded == 0, "the vectors are in the passage store"
    assert not half_written(store_of(index))
    assert next(store_of(index).glob(f"chroma/*/{file}"))
    assert nearest(index) == pytest.approx(before, abs=1e-4)


def test_files_that_cannot_be_read_without_a_mark_are_answered_without(tmp_path: Path):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    folder_of(corpus, PAPERS)
    ingest(corpus, index)
    before = nearest(index)
    path = next(store_of(index).glob("chroma/*/index_metadata.pickle"))
    path.write_bytes(path.read_bytes()[:100])
    assert nearest(index) == pytest.approx(before, abs=1e-4)


def test_the_mark_is_there_until_the_files_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    folder_of(corpus, PAPERS)
    seen: list[bool] = []
    search = DenseIndex.search

    def looked(self: DenseIndex, *given: object) -> dict[str, float]:
        seen.append(any(map(half_written, index.glob("store-*"))))
        return search(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(DenseIndex, "search", looked)
    ingest(corpus, index)
    assert seen
    assert all(seen)
    assert not half_written(store_of(index))
