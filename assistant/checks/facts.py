"""What a text states exactly: its amounts, dates, weekdays, times, weeks, rates and grades."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from assistant.checks.numbers import Amount, amounts
from language.clock import clock_times
from language.dates import find_dates, month_number
from language.patterns import MONTH
from language.periods import find_years
from language.weeks import WEEKDAYS, week_mentions
from language.words import fold


class FactKind(StrEnum):
    """What sort of thing a fact states; two of one sort can contradict each other."""

    AMOUNT = "amount"
    DATE = "date"
    DAY = "day"
    TIME = "time"
    WEEK = "week"
    RATE = "rate"
    GRADE = "grade"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class Fact:
    """One exact thing that a text states, with its place in the folded text."""

    kind: FactKind
    key: str
    words: str
    start: int
    end: int
    date: tuple[int, int, int] = (0, 0, 0)
    """Year, month, day; 0 where not said."""
    amount: Amount | None = None


_DAY_MONTH = re.compile(
    rf"\b(?P<d1>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})\b(?! be\b)"
    rf"|\b(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)\b"
)
_MONTH_ALONE = re.compile(
    rf"\b(?!may\b|march(?:ed|es)\b)(?P<m>{MONTH})\b"
    r"|(?<=\bin )(?P<may1>may)\b|(?<=\bsince )(?P<may2>may)\b|(?<=\bof )(?P<may3>may)\b"
    r"|(?<=\bfrom )(?P<may4>may)\b|(?<=\bby )(?P<may5>may)\b|(?<=\bto )(?P<may6>may)(?=[\s,.]|$)"
    r"|\b(?P<may7>may)(?=[;.)]|$)"
)
_MONTH_THEN_COUNT = re.compile(
    rf"(?:{MONTH}) \d\d (?=(?:of|were|was|are|had|have|out|more|fewer|new)\b)"
)
"""'At the end of June 13 of the 15 places were taken': a month, and then a number."""
_RATES = (
    ("2 weeks", r"fortnightly|every (?:two|2) weeks|(?:every|each|per|a|once a) fortnight"
     r"|every other week"
                r"|bi-?weekly"),
    ("6 months", r"six-monthly|every six months|twice a year|twice yearly|half-yearly"),
    ("3 months", r"quarterly|(?:each|every|per) (?:quarter|three months)|four times a year"
     r"|(?:every|each) quarter|(?<=once )a quarter"),
    ("day", r"daily|in a single day|(?:each|every|per) day|(?<=once )a day|nightly"),
    ("week", r"weekly|(?:each|every|per) week|(?<=once )a week|(?<=twice )a week"),
    ("month", r"monthly|(?:each|every|per) month|(?<=once )a month|(?<=twice )a month"),
    ("term", r"termly|(?:each|every|per) term|once a term"),
    ("year", r"yearly|annual(?:ly)?|(?:each|every|per) year|per annum|p\.a\.|(?<=once )a year"
     r"|every (?:twelve|12) months"
             r"|12-monthly"),
)  # fmt: skip
_RATE = re.compile("|".join(rf"(?P<r{n}>\b(?:{form})\b)" for n, (_, form) in enumerate(_RATES)))
_MONEY_RATE = re.compile(
    r"(£[\d,.]+\w*|times|twice|once|\b\d[\d,.]* \w+|\b(?:an?|one|two|three|four|five|six) \w+)"
    r" (?:a|an) (day|week|fortnight|month|term"
    r"|year)\b"
)
_QUARTER = re.compile(
    r"\b(?:q|(?:quarters?|qtr) )(?P<n>[1-4]|one|two|three|four)\b"
    r"|\b(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter\b(?! of an hour)"
)
_QUARTERS = {
    form: str(n)
    for n, forms in enumerate(
        (("one", "first", "1st"), ("two", "second", "2nd"), ("three", "third", "3rd"),
         ("four", "fourth", "4th", "final", "last")), start=1)
    for form in forms
}  # fmt: skip
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve")  # fmt: skip
_HOUR = re.compile(
    rf"\b(?P<hour>1[0-2]|[1-9]|{'|'.join(_HOURS)})(?: o'clock)? (?:in the|at) "
    r"(?P<half>morning|afternoon|evening|night)\b"
)
_GRADE = re.compile(
    r"\b(?:outstanding|requir(?:es?|ed|ing) improvement|inadequate|good(?! (?:time|practice"
    r"|enough|deal"
    r"|quality|order|reason|decisions?|progress|use|work|at|relationships?|understanding))"
    r"|substantial|reasonable|limited|satisfactory|unsatisfactory|amber|green|red)\b"
)
_ALWAYS_GRADES = re.compile(r"requir\w+ improvement|inadequate")
_GRADED = re.compile(
    r"\b(?:rat(?:ed?|ing)|scor(?:ed?|es|ing)|grad(?:ed?|es|ing)|judged?|judge?ments?|opinions?"
    r"|assurance|inadequate"
    r"|found"
    r"|requir\w+ improvement|outcome|status|remains?|brag|rag)\b"
)


def facts_in(text: str) -> tuple[Fact, ...]:
    """The facts of a text, in order; one place is one fact only."""
    rest = fold(text)
    found: list[Fact] = []

    def take(fact: Fact) -> None:
        nonlocal rest
        found.append(fact)
        rest = rest[: fact.start] + "#" * (fact.end - fact.start) + rest[fact.end :]

    for years in reversed(find_years(rest)):
        take(Fact(FactKind.DATE, str(years.period), rest[years.start : years.end], years.start,
                  years.end, (years.period.year, 0, -years.period.until)))  # fmt: skip
    months = [each for each in find_dates(rest) if not _MONTH_THEN_COUNT.match(rest, each.start)]
    for mention in reversed(months):
        date = mention.date
        parts = (date.year, date.month, date.day)
        take(Fact(FactKind.DATE, "", rest[mention.start : mention.end], mention.start, mention.end,
                  parts))  # fmt: skip
    for match in reversed(list(_DAY_MONTH.finditer(rest))):
        month = month_number(match["m1"] or match["m2"])
        take(Fact(FactKind.DATE, "", match.group(), *match.span(),
                  (0, month, int(match["d1"] or match["d2"]))))  # fmt: skip
    for match in reversed(list(_MONTH_ALONE.finditer(rest))):
        take(Fact(FactKind.DATE, "", match.group(), *match.span(),
                  (0, month_number(match.group()), 0)))  # fmt: skip
    for clock in reversed(clock_times(rest, dotted=False)):
        words = rest[clock.start : clock.end]
        take(Fact(FactKind.TIME, f"{clock.time}-{clock.until}", words, clock.start, clock.end))
    _hours(rest, take)
    for match in reversed(list(_QUARTER.finditer(rest))):
        n = match["n"] or match["nth"]
        take(Fact(FactKind.QUARTER, _QUARTERS.get(n, n), match.group(), *match.span()))
    for week in reversed(week_mentions(rest)):
        key = ",".join(map(str, sorted(week.weeks)))
        take(Fact(FactKind.WEEK, key, rest[week.start : week.end], week.start, week.end))
    _days(rest, take)
    for match in reversed(list(_RATE.finditer(rest))):
        rate = next(name for n, (name, _) in enumerate(_RATES) if match[f"r{n}"])
        take(Fact(FactKind.RATE, rate, match.group(), *match.span()))
    for match in reversed(list(_MONEY_RATE.finditer(rest))):
        rate = {"fortnight": "2 weeks"}.get(match[2], match[2])
        take(Fact(FactKind.RATE, rate, match.group(), match.end(1) + 1, match.end()))
    graded = bool(_GRADED.search(rest))
    for match in reversed(list(_GRADE.finditer(rest))):
        if graded or _ALWAYS_GRADES.match(match.group()):
            key = "requires improvement" if match.group().startswith("requir") else match.group()
            take(Fact(FactKind.GRADE, key, match.group(), *match.span()))
    for each in amounts(rest):
        found.append(Fact(FactKind.AMOUNT, f"{each.value}{each.unit}", each.words, each.start,
                          each.end, amount=each))  # fmt: skip
    return tuple(sorted(found, key=lambda fact: fact.start))


_DAY_FORMS = re.compile(
    r"\b(?:(?P<mon>mon(?:days?)?)|(?P<tue>tue(?:s|sdays?)?)|(?P<wed>wed(?:s|nesdays?)?)"
    r"|(?P<thu>thu(?:r|rs|rsdays?)?)|(?P<fri>fri(?:days?)?)|(?P<sat>saturdays?)"
    r"|(?P<sun>sundays?))\b"
)
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _days(rest: str, take: Callable[[Fact], None]) -> None:
    for match in reversed(list(_DAY_FORMS.finditer(rest))):
        number = _DAY_NAMES.index(match.lastgroup or "mon")
        take(Fact(FactKind.DAY, WEEKDAYS[number], match.group(), *match.span()))


def _hours(rest: str, take: Callable[[Fact], None]) -> None:
    for match in reversed(list(_HOUR.finditer(rest))):
        hour = int(match["hour"]) if match["hour"].isdigit() else _HOURS.index(match["hour"]) + 1
        early = match["half"] == "morning" or (match["half"] == "night" and hour < 6)
        hour += 12 if not early and hour < 12 else 0
        take(Fact(FactKind.TIME, f"{hour:02}:00-", match.group(), *match.span()))
