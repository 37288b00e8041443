"""Words whose contrary stands in the passage: 'rose' for 'fell', 'before' for 'after'."""

from __future__ import annotations

import re

_PAIRS = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (r"r[io]se[ns]?|rising|increas\w*|gr[eo]wn?|growing|growth|climb\w*|up(?! to)|more(?! than)"
         r"|higher|(?:went|gone|go|going) up|gain\w*",
         r"fell|fall(?:s|en|ing)?|dropp?\w*|decreas\w*|reduc\w*|declin\w*|down|fewer|less|lower"
         r"|dipp?\w*|shr[aiu]nk\w*"),
        (r"above|over|exceed\w*|beat\w*|ahead of|higher than|inside",
         r"below|under|short of|missed|behind|lower than"),
        (r"later|late(?: than)|after|following|beyond", r"earlier|before|prior to|inside"
         r"|ahead of|until"),
        (r"before|prior to|ahead of|until", r"after|following|once|since"),
        (r"improv\w*|better", r"deteriorat\w*|worse\w*|declin\w*"),
        (r"open(?:s|ed|ing)?", r"clos(?:e|es|ed|ing|ure)|shut\w*"),
        (r"first|start(?:s|ed)?|begin\w*|beginning", r"last|end(?:s|ed)?|finish\w*"),
        (r"highest|most|largest|biggest|best|greatest", r"lowest|least|fewest|smallest|worst"),
        (r"longer|longest", r"shorter|shortest"),
        (r"doubl\w*|trebl\w*|tripl\w*|twice", r"halv\w*"),
        (r"the same|equal\w*|unchanged|as before|alike", r"lower|less|fewer|smaller|worse|higher"
         r"|greater|more|larger|bigger|different"),
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
        (r"includ\w*|count(?:s|ed)? in", r"skip\w*|leave out|left out"),
        (r"together", r"separate(?:ly)?|apart"),
        (r"ends?|stops?|is over", r"starts? again|resum\w*"),
        (r"part of", r"outside|apart from|separate from"),
        (r"lose|loses|lost", r"carr(?:y|ies)|keeps?"),
        (r"free|free of charge", r"charged?|costs?|fees?"),
        (r"formal", r"informal"), (r"urban|town", r"rural"),
        (r"allow\w*|permit\w*", r"refus\w*|prohibit\w*|bann?\w*|forbid\w*"),
        (r"(?:has|have|had) (?:now |all |already |since )?(?:been )?\w+ed\b",
         r"still to|yet to|awaits?"),
        (r"took place|has happened|was held|have been held", r"still to|yet to|expected|is due"),
        (r"took part|attend(?:ed|s)|was present|were present", r"apologies|absent|missed"),
        (r"paid", r"unpaid"), (r"single|alone", r"joint\w*|together"),
        (r"adults?", r"children|young people"),
        (r"daytime|by day", r"night|overnight|by night"),
    )
)  # fmt: skip

_THAN = re.compile(r"\b(?:\w+er|more|less|worse) than\b")

_NO_LATER = re.compile(r"\bno(?:t)? (?:later|more) than\b")

_NO_EARLIER = re.compile(r"\bno(?:t)? (?:earlier|sooner|less|fewer) than\b")


def opposite_way(said: str, stands: str, *, moved: bool = False) -> str:
    """The word of a clause whose contrary alone stands in the other; '' where there is none.

    `moved`: the figures show which way it went, and 'rose' and 'fell' need no word for it.
    """
    mine, theirs = _unambiguous(said), _unambiguous(stands)
    if _THAN.search(mine) and _THAN.search(theirs):
        # 'A is faster than B' says what 'B is slower than A' does: the things tell, not the words.
        mine, theirs = _THAN.sub(" ", mine), _THAN.sub(" ", theirs)
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
    text = _NO_EARLIER.sub("at least", text)
    return _NOT_SO.sub(" ", text)


_NOT_SO = re.compile(
    r"(?:\b(?:not|never|cannot)|n't)(?: (?:yet|been|be|being|fully|quite|always|so|very|as))* \w+"
)
