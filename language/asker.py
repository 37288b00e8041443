"""What who asks says of himself: 'sorry to ask again but', 'I'm losing sleep'."""

from __future__ import annotations

import re
from collections.abc import Callable

from language.places import find_place

_ASKS = (
    r"(?:(?:on|by|in|at|from|for|up to|until) )?"
    r"(?:what|when|which|who|whose|where|why|how|is|are|do|does|did|can|could"
    r"|will|would|should|has|have|whats|whos|whens|what'?s|who'?s|when'?s)\b"
)
_SEAM = re.compile(
    r"\s*(?:[,;]|\.(?=\s)|[?!](?=\s)|\s[-–]\s|\bbut\b|\bso\b(?=\s(?:what|when|who|how|which)))\s*"
)
_OF_SELF = re.compile(
    r"(?:and |but |so |well |ok )*(?:i|i['’]?m|im|i['’]?ve|ive|i['’]?d|i['’]?ll|my|me|mine"
    r"|sorry|apolog\w+|thanks?|thank you|please|cheers|help|hope|hoping|worried|feeling|bit"
    r"|daft question|silly question|stupid question|just checking|quick one|asap|urgent)\b",
    re.IGNORECASE,
)
"""A clause whose subject is who asks, or a courtesy."""
_TELLS = re.compile(
    r"\b(?:told|heard?|think|thought|gather|read|understand|understood|assume|assumed|guess|say"
    r"|said|right|correct|team|service)\b",
    re.IGNORECASE,
)
"""But what he was told is what he asks about, and so may his team be."""
_DAY = r"(?:week|wk|mon|tue|wed|thu|fri)"
_NTH = r"(?:the |this )?(?:first |second |last )?"
_WHEN_OF_SELF = re.compile(
    r"^(?:and |but |so )*(?:i|i['’]?m|im|i['’]?ve|ive|i['’]?ll|i['’]?d)\b"
    rf"(?:(?! (?:on|in|the|this) (?:the )?(?:first|second|last|{_DAY}))[^,;.?!])*?"
    rf" (?=(?:on |in )?{_NTH}{_DAY})",
    re.IGNORECASE,
)
"""'I'm on leave the Tuesday after the call': all but the day is of himself."""
_OPEN = re.compile(r"\b(?:anything|what)\b", re.IGNORECASE)
_ROLE_ASKS = re.compile(
    r"^(?:speaking )?as an? [\w -]{2,30}?,? (?=i(?:['’]| |['’]?m |['’]?ve )|we )", re.IGNORECASE
)
_OTHERS_ASK = re.compile(
    r"^(?:and |so )?[\w'’ ]{2,40}? (?:will|keeps?|are|is|always|might|may|wants?|want) "
    r"(?:ask|asking|asked|to know)(?: me| us)?\s*[:,–-]\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:question )?from (?:the |our |a )?[\w'’& -]{2,40}:\s*", re.IGNORECASE)
_ALTERNATIVES = re.compile(
    r"^(?P<asks>(?:and |so )?(?:who|whose|whos|who's|when|which day|what day|how long)\b"
    r"[^,:–]{6,}?)"
    r"\s*(?:,|\s[-–])\s*(?:(?:is|are) (?:it|that|they) )?(?:the |a |an )?[\w'’ -]{2,30}? or "
    r"(?:the |a |an )?[\w'’ -]{2,30}$",
    re.IGNORECASE,
)
_CALL_CAME = re.compile(
    r",? \b(?:if|given|assuming|when|since|as|supposing)(?: that)?"
    r" (?:they|ofsted|inspectors|the call) (?:have |has |had )?"
    r"(?:rang|rung|called|phoned|ring|rings|call|calls|came|comes|come)(?: us)?(?: in)?"
    r"(?: on)?(?: the| this| last)? mon(?:day)?\b",
    re.IGNORECASE,
)
"""The call is on a Monday: what is on the Wednesday then is on that of the week of the call."""
_CALL_IN = re.compile(
    r"\b(?:and )?(?:the|ofsted['’]?s?) (?:phone )?call(?: has|['’]s| is)? (?:just )?"
    r"(?:come|came|in|landed)\b|\bwe(?:['’]ve| have)? (?:just )?had the call\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(r"\b(?:on )?(?:that|the same) day\b", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:first|earlier|earliest|sooner|later|latest|longer|more|higher|lower|better)\b",
    re.IGNORECASE,
)
"""'Which comes first, the lists or the documents?' asks of the two."""


def without_asker(text: str, names: Callable[[str], bool]) -> str:
    """The text without what the asker says of himself, of his feelings and of his plans.

    A day that he names stays ('I'm on leave on the Tuesday: what is due?'), and so does all that
    the rest would be no question without. `names` tells whether a text names what papers have.
    """
    for each in (_ROLE_ASKS, _OTHERS_ASK, _FROM):
        rest = each.sub("", text, count=1)
        if rest != text and _named(rest, names):
            text = rest
    text = _without_his_plans(text, names)
    if _CALL_IN.search(text) and _THAT_DAY.search(text):
        text = _THAT_DAY.sub("on the day of the call", _CALL_IN.sub("", text))
    text = _CALL_CAME.sub(" in the week of the call", _of_the_clauses(text, names))
    offered = _ALTERNATIVES.match(text.strip(" ?."))
    if offered is not None and not _COMPARES.search(text) and _named(offered["asks"], names):
        return f"{offered['asks'].strip()}?"
    return text


def _without_his_plans(text: str, names: Callable[[str], bool]) -> str:
    """Only the day is left of a first clause of his own, where another clause asks."""
    plans, seam = _WHEN_OF_SELF.match(text), _SEAM.search(text)
    if plans is None or seam is None or seam.start() < plans.end():
        return text
    rest = text[seam.end() :]
    asks = names(rest) or _OPEN.search(rest)
    return text[plans.end() :] if asks and not _TELLS.search(text) else text


def _of_the_clauses(text: str, names: Callable[[str], bool]) -> str:
    """The text without the clauses at its ends that are of the asker alone."""
    seams = [each.span() for each in _SEAM.finditer(text)]
    if not seams:
        return text
    starts = [0, *(end for _, end in seams)]
    ends = [*(start for start, _ in seams), len(text)]
    clauses = list(zip(starts, ends, strict=True))
    asking = [at for at, (start, end) in enumerate(clauses) if _asks(text[start:end])]
    if not asking:
        return text
    first, last = 0, len(clauses) - 1
    while first < asking[0] and _of_self(text[slice(*clauses[first])]):
        first += 1
    while last > asking[-1] and _of_self(text[slice(*clauses[last])]):
        last -= 1
    kept = text[clauses[first][0] : clauses[last][1]].strip()
    return kept if _named(kept, names) else text


def _asks(clause: str) -> bool:
    return re.match(_ASKS, clause.strip(), re.IGNORECASE) is not None


def _of_self(clause: str) -> bool:
    of_self = _OF_SELF.match(clause.strip()) is not None or not clause.strip(" ?.!")
    return of_self and not _TELLS.search(clause) and not find_place(clause).named


def _named(text: str, names: Callable[[str], bool]) -> bool:
    """Does what is left name something, or a week or day, by itself?"""
    return find_place(text).named or names(text)
