"""What a time is counted from: '30 working days of receiving it', 'until it is published'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.meanings import borne
from assistant.checks.text import Source, piece
from language.words import fold

_LENGTH = r"(?:\d+|\w+) (?:(?:working|calendar|school) )?(?:day|week|month|year|hour)s?"
_FROM = re.compile(
    rf"\b(?P<length>{_LENGTH}) (?:of|after|before|following) (?:the |a |an |its |their )?"
    r"(?P<what>(?:[^\s,;:.]+ ?){1,5})"
)
_UNTIL = re.compile(r"\b(?P<length>until) (?:the |a |an |its |their )?(?P<what>[^,;:.]+)")
_IT = re.compile(r"\b(?:it|this|that|them|these|those|then|which)\b")
_NUMBERED = re.compile(r"\b(?P<year>(?:19|20)\d\d) (?P<what>[a-z]{4,})\b")


def counted_from(text: str, sources: Sequence[Source]) -> str:
    """A time that a sentence counts from, or to, another thing than its passages do; '' if none.

    Only where each passage that has the length counts it from something of which the sentence's
    words for it have nothing, in any words.
    """
    segments = [fold(each.text) for source in sources for each in source.segments]
    for length, what in _counted(fold(text)):
        own = [m for m in piece(what).claims if m.weight]
        theirs = [
            (segment, held)
            for segment in segments
            for theirs_length, held in _counted(segment)
            if theirs_length == length
        ]
        if not own or not theirs or _IT.search(what):
            continue
        # 'Of receiving it' is of whatever its sentence speaks of.
        known = [piece(s if _IT.search(held) and length != "until" else held) for s, held in theirs]
        if all(each.meanings for each in known) and not any(
            borne(m, each.known) for each in known for m in own
        ):
            return what
    return ""


def _counted(folded: str) -> Iterator[tuple[str, str]]:
    for form in (_FROM, _UNTIL):
        for found in form.finditer(folded):
            length = piece(found["length"]).facts
            yield (str(length[0].amount) if length else found["length"]), found["what"]


_PART_OF = re.compile(r"\b(?P<part>start|beginning|end|middle) of (?P<year>(?:19|20)\d\d)\b")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATED = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)\d\d)\b")
_FITS = {"start": range(4), "beginning": range(4), "middle": range(4, 9), "end": range(8, 12)}


def other_part_of_year(text: str, sources: Sequence[Source]) -> str:
    """'The end of 2023' where the passages have January of that year alone; '' if none."""
    held = " ; ".join(fold(f"{each.whole.text} {each.heading.text}") for each in sources)
    for found in _PART_OF.finditer(fold(text)):
        months = [
            _MONTHS.index(m["month"]) for m in _DATED.finditer(held) if m["year"] == found["year"]
        ]
        there = any(m.group() == found.group() for m in _PART_OF.finditer(held))
        if months and not there and not any(m in _FITS[found["part"]] for m in months):
            return found.group()
    return ""


def of_another_year(text: str, sources: Sequence[Source]) -> str:
    """'The 2006 regulations' where the passages have only those of 2007; '' if none."""
    held = [fold(f"{each.whole.text} {each.frame.text}") for each in sources]
    for found in _NUMBERED.finditer(fold(text)):
        years = {m["year"] for each in held for m in _NUMBERED.finditer(each)
                 if m["what"] == found["what"]}  # fmt: skip
        if years and found["year"] not in years:
            return found.group()
    return ""
