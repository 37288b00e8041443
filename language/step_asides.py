"""What is said beside the steps of an inspection: remarks, questions, earlier rounds, what a list
covers, what goes on all the year. They name days and times too.
"""

from __future__ import annotations

import re

from language.words import fold

_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thurs|fri|satur|sun)(?:day)?"
_OTHERS = re.compile(
    r"\b(?:most|some|many|other|several|few|all) (?:other )?"
    r"(?:councils|authorities|places|areas|boroughs|councillors|people|staff) "
    r"(?:find|found|think|say|said|feel|felt|prefer|preferred|have (?:asked|found|said|had)|had|try"
    r"|tried|like|dread|dreaded|struggle|struggled)\b"
    r"|\b(?:hard|impossible|difficult|too (?:soon|early)|not possible)"
    r" to (?:say|tell|know|predict)\b"
    rf"|\b(?:any|another|a different) {_DAY}\b|\bno one knows\b|\bwe (?:do not|don't) know\b"
)
_QUESTION = re.compile(
    r"^\W*(?:(?:q|question)\W+)?(?:why|when|what|who|which|how|where"
    r"|do|does|is|are|did|will)\b[^.;:]*\?\W*$"
)
"""'Could you send it by Friday?' is none: it asks for something to be done."""
_OTHER_BUSINESS = re.compile(
    r"\b(?:invoices?|payments?|pay ?day|payroll)\b|\bmock (?:inspections?|visits?)\b|\bthe mock\b"
    r"|\bteam meetings? (?:is|are|has been|will be|was|were|moves?|moved)\b"
    r"|\b(?:christmas|birthday|leaving) (?:party|lunch|do|drinks|card)\b"
    r"|\bdays? a week\b|\bschool run\b|\b(?:most|some|many|few) (?:reports|letters|inspections) \w+"
    r"|\b(?:tea|coffee|refreshments|snacks|lunch (?:is|will be))\b.*"
    r"\b(?:each|every|both|all|daily)(?: \w+)? (?:days?|mornings?|afternoons?)\b"
    r"|\bschools? breaks? up\b|\bif you (?:have to|need to|want to|must) (?:leave|go|be away)\b"
)
_EARLIER = re.compile(
    r"\b(?:the|our|their|its) (?:(?:19|20)\d\d|last|previous|earlier|first ever) (?:\w+ ){0,2}"
    r"(?:inspections?|visits?|ilacs|rounds?|reviews?|reports?)\b"
    r"|\b(?:until|before|since|in|during|between) (?:\w+ )?(?:19|20)\d\d\b|\bused to\b"
    r"|\bunder the (?:old|previous|former|earlier) \w+\b|\blast (?:year|time)\b"
    rf"|\bsince (?:last )?{_DAY}\b|\bhad (?:\w+ly )?(?:left|gone|\w+ed)\b"
)
_TO_COME = re.compile(r"\b(?:will|must|should|shall|is to|are to|(?:has|have) to|needs? to)\b")
_COVERS = re.compile(
    r"\b(?:covers?|covering|goes? back|going back|looks? back|relates? to"
    r"|(?:data|figures?|records?) (?:for|from)) (?:\w+ ){0,3}?(?:day|week|month|year)s?\b"
)
_OPEN = re.compile(
    r"(?<!survey )(?<!portal )(?<!form )(?<!link )(?<!window )(?<!consultation )(?<!evidence )"
    r"\b(?:is|are) (?:open|shut|closed|staffed|manned) (?:from|between|until|till|on|mon|\d)"
)
_ALL_YEAR = re.compile(
    r"\b(?:once|twice|(?:two|three|four|six|\d) times)"
    r" (?:a|each|every|per) (?:week|month|term|year)\b"
    r"|\b(?:its|their|his|her|your|my) (?:usual |regular )?(?:daily|weekly|monthly)\b"
    r"|\bas (?:it|they|we) (?:does|do|is|are) (?:every|all)\b|\ball (?:the )?year\b"
)
_DAYS_OF_ALL_WEEKS = re.compile(r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)days\b")
_ACTION = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:action:?\s+)?[A-Z]{2,3} (?:will|to|agreed to)\b"
)
"""'CD will circulate the note by Friday', in minutes: an action of the week of the meeting."""
_CONDITION = re.compile(r"(?:and |or |but )?(?:if|unless|whether)\b(?!\W+(?:so|not)\b)")
_LEADS_IN = re.compile(
    r"\b(?:agenda|timetable|programme|plan|order|schedule|outline|diary)\b[^.;]*:\s*$"
)
"""'The agenda for Tuesday is:', above its lines."""
_SAME_WEEK = re.compile(r"\bof (?:the|that) same week\b")
_MINUTES = re.compile(r"^\W*(?:minutes|notes|actions)\b")


def is_aside(text: str, *, of_visit: bool) -> bool:
    """Is it said beside the steps: a question, a remark, what a list covers, when a place is open?

    `of_visit`: it names the inspectors, whose days may come round each week.
    """
    folded = fold(text)
    if _QUESTION.search(folded) or _OTHERS.search(folded) or _LEADS_IN.search(folded):
        return True
    if _COVERS.search(folded) or _OPEN.search(folded):
        return True
    if _ALL_YEAR.search(folded) or _OTHER_BUSINESS.search(folded):
        return True
    return _DAYS_OF_ALL_WEEKS.search(folded) is not None and not of_visit


def is_of_an_earlier_round(text: str) -> bool:
    """Does it tell how it once was: 'the 2019 inspection ended on', 'used to be due on'?"""
    folded = fold(text)
    return _EARLIER.search(folded) is not None and not _TO_COME.search(folded)


def hangs_on_another(text: str, *, has_week: bool) -> bool:
    """Is it only what comes of the step before it ('so ...'), or of a week that nothing tells?"""
    folded = fold(text)
    return folded.startswith("so ") or (not has_week and _SAME_WEEK.search(folded) is not None)


def is_condition(text: str) -> bool:
    """Is it only on what something else depends: 'if the call comes on Monday'?"""
    folded = fold(text).strip()
    return _CONDITION.match(folded) is not None and not re.search(r"[,:?]| then ", folded)


def is_action(text: str, title: str) -> bool:
    """Is it what somebody took away from a meeting, in its minutes?"""
    return _MINUTES.search(fold(title)) is not None and _ACTION.search(text) is not None
