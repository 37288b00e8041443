"""Files are read a few at a time and ahead, and come in the order in which they were asked for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from core.settings import ROOT
from ingest import reading_ahead
from ingest.blocks import Content
from ingest.reading import FileReader
from ingest.reading_ahead import AHEAD, Asked, ReadingAhead
from tests.support import config, folder_of


@pytest.fixture
def files(tmp_path: Path) -> list[Asked]:
    names = {f"{number:02d}.md": f"# Paper {number}\n\nWords.\n" for number in range(20)}
    folder = folder_of(tmp_path / "corpus", dict(names))
    return [Asked(folder / name) for name in names]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, in the order in which each was done."""
    done: list[str] = []
    really = FileReader.read
    lock = threading.Lock()

    def slow_first(self: FileReader, path: Path) -> Content:
        if path.name == "00.md":
            time.sleep(1.0)
        content = really(self, path)
        with lock:
            done.append(path.name)
        return content

    monkeypatch.setattr(FileReader, "read", slow_first)
    monkeypatch.setattr(reading_ahead, "cores", lambda: 2)
    return done


def test_they_come_in_the_order_asked_for_whichever_was_read_first(
    files: list[Asked], read: list[str]
):
    with ReadingAhead(config()) as ahead:
        titles = [each.result().blocks[0].text for each in ahead.read(files)]
    assert titles == [f"Paper {number}" for number in range(20)]
    assert read.index("00.md") > 0, "the others were read beside the slow one"


def test_no_more_are_read_than_somebody_has_taken_and_a_few(files: list[Asked], read: list[str]):
    with ReadingAhead(config()) as ahead:
        coming = ahead.read(files)
        next(coming).result()
        time.sleep(2.0)
        assert len(read) <= AHEAD


def test_long_files_are_not_read_ahead_together(
    files: list[Asked], read: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading_ahead, "AHEAD_BYTES", 30)
    with ReadingAhead(config()) as ahead:
        coming = ahead.read(files)
        next(coming).result()
        time.sleep(1.0)
        assert read == ["00.md"]


def test_what_is_not_to_be_read_keeps_its_place(files: list[Asked]):
    with ReadingAhead(config()) as ahead:
        first, none, last = ahead.read([files[0], None, files[1]])
        assert none.cancelled()
        assert [each.result().blocks[0].text for each in (first, last)] == ["Paper 0", "Paper 1"]


def test_leaving_early_does_not_wait_for_what_hangs(
    files: list[Asked], monkeypatch: pytest.MonkeyPatch
):
    code = "import sys, time\nfor line in sys.stdin: time.sleep(600)\n"
    popen = reading_ahead.FileReader.__init__.__globals__["subprocess"].Popen
    monkeypatch.setattr(
        "ingest.reading.subprocess.Popen",
        lambda command, **rest: popen([command[0], "-c", code], **rest),
    )
    started = time.monotonic()
    with ReadingAhead(config()) as ahead:
        next(ahead.read(files))
        time.sleep(0.5)
    assert time.monotonic() - started < 10


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="this system has no such call")
def test_an_update_goes_behind_the_questions_however_often_it_is_said():
    code = (
        "import os; from ingest.reading_ahead import give_way; give_way(); give_way();"
        "print(os.getpriority(os.PRIO_PROCESS, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    assert int(done.stdout) == max(mine, reading_ahead.NICE)
