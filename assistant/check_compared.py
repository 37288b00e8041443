"""Which of two things is more: 'longer than the first' where the passage has it shorter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.check_facts import Fact, FactKind
from assistant.check_text import Piece, Source
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
LABEL = re.compile(
    r"\b(?P<kind>list|week|step|stage|theme|priority|form|group|annex|option|phase|tier|level"
    r"|category"
    r"|band|part|round|item)s? (?P<first>\d{1,2})(?: (?P<to>to|and|or) (?P<last>\d{1,2}))?\b"
)


def of_another_label(clause: Piece, source: Source) -> str:
    """'List 9 looks at six months' where that is said of lists 1 to 8: the fact; '' if none."""
    mine = list(LABEL.finditer(fold(clause.text)))
    if len(mine) != 1 or mine[0]["to"]:
        return ""
    label = (mine[0]["kind"], int(mine[0]["first"]))
    own: list[Piece] = []
    others: list[Piece] = []
    for segment in source.segments:
        numbers = {n for each in LABEL.finditer(fold(segment.text)) if each["kind"] == label[0]
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


_EXCEPT = re.compile(
    r"\b(?:all|every\w*|each|any|none|nobody|no one) (?:\w+ ){0,3}?(?:but|except|bar|save)\b"
    r"|\b(?:except(?: for| that)?|apart from|excluding|with the exception of|leav\w+ out"
    r"|left out)\b"
)
_UNIVERSAL = re.compile(
    r"\b(?:all|every|each|every one|everyone|always|whole|entire|without exception|no exception)\b"
)
_EXCEPTIVE = re.compile(
    r"\b(?:but|except\w*|apart|bar|save|exclud\w*|not?|never|only|first|last|some|most|other"
    r"|others|rest|without|leav\w+|left|omit\w*|nor|neither|unless|exempt\w*|out)\b|n't\b"
)


def exception_dropped(text: str, aligned: Sequence[str]) -> str:
    """'Every' where a passage excepts something and the sentence does not; '' if none.

    `aligned` are the sentences of the passage that speak of the same.
    """
    said = fold(text)
    found = _UNIVERSAL.search(said)
    if found and not _EXCEPTIVE.search(said) and any(_EXCEPT.search(fold(a)) for a in aligned):
        return found.group()
    return ""


_BOTH = re.compile(r"\bboth (?P<one>\w+)(?: \w+)? and (?P<two>\w+)")


def both_of_either(text: str, sources: Sequence[Source]) -> str:
    """'Both widespread and serious' where the passage has 'or'; '' if none."""
    held = " . ".join(fold(segment.text) for each in sources for segment in each.segments)
    for match in _BOTH.finditer(fold(text)):
        pair = rf"\b{match['one']}(?: \w+)? {{}} (?:\w+ )?{match['two']}\b"
        if re.search(pair.format("or"), held) and not re.search(pair.format("and"), held):
            return match.group()
    return ""


_LIST = re.compile(r"(?:[^,;:.]+, )+[^,;:.]+?(?:,? (?:and|or|as well as) [^,;:.]+)+")
_ITEMS = re.compile(r",\s+(?:(?:and|or|as well as)\s+)?|\s+(?:and|or|as well as)\s+")
_NO_ITEM = re.compile(
    r"^(?:which|who|where|when|while|that|up|down|but|with|as|so|if|it|they|we|he|she|in|on|at|from"
    r"|by|for|to|is|are|was|were|has|have|had|will|not|after|before|since|because|than|of|how|why"
    r"|whether|[a-z]+ing"
    r"|[a-z]+ed)\b"
)
LISTED = 3
"""Things that a list has at least."""
_GOES_ON = re.compile(
    r"(?<=\w) (?:about|of|in|on|for|to|with|at|by|from|who|which|that|during)\b.*"
)
_ALTERNATIVE = re.compile(
    r"\bor (?:(?:by|in|at|to|with|on|for|from|an?|the) )*(?P<one>[^,;:.]+)\.?$"
)


def added_item(text: str, sources: Sequence[Source]) -> str:
    """A thing in a list of which a passage has no word, where it has every other and no more;
    '' if none.
    """
    held = set(content_terms(" ".join(f"{s.whole.text} {s.frame.text}" for s in sources)))
    other = _ALTERNATIVE.search(fold(text))
    if other and not any(" or " in fold(each.whole.text) for each in sources):
        terms = content_terms(other["one"])
        rest = content_terms(fold(text)[: other.start()])
        if terms and not set(terms) & held and set(rest) <= held:
            return " ".join(terms)
    for match in _LIST.finditer(text):
        items = [each for each in _ITEMS.split(match.group()) if content_terms(each)]
        if len(items) < LISTED or any(_NO_ITEM.match(fold(each)) for each in items[1:]):
            continue
        terms = [content_terms(each) for each in items]
        known = [each for each in terms if set(each) <= held]
        heads = [content_terms(_GOES_ON.sub("", each)) for each in items[1:]]
        strange = [each for each in heads if each and not set(each) & held]
        if len(strange) == 1 and len(known) >= len(items) - 2 and _whole_list(known, sources):
            return " ".join(strange[0])
    return ""


def _whole_list(known: Sequence[Sequence[str]], sources: Sequence[Source]) -> bool:
    """Whether the known things are all that a sentence of a passage lists."""
    for segment in (segment for each in sources for segment in each.segments):
        items = [
            set(content_terms(each))
            for each in _ITEMS.split(segment.text)
            if not _NO_ITEM.match(fold(each))
        ]
        items = [each for each in items if each]
        with_one = [each for each in items if any(set(item) & each for item in known)]
        if len(with_one) == len(items) > 1:
            return True
    return False
