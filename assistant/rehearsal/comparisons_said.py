"""'More than most' where the papers say fewer: a number set against other councils'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import groups_in
from assistant.rehearsal.papers import Known
from core.rehearsal import DifferenceKind
from language.words import fold

_OTHERS = (
    r"(?:most|many|other|others|elsewhere|anywhere else|our neighbours|the average|average"
    r"|(?:the )?(?:national|london|england|english)\b)"
)
_MORE = re.compile(rf"\b(?:more|higher|greater)\b(?P<of>(?:(?! than ).){{0,60}}) than {_OTHERS}\b")
_FEWER = re.compile(rf"\b(?:fewer|less|lower)\b(?P<of>(?:(?! than ).){{0,60}}) than {_OTHERS}\b")


def differing_comparisons(claims: Sequence[Claim], known: Known) -> Iterator[Differs]:
    """Comparisons with others of a group of children, where our papers only say the other way."""
    held = [(each, found) for each in known.ours if (found := _compared(each.text))]
    for claim in claims:
        said = None if claim.own else _compared(claim.text)
        if said is None:
            continue
        more, group, start, end = said
        of_it = [(each, way) for each, (way, theirs, _, _) in held if theirs == group]
        if of_it and all(way != more for _, way in of_it):
            at = claim.start
            yield Differs(at + start, at + end, DifferenceKind.DIRECTION, of_it[0][0])


def _compared(text: str) -> tuple[bool, frozenset[str], int, int] | None:
    """Whether more, of which groups, and where; None without one plain comparison of a group."""
    folded = fold(text)
    found = [(way, match) for way, form in ((True, _MORE), (False, _FEWER))
             if (match := form.search(folded))]  # fmt: skip
    if len(found) != 1:
        return None
    way, match = found[0]
    groups = groups_in(match["of"])
    return (way, groups, *match.span()) if groups else None
