"""What an answer says that stands otherwise beside it in the papers, and may be of something else.

Less is enough for this than to call a thing different: the papers' words are set beside the
person's own and they are asked to look. Nothing that any paper bears out is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.rehearsal.difference import Differs
from assistant.rehearsal.figures_said import Figures
from assistant.rehearsal.own_facts import Strange
from assistant.rehearsal.reach import Reached
from assistant.rehearsal.statements import Statement, key
from assistant.rehearsal.told_otherwise import Otherwise
from core.rehearsal import Check, Reach

MOST = 2
"""Things asked to be checked at once."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found of an answer."""

    answer: str
    reached: Sequence[Reached]
    figures: Figures
    differs: Sequence[Differs]
    told: Sequence[Otherwise]


def checks(beside: Beside) -> dict[str, Check]:
    """What to check, by the `key` of the statement touched on; the surest first."""
    taken = [(each.start, each.end) for each in beside.differs]
    made: dict[str, Check] = {}
    for one, statement in _in_order(beside):
        if len(made) == MOST or key(statement) in made:
            continue
        if any(one.start < end and start < one.end for start, end in taken):
            continue
        check = _check(beside, one, statement)
        if check is not None:
            made[key(statement)] = check
            taken.append((one.start, one.end))
    return made


def _in_order(beside: Beside) -> Iterator[tuple[Strange, Statement]]:
    for told in sorted(beside.told, key=lambda each: -each.sureness):
        yield told.strange, told.statement
    for each in sorted(beside.reached, key=lambda each: -each.sureness):
        if each.reach is Reach.TOUCHED:
            plain = (one for one in each.strange if one.said is not None or one.denial)
            yield from ((one, each.statement) for one in plain)


def _check(beside: Beside, one: Strange, statement: Statement) -> Check | None:
    words = beside.answer[one.start : one.end].strip(" ,;.")
    if one.said is None:
        return Check(words, one.kind)
    held = beside.figures.beside(one.said, statement)
    return Check(words, one.kind, held) if held else None
