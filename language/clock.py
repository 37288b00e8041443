"""Times of day in a text: '9.30am', 'noon', '14:00', '9 to 10.30am'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.words import fold

_AM = r"(?:[ap]\.?m\b\.?)"
_FREE = r"(?<![\d.,:/£])"
_TO = r"\s?(?:-|to|until|till)\s?"
_TIME = re.compile(
    rf"{_FREE}(?P<h1>\d\d?)(?:[.:](?P<m1>[0-5]\d))?\s?(?P<half1>{_AM})?{_TO}"
    rf"(?P<h2>\d\d?)(?:[.:](?P<m2>[0-5]\d))?\s?(?P<half2>{_AM})"
    rf"|{_FREE}(?P<r1>\d\d?:[0-5]\d){_TO}(?P<r2>\d\d?:[0-5]\d)(?![\d:])"
    rf"|{_FREE}(?P<hour>\d\d?)(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>{_AM})"
    rf"|{_FREE}(?P<clock>\d\d?:[0-5]\d)(?![\d:])"
    r"|\b(?:12 )?(?P<named>noon|mid-?day|midnight)\b"
    r"|\b(?P<oclock>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o'?clock\b"
)
_NAMED = {"noon": "12:00", "midday": "12:00", "mid-day": "12:00", "midnight": "23:59"}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve")  # fmt: skip
EARLY = 8
"""By o'clock alone an hour below it is of the afternoon: nobody meets inspectors at two at
night."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, or the two ends of a time, with its offsets in the folded text."""

    time: str
    """'09:30'."""
    until: str
    start: int
    end: int


def clock_times(text: str) -> list[ClockTime]:
    """The times of day that a text names, in order; what is no time of day is left out."""
    found = []
    for match in _TIME.finditer(fold(text)):
        try:
            time, until = _read(match.groupdict())
        except ValueError:
            continue
        found.append(ClockTime(time, until, *match.span()))
    return found


def _read(part: dict[str, str | None]) -> tuple[str, str]:
    if part["named"]:
        return _NAMED[part["named"]], ""
    if part["h1"] and part["h2"]:
        until = _at(part["h2"], part["m2"], part["half2"])
        half = part["half1"] or part["half2"]
        time = _at(part["h1"], part["m1"], half)
        # '11 to 1pm' begins in the morning.
        return (time if time < until else _at(part["h1"], part["m1"], "am")), until
    if part["r1"] and part["r2"]:
        return _of_24(part["r1"]), _of_24(part["r2"])
    if part["hour"]:
        return _at(part["hour"], part["minute"], part["half"]), ""
    if part["clock"]:
        return _of_24(part["clock"]), ""
    word = part["oclock"] or ""
    hour = int(word) if word.isdigit() else _WORDS.index(word) + 1
    return _at(str(hour), None, "pm" if hour < EARLY or hour == 12 else None), ""


def _of_24(text: str) -> str:
    hour, minute = text.split(":")
    return _at(hour, minute, None)


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
