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
_TO_COME = re.compile(
    r"\bnext (?:\w+ )?(?:inspections?|visits?|reviews?|meetings?|one|time|report)\b"
    r"|\bwhen (?:will|are|is) .*\b(?:be|happen|coming|come|due|expected|start|arrive|take place)\b"
)


def is_past(question: Question, text: str, document: Document) -> bool:
    """True where what is to come is asked for and the paper tells only of dates before its own:
    'Inspection dates: 6 to 17 March 2023' in a report of May 2023 is not when the next one is.
    """
    asks = question.wanted in TIMES and _TO_COME.search(fold(question.text))
    dates = [each.date for each in find_dates(text) if each.date.month]
    if not asks or not dates or not document.published:
        return False
    return all(date.latest() < document.published.latest() for date in dates)


def without_relative(text: str) -> str:
    """The text without its words of time that only its own day gives a meaning."""
    return _RELATIVE.sub(" ", text)
