"""Which edition of a paper speaks: the newest, or the one of the period asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.question import Question
from core.dates import PartialDate
from core.documents import Document, Kind
from language.acronyms import spelled_out
from language.organisations import canonical
from language.periods import Period
from language.words import fold

SERIES = frozenset(
    {
        Kind.INSPECTION_REPORT,
        Kind.SELF_EVALUATION,
        Kind.IMPROVEMENT_PLAN,
        Kind.PERFORMANCE_REPORT,
    }
)
"""Kinds of which a council has one after the other; briefings and minutes stand side by side."""


_NAMED = (
    (Kind.SELF_EVALUATION, r"\bself (?:evaluation|assessment)\b"),
    (Kind.IMPROVEMENT_PLAN, r"\b(?:improvement|action) plan\b"),
    (
        Kind.IMPROVEMENT_PLAN,
        r"\b(?:old|older|previous|earlier|first|original|last|(?:19|20)\d\d) plan\b"
        r"|\bplan (?:of|from|in|for) (?:19|20)\d\d\b",
    ),
    (Kind.INSPECTION_REPORT, r"\b(?:reports?|inspections?|inspected|ofsted)\b"),
)


def speaking(documents: Iterable[Document], question: Question) -> frozenset[str]:
    """The ids of the papers that may answer first.

    Of each series about one council: those of the months or years asked for; the one before or
    after the one just spoken of; the older ones when an earlier state is asked for; else the
    newest. Undated papers always may.
    """
    documents = list(documents)
    of_then = _editions_named(documents, question)
    if of_then:
        return frozenset(each.id for each in of_then)
    first: set[str] = set()
    for series in _series(documents):
        dated = sorted((each for each in series if each.published), key=_age)
        first.update(each.id for each in series if not each.published)
        asked = [each for each in dated if of_periods(each, question.periods)]
        if question.beside and len(dated) > 1:
            first.update(each.id for each in _beside(dated, question))
        elif asked:
            first.update(each.id for each in asked)
        elif question.earlier and len(dated) > 1:
            first.update(each.id for each in dated[:-1])
        elif dated:
            first.add(dated[-1].id)
    return frozenset(first)


def _editions_named(documents: Sequence[Document], question: Question) -> list[Document]:
    """'The old improvement plan', 'the 2017 plan': the editions meant, where they are held, and
    not the papers beside them that speak of a newer one.
    """
    kind = question.paper or kind_named(question.text)
    if kind is None or question.beside:
        return []
    whose = question.organisation
    held = sorted(
        (
            each
            for each in documents
            if each.kind is kind
            and each.published
            and (not whose or canonical(each.about) == whose)
        ),
        key=_age,
    )
    asked = [each for each in held if of_periods(each, question.periods)]
    if question.paper and not (asked or question.earlier):
        return held[-1:] if kind in SERIES else held
    if asked or not question.earlier or kind is Kind.INSPECTION_REPORT:
        return asked
    return held[:-1] or held


def kind_named(text: str) -> Kind | None:
    """The kind of paper that a question names: 'the old plan' is the improvement plan."""
    folded = fold(spelled_out(text)).replace("-", " ")
    for kind, pattern in _NAMED:
        if re.search(pattern, folded):
            return kind
    return None


def _series(documents: Sequence[Document]) -> list[list[Document]]:
    groups: dict[tuple[str, ...], list[Document]] = {}
    for each in documents:
        alone = each.kind not in SERIES or not each.about
        key = (each.id,) if alone else (each.kind.value, each.about)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _age(document: Document) -> tuple[PartialDate, PartialDate]:
    return (document.published, document.as_at)


def _beside(dated: Sequence[Document], question: Question) -> Sequence[Document]:
    """The edition next to those of the turn before; none where the series ends."""
    spoken = [at for at, each in enumerate(dated) if of_periods(each, question.beside_of)]
    spoken = spoken or [len(dated) - 1]
    at = spoken[0] - 1 if question.beside < 0 else spoken[-1] + 1
    return dated[at : at + 1] if at >= 0 else ()


def of_periods(document: Document, periods: Sequence[Period]) -> bool:
    """True for a paper of one of the years named; a month alone names no edition."""
    dates = [date for date in (document.published, document.as_at) if date]
    years = [period for period in periods if period.year]
    return any(period.holds(date) for period in years for date in dates)
