"""The updates started from the screen, kept where every session and process can see them."""

from __future__ import annotations

import uuid
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.jobs import AT_WORK, Job, JobState, Outcome, Step
from records.tables import JobRow

KEPT = 20
"""Updates remembered, though none of them ever ended; only the newest is shown."""


class Jobs:
    """The updates in a register's database. None of it changes what may answer."""

    def __init__(self, engine: Engine) -> None:
        """`engine`: that of an open `Register`."""
        self._engine = engine

    def begin(self) -> str:
        """Notes a new update, waiting; its id. Those that have ended are forgotten."""
        name, now = uuid.uuid4().hex[:8], datetime.now(UTC)
        with Session(self._engine) as session, session.begin():
            row = JobRow(id=name, state=JobState.WAITING.value, started=now, seen=now)
            row.step, row.outcome = asdict(Step()), asdict(Outcome())
            session.add(row)
            session.flush()
            ended = JobRow.state.not_in([each.value for each in AT_WORK])
            session.execute(delete(JobRow).where(JobRow.number < row.number, ended))
            session.execute(delete(JobRow).where(JobRow.number <= row.number - KEPT))
        return name

    def newest(self) -> Job | None:
        """The update begun last, if any."""
        with Session(self._engine) as session:
            row = session.scalars(select(JobRow).order_by(JobRow.number.desc()).limit(1)).first()
            return _job(row) if row else None

    def beat(self, job: str) -> None:
        """Says that an update lives."""
        self._set(job)

    def wait(self, job: str) -> None:
        """Says that an update waits for another."""
        self._set(job, state=JobState.WAITING.value)

    def step(self, job: str, step: Step) -> None:
        """Says how far an update is."""
        self._set(job, state=JobState.RUNNING.value, step=asdict(step))

    def done(self, job: str, outcome: Outcome) -> None:
        """Notes that an update came to its end."""
        step = asdict(Step())  # its last file may be one that was removed
        self._set(job, state=JobState.DONE.value, step=step, outcome=asdict(outcome))

    def ask(self, job: str, outcome: Outcome) -> None:
        """Notes that an update has changed nothing and asks first."""
        self._set(job, state=JobState.ASKS.value, outcome=asdict(outcome))

    def fail(self, job: str, message: str, error_id: str) -> None:
        """Notes why an update did not come to its end."""
        self._set(job, state=JobState.FAILED.value, message=message, error_id=error_id)

    def dismiss(self, job: str) -> None:
        """Forgets an update that has ended: whoever looks after the documents has seen it."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(JobRow).where(JobRow.id == job))

    def _set(self, job: str, **values: Any) -> None:  # noqa: ANN401 - columns
        with Session(self._engine) as session, session.begin():
            changed = update(JobRow).where(JobRow.id == job)
            session.execute(changed.values(seen=datetime.now(UTC), **values))


def _job(row: JobRow) -> Job:
    return Job(
        row.id,
        JobState(row.state),
        _utc(row.started),
        _utc(row.seen),
        Step(**row.step),
        Outcome(**row.outcome),
        row.message,
        row.error_id,
    )


def _utc(when: datetime) -> datetime:
    """SQLite gives back times without their zone; what is written is UTC."""
    return when if when.tzinfo else when.replace(tzinfo=UTC)
