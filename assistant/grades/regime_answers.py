"""Answers what the rule is now, or after a date, by the change in force then.

'What overall grade will we get in 2027?' has no answer in any report: the table of changes says
that none is given any more. Without such a table it stays a refusal, and no older grade answers.
"""

from __future__ import annotations

from datetime import date

from assistant.grades.regime_questions import (
    asked_day,
    asks_a_grade,
    asks_about,
    asks_of_the_future,
)
from assistant.grades.regimes import (
    Change,
    is_row_of_changes,
    missed_by,
    most_telling,
    plain,
)
from assistant.nearby import quoted_answer, refused
from assistant.quoter import Quoter
from assistant.refusal import enough
from assistant.state import State
from assistant.wanted import COUNTS
from assistant.which_paper.ours import subject_of
from core.answers import Answer, SentenceKind
from core.documents import Kind
from language.organisations import canonical


def answer_no_grade_given(state: State) -> Answer | None:
    """Asked for the overall grade of an inspection after it was dropped: that none is given.

    None where no table of changes says so, and where no grade is asked for.
    """
    if not asks_a_grade(state) or state.asked.wanted in COUNTS:
        return None
    changes = state.changes
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
    if asked_day(state) is None:
        return None
    changes = state.changes
    change = _in_force(state, changes)
    if change is None:
        return None
    best = next(iter(state.candidates), None)
    if best is not None and not is_row_of_changes(best.passage):
        older = missed_by([change], best.document, best.passage, best.text)
        if not older and enough(state.asked, state.concepts, state.candidates):
            return None
    return _answer(state, change, changes)


def _in_force(state: State, changes: list[Change]) -> Change | None:
    """The newest change of what is asked about, in force at the time asked about."""
    day = asked_day(state)
    if day is None:
        return None
    about = most_telling(each for each in changes if asks_about(state, each, changes))
    known = [each for each in about if each.in_force(day) and each.since]
    return known[-1] if known and _after(state, known[-1]) else None


def _answer(state: State, change: Change, changes: list[Change]) -> Answer:
    """What the rule is since, what was before where that has the words asked about, and what is
    planned by then.
    """
    day, quoter = asked_day(state), Quoter()
    _say(quoter, change, change.since)
    if not _says_a_word(change):
        _say(quoter, change, change.before)
    for each in changes:
        planned = each.planned and each.framework == change.framework
        if planned and day and each.starts.earliest() <= day:
            _say(quoter, each, each.since)
    return quoted_answer(state, quoter)


def refuse_a_grade_to_come(state: State) -> Answer | None:
    """No grade of an older inspection answers for one to come."""
    if not asks_of_the_future(state):
        return None
    return refused(state, "No paper here gives a grade of that inspection.")


def _after(state: State, change: Change) -> bool:
    """False where the time asked about began before the change and a report of it is held."""
    starts = change.starts.earliest()
    for period in state.asked.periods:
        if period.year and date(period.year, period.month or 1, 1) < starts.replace(day=1):
            ours = subject_of(state.asked, state.organisation)
            return not any(
                period.holds(each.dated)
                for each in state.search.index.documents
                if each.kind is Kind.INSPECTION_REPORT and canonical(each.about) == ours
            )
    return True


def _says_a_word(change: Change) -> bool:
    since = plain(change.since)
    return any(plain(each) in since for each in change.words)


def _say(quoter: Quoter, change: Change, cell: str) -> None:
    if cell:
        number = quoter.cite(change.document, change.passage, change.passage.quotes())
        said = change.says_it(cell)
        kind = SentenceKind.SENTENCE if said == cell else SentenceKind.CELL
        quoter.say(said, number, kind=kind)
