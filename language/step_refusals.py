"""What is no step though it names a day or a time: history, figures, routine, opening hours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from language.dates import find_dates
from language.words import fold

_PAST = re.compile(
    r"\b(?:was|were|took place|visited|inspected|met|received|held|had|published|came|arrived"
    r"|said|went|gave|took|stayed|started|joined|stood|failed|spoke|thanked|moved|looked(?! after)"
    r"|(?<!\bhas )(?<!\bhave )(?<!\bare )(?<!\bbe )asked|attended"
    r"|noted|agreed|reported|confirmed|presented|called|judged|rated|found|completed)\b"
)
_PARTICIPLE = re.compile(
    r"(?<!\bwe )(?<!\bthey )(?<!\bhad )\b"
    r"(?:published|held|received|agreed|confirmed|presented|completed|reported|noted|rated|called)"
    r"(?=\s+(?:within|by|at|no|not|up|about|before|after|\d+|with)\b|\s*[.,;:)]|\s*$)"
)
"""'Letter published within 20 working days': what is to come, as in a list of steps."""
_PRACTICE = re.compile(
    r"\bcore groups?\b|\bconferences?\b|\bstrategy (?:discussions?|meetings?)\b|\bassessments?\b"
    r"|\bplacements?\b|\breferrals?\b|\bserious (?:incidents?|events?)\b|\bsection 47\b"
    r"|\breturn (?:home )?interviews?\b|\bstatutory visits?\b|\brapid reviews?\b|\bproceedings\b"
    r"|\bpeps?\b|\bregulation 44\b|\bchild(?:ren)? in need\b|\bchild protection\b"
    r"|\bcare plans?\b|\bsupervision\b|\bpenalt(?:y|ies)\b|\behc plans?\b"
    r"|\bcomplaints? (?:are|take)\b"
    r"|\b(?:children|young people|a child) (?:on|missing|in care|looked after|who|with)\b"
    r"|\bvisits? to (?:children|young people|famil\w+)\b|\bsentenc\w+\b|\bhearings?\b"
    r"|\bcourts?\b|\bcustody\b|\bmissing (?:from|episodes?)\b"
)
_DATED = re.compile(
    r"\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|satur|sun)(?:day)? (?:the )?\d{1,2}"
    r"(?:st|nd|rd|th\b|\s(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) \w{3,6}day (?:in|of)"
    r" (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_ADMIN = re.compile(
    r"\bnext (?:\w+ ){0,3}?(?:meeting|agenda|slt|clt|panel|board)\b(?! with)|\bdate of next\b"
    r"|^\W*(?:notes?|minutes) from\b|\bthank(?:s| you) for\b|\bstill go(?:es)? ahead\b"
    r"|\b(?:meeting|session) (?:closed|closes|ends|ended)\b"
)
_WAS = re.compile(
    r"\b(?:was|were|took place|had been|lasted|took|went|gave|began|saw|spoke|stayed|ran)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|must|should|shall|is to|are to|has to|have to|needs? to|is|are|may|can|to be|we'll"
    r"|would|required|expected)\b"
)
_FIGURE = re.compile(
    r"\d\s?%|\bper ?cent\b|\bpercentage\b|\bon average\b|\baverage of\b|\bproportion\b|\bmedian\b"
    r"|\btarget\b|\btimeliness\b|\bcaseloads? (?:is|are|was|were|of|at|average\w*|fell|rose)\b"
    r"|\b(?:our|average|mean) caseloads?\b"
    r"|\b(?:doubled|halved|trebled)\b"
    r"|\b(?:fell|rose|grew|dropped|increased|decreased|improved) (?:from|to|by)\b"
)
_ROUTINE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    r"|\b(?:every|each) (?:other |second |first |third )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\b|weeks?\b|months?\b|fortnight|quarter|term"
    r"|year)"
    r"|\bof (?:each|every|the) month\b|\b(?:first|1st) and third \w+day\b"
    r"|\b(?:weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)\b"
)
_MEANWHILE = re.compile(
    r"\b(?:while|as long as|during|throughout|until)\b.{0,30}\b(?:inspect\w+|fieldwork|visit)\b"
)
"""'Each Friday at 4pm while inspectors are here' is of the inspection."""
_HOURS = re.compile(
    r"\b(?:offices?|building|centre|hub|library|reception|schools?|(?:help)?line|clinic|desk|it)"
    r" (?:is|are) (?:open|shut|closed|staffed)\b|\b(?:opening|normal|usual|office|core) hours\b"
    r"|\bas usual\b|\b(?:is|are|be) still\b"
    r"|\b(?:i'm|i am|s?he's|s?he is) (?:in|out|off|away|back)\b(?! (?:with|at)\b)"
    r"|\b(?:(?<!who is )(?<!who's )(?<!who are )on|my|annual) leave\b(?! (?:check|list|rota))"
    r"|^(?:sent|from|to|cc|subject|date|(?:working )?hours)\s?:"
)
_SAMPLE = re.compile(
    r"\b(?:look\w*|read\w*|ask\w*|sampl\w*|examin\w*|consider\w*|see|review\w*)\b.*"
    r"\b(?:cases|files|records|children|audits|complaints|young people) (?:\w+ ){0,2}"
    r"(?:closed|opened|who|that|made|referred|completed|held)\b.*\b(?:within|in|before)\b"
    r"|\b(?:look for|looks for|check (?:that|whether)|ask whether|(?:want|expect|like) to see)\b"
)
_RESTATED = re.compile(r"\bday before\b|\bweek (?:from )?today\b")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?")
_NTH_WEEKDAY = re.compile(
    r"\b(?:second|2nd|third|3rd|fourth|4th|last) (?:mon|tues|wednes|thurs|fri)day\b"
)
_TRAINING = re.compile(r"\b(?:training|course|webinar|workshop|e-learning)\b")
_OF_THE_ABOVE = re.compile(r"^\W*(?:all|everything|these|this|the)\b.{0,12}\babove\b")
_LENGTH = re.compile(
    r"\b(?:takes?|lasts|last(?= (?:for|about|no|up|\d|one|two|three|a)\b)|runs? (?:for|over)|spans?"
    r"|is|are) (?:about |usually |normally )?"
    r"(?:\w+ ){0,2}(?:days?|weeks?|(?:off|on) site(?! (?:in|during|from) (?:\w+ ){0,2}w(?:ee)?k))\b"
    r"|\bfor (?!the |this |that )(?:\w+ ){1,2}(?:days?|weeks?)\b"
    r"|\beither side of\b|\bspends? (?:\w+ ){0,3}weeks?\b|\bweeks? (?:is|are) spent\b"
)


def is_history(text: str, *, in_week: bool) -> bool:
    """Does it tell what happened, and not what happens?

    `in_week`: it stands in a week of an inspection, where 'case sample agreed' is to come.
    """
    folded = fold(text)
    # 'Was published by' stays what was; 'letter published within' does not.
    told = folded if _WAS.search(folded) else _PARTICIPLE.sub("", folded)
    if not (_WAS if in_week else _PAST).search(told):
        return False
    if any(each.date.day or each.date.month for each in find_dates(text)):
        return not re.search(r"\b(?:will|must|should|shall)\b", folded)
    return not _AHEAD.search(folded)


def is_figure(text: str) -> bool:
    """Is it about how often, or how quickly, something was done?"""
    return _FIGURE.search(fold(text)) is not None


def is_practice(text: str) -> bool:
    """Is it of the work with children, which has time limits of its own?"""
    return _PRACTICE.search(fold(text)) is not None


def is_routine(text: str) -> bool:
    """Does it tell what is done all the year round: 'on Tuesdays', 'every month'?"""
    folded = fold(text)
    return _ROUTINE.search(folded) is not None and _MEANWHILE.search(folded) is None


def is_hours(text: str) -> bool:
    """Does it tell when something is open, who is away, or when a message was sent?"""
    return _HOURS.search(fold(text)) is not None


def is_admin(text: str) -> bool:
    """Does it tell when a group meets again, as the last item of minutes?"""
    return _ADMIN.search(fold(text)) is not None


def is_dated(text: str, *, at_its_head: bool = False) -> bool:
    """Does it name, or begin with, a weekday's own date: 'Tuesday 9 March', 'Thursday 8th'?"""
    found = _DATED.search(fold(text).lstrip(" -•*"))
    return found is not None and not (at_its_head and found.start())


def is_training(text: str) -> bool:
    """Is it a course or a training day?"""
    return _TRAINING.search(fold(text)) is not None


def happens(text: str) -> bool:
    """Has it a verb of what is to come?"""
    return _AHEAD.search(fold(text)) is not None


def is_length(text: str) -> bool:
    """Does it tell how long something takes, or what part of it a week is?"""
    return _LENGTH.search(fold(text)) is not None


def is_of_the_above(text: str) -> bool:
    """Does it tell of the lines before it: 'all the above are in week 1'?"""
    return _OF_THE_ABOVE.search(fold(text)) is not None


def is_sample(text: str) -> bool:
    """Is its period what is looked at, and not when: 'cases closed within three months of it'?"""
    return _SAMPLE.search(fold(text)) is not None


def restates(text: str, has_day: bool) -> bool:
    """Does its period say again which day it is: 'the day before they come, Tues'?"""
    return has_day and _RESTATED.search(fold(text)) is not None


def is_of_a_year(cells: Iterable[str]) -> bool:
    """Is a row told for a year of its own, as in a table of earlier inspections?"""
    return any(_YEAR.fullmatch(cell.strip()) for cell in cells)


def is_nth_weekday(text: str) -> bool:
    """Is it on 'the third Thursday', which is of a month unless the paper is of an inspection?"""
    return _NTH_WEEKDAY.search(fold(text)) is not None
