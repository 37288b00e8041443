"""Which way an answer says that a figure went, and which way the papers show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.rehearsal.aligned import LITTLE
from assistant.rehearsal.claims import Claim
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.groups import clash, groups_in
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.papers import Known
from assistant.rehearsal.statements import Statement, is_series
from assistant.tables.columns import Cell, Row, Span
from assistant.tables.figures import figure_of
from core.rehearsal import About, DifferenceKind
from language.periods import find_periods
from language.words import fold, stem

_UP = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|grow(?:s|n|ing)?|grew|climb\w*|(?:gone|going|go|went"
    r"|crept|creeping|edg(?:ed|ing)|shot|moved|moving|picked|picking) up|up from|soar\w*"
    r"|surg(?:ed|ing)|higher than|upwards?|on the (?:up|rise)|doubled|trebled)\b"
)
_DOWN = re.compile(
    r"\b(?:fall(?:s|en|ing)?|fell|drop\w*|decreas\w+|reduc(?:ed|ing)|(?:gone|going|go|went|come|came"
    r"|coming) down|down from|dip(?:s|ped|ping)?|declin\w+|slid(?:es|ing)?|slip(?:s|ped|ping)?"
    r"|shr[aiu]nk\w*|s[aiu]nk|sinking|tail(?:ed|ing) off|tumbl\w+|plummet\w*|halved"
    r"|lower than|downwards?)\b"
)
_BETTER = re.compile(
    r"\b(?:improv(?:ed|es|ing)|(?:much |a lot |getting |got |gotten |gone )better|better than)\b"
)
_WORSE = re.compile(
    r"\b(?:worsen\w*|deteriorat\w+|(?:much |a lot |getting |got |gone )worse|worse than)\b"
)
_STEADY = re.compile(
    r"\b(?:(?:basically |pretty |fairly |broadly |roughly )?(?:steady|stable|flat|unchanged)"
    r"|(?:about|much|roughly|pretty much) the same|held (?:steady|up)"
    r"|not (?:really )?(?:moved|changed)"
    r"|hasn't (?:really )?(?:moved|changed)|no change|consistent(?:ly)? at)\b"
)
_NOT = re.compile(
    r"\b(?:not|n't|never|no longer|isn't|aren't|hasn't|wasn't|didn't)\W+(?:\w+\W+){0,2}$"
)
_WISHED = re.compile(
    r"\b(?:to|will|can|could|should|would|must|might|may|want|hope|so that|if) (?:[\w']+ ){0,3}$"
)
_LESS_IS_MORE = re.compile(
    r"\b(?:not yet|outside|late|overdue|missing|without|absent|unallocated|vacan\w+|turnover|agency"
    r"|repeat|re-?referr\w+)\b"
)
SAME = 0.5
"""How much of a row's name must be said."""
POINTS, SHARE = Decimal(4), Decimal("0.08")
"""So much a figure must have moved to be called not steady: points, or a share of a count."""
EXTRA = 0.6
"""Weight of the words that may stand beside a direction and are not of the row."""
LITTLE_MOVE = Decimal(1)
"""So much a share must have moved to have a direction at all."""


def differing_directions(
    prompt: str, about: About, claims: Sequence[Claim], known: Known, like: Likeness
) -> list[Differs]:
    """Directions said of a figure whose row shows another, whichever two of its times are taken."""
    rows = [each for each in known.ours if is_series(each)]
    found: list[Differs] = []
    for at, claim in enumerate(claims):
        if claim.own or "sorry" in fold(claim.sentence):
            continue
        way, start, end = way_said(fold(claim.text))
        if not way:
            continue
        row = _row(prompt if about is About.COUNCIL else "", claims, at, rows, like)
        if row is None or row.row is None or _adds(claim, start, end, row, like) > EXTRA:
            continue
        if goes_otherwise(way, row.row, claim.sentence):
            found.append(
                Differs(claim.start + start, claim.start + end, DifferenceKind.DIRECTION, row)
            )
    return found


def way_said(text: str) -> tuple[str, int, int]:
    """'up', 'down', 'better', 'worse' or 'steady' where a clause says one and no other."""
    found = []
    for way, form in (("up", _UP), ("down", _DOWN), ("steady", _STEADY), ("better", _BETTER),
                      ("worse", _WORSE)):  # fmt: skip
        for match in form.finditer(text):
            before = text[: match.start()]
            if not _WISHED.search(before) and not (way != "steady" and _NOT.search(before)):
                found.append((way, *match.span()))
    return found[0] if len({each[0] for each in found}) == 1 else ("", 0, 0)


def _row(
    prompt: str, claims: Sequence[Claim], at: int, rows: Sequence[Statement], like: Likeness
) -> Statement | None:
    claim = claims[at]
    own = f"{claim.sentence} {claim.before}"
    group = next(
        (e for e in (claim.text, claim.sentence, claim.before, prompt) if groups_in(e)), ""
    )
    best, chosen = 0.0, None
    for each in rows:
        if clash(group, each.subject):
            continue
        words = words_of(each.subject)
        keys = keys_of(f"{own} {prompt}")
        shared = like.shared(words, keys)
        if like.share(words, keys) >= SAME and shared > best:
            best, chosen = shared, each
    return chosen


def _adds(claim: Claim, start: int, end: int, row: Statement, like: Likeness) -> float:
    """Weight of what the clause says beside what the row is of: 'referrals went up'."""
    words = words_of(f"{claim.text[:start]} {claim.text[end:]}")
    new = [each for each in words if stem(each.word) not in LITTLE]
    return like.total(new) - like.shared(new, keys_of(row.subject))


def goes_otherwise(way: str, row: Row, sentence: str) -> bool:
    """Whether a row went another way than said, whichever two of its times are taken."""
    moves = _moves(row, sentence)
    if not moves:
        return False
    share = row.cells and any("%" in cell.value for cell in row.cells)
    if way in ("better", "worse"):
        if not share:
            return False
        more = not _LESS_IS_MORE.search(fold(row.label))
        way = "up" if (way == "better") is more else "down"
    if way == "steady":
        return all(_much(first, last, bool(share)) for first, last in moves)
    return all(last < first if way == "up" else last > first for first, last in moves) and any(
        _some(first, last, bool(share)) for first, last in moves
    )


def _moves(row: Row, sentence: str) -> list[tuple[Decimal, Decimal]]:
    """From the first month, the one before and those named to the last; from the year before."""
    months = [value for cell in row.of(Span.MONTH) if (value := _value(cell)) is not None]
    years = [value for cell in row.of(Span.YEAR) if (value := _value(cell)) is not None]
    now = _value(row.now) if row.now else None
    last = months[-1] if months else now
    moves = []
    if len(months) > 1:
        moves += [(months[0], months[-1]), (months[-2], months[-1])]
        named = {each.month for each in find_periods(sentence)}
        for cell in row.of(Span.MONTH):
            value = _value(cell)
            if cell.period.month in named and value is not None and value != months[-1]:
                moves.append((value, months[-1]))
    if years and (now if now is not None else last) is not None:
        moves.append((years[-1], now if now is not None else last))  # type: ignore[arg-type]
    return moves


def _value(cell: Cell) -> Decimal | None:
    figure = figure_of(cell.value)
    return figure.value if figure else None


def _much(first: Decimal, last: Decimal, share: bool) -> bool:
    return abs(last - first) > (POINTS if share else SHARE * first)


def _some(first: Decimal, last: Decimal, share: bool) -> bool:
    return abs(last - first) > (LITTLE_MOVE if share else SHARE / 8 * first)
