"""Words that mean something only on the day they were written: 'imminently', '18 months ago'."""

from __future__ import annotations

import re

from assistant.question import Question
from assistant.wanted import TIMES
from core.documents import Document
from language.dates import find_dates
from language.words import fold

_RELATIVE = re.compile(
    r"\b(?:imminent(?:ly)?|shortly|soon|recent(?:ly)?|just (?:yet|now)"
    r"|(?:this|next|last) (?:week|month|year|spring|summer|autumn|winter)"
    r"|\d+ (?:days?|weeks?|months?|years?) (?:ago|post|since|from now))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:currently|now|at (?:present|the moment)|suspend(?:s|ed)|on hold|paused|will resume"
    r"|not (?:yet )?resumed|postponed)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bnext (?:\w+ )?(?:inspections?|visits?|reviews?|meetings?|one|time|report)\b"
    r"|\bwhen (?:will|are|is) .*\b(?:be|happen|coming|come|due|expected|start|arrive|take place)\b"
    r"|\b(?:what|which) (?:day|date|week|month) (?:will|are|is) .*"
    r"\b(?:be|happen|come|coming|start)\b"
)
_WAS = re.compile(r"^\W*(?:[\w&'’-]+ ){1,6}?(?:had|took place|was held|were held|went ahead)\b")


def is_past(question: Question, text: str, document: Document) -> bool:
    """True where what is to come is asked for and the paper tells only of dates before its own:
    'Inspection dates: 6 to 17 March 2023' in a report of May 2023 is not when the next one is; nor
    is what 'we had on 30 September'.
    """
    asks = question.wanted in TIMES and _TO_COME.search(fold(question.text))
    if asks and _WAS.match(fold(text)):
        return True
    dates = [each.date for each in find_dates(text) if each.date.month]
    if not asks or not dates or not document.published:
        return False
    return all(date.latest() < document.published.latest() for date in dates)


def without_relative(text: str) -> str:
    """The text without its words of time that only its own day gives a meaning."""
    return _RELATIVE.sub(" ", text)


def speaks_of_its_day(text: str) -> bool:
    """True for a state that may have ended since: 'currently suspended', 'on hold'."""
    return bool(_STATE.search(text))


def said_when(document: Document) -> str:
    """'Said in November 2020:', or that nobody knows when."""
    if document.published:
        return f"Said in {document.published}:"
    bound = document.no_earlier_than
    since = f", written no earlier than {bound}" if bound else ""
    return f"Said in a paper that gives no date{since}:"
