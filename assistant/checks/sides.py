"""Which side of a number a sentence speaks of: over 26, up to 26, exactly 26."""

from __future__ import annotations

import re

from assistant.checks.text import Piece, Source
from language.words import fold

_EDGE = re.compile(r"\b(?:the )?(?:start|beginning|end|middle|mid)[- ](?:of )?#")


def masked(clause: Piece) -> str:
    """A clause, folded, with # for each fact; nought stays, as it may deny."""
    text = fold(clause.text)
    for fact in clause.facts:
        if fact.amount is not None and not fact.amount.value:
            text = text[: fact.start] + "0" * (fact.end - fact.start) + text[fact.end :]
        elif fact.end <= len(text):
            text = text[: fact.start] + "#" * (fact.end - fact.start) + text[fact.end :]
    text = text.replace("looked after", "looked-after").replace("looked-after", "in care")
    return _EDGE.sub("#", re.sub(r"#+", "#", text))


_TIME_UNITS = frozenset(("d", "wd", "w", "m", "y", "h", "min"))
_LASTING = re.compile(r"\bover (?=(?:the |a )?\S+ )")


def past_its_side(clause: Piece, by: Source) -> str:
    """'Over 26' where the passage has 26, '12' where it has 'up to 12'."""
    said = fold(clause.text)
    for fact in clause.facts:
        if fact.amount is None or fact.amount.unit == "pt":
            continue
        if fact.amount.unit in _TIME_UNITS:
            # 'Over 12 days' may be how long it lasts.
            said = _LASTING.sub(lambda match: " " * len(match.group()), said)
        mine = _side(said, fact.start, fact.end)
        lasting = _side(fold(clause.text), fact.start, fact.end)
        theirs = {
            _side(
                _LASTING.sub("     ", fold(each.text))
                if fact.amount.unit in _TIME_UNITS
                else fold(each.text),
                other.start,
                other.end,
            )
            for each in by.segments
            for other in each.facts
            if other.amount is not None and fact.amount.same(other.amount)
        }
        if not theirs or mine in theirs or lasting in theirs:
            continue
        if mine == ">" and any(_exceeds(fold(each.text)) for each in by.segments):
            continue
        if mine in (">", "=") or (mine == "<" and theirs == {">"}):
            return fact.words
        if not mine and not _softened(said):
            return fact.words
    return ""


_SIDES = (
    (">", r"over|more than|above|exceed(?:s|ed|ing)?|in excess of|longer than|greater than"
     r"|higher than"
          r"|at least|a minimum of|minimum of|no fewer than|no less than|not less than"
          r"|no earlier than"
          r"|upwards of"),
    ("<", r"as many as|as few as|as much as|under|less than|fewer than|below|almost|nearly"
     r"|just under|up to|at most|a maximum of"
          r"|maximum of|no more than|not more than|no later than|shorter than|lower than"),
    ("=", r"exactly|precisely"),
)  # fmt: skip
_SIDE = re.compile(
    "|".join(
        rf"(?P<s{n}>\b(?:{form}) (?:the |an? |about )?$)" for n, (_, form) in enumerate(_SIDES)
    )
)
_SIDE_AFTER = re.compile(r"^ (?:or|and) (?:more|over|older|above|longer)\b")
_SIDE_AFTER_LESS = re.compile(r"^ (?:or|and) (?:less|fewer|under|younger|below)\b")
_SOFT = re.compile(
    r"\b(?:within|by|inside|maximum|at most|most|limit|target|rise by|over|more|beyond)\b"
)


def _side(folded: str, start: int, end: int) -> str:
    """'>' for 'over 26' and '26 or more', '<' for 'up to 26', '=' for 'exactly 26', else ''."""
    before = _SIDE.search(folded[max(0, start - 30) : start])
    if before:
        return _SIDES[int((before.lastgroup or "s0")[1:])][0]
    if _SIDE_AFTER.match(folded[end:]):
        return ">"
    return "<" if _SIDE_AFTER_LESS.match(folded[end:]) else ""


def _exceeds(folded: str) -> bool:
    """Whether a text says that anything is over or above something."""
    return bool(re.search(r"\b(?:above|over|more|exceed\w*|higher|at least|minimum)\b", folded))


def _softened(folded: str) -> bool:
    """Whether a clause has any word that leaves a number open."""
    return bool(_SOFT.search(folded))
