"""Search: what is live is found, what is not never is, and no words make it fail."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from core.documents import Document
from core.errors import IndexMissing
from core.settings import ROOT
from language.words import content_terms
from tests.support import WordsEmbedder, a_document, a_passage, environment, folder_of, ingest
from vectorstore import index, keyword
from vectorstore.candidates import candidates
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader
from vectorstore.index_writer import IndexWriter
from vectorstore.search import Query, Search

LINES = ("The lead inspector rings on Monday.", "Annex A is due on Wednesday.")


def write(writer: IndexWriter, document: Document, *texts: str, live: bool = True) -> None:
    passages = [a_passage(document, place, text) for place, text in enumerate(texts)]
    writer.write(document, passages)
    if live:
        writer.register.make_live(document, len(passages))


def searching(folder: Path) -> Search:
    return Search(IndexReader(folder), WordsEmbedder())


def in_another_process(corpus: Path, index: Path) -> None:
    """Ingest, quickly, as another program would."""
    code = (
        "import sys, pathlib; from tests.support import ingest;"
        "ingest(*map(pathlib.Path, sys.argv[1:]))"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(corpus), str(index)],
        cwd=ROOT,
        env=environment(),
        check=True,
    )


def texts(search: Search, words: str) -> list[str]:
    return [hit.passage.text for hit in search.find(words, 50)]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[IndexWriter]:
    with closing(IndexWriter(tmp_path, WordsEmbedder())) as writer:
        yield writer


def test_no_index_is_said_so_and_none_is_made(tmp_path: Path):
    with pytest.raises(IndexMissing):
        IndexReader(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_hits_carry_the_scores_that_found_them(writer: IndexWriter, tmp_path: Path):
    write(writer, a_document(), *LINES)
    hits = searching(tmp_path).find("when is annex a due", 10)
    assert hits[0].passage.text == LINES[1]
    assert hits[0].keyword > 0
    assert [hit.fused for hit in hits] == sorted((hit.fused for hit in hits), reverse=True)
    assert all(-1.001 <= hit.dense <= 1.001 for hit in hits)
    assert hits[0].document == a_document()


def test_the_limit_is_kept(writer: IndexWriter, tmp_path: Path):
    write(writer, a_document(), *(f"Annex {n}" for n in range(30)))
    assert len(searching(tmp_path).find("annex", 7)) == 7


def test_a_version_answers_from_the_moment_it_is_live(writer: IndexWriter, tmp_path: Path):
    write(writer, a_document(version="v1"), "Annex A is due on Tuesday.")
    search = searching(tmp_path)
    write(writer, a_document(version="v2"), "Annex A is due on Friday.", live=False)
    assert texts(search, "annex a") == ["Annex A is due on Tuesday."]
    writer.register.make_live(a_document(version="v2"), 1)
    assert texts(search, "annex a") == ["Annex A is due on Friday."]


def test_a_removed_document_stops_before_its_passages_are_swept(
    writer: IndexWriter, tmp_path: Path
):
    write(writer, a_document(), *LINES)
    search = searching(tmp_path)
    assert texts(search, "annex")
    writer.register.remove([a_document().file])
    assert texts(search, "annex") == []
    assert search.index.documents == ()


def test_dead_passages_do_not_crowd_out_the_live(writer: IndexWriter, tmp_path: Path):
    for number in range(20):
        write(writer, a_document(version=f"v{number}"), *LINES, live=False)
    write(writer, a_document(version="live"), *LINES)
    assert sorted(texts(searching(tmp_path), "annex monday")) == sorted(LINES)


def test_only_the_documents_named_are_looked_in(writer: IndexWriter, tmp_path: Path):
    chatty, quiet = a_document("chatty"), a_document("quiet")
    write(writer, chatty, *(f"carers meet on day {day}" for day in range(300)))
    write(writer, quiet, "carers meet in the library")
    search = searching(tmp_path)
    query = Query.of("where do carers meet")
    found = search.find_with_vectors(query, None, 5, among={quiet.id})
    assert [each.hit.passage.text for each in found] == ["carers meet in the library"]
    assert search.find_with_vectors(query, None, 5, among=frozenset()) == []
    assert len(search.find_with_vectors(query, None, 5)) == 5


def test_two_readers_in_one_process_see_what_another_process_adds(tmp_path: Path):
    corpus = folder_of(tmp_path / "corpus", {"one.md": "The inspector rings on Monday.\n"})
    index = tmp_path / "index"
    in_another_process(corpus, index)
    readers = searching(index), searching(index)
    for search in readers:
        assert search.find("who rings", 5)
    folder_of(corpus, {"two.md": "Children in care live with carers.\n"})
    in_another_process(corpus, index)
    for search in readers:
        search.index.refresh()
        near = search.index.store.get(list(search.index.nearest(search.vector("carers"), 10)))
        assert any("carers" in each.passage.text for each in near.values())


def test_threads_search_while_documents_come_and_go(writer: IndexWriter, tmp_path: Path):
    write(writer, a_document("kept.md"), "Annex A is due on Wednesday.")
    search = searching(tmp_path)
    errors: list[BaseException] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                assert "Annex A is due on Wednesday." in texts(search, "annex")
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        write(writer, a_document("other.md", f"v{number}"), f"Annex B, version {number}")
        writer.sweep()
    writer.register.remove(["other.md"])
    done.set()
    for thread in threads:
        thread.join()
    assert not errors


@pytest.fixture(scope="module")
def two_lines(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("two-lines")
    with closing(IndexWriter(folder, WordsEmbedder())) as writer:
        write(writer, a_document(), *LINES)
    return searching(folder)


@effort(max_examples=150)
@given(words=st.text(max_size=200))
@example(words="")
@example(words='"')
@example(words="NEAR(a b) OR -x* AND col:")
@example(words="'; DROP TABLE passages; --")
@example(words="annex " * 3000)
@example(words="\0")
@example(words="%_*?[]")
def test_no_words_make_it_fail(two_lines: Search, words: str):
    for hit in two_lines.find(words, 5):
        assert hit.passage.text in LINES


@effort(max_examples=15)
@given(words=st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
@example(words="")
@example(words="word " * 2000)
def test_no_words_make_the_real_model_fail(shipped_index: Path, embedder: Embedder, words: str):
    with closing(IndexReader(shipped_index)) as index:
        Search(index, embedder).find(words, 5)


FILES = st.sampled_from(["a.md", "b.md", "c.md"])
CHANGES = st.lists(
    st.tuples(st.sampled_from(["write", "half", "remove", "sweep"]), FILES), min_size=1, max_size=8
)


@effort(max_examples=25)
@given(changes=CHANGES)
def test_only_what_is_live_is_ever_found(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
):
    folder = tmp_path_factory.mktemp("changes")
    live: dict[str, str] = {}
    with closing(IndexWriter(folder, WordsEmbedder())) as writer:
        search = searching(folder)
        for number, (what, file) in enumerate(changes):
            text = f"Annex in {file} of version {number}"
            if what in ("write", "half"):
                write(writer, a_document(file, f"v{number}"), text, live=what == "write")
            if what == "write":
                live[file] = text
            elif what == "remove":
                writer.register.remove([file])
                live.pop(file, None)
            elif what == "sweep":
                writer.sweep()
            assert sorted(texts(search, "annex version")) == sorted(live.values())
        search.index.close()


def test_a_removed_file_is_found_no_more_by_an_open_reader(tmp_path: Path):
    corpus = folder_of(tmp_path / "corpus", {"a.md": f"# A\n\n{LINES[0]}\n", "b.md": LINES[1]})
    ingest(corpus, tmp_path / "index")
    search = searching(tmp_path / "index")
    assert LINES[1] in texts(search, "annex")
    (corpus / "b.md").unlink()
    ingest(corpus, tmp_path / "index")
    assert LINES[1] not in texts(search, "annex")
    assert LINES[0] in texts(search, "inspector")


@pytest.mark.parametrize("compared", [0, 2000], ids=["left out after Chroma", "all compared"])
def test_of_the_documents_named_the_same_are_near_either_way(
    writer: IndexWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compared: int
):
    monkeypatch.setattr(index, "COMPARED", compared)
    named = [a_document("first"), a_document("second")]
    for document in (*named, a_document("third")):
        write(writer, document, *(f"carers meet on day {day}" for day in range(20)), document.id)
    search = searching(tmp_path)
    search.index.refresh()
    near = search.index.nearest(search.vector("carers day 7"), 5, {each.id for each in named})
    passages = search.index.store.get(list(near))
    assert len(near) == 5
    assert {each.passage.document for each in passages.values()} <= {each.id for each in named}
    assert {passages[each].passage.text for each in list(near)[:2]} == {"carers meet on day 7"}


def test_a_rare_word_is_found_where_the_common_ones_would_take_too_long(
    writer: IndexWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(keyword, "LOOKED_AT", 3)
    lines = [f"carers meet on day {day}" for day in range(50)]
    others = [f"staff are away on day {day}" for day in range(80)]
    both, rare = "carers meet in the library", "the library is shut"
    write(writer, a_document(), *lines, *others, rare, both)
    search = searching(tmp_path)
    search.index.refresh()

    def found(words: str) -> list[str]:
        rows = keyword.search(search.index.store, content_terms(words), 10)
        ids = [candidates(search.index.store, (), [row])[0].id for row in rows]
        return [search.index.store.get([each])[each].passage.text for each in ids]

    # The rare word looks; all of them rank what it found.
    assert found("carers meet library") == [both, rare]
    assert len(found("carers")) == 10, "a common word alone still finds"


def test_what_is_counted_once_is_counted_anew_after_a_change(writer: IndexWriter, tmp_path: Path):
    write(writer, a_document("one"), "Annex A is due.")
    search = searching(tmp_path)
    search.index.refresh()
    assert (search.size(), search.frequency("annex"), search.frequency("carer")) == (1, 1, 0)
    write(writer, a_document("two"), "Annex A names carers.")
    search.index.refresh()
    assert (search.size(), search.frequency("annex"), search.frequency("carer")) == (2, 2, 1)
    assert "carer" in search.vocabulary()
