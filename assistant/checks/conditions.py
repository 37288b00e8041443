"""On what a passage makes a thing depend: 'if the grant is renewed', 'unless the chair agrees'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checks.meanings import Meaning, as_written, borne, meanings_in
from assistant.checks.text import Source, piece
from language.words import content_terms, fold

_WHEN = re.compile(
    r"\b(?:only )?(?:if|unless|provided(?: that)?|as long as|on condition that|subject to"
    r"|only (?:when"
    r"|where|after|once))\b"
)
_OPEN = re.compile(
    r"\b(?:if|unless|provided|provides?|as long as|condition\w*|subject|when|whenever|where|once"
    r"|after"
    r"|only|may|might|could|can|depend\w*|should|would|who|whose|which|without|needs?|except|but|or"
    r"|with|until|some|certain|asked?|allowed)\b"
)
_PART = re.compile(r"[,;:]")
LEAST = 2
"""Words of a sentence that are of what is made to depend."""


def condition_dropped(text: str, sources: Sequence[Source]) -> str:
    """The condition on which a passage says what a sentence says without any; '' if none."""
    said = fold(text).replace("at once", " ")
    if _OPEN.search(said):
        return ""
    terms = set(content_terms(said))
    known = frozenset(key for meaning in meanings_in(said) for key in meaning.keys)
    segments = [segment for each in sources for segment in each.segments]
    without = [set(content_terms(s.text)) for s in segments if not _WHEN.search(fold(s.text))]
    for folded in (fold(segment.text) for segment in segments):
        for condition, main in _conditions(folded):
            free = set(content_terms(folded.replace(main, " ").replace(condition, " ")))
            own = terms & set(content_terms(main))
            if len(own) < LEAST or not own - free or len(terms & free) >= len(own):
                continue
            if any(own <= each for each in without):
                # It is said elsewhere too, without the condition.
                continue
            if not _mentioned(piece(condition).claims, known):
                return condition.strip()
    return ""


def _conditions(folded: str) -> Iterator[tuple[str, str]]:
    """Each condition of a sentence with what depends on it."""
    parts = _PART.split(folded)
    for place, part in enumerate(parts):
        found = _WHEN.search(part)
        if found is None:
            continue
        before, condition = part[: found.start()], part[found.start() :]
        if content_terms(before):
            yield condition, before
        elif place == 0 and len(parts) > 1:
            yield condition, parts[1]
        elif place:
            yield condition, parts[place - 1]


_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|on account of|put down to"
    r"|the (?:main )?reason (?:was|is|being))\b(?P<cause>[^,;:.]*)"
)
_AIM = re.compile(
    r"\b(?:in order to|so as to|to (?=save|cut|make|avoid|reduce|improve|free|meet"
    r"|help))(?P<cause>[^,;:.]*)"
)


def other_cause(text: str, sources: Sequence[Source]) -> str:
    """A cause of which a passage that gives one has no word, in any words; '' if none."""
    said = fold(text)
    found = _CAUSE.search(said) or _AIM.search(said)
    if found is None:
        return ""
    rest = set(content_terms(said.replace(found.group(), " ")))
    own = [each for each in piece(found["cause"]).claims if each.weight]
    known = frozenset(k for each in sources for k in each.whole.known | each.frame.known)
    if own and _CAUSE.search(said) and not any(borne(each, known) for each in own):
        return found.group()
    for each in sources:
        for segment in each.segments:
            theirs = _CAUSE.search(fold(segment.text))
            if theirs is None or not rest & set(content_terms(segment.text)):
                continue
            if own and not _mentioned(own, each.whole.known):
                return found.group()
    return ""


def _mentioned(them: Sequence[Meaning], known: frozenset[str]) -> bool:
    """Whether a text has one of these words, or most of them in other words."""
    own = [each for each in them if each.weight]
    literal = frozenset(key for key in known if key[0] != "=")
    if any(borne(as_written(each), literal) for each in own):
        return True
    return sum(borne(each, known) for each in own) * 2 > len(own)
