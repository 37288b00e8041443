"""'How long from the call to their arrival?': the days between two steps of one course, counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.first import edge_of_kind
from assistant.steps_asked.inspection import ILACS, types_named
from assistant.steps_asked.lookup import best_named, line_of, named_steps, steps_for
from assistant.steps_asked.names import concepts_named
from assistant.steps_asked.neighbours import spoken_of
from assistant.steps_asked.week_answer import say_weeks
from assistant.timetables.dated_steps import WEEK, SourcedStep
from assistant.wanted import Wanted
from core.answers import Answer, SentenceKind
from language.words import fold

WORKING_WEEK = 5
_LENGTH = (
    r"(?:how long|how much time|how many (?:working |calendar )?days|how many weeks"
    r"|(?:number of|the|^(?:and )?) ?(?:working |calendar )?days"
    r"|the (?:gap|lag|time(?: lag)?|interval|wait)|^(?:and )?(?:gap|time)|what gap)\b"
)
_DO = r"(?:do|does|is|are|until|till|will|would|have|has|must|should|can|before)"
_SPAN = r"(?:gap|difference|time|lag|time lag|interval|wait)"
_HOW_FAR = rf"(?:{_LENGTH}|what'?s? (?:is )?the {_SPAN}|how far apart)"
_ASKED = (
    # 'From the call to their arrival, how long?', 'lists to documents: what's the gap?'
    re.compile(
        rf"^(?:and |so )*(?:from|between) (?P<one>.+?) (?:to|and|until"
        rf"|till) (?P<two>.+?)\W+{_HOW_FAR}"
    ),
    re.compile(
        rf"^(?:and |so )*(?P<one>[^,:]+?) (?:to|until|till"
        rf"|and) (?P<two>[^,:]+?)\s*[,:–-]+\s*{_HOW_FAR}"
    ),
    re.compile(
        r"\bhow (?:far|long|many (?:working |calendar )?(?:days|weeks)) (?:ahead of"
        r"|before|after|from|until|to) "
        r"(?P<two>.+?) (?:is|was|are|would be|will) (?P<one>that|this|it|those|they)(?: be)?$"
    ),
    re.compile(
        rf"{_LENGTH}.*?\b(?:between|from)\s+(?P<one>.+?)\s+(?:and|to|until|till)\s+(?P<two>.+)$"
    ),
    re.compile(rf"{_LENGTH}.*?\b(?:after|since)\s+(?P<one>.+?)\s+{_DO}\s+(?P<two>.+)$"),
    re.compile(rf"{_LENGTH}.*?\b(?:after|since)\s+(?P<one>.+?)\s+(?:for us )?to\s+(?P<two>.+)$"),
    re.compile(rf"{_LENGTH}\s+(?:till|until)\s+(?P<two>.+?)\s+(?:after|from)\s+(?P<one>.+)$"),
    re.compile(
        r"\b(?:which|what(?:'?s)?)\b.*?\b(?:first|earlier|sooner|last"
        r"|later)\b\W*(?P<one>.+?)\s+or\s+(?P<two>.+)$"
    ),
    re.compile(
        r"(?:^|[,:;.] )(?:so )?(?:is|are|do|does)\s+(?P<one>.+?)\s+"
        r"(?:before or after|after or before|before|after)\s+(?P<two>.+)$"
    ),
    re.compile(rf"{_LENGTH}.*?\bbefore\s+(?P<two>.+?)\s+{_DO}\s+(?P<one>.+)$"),
)


_CLAIMED = re.compile(
    r"^(?:so |and |but |i thought )*(?P<one>.+?)"
    r" (?:is |are |comes? |came |goes? |go |happens? )?(?:due )?"
    r"(?:(?:\w+|\d+) (?:working |calendar )?(?:days?|weeks?) )?"
    r"(?:before|after|first(?:,| and)?(?: then)?) (?P<two>.+)$"
)
"""'The call comes two days before they arrive?', 'documents first and then lists?'"""
_NOTICE = re.compile(
    r"\b(?:how much|what|the|^) ?(?:kind of |sort of )?(?:notice|warning)\b(?: period)?"
    r"|^(?:notice|warning)\b"
)
CALL, ARRIVAL = "the call", "inspectors arrive"
_THAT = re.compile(r"^(?:that|this|it|those|they)$")


def answer_between_steps(state: State) -> Answer | None:
    """Both steps in their papers' words, and the days from the one to the other; None where the
    question asks for something else, or no paper has both with their days.
    """
    folded = fold(state.spoken[-1]).strip(" ?.")
    found = next((match for each in _ASKED if (match := each.search(folded))), None)
    if found is None and state.asked.wanted in (Wanted.FACT, Wanted.YES_NO, Wanted.LIST):
        found = _CLAIMED.match(folded)
    if found is None:
        return _notice(state, folded)
    steps = [each for each in steps_for(state) if each.step.weeks and len(each.step.days) == 1]
    firsts, seconds = (_meant(state, found[name], steps) for name in ("one", "two"))
    for first in firsts:
        for second in seconds:
            if _one_course(first, second):
                return _said(state, *sorted((first, second), key=_day))
    return _notice(state, folded)


def _meant(state: State, what: str, steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps that some words name; for 'that', those that the turns before spoke of."""
    if _THAT.match(what):
        return spoken_of(state, steps, state.spoken[:-1], before=False)
    edge = edge_of_kind(state, what, steps)
    return [edge] if edge is not None else named_steps(state, what, steps)


def _notice(state: State, folded: str) -> Answer | None:
    """'How much notice do we get before they arrive?': from the call to the arrival.

    None where the question says notice of something else, or names another kind of inspection.
    """
    asked = _NOTICE.search(folded)
    if asked is None or types_named(state) - ILACS:
        return None
    steps = [each for each in steps_for(state) if each.step.weeks and len(each.step.days) == 1]
    arrivals = named_steps(state, ARRIVAL, steps)
    rest = concepts_named(state, f"{folded[: asked.start()]} {folded[asked.end() :]}")
    if rest and not set(_ids(best_named(rest, steps))) & set(_ids(arrivals)):
        return None
    for first in named_steps(state, CALL, steps):
        for second in arrivals:
            if _one_course(first, second):
                return _said(state, first, second)
    return None


def _ids(steps: Sequence[SourcedStep]) -> list[str]:
    return [each.step.id for each in steps]


def _one_course(first: SourcedStep, second: SourcedStep) -> bool:
    same = first.document.id == second.document.id and first.step.id != second.step.id
    return same and first.step.inspection is second.step.inspection


def _day(each: SourcedStep) -> int:
    return WEEK * (each.step.weeks[0] - 1) + each.step.days[0]


def _said(state: State, first: SourcedStep, second: SourcedStep) -> Answer:
    quoter = Quoter()
    say_weeks(quoter, first.document, [line_of(state, each) for each in (first, second)])
    days = _day(second) - _day(first)
    following = range(_day(first) + 1, _day(second) + 1)
    working = sum(day % WEEK < WORKING_WEEK for day in following)
    counted = "1 day" if days == 1 else f"{days} days"
    text = f"{counted} from the one to the other, {working} of them working days (calculated)"
    if not days:
        text = "The same day (calculated)"
    quoter.say(text, *range(1, len(quoter.citations) + 1), kind=SentenceKind.CALCULATED)
    return quoted_answer(state, quoter)
