"""The parts of an inspection that people name instead of a week: off site, on site, the call."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from language.words import fold


class Phase(StrEnum):
    """A part of an inspection. Which week it is, only a paper's own words say."""

    OFF_SITE = "off site"
    ON_SITE = "on site"
    CALL = "the day of the call"
    CALL_WEEK = "the week of the call"


VISIT = frozenset({Phase.OFF_SITE, Phase.ON_SITE})
"""The phases that have weeks of their own."""


@dataclass(frozen=True, slots=True)
class PhaseMention:
    """A phase with its place in the folded text."""

    phase: Phase
    start: int
    end: int


_THEY = r"(?:they|(?:the )?inspectors?|ofsted|the (?:\w+ )?team|hmis?|the lead inspector)"
_BE = r"(?:'?re| are| is| were| will be| will| have| get| first| actually| physically)*"
_COME = (
    r"(?:arriv\w*|com(?:e|es|ing)|turn(?:s|ing)? up|get here|land(?:s|ing)?"
    r"|set foot(?: in (?:the|our) (?:building|offices?|borough))?)\b"
)
_HERE = r"(?:here|with us|in (?:the|our) (?:building|offices?)|in situ|on[- ]?site|visiting)\b"
_THEIR_COMING = r"(?:the|their|inspectors'?) (?:arrival|on[- ]?site|field ?-?work)"
_CALLS = r"(?:calls?|rings?|phones?|telephones?|rang|phoned|telephoned)\b"
_THE_CALL = (
    rf"(?:the (?:\w+ ){{0,2}}(?:call|phone ?call|notification)\b(?: comes?(?: in)?)?"
    rf"|{_THEY} {_CALLS}|we(?:'re| are| get)? (?:called|told|the call)\b|the phone rings)"
)
_JOINED = r"(?: (?:of|after|before|following|that|when|on which))?"
# In this order: 'before they are on site' is not on site, and 'the day they call' no visit.
_PATTERNS: tuple[tuple[Phase, str], ...] = (
    (Phase.CALL_WEEK, rf"\bweeks?{_JOINED} {_THE_CALL}|\bcall week\b"),
    (Phase.CALL, rf"\b(?:days?|morning|afternoon){_JOINED} {_THE_CALL}|\bcall day\b"),
    (Phase.CALL, rf"\bsame day (?:as|that) {_THE_CALL}"),
    (
        Phase.OFF_SITE,
        rf"(?<!\bday )\b(?:before|ahead of|prior to) (?:{_THEY}{_BE} (?:{_COME}|{_HERE})"
        rf"|{_THEIR_COMING}\b)",
    ),
    (Phase.OFF_SITE, r"\boff[- ]?site\b(?: (?:prep(?:aration)?|phase|period|stage|work)\b)?"),
    (Phase.OFF_SITE, r"\bprep(?:aration)? (?:week|phase|period|stage)\b"),
    (Phase.OFF_SITE, r"\b(?:in|during|of) (?:the )?prep(?:aration)?(?=\s*(?:[?.,;:]|$))"),
    (Phase.ON_SITE, rf"\b{_THEY}{_BE} ?(?:{_COME}|{_HERE})"),
    # As it is often misspelt: 'when their here'.
    (Phase.ON_SITE, rf"\b(?:their|there) {_HERE}"),
    (Phase.ON_SITE, r"\bon[- ]?site\b(?: (?:phase|period|stage|work)\b)?|\bfield[ -]?work\b"),
    (Phase.ON_SITE, r"\b(?:the|of) inspection week\b(?! ?\d)|\b(?:their|inspectors'?) arrival\b"),
)
_COMPILED = tuple((phase, re.compile(pattern)) for phase, pattern in _PATTERNS)


def phase_mentions(text: str) -> list[PhaseMention]:
    """Where a text names a phase, in order; positions are those of the folded text."""
    folded = fold(text)
    found: list[PhaseMention] = []
    for phase, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            if all(match.end() <= each.start or match.start() >= each.end for each in found):
                found.append(PhaseMention(phase, match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)
