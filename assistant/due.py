"""'What is due today?', 'what next?': the steps of this inspection by its own dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant.dated_steps import DatedStep
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.step_lookup import steps_for
from assistant.step_neighbours import as_line
from assistant.timetable import deadlines, timetable
from assistant.week_answer import say_day
from assistant.working_days import today
from core.answers import Answer, SentenceKind, Status
from core.inspection_steps import InspectionType
from language.words import fold

_DUE = re.compile(
    r"^(?:ok |so |and |right )?(?:what|whats|what's|anything|which)\b.{0,40}?"
    r"\b(?:due|deadlines?|next|today|tomorrow|this week|to do|happening|going on)\b"
)
_ONLY = re.compile(
    r"\b(?:what|whats|what's|anything|which|is|are|the|our|due|deadlines?|next|today|tomorrow|this"
    r"|week|happening|happens|going|on|to|do|we|have|us|for|in|inspection|now|then|ok|so|and|right"
    r"|comes?|left|steps?|tasks?|else|by|of|must|should|be|done|does)\b|[?.,!]"
)
_GOES_ON = re.compile(
    r"^(?:ok |so |and |right )*(?:what|whats|what's)(?: comes| is| happens)? next$"
)
MOST = 5
NO_CALL = (
    "The day of the call is not set, so no dates can be given. Set it on the Timetable screen; "
    "until then ask by week and day, such as 'what is due on Tuesday of week 1?'."
)
NOTHING = "No step of the timetable falls on {when}."


def answer_due(state: State) -> Answer | None:
    """The steps of today, tomorrow or this week, or the next deadlines; by the day of the call."""
    folded = fold(state.turns[-1]).strip()
    if len(state.turns) > 1 and _GOES_ON.match(folded.strip(" ?.!")):
        # After a question of a step, 'what next?' is the step after it.
        return None
    if not _DUE.search(folded) or _ONLY.sub(" ", folded).split() or state.asked.slot.within:
        return None
    known = state.known_inspection
    if known.call is None:
        return state.plain(Status.NEEDS_CLARIFICATION, NO_CALL)
    now = today()
    table = timetable(steps_for(state), known, InspectionType.ILACS)
    first, last, when = _span(folded, now)
    if last is None:
        found: Sequence[DatedStep] = deadlines(table, now, MOST)
    else:
        found = [each for each in table.steps if any(first <= day <= last for day in each.days)]
    if not found:
        text = NOTHING.format(when=when)
        return state.plain(Status.NOT_IN_DOCUMENTS, text)
    quoter = Quoter()
    for each in found:
        say_day(quoter, each.source.document, [as_line(each.source)])
    if len(found) > 1:
        quoter.sentences[:] = [replace(e, kind=SentenceKind.ITEM) for e in quoter.sentences]
    return quoted_answer(state, quoter)


def _span(folded: str, now: date) -> tuple[date, date | None, str]:
    """The first and last day asked about; no last where the next deadlines are."""
    if "tomorrow" in folded:
        day = now + timedelta(days=1)
        return day, day, "tomorrow"
    if "this week" in folded:
        monday = now - timedelta(days=now.weekday())
        return monday, monday + timedelta(days=6), "this week"
    if "today" in folded or "now" in folded.split():
        return now, now, "today"
    return now, None, "a day to come"
