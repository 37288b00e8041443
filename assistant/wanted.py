"""What kind of thing would answer a question: a person, a day, a figure, a list, a reason."""

from __future__ import annotations

import re
from enum import StrEnum


class Wanted(StrEnum):
    """The kind of thing that would answer."""

    PERSON = "person"
    NAME = "name"
    TIME = "time"
    CLOCK = "clock"
    CONTACT = "contact"
    DAY = "day"
    YEAR = "year"
    DURATION = "duration"
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    EXPANSION = "expansion"
    GRADE = "grade"
    FREQUENCY = "frequency"
    LIST = "list"
    REASON = "reason"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    STEP = "step"
    FACT = "fact"


COUNTS = frozenset({Wanted.COUNT, Wanted.SHARE, Wanted.MONEY})
TIMES = frozenset({Wanted.TIME, Wanted.CLOCK, Wanted.DAY, Wanted.YEAR, Wanted.DURATION})
"""Kinds of figure and of time."""


# 'Children who need help' asks for nobody.
_PEOPLE = "children people those person leavers adults carers workers parents staff"
_NOT_RELATIVE = "".join(rf"(?<!{noun} )" for noun in _PEOPLE.split())
# 'How much did it fall' asks for no money.
_MOVES = (
    r"f[ae]ll\w*|r[io]se\w*|rising|drop\w*|(?:in|de)creas\w+|chang\w+|improv\w+|reduc\w+"
    r"|g[or]\w+ (?:up|down)|went (?:up|down)|grow\w*|grew|declin\w+|higher|lower"
)
_COUNTED = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
_WANTED: tuple[tuple[Wanted, str], ...] = (
    (Wanted.REASON, r"^(?:and |but |so )?(?:why|how come)\b"),
    (Wanted.EXPANSION, r"\bstands? for\b|\bshort for\b|\bin full\b"),
    (
        Wanted.CONTACT,
        r"\b(?:(?:tele)?phone|mobile|contact) (?:numbers?|no)\b"
        # 'Who does Ofsted phone?' asks for a person.
        # And 'when does Ofsted phone?' for a time.
        r"|^(?!(?:and |so )?(?:who(?:m)? (?:do|does|did|will)|when|what (?:time|day)|which day)\b)"
        r".*\b(?:tele|mobile )?phone\??$"
        r"|\bmobile\??$"
        r"|\be-?mail(?: address)?\??$|\bcontact details\b",
    ),
    (Wanted.FREQUENCY, r"\bhow (?:often|regularly|frequently)\b|\bwhat frequency\b"),
    (
        Wanted.MONEY,
        r"\bhow much (?:money|did|does|do|will|is spent|was spent|it cost|extra)\b"
        rf"(?!.*\b(?:{_MOVES})\b)",
    ),
    (
        Wanted.MONEY,
        r"\bhow much .*\b(?:cost|spen[dt]|pa(?:y|id)|budget|fund\w*)\b|\bwhat .*\bcosts?\b",
    ),
    (
        Wanted.SHARE,
        r"\b(?:what|which)(?:s|'s)?(?: (?:is|was|are|were))? (?:(?:the|our) )?(?:current |latest )?"
        r"(?:percentage|proportion|percent|per cent|share|%)",
    ),
    (Wanted.SHARE, r"^%|^(?:percentage|proportion|share|rate) of\b"),
    (Wanted.DURATION, r"\bhow much (?:notice|warning|time)\b|\bwhat notice\b"),
    (
        Wanted.DURATION,
        r"\bhow many (?:working |calendar |clear )?(?:hours|days|weeks|months)(?: notice)?"
        r"(?= (?:is|are|was|were|does|do|did|have|has|had|will|would|must|should|can|before|after"
        r"|until|till|from|between|to|for|on|in (?:total|all)|later)\b|\s*(?:\?|$))",
    ),
    (
        Wanted.DURATION,
        r"(?:^|[-–:,(] ?)(?:number of )?(?:working |calendar )?(?:days|weeks|months)"
        r" (?:to|until|till|before|after|between)\b",
    ),
    (
        Wanted.COUNT,
        # 'Number 2' names one; any other number is asked for.
        r"\bhow many\b|\bhow (?:much|big|far)\b|\bnumbers?\b(?! \d)|\bno\.? of\b|\bheadcount\b",
    ),
    (Wanted.COUNT, r"\bwhat(?:s|'s)? (?:is |was )?(?:the |our )?(?:rate|figure|total|average)\b"),
    (Wanted.COUNT, r"^(?:[\w/]+ ){1,4}(?:figure|total|rate)s?(?: (?:for|in|at)\b|\??$)"),
    (Wanted.COUNT, r"\bhow long\b.*\bpages?\b"),
    (Wanted.DURATION, r"\bhow long (?:is|are|was|were|do|does|did|will|to|have|has|until)\b"),
    (Wanted.DURATION, r"\b(?:after|within|in) what (?:time|period|length)\b"),
    (Wanted.CLOCK, r"\b(?:what|which) (?:time|hour)\b|\bat what time\b"),
    (
        Wanted.CLOCK,
        r"\b(?:latest|earliest) time\b|\bwhat(?:s|'s)?(?: is)? the (?:start |end |finish )?time\b",
    ),
    (Wanted.CLOCK, r"\bby what time\b|\bwhat time\b"),
    (Wanted.DAY, r"\b(?:what|which) (?:exact )?(?:date|day)\b"),
    (Wanted.YEAR, r"\b(?:what|which) year\b"),
    (Wanted.TIME, r"\bwhen (?:is|was|were|did|does|do|will|are|has|have|must|should|can|s)\b"),
    (Wanted.TIME, r"^when\b|\bwhen\?*$|\bby when\b|\bdate\?*$|\bdeadline\b|\bhow (?:soon|long)\b"),
    (Wanted.TIME, r"\b(?:what|which) (?:month|week)\b"),
    (
        Wanted.TIME,
        r"^(?:the )?(?:exact )?(?:day|date|time)"
        r"(?: ?(?:\+|&|and|/|n) ?(?:day|date|time))? (?:of|for)\b",
    ),
    (Wanted.CONTACT, r"\bwho (?:do|can|should|would) (?:i|we|you) (?:e-?mail|ring|phone|call)\b"),
    (
        Wanted.NAME,
        r"^what(?:s|'s| is| was)? .*\b(?:inspector|director|head|chair|leader|manager|officer)\b"
        r".*\bcalled\b",
    ),
    (Wanted.NAME, r"\bname of (?:the|our|a|his|her)\b|\b(?:his|her|their|whose) (?:\w+ )?name\b"),
    # A board may be chaired by an office; who holds an office has a name.
    (
        Wanted.NAME,
        r"^who(?:'s|s| is| was) (?:the |our |your )?(?:\w+ ){0,3}?"
        r"(?:directors?|dcs|dass|inspectors?|mayor|chief executive|head of service)"
        r"(?: (?:of|for) [\w'&, -]+?)?(?: (?:in|at) [\w -]+)?\??$",
    ),
    (Wanted.PERSON, rf"{_NOT_RELATIVE}\bwho(?:se|m|s|'s)?\b"),
    (Wanted.PERSON, r"\bwhich (?:person|officer|director|councillor|inspector|board|body)\b"),
    (
        Wanted.YES_NO,
        r"^(?:is|are|was|were|do|does|did|will|can|has|have)\b.*\b(?:grade|judge?ment|rating)\b",
    ),
    (
        Wanted.GRADE,
        r"\b(?:our|we|us)\b.*\b(?:grades|judge?ments|ratings)\b(?!.*\bmean)"
        r"|\bcompare\b.*\b(?:grades|judge?ments|ratings)\b",
    ),
    (Wanted.GRADE, r"\boverall effectiveness (?:from|for|in|at|of|this|last|next) "),
    (Wanted.GRADE, r"\b(?:grade|graded|judge?ment|judged|rating|rated)\b(?!.*\b(?:why|list)\b)"),
    (
        Wanted.GRADE,
        r"\b(?:what|how) (?:did|do|does|has|have|had|would) [\w&' -]{2,40}? (?:rate|grade|judge)d? "
        r"(?:us|it|them|our|the council)\b",
    ),
    (
        Wanted.GRADE,
        r"\bwhat (?:did|have|has|had) [\w&' -]{2,40}? (?:get|got|gotten|gave|give (?:us|it))"
        r"(?: for [\w' -]+)?(?: (?:in (?:\w+ )?(?:19|20)?\d\d|last\b.*"
        r"|at (?:the|our) (?:last|next)\b.*|this time))?\??$",
    ),
    (Wanted.REASON, r"\bwhy\b|\bhow come\b|\breasons? (?:for|that|why)\b|\bwhat\b.*\breason\b"),
    (Wanted.STEP, r"\bwhat(?:s|'s)? (?:happens|happened|happening|happen|due|on)\b"),
    (
        Wanted.STEP,
        r"\bwhat (?:is due|(?:do|will|should) (?:we|they) do|needs? to|is happening|takes place)\b",
    ),
    (Wanted.YES_NO, r"^(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had)\b"),
    (Wanted.YES_NO, r"^(?:should|must|may)\b|\bis it true\b|\b(?:right|correct|isnt it)\?*$"),
    (
        Wanted.LIST,
        r"\b(?:list|name) (?:the|all|our|of)\b|\b(?:what|which) (?:are|were) (?:the|our|their)\b",
    ),
    (
        Wanted.LIST,
        r"\ball (?:the|of)\b|\b(?:what|which|the|our) (?:\w+ )?(?:themes|areas|priorities)\b",
    ),
    (
        Wanted.LIST,
        r"\b(?:what|which|the|our) (?:\w+ )?(?:components|strengths|judge?ments|grades|lists)\b",
    ),
    (Wanted.LIST, rf"\b(?:{_COUNTED}) (?:\w+ ){{0,2}}(?!weeks|days|months|years|hours)\w+s\b"),
    (
        Wanted.DEFINITION,
        r"^(?:what|whats|what's|wots) (?:is|was|does)? ?(?:an?|the)? ?[\w' -]+\??$",
    ),
    (Wanted.DEFINITION, r"\bstands? for\b|\bmean(?:s|ing)?\b|\bdefine\b|\bdefinition\b"),
)


def wanted_by(folded: str) -> Wanted:
    """The kind that a folded question asks for; the first pattern that fits decides."""
    for wanted, pattern in _WANTED:
        if re.search(pattern, folded):
            return wanted
    return Wanted.FACT
