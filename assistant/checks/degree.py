"""How surely, and of how many, a clause says what its passage says."""

from __future__ import annotations

import re
from collections.abc import Sequence

_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|if|unless)\b")

_ONLY_WHEN = re.compile(
    r"\bonly (?:when|if|where|after|once)\b"
    r"|\bsubject to (?=funding|approval|agreement|consent|planning|money|cabinet|council)"
)

_NARROWED = re.compile(
    r"\b(?:only|just|unless|except|subject|if|depend\w*|provided|condition\w*|not|never)\b"
)

_HEDGE = re.compile(
    r"\b(?:may|might|could|can|possibly|perhaps|if|unless|whether|would|possible|option|allowed"
    r"|able|free"
    r"|provided|depend\w*|condition|proposed?|allows?|permitted|likely|not certain|choose"
    r"|whenever|when)\b"
    r"|\bsubject to\b"
)

_SHOULD = re.compile(r"\b(?:should|ought|expect\w*|recommend\w*|advised?|encourag\w*|suggest\w*)\b")

_MUST = re.compile(
    r"\b(?:must|have to|has to|had to|required|requires?|shall|obliged|compulsory|mandatory"
    r"|due|deadline|statutory|cannot|needs? to|by law|(?:is|are) to|limit|no later than)\b"
)

_BINDING = re.compile(
    r"\b(?:must|have to|has to|had to|required to|shall|obliged|compulsory|mandatory|cannot"
    r"|by law)\b"
)

_FUTURE = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?(?= to\b)|planned|intend\w*|propos\w*|promis\w*|aims?|hopes?"
    r"|hoping"
    r"|pledg\w*|scheduled|(?:is|are|was|were) to|would|going to|due to|consider(?:ing)?|draft"
    r"|expect\w*"
    r"|overdue|next|target|seek\w*|should|to be|until|once|before|after|when|if|unless)\b"
)

_WILL = re.compile(
    r"\b(?:will|planned|intend\w*|propos(?:e|es|ed|al)|promis\w*|aims? to|hopes? to|is to|are to"
    r"|overdue"
    r"|plans? to|scheduled|going to|to be|expects?|await\w*|yet to|still to|in progress"
    r"|not started|under way|considering|action:)\b"
)

_DONE = re.compile(
    r"\b(?:has|have|had)(?: now| already| all| since)? (?:been )?(?!to\b|no\b|not\b|a\b"
    r"|the\b)\w+(?:ed|en"
    r"|nt|ade|one|ept|ught|lt|et|old)\b|\b(?:completed|finished|already|done|achieved|in place)\b"
    r"|\b(?:was|were) \w+ed\b"
)

_SURE = re.compile(r"\bwill\b|\bis certain to\b")

_MEANT = re.compile(
    r"\b(?:plan(?:s|ned)?|depend\w*|hope[sd]?|aim(?:s|ed)?|propos\w*|should|may|might|could"
    r"|intend\w*"
    r"|subject to|target\w*|expect\w*|draft|provisional\w*|consider\w*|likely|seek\w*|only if"
    r"|provided|unless|if|as long as)\b"
)

_SOME = re.compile(
    r"\b(?:some|several|many|most|often|usual(?:ly)?|general(?:ly)?|sometimes|partly|mostly"
    r"|normal(?:ly)?"
    r"|typical(?:ly)?|as a rule|tends? to|half of"
    r"|majority|occasionally|mainly|largely|a few|rarely)\b"
)

_NOT_SOME = re.compile(r"\bat most\b|\bthe most\b|\bmany of\b|\bhow (?:many|often)\b")

_LESS_SURE = re.compile(
    _SOME.pattern
    + r"|\b(?:few|fewer|may|can|could|not all|parts?|certain|any|too|varies|more|about)\b"
)


def surer(said: str, stands: str, around: str, sentence: str) -> str:
    """The word by which a clause says more surely, or of more, than the other does; '' if none.

    `around` is what stands beside the facts that the clause names, `sentence` what it is part of.
    """
    possible = _POSSIBLE.search(stands)
    if possible and not _HEDGE.search(sentence) and not _SHOULD.search(sentence):
        return possible.group()
    narrow = _ONLY_WHEN.search(stands)
    if narrow and not _NARROWED.search(sentence):
        return narrow.group()
    must = _BINDING.search(said)
    weaker = _SHOULD.search(around) or possible or _WILL.search(around)
    if must and weaker and not _MUST.search(around):
        return must.group()
    sure = _SURE.search(said)
    if sure and _MEANT.search(around) and not _SURE.search(around) and not _MEANT.search(sentence):
        return sure.group()
    done, will = _DONE.search(said), _WILL.search(around)
    if done and will and not _FUTURE.search(said) and not _DONE.search(around):
        return done.group()
    some = _SOME.search(_NOT_SOME.sub(" ", stands))
    if some and not _LESS_SURE.search(sentence):
        return some.group()
    return ""


_MAY = re.compile(
    r"\b(?:at times|sometimes|occasionally|up to"
    r"|may|might|can|could|optional\w*|free to)\b"
)
_PARTED = re.compile(r"[,;:.]|\b(?:and|but|while|whereas)\b")


def bound(said: str, segments: Sequence[str]) -> str:
    """A word that a clause with 'must' has, and of a passage only a part with 'may'; '' if none."""
    must = _BINDING.search(said)
    if must is None or _MAY.search(said) or _BY_WHEN.search(said):
        return ""
    free: set[str] = set()
    tied: set[str] = set()
    for part in (part for each in segments for part in _PARTED.split(each)):
        only_may = _MAY.search(part) and not _MUST.search(part)
        (free if only_may else tied).update(re.findall(r"[a-z]{4,}", part))
    own = set(re.findall(r"[a-z]{4,}", said))
    return next(iter(sorted(own & (free - tied) - _MODALS)), "")


_BY_WHEN = re.compile(r"\b(?:within|no later than|before|by) (?:the )?#")
"""What may be done by a day has to be done by then."""
_MODALS = frozenset(("might", "could", "also", "than", "with", "that", "this", "have", "will"))


_MOST = re.compile(r"\b(?:most|all|every|majority|nearly all|almost all)\b")
_A_FEW = re.compile(r"\b(?:some|a few|few|several|a couple|one or two|a minority)\b")


def more_of_them(said: str, stands: str) -> str:
    """'Most' where the part of a passage that speaks of the same has 'some'; '' if not."""
    found = _MOST.search(_NOT_SOME.sub(" ", said))
    if found and _A_FEW.search(stands) and not _MOST.search(stands):
        return found.group() if not _A_FEW.search(said) else ""
    return ""
