from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

import ingest.run
from core.documents import Problem
from core.errors import CorpusMissing, IndexBusy, IndexMissing
from ingest.run import Progress, Stage
from screens import first_run
from screens.shared import words
from tests.screens.fake import DOCUMENTS, FakeAssistant, Shared
from tests.screens.test_ask import APP, texts

Update = Callable[..., SimpleNamespace]
REPORT = SimpleNamespace(
    problems=[Problem("a.pdf", "it is a scan"), Problem("b.pptx", "2 pictures", whole_file=False)]
)


class NoIndexYet(FakeAssistant):
    def __init__(self) -> None:
        super().__init__()
        self.built = False

    def documents(self):
        if not self.built:
            raise IndexMissing("no index")
        return DOCUMENTS


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[NoIndexYet]:
    shared = Shared.one()
    shared.fake = NoIndexYet()
    first_run.building.clear()
    monkeypatch.setattr(first_run, "POLL", 0.05)
    yield shared.fake
    shared.fake = FakeAssistant()
    first_run.building.clear()


def opened() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=15).run()


def settle() -> None:
    thread = first_run.building().thread
    assert thread
    thread.join(5)


def test_builds_with_progress_then_goes_on(
    fake: NoIndexYet, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def update(_corpus, _index, _settings, progress) -> SimpleNamespace:
        progress(Progress(Stage.READING, 3, 15, "minutes/may.html"))
        go_on.wait(5)
        fake.built = True
        return REPORT

    monkeypatch.setattr(ingest.run, "update", update)
    one = opened()
    time.sleep(0.1)
    one.run()
    assert one.subheader[0].value == words.FIRST_RUN
    assert one.progress[0].value == 20
    assert "3 of 15 · minutes/may.html" in texts(one)
    other = opened()
    assert other.progress[0].value == 20, "a second window sees the same building"
    go_on.set()
    settle()
    one.run()
    assert not one.exception
    assert one.chat_input
    assert "1 file could not be read" in [expander.label for expander in one.expander]
    assert "a.pdf: it is a scan" in texts(one)


def test_waits_for_another_process(fake: NoIndexYet, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = threading.Event()

    def update(*_: object) -> SimpleNamespace:
        tried.set()
        raise IndexBusy("busy")

    monkeypatch.setattr(ingest.run, "update", update)
    one = opened()
    tried.wait(5)
    time.sleep(0.1)
    assert words.BUSY in texts(one.run())
    fake.built = True
    settle()
    assert one.run().chat_input


def test_a_failure_is_plain_and_can_be_tried_again(
    fake: NoIndexYet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> SimpleNamespace:
        raise CorpusMissing("There is no folder /nowhere.")

    def works(*_: object) -> SimpleNamespace:
        fake.built = True
        return SimpleNamespace(problems=[])

    monkeypatch.setattr(ingest.run, "update", fails)
    one = opened()
    settle()
    one.run()
    assert one.subheader[0].value == words.FAILED
    assert "There is no folder /nowhere." in texts(one)
    monkeypatch.setattr(ingest.run, "update", works)
    one.button[0].click().run()
    settle()
    assert one.run().chat_input
