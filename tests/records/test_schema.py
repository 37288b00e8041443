"""The register's tables: an older register is brought up to date when it is opened, once."""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.documents import Kind, TextForm
from core.errors import RegisterTooNew
from core.register import Fact
from core.settings import ROOT
from records.register import Register
from records.tables import Base
from tests.support import a_document, environment

# As SQLAlchemy's create_all wrote it before the register had migrations.
FIRST_SCHEMA = """
CREATE TABLE documents (id VARCHAR NOT NULL, file VARCHAR NOT NULL, live_version VARCHAR NOT NULL,
    passages INTEGER NOT NULL, facts JSON NOT NULL, PRIMARY KEY (id), UNIQUE (file));
CREATE TABLE problems (number INTEGER NOT NULL, file VARCHAR NOT NULL, version VARCHAR NOT NULL,
    reason VARCHAR NOT NULL, whole_file BOOLEAN NOT NULL, PRIMARY KEY (number));
CREATE INDEX ix_problems_file ON problems (file);
CREATE TABLE state (id INTEGER NOT NULL, generation INTEGER NOT NULL, PRIMARY KEY (id));
INSERT INTO state VALUES (1, 41);
INSERT INTO problems VALUES (1, 'bad.pdf', 'v', 'it is damaged', 1);
"""
FACTS = {
    "title": "Minutes of October",
    "kind": "minutes",
    "form": "section",
    "publisher": "Tower Hamlets",
    "about": "Tower Hamlets",
    "published": "2024-10",
    "as_at": "",
    "applies_from": "",
    "sample": False,
}


@pytest.fixture
def first_register(tmp_path: Path) -> Path:
    """A folder with a register of the first release, with a document in it."""
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.executescript(FIRST_SCHEMA)
        row = ("abc", "minutes/one.md", "v1", 3, json.dumps(FACTS))
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", row)
    connection.close()
    return tmp_path


def test_a_register_without_migrations_keeps_what_it_holds(first_register: Path):
    register = Register.of_index(first_register)
    (document,) = register.documents()
    assert (document.id, document.file, document.version) == ("abc", "minutes/one.md", "v1")
    assert (document.title, document.kind) == ("Minutes of October", Kind.MINUTES)
    assert (document.form, str(document.published)) == (TextForm.SECTIONS, "October 2024")
    assert register.generation() == 41
    assert [each.file for each in register.problems()] == ["bad.pdf"]


def differences(register: Register) -> list[object]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with register.engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection), Base.metadata)


def test_the_steps_lead_to_the_tables_that_the_code_uses(register: Register):
    assert differences(register) == []


def test_an_old_register_comes_to_the_same_tables(first_register: Path):
    assert differences(Register.of_index(first_register)) == []


def test_an_old_register_takes_all_that_a_new_one_does(first_register: Path):
    register = Register.of_index(first_register)
    assert register.files()["minutes/one.md"].document == "abc"
    register.correct("abc", Fact.TITLE, "Corrected")
    register.pin_note("abc", "words", "note")
    register.make_live(a_document(), 1)
    assert len(register.documents()) == 1
    register.withdraw(a_document().id)
    assert register.documents() == ()


def test_a_register_that_is_up_to_date_opens_without_alembic(tmp_path: Path):
    Register.of_index(tmp_path)
    code = (
        "import sys, pathlib\nfrom records.register import Register\n"
        "Register.of_index(pathlib.Path(sys.argv[1]))\nprint('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def _open(url: str) -> int:
    return len(Register(url).documents())


def test_several_processes_may_open_an_old_register_at_once(first_register: Path):
    url = f"sqlite:///{first_register / 'register.sqlite'}"
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_open, [url] * 6) == [1] * 6


def test_several_processes_may_make_a_register_at_once(database: str):
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_open, [database] * 6) == [0] * 6


def test_a_register_of_a_later_release_is_left_alone(tmp_path: Path):
    Register.of_index(tmp_path)
    with sqlite3.connect(tmp_path / "register.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RegisterTooNew, match="later release"):
        Register.of_index(tmp_path)


def test_a_step_that_fails_leaves_the_register_as_it_was(
    first_register: Path, monkeypatch: pytest.MonkeyPatch
):

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("alembic.command.upgrade", fail)
        with pytest.raises(RuntimeError):
            Register.of_index(first_register)
    with sqlite3.connect(first_register / "register.sqlite") as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "alembic_version" not in tables
    assert len(Register.of_index(first_register).documents()) == 1
