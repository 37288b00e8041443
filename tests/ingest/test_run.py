"""Bringing an index up to date: nothing lost, nothing twice, nothing done again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from core.errors import CorpusMissing, IndexBusy, UnreadableReason
from core.settings import ROOT
from ingest import run, update, version
from ingest.reading import FileReader
from ingest.run import LOCK_FILE, Progress, Report, Stage
from tests.ingest.odd_files import child_list, locked_docx, locked_pdf, pdf, scanned_pdf, workbook
from tests.support import WordsEmbedder, config, environment, folder_of, ingest
from vectorstore.index import IndexReader
from vectorstore.search import Search

ONE = "# Week one\n\nThe lead inspector rings on a Monday morning.\n"
TWO = "# Annex A\n\nThe lists are sent by the end of Tuesday.\n"
THREE = "# Care leavers\n\nEvery care leaver has a pathway plan.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    files = {"one.md": ONE, "minutes/two.md": TWO, "minutes/old/three.txt": THREE}
    return folder_of(tmp_path / "corpus", dict(files))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read from now on."""
    names: list[str] = []
    really = FileReader.read

    def note(self: FileReader, path: Path) -> object:
        names.append(path.name)
        return really(self, path)

    monkeypatch.setattr(FileReader, "read", note)
    return names


def found(index: Path, words: str) -> list[str]:
    with closing(IndexReader(index)) as reader:
        hits = Search(reader, WordsEmbedder()).find(words, 50)
        return [hit.passage.text for hit in hits]


def answers(index: Path, words: str, text: str) -> bool:
    return any(text in each for each in found(index, words))


def held(index: Path) -> dict[str, tuple[str, ...]]:
    """File -> its passages; checks that each store holds all of them, once, and nothing else."""
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        passages = {
            each.file: reader.store.of_document(each.id, each.version) for each in reader.documents
        }
        ids = sorted(each.id for one in passages.values() for each in one)
        versions = {(each.id, each.version) for each in reader.documents}
        assert reader.store.versions() == versions
        assert sorted(reader.nearest(WordsEmbedder().embed(["the"])[0], 10_000)) == ids
        assert len(reader.store.get(ids)) == len(ids) == len(set(ids))
        return {file: tuple(each.text for each in one) for file, one in passages.items()}


def test_a_folder_is_read_with_its_folders(corpus: Path, index: Path):
    report = ingest(corpus, index)
    assert report.added == ["minutes/old/three.txt", "minutes/two.md", "one.md"]
    assert not report.problems
    assert report.passages > 0
    assert set(held(index)) == set(report.added)
    assert answers(index, "who rings", "Monday morning")


def test_nothing_changed_reads_nothing_and_embeds_nothing(
    corpus: Path, index: Path, read: list[str]
):
    ingest(corpus, index)
    read.clear()
    embedder = WordsEmbedder()
    with closing(IndexReader(index)) as reader:
        before = reader.register.generation()
        report = ingest(corpus, index, embedder)
        assert reader.register.generation() == before
    assert (read, embedder.texts, report.embedded, report.passages) == ([], [], 0, 0)
    assert len(report.unchanged) == 3
    assert [report.added, report.changed, report.removed] == [[], [], []]


def test_a_touched_file_with_the_same_bytes_is_unchanged(
    corpus: Path, index: Path, read: list[str]
):
    ingest(corpus, index)
    read.clear()
    os.utime(corpus / "one.md", (1, 1))
    assert len(ingest(corpus, index).unchanged) == 3
    assert read == []


def test_one_changed_file_reads_and_embeds_one(corpus: Path, index: Path, read: list[str]):
    ingest(corpus, index)
    read.clear()
    embedder = WordsEmbedder()
    (corpus / "one.md").write_text(ONE + "\nInspectors arrive on site a week later.\n")
    report = ingest(corpus, index, embedder)
    assert read == ["one.md"]
    assert (report.added, report.changed, report.removed) == ([], ["one.md"], [])
    assert all("a week later" in text for text in embedder.texts)
    assert answers(index, "inspectors arrive", "a week later")
    held(index)


def test_a_removed_file_stops_answering(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "minutes/two.md").unlink()
    report = ingest(corpus, index)
    assert report.removed == ["minutes/two.md"]
    assert not answers(index, "when are the lists sent", "Tuesday")
    assert answers(index, "who rings", "Monday morning")
    assert set(held(index)) == {"one.md", "minutes/old/three.txt"}


def test_the_words_of_a_removed_file_leave_the_index_folder(tmp_path: Path, index: Path):
    files = {"a.md": "The xylophone strategy of Zanzibar.\n", "b.md": ONE}
    corpus = folder_of(tmp_path / "corpus", dict(files))
    ingest(corpus, index)
    (corpus / "a.md").unlink()
    ingest(corpus, index)
    held_in = [
        path.name
        for path in index.rglob("*")
        if path.is_file() and b"xylophon" in path.read_bytes().lower()
    ]
    assert held_in == []


def test_a_renamed_file_is_not_embedded_again(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "one.md").rename(corpus / "minutes/week one.md")
    embedder = WordsEmbedder()
    report = ingest(corpus, index, embedder)
    assert report.moved == {"one.md": "minutes/week one.md"}
    assert (report.added, report.changed, report.removed) == ([], [], [])
    assert embedder.texts == []
    held(index)


def test_the_old_version_answers_until_the_new_one_is_in(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "one.md").write_text("# Week one\n\nThe inspector writes a letter on Friday.\n")
    seen: list[tuple[Stage, bool, bool]] = []
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())

        def look(progress: Progress) -> None:
            texts = [hit.passage.text for hit in search.find("inspector monday friday", 20)]
            old, new = (any(word in each for each in texts) for word in ("Monday", "Friday"))
            seen.append((progress.stage, old, new))

        run.update(corpus, index, config(), look, WordsEmbedder())
        look(Progress(Stage.FINISHING, 1, 1))
    assert {Stage.READING, Stage.EMBEDDING, Stage.FINISHING} <= {stage for stage, _, _ in seen}
    assert all(old != new for _, old, new in seen), seen
    assert seen[0][1:] == (True, False)
    assert seen[-1][1:] == (False, True)


ODD: dict[str, tuple[bytes, UnreadableReason]] = {
    "damaged.pdf": (b"%PDF-1.7\n1 0 obj << /Type /Catalog", UnreadableReason.DAMAGED),
    "cut off.pdf": (pdf("The lead inspector rings.")[:300], UnreadableReason.DAMAGED),
    "not a pdf.pdf": (b"Just some words in a file with the wrong name.", UnreadableReason.DAMAGED),
    "locked.pdf": (locked_pdf("Secret", password="p"), UnreadableReason.ENCRYPTED),
    "empty.pdf": (b"", UnreadableReason.EMPTY),
    "blank.pdf": (pdf(), UnreadableReason.NO_TEXT),
    "scan.pdf": (scanned_pdf(), UnreadableReason.SCANNED),
    "locked.docx": (locked_docx(), UnreadableReason.ENCRYPTED),
    "empty.pptx": (b"", UnreadableReason.EMPTY),
    "children.xlsx": (child_list(), UnreadableReason.CHILD_LEVEL_DATA),
    "blank.txt": (b" \r\n\t\r\n", UnreadableReason.NO_TEXT),
    "program.exe": (b"MZ\x90\0", UnreadableReason.UNKNOWN_FORMAT),
    "no ending": (b"words", UnreadableReason.UNKNOWN_FORMAT),
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Report]:
    """A folder of odd files among good ones, its index, and what was reported."""
    files = {name: data for name, (data, _) in ODD.items()}
    files |= {"good.pdf": pdf("The lead inspector rings on a Monday morning.")}
    files |= {"may not be changed.pdf": locked_pdf("Annex A is due on Wednesday.", password="")}
    files |= {"indicators.xlsx": workbook(["Measure", "2024"], ["Care leavers in touch", "93.6%"])}
    corpus = folder_of(tmp_path_factory.mktemp("odd") / "corpus", dict(files))
    index = corpus.parent / "index"
    return corpus, index, ingest(corpus, index)


@pytest.mark.parametrize("name", ODD)
def test_each_odd_file_is_reported_with_its_reason(odd: tuple[Path, Path, Report], name: str):
    reasons = {problem.file: problem.reason for problem in odd[2].unread}
    assert reasons[name].startswith(ODD[name][1].value)


def test_the_rest_of_an_odd_folder_is_indexed(odd: tuple[Path, Path, Report]):
    _, index, report = odd
    assert report.added == ["good.pdf", "indicators.xlsx", "may not be changed.pdf"]
    assert set(held(index)) == set(report.added)
    assert answers(index, "who rings", "Monday morning")
    assert answers(index, "when is annex a due", "Wednesday")


def test_nothing_of_a_refused_list_is_kept(odd: tuple[Path, Path, Report]):
    _, index, _ = odd
    for path in index.rglob("*"):
        if path.is_file():
            assert b"104331" not in path.read_bytes(), path


def test_odd_files_are_named_again_but_not_read_again(
    odd: tuple[Path, Path, Report], read: list[str]
):
    corpus, index, first = odd
    again = ingest(corpus, index)
    assert read == []
    assert again.problems == first.problems


def test_a_file_that_went_bad_answers_as_before_and_is_named(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "one.md").write_bytes(b"")
    report = ingest(corpus, index)
    assert [problem.file for problem in report.unread] == ["one.md"]
    assert "still answers" in report.unread[0].reason
    assert answers(index, "who rings", "Monday morning")


def test_a_file_put_back_as_it_was_is_no_longer_a_problem(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "one.md").write_bytes(b"")
    ingest(corpus, index)
    (corpus / "one.md").write_text(ONE)
    assert ingest(corpus, index).unread == []


def test_a_file_over_a_limit_is_read_once_the_limit_is_raised(corpus: Path, index: Path):
    (corpus / "big.txt").write_text("\n" * 2**21 + "The director meets the inspector.\n")
    report = ingest(corpus, index, max_file_mb=1)
    assert [problem.file for problem in report.unread] == ["big.txt"]
    assert "the limit is 1 MB" in report.unread[0].reason
    assert ingest(corpus, index, max_file_mb=10).added == ["big.txt"]


def test_a_fault_of_ours_in_one_file_does_not_stop_the_rest(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    really = update.find_facts

    def fail(file: str, content: object) -> object:
        if file == "minutes/two.md":
            raise ValueError("a fault of ours")
        return really(file, content)

    monkeypatch.setattr(update, "find_facts", fail)
    report = ingest(corpus, index)
    assert [problem.file for problem in report.unread] == ["minutes/two.md"]
    assert answers(index, "who rings", "Monday morning")


@pytest.fixture
def strange_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading process that hangs, dies or chatters, by the file's name."""
    code = (
        "import os, signal, sys, time\n"
        "from ingest import reading_worker as worker\n"
        "really = worker.read\n"
        "def read(path, limits):\n"
        "    if 'hang' in path.name: time.sleep(600)\n"
        "    if 'die' in path.name: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    if 'memory' in path.name: x = bytearray(2**40)\n"
        "    if 'chatter' in path.name: print('noise'); os.write(1, b'noise' * 9000)\n"
        "    return really(path, limits)\n"
        "worker.read = read\n"
        "worker.main()\n"
    )
    popen = subprocess.Popen

    def other(command: list[str], **rest: object) -> object:
        assert command[1:] == ["-m", "ingest.reading_worker"]
        return popen([command[0], "-c", code], **rest)

    monkeypatch.setattr("ingest.reading.subprocess.Popen", other)


def test_a_file_that_hangs_or_kills_its_reader_is_stopped_and_the_rest_is_read(
    tmp_path: Path, index: Path, strange_worker: None
):
    names = ("a.md", "chatter.md", "die.md", "hang.md", "z.md")
    corpus = folder_of(tmp_path / "corpus", {name: f"{ONE}{name}\n" for name in names})
    report = ingest(corpus, index, max_read_seconds=8)
    assert report.added == ["a.md", "chatter.md", "z.md"]
    reasons = {problem.file: problem.reason for problem in report.unread}
    assert reasons["hang.md"].startswith(UnreadableReason.TOO_SLOW.value)
    assert reasons["die.md"].startswith(UnreadableReason.DAMAGED.value)
    assert len(reasons) == 2


def test_no_reading_process_is_left_behind(corpus: Path, index: Path):
    started: list[object] = []
    really = FileReader._start

    def note(self: FileReader) -> object:
        started.append(really(self))
        return started[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileReader, "_start", note)
        ingest(corpus, index)
    assert 1 <= len(started) <= 3
    assert all(each.poll() is not None for each in started)


def test_a_second_writer_is_told_to_wait(corpus: Path, index: Path):
    tried: list[bool] = []

    def again(progress: Progress) -> None:
        if progress.stage is Stage.READING:
            with pytest.raises(IndexBusy):
                ingest(corpus, index)
            tried.append(True)

    run.update(corpus, index, config(), again, WordsEmbedder())
    assert tried
    held(index)


def test_the_lock_is_let_go_after_a_failure(corpus: Path, index: Path):
    def fail(progress: Progress) -> None:
        if progress.done == 1:
            raise RuntimeError("the window was closed")

    with pytest.raises(RuntimeError):
        run.update(corpus, index, config(), fail, WordsEmbedder())
    with FileLock(index / LOCK_FILE, timeout=0):
        pass
    assert len(ingest(corpus, index).added) == 2
    assert len(held(index)) == 3


def test_a_missing_corpus_folder_removes_nothing(corpus: Path, index: Path):
    ingest(corpus, index)
    shutil.move(corpus, corpus.parent / "elsewhere")
    with pytest.raises(CorpusMissing):
        ingest(corpus, index)
    assert answers(index, "who rings", "Monday morning")
    (corpus.parent / "a file").write_text("x")
    with pytest.raises(CorpusMissing):
        ingest(corpus.parent / "a file", index)


def test_links_out_of_the_folder_are_not_followed(corpus: Path, index: Path, tmp_path: Path):
    outside = folder_of(tmp_path / "outside", {"secret.md": "The safe's number is 4711.\n"})
    (corpus / "file.md").symlink_to(outside / "secret.md")
    (corpus / "folder").symlink_to(outside, target_is_directory=True)
    (corpus / "broken.md").symlink_to(outside / "never-there.md")
    (corpus / "round").symlink_to(corpus, target_is_directory=True)
    report = ingest(corpus, index)
    assert sorted(report.added) == ["minutes/old/three.txt", "minutes/two.md", "one.md"]
    assert not answers(index, "what is the safe's number", "4711")


def test_hidden_and_half_saved_files_are_left_out(corpus: Path, index: Path):
    for name in ("~$one.docx", ".hidden.md", "Thumbs.db", "desktop.ini", ".git/config"):
        folder_of(corpus, {name: "words"})
    report = ingest(corpus, index)
    assert len(report.added) == 3
    assert not report.problems


@pytest.mark.parametrize(
    "name",
    [
        "children's services inspection - 13 january 2025.md",
        "Réunion – “week 1” (final) v2.1.md",
        "a" * 200 + ".md",
        "%41 & #1 + [x] {y} $z;.md",
        "UPPER.MD",
    ],
)
def test_any_file_name_will_do(tmp_path: Path, index: Path, name: str):
    corpus = folder_of(tmp_path / "corpus", {name: ONE})
    assert ingest(corpus, index).added == [name]
    with closing(IndexReader(index)) as reader:
        hits = Search(reader, WordsEmbedder()).find("who rings", 5)
    assert {hit.document.file for hit in hits} == {name}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf_8_does_not_stop_the_rest(corpus: Path, index: Path):
    (corpus / os.fsdecode(b"r\xe9union.md")).write_text(ONE)
    report = ingest(corpus, index)
    assert len(report.added) >= 3
    assert answers(index, "when are the lists sent", "Tuesday")


DYING = """
import os, pathlib, signal, sys
from records.register import Register
from tests.support import ingest
from vectorstore import folders, missing_vectors
from vectorstore.dense import DenseIndex
from vectorstore.index_writer import IndexWriter
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
print("it lived")
"""
MOMENTS = [
    (place, when)
    for place in (
        "PassageStore.add",
        "DenseIndex.add_all",
        "missing_vectors._set",
        "Register.tell",
        "Register.make_live",
        "Register.remove",
        "IndexWriter.rebuild",
        "VectorCache.forget_others",
        "Register.scrub",
        "folders.switch",
        "folders.discard_others",
    )
    for when in ("before", "after")
]


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A function: in a folder of its own, an index made of other files than the corpus now has."""
    base = tmp_path_factory.mktemp("base")
    start = folder_of(base / "corpus", {"one.md": ONE, "two.md": TWO, "kept.md": THREE})
    ingest(start, base / "index")
    (start / "one.md").write_text("# Week one\n\nThe inspector writes a letter on Friday.\n")
    (start / "two.md").unlink()
    folder_of(start, {"new.md": "# New\n\nThe mayor opens the day.\n"})

    def copy(target: Path) -> Path:
        shutil.copytree(base, target)
        return target

    return copy


@pytest.fixture(scope="module")
def expected(
    before_and_after: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[str, ...]]:
    """What an index holds of those files when nothing goes wrong."""
    place = before_and_after(tmp_path_factory.mktemp("clean") / "x")
    ingest(place / "corpus", place / "index")
    return held(place / "index")


@pytest.mark.parametrize(("place", "when"), MOMENTS)
def test_killed_at_any_step_it_loses_nothing_and_writes_nothing_twice(
    place: str,
    when: str,
    tmp_path: Path,
    before_and_after: Callable[[Path], Path],
    expected: dict[str, tuple[str, ...]],
):
    folder = before_and_after(tmp_path / "x")
    corpus, index = folder / "corpus", folder / "index"
    done = subprocess.run(
        [sys.executable, "-c", DYING, place, when, str(corpus), str(index)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stdout + done.stderr
    whole_before_sweeping(index)
    assert answers(index, "pathway plan", "pathway plan")
    assert answers(index, "inspector", "Monday") or answers(index, "inspector", "Friday")
    ingest(corpus, index)
    assert held(index) == expected
    assert ingest(corpus, index).embedded == 0


def whole_before_sweeping(index: Path) -> None:
    """Each document that answers has all of its passages, and their vectors but for those that the
    store says are still to be made.
    """
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        near = reader.nearest(WordsEmbedder().embed(["the"])[0], 10_000)
        for each in reader.documents:
            stored = reader.store.get(reader.store.ids(each.id, each.version))
            assert stored, each.file
            made = {name for name, passage in stored.items() if len(passage.vectors)}
            assert made <= set(near), each.file


def test_a_new_way_of_reading_reads_every_file_again(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    ingest(corpus, index)
    monkeypatch.setattr(version, "READING_VERSION", "another")
    assert len(ingest(corpus, index).changed) == 3
    held(index)
