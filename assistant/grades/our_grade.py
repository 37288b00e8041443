"""Puts right what a question takes our council to have been graded, whatever it goes on to ask.

'Now we're inadequate, how often do they visit?' of a council that is good: whether monitoring is in
the papers or not, the wrong grade must not be left standing.
"""

from __future__ import annotations

import re

from assistant.grades.judgement_answers import (
    inspections_of,
    of_question,
    overall_of,
    say_judgement,
)
from assistant.grades.judgements import areas_of
from assistant.nearby import quoted_answer
from assistant.premises import grades_in
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import Wanted
from assistant.which_paper.ours import subject_of
from core.answers import Answer, Status
from language.words import fold

_GRADE = r"(?:outstanding|inadequate|good|requir\w+ improvement)\b"
_SERVICES = r"(?:council|borough|children's services|services?|authority)"
_NOW = re.compile(
    rf"\b(?:we(?:'re| are)|(?:our|the) {_SERVICES} (?:is|are))"
    rf"(?: (?:now|currently|still|already|only|rated|judged|graded|an?)){{0,3}} {_GRADE}"
)
_THEN = re.compile(
    rf"\b(?:rat|judg|grad|mark|found|find|gave|giv|mad|mak|call|scor|declar)\w* "
    rf"(?:us|(?:our|the) {_SERVICES})(?: (?:as|to|be|down|an?|overall|only)){{0,3}} {_GRADE}"
    rf"|\b(?:we|(?:our|the) {_SERVICES}) (?:were|was|got|get|went|became|came out|ended up)"
    rf"(?: (?:as|to|be|an?|overall|only|rated|judged|graded|found|made|put)){{0,3}} {_GRADE}"
)
_SUPPOSED = re.compile(
    r"\b(?:if|should|suppos\w+|imagine|unless|until|in case|whether|would|could|might|may|want"
    r"|hope\w*|aim\w*|sure|say\w*|said|think\w*|claim\w*|prove|show\w*|evidence)\b"
)
_WHEN = re.compile(r"\b(?:when|whenever|once|while|as long as)\b")
_OF_A_PART = re.compile(r" (?:for|on|at|with|about|enough)\b| in (?!\d|the (?:last|20)|[a-z]+ \d)")
# What a noun after it makes of it: 'a good practice'.
_DESCRIBES = re.compile(r" (?:practice|work|council|authority|example|idea|question|reason)s?\b")


def correct_our_grade(state: State) -> Answer | None:
    """'Not inadequate but good:' and the words that grade us, for the year that is asked about.

    None where no grade of ours as a whole is taken for granted, or where it is the right one.
    """
    question, text = state.asked, fold(state.asked.text)
    now = _NOW.search(text)
    taken = now or _THEN.search(text)
    ours = subject_of(question, state.organisation)
    asks = question.wanted in (Wanted.GRADE, Wanted.YES_NO) or len(grades_in(text)) != 1
    if taken is None or asks or not ours or _SUPPOSED.search(text):
        return None
    rest = text[taken.end() :]
    if _OF_A_PART.match(rest) or _DESCRIBES.match(rest) or (now and _WHEN.search(text)):
        return None
    ((grade, written),) = grades_in(text).items()
    held = [found for each in inspections_of(state, ours) if (found := overall_of(each))]
    if not now and not question.periods and any(each[0].grade == grade for each in held):
        return None
    of = overall_of(next(iter(of_question(held, question)), []))
    if not of or of[0].grade == grade:
        return None
    quoter = Quoter()
    number = quoter.cite(of[0].document, of[0].passage, of[0].spans)
    quoter.correct(written, of[0].grade, number)
    say_judgement(quoter, of[0], number)
    left = areas_of(state.concepts)
    return quoted_answer(state, quoter, Status.PARTLY_ANSWERED if left else Status.ANSWERED)
