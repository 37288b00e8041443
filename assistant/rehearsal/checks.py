"""What an answer says that stands otherwise beside it in the papers, and may be of something else.

Less is enough for this than to call a thing different: the papers' words are set beside the
person's own and they are asked to look. Nothing that any paper bears out is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.rehearsal.difference import Differs
from assistant.rehearsal.figures_said import Figures
from assistant.rehearsal.own_facts import Strange
from assistant.rehearsal.reach import Reached
from assistant.rehearsal.statements import Statement, key
from core.rehearsal import Check, DifferenceKind, Reach

MOST = 2
"""Things asked to be checked at once."""
_ORDER = (
    DifferenceKind.FIGURE,
    DifferenceKind.DATE,
    DifferenceKind.NAME,
    DifferenceKind.DIRECTION,
)


def checks(
    answer: str,
    found: Sequence[Reached],
    figures: Figures,
    differs: Sequence[Differs],
    spoken_of: Sequence[Statement],
) -> dict[str, Check]:
    """What to check, by the `key` of the statement touched on; the surest first.

    `spoken_of` are all covered or touched on: what one of them has is not asked about.
    """
    taken = [(each.start, each.end) for each in differs]
    made: dict[str, Check] = {}
    for each in sorted(found, key=lambda one: -one.sureness):
        if each.reach is not Reach.TOUCHED or len(made) == MOST:
            continue
        for one in sorted(each.strange, key=lambda one: _ORDER.index(one.kind)):
            if any(one.start < end and start < one.end for start, end in taken):
                continue
            check = _check(answer, one, each.statement, figures, spoken_of)
            if check is not None:
                made[key(each.statement)] = check
                taken.append((one.start, one.end))
                break
    return made


def _check(
    answer: str,
    one: Strange,
    statement: Statement,
    figures: Figures,
    spoken_of: Sequence[Statement],
) -> Check | None:
    words = answer[one.start : one.end]
    if one.said is not None:
        held = figures.beside(one.said, statement)
        return Check(words, one.kind, held) if held else None
    if one.denial:
        return Check(words.strip(" ,;."), one.kind)
    if one.kind is DifferenceKind.DIRECTION or not one.otherwise(statement):
        return None
    return None if any(one.stands_in(each) for each in spoken_of) else Check(words, one.kind)
