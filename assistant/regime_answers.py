"""Answers what the rule is now, or after a date, by the change in force then.

'What overall grade will we get in 2027?' has no answer in any report: the table of changes says
that none is given any more. Without such a table it stays a refusal, and no older grade answers.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime

from assistant.judgements import areas_of
from assistant.nearby import quoted_answer, refused
from assistant.ours import subject_of
from assistant.premises import grades_in
from assistant.quoter import Quoter
from assistant.refusal import enough
from assistant.regimes import (
    Change,
    changes_of,
    first_day,
    is_row_of_changes,
    missed_by,
    most_telling,
    plain,
    says_one,
)
from assistant.state import State
from assistant.wanted import COUNTS, Wanted
from core.answers import Answer, SentenceKind
from core.documents import Kind
from language.organisations import canonical
from language.words import content_terms, fold, terms

_COMING = re.compile(
    r"\b(?:next (?:time|inspection|one|report|ilacs|year)|(?:coming|upcoming|future) inspection"
    r"|will|ll|would|likely|tomorrow|going to|gonna|from now on|from here on"
    r"|when (?:they|ofsted|inspectors) (?:next )?(?:come|comes|call|calls|ring|rings|visit|visits))\b"
)
_NOW = re.compile(
    r"\b(?:still|any ?more|no longer|now|nowadays|these days|today|currently|at present"
    r"|at the moment|replac(?:ed|es|ing)|instead of|in place of|gone|scrapped|abolished|dropped"
    r"|happened to)\b"
)
_GIVEN = re.compile(r"\b(?:gets?|getting|gives?|given|giving|receives?|awards?|a thing|exists?)\b")
_PAST = re.compile(
    r"\b(?:did|was|were|had|last|previous(?:ly)?|got|gave|when|before|until|till|prior|up to|pre"
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


def answer_no_grade_given(state: State) -> Answer | None:
    """Asked for the overall grade of an inspection after it was dropped: that none is given.

    None where no table of changes says so, and where no grade is asked for.
    """
    if not _asks_a_grade(state) or state.asked.wanted in COUNTS:
        return None
    changes = changes_of(state.search.index)
    change = _in_force(state, changes)
    return _answer(state, change, changes) if change else None


def prose_before_the_table(state: State) -> Answer | None:
    """Takes the rows of changes out of what was found, where the rest is enough.

    A row has so many words that it outweighs the sentence that says just what is asked.
    """
    rest = [each for each in state.candidates if not is_row_of_changes(each.passage)]
    if len(rest) < len(state.candidates) and enough(state.asked, state.concepts, rest):
        state.candidates = rest
    return None


def answer_from_newer_rule(state: State) -> Answer | None:
    """The rule in force at the time asked about, where the best passage is of the older one."""
    if _asked_day(state) is None:
        return None
    changes = changes_of(state.search.index)
    change = _in_force(state, changes)
    if change is None:
        return None
    for each in state.candidates[:1]:
        own = is_row_of_changes(each.passage)
        older = missed_by([change], each.document, each.passage, each.text)
        if not own and not older and enough(state.asked, state.concepts, state.candidates):
            return None
    return _answer(state, change, changes)


def _in_force(state: State, changes: list[Change]) -> Change | None:
    """The newest change of what is asked about, in force at the time asked about."""
    day = _asked_day(state)
    if day is None:
        return None
    about = most_telling(each for each in changes if _asks_about(state, each, changes))
    known = [each for each in about if each.in_force(day) and each.since]
    return known[-1] if known and _after(state, known[-1]) else None


def _answer(state: State, change: Change, changes: list[Change]) -> Answer:
    """What the rule is since, what was before where that has the words asked about, and what is
    planned by then.
    """
    day, quoter = _asked_day(state), Quoter()
    _say(quoter, change, change.since)
    if not _says_a_word(change):
        _say(quoter, change, change.before)
    for each in changes:
        planned = each.planned and each.framework == change.framework
        if planned and day and first_day(each.starts) <= day:
            _say(quoter, each, each.since)
    return quoted_answer(state, quoter)


def asks_of_the_future(state: State) -> bool:
    """True where a grade is asked for that no inspection held can have given: of one to come, or
    of a year after every paper about the council.
    """
    text = fold(state.asked.text)
    other = _HOPED.search(text) or _ON_WHAT.search(text) or _WHETHER.search(text)
    if other or not _asks_a_grade(state):
        return False
    years = [each.ends for each in state.asked.periods if each.year]
    if years and not _BEFORE.search(text):
        newest = _newest_paper(state)
        first = min((each.until or each.year, each.month) for each in state.asked.periods)
        return bool(newest) and first[0] > newest
    return not years and bool(_COMING.search(text)) and not _PAST.search(text)


def refuse_a_grade_to_come(state: State) -> Answer | None:
    """No grade of an older inspection answers for one to come."""
    if not asks_of_the_future(state):
        return None
    return refused(state, "No paper here gives a grade of that inspection.")


def _asked_day(state: State) -> date | None:
    """The last day of the time asked about; today for 'now' and 'next time'; None for the past."""
    question, text = state.asked, fold(state.asked.text)
    today = datetime.now(UTC).date()
    years = [each.ends for each in question.periods if each.year]
    if years:
        year, month = max(years)
        return None if _BEFORE.search(text) else date(year, month or 12, _last(year, month or 12))
    if _PAST.search(text):
        return None
    if _COMING.search(text):
        return today
    if not _NOW.search(text) or (grades_in(text) and not _GIVEN.search(text)):
        return None
    # 'Our overall grade now' is a grade we hold; 'do we still get one' asks for the rule.
    return today if not question.ours or _GIVEN.search(text) else None


def _after(state: State, change: Change) -> bool:
    """False where the time asked about began before the change and a report of it is held."""
    starts = first_day(change.starts)
    for period in state.asked.periods:
        if period.year and date(period.year, period.month or 1, 1) < starts.replace(day=1):
            ours = subject_of(state.asked, state.organisation)
            return not any(
                period.holds(each.published or each.as_at)
                for each in state.search.index.documents
                if each.kind is Kind.INSPECTION_REPORT and canonical(each.about) == ours
            )
    return True


def _asks_about(state: State, change: Change, changes: list[Change]) -> bool:
    """The question names the older rule, in the place where it is meant."""
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
    if (
        overall
        or _ONE_GRADE.search(text)
        or (_asks_a_grade(state) and not areas_of(state.concepts))
    ):
        asked |= {_OVERALL, *content_terms("grade")}
    return asked


def _asks_a_grade(state: State) -> bool:
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
        (each.published or each.as_at).year
        for each in state.search.index.documents
        if canonical(each.about) == ours
    ]
    return max(years, default=0)


def _says_a_word(change: Change) -> bool:
    since = plain(change.since)
    return any(plain(each) in since for each in change.words)


def _say(quoter: Quoter, change: Change, cell: str) -> None:
    if cell:
        number = quoter.cite(change.document, change.passage, change.passage.quotes())
        said = change.says_it(cell)
        kind = SentenceKind.SENTENCE if said == cell else SentenceKind.CELL
        quoter.say(said, number, kind=kind)


def _last(year: int, month: int) -> int:
    return monthrange(year, month)[1]
