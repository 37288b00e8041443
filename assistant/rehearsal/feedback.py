"""Feedback on one answer, by rule and by the papers: no model words it, and nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.rehearsal.checks import Beside, checks
from assistant.rehearsal.claims import Claim, claims_of
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.differing import differing, in_order
from assistant.rehearsal.figures_said import Figures
from assistant.rehearsal.heard import heard
from assistant.rehearsal.judge import LIKELY, judged
from assistant.rehearsal.judge import Beside as Judge
from assistant.rehearsal.names_given import names_alike
from assistant.rehearsal.own_facts import Strange, vouched
from assistant.rehearsal.papers import Known, Papers
from assistant.rehearsal.points import Looked, new, points
from assistant.rehearsal.reach import Reached, reached
from assistant.rehearsal.signals import probe_for, signs_in
from assistant.rehearsal.statements import Statement, key
from assistant.rehearsal.told_otherwise import SURE, told_otherwise
from assistant.rehearsal.wording import suggestions
from core.answers import Citation
from core.rehearsal import (
    Difference,
    DifferenceKind,
    Feedback,
    FeedbackStatus,
    Point,
    Prompt,
    Reach,
)
from language.periods import find_periods
from language.words import fold


def feedback(papers: Papers, prompt: Prompt, answer: str) -> Feedback:
    """What can be said of an answer that the guard has let through."""
    claims = claims_of(answer)
    vectors = papers.vectors([each.text for each in claims])
    known = papers.for_claims(prompt.text, claims, vectors)
    figures = Figures(prompt.text, prompt.about, known, papers.likeness)
    differs = differing(prompt, claims, known, figures, papers.likeness)
    told = told_otherwise(claims, vectors, known.ours, papers.likeness)
    judge = Judge(prompt, papers.vectors([prompt.text])[0], known, papers.likeness)
    likely = [e.differs for e in judged(judge, claims, vectors) if e.chance >= LIKELY]
    differs = in_order([*differs, *(each.differs for each in told if each.sureness >= SURE)])
    differs = in_order([*differs, *(e for e in likely if not _overlaps(e, differs))])
    found = _reached(papers, claims, vectors, known, figures)
    # What is given otherwise is not borne out by the same line; a figure may be right all the same
    # where only its direction is wrong.
    otherwise = [each.statement for each in differs if each.kind is not DifferenceKind.DIRECTION]
    found = [each for each in found if each.reach is Reach.NOT_MENTIONED or new(each, otherwise)]
    asked = checks(Beside(answer, found, figures, differs, told))
    looked = Looked(answer, found, asked, _of_use(answer, claims, found, figures), otherwise)
    shown = points(papers, prompt, known, looked)
    cited = _Cited()
    kept = tuple(
        Point(
            cited.of(each.statement),
            each.statement.read,
            each.reach,
            asked.get(key(each.statement)),
        )
        for each in shown
    )
    differences = tuple(
        Difference(answer[each.start : each.end], each.kind, cited.of(each.statement))
        for each in differs
    )
    clear = heard(claims, vectors)
    signs = signs_in(answer, claims, clear, _doubtful(answer, differs, kept))
    return Feedback(
        FeedbackStatus.GIVEN,
        prompt,
        points=kept,
        differences=differences,
        signs=signs,
        suggestions=suggestions(prompt.about, kept, differences, signs),
        probe=probe_for(prompt, answer, clear),
    )


def _overlaps(one: Differs, others: Sequence[Differs]) -> bool:
    return any(one.start < each.end and each.start < one.end for each in others)


def _doubtful(
    answer: str, differs: Sequence[Differs], shown: Sequence[Point]
) -> list[tuple[int, int]]:
    """Where the answer says what the papers give otherwise."""
    places = [(each.start, each.end) for each in differs]
    for each in shown:
        at = answer.find(each.check.said) if each.check is not None else -1
        if each.check is not None and at >= 0:
            places.append((at, at + len(each.check.said)))
    return places


_OF_COUNCIL = re.compile(
    r"\b(?:council|borough|service|ofsted|inspect\w*|how we all|everyone here|priorit\w+|per cent"
    r"|framework|policy|procedure)\b|%"
)
NEAR_A_CASE = 1.3
"""Sureness from which a point touched on is of use beside an answer about a case."""


class _Cited:
    """Numbers the passages cited, each statement once."""

    def __init__(self) -> None:
        self._by_key: dict[str, Citation] = {}

    def of(self, statement: Statement) -> Citation:
        """The citation of a statement."""
        name = key(statement)
        if name not in self._by_key:
            self._by_key[name] = statement.citation(len(self._by_key) + 1)
        return self._by_key[name]


def _reached(
    papers: Papers, claims: Sequence[Claim], vectors: object, known: Known, figures: Figures
) -> list[Reached]:
    given: dict[str, tuple[Strange, ...]] = {}
    for figure, statement in figures.borne_out(claims):
        beside = vouched(figure.claim, statement).strange
        otherwise = tuple(e for e in beside if e.said is None and not e.denial)
        known_so_far = given.get(key(statement))
        given[key(statement)] = () if known_so_far == () else otherwise
    held = {key(each) for each in known.ours}
    # Search may miss the one row whose figure is said.
    stating = [each for each in known.stating if key(each) in given and key(each) not in held]
    said = [*known.ours, *stating, *_of_years_named(claims, known.earlier)]
    return reached(said, claims, vectors, given, papers.likeness)  # type: ignore[arg-type]


def _of_use(
    answer: str, claims: Sequence[Claim], found: Sequence[Reached], figures: Figures
) -> set[str]:
    """Statements that have a name of the answer, or a figure of it as odd as 97.5, or are near to a
    clause that speaks of the council.
    """
    odd = figures.odd(claims)
    touched = [each for each in found if each.reach is Reach.TOUCHED]
    return {
        key(each.statement)
        for each in touched
        if key(each.statement) in odd
        or names_alike(answer, each.statement)
        or (each.sureness >= NEAR_A_CASE and _OF_COUNCIL.search(fold(claims[each.claim].text)))
    }


def _of_years_named(claims: Sequence[Claim], earlier: Sequence[Statement]) -> list[Statement]:
    """Those of earlier papers of a year that the answer names."""
    years = {period.year for each in claims for period in find_periods(each.text) if period.year}
    return [each for each in earlier if each.document.published.year in years]
