"""An index made by another version is made anew beside the old one, which answers meanwhile."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import IndexMissing
from core.settings import ROOT
from ingest import version
from ingest.reading import FileReader
from records.register import Register
from tests.support import WordsEmbedder, environment, folder_of, ingest
from vectorstore import folders, index
from vectorstore.folders import Place
from vectorstore.index import IndexReader
from vectorstore.search import Search

FILES = {
    "one.md": "# Week one\n\nThe lead inspector rings on a Monday morning.\n",
    "two.md": "# Annex A\n\nThe lists are sent by the end of Tuesday.\n",
    "three.md": "# Care leavers\n\nEvery care leaver has a pathway plan.\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "corpus", dict(FILES))


def first_layout(folder: Path) -> None:
    """The index as it was made before stores had folders of their own."""
    place = folders.current(folder)
    assert place is not None
    for each in place.path.iterdir():
        each.rename(folder / each.name)
    place.path.rmdir()
    (folder / folders.POINTER).unlink()


def unknown_layout(folder: Path) -> None:
    """An index of a version to come, whose tables nobody here can read."""
    place = folders.current(folder)
    assert place is not None
    other = place.path.rename(folder / "store-99-4")
    with closing(sqlite3.connect(other / "passages.sqlite")) as connection:
        connection.execute("ALTER TABLE passages RENAME TO paragraphs")
    folders.switch(folder, Place(other, 99))


@pytest.fixture(params=[first_layout, unknown_layout], ids=["first", "unknown"])
def old(request: pytest.FixtureRequest, corpus: Path, tmp_path: Path) -> Path:
    """An index of another layout."""
    folder = tmp_path / "index"
    ingest(corpus, folder)
    request.param(folder)
    return folder


def texts(reader: IndexReader, words: str = "inspector lists plan") -> str:
    return " / ".join(h.passage.text for h in Search(reader, WordsEmbedder()).find(words, 50))


def stores(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_dir())


def test_it_is_made_anew_and_only_that_is_left(old: Path, corpus: Path):
    generation = _generation(old)
    embedder = WordsEmbedder()
    report = ingest(corpus, old, embedder)
    assert len(report.unchanged) == 3
    assert embedder.texts == [], "vectors that were remembered were made again"
    with closing(IndexReader(old)) as reader:
        answer = texts(reader)
        for words in ("Monday morning", "end of Tuesday", "pathway plan"):
            assert words in answer
    place = folders.current(old)
    assert place is not None
    assert place.layout == index.LAYOUT
    assert stores(old) == [place.path.name]
    assert not (old / "passages.sqlite").exists()
    assert _generation(old) == generation, "the register was not carried over"


def _generation(folder: Path) -> int:
    register = Register.of_index(folder)
    try:
        return register.generation()
    finally:
        register.engine.dispose()


def test_the_first_layout_answers_before_any_update_and_is_not_read_again(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    first_layout(folder)
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)
    monkeypatch.setattr(FileReader, "read", None)
    ingest(corpus, folder)


def test_an_unknown_layout_is_said_to_be_one(corpus: Path, tmp_path: Path):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    unknown_layout(folder)
    with pytest.raises(IndexMissing, match="another version"):
        IndexReader(folder)


def test_what_changed_went_or_came_meanwhile_is_taken_in(old: Path, corpus: Path):
    (corpus / "one.md").write_text("# Week one\n\nThe inspector writes on Friday.\n")
    (corpus / "two.md").unlink()
    folder_of(corpus, {"four.md": "# New\n\nThe mayor opens the inspector's day.\n"})
    ingest(corpus, old)
    with closing(IndexReader(old)) as reader:
        answer = texts(reader)
        assert {each.file for each in reader.register.documents()} == {
            "one.md",
            "three.md",
            "four.md",
        }
    assert "Friday" in answer
    assert "mayor" in answer
    assert "Monday" not in answer
    assert "Tuesday" not in answer
    assert ingest(corpus, old).unchanged == ["four.md", "one.md", "three.md"]


def test_a_new_way_of_reading_comes_with_a_new_layout(
    old: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(version, "READING_VERSION", "another")
    ingest(corpus, old)
    assert len(ingest(corpus, old).unchanged) == 3
    with closing(IndexReader(old)) as reader:
        assert "Monday morning" in texts(reader)


def test_a_file_that_can_no_longer_be_read_is_carried_where_the_old_layout_is_known(
    corpus: Path, tmp_path: Path
):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    first_layout(folder)
    (corpus / "one.md").write_bytes(b"")
    report = ingest(corpus, folder)
    assert "still answers" in report.unread[0].reason
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)


def test_sessions_that_are_open_answer_throughout_and_follow(corpus: Path, tmp_path: Path):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    first_layout(folder)
    code = (
        "import pathlib, sys\n"
        "from tests.support import ingest\n"
        "ingest(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))\n"
    )
    answers: list[str] = []
    failures: list[Exception] = []
    over = threading.Event()
    with closing(IndexReader(folder)) as reader, closing(IndexReader(folder)) as other:

        def go_on_asking(mine: IndexReader) -> None:
            try:
                while not over.is_set():
                    answers.append(texts(mine))
            except Exception as error:
                failures.append(error)

        asking = [threading.Thread(target=go_on_asking, args=(each,)) for each in (reader, other)]
        for thread in asking:
            thread.start()
        for change in range(3):
            (corpus / "new.md").write_text(f"# New\n\nThe inspector's plan, number {change}.\n")
            subprocess.run(
                [sys.executable, "-c", code, str(corpus), str(folder)],
                cwd=ROOT,
                env=environment(),
                check=True,
            )
        over.set()
        for thread in asking:
            thread.join()
        assert not failures, failures
        assert all("Monday" in each and "Tuesday" in each for each in answers)
        assert all("number 2" in texts(each) for each in (reader, other))
        assert "number 1" not in texts(reader)
    assert len(stores(folder)) == 1


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files by /proc")
def test_no_session_keeps_a_discarded_store_on_the_disk(corpus: Path, tmp_path: Path):
    folder = tmp_path / "index"
    ingest(corpus, folder)

    def held() -> list[str]:
        links = list(Path("/proc/self/fd").iterdir())
        targets = [str(each.readlink()) for each in links if each.is_symlink()]
        return [each for each in targets if str(folder) in each and "store-" in each]

    with closing(IndexReader(folder)) as reader:
        texts(reader)
        usual = len(held())
        for _ in range(5):  # as Streamlit does: a thread for each question
            thread = threading.Thread(target=texts, args=(reader,))
            thread.start()
            thread.join()
        assert len(held()) <= 2 * usual
        (corpus / "two.md").unlink()
        ingest(corpus, folder)
        texts(reader)
        until = time.monotonic() + 10  # Chroma lets go a moment after it is closed
        while (gone := [each for each in held() if "deleted" in each]) and time.monotonic() < until:
            time.sleep(0.1)
        assert gone == []


DYING = """
import os, pathlib, signal, sys
from records.register import Register
from tests.support import ingest
from vectorstore import folders
from vectorstore.dense import DenseIndex
from vectorstore.passage_store import PassageStore
from vectorstore.vector_cache import VectorCache

place, when, corpus, index = sys.argv[1:]
owner, name = place.split(".")
kind = globals()[owner]
really = getattr(kind, name)

def dying(*arguments, **named):
    if when == "after":
        really(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(kind, name, dying)
ingest(pathlib.Path(corpus), pathlib.Path(index))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    "place",
    [
        "folders.make",
        "PassageStore.add",
        "DenseIndex.add",
        "VectorCache.forget_others",
        "Register.scrub",
        "folders.switch",
    ],
)
def test_killed_while_it_is_made_anew_the_old_one_answers(
    place: str, when: str, corpus: Path, tmp_path: Path
):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    first_layout(folder)
    done = subprocess.run(
        [sys.executable, "-c", DYING, place, when, str(corpus), str(folder)],
        cwd=ROOT,
        env=environment(),
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    before = folders.current(folder)
    assert before is not None
    assert (before.layout == 1) == ((place, when) != ("folders.switch", "after"))
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)
    ingest(corpus, folder)
    assert len(stores(folder)) == 1
    assert not list(folder.glob("passages.sqlite*"))
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)
        assert len(reader.documents) == 3


def test_a_failure_in_the_middle_leaves_no_half_made_store(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    before = stores(folder)
    (corpus / "two.md").unlink()

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Register, "scrub", fail)
    with pytest.raises(OSError, match="full"):
        ingest(corpus, folder)
    assert stores(folder) == before
    with closing(IndexReader(folder)) as reader:
        answer = texts(reader)
    assert "Monday morning" in answer
    assert "Tuesday" not in answer


def test_a_document_whose_passages_were_lost_is_read_again(corpus: Path, tmp_path: Path):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    place = folders.current(folder)
    assert place is not None
    with closing(sqlite3.connect(place.path / "passages.sqlite")) as connection:
        connection.execute("DELETE FROM passages WHERE data LIKE '%Monday%' OR data LIKE '%Week%'")
        connection.commit()
    assert len(ingest(corpus, folder).unchanged) == 2
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)


def test_a_pointer_to_nothing_is_no_index_until_the_next_update(corpus: Path, tmp_path: Path):
    folder = tmp_path / "index"
    ingest(corpus, folder)
    (folder / "current").write_text("store-2-7\n")
    with pytest.raises(IndexMissing):
        IndexReader(folder)
    ingest(corpus, folder)
    with closing(IndexReader(folder)) as reader:
        assert "Monday morning" in texts(reader)


@pytest.mark.parametrize("words", ["", "../elsewhere", "store-2-1/../..", "store-x-1"])
def test_a_pointer_that_names_no_store_is_not_followed(tmp_path: Path, words: str):
    assert folders.current(folder_of(tmp_path / "index", {"current": words})) is None


def test_no_store_name_is_used_twice(tmp_path: Path):
    first = folders.make(tmp_path, 2)
    folders.switch(tmp_path, first)
    second = folders.make(tmp_path, 3)
    folders.switch(tmp_path, second)
    folders.discard_others(tmp_path)
    assert not first.path.exists()
    assert folders.make(tmp_path, 2).path not in (first.path, second.path)
