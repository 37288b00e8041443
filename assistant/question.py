"""A question as understood: what is asked for, about what, for whom, for which week and period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.concepts import subjects_of, without_dates
from language.organisations import mentions, without_mentions
from language.periods import Period, find_periods
from language.places import (
    find_place,
    follow,
    refers_to_a_place,
    without_places,
    without_when_clauses,
)
from language.weeks import NO_SLOT, Slot
from language.words import fold


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


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what was understood of it."""

    text: str
    """In its own words, or completed from the turns before."""
    wanted: Wanted
    slot: Slot = NO_SLOT
    organisation: str = ""
    """The council it names, '' when none."""
    ours: bool = False
    """It says 'we', 'our' or 'us'."""
    periods: tuple[Period, ...] = ()
    """The months and years it names."""
    earlier: bool = False
    """It asks for an older state: 'last time', 'previous', 'before'."""
    subject: str = ""
    """For a follow-up: the question whose subject it takes up."""
    dangling: bool = False
    """It refers to an earlier question and there is none."""
    carried: bool = False
    """Something of an earlier turn completes it."""


# 'Children who need help' asks for nobody.
_PEOPLE = "children people those person leavers adults carers workers parents staff"
_NOT_RELATIVE = "".join(rf"(?<!{noun} )" for noun in _PEOPLE.split())
_COUNTED = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
_WANTED: tuple[tuple[Wanted, str], ...] = (
    (Wanted.EXPANSION, r"\bstands? for\b|\bshort for\b|\bin full\b"),
    (
        Wanted.CONTACT,
        r"\b(?:tele)?phone(?: number)?\b|\b(?:mobile|contact) (?:number|no)\b|\bmobile\??$"
        r"|\be-?mail(?: address)?\??$|\bcontact details\b",
    ),
    (Wanted.FREQUENCY, r"\bhow (?:often|regularly|frequently)\b|\bwhat frequency\b"),
    (Wanted.MONEY, r"\bhow much (?:money|did|does|do|will|is spent|was spent|it cost|extra)\b"),
    (
        Wanted.MONEY,
        r"\bhow much .*\b(?:cost|spen[dt]|pa(?:y|id)|budget|fund\w*)\b|\bwhat .*\bcosts?\b",
    ),
    (Wanted.SHARE, r"\bwhat(?:s|'s)? (?:the )?(?:percentage|proportion|percent|per cent|share|%)"),
    (Wanted.SHARE, r"^%|^(?:percentage|proportion|share|rate) of\b"),
    (
        Wanted.COUNT,
        r"\bhow many\b|\bhow (?:much|big|far)\b|\bnumber of\b|\bno\.? of\b|\bheadcount\b",
    ),
    (Wanted.COUNT, r"\bwhat(?:s|'s)? (?:is |was )?(?:the |our )?(?:rate|figure|total|average)\b"),
    (Wanted.DURATION, r"\bhow long (?:is|are|was|were|do|does|did|will|to|have|has|until)\b"),
    (Wanted.CLOCK, r"\b(?:what|which) (?:time|hour)\b|\bat what time\b"),
    (Wanted.DAY, r"\b(?:what|which) (?:exact )?(?:date|day)\b"),
    (Wanted.YEAR, r"\b(?:what|which) year\b"),
    (Wanted.TIME, r"\bwhen (?:is|was|were|did|does|do|will|are|has|have|must|should|can|s)\b"),
    (Wanted.TIME, r"^when\b|\bwhen\?*$|\bby when\b|\bdate\?*$|\bdeadline\b|\bhow (?:soon|long)\b"),
    (Wanted.TIME, r"\b(?:what|which) (?:month|week)\b"),
    (Wanted.NAME, r"\bname of (?:the|our|a|his|her)\b|\b(?:his|her|their|whose) (?:\w+ )?name\b"),
    (Wanted.PERSON, rf"{_NOT_RELATIVE}\bwho(?:se|m|s|'s)?\b"),
    (Wanted.PERSON, r"\bwhich (?:person|officer|director|councillor|inspector|board|body)\b"),
    (
        Wanted.YES_NO,
        r"^(?:is|are|was|were|do|does|did|will|can|has|have)\b.*\b(?:grade|judge?ment|rating)\b",
    ),
    (Wanted.GRADE, r"\b(?:grade|graded|judge?ment|judged|rating|rated)\b(?!.*\b(?:why|list)\b)"),
    (Wanted.REASON, r"\bwhy\b|\bhow come\b|\breasons? (?:for|that|why)\b|\bwhat\b.*\breason\b"),
    (Wanted.STEP, r"\bwhat(?:s|'s)? (?:happens|happened|happening|happen|due|on)\b"),
    (Wanted.STEP, r"\bwhat (?:is due|do we do|needs? to|is happening|takes place)\b"),
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
_WE = re.compile(r"\b(?:we|our|ours|us|weve|we've|were we)\b")
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last time|earlier|used to|formerly|at the time|back then|old|older)\b"
    r"|\bbefore (?:that|then)\b"
)
_STARTS = re.compile(r"^(?:and|but|so|also|then|what about|how about|ok|or)\b")
_REFERS = re.compile(
    # 'What shows that visits are on time' refers to nothing before it.
    r"(?<!shows )(?<!show )(?<!says )(?<!say )(?<!know )(?<!prove )(?<!proof )(?<!evidence )"
    r"(?<!true )(?<!sure )\b(?:it|its|they|them|their|that|those|this|these|he|she"
    r"|his|her|there|same|instead)\b"
    r"|\bthe (?:day|week|month|year|one|time) (?:after|before)\b|\b(?:next|previous) (?:day|week)\b"
)
_DAY_WORDS = re.compile(
    r"\b(?:and|then|what|about|how|on|of|in|the|same|next|following|previous|day|week|after|before|that)\b"
)
_NOW = re.compile(r"\b(?:latest|current(?:ly)?|now|today|newest|most recent)\b")
_FEW = 2
"""Subjects of its own; a question with more stands alone whatever it refers to."""


def understand(turns: list[str], own: str = "", also: tuple[str, ...] = ()) -> Question:
    """The last of the turns, completed from those before it when it leads on from them."""
    question = _alone(turns[-1], own, also)
    if not _leads_on(question):
        return question
    if len(turns) == 1:
        refers = _refers_back(question) or refers_to_a_place(question.text)
        dangling = refers and not question.slot.named and not _subjects(question)
        return replace(question, dangling=dangling)
    before = understand(turns[:-1], own, also)
    return question if _is_whole(question, before) else _carry(question, before)


def _alone(text: str, own: str, also: tuple[str, ...]) -> Question:
    folded = fold(text).strip()
    named = [each.name for each in mentions(text, own, also)]
    asking = without_when_clauses(text)
    return Question(
        text=text.strip(),
        wanted=_wanted(asking or folded),
        slot=find_place(text),
        organisation=named[0] if named else "",
        ours=bool(_WE.search(folded)),
        periods=find_periods(text),
        earlier=bool(_EARLIER.search(folded)),
    )


def _wanted(folded: str) -> Wanted:
    for wanted, pattern in _WANTED:
        if re.search(pattern, folded):
            return wanted
    return Wanted.FACT


def _leads_on(question: Question) -> bool:
    """True when a question has no subject of its own, or refers to what was asked before."""
    own = _subjects(question)
    return not own or (_refers_back(question) and len(own) <= _FEW)


def _subjects(question: Question) -> list[str]:
    return subjects_of(without_places(without_mentions(question.text)))


def _is_whole(question: Question, before: Question) -> bool:
    """'What happens on Monday of week 2' after a question of another kind needs nothing of it."""
    asks = question.wanted is Wanted.STEP and question.slot.within
    leads = _STARTS.search(fold(question.text)) or refers_to_a_place(question.text)
    return asks and not leads and before.wanted is not Wanted.STEP


def _refers_back(question: Question) -> bool:
    folded = fold(question.text)
    return bool(_STARTS.search(folded) or _REFERS.search(folded))


def _carry(question: Question, before: Question) -> Question:
    """Keeps the subject of the last question that stood alone, under what the new turn asks."""
    folded = fold(question.text)
    shifts = refers_to_a_place(question.text)
    bare = not subjects_of(question.text)
    slot = question.slot
    if shifts or question.slot.named or bare:
        slot = follow(question.text, question.slot, before.slot)
    wanted = before.wanted if question.wanted is Wanted.FACT else question.wanted
    if slot != before.slot and wanted is Wanted.FACT:
        wanted = Wanted.STEP
    subject = before.subject or before.text
    if question.ours or question.organisation:
        subject = without_mentions(subject)
    # The new turn's months and years stand in place of the old ones.
    kept = without_dates(subject) if question.periods else subject
    # 'And the day after?' has no words of its own.
    moved = shifts and not _DAY_WORDS.sub(" ", without_places(folded)).strip(" ?.,")
    return replace(
        question,
        text=subject if moved else f"{question.text} ({kept})",
        subject=subject,
        wanted=wanted,
        slot=slot,
        organisation=question.organisation or ("" if question.ours else before.organisation),
        ours=question.ours or (before.ours and not question.organisation),
        periods=question.periods or (() if _NOW.search(folded) else before.periods),
        earlier=question.earlier or before.earlier,
        # The day after what, the turns before do not say.
        dangling=moved and not slot.named,
        carried=True,
    )
