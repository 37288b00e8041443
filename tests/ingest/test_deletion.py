"""What is taken out leaves nothing behind in the index folder, and that can be shown."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import chromadb
import pytest
from filelock import FileLock

from core.errors import IndexBusy, IndexMissing, UnreadableFile
from core.settings import ROOT
from ingest.proof import LIMITS, Check, proof_text, prove_deleted
from ingest.run import LOCK_FILE
from records.register import Register
from tests.support import WordsEmbedder, command, config, environment, folder_of, ingest
from vectorstore import folders
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

SECRET = "# Xylophone strategy\n\nThe marimba of Zanzibar belongs to Araminta Quillfeather.\n"
KEPT = "# Week one\n\nThe lead inspector rings the director on a Monday morning.\n"
TRACES = (b"xylophon", b"marimba", b"zanzibar", b"araminta", b"quillfeath")


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A corpus of two papers, one of them secret, and its index."""
    corpus = folder_of(tmp_path / "corpus", {"minutes/secret paper.md": SECRET, "kept.md": KEPT})
    ingest(corpus, tmp_path / "index")
    return corpus, tmp_path / "index"


def traces(index: Path, words: tuple[bytes, ...] = (*TRACES, b"secret paper")) -> list[str]:
    """The files of the folder that hold a word of the secret paper, however it is written."""
    found = []
    for path in index.rglob("*"):
        if path.is_file():
            data = path.read_bytes().lower()
            wide = data.replace(b"\0", b"")
            if any(trace in data or trace in wide for trace in words):
                found.append(path.relative_to(index).as_posix())
    return sorted(found)


def find(reader: IndexReader, words: str) -> list[str]:
    return [hit.passage.text for hit in Search(reader, WordsEmbedder()).find(words, 50)]


def test_the_test_would_see_the_words(place: tuple[Path, Path]):
    held = traces(place[1])
    assert "register.sqlite" in held
    assert any(name.endswith("passages.sqlite") for name in held)
    assert any(name.endswith("chroma.sqlite3") for name in held)


def test_nothing_of_a_removed_paper_is_left_in_any_file(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "minutes/secret paper.md").unlink()
    ingest(corpus, index)
    assert traces(index) == []


def test_nothing_of_the_old_words_of_a_changed_paper_is_left(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "minutes/secret paper.md").write_text("# Plan\n\nThe plan was withdrawn.\n")
    ingest(corpus, index)
    assert traces(index, words=TRACES) == []


ASKING = """
import pathlib, sys
from tests.support import WordsEmbedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

reader = IndexReader(pathlib.Path(sys.argv[1]))
search = Search(reader, WordsEmbedder())
for line in sys.stdin:
    print(" / ".join(hit.passage.text for hit in search.find(line, 50)), flush=True)
"""


@contextmanager
def session(index: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process with the index open."""
    with subprocess.Popen(
        [sys.executable, "-c", ASKING, str(index)],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ask(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(words + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def test_open_sessions_neither_keep_the_words_nor_miss_the_change(place: tuple[Path, Path]):
    corpus, index = place
    with session(index) as other, closing(IndexReader(index)) as reader:
        assert "Zanzibar" in ask(other, "marimba")
        assert "Zanzibar" in " ".join(find(reader, "marimba"))
        (corpus / "minutes/secret paper.md").unlink()
        ingest(corpus, index)
        assert traces(index) == []
        answer = ask(other, "marimba director rings")
        assert "Zanzibar" not in answer
        assert "Monday morning" in answer
        answer = " ".join(find(reader, "marimba director rings"))
        assert "Zanzibar" not in answer
        assert "Monday morning" in answer
        assert traces(index) == []


def test_a_question_under_way_when_the_paper_goes_is_answered(place: tuple[Path, Path]):
    corpus, index = place
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        store = reader.store
        ids = [i for each in reader.documents for i in store.ids(each.id, each.version)]
        (corpus / "minutes/secret paper.md").unlink()
        ingest(corpus, index)
        assert len(store.get(ids)) == len(ids), "the files it had open went away"
        near = reader.nearest(WordsEmbedder().embed(["director"])[0], 50)
        assert near
        assert set(near) < set(ids)


def test_the_vectors_go_too(place: tuple[Path, Path]):
    corpus, index = place
    texts = [text for text in SECRET.replace("# ", "").split("\n") if text]
    texts.append(". ".join(texts))
    embedder = WordsEmbedder()
    rows = [row.tobytes() for row in embedder.embed(texts)]

    def held() -> list[str]:
        files = [path for path in index.rglob("*") if path.is_file()]
        return [path.name for path in files if any(row in path.read_bytes() for row in rows)]

    assert "vectors.sqlite" in held()
    assert "passages.sqlite" in held()
    (corpus / "minutes/secret paper.md").unlink()
    ingest(corpus, index)
    assert held() == []
    embedder = WordsEmbedder()
    ingest(corpus, index, embedder)
    assert embedder.texts == [], "vectors of papers that stayed were forgotten"


def test_a_plain_client_reads_what_is_left(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "minutes/secret paper.md").unlink()
    ingest(corpus, index)
    store = folders.current(index)
    assert store is not None
    with closing(chromadb.PersistentClient(path=str(store.path / "chroma"))) as client:
        held = client.get_collection("passages").get()
    assert held["documents"]
    assert {each["file"] for each in held["metadatas"]} == {"kept.md"}


def test_what_a_killed_update_left_goes_with_the_next(
    place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    corpus, index = place
    (corpus / "minutes/secret paper.md").unlink()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Register, "scrub", die)
        with pytest.raises(KeyboardInterrupt):
            ingest(corpus, index)
    assert traces(index), "the words went before the kill"
    report = ingest(corpus, index)
    assert report.removed == []
    assert traces(index) == []


def test_a_withdrawn_paper_stays_for_its_owner_to_restore(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "third.md").write_text("# Third\n\nThe mayor opens the day.\n")
    ingest(corpus, index)
    register = Register.of_index(index)
    (withdrawn,) = (each.id for each in register.documents() if each.file == "kept.md")
    register.withdraw(withdrawn)
    (corpus / "third.md").unlink()
    ingest(corpus, index)
    with closing(IndexReader(index)) as reader:
        assert "Monday morning" not in " ".join(find(reader, "director rings"))
        register.restore(withdrawn)
        assert "Monday morning" in " ".join(find(reader, "director rings"))
    register.withdraw(withdrawn)
    register.engine.dispose()
    assert found(prove(index, "Third")) == []
    assert found(prove(index, "kept.md"))[0] == "kept.md"


def prove(index: Path, name: str, words: Path | None = None) -> tuple[Check, ...]:
    return prove_deleted(index, name, words, config(), WordsEmbedder())


def found(checks: tuple[Check, ...]) -> list[str]:
    return [line for check in checks for line in check.found]


@pytest.mark.parametrize(
    "name",
    ["Xylophone strategy", "xylophone STRATEGY", "secret paper.md", "minutes/secret paper.md"],
)
def test_a_paper_that_is_there_is_found_by_any_of_its_names(place: tuple[Path, Path], name: str):
    checks = prove(place[1], name)
    assert checks[0].found == ("minutes/secret paper.md",)
    assert checks[1].found == ("minutes/secret paper.md",), "the search was not asked"
    assert checks[-1].found, "nobody looked at the bytes"


def test_a_paper_that_is_gone_is_not_found(place: tuple[Path, Path], tmp_path: Path):
    corpus, index = place
    copy = shutil.move(corpus / "minutes/secret paper.md", tmp_path / "copy.md")
    ingest(corpus, index)
    for words in (None, copy):
        assert found(prove(index, "Xylophone strategy", words)) == []


HIDDEN = {
    "as it is": "… the marimba of Zanzibar …".encode(),
    "one word": b"\x17Quillfeather\x02",
    "run into by a number": b"(zxylophon\x04",
    "UTF-16": "the marimba of Zanzibar".encode("utf-16"),
    "UTF-16, the other way round": "the marimba of Zanzibar".encode("utf-16-be"),
    "two short words": b"seen: Zanzibar belongs, they say",
}


@pytest.mark.parametrize("how", HIDDEN)
def test_words_left_anywhere_in_the_folder_are_found(
    place: tuple[Path, Path], tmp_path: Path, how: str
):
    corpus, index = place
    copy = shutil.move(corpus / "minutes/secret paper.md", tmp_path / "copy.md")
    ingest(corpus, index)
    store = folders.current(index)
    assert store is not None
    (store.path / "chroma" / "left.bin").write_bytes(bytes(range(256)) + HIDDEN[how])
    lines = found(prove(index, "Xylophone strategy", copy))
    assert len(lines) == 1
    assert "chroma/left.bin" in lines[0]


def test_words_that_another_paper_holds_too_are_no_trace(place: tuple[Path, Path], tmp_path: Path):
    corpus, index = place
    copy = shutil.copy(corpus / "kept.md", tmp_path / "copy.md")
    assert found(prove(index, "Another name", copy)) == []


def test_rows_of_a_paper_that_no_longer_answers_are_found(place: tuple[Path, Path]):
    _, index = place
    register = Register.of_index(index)
    register.remove(["minutes/secret paper.md"])
    register.engine.dispose()
    lines = found(prove(index, "Xylophone strategy"))
    assert any("1 document version" in line for line in lines)
    assert any("embeddings" in line for line in lines)


def test_chromas_queue_is_looked_at(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "minutes/secret paper.md").unlink()
    ingest(corpus, index)
    store = folders.current(index)
    assert store is not None
    with closing(sqlite3.connect(store.path / "chroma" / "chroma.sqlite3")) as connection:
        connection.execute("UPDATE embeddings_queue SET id = 'gone'")
        connection.commit()
    assert any("embeddings_queue" in line for line in found(prove(index, "Xylophone strategy")))


def test_a_store_left_behind_is_found(place: tuple[Path, Path]):
    _, index = place
    (index / "store-2-7").mkdir()
    assert any("store-2-7" in line for line in found(prove(index, "Something else")))


def test_what_cannot_be_shown_is_said(place: tuple[Path, Path]):
    text = proof_text("It", (Check("the files", ()),), with_words=False)
    assert LIMITS in text
    for limit in ("backups", "corpus folder", "free blocks", "vectors"):
        assert limit in text
    assert "--words" in text


def test_it_is_not_shown_while_the_index_changes_or_where_it_cannot_be(
    place: tuple[Path, Path], tmp_path: Path
):
    _, index = place
    with FileLock(index / LOCK_FILE), pytest.raises(IndexBusy):
        prove(index, "It")
    with pytest.raises(IndexMissing):
        prove(tmp_path / "none", "It")
    (tmp_path / "odd.exe").write_bytes(b"MZ")
    with pytest.raises(UnreadableFile):
        prove(index, "It", tmp_path / "odd.exe")


def test_the_command_says_so_and_its_exit_code_too(
    place: tuple[Path, Path], tmp_path: Path, embedder: Embedder
):
    corpus, index = place
    ingest(corpus, index, embedder)  # the command searches with the engine that it has
    arguments = ["--index", index, "--prove-deleted", "Xylophone strategy"]
    done = command("ingest", *arguments)
    assert done.returncode == 1, done.stderr
    assert "minutes/secret paper.md" in done.stdout
    copy = shutil.move(corpus / "minutes/secret paper.md", tmp_path / "copy.md")
    ingest(corpus, index, embedder)
    done = command("ingest", *arguments, "--words", copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Nothing of it was found" in done.stdout
    assert "backups" in done.stdout
    assert traces(index) == [], "the proof itself left words behind"


@pytest.mark.parametrize("arguments", [("--words", "x"), ("--prove-deleted", " ")])
def test_the_command_used_wrongly(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    from ingest.__main__ import main

    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err
