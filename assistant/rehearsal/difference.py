"""Words of an answer that the papers give otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.rehearsal.statements import Statement
from core.rehearsal import DifferenceKind


@dataclass(frozen=True, slots=True)
class Differs:
    """Words of an answer, by offsets, and the statement that gives them otherwise."""

    start: int
    end: int
    kind: DifferenceKind
    statement: Statement
