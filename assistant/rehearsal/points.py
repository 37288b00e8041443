"""Which points of the papers are shown beside an answer: covered, touched on, left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.checks.meanings import borne as _borne
from assistant.rehearsal.bearing import BEARS, bearing
from assistant.rehearsal.held import figures_of
from assistant.rehearsal.likeness import keys_of
from assistant.rehearsal.papers import Known, Papers
from assistant.rehearsal.reach import Reached
from assistant.rehearsal.statements import Statement, key
from core.rehearsal import About, Prompt, Reach
from language.words import fold

MOST_COVERED, MOST_TOUCHED, MOST_LEFT_OUT = 10, 6, 5
"""Points shown at most."""
_TERMS = re.compile(
    r"\b(?:terms?|abbreviations?|acronyms?|glossary|short forms?|stands for|meanings?)\b"
)
SAID_ALREADY = 0.6
"""Share of the words of a point that the answer has: it is not said to be left out."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of an answer."""

    answer: str
    reached: Sequence[Reached]
    asked: Collection[str]
    """Statements (by `key`) beside which something is to be checked: they come first."""
    of_use: Collection[str]
    """Statements touched on that are of use beside an answer about a case."""
    otherwise: Sequence[Statement]
    """Those that give something otherwise than the answer: they are shown apart."""


def points(papers: Papers, prompt: Prompt, known: Known, looked: Looked) -> list[Reached]:
    """Covered, touched on and, unless it is about a case, left out though it bears on it."""
    told = [each for each in looked.reached if not _only_terms(each.statement)]
    covered = _best(told, Reach.COVERED, MOST_COVERED)
    to_check = [each for each in told if key(each.statement) in looked.asked]
    said = [*_of(covered), *_of(to_check)]
    along = [each for each in told if not any(one.denial for one in each.strange)]
    touched = [e for e in _best(along, Reach.TOUCHED, 3 * MOST_TOUCHED) if new(e, said)]
    if prompt.about is About.CASE:
        # The papers cannot know a case: what only comes near is of no use beside it.
        touched = [each for each in touched if key(each.statement) in looked.of_use]
        return [*covered, *to_check, *touched]
    touched = [*to_check, *touched][:MOST_TOUCHED]
    left = _left_out(papers, prompt, known, looked)
    shown: list[Reached] = []
    apart = [*said, *_of(touched), *looked.otherwise]
    for each in left:
        if len(shown) < MOST_LEFT_OUT and new(each, [*apart, *_of(shown)]):
            shown.append(each)
    return [*covered, *touched, *shown]


def _left_out(papers: Papers, prompt: Prompt, known: Known, looked: Looked) -> list[Reached]:
    """What bears on the prompt and was not said, the surest first."""
    ours = {key(each) for each in known.ours}
    keys, like = keys_of(looked.answer), papers.likeness
    left = [
        each
        for each in looked.reached
        if each.reach is Reach.NOT_MENTIONED
        and key(each.statement) in ours
        and not _only_terms(each.statement)
        and not _is_prompt(prompt, each.statement)
        and not (
            each.statement.row is None and like.share(each.statement.words, keys) >= SAID_ALREADY
        )
    ]
    statements = _of(left)
    vector = papers.vectors([prompt.text])[0]
    odds = papers.log_odds(prompt.text, statements).tolist() if statements else []
    how = bearing(prompt.text, vector, odds, statements, papers.likeness)
    ordered = sorted(zip(how, range(len(left)), strict=True), reverse=True)
    return [left[at] for surely, at in ordered if surely >= BEARS]


def _is_prompt(prompt: Prompt, statement: Statement) -> bool:
    """A prompt made from the papers has said it."""
    if prompt.source is not None and prompt.source.passage.id == statement.passage.id:
        return True
    return fold(statement.text).strip(" .") in fold(prompt.text)


def _only_terms(statement: Statement) -> bool:
    """True for a row that only spells a short form out: it says nothing of the council."""
    passage = statement.passage
    names = " ".join((*passage.header, *passage.headings[-1:]))
    return bool(passage.cells) and bool(_TERMS.search(fold(names)))


def _best(every: Sequence[Reached], reach: Reach, most: int) -> list[Reached]:
    of = _claim_by_claim([each for each in every if each.reach is reach])
    kept: list[Reached] = []
    for each in of:
        if len(kept) < most and new(each, _of(kept)):
            kept.append(each)
    return kept


def _claim_by_claim(every: Sequence[Reached]) -> list[Reached]:
    """The surest of each claim first, then the second of each: no claim hides another's."""
    seen: Counter[int] = Counter()
    ranked: list[tuple[int, float, Reached]] = []
    for each in sorted(every, key=lambda one: -one.sureness):
        ranked.append((seen[each.claim] // AT_ONCE, -each.sureness, each))
        seen[each.claim] += 1
    return [each for _, _, each in sorted(ranked, key=lambda one: one[:2])]


def _of(every: Sequence[Reached]) -> list[Statement]:
    return [each.statement for each in every]


def new(each: Reached, others: Sequence[Statement]) -> bool:
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


AT_ONCE = 2
"""Points of one claim before another claim's turn comes."""
OF_ITS_WORDS = 0.6
"""Share of the words of the shorter of two statements with one figure that are in the other."""
SAME = 0.86
"""Cosine from which two statements are one point in two papers."""
