"""A question as understood: what is asked for, about what, for whom, for which week and period."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.concepts import subjects_of, things_in, without_dates, without_things, written
from assistant.wanted import COUNTS, Wanted, wanted_by
from assistant.which_paper.paper_asked import read_paper_asked
from core.documents import Kind
from language.ellipsis import completed
from language.inspections import only_type, with_type
from language.neighbours import neighbour
from language.organisations import mentions, without_mentions
from language.periods import MONTH_BEFORE, Period, find_periods
from language.places import (
    find_place,
    follow,
    refers_to_a_place,
    without_places,
    without_when_clauses,
)
from language.weeks import NO_SLOT, Slot
from language.words import fold


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
    beside: int = 0
    """It asks for the edition before (-1) or after (1) that of `beside_of`."""
    beside_of: tuple[Period, ...] = ()
    """The months and years of the turn before; the newest edition when it named none."""
    paper: Kind | None = None
    """It asks what a paper of this kind says."""


_WE = re.compile(r"\b(?:we|our|ours|us|weve|we've|were we)\b")
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|last time|earlier|used to|formerly|at the time|back then|old|older"
    r"|original)\b"
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
_A_YEAR_BEFORE = re.compile(r"\b(?:year (?:before|earlier)|previous year)\b")
_AND_THE = re.compile(
    r"^(?:and|what about|how about|and what about) (?:the|our|their|a) \S+(?: \S+){0,3}$"
)
_ONLY_A_DEED = re.compile(
    r"(?:and |so |but )*(?:who|where|when|why|how)(?:'s| is| are| does| do| will| else)*"
    r" (?:we |they )?(?!we\b|they\b)\w+"
    r"(?: (?:it|that|those|them|these|this|there|else|exactly))?\W*$"
)
"""'Who goes?', 'who sends those?': what is done and no thing."""
_FEW = 2
"""Subjects of its own; a question with more stands alone whatever it refers to."""


def understand(turns: list[str], own: str = "", also: tuple[str, ...] = ()) -> Question:
    """The last of the turns, completed from those before it when it leads on from them."""
    question = _alone(turns[-1], own, also)
    kind = only_type(turns[-1]) if len(turns) > 1 else ""
    if kind:
        return _of_kind(kind, understand(turns[:-1], own, also), own, also)
    if not _leads_on(question):
        return question
    if len(turns) == 1:
        refers = _refers_back(question) or refers_to_a_place(question.text)
        dangling = refers and not question.slot.named and not _subjects(question)
        return replace(question, dangling=dangling)
    before = understand(turns[:-1], own, also)
    return question if _is_whole(question, before) else _carry(question, before)


def _of_kind(kind: str, before: Question, own: str, also: tuple[str, ...]) -> Question:
    """'And a standard one?': the question before, asked of another kind of inspection."""
    text = before.subject or before.text
    text = with_type(text, kind) or f"{text.rstrip(' ?.')} ({kind})"
    return replace(
        _alone(text, own, also),
        slot=before.slot,
        ours=before.ours,
        organisation=before.organisation,
        subject=text,
        carried=True,
    )


def _alone(text: str, own: str, also: tuple[str, ...]) -> Question:
    text, paper = read_paper_asked(text)
    folded = fold(text).strip()
    named = [each.name for each in mentions(text, own, also)]
    asking = without_when_clauses(text)
    return Question(
        text=text.strip(),
        wanted=wanted_by(asking or folded),
        slot=find_place(text),
        organisation=named[0] if named else "",
        ours=bool(_WE.search(folded)),
        periods=find_periods(text),
        earlier=bool(_EARLIER.search(folded)),
        paper=paper,
    )


def _time_before(folded: str, before: Question) -> tuple[Period, ...]:
    """'The year before?' of a figure: the same months a year earlier; 'the month before?'."""
    known = [each for each in before.periods if each.year and not each.until]
    if before.wanted not in COUNTS:
        return ()
    if _A_YEAR_BEFORE.search(folded):
        return tuple(Period(each.year - 1, each.month) for each in known)
    if MONTH_BEFORE.search(folded):
        return tuple(each.month_before() for each in known if each.month)
    return ()


def _leads_on(question: Question) -> bool:
    """True when a question has no subject of its own, or refers to what was asked before."""
    own = _subjects(question)
    few = _FEW + 1 if _names_only(question) else _FEW
    if _ONLY_A_DEED.match(fold(question.text)):
        return True
    return not own or (_refers_back(question) and len(own) <= few)


def _names_only(question: Question) -> bool:
    """'And the full re-inspection?': a thing, and nothing asked of it."""
    return question.wanted is Wanted.FACT and bool(_AND_THE.match(fold(question.text)))


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
    bare = not subjects_of(question.text) or bool(_ONLY_A_DEED.match(folded))
    slot = question.slot
    if shifts or question.slot.named or bare:
        slot = follow(question.text, question.slot, before.slot)
    wanted = before.wanted if question.wanted is Wanted.FACT else question.wanted
    if slot != before.slot and wanted is Wanted.FACT:
        wanted = Wanted.STEP
    subject = before.subject or before.text
    if question.ours or question.organisation:
        subject = without_mentions(subject)
    shifted = _time_before(folded, before)
    beside = 0 if question.periods or shifts or shifted else neighbour(question.text)
    # The new turn's months and years stand in place of the old ones.
    kept = without_dates(subject) if question.periods or beside or shifted else subject
    if things_in(written(question.text)):
        kept = without_things(written(kept))
    now = beside or _NOW.search(folded)
    plain = not (question.periods or question.organisation or shifts or beside or shifted)
    whole = completed(question.text, subject) if plain and not question.slot.named else ""
    # 'And the day after?' has no words of its own.
    moved = shifts and not _DAY_WORDS.sub(" ", without_places(folded)).strip(" ?.,")
    return replace(
        question,
        text=whole or (subject if moved else f"{question.text} ({kept})"),
        subject=whole or subject,
        wanted=wanted,
        slot=slot,
        organisation=question.organisation or ("" if question.ours else before.organisation),
        ours=question.ours or (before.ours and not question.organisation),
        periods=shifted or question.periods or (() if now else before.periods),
        earlier=question.earlier or before.earlier,
        # The day after what, the turns before do not say.
        dangling=moved and not slot.named,
        carried=True,
        beside=beside,
        beside_of=before.periods,
    )
