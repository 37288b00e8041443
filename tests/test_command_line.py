"""The commands as a user runs them: real processes, their words and their exit codes."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from core.settings import ROOT
from ingest.run import LOCK_FILE
from tests.support import command, environment, folder_of, json_lines
from vectorstore.embed import DIMENSION
from vectorstore.index import IndexReader

pytestmark = pytest.mark.long

PAPERS = {
    "minutes/one.md": "# Week 1\n\nThe lead inspector rings the director on a Monday morning.\n",
    "two.md": "# Annex A\n\nThe data lists are sent by the end of Tuesday.\n",
}
KEYS = {
    "number", "file", "title", "publisher", "about", "published", "page", "heading", "quote",
    "note",
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A corpus and its index, made by the command."""
    folder = tmp_path_factory.mktemp("command")
    corpus, index = folder_of(folder / "corpus", dict(PAPERS)), folder / "index"
    done = command("ingest", "--corpus", corpus, "--index", index)
    assert done.returncode == 0, done.stderr
    assert "2 added, 0 changed, 0 removed, 0 unchanged" in done.stdout
    return corpus, index


def test_ingest_names_what_it_could_not_read_and_ends_with_3(place: tuple[Path, Path]):
    corpus, index = place
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    try:
        done = command("ingest", "--corpus", corpus, "--index", index)
    finally:
        (corpus / "broken.pdf").unlink()
    assert done.returncode == 3
    assert "broken.pdf: it is damaged" in done.stdout
    assert "2 unchanged" in done.stdout
    assert "0 texts embedded" in done.stdout
    assert "Traceback" not in done.stderr


def test_ingest_without_a_corpus_ends_with_1(place: tuple[Path, Path]):
    corpus, index = place
    done = command("ingest", "--corpus", corpus / "none", "--index", index)
    assert done.returncode == 1
    assert str(corpus / "none") in done.stderr
    assert "Traceback" not in done.stderr
    with closing(IndexReader(index)) as reader:
        assert len(reader.register.documents()) == 2


def test_ingest_beside_another_ends_with_1(place: tuple[Path, Path]):
    corpus, index = place
    with FileLock(index / LOCK_FILE):
        done = command("ingest", "--corpus", corpus, "--index", index)
    assert done.returncode == 1
    assert "updating the documents" in done.stderr


def test_ingest_where_it_cannot_write_says_so(place: tuple[Path, Path], tmp_path: Path):
    (tmp_path / "a file").write_text("x")
    done = command("ingest", "--corpus", place[0], "--index", tmp_path / "a file")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_settings_come_from_the_environment(place: tuple[Path, Path]):
    corpus, index = place
    variables = {"INSPECTION_CORPUS": str(corpus), "INSPECTION_INDEX": str(index)}
    done = command("ingest", **variables)
    assert done.returncode == 0
    assert "2 unchanged" in done.stdout


def test_an_answer_as_text(place: tuple[Path, Path]):
    corpus, index = place
    done = command("assistant", "Who rings the director?", "--corpus", corpus, "--index", index)
    assert done.returncode == 0, done.stderr
    assert "The lead inspector rings the director on a Monday morning. [1]" in done.stdout
    assert "minutes/one.md" in done.stdout


@pytest.fixture(scope="module")
def as_json(place: tuple[Path, Path]) -> subprocess.CompletedProcess[str]:
    return command("assistant", "When are the data lists sent?", "--json", "--index", place[1])


def test_an_answer_as_json(as_json: subprocess.CompletedProcess[str]):
    assert as_json.returncode == 0, as_json.stderr
    answer = json.loads(as_json.stdout)
    assert answer["status"] == "answered"
    assert "end of Tuesday" in answer["text"]
    assert answer["seconds"] > 0
    assert isinstance(answer["notes"], list)
    (citation,) = answer["citations"]
    assert set(citation) == KEYS
    assert citation["number"] == 1
    assert citation["file"] == "two.md"
    for span in citation["quote"].split(" … "):
        assert span in PAPERS["two.md"]


def test_nothing_but_faults_on_standard_error(as_json: subprocess.CompletedProcess[str]):
    assert as_json.stderr == ""


def test_a_batch_answers_line_by_line(place: tuple[Path, Path]):
    asked = [
        {"id": "a", "turns": ["Who rings the director?"]},
        {"id": "b", "turns": ["What happens in week 1?", "On which day?"]},
        {"turns": ["What do foster carers earn in Wales?"]},
        {"id": "ü", "turns": ["  "]},
        {"id": "d", "turns": ["Sam Smith (born 3 April 2011) of 4 High St, is he on a plan?"]},
    ]
    lines = "\n".join(json.dumps(each) for each in asked) + "\n\n"
    done = command("assistant", "--batch", "-", "--index", place[1], stdin=lines)
    assert done.returncode == 0, done.stderr
    answers = json_lines(done.stdout)
    assert [each["id"] for each in answers] == ["a", "b", "3", "ü", "d"]
    statuses = {each["id"]: each["status"] for each in answers}
    assert statuses["a"] == "answered"
    assert statuses["3"] == "not_in_documents"
    assert statuses["d"] == "blocked_personal_data"
    assert "Sam" not in done.stdout + done.stderr
    assert "error" not in statuses.values()
    for each in answers:
        assert {"status", "text", "citations", "notes", "seconds"} <= each.keys()
        assert all(set(citation) == KEYS for citation in each["citations"])


def test_a_batch_from_a_file_with_a_wrong_line_ends_with_2(
    place: tuple[Path, Path], tmp_path: Path
):
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": "a", "turns": ["Who rings?"]}\n{"id": "b"}\n')
    done = command("assistant", "--batch", batch, "--index", place[1])
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_answer_without_an_index_ends_with_1(tmp_path: Path):
    done = command("assistant", "Who rings?", "--index", tmp_path / "none")
    assert done.returncode == 1
    assert "python -m ingest" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("assistant", []),
        ("assistant", ["a question", "--batch", "-"]),
        ("assistant", ["--batch"]),
        ("assistant", ["one", "two"]),
        ("ingest", ["--what"]),
        ("ingest", ["corpus"]),
    ],
)
def test_wrong_use_ends_with_2(
    module: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    from importlib import import_module

    with pytest.raises(SystemExit) as stopped:
        import_module(f"{module}.__main__").main(arguments)
    assert stopped.value.code == 2
    assert f"python -m {module}" in capsys.readouterr().err


def test_killed_in_the_middle_and_run_again(tmp_path: Path):
    files = {f"{n}.md": f"# Paper {n}\n\n" + f"Line {n} about annex {n}.\n\n" * 9 for n in range(9)}
    corpus, index = folder_of(tmp_path / "corpus", dict(files)), tmp_path / "index"
    arguments = ["--corpus", str(corpus), "--index", str(index)]
    chance = random.Random(7)
    killed = 0
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-m", "ingest", *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # Not before it writes: by then the model has been loaded.
        until = time.monotonic() + 120
        while not (index / "vectors.sqlite").exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(chance.uniform(0, 6))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
    assert killed
    assert command("ingest", *arguments).returncode == 0
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        assert {each.file for each in reader.documents} == set(files)
        ids = [i for each in reader.documents for i in reader.store.ids(each.id, each.version)]
        assert len(reader.store.versions()) == len(files)
        near = reader.nearest(np.ones(DIMENSION, dtype=np.float32), 10_000)
        assert sorted(near) == sorted(ids)
    done = command("ingest", *arguments)
    assert "9 unchanged" in done.stdout
    assert "0 texts embedded" in done.stdout
