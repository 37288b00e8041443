"""Numbers of a text with their units, spelled or in figures, as amounts that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from language.spelled_numbers import SPELLED, value_of

_ONES_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen
"""
_ONES = _ONES_WORDS.split()
_TENS_WORDS = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_TENS = _TENS_WORDS.split()
_TH_WORDS = """
second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
"""
_TH = _TH_WORDS.split()
_VALUES: dict[str, int] = (
    {word: n for n, word in enumerate(_ONES)}
    | {"a couple of": 2, "a couple": 2, "a pair of": 2, "half a million": 500_000,
       "a quarter of a million": 250_000, "one and a half million": 1_500_000,
       "four hundred": 400, "five hundred": 500, "two thousand": 2000, "three thousand": 3000,
       "a million": 10**6, "a score": 20, "twelve hundred": 1200}
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {f"{ten}{by}{one}": 10 * n + m for n, ten in enumerate(_TENS, start=2)
       for m, one in enumerate(_ONES[1:10], start=1) for by in "- "}
    | {"dozen": 12, "a dozen": 12, "two dozen": 24, "three dozen": 36, "half a dozen": 6,
       "hundred": 100, "a hundred": 100, "one hundred": 100, "two hundred": 200,
       "three hundred": 300, "a thousand": 1000, "one thousand": 1000, "nil": 0}
    | {word: n for n, word in enumerate(_TH, start=2)}
)  # fmt: skip
_PARTS = {
    "three quarters": Fraction(75), "three-quarters": Fraction(75), "a half": Fraction(50),
    "half": Fraction(50), "two thirds": Fraction(200, 3), "two-thirds": Fraction(200, 3),
    "a third": Fraction(100, 3), "one third": Fraction(100, 3), "a quarter": Fraction(25),
    "one in two": Fraction(50), "one in three": Fraction(100, 3), "one in four": Fraction(25),
    "one quarter": Fraction(25), "one in five": Fraction(20), "a fifth": Fraction(20),
    "one in ten": Fraction(10), "a tenth": Fraction(10), "two fifths": Fraction(40),
    "three in four": Fraction(75), "four fifths": Fraction(80), "three fifths": Fraction(60),
    "nine in ten": Fraction(90), "one in six": Fraction(50, 3), "one in eight": Fraction(25, 2),
    "a sixth": Fraction(50, 3), "an eighth": Fraction(25, 2), "one fifth": Fraction(20),
    "nine tenths": Fraction(90), "three in five": Fraction(60), "two in five": Fraction(40),
    "three in ten": Fraction(30), "seven in ten": Fraction(70), "one half": Fraction(50),
    "seven tenths": Fraction(70), "three tenths": Fraction(30), "four in ten": Fraction(40),
    "six in ten": Fraction(60), "eight in ten": Fraction(80), "nine out of ten": Fraction(90),
    "one in twenty": Fraction(5), "two out of three": Fraction(200, 3),
    "two in three": Fraction(200, 3), "four in five": Fraction(80),
}  # fmt: skip
_UNITS = (
    ("pt", r"(?:percentage|per ?cent)[ -]points?|points?|pp\b|ppts?"),
    ("%", r"%|per ?cent(?:age)?\b|pc\b"),
    ("wd", r"(?:working|business|school|w/?)[ -]?days?"),
    ("age", r"(?:years?|yrs?)[ -]olds?"),
    ("d", r"(?:(?:calendar|clear|consecutive)[ -])?days?"),
    ("w", r"(?:weeks?|wks?)"),
    ("f", r"fortnights?"),
    ("m", r"(?:calendar )?months?"),
    ("q", r"quarters?\b(?! of)"),
    ("y", r"(?:years?|yrs?)"),
    ("h", r"(?:hours?|hrs?)"),
    ("min", r"(?:minutes?|mins?)"),
    ("km", r"(?:km|kilomet(?:re|er)s?)"),
    ("mile", r"miles?"),
    ("t", r"(?:tonnes?|tons?)"),
    ("metre", r"met(?:re|er)s?"),
    ("ha", r"hectares?"),
    ("acre", r"acres?"),
    ("litre", r"litres?"),
    ("kg", r"(?:kg|kilograms?)"),
    ("p", r"pence"),
    ("£", r"pounds?(?! of)"),
)
_WORDS = "|".join(sorted((re.escape(w) for w in (*_VALUES, *_PARTS)), key=len, reverse=True))
_TIMES = {"million": 10**6, "m": 10**6, "k": 1000, "thousand": 1000, "billion": 10**9, "bn": 10**9}
_UNIT = "|".join(f"(?P<u{n}>{form})" for n, (_, form) in enumerate(_UNITS))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<money>£)?\s?(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|{SPELLED}|{_WORDS})"
    rf"(?P<nth>st|nd|rd|th|(?<=\d)s)?(?:\s?(?P<times>million|thousand|billion|bn|m|k)\b)?"
    rf"(?:[\s-]?(?:full |whole |consecutive )?(?:{_UNIT})(?!\w))?(?!\w)"
)
_OF_EVERY = re.compile(r"\b(\w+) (?:out )?of (?:every|each) (\w+)\b")
_BETWEEN = re.compile(r"\s?(?:-|to|and|or)\s?")
_HALF_OF = {"year": ("6", "month"), "hour": ("30", "minute"), "day": ("12", "hour")}
_AND_A_HALF = re.compile(r"\b(a|one|two|three) (year|hour)s? and a half\b")
_HALF = re.compile(r"\b(?:half an?|half-an?|half)[ -](year|hour|day)\b")
_ONE_OF = re.compile(
    r"\b(?:for|within|after|over|under|than|takes?|took|lasts?|lasted|last|needs?|of|in|inside|"
    r"gets?|given|gives?|pays?|costs?|charges?)(?: about| nearly| up to)? (an?)"
    r" (?=(?:week|fortnight|month|year|day|hour|pound"
    r"|working day)\b(?! (?:earlier|later|before|ago|after|old)))"
)
_PRONOUN = re.compile(
    r"\b(?:a|an|the|this|that|which|each|every|no|any|limited|good|new|another|own|only a|first"
    r"|last|"
    r"whole|second) one\b|(?<!-)\bone (?:may|can|will|has|had|must|should|would|does|another|that"
    r"|which|who|is|was|and|with|for|to|in|on|day|side"
    r"|of|at|by|from|as|but|or|when|where|you|we|they|he|she|it)\b|(?<!-)\bone(?=\s*(?:[,.;:!?)]|$))"
)
_SAME = {"f": ("d", 14), "w": ("d", 7), "y": ("m", 12), "q": ("m", 3), "h": ("min", 60)}
_CLOSE: set[frozenset[tuple[str, Fraction | int]]] = {
    frozenset({("d", days), ("m", months)})
    for days, months in (
        (28, 1),
        (56, 2),
        (30, 1),
        (91, 3),
        (90, 3),
        (84, 3),
        (182, 6),
        (364, 12),
        (365, 12),
    )
} | {frozenset({("min", 1440 * days), ("d", days)}) for days in (1, 2, 3, 4, 5, 7)}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit in a few letters, '' for a plain count, and the word after it."""

    value: Fraction
    unit: str
    words: str
    start: int
    end: int
    next_word: str = ""
    part: bool = False
    """A fraction in words: 'three quarters'."""

    def same(self, other: Amount) -> bool:
        """True for two ways of saying one amount: 'a fortnight' and '14 days'."""
        if self.unit == other.unit and self.value == other.value:
            return True
        mine, theirs = base(self), base(other)
        return mine == theirs or {mine, theirs} in _CLOSE


def base(amount: Amount) -> tuple[str, Fraction]:
    """An amount in the smallest unit of its kind."""
    unit, times = _SAME.get(amount.unit, (amount.unit, 1))
    return unit, amount.value * times


def amounts(folded: str) -> list[Amount]:
    """The amounts of a folded text, in order. Dates and times of day should be blanked before."""
    text = _AND_A_HALF.sub(_and_a_half, folded)
    text = _HALF.sub(_half_of, text)
    text = _OF_EVERY.sub(_in_so_many, text)
    text = _ONE_OF.sub(
        lambda m: m.group()[: m.start(1) - m.start()] + "1" + m.group()[m.end(1) - m.start() :],
        text,
    )
    text = _PRONOUN.sub(lambda m: re.sub(r"\bone\b", "___", m.group()), text)
    found: list[Amount] = []
    matches = list(_NUMBER.finditer(text))
    for match in matches:
        if match["number"] == "second" and re.match(r"\s+(?:to|home|half)\b", text[match.end() :]):
            continue
        found.append(_amount(match, text))
    for n in range(len(found) - 2, -1, -1):
        one, other = found[n], found[n + 1]
        # '25 to 35 days': the unit is of both.
        if not one.unit and other.unit and _BETWEEN.fullmatch(text[one.end : other.start]):
            times = 10**6 if other.unit == "£" and one.value < 1000 <= other.value / 1000 else 1
            found[n] = Amount(one.value * times, other.unit, one.words, one.start, one.end,
                              other.next_word)  # fmt: skip
    return found


def _and_a_half(match: re.Match[str]) -> str:
    each, unit = (12, "months") if match[2] == "year" else (60, "minutes")
    number = (_VALUES.get(match[1], 1) * 2 + 1) * each // 2
    return f"{number} {unit}".ljust(len(match.group()))


def _in_so_many(match: re.Match[str]) -> str:
    """'Nine of every ten' as 'nine in ten', of the same length."""
    said = f"{match[1]} in {match[2]}"
    return said.ljust(len(match.group())) if said in _PARTS else match.group()


def _half_of(match: re.Match[str]) -> str:
    number, unit = _HALF_OF[match[1]]
    return f"{number} {unit}s".ljust(len(match.group()))[
        : max(len(match.group()), len(number) + len(unit) + 2)
    ]


def _amount(match: re.Match[str], text: str) -> Amount:
    number, unit, part = match["number"], "", False
    if number in _PARTS:
        value, unit, part = _PARTS[number], "%", True
    elif number in _VALUES:
        value = Fraction(_VALUES[number])
    elif number[0].isdigit():
        value = Fraction(number.replace(",", ""))
    else:
        value = value_of(number)
    if match["times"]:
        value *= _TIMES[match["times"]]
    for place, (name, _) in enumerate(_UNITS):
        if match[f"u{place}"] and not part:
            unit = "" if name == "age" else name
    if match["money"]:
        unit = "£"
    after = re.match(r"[\s-]+([a-z]{3,})", text[match.end() :])
    start = match.start("money" if match["money"] else "number")
    following = after[1] if after else ""
    return Amount(value, unit, match.group().strip(), start, match.end(), following, part)
