"""Which year a grade is said to be of: 'inadequate in 2017, good in 2019'."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checks.facts import Fact, FactKind

BESIDE = 16
"""Letters between a grade and the year that it is of."""
IN_SPRING = 24
"""Letters of ' in the spring of ' between a grade and the year that follows it."""
RIGHT_AFTER = 6
"""Letters of ' in ' between a grade and its year."""


def year_beside(grade: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The year said right beside a grade."""
    years = [each for each in facts if each.kind is FactKind.DATE and each.date[0]]
    near = [each for each in years if _apart(grade, each) <= BESIDE]
    near = [each for each in near if not _of_another_grade(each, grade, facts)]
    after = [each for each in near if 0 <= each.start - grade.end <= RIGHT_AFTER]
    # 'Inadequate in 2017, good in 2019': each grade has the year that comes right after it.
    return min(after or near, key=lambda each: _apart(grade, each), default=None)


def _of_another_grade(year: Fact, grade: Fact, facts: Sequence[Fact]) -> bool:
    """'Inadequate in the spring of 2017, good two years after': 2017 is of the first."""
    before = [each for each in facts if each.kind is FactKind.GRADE and each.end <= year.start]
    return year.end <= grade.start and any(year.start - e.end <= IN_SPRING for e in before)


def _apart(one: Fact, other: Fact) -> int:
    return max(one.start - other.end, other.start - one.end)
