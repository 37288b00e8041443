"""What a question asks of a change: at what time, of which rule, whether for a grade to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from assistant.grades.judgements import areas_of
from assistant.grades.regimes import Change, plain, says_one
from assistant.premises import grades_in
from assistant.state import State
from assistant.wanted import TIMES, Wanted
from assistant.which_paper.ours import subject_of
from core.dates import PartialDate
from language.organisations import canonical
from language.words import content_terms, fold, terms

_COMING = re.compile(
    r"\b(?:next (?:time|inspection|one|report|ilacs|year)|(?:coming|upcoming|future) inspection"
    r"|will|ll|would|likely|tomorrow|going to|gonna|from now on|from here on"
    r"|when (?:they|ofsted|inspectors) (?:next )?(?:come|call|ring|visit)s?)\b"
)
_NOW = re.compile(
    r"\b(?:still|any ?more|no longer|now|nowadays|these days|today|currently|at present"
    r"|at the moment|replac(?:ed|es|ing)|instead of|in place of|gone|scrapped|abolished|dropped"
    r"|happened to)\b"
)
_GIVEN = re.compile(r"\b(?:gets?|getting|gives?|given|giving|receives?|awards?|a thing|exists?)\b")
_PAST = re.compile(
    r"\b(?:did|was|were|had|last|previous(?:ly)?|got|gave|before|until|till|prior|up to|pre"
    r"|why)\b"
)
_BEFORE = re.compile(r"\b(?:before|until|till|prior to|up to|pre)\b")
_HOPED = re.compile(
    r"\b(?:aim\w*|target\w*|ambition\w*|hop\w+|expect\w*|predict\w*|want\w*|aspir\w+|goal|plan"
    r"|think|say)\b"
)
_ON_WHAT = re.compile(r"\b(?:graded|judged|rated|judge?ments?|scored) (?:on|against|about|for)\b")
_ONE_GRADE = re.compile(r"\b(?:one|single|headline)(?: word)? (?:\w+ )?(?=grade|judge?ment|rating)")
# 'What's our overall going to be?'
_THE_OVERALL = re.compile(r"\b(?:our|the|an) overall (?:going|be|is|will|would|for|in|from)\b")
_GET = re.compile(r"\bwhat (?:will|do|would|can|could|are|ll) (?:we|they|councils?) (?:get|be)\b")
_WHETHER = re.compile(
    r"^(?:and |but |so )?(?:will|is|are|do|does|can|could|would|should|has|have)\b"
)
_GRADING = frozenset(
    terms(
        "grade graded judgement judged judgment rating rated score scored mark result outcome "
        "verdict effectiveness get gets getting given"
    )
)
_OVERALL = content_terms("overall")[0]


def asked_day(state: State) -> date | None:
    """The last day of the time asked about; today for 'now' and 'next time'; None for the past."""
    question, text = state.asked, fold(state.asked.text)
    today = datetime.now(UTC).date()
    years = [each.ends for each in question.periods if each.year]
    if years:
        year, month = max(years)
        return None if _BEFORE.search(text) else PartialDate(year, month).latest()
    if _PAST.search(text) or question.wanted in TIMES:
        return None
    if _COMING.search(text):
        return today
    if not _NOW.search(text) or (grades_in(text) and not _GIVEN.search(text)):
        return None
    # 'Our overall grade now' is a grade we hold; 'do we still get one' asks for the rule.
    return today if not question.ours or _GIVEN.search(text) else None


def asks_of_the_future(state: State) -> bool:
    """True where a grade is asked for that no inspection held can have given: of one to come, or
    of a year after every paper about the council.
    """
    text = fold(state.asked.text)
    other = _HOPED.search(text) or _ON_WHAT.search(text) or _WHETHER.search(text)
    if other or not asks_a_grade(state):
        return False
    years = [each.ends for each in state.asked.periods if each.year]
    if years and not _BEFORE.search(text):
        newest = _newest_paper(state)
        first = min((each.until or each.year, each.month) for each in state.asked.periods)
        return bool(newest) and first[0] > newest
    return not years and bool(_COMING.search(text)) and not _PAST.search(text)


def asks_about(state: State, change: Change, changes: list[Change]) -> bool:
    """True where the question names the older rule, in the place where it is meant."""
    if not _names_one(state, change.words):
        return False
    if not change.only_with or _names_one(state, change.only_with):
        return True
    # Nobody else has these words, and no other framework is named.
    elsewhere = {word for each in changes if each is not change for word in each.words}
    named = _names_one(state, [each.framework for each in changes])
    return not named and not elsewhere & set(change.words)


def _names_one(state: State, phrases: Iterable[str]) -> bool:
    asked, text = _terms(state), plain(state.asked.text)
    return says_one([plain(each) for each in phrases], text) or any(
        set(content_terms(plain(each))) <= asked for each in phrases
    )


def _terms(state: State) -> set[str]:
    """The question's stems; one grade in whatever words as 'overall grade'."""
    text = plain(state.asked.text)
    asked = set(content_terms(text))
    named = {term for each in state.concepts for phrase in each.phrases for term in phrase}
    overall = _OVERALL in asked | named and set(terms(text)) & _GRADING
    one = _ONE_GRADE.search(text) or _THE_OVERALL.search(text)
    if overall or one or (asks_a_grade(state) and not areas_of(state.concepts)):
        asked |= {_OVERALL, *content_terms("grade")}
    return asked


def asks_a_grade(state: State) -> bool:
    """True where a grade is asked for, overall or of an area, in whatever words."""
    text = plain(state.asked.text)
    grade = _ONE_GRADE.search(text) or _THE_OVERALL.search(text)
    if state.asked.wanted is Wanted.GRADE or grade:
        return True
    if _GET.search(text):
        return not areas_of(state.concepts)
    return _OVERALL in terms(text) and bool(set(terms(text)) & _GRADING)


def _newest_paper(state: State) -> int:
    """The year of the newest paper about the council asked about; 0 when none is dated."""
    ours = subject_of(state.asked, state.organisation)
    years = [
        each.dated.year for each in state.search.index.documents if canonical(each.about) == ours
    ]
    return max(years, default=0)
