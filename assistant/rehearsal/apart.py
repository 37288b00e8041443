"""What keeps a figure of an answer apart from one of the papers: whose it is, and of when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rehearsal.aligned import noun_of
from assistant.rehearsal.amounts import Said
from assistant.rehearsal.held import Held
from assistant.rehearsal.statements import Statement
from language.words import fold

_ELSEWHERE = re.compile(
    r"\b(?:targets?|national(?:ly)?|england|english|london|benchmarks?|neighbours?|other councils"
    r"|elsewhere|(?:one|another) (?:council|authority|borough)|regional(?:ly)?|statistical)\b"
)
_ON_TARGET = re.compile(
    r"\b(?:on|hit(?:s|ting)?|meet(?:s|ing)?|met|reach(?:es|ed|ing)?)(?: bang on| right on)?"
    r"(?: our| its| the| their)? targets?\b"
)
"""'Hitting the target of 95%' says what is, and not only what is wanted."""
_SAMPLED = re.compile(r"\b(?:audit\w*|dip[- ]?sampl\w*|sampled?|moderat\w+|survey\w*)\b")
"""What was found in a sample is no figure of the whole service."""
_LOOKED_AT = re.compile(
    r"\b(?:we|i|they)(?:'ve| have|'d)? (?:\w+ly )?(?:checked|read|reread|tracked|went through"
    r"|gone through|looked (?:again )?(?:at|into)|listened to|picked|rang|asked|trained|visited"
    r"|signed|ran)\b"
)
"""So is a number of what somebody looked at."""
_LAST_YEAR = re.compile(r"\b(?:last year|year before|year[- ]end|previous year)\b")
_TO_DATE = re.compile(r"\b(?:year to date|(?:this |the )year so far|so far this year|this year)\b")
FEW, TIMES = 10, 2
"""A bare number under the first, and one this many times off, is of something else."""


def told_of_another(said: Said) -> bool:
    """Of the speaker's own work, of a sample, of a target or of another council."""
    return bool(
        said.own
        or _SAMPLED.search(fold(said.claim.sentence))
        or (not said.amount.unit and _LOOKED_AT.search(fold(said.claim.sentence)))
        or _ELSEWHERE.search(_ON_TARGET.sub(" ", fold(said.segment)))
    )


def of_now(statement: Statement, held: Sequence[Held]) -> str:
    """'82.8% (Aug 24)' of a row; of a sentence its figure, or its figures."""
    if statement.row is not None:
        return statement.read.removeprefix(f"{statement.row.label}: ")
    return ", ".join(dict.fromkeys(each.amount.words for each in held))


def far_off(said: Said, held: Held) -> bool:
    """A bare number ('ten came in') that is a few times the papers' or a small part of it, counts
    something that was not said; so does a small one.
    """
    if said.delta or said.amount.unit or held.amount.unit or noun_of(said):
        return False
    mine, theirs = said.amount.value, held.amount.value
    return mine < FEW or mine > TIMES * theirs or theirs > TIMES * mine


def other_month(said: Said, held: Held) -> bool:
    """A figure of a month is compared with that month's alone: its row, its column."""
    mine, theirs = said.period, held.period
    return bool(mine and theirs and mine.month and theirs.month and mine.month != theirs.month)


def of_its_month(said: Said, held: Held) -> bool:
    """Of the month that is said."""
    mine, theirs = said.period, held.period
    return bool(mine and theirs and mine.month and mine.month == theirs.month)


def of_another_time(said: Said, held: Held) -> bool:
    """'86% by August' of a row that has 86.1 for April and another figure for August; '86% this
    year to date' of one that has it for the year before.
    """
    theirs, segment = held.period, fold(said.segment)
    if theirs and theirs.year and not theirs.month and _TO_DATE.search(segment):
        return not _LAST_YEAR.search(segment)
    return other_month(said, held)
