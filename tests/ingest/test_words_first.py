"""A new document answers as soon as it is read; its vectors come after, and nothing else does."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.settings import ROOT
from ingest import run
from ingest.run import Progress, Stage
from tests.support import WordsEmbedder, config, environment, folder_of, ingest
from vectorstore import indexed_text, missing_vectors, passage_store
from vectorstore.index import IndexReader
from vectorstore.search import Query, Search

LONG = "\n\n".join(
    f"# Page {page}\n\nThe panel hears case {page} on Thursday.\n\nIts worker writes {page} lines."
    for page in range(20)
)
OLD = {
    "one.md": "# Week one\n\nThe lead inspector rings on a Monday morning.\n",
    "two.md": "# Annex A\n\nThe lists are sent by the end of Tuesday.\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder whose two papers are in the index already."""
    corpus = folder_of(tmp_path / "corpus", dict(OLD))
    ingest(corpus, tmp_path / "index")
    return corpus


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def texts(search: Search, words: str) -> str:
    return " / ".join(hit.passage.text for hit in search.find(words, 50))


def by_words(index: Path) -> set[str]:
    """The files of the documents whose meaning is still to be indexed."""
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        without = reader.store.versions_without_vectors()
        return {each.file for each in reader.documents if (each.id, each.version) in without}


def test_a_session_that_is_open_finds_it_before_anything_is_embedded(corpus: Path, index: Path):
    (corpus / "new.md").write_text("# New\n\nThe mayor opens the day.\n")
    (corpus / "one.md").write_text("# Week one\n\nThe inspector writes a letter on Friday.\n")
    embedder = WordsEmbedder()
    seen: list[str] = []
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())

        def look(progress: Progress) -> None:
            if progress.stage is Stage.EMBEDDING and not seen:
                # What was read before may have its vectors, made while this one was read.
                assert "new.md" in by_words(index)
                seen.append(texts(search, "mayor inspector friday monday"))

        run.update(corpus, index, config(), look, embedder)
        assert "mayor" in seen[0]
        assert "Friday" in seen[0]
        assert "Monday" not in seen[0]
        assert by_words(index) == set()
        near = search.index.nearest(WordsEmbedder().embed(["The mayor opens the day."])[0], 50)
        assert "mayor" in texts(search, "mayor")
        assert len(near) == sum(count for _, count in reader.store.sizes().values())


def test_its_sentences_are_weighed_as_if_it_had_its_vectors(corpus: Path, index: Path):
    new = "# New\n\nThe mayor opens the day. The clerk closes it.\n"
    (corpus / "new.md").write_text(new)
    scores: list[tuple[float, list[float]]] = []
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())
        vector = search.vector("who opens the day, the mayor?")

        def look(progress: Progress) -> None:
            if progress.stage in (Stage.EMBEDDING, Stage.FINISHING):
                found = search.find_with_vectors(Query.of("who opens the day?"), vector, 20)
                mayor = next(each for each in found if "mayor" in each.hit.passage.text)
                scores.append((mayor.hit.dense, (mayor.vectors @ vector).tolist()))

        run.update(corpus, index, config(), look, WordsEmbedder())
    assert len(scores[0][1]) == 2
    assert scores[0][0] == pytest.approx(scores[-1][0])
    assert scores[0][1] == pytest.approx(scores[-1][1])


def test_a_question_embeds_only_the_best_few_of_them(corpus: Path, index: Path):
    (corpus / "long.md").write_text(LONG)
    embedder, asked = WordsEmbedder(), []
    with closing(IndexReader(index)) as reader:
        search = Search(reader, embedder)

        def look(progress: Progress) -> None:
            if progress.stage is Stage.EMBEDDING and not asked:
                asked.append(search.find("panel case thursday worker lines", 50))
                asked.append(len(embedder.texts))
                search.find("panel case thursday worker lines", 50)
                asked.append(len(embedder.texts))

        run.update(corpus, index, config(), look, WordsEmbedder())
    hits, first, second = asked
    assert len(hits) > missing_vectors.WHEN_ASKED
    assert first <= 1 + 2 * missing_vectors.WHEN_ASKED
    assert second == first + 1, "only the question is embedded again"


def test_a_new_paper_has_nothing_else_embedded_or_split_into_words(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    split: list[str] = []
    really = passage_store.keyword_fields

    def note(document: object, passage: object) -> indexed_text.KeywordFields:
        fields = really(document, passage)
        split.append(fields.body)
        return fields

    monkeypatch.setattr(passage_store, "keyword_fields", note)
    (corpus / "long.md").write_text(LONG)
    embedder = WordsEmbedder()
    report = ingest(corpus, index, embedder)
    assert len(split) == report.passages
    assert report.embedded == len(embedder.texts) == len(set(embedder.texts))
    assert not any("Monday" in each or "Tuesday" in each for each in (*split, *embedder.texts))


def test_a_removal_embeds_nothing_and_splits_nothing_into_words(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    with closing(IndexReader(index)) as reader:
        before = Search(reader, WordsEmbedder()).find("who rings on monday", 5)[0]
    (corpus / "two.md").unlink()
    monkeypatch.setattr(passage_store, "keyword_fields", None)
    monkeypatch.setattr(passage_store, "terms", None)
    # Not even what the vector cache lost has to be made again.
    (index / "vectors.sqlite").unlink()
    stages: list[Stage] = []
    embedder = WordsEmbedder()
    run.update(corpus, index, config(), lambda each: stages.append(each.stage), embedder)
    assert embedder.texts == []
    assert Stage.CARRYING in stages
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())
        found = search.find("who rings on monday", 5)
        assert [each.document.file for each in found] == ["one.md"] * len(found)
        assert found[0].passage == before.passage
        assert found[0].dense == pytest.approx(before.dense)
        assert len(reader.nearest(WordsEmbedder().embed(["the"])[0], 50)) == len(found)


DYING = """
import os, pathlib, signal, sys
from tests.support import WordsEmbedder, ingest

class Dying(WordsEmbedder):
    def embed(self, texts):
        if len(self.texts) >= 32:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().embed(texts)

ingest(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), Dying())
"""


def test_after_a_kill_the_next_update_makes_the_missing_vectors_and_only_those(
    corpus: Path, index: Path
):
    (corpus / "long.md").write_text(LONG)
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(corpus), str(index)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert by_words(index) == {"long.md"}
    with closing(IndexReader(index)) as reader:
        assert "case 7" in texts(Search(reader, WordsEmbedder()), "panel case 7")
    embedder = WordsEmbedder()
    report = ingest(corpus, index, embedder)
    assert (report.added, len(report.unchanged), report.passages) == ([], 3, 0)
    assert 0 < len(embedder.texts) < LONG.count(".") + LONG.count("#")
    assert all("Page" in text or "panel" in text or "worker" in text for text in embedder.texts)
    assert by_words(index) == set()
    assert ingest(corpus, index).embedded == 0


def test_one_that_is_removed_before_its_vectors_are_made_leaves_nothing(corpus: Path, index: Path):
    (corpus / "new.md").write_text("# New\n\nThe xylophone strategy of Zanzibar.\n")

    def stop(progress: Progress) -> None:
        if progress.stage is Stage.EMBEDDING:
            raise RuntimeError("the window was closed")

    with pytest.raises(RuntimeError):
        run.update(corpus, index, config(), stop, WordsEmbedder())
    (corpus / "new.md").unlink()
    embedder = WordsEmbedder()
    assert ingest(corpus, index, embedder).removed == ["new.md"]
    assert embedder.texts == []
    for path in index.rglob("*"):
        if path.is_file():
            assert b"xylophon" not in path.read_bytes().lower(), path
