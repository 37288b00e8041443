"""Which of two things is more: 'longer than the first' where the passage has it shorter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.facts import Fact, FactKind
from assistant.checks.text import Piece, Source
from language.words import content_terms, fold

_WAYS = (
    ("amount", r"more|higher|greater|larger|bigger", r"fewer|less|lower|smaller"),
    ("length", r"longer|wider|broader", r"shorter|narrower|briefer"),
    ("time", r"later", r"earlier|sooner"),
    ("merit", r"better|stronger", r"worse|weaker|poorer"),
    ("speed", r"faster|quicker", r"slower"),
    ("age", r"older", r"younger"),
)
_FORM = "|".join(rf"(?P<u{n}>{up})|(?P<d{n}>{down})" for n, (_, up, down) in enumerate(_WAYS))
_THAN = re.compile(
    rf"(?P<left>[^,;:.]*?)\b(?:{_FORM})\b(?P<of>[^,;:.]{{0,40}}?) than (?P<right>[^,;:.]+)"
)
_DENIED = re.compile(r"\b(?:not?|never|nor|neither)\b|n't\b")
_NO_LABELS = (
    "over|under|about|within|from|than|some|were|with|until|before|after|only|least|most|nearly|almost"
    "|another|other|last|first|next|every|all|these|those|past|between|their|have|been|will|into|just"
    "|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday"
    "|wednesday|thursday|friday|saturday|sunday|aged|ages|section|paragraph|took|takes|than|about|around"
)
_LABEL = re.compile(
    rf"\b(?!(?:{_NO_LABELS})\b)(?P<kind>[a-z]{{4,}}?)s? (?P<first>\d{{1,2}})"
    r"(?: (?P<to>to|and|or) (?P<last>\d{1,2}))?(?![\d.,%/:]*\d)(?! ?(?:%|per ?cent))\b"
)


def of_another_label(clause: Piece, source: Source) -> str:
    """'List 9 looks at six months' where that is said of lists 1 to 8: the fact; '' if none."""
    mine = list(_LABEL.finditer(fold(clause.text)))
    if len(mine) != 1 or mine[0]["to"]:
        return ""
    label = (mine[0]["kind"], int(mine[0]["first"]))
    own: list[Piece] = []
    others: list[Piece] = []
    for segment in source.segments:
        numbers = {n for each in _LABEL.finditer(fold(segment.text)) if each["kind"] == label[0]
                   for n in _covered(each)}  # fmt: skip
        if numbers:
            (own if label[1] in numbers else others).append(segment)
    if not own:
        return ""
    for fact in clause.facts:
        if mine[0].start() <= fact.start < mine[0].end() or fact.kind is FactKind.WEEK:
            continue
        with_it = [_has(fact, each) for each in (own, others)]
        if with_it == [False, True]:
            return fact.words
    return ""


def _covered(label: re.Match[str]) -> range | set[int]:
    first, last = int(label["first"]), int(label["last"] or label["first"])
    return range(first, last + 1) if label["to"] == "to" else {first, last}


def _has(fact: Fact, segments: Sequence[Piece]) -> bool:
    return any(
        other.kind is fact.kind and (other.key, other.date) == (fact.key, fact.date)
        for each in segments
        for other in each.facts
    )


_WORTHLESS_WORDS = """
more most one other year years month months week weeks day days two three four five six seven
eight nine ten twelve time
"""
_WORTHLESS = frozenset(content_terms(_WORTHLESS_WORDS))


def compared_otherwise(text: str, sources: Sequence[Source]) -> str:
    """The word by which a sentence compares two things the other way than a passage does."""
    held = [fold(segment.text) for each in sources for segment in each.segments]
    theirs = [each for segment in held for each in _comparisons(segment)]
    if not theirs:
        return ""
    for word, way, up, left, right in _comparisons(fold(text)):
        wrong, right_too = False, False
        for _, way2, up2, left2, right2 in theirs:
            if way2 != way:
                continue
            straight = len(left & left2) + len(right & right2)
            over, back = len(left & right2), len(right & left2)
            crossed = over + back if over and back else 0
            if straight == crossed or not (right & right2 or crossed > straight):
                continue
            same = (up == up2) == (straight > crossed)
            wrong, right_too = wrong or not same, right_too or same
        if wrong and not right_too:
            return word
    return ""


def _comparisons(folded: str) -> Iterator[tuple[str, str, bool, set[str], set[str]]]:
    for match in _THAN.finditer(folded):
        if _DENIED.search(match["left"][-30:]):
            continue
        for n, (way, _, _) in enumerate(_WAYS):
            word = match[f"u{n}"] or match[f"d{n}"]
            if word:
                left = set(content_terms(f"{match['left']} {match['of']}")) - _WORTHLESS
                right = set(content_terms(match["right"])) - _WORTHLESS
                yield word, way, bool(match[f"u{n}"]), left, right
