"""Lists, exceptions and alternatives: 'all' for 'all but one', 'both' for 'or', a thing added."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.text import Source
from language.words import content_terms, fold

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
        known = [each for each in map(content_terms, items) if set(each) <= held]
        heads = [content_terms(_GOES_ON.sub("", each)) for each in items[1:]]
        strange = [each for each in heads if each and not set(each) & held]
        if len(strange) == 1 and len(known) >= len(items) - 2 and _whole_list(known, sources):
            return " ".join(strange[0])
    return ""


def _whole_list(known: Sequence[Sequence[str]], sources: Sequence[Source]) -> bool:
    """Whether the known things are all that a sentence of a passage lists."""
    for segment in (segment for each in sources for segment in each.segments):
        parts = [each for each in _ITEMS.split(segment.text) if not _NO_ITEM.match(fold(each))]
        items = [terms for each in parts if (terms := set(content_terms(each)))]
        with_one = [each for each in items if any(set(item) & each for item in known)]
        if len(with_one) == len(items) > 1:
            return True
    return False
