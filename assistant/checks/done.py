"""What is only meant, planned or advised, told as done; and a season that is not the passage's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.text import Piece, Source
from language.words import content_terms, fold, stem

_MEANT = re.compile(
    r"\b(?:should|would|will|may|might|could|shall|plans? to|planned to|(?:is|are|was|were) to"
    r"|due to"
    r"|hopes? to|intends? to|intended to|aims? to|promised to|proposed? to|wants? to|asked to"
    r"|action:|risk of|option \w+ would)(?: be| not| now| also)* (?P<verb>[a-z]{4,})"
)
_PAST = re.compile(r"\b(?P<being>(?:is|are) )?(?P<verb>[a-z]{3,}(?:ed|ing))\b")
_OPEN = re.compile(
    r"\b(?:should|would|will|may|might|could|shall|plan\w*|(?:is|are|was|were|has|have|had|asked"
    r"|advised|wants?|needs?|seeks?|order) to|due|where|hop\w+|intend\w*|aim\w*|promis\w+"
    r"|propos\w+|expect\w*|if|when|once|after|before|until|not|never|be|yet|still|late|overdue)\b"
    r"|n't\b"
)
_FINISHED = re.compile(r"\b(?:done|complete\w*|closed|finished|implemented|delivered|achieved)\b")


def told_as_done(clause: Piece, source: Source) -> str:
    """A deed that a passage only means to do, told as done; '' if none."""
    said = fold(clause.text)
    there = fold(source.whole.text)
    if _OPEN.search(fold(clause.within)) or _FINISHED.search(there):
        return ""
    meant = {stem(match["verb"]) for match in _MEANT.finditer(there)}
    rest = _MEANT.sub(" ", there)
    other = {stem(each) for each in re.findall(r"[a-z]{3,}", rest)}
    for match in _PAST.finditer(said):
        if match["verb"].endswith("ing") and not match["being"]:
            continue
        if stem(match["verb"]) in meant - other:
            return match["verb"]
    return ""


_SEASON = re.compile(r"\b(spring|summer|autumn|winter|christmas|easter)\b")


def other_season(text: str, sources: Sequence[Source]) -> str:
    """A season of a sentence where the passages name others alone; '' if none."""
    held = " ".join(fold(f"{each.whole.text} {each.frame.text}") for each in sources)
    theirs = set(_SEASON.findall(held))
    return next((s for s in _SEASON.findall(fold(text)) if theirs and s not in theirs), "")


_DID_NOT = re.compile(
    r"(?:^|[;,.] (?:and |but |while )?)(?P<who>(?:[\w'&-]+ ){1,4})(?:did|does|do|was|were|is|are"
    r"|has|have"
    r"|had|will|can) not(?=\W*(?:$|[;,.]))"
)


def others_who_did_not(text: str, sources: Sequence[Source]) -> str:
    """'Health did not' where the passage has 'the police did not'; '' if none."""
    held = " . ".join(fold(each.whole.text) for each in sources)
    theirs = {term for each in _DID_NOT.finditer(held) for term in content_terms(each["who"])}
    known = set(content_terms(held))
    for each in _DID_NOT.finditer(fold(text).strip(" .")):
        who = set(content_terms(each["who"]))
        if theirs - who and who - theirs and who <= known:
            return each["who"].strip()
    return ""
