"""Brings a register's tables up to date when it is opened, once, whoever opens it first."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import Engine

from core.errors import RegisterTooNew

NEWEST = "0007"
"""The last step in `records/migrations/versions`."""

_BEFORE_MIGRATIONS = "0001"
"""What a register has that was made before it kept a note of its steps."""
_STEPS = Path(__file__).parent / "migrations"
_LOCK = 8_140_917
"""PostgreSQL's advisory lock for this; any number that nothing else in the database uses."""


def bring_up_to_date(engine: Engine) -> None:
    """Runs the steps that a register lacks: all of them or, when killed, none.

    Raises RegisterTooNew for one that a later release has changed.
    """
    with engine.connect() as connection:
        if _revision(connection) == NEWEST:
            return
    with engine.connect() as connection:
        _lock(connection)
        # Another process may have done it while this one waited.
        found = _revision(connection)
        if found != NEWEST:
            _run_steps(connection, found)
        connection.commit()


def _lock(connection: Connection) -> None:
    """Opens a transaction that only one process at a time can hold."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _revision(connection: Connection) -> str:
    """The last step done; '' for a database without a register."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return str(connection.scalars(text("SELECT version_num FROM alembic_version")).one())
    return _BEFORE_MIGRATIONS if "documents" in tables else ""


def _run_steps(connection: Connection, found: str) -> None:
    # Half a second to import, which a register that is up to date need not pay.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if found and found not in known:
        raise RegisterTooNew(
            "The register of documents was made by a later release of Inspection Ready; use that."
        )
    if found == _BEFORE_MIGRATIONS and not inspect(connection).has_table("alembic_version"):
        command.stamp(config, found)
    command.upgrade(config, "head")
    if connection.scalars(text("SELECT count(*) FROM state")).one() == 0:
        connection.execute(text("INSERT INTO state (id, generation) VALUES (1, 0)"))
