"""Times of day in a text: '9.30am', 'noon', '14:00', '9 to 10.30am'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.bare_times import EARLY, WORDS, bare_times
from language.words import fold

_AM = r"(?:[ap]\.?m\b\.?)"
_FREE = r"(?<![\w.,:/£])(?<!\bwk )(?<!\bweek )"
_TO = r"\s?(?:-|to|until|till)\s?"
_NO_FIGURE = (
    rf"(?![\d%]|\.\d|\s?(?:{_AM}|%|per ?cent\b|percent\w*|points?\b|million\b|days?\b|weeks?\b"
    r"|months?\b|years?\b|per\b))"
)
_HALF = r"(?:(?<=at )|(?<=by )|(?<=from )|(?<=after )|(?<=until )|(?<=before ))half"
"""'Before half nine': half past, as people say it."""
_MINUTE = (
    r"(?:five|ten|twenty|twenty[- ]five) past|(?:(?<=at )|(?<=by ))"
    r"(?:five|ten|twenty|twenty[- ]five) to"
)
_TIME = re.compile(
    rf"{_FREE}(?P<n1>\d\d?)(?:[.:](?P<nm1>[0-5]\d))?\s?(?P<nh1>{_AM})?{_TO}(?:12 )?"
    r"(?P<n2>noon|mid-?day|midnight)\b"
    rf"|{_FREE}(?P<h1>\d\d?)(?:[.:](?P<m1>[0-5]\d))?\s?(?P<half1>{_AM})?{_TO}"
    rf"(?P<h2>\d\d?)(?:[.:](?P<m2>[0-5]\d))?\s?(?P<half2>{_AM})"
    rf"|{_FREE}(?P<r1>\d\d?:[0-5]\d){_TO}(?P<r2>\d\d?:[0-5]\d)(?![\d:])"
    rf"|\bbetween (?P<b1>\d\d?)(?:[.:](?P<bm1>[0-5]\d))?\s?(?P<bh1>{_AM})?\s?and\s?"
    rf"(?P<b2>\d\d?)(?:[.:](?P<bm2>[0-5]\d))?\s?(?P<bh2>{_AM})"
    rf"|\bbetween (?P<e1>\d\d?)(?:[.:](?P<em1>[0-5]\d))?\s?(?P<eh1>{_AM})?\s?and (?:12 )?"
    r"(?P<e2>noon|mid-?day|midnight)\b"
    rf"|{_FREE}(?P<hour>\d\d?)(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>{_AM})"
    rf"|{_FREE}(?P<hundred>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hrs?|hours|h)\b"
    rf"|\b(?:at|from|between) (?P<d1>\d\d?\.[0-5]\d)(?:{_TO}|\s?and\s?)(?P<d2>\d\d?\.[0-5]\d)"
    rf"{_NO_FIGURE}"
    rf"|\b(?:at|by|from|until|till|before|after|to) (?P<after>\d\d?\.[0-5]\d){_NO_FIGURE}"
    rf"|{_FREE}(?P<clock>\d\d?:[0-5]\d)(?![\d:])"
    r"|\b(?:12 )?(?P<named>noon|mid-?day|midnight)\b"
    rf"|\b(?P<part>half past|quarter past|quarter to|{_HALF}|{_MINUTE}) "
    r"(?P<of>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)\b"
    r"|\b(?P<oclock>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o'?clock\b"
)
_DOTTED = re.compile(r"(?<![\d.,:/£])(\d\d?)\.([0-5]\d)(?![\d%])")
_NAMED = {"noon": "12:00", "midday": "12:00", "mid-day": "12:00", "midnight": "23:59"}
_MINUTES = {
    "half past": "30", "half": "30", "quarter past": "15", "quarter to": "45",
    "five past": "05", "ten past": "10", "twenty past": "20", "twenty five past": "25",
    "five to": "55", "ten to": "50", "twenty to": "40", "twenty five to": "35",
}  # fmt: skip
_Parts = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, or the two ends of a time, with its offsets in the folded text."""

    time: str
    """'09:30'."""
    until: str
    start: int
    end: int


def clock_times(text: str, *, dotted: bool = False, bare: bool = False) -> list[ClockTime]:
    """The times of day that a text names, in order; what is no time of day is left out.

    `dotted`: '10.00' alone is one too, as in a column of times; elsewhere it is a figure. `bare`:
    so are 'by 3', '0930' and '9-5', as in a line about a weekday.
    """
    found = []
    folded = fold(text)
    if dotted:
        folded = _DOTTED.sub(r"\1:\2", folded)
    for match in _TIME.finditer(folded):
        try:
            time, until = _read(match.groupdict())
        except ValueError:
            continue
        # 'by 9.30': the word before it says how the time is meant, and is no part of it.
        start = max(match.start(), match.start("after"), match.start("d1"))
        found.append(ClockTime(time, until, start, match.end()))
    return _with_bare(found, folded) if bare else found


def _with_bare(found: list[ClockTime], folded: str) -> list[ClockTime]:
    """The times and those without am or pm; of two in one place the one that says more."""
    for each in (ClockTime(*parts) for parts in bare_times(folded)):
        same = [one for one in found if one.start < each.end and each.start < one.end]
        if all(not one.until and each.until for one in same):
            found = [*(one for one in found if one not in same), each]
    return sorted(found, key=lambda one: one.start)


def _read(part: dict[str, str | None]) -> tuple[str, str]:
    if part["n1"] and part["n2"]:
        return _until_named((part["n1"], part["nm1"], part["nh1"]), part["n2"])
    if part["e1"] and part["e2"]:
        return _until_named((part["e1"], part["em1"], part["eh1"]), part["e2"])
    if part["named"]:
        return _NAMED[part["named"]], ""
    if part["h1"] and part["h2"]:
        first = (part["h1"], part["m1"], part["half1"])
        return _from_to(first, (part["h2"], part["m2"], part["half2"]))
    if part["b1"] and part["b2"]:
        first = (part["b1"], part["bm1"], part["bh1"])
        return _from_to(first, (part["b2"], part["bm2"], part["bh2"]))
    if part["r1"] and part["r2"]:
        return _of_24(part["r1"]), _of_24(part["r2"])
    if part["d1"] and part["d2"]:
        return _of_24(part["d1"]), _of_24(part["d2"])
    if part["hour"]:
        return _at(part["hour"], part["minute"], part["half"]), ""
    if part["hundred"]:
        return _of_24(f"{part['hundred'][:2]}:{part['hundred'][2:]}"), ""
    if part["after"]:
        return _of_24(part["after"]), ""
    if part["clock"]:
        return _of_24(part["clock"]), ""
    word = part["oclock"] or part["of"] or ""
    hour = int(word) if word.isdigit() else WORDS.index(word) + 1
    minute = _MINUTES.get((part["part"] or "").replace("-", " "))
    afternoon = hour < EARLY or hour == 12
    if (part["part"] or "").endswith(" to"):
        hour = hour - 1 or 12
    return _at(str(hour), minute, "pm" if afternoon and hour != 11 else None), ""


def _until_named(first: _Parts, named: str) -> tuple[str, str]:
    """'10 to noon', 'between 10am and 12 noon'."""
    hour, minute, half = first
    of_24 = not half and (int(hour) > 12 or hour.startswith("0"))
    named_half = "pm" if named == "midnight" else "am"
    return _at(hour, minute, None if of_24 else half or named_half), _NAMED[named]


def _from_to(first: _Parts, last: _Parts) -> tuple[str, str]:
    hour, minute, half = first
    until = _at(*last)
    time = _at(hour, minute, half or last[2])
    # '11 to 1pm' begins in the morning.
    return (time if half or time < until else _at(hour, minute, "am")), until


def _of_24(text: str) -> str:
    """'9.30', '14:00'; '09:30' is of the 24 hours, '3.30' of the day."""
    hour, minute = re.split(r"[.:]", text)
    afternoon = len(hour) == 1 and 0 < int(hour) < EARLY
    return _at(hour, minute, "pm" if afternoon else None)


def _at(hour: str, minute: str | None, half: str | None) -> str:
    """'09:30'. Raises ValueError for what is no time of day."""
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            raise ValueError(hour)
        number = number % 12 + (12 if half.startswith("p") else 0)
    if number > 23:
        raise ValueError(hour)
    return f"{number:02d}:{minute or '00'}"
