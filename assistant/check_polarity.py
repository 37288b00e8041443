"""Whether two clauses say it or deny it, which way, how surely and of how many."""

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
    r"|reject\w*|against|lacks?|lacking|unable|absent|except|apart from|other than|instead of"
    r"|ran out"
    r"|run out|turn(?:ed)? down|last (?:been )?checked|since|miss(?:ed|ing|es)?|short of|nil|zero|0"
    r"|exclud\w*|free of|exempt\w*|opposed?|rather than|apologies|lost|defeated|lose|loses"
    r"|decline[ds]?|abstain\w*|abstention|no part"
    r"|outside|beyond|left out|leav(?:e|es|ing) out|leaves? [a-z ]{1,40} out|kept from|keep from"
    r"|barred|bars|stop(?:s|ped)?|ceas\w*|hold(?:s|ing)? off|put off|puts off|defer\w*|postpon\w*"
    r"|delay\w*|flat|still to|yet to|longer than|later than|in place of|other than|omit\w*"
    r"|avoid\w*|waive\w*|cancel\w*|withdr[ae]w\w*|suspend\w*|scrap\w*|abolish\w*|vacant|empty"
    r"|hardly|barely|scarcely|seldom|rarely|denied|den(?:y|ies)|withh[eo]ld\w*|overdue|ignor\w*"
    r"|i(?:ne|nc|na|ns|nv|nd|mp|rr|ll)(?:lig|ompl|orr|ccur|dequ|uffic|alid|ever|racti|egul|egal"
    r"|ossib|eff|ons[ie]st)\w*|dis(?:agre|allow|qualif|miss|contin|regard|appear|satisf)\w*"
    r"|non-\w+|ended|halt\w*|only (?=by|the|one|through|via|when|if|once|after)|spare[sd]?"
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
_BESIDE_NO = re.compile(r"^(?:leav|left|exclud|except|other|apart|rather|instead|without|barred)")
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


def denies_asserted(said: str, stands: Sequence[str]) -> str:
    """What a clause denies, word for word, and a passage says as it is; '' if nothing."""
    for match in _AFTER.finditer(_NOT_A_NEGATION.sub(" ", said)):
        denied = set(content_terms(_CLAUSE.split(match[1])[0])) - _SCOPELESS
        if not denied or _UNSAID.search(match.group()):
            continue
        holding = [
            part
            for each in stands
            for part in _CLAUSE.split(each)
            if denied <= set(content_terms(part))
        ]
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


_PAIRS = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (r"r[io]se[ns]?|rising|increas\w*|gr[eo]wn?|growing|growth|climb\w*|up(?! to)|more(?! than)"
         r"|higher|(?:went|gone|go|going) up|gain\w*",
         r"fell|fall(?:s|en|ing)?|dropp?\w*|decreas\w*|reduc\w*|declin\w*|down|fewer|less|lower"
         r"|dipp?\w*|shr[aiu]nk\w*"),
        (r"above|over|exceed\w*|beat\w*|better than|ahead of|higher than|inside",
         r"below|under|short of|missed|worse than|behind|lower than"),
        (r"later|late(?: than)|after|following|beyond", r"earlier|before|prior to|inside"
         r"|ahead of|until"),
        (r"before|prior to|ahead of|until", r"after|following|once|since"),
        (r"improv\w*|better", r"deteriorat\w*|worse\w*|declin\w*"),
        (r"open(?:s|ed|ing)?", r"clos(?:e|es|ed|ing|ure)|shut\w*"),
        (r"first|start(?:s|ed)?|begin\w*|beginning", r"last|end(?:s|ed)?|finish\w*"),
        (r"highest|most|largest|biggest|best|greatest", r"lowest|least|fewest|smallest|worst"),
        (r"longer|longest", r"shorter|shortest"),
        (r"within|inside", r"outside|beyond"),
        (r"accept\w*|agree[ds]?|approv\w*", r"reject\w*|refus\w*|declin\w*|disagree\w*|oppos\w*"
         r"|defer\w*|postpon\w*"),
        (r"includ\w*", r"exclud\w*|except\w*"),
        (r"join\w*|arriv\w*", r"left|leav(?:e|es|ing)(?! care)|depart\w*"),
        (r"off[- ]site", r"on[- ]site"),
        (r"internal\w*", r"external\w*"),
        (r"complet\w*|finish\w*|closed|delivered|done", r"planned|overdue|outstanding"
         r"|not started|open"
         r"|in progress|ongoing|late|extended|delayed"),
        (r"no longer", r"still|remains?|continues?"),
        (r"statutory|compulsory|mandatory|required", r"voluntary|optional"),
        (r"many|most|majority", r"few|minority"),
        (r"upheld", r"dismissed|not upheld|rejected"),
        (r"carried|passed|won", r"lost|defeated|rejected|fell"),
        (r"faster|quick\w*|prompt\w*|sooner", r"slower|slow\w*|delay\w*"),
        (r"strength\w*|strong\w*", r"weak\w*"),
        (r"increas\w*|rais(?:e|es|ed) (?:to|by)", r"cut|reduc\w*"),
        (r"announced|published|public", r"confidential|private|secret"),
        (r"morning", r"afternoon|evening"),
        (r"no earlier than|not before|at least|minimum", r"no later than|at most|maximum|up to"
         r"|no more than"),
        (r"weekdays?", r"weekends?"),
        (r"permanent\w*", r"temporar\w*|agency|interim"),
        (r"succe\w*|met", r"fail\w*|missed"),
        (r"overspen\w*|over budget|deficit|shortfall", r"underspen\w*|under(?: budget)?|surplus"),
        (r"exact\w*|precise\w*", r"approximate\w*|about|around|roughly|estimat\w*"),
        (r"earliest|oldest|youngest", r"latest|newest|eldest"),
        (r"easier|easy|simpler", r"harder|hard|difficult"),
        (r"inclu\w*", r"leav(?:e|es|ing)[a-z ]{0,40} out|left out|without|apart from"),
        (r"free|free of charge", r"charged?|costs?|fees?"),
        (r"formal", r"informal"), (r"urban|town", r"rural"),
        (r"allow\w*|permit\w*", r"refus\w*|prohibit\w*|bann?\w*|forbid\w*"),
        (r"took place|has happened|was held|have been held", r"still to|yet to|expected|is due"),
        (r"took part|attend(?:ed|s)|was present|were present", r"apologies|absent|missed"),
        (r"paid", r"unpaid"), (r"single|alone", r"joint\w*|together"),
        (r"adults?", r"children|young people"),
        (r"daytime|by day", r"night|overnight|by night"),
    )
)  # fmt: skip
_NO_LATER = re.compile(r"\bno(?:t)? (?:later|more) than\b")
_NO_EARLIER = re.compile(r"\bno(?:t)? (?:earlier|sooner|less|fewer) than\b")


def opposite_way(said: str, stands: str, *, moved: bool = False) -> str:
    """The word of a clause whose contrary alone stands in the other; '' where there is none.

    `moved`: the figures show which way it went, and 'rose' and 'fell' need no word for it.
    """
    mine, theirs = _unambiguous(said), _unambiguous(stands)
    for pair in _PAIRS[2 * moved :]:
        for way, contrary in (pair, pair[::-1]):
            found = way.search(mine)
            if (
                found
                and not contrary.search(mine)
                and contrary.search(theirs)
                and not way.search(theirs)
            ):
                return found.group()
    return ""


def _unambiguous(folded: str) -> str:
    text = _NO_LATER.sub("at most", folded)
    return _NO_EARLIER.sub("at least", text)


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
    r"|plans? to|scheduled|going to|to be|in progress|not started|under way|considering|action:)\b"
)
_DONE = re.compile(
    r"\b(?:has|have|had)(?: now| already| all| since)? (?:been )?(?!to\b|no\b|not\b|a\b"
    r"|the\b)\w+(?:ed|en"
    r"|nt|ade|one|ept|ught|lt|et|old)\b|\b(?:completed|finished|already|done|achieved|in place)\b"
    r"|\b(?:was|were) \w+ed\b"
)
_SURE = re.compile(r"\bwill\b|\bis certain to\b")
_MEANT = re.compile(
    r"\b(?:plan(?:s|ned)?|depend\w*|hope[sd]?|aim(?:s|ed)?|propos\w*|should|may|might|could|intend\w*"
    r"|subject to|target\w*|expect\w*|draft|provisional\w*|consider\w*|likely|seek\w*)\b"
)
_SOME = re.compile(
    r"\b(?:some|several|many|most|often|usual(?:ly)?|general(?:ly)?|sometimes|partly|mostly|normal(?:ly)?"
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
