"""Feedback on one answer, by rule and by the papers: no model words it, and nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.check_meanings import borne as _borne
from assistant.rehearsal.bearing import BEARS, bearing
from assistant.rehearsal.claims import Claim, claims_of
from assistant.rehearsal.differing import differing
from assistant.rehearsal.figures_said import Figures
from assistant.rehearsal.held import figures_of
from assistant.rehearsal.papers import Known, Papers
from assistant.rehearsal.reach import Reached, key, reached
from assistant.rehearsal.signals import probe_for, signs_in
from assistant.rehearsal.statements import Statement
from assistant.rehearsal.wording import suggestions
from core.answers import Citation
from core.rehearsal import (
    About,
    Difference,
    DifferenceKind,
    Feedback,
    FeedbackStatus,
    Point,
    Prompt,
    Reach,
)
from language.periods import find_periods

MOST_COVERED, MOST_TOUCHED, MOST_LEFT_OUT = 10, 6, 5
"""Points shown at most."""


def feedback(papers: Papers, prompt: Prompt, answer: str) -> Feedback:
    """What can be said of an answer that the guard has let through."""
    claims = claims_of(answer)
    vectors = papers.vectors([each.text for each in claims])
    known = papers.for_claims(prompt.text, claims, vectors)
    figures = Figures(prompt.text, prompt.about, known, papers.likeness)
    differs = differing(prompt, claims, known, figures, papers.likeness)
    found = _reached(papers, claims, vectors, known, figures)
    # What is given otherwise is not borne out by the same line; a figure may be right all the same
    # where only its direction is wrong.
    otherwise = [each.statement for each in differs if each.kind is not DifferenceKind.DIRECTION]
    found = [each for each in found if each.reach is Reach.NOT_MENTIONED or _new(each, otherwise)]
    points = _points(papers, prompt, known, found)
    cited = _Cited()
    kept = tuple(
        Point(cited.of(each.statement), each.statement.read, each.reach) for each in points
    )
    differences = tuple(
        Difference(answer[each.start : each.end], each.kind, cited.of(each.statement))
        for each in differs
    )
    signs = signs_in(answer, claims)
    return Feedback(
        FeedbackStatus.GIVEN,
        prompt,
        points=kept,
        differences=differences,
        signs=signs,
        suggestions=suggestions(prompt.about, kept, differences, signs),
        probe=probe_for(prompt, answer),
    )


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
    given = {key(statement) for _, statement in figures.borne_out(claims)}
    said = [*known.ours, *_of_years_named(claims, known.earlier)]
    return reached(said, claims, vectors, given, papers.likeness)  # type: ignore[arg-type]


def _of_years_named(claims: Sequence[Claim], earlier: Sequence[Statement]) -> list[Statement]:
    """Those of earlier papers of a year that the answer names."""
    years = {period.year for each in claims for period in find_periods(each.text) if period.year}
    return [each for each in earlier if each.document.published.year in years]


def _points(
    papers: Papers, prompt: Prompt, known: Known, all_reached: Sequence[Reached]
) -> list[Reached]:
    """Covered, touched on and, unless it is about a case, left out though it bears on it."""
    covered = _best(all_reached, Reach.COVERED, MOST_COVERED)
    said = _of(covered)
    touched = [e for e in _best(all_reached, Reach.TOUCHED, 3 * MOST_TOUCHED) if _new(e, said)]
    touched = touched[:MOST_TOUCHED]
    if prompt.about is About.CASE:
        return [*covered, *touched]
    ours = {key(each) for each in known.ours}
    left = [each for each in all_reached if each.reach is Reach.NOT_MENTIONED]
    left = [each for each in left if key(each.statement) in ours]
    statements = [each.statement for each in left]
    vector = papers.vectors([prompt.text])[0]
    odds = papers.log_odds(prompt.text, statements).tolist() if statements else []
    how = bearing(prompt.text, vector, odds, statements, papers.likeness)
    ordered = sorted(zip(how, range(len(left)), strict=True), reverse=True)
    shown: list[Reached] = []
    for surely, at in ordered:
        if surely < BEARS or len(shown) == MOST_LEFT_OUT:
            break
        if _new(left[at], [*said, *_of(touched), *_of(shown)]):
            shown.append(left[at])
    return [*covered, *touched, *shown]


def _best(every: Sequence[Reached], reach: Reach, most: int) -> list[Reached]:
    of = sorted((e for e in every if e.reach is reach), key=lambda each: -each.sureness)
    kept: list[Reached] = []
    for each in of:
        if len(kept) < most and _new(each, _of(kept)):
            kept.append(each)
    return kept


def _of(every: Sequence[Reached]) -> list[Statement]:
    return [each.statement for each in every]


def _new(each: Reached, others: Sequence[Statement]) -> bool:
    """Whether nothing shown already says the same: a deck and a report often do."""
    return not any(_one_point(each.statement, other) for other in others)


def _one_point(one: Statement, other: Statement) -> bool:
    if one.read == other.read or float(one.vector @ other.vector) >= SAME:
        return True
    figures = [figures_of(each) for each in (one, other)]
    short, long = sorted((one, other), key=lambda each: len(each.words))
    if not figures[0] & figures[1] or not short.words:
        return False
    return sum(_borne(w, long.keys) for w in short.words) >= OF_ITS_WORDS * len(short.words)


OF_ITS_WORDS = 0.6
"""Share of the words of the shorter of two statements with one figure that are in the other."""
SAME = 0.86
"""Cosine from which two statements are one point in two papers."""
