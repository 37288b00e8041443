"""Answers 'what did we get?': the grade of an area or overall, at one inspection or several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from assistant.concepts import Concept
from assistant.covered import Field, coverage
from assistant.grades.judgements import SCALE, Judgement, areas_of, judgements_of, told_of
from assistant.grades.regime_questions import asks_of_the_future
from assistant.nearby import quoted_answer, refused
from assistant.premises import grades_in, takes_a_grade
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import Wanted
from assistant.which_paper.ours import subject_of
from core.answers import Answer, SentenceKind
from core.documents import NATIONAL, UNKNOWN, Kind
from language.acronyms import spelled_out
from language.neighbours import before_year, neighbour
from language.organisations import canonical, mentions
from language.periods import Period
from language.words import fold, terms

SAID = 0.6
"""How much of the area asked about its name must say."""
_BEST = re.compile(r"\b(?:best|highest|strongest|top)\b")
_WORST = re.compile(r"\b(?:worst|lowest|weakest|poorest|bottom)\b")
_SCORED = re.compile(
    r"\b(?:grades?|graded|judge?d?|judge?ments?|rat(?:ed|ings?)|scor\w+|do|did|get)\b"
)
_SHORT_OF = re.compile(
    r"\b(?:not|didn'?t|wasn'?t|weren'?t) (?:we )?(?:get|getting|rated|graded|judged|given|score)?\b"
)
_BOUND = re.compile(r"\b(?:before|since|after|until|by) (?:\d|the|[a-z]+ (?:19|20)\d\d)")
_ALL = re.compile(r"\b(?:grades|judge?ments|ratings)\b")
_STILL = re.compile(r"\bstill\b|\bany ?more\b")
_WHICH = re.compile(r"\bwhich\b|\bor\b|\bwhat\b")
_OVERALL = re.compile(r"\boverall\b")
_AGAINST = re.compile(r"\b(?:against|vs?|versus|compar\w+|or|better|than|and)\b")


def answer_from_judgements(state: State) -> Answer | None:
    """Says the grades asked for, of each inspection asked about; None where none is asked for."""
    text = fold(state.asked.text)
    extreme = bool(_BEST.search(text) or _WORST.search(text))
    short_of = grades_in(text) if _SHORT_OF.search(text) else {}
    best_of = extreme and _SCORED.search(text) and not _areas(state)
    against = len(_councils(state)) > 1 and _AGAINST.search(text)
    still = len(grades_in(text)) == 1 and _STILL.search(text)
    whether = state.asked.wanted is Wanted.YES_NO and (takes_a_grade(text) or still)
    which = len(grades_in(text)) > 1 and state.asked.ours and _WHICH.search(text)
    wanted = state.asked.wanted is Wanted.GRADE or which
    if not (wanted or whether or short_of or best_of or against):
        return None
    held = {council: inspections_of(state, council) for council in _asked_about(state)}
    inspections = [each for of in held.values() for each in of_question(of, state.asked)]
    ahead = "" if inspections else _ahead(state, held)
    if wanted and ahead:
        return refused(state, ahead)
    if asks_of_the_future(state):
        return None
    lowest = bool(_WORST.search(text))
    if extreme and len(inspections) > 1:
        chosen = _furthest([each for found in inspections for each in overall_of(found)], lowest)
    elif short_of or extreme:
        graded = [each for found in inspections for each in found if not each.overall]
        least = min((SCALE.index(each) for each in short_of), default=len(SCALE))
        below = [each for each in graded if SCALE.index(each.grade) < least]
        chosen = below if short_of else _furthest(graded, lowest)
    else:
        areas = [] if which or still else _areas(state)
        every = _ALL.search(text) and not areas and len(inspections) == 1
        chosen = [
            each for found in inspections for each in (found if every else _of_area(found, areas))
        ]
    if not chosen:
        return None
    now = not (extreme or short_of or state.asked.periods or state.asked.beside or still)
    before = _earlier(held, chosen) if now and wanted else None
    return _said(state, chosen, "" if short_of else takes_a_grade(text), before)


def _ahead(state: State, held: Mapping[str, Sequence[Sequence[Judgement]]]) -> str:
    """What to say where a year is asked for that is after every inspection held, '' elsewhere."""
    years = [period.until or period.year for period in state.asked.periods if period.year]
    council = subject_of(state.asked, state.organisation)
    newest = held[council][-1][0] if held.get(council) else None
    if not years or newest is None or _BOUND.search(fold(state.asked.text)):
        return ""
    if not newest.when or min(years) <= newest.year:
        return ""
    return (
        f"The documents hold no inspection of {council} in {min(years)}; the newest that they "
        f"hold is of {newest.when[0]}."
    )


def _earlier(
    held: Mapping[str, Sequence[Sequence[Judgement]]], chosen: Sequence[Judgement]
) -> Judgement | None:
    """The overall grade of the inspection before, where the newest of one council is said."""
    if len(chosen) != 1 or not chosen[0].overall:
        return None
    inspections = held[canonical(chosen[0].document.about)]
    older = overall_of(inspections[-2]) if len(inspections) > 1 else []
    return older[0] if older else None


def _said(
    state: State, chosen: Sequence[Judgement], taken: str, before: Judgement | None = None
) -> Answer:
    """`taken` is the grade that the question takes for granted, '' when none; `before` the one
    that is said after it as earlier.
    """
    quoter, several = Quoter(), len({each.document.id for each in chosen}) > 1
    for each in chosen:
        number = quoter.cite(each.document, each.passage, each.spans)
        if len(chosen) == 1 and taken not in ("", each.grade):
            quoter.correct(taken, each.grade, number)
        if several and not each.text:
            name = f"{each.document.about}, report of {each.document.published}:"
            quoter.say(name, kind=SentenceKind.FRAME)
        say_judgement(quoter, each, number)
    if before is not None:
        number = quoter.cite(before.document, before.passage, before.spans)
        when = before.when[-1] if before.when else before.document.published
        quoter.say(f"Earlier ({when}):", kind=SentenceKind.FRAME)
        say_judgement(quoter, before, number)
    return quoted_answer(state, quoter)


def say_judgement(quoter: Quoter, each: Judgement, number: int) -> None:
    """Says a grade in its paper's words, under the number of its citation."""
    kind = SentenceKind.SENTENCE if each.text else SentenceKind.CELL
    quoter.say(each.said, number, kind=kind)


def _asked_about(state: State) -> list[str]:
    """The councils whose inspections are asked about: those named, else ours, else all."""
    return sorted(
        _councils(state)
        or {
            canonical(each.about)
            for each in state.search.index.documents
            if each.about not in (NATIONAL, UNKNOWN)
        }
    )


def inspections_of(state: State, council: str) -> list[list[Judgement]]:
    """A council's inspections by year, oldest first: their reports, else what papers tell."""
    reports: list[list[Judgement]] = []
    told: list[Judgement] = []
    for document in state.search.index.documents:
        if canonical(document.about) != council:
            continue
        passages = state.context(document)
        if document.kind is Kind.INSPECTION_REPORT and (of := judgements_of(document, passages)):
            reports.append(of)
        told += told_of(document, passages)
    years = {date.year for of in reports for each in of for date in each.when}
    told = sorted((each for each in told if each.year not in years), key=_by_year)
    newest = [list(same)[-1:] for _, same in groupby(told, key=_by_year)]
    return sorted([*reports, *newest], key=lambda of: of[0].when)


def of_question(inspections: list[list[Judgement]], question: Question) -> list[list[Judgement]]:
    """Those of a council's inspections, oldest first, that are asked about; else the newest."""
    if question.beside:
        at = _at(inspections, question.beside_of) or [len(inspections) - 1]
        return _step(inspections, at, question.beside)
    asked = _at(inspections, question.periods)
    if asked and before_year(question.text):
        return _step(inspections, asked, -1)
    if question.periods:
        chosen = [inspections[each] for each in asked]
        step = neighbour(question.text)
        return chosen + (_step(inspections, asked, step) if step and asked else [])
    return inspections[-1:]


def _at(inspections: Sequence[Sequence[Judgement]], periods: Iterable[Period]) -> list[int]:
    return [
        at
        for at, of in enumerate(inspections)
        if any(period.holds(date) for period in periods for date in of[0].when)
    ]


def _step(inspections: list[list[Judgement]], at: list[int], step: int) -> list[list[Judgement]]:
    to = at[0] - 1 if step < 0 else at[-1] + 1
    return inspections[to : to + 1] if to >= 0 else []


def _councils(state: State) -> frozenset[str]:
    """The councils named, else ours; none when nobody knows whose."""
    ours = subject_of(state.asked, state.organisation)
    named = frozenset(each.name for each in mentions(state.asked.text))
    return named or frozenset({ours} - {""})


def _areas(state: State) -> list[Concept]:
    return [] if _OVERALL.search(fold(state.asked.text)) else areas_of(state.concepts)


def _of_area(found: Sequence[Judgement], areas: Sequence[Concept]) -> list[Judgement]:
    """The judgement of the area asked about; the overall one when none is."""
    if not areas:
        return overall_of(found)
    said = [(coverage(areas, [_field(each)]), each) for each in found]
    best = max(said, key=lambda each: each[0])
    return [best[1]] if best[0] >= SAID else []


def _field(judgement: Judgement) -> Field:
    return Field(frozenset(terms(spelled_out(judgement.area))), 1.0)


def overall_of(found: Sequence[Judgement]) -> list[Judgement]:
    """The overall judgement of an inspection, alone in a list; empty where none is given."""
    return [each for each in found if each.overall][:1]


def _furthest(graded: Sequence[Judgement], lowest: bool) -> list[Judgement]:
    ranks = [SCALE.index(each.grade) for each in graded]
    end = min(ranks, default=0) if lowest else max(ranks, default=0)
    return [each for each, rank in zip(graded, ranks, strict=True) if rank == end]


def _by_year(judgement: Judgement) -> int:
    return judgement.year
