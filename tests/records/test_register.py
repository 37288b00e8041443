"""The register: one transaction decides which version answers."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.dates import PartialDate
from core.documents import NATIONAL, Kind, Problem, TextForm
from records.register import Register
from tests.support import a_document

FILE = "minutes/one.md"
Open = Callable[[], Register]


def test_a_document_comes_back_whole(register: Register, open_register: Open):
    document = a_document(
        title="Naïve “minutes” – week one",
        kind=Kind.FRAMEWORK_GUIDANCE,
        form=TextForm.PAGES,
        publisher="Ofsted",
        about=NATIONAL,
        published=PartialDate(2024, 10),
        as_at=PartialDate(2017),
        applies_from=PartialDate(2026, 4, 1),
        sample=True,
        no_earlier_than=PartialDate(2020),
    )
    register.make_live(document, 3)
    assert open_register().documents() == (document,)


def test_a_new_version_takes_the_place_of_the_old(register: Register):
    register.make_live(a_document(version="v1", title="Old"), 3)
    register.make_live(a_document(version="v2", title="New"), 4)
    assert [(d.version, d.title) for d in register.documents()] == [("v2", "New")]


def test_every_change_counts_up_and_nothing_else_does(register: Register):
    seen = [register.generation()]
    register.make_live(a_document(), 1)
    seen.append(register.generation())
    register.remove([FILE])
    seen.append(register.generation())
    assert seen == sorted(set(seen))
    register.remove([])
    register.documents()
    assert register.generation() == seen[-1]


def test_another_process_sees_the_change(register: Register, open_register: Open):
    other = open_register()
    before = other.generation()
    register.make_live(a_document(), 1)
    assert other.generation() > before
    assert len(other.documents()) == 1


def test_a_removed_document_is_gone_with_its_problems(register: Register):
    register.make_live(a_document(), 1, [Problem(FILE, "a picture was not read", False)])
    register.set_unreadable("bad.pdf", "v", "it is damaged")
    register.remove([FILE, "bad.pdf", "never-there.pdf"])
    assert register.documents() == ()
    assert register.problems() == ()


def test_an_unreadable_file_leaves_the_version_before_answering(register: Register):
    register.make_live(a_document(version="v1"), 1)
    register.set_unreadable(FILE, "v2", "it is damaged")
    assert [d.version for d in register.documents()] == ["v1"]
    assert register.unreadable_versions() == {FILE: "v2"}
    register.make_live(a_document(version="v3"), 1)
    assert register.problems() == ()


def test_a_part_that_could_not_be_read_is_not_an_unreadable_file(register: Register):
    register.make_live(a_document(), 1, [Problem(FILE, "2 pictures were not read", False)])
    assert register.unreadable_versions() == {}
    assert register.problems() == (Problem(FILE, "2 pictures were not read", False),)


def test_making_live_is_all_or_nothing(register: Register, monkeypatch: pytest.MonkeyPatch):
    register.make_live(a_document(version="v1"), 1)
    before = register.generation()

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr("records.register.settle_all", fail)
    with pytest.raises(RuntimeError):
        register.make_live(a_document(version="v2"), 1)
    assert [d.version for d in register.documents()] == ["v1"]
    assert register.generation() == before


def test_readers_never_see_a_document_missing_or_twice(register: Register, open_register: Open):
    register.make_live(a_document(version="v0"), 1)
    counts: set[int] = set()
    done = threading.Event()

    def look() -> None:
        mine = open_register()
        while not done.is_set():
            counts.add(len(mine.documents()))

    thread = threading.Thread(target=look)
    thread.start()
    for number in range(40):
        register.make_live(a_document(version=f"v{number}"), 1)
    done.set()
    thread.join()
    assert counts == {1}


def test_removed_words_do_not_stay_in_the_file(tmp_path: Path):
    register = Register.of_index(tmp_path)
    register.make_live(a_document(title="Xylophone strategy"), 1)
    register.remove([FILE])
    register.engine.dispose()
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Xylophone" not in (tmp_path / "register.sqlite").read_bytes()
