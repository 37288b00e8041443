"""An update of the index as everybody sees it: how far it is, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SILENCE = timedelta(seconds=30)
"""An update says every two seconds that it lives; one silent for so long has been ended."""


class JobState(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    """Another update is at work; this one begins after it."""
    RUNNING = "running"
    DONE = "done"
    ASKS = "asks"
    """So much is gone from the folder that somebody must say that this is meant."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """How far an update is: `done` of `total` files, and `share` of the one at hand."""

    stage: str = ""
    done: int = 0
    total: int = 0
    file: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an update did, or for `ASKS` would do. Files by their path in the corpus folder."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Old place, new place."""
    forms: tuple[tuple[str, str], ...] = ()
    """A file taken in, and the file that is cited for it, as both are the same paper."""
    held: int = 0
    """How many documents there were before."""


@dataclass(frozen=True, slots=True)
class Job:
    """One update. Times are in UTC."""

    id: str
    state: JobState
    started: datetime
    seen: datetime
    """When it last said that it lives."""
    step: Step = Step()
    outcome: Outcome = Outcome()
    message: str = ""
    """For `FAILED`: what went wrong, in words for the screen."""
    error_id: str = ""

    def alive(self, now: datetime) -> bool:
        """Is it still at work?"""
        at_work = self.state in (JobState.WAITING, JobState.RUNNING)
        return at_work and now - self.seen < SILENCE

    def interrupted(self, now: datetime) -> bool:
        """Was it ended in the middle? The next update finishes what it left."""
        return self.state in (JobState.WAITING, JobState.RUNNING) and not self.alive(now)
