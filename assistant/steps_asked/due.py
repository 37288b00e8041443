"""'What is due today?', 'what is on 15 December?', 'what next?': by this inspection's own dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.lookup import steps_for
from assistant.steps_asked.neighbours import as_line, reads_beside
from assistant.steps_asked.week_answer import say_day
from assistant.timetable import Timetable, deadlines, timetable
from assistant.timetables.dated_steps import DatedStep
from assistant.timetables.papers import likeliest, types_with_steps
from assistant.timetables.words import day_words
from assistant.timetables.working_days import today
from core.answers import Answer, SentenceKind, Status
from language.days_asked import DaysAsked, days_asked, days_beside
from language.words import fold

_ASKS = re.compile(
    r"^(?:ok |so |and |right )?(?:what|whats|what's|anything|which|is there anything|who|whos)\b"
)
_DUE = re.compile(r"\b(?:due|deadlines?|next|to do|happen\w*|going on)\b")
_ONLY = re.compile(
    r"\b(?:what'?s?|any|anything|which|is|are|the|our|due|deadlines?|next|happening|happens"
    r"|happen|going|on|to|do|we|have|us|for|in|inspection|then|ok|so|and|right|comes?|left|steps?"
    r"|tasks?|else|by|of|must|should|be|done|does|there|will|about|how)\b|[?.,!]"
)
_GOES_ON = re.compile(
    r"^(?:ok |so |and |right )*(?:what|whats|what's)(?: comes| is| happens)? next$"
)
MOST = 5
NO_CALL = (
    "The day of the call is not set, so no dates can be given. Set it on the Timetable screen; "
    "until then ask by week and day, such as 'what is due on Tuesday of week 1?'."
)
NOTHING = "No step of the timetable falls on {when}, counted from the call on {call}."
AHEAD = "The next deadlines:"
ON = "On {when}, counted from the call on {call}:"


def answer_due(state: State) -> Answer | None:
    """The steps of the days that are named, or the next deadlines; by the day of the call.

    None where the question asks for something else, and where a date is named that may be of
    something else than this inspection: none of its steps falls on it.
    """
    folded = fold(state.spoken[-1]).strip()
    if len(state.spoken) > 1 and _GOES_ON.match(folded.strip(" ?.!")):
        # After a question of a step, 'what next?' is the step after it.
        return None
    known, now = state.known_inspection, today()
    asked = _asked(state.spoken, now, known.call or now)
    ahead = asked is None and bool(_ASKS.match(folded) and _DUE.search(folded))
    rest = asked.rest if asked else folded
    if not (asked or ahead) or _ONLY.sub(" ", rest).split() or state.asked.slot.within:
        return None
    by_date = asked is not None and bool(re.search(r"\d", folded))
    if known.call is None:
        # 'What's the next deadline?' of a conversation is the one after the step spoken of.
        beside = ahead and len(state.spoken) > 1 and reads_beside(state.spoken[-1])
        return None if by_date or beside else state.plain(Status.NEEDS_CLARIFICATION, NO_CALL)
    steps = steps_for(state)
    table = timetable(steps, known, likeliest(steps, types_with_steps(steps)))
    if asked is None:
        return _said(state, deadlines(table, now, MOST), "")
    found = [e for e in table.steps if any(asked.first <= day <= asked.last for day in e.days)]
    when, call = _when(asked), day_words(known.call)
    if found:
        return _said(state, found, ON.format(when=when, call=call))
    if by_date and not _DUE.search(folded):
        return None
    return _nothing(state, table, asked, NOTHING.format(when=when, call=call))


def asks_of_days(turns: Sequence[str]) -> bool:
    """Does the last turn name days of the calendar, itself or beside those before?"""
    return _asked(turns, today(), today()) is not None


def _asked(turns: Sequence[str], now: date, near: date) -> DaysAsked | None:
    """The days that the last turn asks about, itself or beside those of the turn before."""
    *earlier, last = turns
    named = days_asked(last, now, near)
    if named is not None or not earlier:
        return named
    before = _asked(earlier, now, near)
    return days_beside(last, before) if before is not None else None


def _when(asked: DaysAsked) -> str:
    days = dict.fromkeys((day_words(asked.first), day_words(asked.last)))
    return " to ".join(days)


def _said(state: State, found: Sequence[DatedStep], opening: str) -> Answer:
    if not found:
        return state.plain(Status.NOT_IN_DOCUMENTS, "No deadline of the timetable lies ahead.")
    quoter = Quoter()
    _say(quoter, found)
    if len(found) > 1:
        quoter.sentences[:] = [replace(e, kind=SentenceKind.ITEM) for e in quoter.sentences]
    if opening:
        quoter.say(opening, kind=SentenceKind.FRAME)
        quoter.sentences.insert(0, quoter.sentences.pop())
    return quoted_answer(state, quoter)


def _nothing(state: State, table: Timetable, asked: DaysAsked, said: str) -> Answer:
    """That nothing is due then is an answer, where the timetable goes on after it."""
    later = deadlines(table, asked.last, MOST)
    if not later:
        return state.plain(Status.NOT_IN_DOCUMENTS, said)
    quoter = Quoter()
    quoter.say(said, kind=SentenceKind.FRAME)
    quoter.say(AHEAD, kind=SentenceKind.FRAME)
    start = len(quoter.sentences)
    _say(quoter, later)
    quoter.sentences[start:] = [
        replace(e, kind=SentenceKind.ITEM) for e in quoter.sentences[start:]
    ]
    return quoted_answer(state, quoter)


def _say(quoter: Quoter, found: Sequence[DatedStep]) -> None:
    for each in found:
        say_day(quoter, each.source.document, [as_line(each.source)])
