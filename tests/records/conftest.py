"""Databases for the register's tests: SQLite always, a real PostgreSQL where one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from records.register import Register

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, with an empty database, gone afterwards."""
    if not _PROGRAMS:
        pytest.skip("no PostgreSQL server is installed here (Debian's package postgresql)")
    programs = _PROGRAMS[-1].parent
    # Not pytest's folder: the server will not run as root, and others may not enter that one.
    folder = Path(tempfile.mkdtemp(prefix="register-"))
    as_user: list[str] = []
    if os.geteuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        shutil.chown(folder, "postgres", "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs / program), *arguments]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

    data = str(folder / "data")
    run("initdb", "--no-sync", "--auth=trust", "--username=owner", "--encoding=UTF8", "-D", data)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "start", "--wait", "-D", data, "-o", options, "-l", str(folder / "log"))
    try:
        yield f"postgresql+psycopg://owner@/postgres?host={folder}"
    finally:
        run("pg_ctl", "stop", "-m", "immediate", "-D", data)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'register.sqlite'}"
    url: str = request.getfixturevalue("postgresql")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def open_register(database: str) -> Iterator[Callable[[], Register]]:
    """A function that opens the register, as another process would."""
    opened: list[Register] = []

    def another() -> Register:
        opened.append(Register(database))
        return opened[-1]

    yield another
    for each in opened:
        each.engine.dispose()


@pytest.fixture
def register(open_register: Callable[[], Register]) -> Register:
    """An empty register."""
    return open_register()
