"""Wrong premises: what a question takes for granted and the passage that answers it says otherwise.

'Annex A has 12 lists' against 'the eleven data lists': the answer begins 'Not 12 but eleven:'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.question import Question
from assistant.wanted import COUNTS, Wanted
from language.periods import Period, find_periods
from language.weeks import day_name, find_slot
from language.words import STOP_WORDS, fold, stem, words

_NUMBER = re.compile(
    r"(?<![\w.,/£$-])(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)(?P<between>(?: |-)(?:[a-z]+ ){0,2}?)(?P<thing>[a-z]{3,})",
)
# 'Between 25 and 35 days' is neither 25 nor 35.
_RANGE = re.compile(r"\d+ ?(?:to|and|or|-|–) ?$")
_GRADE = re.compile(
    r"\b(?:outstanding|requir(?:es?|ing) improvement(?: to be good)?|inadequate|good)\b"
)
_REQUIRES = re.compile(r"requir\w+ improvement.*")
_GRADED = re.compile(
    r"\b(?:rated?|rating|judged?|judge?ment|graded?|found|got|get|getting|gave|given|was|were|are)\b"
)
# 'Which does a good council get' takes no grade for granted.
_TAKEN = re.compile(
    r"(?:\b(?:rat(?:ed?|ing)|judged?|graded?|found|got|get|getting|gave|given|was|were|are|is|made)"
    r"|'re)\b(?: [\w&'-]+){0,6}? (?:only )?"
    r"(?:outstanding|requir\w+ improvement|inadequate|good)\b"
    r"(?! (?:council|authority|practice|enough|quality|at\b|service))"
)
_ASKS_A_NUMBER = re.compile(r"\bhow (?:many|much|long|often|far)\b")


@dataclass(frozen=True, slots=True)
class Premise:
    """What the question says and what the passage has in its place, in the words of each."""

    asked: str
    stands: str


def wrong_premise(question: Question, sentence: str) -> Premise | None:
    """The first thing that the question takes for granted and the sentence says otherwise.

    Only like against like: a weekday, a grade, the number of the same thing, a date.
    """
    return (
        _day(question, sentence)
        or _grade(question, sentence)
        or _number(question, sentence)
        or _date(question, sentence)
    )


def wrong_time(question: Question, sentence: str) -> Premise | None:
    """The weekday or month that the question takes for granted and the sentence says otherwise."""
    return _day(question, sentence) or _date(question, sentence)


def _day(question: Question, sentence: str) -> Premise | None:
    said, asked = find_slot(sentence).days, question.slot.days
    if not said or not asked or said & asked:
        return None
    wrong = " or ".join(day_name(day) for day in sorted(asked))
    return Premise(wrong, " and ".join(day_name(day) for day in sorted(said)))


def _grade(question: Question, sentence: str) -> Premise | None:
    asked_text, said_text = fold(question.text), fold(sentence)
    asked = grades_in(asked_text)
    said = grades_in(said_text)
    # One grade taken for granted, one other grade given: of the same year where a year is named.
    if len(asked) != 1 or len(said) != 1 or asked.keys() == said.keys():
        return None
    if not takes_a_grade(asked_text) or not _GRADED.search(said_text):
        return None
    years = {each.year for each in question.periods if each.year}
    said_years = {each.year for each in find_periods(sentence) if each.year}
    if years and said_years and not years & said_years:
        return None
    return Premise(*asked.values(), *said.values())


def grades_in(folded: str) -> dict[str, str]:
    """Grade -> how it is written ('requiring improvement')."""
    found = (match.group() for match in _GRADE.finditer(folded))
    return {_REQUIRES.sub("requires improvement", each): each for each in found}


def takes_a_grade(folded: str) -> str:
    """The one grade that a question says was given ('why did we get good'), '' when none."""
    asked = grades_in(folded)
    return next(iter(asked)) if len(asked) == 1 and _TAKEN.search(folded) else ""


def _number(question: Question, sentence: str) -> Premise | None:
    if question.wanted in COUNTS or _ASKS_A_NUMBER.search(fold(question.text)):
        return None
    said = list(_counted(sentence))
    numbers = {*words(sentence), *(number for number, _, _ in said)}
    for number, thing, words_asked in _counted(question.text):
        others = {other: shown for other, same, shown in said if same == thing}
        if others and number not in numbers and len(others) == 1:
            return Premise(words_asked, next(iter(others.values())))
    return None


def _counted(text: str) -> Iterator[tuple[str, str, str]]:
    """(number as digits, stem of the thing, number as written) for '12 lists', 'two weeks'."""
    folded = fold(text)
    for match in _NUMBER.finditer(folded):
        between = words(match["between"])
        if _RANGE.search(folded[: match.start()]):
            continue
        if match["thing"] in STOP_WORDS or any(word in STOP_WORDS for word in between):
            continue
        number = words(match["number"])[0]
        yield ("1" if number == "one" else number), stem(match["thing"]), match["number"]


def _date(question: Question, sentence: str) -> Premise | None:
    """A month and year taken for granted where 'when' is asked and another month is given."""
    if question.wanted not in (Wanted.TIME, Wanted.DAY):
        return None
    asked = [period for period in question.periods if period.month]
    said = [period for period in find_periods(sentence) if period.month]
    if len(asked) != 1 or len(said) != 1 or _agree(asked[0], said[0]):
        return None
    if asked[0].year and said[0].year and asked[0].year != said[0].year:
        return None
    return Premise(str(asked[0]), str(said[0]))


def _agree(asked: Period, said: Period) -> bool:
    same_year = not asked.year or not said.year or asked.year == said.year
    return asked.month == said.month and same_year
