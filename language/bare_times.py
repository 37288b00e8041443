"""Times written without am or pm, as people jot them: '0915', 'by 3', '9-5', 'Fri 11:'.

They are read only where the words around are of a day, since elsewhere they are figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

EARLY = 8
"""An hour below it, with neither am nor a nought, is of the afternoon: nobody meets inspectors at
two at night."""
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")  # fmt: skip
_FREE = r"(?<![\w.,:/£])(?<!\bwk )(?<!\bweek )(?<!\bday )(?<!\broom )(?<!\bv)"
_HOUR = r"(?:[1-9]|1[0-2])"
_DOTTED = r"(?:0?\d|1\d|2[0-3])[.:][0-5][05]"
_FOUR = r"(?:0[6-9]|1\d)[0-5][05]"
"""No time from eight in the evening: '2015' is a year."""
_TO = r"\s?(?:-|to|until|till)\s?"
_DAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|satur|sun)(?:day)?"
_COUNTED = (
    r"(?!\d|[.:]\d|%|/|\s?(?:%|per\b|points?\b|[ap]\.?m\b|hours?\b|minutes?\b|mins?\b"
    r"|(?:more |other |new |working |calendar |school |social |open )?"
    r"(?:days?|weeks?|months?|years?|wd|children|cases|files|audits|people|inspectors|times|plans"
    r"|workers|staff|records|young|homes|teams|visits|pages|lists|calls|managers|items|pupils)\b))"
)
_MEETING = "calls?|meetings?|discussions?|interviews?|sessions?|briefings?|feedback|notification"
_SAYS_WHEN = (
    rf"(?:\b(?:at|from|between|by|on|until|till|before|{_DAY})\s"
    rf"|(?:^|[,;:/|-])\s?|\b{_DAY}\s?\(|\b(?:{_MEETING})\s)"
)
_THEN = (
    r"(?=\s*(?:$|[.,;:)?!]|-\s|\b(?:on|sharp|and|this|that|the|each|every|in|for|when|with|until|till"
    r"|onwards?|to|or|please|pls|today|tomorrow|tonight|mon|tue|wed|thu|fri)))"
)
_BARE = re.compile(
    # '0930-1100', '11.15 to 12', '9 to 9.30': one of the two is a time for sure.
    rf"{_FREE}(?P<a1>{_DOTTED}|{_FOUR}){_TO}(?P<b1>{_DOTTED}|{_FOUR}|{_HOUR}){_COUNTED}"
    rf"|{_FREE}(?P<a2>{_HOUR}){_TO}(?P<b2>{_DOTTED}|{_FOUR}){_COUNTED}"
    # 'Weds 9-5', '9 till 5 case work'; not 'lists 1-5'.
    rf"|{_SAYS_WHEN}(?P<a3>{_HOUR}){_TO}(?P<b3>{_HOUR})\b{_COUNTED}"
    rf"|\bbetween\s(?P<a4>{_HOUR})\sand\s(?P<b4>{_HOUR})\b{_COUNTED}"
    rf"|{_FREE}(?P<single>(?:{_DOTTED}(?=\s(?:inspectors|managers|staff|workers)\b)"
    rf"|(?:{_DOTTED}|{_FOUR}){_COUNTED}))"
    rf"|\b(?:at|by|from|till|until|about|before|around|than)\s(?:about |around )?"
    rf"(?P<hour>{_HOUR}|{'|'.join(WORDS)})\b{_COUNTED}{_THEN}"
    rf"|\b{_DAY}\s(?:[ap]\.?m\.?\s)?(?P<labelled>{_HOUR})(?=\s?:(?!\d))"
    rf"|{_FREE}(?P<onwards>{_HOUR})(?=\sonwards?\b)"
)
_Found = tuple[str, str, int, int]


def bare_times(folded: str) -> Iterator[_Found]:
    """The times of a line about a day, with the time they last until and their offsets."""
    for match in _BARE.finditer(folded):
        for first, last in (("a1", "b1"), ("a2", "b2"), ("a3", "b3"), ("a4", "b4")):
            if match[first] is not None:
                time, until = _span(match[first], match[last])
                yield time, until, match.start(first), match.end(last)
        for name in ("single", "hour", "labelled", "onwards"):
            if match[name] is not None:
                yield _time(match[name]), "", match.start(name), match.end(name)


def _span(first: str, last: str) -> tuple[str, str]:
    time, until = _time(first), _time(last)
    if until <= time and int(until[:2]) < 12:
        until = f"{int(until[:2]) + 12:02d}{until[2:]}"
    return time, until


def _time(text: str) -> str:
    """'3' is of the afternoon, '09.15' and '0915' are of the 24 hours."""
    if text in WORDS:
        text = str(WORDS.index(text) + 1)
    digits = re.sub(r"\D", "", text)
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    afternoon = len(hour) == 1 and 0 < int(hour) < EARLY
    return f"{int(hour) + 12 * afternoon:02d}:{minute}"
