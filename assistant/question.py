"""A question as understood: what is asked for, about what, for whom, for which week and period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from core.dates import PartialDate
from language.dates import find_dates
from language.organisations import mentions
from language.weeks import Slot, find_slot
from language.words import fold


class Wanted(StrEnum):
    """The kind of thing that would answer."""

    PERSON = "person"
    TIME = "time"
    COUNT = "count"
    FREQUENCY = "frequency"
    LIST = "list"
    REASON = "reason"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    STEP = "step"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what was understood of it."""

    text: str
    """In its own words, or completed from the turns before."""
    wanted: Wanted
    slot: Slot = Slot()
    organisation: str = ""
    """The council it names, '' when none."""
    ours: bool = False
    """It says 'we', 'our' or 'us'."""
    dates: tuple[PartialDate, ...] = ()
    earlier: bool = False
    """It asks for an older state: 'last time', 'previous', 'before'."""
    carried: bool = False
    """Something of an earlier turn completes it."""


_WANTED: tuple[tuple[Wanted, str], ...] = (
    (Wanted.FREQUENCY, r"\bhow (?:often|regularly|frequently)\b|\bwhat frequency\b"),
    (
        Wanted.COUNT,
        r"\bhow (?:many|much|long|old|big|far)\b|\bnumber of\b|\bwhat (?:percentage|proportion|percent|share|%)"
        r"|\b(?:what|whats|what's) (?:is |was )?(?:the |our )?(?:rate|figure|total|average|percentage|%|number)"
        r"|^%|\bno\.? of\b",
    ),
    (
        Wanted.TIME,
        r"^when\b|\bwhen (?:is|was|were|did|does|do|will|are|has|have|must|should|can|s)\b|\bwhat (?:date|day|time|year|month|hour)\b"
        r"|\bwhich (?:date|day|year|month|week)\b|\bby when\b|\bwhen\?*$|\bdate\?*$|\bdeadline\b|\bhow soon\b|\bat what (?:time|hour|point)\b",
    ),
    (Wanted.PERSON, r"\bwho(?:se|m|s|'s)?\b|\bwhich (?:person|officer|director|councillor|inspector|board|body|organisation)\b"),
    (Wanted.REASON, r"\bwhy\b|\bhow come\b|\bwhat (?:is |was )?the reason\b|\breasons? (?:for|that|why)\b"),
    (
        Wanted.STEP,
        r"\bwhat (?:happens|happened|is due|s due|do we do|needs? to|is happening|goes in|takes place)\b|\bwhats? (?:due|happen\w*)\b"
        r"|\bwhat'?s (?:due|happening|on)\b|\bdue (?:on|by)?\b",
    ),
    (Wanted.DEFINITION, r"^(?:what|whats|what's|wots) (?:is|are|was|does)? ?(?:an?|the) [\w' -]+$|\bstand(?:s)? for\b|\bmean(?:s|ing)?\b|\bdefine\b|\bdefinition\b"),
    (
        Wanted.LIST,
        r"\b(?:list|name) (?:the|all|our|of)\b|\b(?:what|which) (?:are|were) (?:the|our|their)\b|\ball (?:the|of)\b|\bkey priorit|\bwhat (?:themes|areas|priorities|components|strengths|judgements|reasons)\b",
    ),
    (
        Wanted.YES_NO,
        r"^(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should|must|may)\b|\bis it true\b|\bright\?*$",
    ),
)  # fmt: skip
_WE = re.compile(r"\b(?:we|our|ours|us|weve|we've|were we)\b")
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last time|earlier|used to|formerly|at the time|back then|old|older|first|before (?:that|then))\b"
)
_LEADS_ON = re.compile(
    r"^(?:and|but|so|also|then|what about|how about|ok|or)\b|\b(?:it|its|they|them|their|that|those|this|these|he|she|there|same)\b"
    r"|\bthe (?:day|week|month|year) (?:after|before)\b|\bnext (?:day|week)\b|\binstead\b"
)
_DAY_AFTER = re.compile(r"\bthe (?:day after|next day|following day)\b|\b(?:the )?next day\b")
_DAY_BEFORE = re.compile(r"\bthe (?:day before|previous day)\b")
_SAME_DAY = re.compile(r"\b(?:that|the) same day\b|\bthat day\b")
_SHORT = 5
"""Words; a question no longer than this with no subject of its own leans on the turn before."""


def understand(turns: list[str], own: str = "", also: tuple[str, ...] = ()) -> Question:
    """The last of the turns, completed from those before it when it leads on from them."""
    question = _alone(turns[-1], own, also)
    if len(turns) == 1 or not _leads_on(question):
        return question
    before = understand(turns[:-1], own, also)
    return _carry(question, before)


def _alone(text: str, own: str, also: tuple[str, ...]) -> Question:
    folded = fold(text).strip()
    named = [each.name for each in mentions(text, own, also)]
    return Question(
        text=text.strip(),
        wanted=_wanted(folded),
        slot=find_slot(text),
        organisation=named[0] if named else "",
        ours=bool(_WE.search(folded)),
        dates=tuple(each.date for each in find_dates(text)),
        earlier=bool(_EARLIER.search(folded)),
    )


def _wanted(folded: str) -> Wanted:
    for wanted, pattern in _WANTED:
        if re.search(pattern, folded):
            return wanted
    return Wanted.FACT


def _leads_on(question: Question) -> bool:
    folded = fold(question.text)
    return bool(_LEADS_ON.search(folded)) or len(folded.split()) <= _SHORT


def _carry(question: Question, before: Question) -> Question:
    """Keeps the subject of the turn before, under what the new turn asks."""
    folded = fold(question.text)
    slot = _shifted(folded, question.slot, before.slot)
    step = slot != question.slot and bool(before.slot)
    wanted = before.wanted if question.wanted is Wanted.FACT else question.wanted
    if step and wanted is Wanted.FACT:
        wanted = Wanted.STEP
    return replace(
        question,
        text=f"{question.text} ({before.text})",
        wanted=wanted,
        slot=slot,
        organisation=question.organisation or before.organisation,
        ours=question.ours or (before.ours and not question.organisation),
        dates=question.dates or before.dates,
        earlier=question.earlier or before.earlier,
        carried=True,
    )


def _shifted(folded: str, slot: Slot, before: Slot) -> Slot:
    """The slot of a follow-up: 'the day after' moves on, a bare day keeps the week."""
    days = slot.days
    if before.days and not days:
        if _DAY_AFTER.search(folded):
            days = frozenset({max(before.days) + 1})
        elif _DAY_BEFORE.search(folded):
            days = frozenset({min(before.days) - 1})
        elif _SAME_DAY.search(folded) or not slot.weeks:
            days = before.days
    return Slot(slot.weeks or before.weeks, days)
