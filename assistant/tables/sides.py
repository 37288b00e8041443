"""Finds the two rows of a table that a question sets side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from assistant.concepts import Concept, written
from assistant.covered import Field, coverage
from assistant.question import Question
from assistant.tables.columns import is_figures, read_row, row_name
from assistant.tables.figures import figure_of
from core.documents import Passage
from language.acronyms import long_form
from language.words import content_terms, fold, terms, words

_SEAM = re.compile(
    r"\s+(?:or|vs?\.?|versus|against|than|and|&|compared (?:to|with)|next to)\s+|\s*[,/]\s*"
)
_COMPARES = re.compile(
    r"\b(?:or|vs?|versus|against|than|compar\w*|differ\w*|gap|more|less|fewer|greater|higher|lower"
    r"|bigger|smaller|larger|highest|lowest|biggest|smallest|largest|most|fewest|outnumber\w*)\b"
)
# What a measure leaves out is not what it is of: 'CIN (exc. LAC)'.
_LEFT_OUT = re.compile(r"\(?\b(?:exc|excl|excluding|other than|apart from|except)\b[^)]*\)?")
# What nearly every figure is, and so tells no row from another.
_ANY_FIGURE = frozenset(content_terms("number no count total rate percentage proportion cases"))
SAID = 0.6
"""How much of its side of the question a row's name must say."""
OF_SECTION = 0.5
ALIKE_UNITS, ALIKE_NAMES, PRECISE, BOTH = 0.2, 0.2, 0.5, 1.0
"""What counts for a pair beside saying the two sides: rows of a kind are meant more often."""


def pair_of(
    question: Question, concepts: Sequence[Concept], rows: Sequence[Passage]
) -> tuple[Passage, Passage] | None:
    """The two rows that say the two sides of a question, in its order; None when none do."""
    figures = [row for row in rows if is_figures(row)]
    best: tuple[float, tuple[Passage, Passage]] | None = None
    for left, right, both in sides_of(question.text, concepts):
        for one, other in permutations(figures, 2):
            scores = _score(left, right, both, one), _score(right, left, both, other)
            if min(scores) <= 0:
                continue
            shared = sum(coverage(both, _fields(row)) for row in (one, other)) / 2
            total = sum(scores) + _alike(one, other) + BOTH * shared
            if best is None or total > best[0]:
                best = (total, (one, other))
    return best[1] if best else None


def sets_against(question: Question) -> bool:
    """True when a question asks how two things compare, and not only for both of them."""
    return bool(_COMPARES.search(fold(question.text)))


def sides_of(text: str, concepts: Sequence[Concept]) -> Iterator[tuple[tuple[Concept, ...], ...]]:
    """For each 'or', 'than' ...: the concepts that only its left, only its right, and both name."""
    folded = fold(written(text))
    for seam in _SEAM.finditer(folded):
        before, after = set(words(folded[: seam.start()])), set(words(folded[seam.end() :]))
        # 'Bigger' says how the two are compared and names neither.
        naming = [each for each in concepts if not each.asks and not _COMPARES.search(each.name)]
        left = tuple(each for each in naming if set(words(each.name)) <= before)
        right = tuple(each for each in naming if set(words(each.name)) <= after)
        only_left = tuple(each for each in left if each not in right)
        only_right = tuple(each for each in right if each not in left)
        if only_left and only_right:
            yield only_left, only_right, tuple(each for each in left if each in right)


def _score(
    own: Sequence[Concept], opposite: Sequence[Concept], both: Sequence[Concept], row: Passage
) -> float:
    """How well a row says its side, 0 when it does not, or says the other side as well."""
    fields = _fields(row)
    said = coverage(own, fields)
    if said < SAID or coverage(opposite, fields[:1]) >= SAID:
        return 0.0
    phrases = [phrase for each in (*own, *both) for phrase in (*each.phrases, *each.similar)]
    asked = {term for phrase in phrases for term in phrase}
    named = set(content_terms(_name(row))) - _ANY_FIGURE or {""}
    return said + PRECISE * len(named & asked) / len(named)


def _name(row: Passage) -> str:
    return _LEFT_OUT.sub(" ", fold(row_name(row)))


def _fields(row: Passage) -> list[Field]:
    """A row's name, short forms spelled out ('CPP' is a plan too), and the section above it."""
    name = _name(row)
    spelled = " ".join([name, *map(long_form, words(name))])
    return [Field(frozenset(terms(spelled)), 1.0), Field(frozenset(terms(row.section)), OF_SECTION)]


def _alike(one: Passage, other: Passage) -> float:
    names = [set(content_terms(row_name(row))) for row in (one, other)]
    shared = len(names[0] & names[1]) / (len(names[0] | names[1]) or 1)
    return ALIKE_NAMES * shared + (ALIKE_UNITS if _units(one) & _units(other) else 0.0)


def _units(row: Passage) -> set[str]:
    figures = [figure_of(cell.value) for cell in read_row(row).cells]
    return {figure.unit for figure in figures if figure}
