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


AT_WORK = (JobState.WAITING, JobState.RUNNING)


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
    """How many files an update took in or out. No names: deleted means deleted."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    removed: int = 0
    """For `ASKS` how many documents would go."""
    held: int = 0
    """How many documents there were before."""
    forms: int = 0
    """Further files of papers that are in already."""
    failed: int = 0
    """Files that could not be read this time."""


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
        return self.state in AT_WORK and now - self.seen < SILENCE

    def interrupted(self, now: datetime) -> bool:
        """Was it ended in the middle? The next update finishes what it left."""
        return self.state in AT_WORK and not self.alive(now)
