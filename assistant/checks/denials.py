"""Whether two clauses say it or deny it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.words import content_terms, stem

_NOT_A_NEGATION = re.compile(
    r"\bno (?:more|later|earlier|fewer|less|sooner) than\b|\bnot (?:more|later|less|fewer"
    r"|earlier) than\b"
    r"|\bnothing (?:more|but|other|less) than\b|\bnothing but\b|\bnot only\b|\bno doubt\b"
    r"|\bnot stated\b|\bdo(?:es)? not (?:state|say|give|name|specify)\b"
    r"|\bnot said\b|^\W*no[:,]|,? if not (?:more|longer|better|all)\b"
    r"|\b(?:no|not|none|nobody|no-one|nothing|never)\b(?=[^,;.]{0,40} (?:longer|later|more"
    r"|fewer|less)"
    r" than\b|[^,;.]{0,40} (?:late|overdue|exceed\w*|fail\w*|missed|missing|without|unless|until"
    r"|except|refused|unable|absent|outstanding)\b)"
    r"|,? (?:and )?not (?:up|down|more|fewer|less|higher|lower|better|worse)\W*$|\bif not\W*$"
)

_NO = re.compile(
    r"\b(?:no longer|not|no|never|none|nothing|nobody|no-one|neither|nor|without|cannot)\b|n't\b"
)

_NEAR_NO = re.compile(
    r"\b(?:fail\w*|ban(?:s|ned)?|prohibit\w*|forbid\w*|forbidden|prevent\w*|refus\w*|declin\w*"
    r"|reject\w*|against|lack\w*|unable|absent|except|apart from|other than|instead of"
    r"|ran out"
    r"|run out|turn(?:ed)? down|last (?:been )?checked|since|miss(?:ed|ing|es)?|short of|nil|zero|0"
    r"|exclud\w*|free of|exempt\w*|opposed?|rather than|apologies|lost|defeated|lose|loses"
    r"|decline[ds]?|abstain\w*|abstention|no part"
    r"|outside|beyond|left out|leav(?:e|es|ing) out|leaves? [a-z ]{1,40} out|kept from|keep from"
    r"|barred|bars|stop(?:s|ped)?|ceas\w*|hold(?:s|ing)? off|put off|puts off|defer\w*|postpon\w*"
    r"|delay\w*|flat|still to|yet to|longer than|later than|in place of|other than|omit\w*"
    r"|avoid\w*|waive\w*|cancel\w*|withdr[ae]w\w*|suspend\w*|scrap\w*|abolish\w*|vacant|empty"
    r"|as (?:many|much|few) [a-z ]{0,20}as before|the same|unchanged|on top of|besides|in addition"
    r"|alongside|hardly|barely|scarcely|seldom|rarely|denied|den(?:y|ies)|withh[eo]ld\w*|overdue"
    r"|ignor\w*"
    r"|i(?:ne|nc|na|ns|nv|nd|mp|rr|ll)(?:lig|ompl|orr|ccur|dequ|uffic|alid|ever|racti|egul|egal"
    r"|ossib|eff|ons[ie]st)\w*|dis(?:agre|allow|qualif|miss|contin|regard|appear|satisf)\w*"
    r"|non-\w+|ended|halt\w*|only (?:\w+ )?(?=by|the|one|through|via|when|if|once|after)|spare[sd]?"
    r"|un(?!less|til|der|it|ion|ique|ivers|iform|animous)\w{4,}|confidential|left without)\b"
)


def denials(folded: str) -> tuple[int, set[str]]:
    """How many plain negations a clause has, and the words that come near one."""
    text = _NOT_A_NEGATION.sub(" ", folded)
    near = {match[:5] for match in _NEAR_NO.findall(text)}
    return len(_NO.findall(text)), near | set(_UNSAID.findall(folded))


def denies_otherwise(said: str, stands: str) -> bool:
    """True where `stands` denies more often than `said` does, in any way."""
    (mine, words), (theirs, other_words) = denials(said), denials(stands)
    return theirs > mine and theirs - mine > len(words - other_words)


_HEADS = re.compile(rf"(?:{_NO.pattern})(?P<after>(?: [a-z'-]+){{1,6}})")


_LEFT_OUT = re.compile(
    r"(?P<after>[^,;.:]{4,80}?)\b(?:(?:is|are|was|were|be|being) (?:left out|excluded|exempt\w*"
    r"|not counted|omitted|barred))\b"
    r"|\b(?:leav(?:e|es|ing) out|exclud(?:e|es|ing)|except(?: for)?|apart from|other than"
    r"|omit(?:s|ting)?)"
    r"(?P<out>(?: [a-z'-]+){1,5})"
)


def asserts_denied(said: str, stands: str) -> str:
    """What one part of a text denies and the other says as it is, denying nothing; '' if none.

    `stands` is a whole sentence of a passage: 'by someone who is not the child's social worker'.
    """
    if _NO.search(_NOT_A_NEGATION.sub(" ", said)) or _NEAR_NO.search(said):
        return ""
    mine = set(content_terms(said))
    text = _NOT_A_NEGATION.sub(" ", stands)
    for form in (_HEADS, _LEFT_OUT):
        for match in form.finditer(text):
            scope = match["after"] or match["out"] if form is _LEFT_OUT else match["after"]
            denied = [word for word in content_terms(scope) if word not in _SCOPELESS]
            rest = set(content_terms(text[: match.start()] + " " + text[match.end() :]))
            if set(denied) & (mine - rest) and sum(w in mine for w in denied) * 2 > len(denied):
                return " ".join(denied)
    return ""


_SCOPELESS = frozenset(
    content_terms("yet been only later more than further other all part too very according")
)

_UNSAID = re.compile(r"\bdo(?:es)? not (?:state|say|give|name|specify)|\bnot (?:said|stated)\b")

_CLAUSE = re.compile(r"[,;:.]|\b(?:but|and|while|whereas|although)\b")


_SAID_AT_ONCE = re.compile(r"[,;.]|\b(?:but|and|while|whereas|although)\b")
"""'Apologies: the Head of HR' says one thing."""


def denies_asserted(said: str, stands: Sequence[str]) -> str:
    """What a clause denies, word for word, and a passage says as it is; '' if nothing."""
    for match in _AFTER.finditer(_NOT_A_NEGATION.sub(" ", said)):
        denied = set(content_terms(_CLAUSE.split(match[1])[0])) - _SCOPELESS
        if not denied or _UNSAID.search(match.group()):
            continue
        holding = [
            part
            for each in stands
            for part in _SAID_AT_ONCE.split(each)
            if denied <= set(content_terms(part))
        ]
        rest = set(content_terms(said)) - denied
        held = {word for part in holding for word in content_terms(part)}
        if any(
            _NO.search(part) and rest & (set(content_terms(part)) - held)
            for each in stands
            for part in _CLAUSE.split(each)
        ):
            # 'The team has none' denies it of what the clause speaks of.
            continue
        if holding and not any(
            _NO.search(part)
            or any(stem(word) not in denied for word in _NEAR_NO.findall(part))
            or _WITH_ONLY.search(part)
            for part in holding
        ):
            return " ".join(sorted(denied))
    return ""


_WITH_ONLY = re.compile(r"\b(?:only|just|few|fewer|less|until|hardly|if|may|can)\b")


def after_denials(folded: str) -> list[str]:
    """The words that a clause says 'not' of: the four that follow each negation."""
    return [match[1] for match in _AFTER.finditer(_NOT_A_NEGATION.sub(" ", folded))]


_AFTER = re.compile(rf"(?:{_NO.pattern})((?: [\w'-]+){{1,4}})")

_DENIED_WORDS = re.compile(rf"(?:{_NO.pattern})((?: [a-z']+){{1,2}})")


def denied_word(said: str, stands: str) -> str:
    """A word that the one text has after 'not' alone, and the other without; '' if none."""
    if sum(map(bool, denials(said))):
        return ""
    text = _NOT_A_NEGATION.sub(" ", stands)
    denied = {w for match in _DENIED_WORDS.finditer(text) for w in content_terms(match[1])}
    left = set(content_terms(_DENIED_WORDS.sub(" ", text)))
    return next((word for word in content_terms(said) if word in denied - left), "")
