"""What tells a step of an inspection from other lines: its vocabulary, its deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from language.clock import ClockTime
from language.step_doers import who_of
from language.step_refusals import happens
from language.words import fold

MOST_NOTE = 12
"""Words of a note on a whole paper."""
_INSPECTION = re.compile(
    r"\binspect\w*|\bofsted\b|\bilacs\b|\bjtais?\b|\bhmip?\b|\bannex[e]? a\b|\bmonitoring visits?\b"
    r"|\bfocus(?:s?ed)? visits?\b|\bcqc\b|\blead inspector\b|\bon[- ]?site\b|\bfieldwork\b"
    r"|\bwritten statement of action\b|\b(?:improvement|action) plan\b|\bself[- ]evaluation\b"
    r"|\bengagement meeting\b|\bdraft report\b"
)
_OTHER = re.compile(
    r"\b(?:mock|practice|trial|pretend|dummy) (?:\w+ )?(?:inspections?|ilacs|jtais?|visits?)\b"
    r"|\binspections? of (?:(?:the|an?|all|our|your|their|its|this|each|every) )*+"
    r"(?!local|child|services?|area|send\b|safeguarding|youth|council|authorit|young|partner"
    r"|those|social|help|support|care\b|multi|us\b|ours\b|provision)\w+"
    r"|\b(?:lift|boiler|fire|gas|safety|hygiene|school|nursery|early years|premises|site|building"
    r"|vehicle|kitchen|playground|food) inspections?\b"
    r"|\binspection (?:costs?|budgets?|fees?|skills)\b"
    r"|\b(?:auditors?|contractors?|builders?|engineers?)\b.{0,20}\bon[- ]?site\b"
    r"|\bofsted\b.{0,40}\b(?:the|your|our|a) (?:schools?|nursery|college|academy)\b.*"
    r"|\bofsted['s]*[: ]+(?:grades?|rat(?:ed|ings?)|outstanding|good|registered|registration"
    r"|number)\b"
    r"|\b(?:rated|graded|judged|registered) (?:\w+ ){0,3}by ofsted\b"
)
"""Inspections of other things, rehearsals, and grades: 'the inspection of the lifts'."""
_NAMES = re.compile(
    r"\binspect\w*|\bofsted\b|\bilacs\b|\bjtais?\b|\bhmip?\b|\bmonitoring visits?\b"
    r"|\bfocus(?:s?ed)? visits?\b|\bfieldwork\b|\bannex[e]? a\b"
)
_VISIT = re.compile(
    r"\binspectors?\b|\bhmis?\b|\bfieldwork\b|\bon[- ]?site\b|\blead inspector\b"
    r"|\binspection (?:team|begins|starts|ends|is|will)\b"
    r"|\bvisits? (?:begins?|starts?|ends?|is|will|takes?)\b"
)
_EXPLAINS = re.compile(
    r"\b(?:expect(?:s|ing)?|because|as this|as these|attention|remember|bear in mind|in mind"
    r"|for example|such as|note that)\b"
)
_UNTIED = re.compile(
    r"\bdaily\b|\b(?:both|all|most) (?:\w+ )?days\b"
    r"|\b(?:each|every) (?:day|morning|afternoon|evening)\b"
    r"|\b(?:last|final|first) (?:day|morning|afternoon)\b|\bthis (?:morning|afternoon|evening)\b"
)
_MEETS = re.compile(
    r"\b(?:meet\w*|kit|keep[- ]in[- ]touch|calls?|catch[- ]?ups?|updates?|brief\w*|feedback|notes?"
    r"|huddle|debrief|stand-?up)\b"
)
_BEGINS_WITH_WHEN = re.compile(
    r"^\W*(?:(?:week|wk|w)\s?\d|d\s?\+\s?\d{1,2})\s?[:-]"
    r"|^\W*(?:(?:week|wk|day|w|d)\s?\w{1,3}\W+)?"
    r"(?:(?:mon|tue|wed|thu|fri)\w*|day \w+|\d{1,2}[.:]?\d\d)(?: [ap]\.?m\.?)?\s?[:,-]"
)
_COVERING = re.compile(r"\W*(?:this|these|all)(?: \w+){0,2}? (?:is|are|appl(?:y|ies)|covers?)\b")
_EVENT_DAY = re.compile(
    r"\b(?:day|morning|afternoon) of (?:the |our |its )?"
    r"(?:call|announcement|notification|publication|feedback)\b|\b(?:publication|call) day\b"
    r"|\bday (?:that |when )?(?:we are|we're|we get) (?:called|rung|told|the call)\b"
    r"|\b(?:if|when|once) (?:the phone|we get the call|the call"
    r"|(?:ofsted|inspectors?|hmip?) (?:phones?|rings?|calls?))\b"
    r"|\bfirst (?:24 hours|hours)\b"
)
_SAME_DAY = re.compile(
    rf"{_EVENT_DAY.pattern}|\b(?:the )?same day\b|\bthat (?:day|morning|afternoon)\b"
)
_LATER = re.compile(r"\blater\b|\bafterwards\b|\bfrom (?:today|now)\b")
_BY = (
    r"(?:by|(?<!not )before|no later than|not later than|until|ahead of|deadline(?: is| of|:)?"
    r"|due(?: by| on)?|at the latest|latest)"
)
_WHEN = (
    r"(?:(?:the |their |its )?(?:end|close|start|beginning) (?:of )?|close\b|cop\b|cob\b|noon"
    r"|midday|midnight|lunch"
    r"|mon|tue|wed|thu|fri|sat|sun|that (?:day|evening|afternoon)|the same (?:day|evening)"
    r"|(?:the )?(?:following|next) (?:day|morning|mon|tue|wed|thu|fri)|week \d|day \d|\d)"
)
_FROM_UNTIL = re.compile(r"\bfrom\b.{1,40}\buntil\b")
"""'From the Monday until the Thursday' is how long."""
_DEADLINE = re.compile(
    rf"\b{_BY},?\s+(?:the\s+)?{_WHEN}"
    r"|\b(?:end|close) of (?:the )?(?:working )?(?:day|play|business|week)\b|\bat the latest\b"
    r"|\bclose on (?=mon|tue|wed|thu|fri)|\bdeadlines?\b|\bdue\b|\b(?:no(?:t)? )?later than\b"
    r"|\b(?:co[pb]|eo[dp])\b|\blatest\b|\bon or before\b|\bcut-?off\b"
    r"|\bend of (?=mon|tue|wed|thu|fri)|\bby the time \w+ (?:go|goes|leave|leaves)\b"
    r"|\bbefore (?:we|they|you|any(?:one|body)|every(?:one|body)|staff) (?:go|goes|leave|leaves)\b"
    r"|\b(?:survey|portal|window|form|link|call for evidence|consultation)\b.{0,20}"
    r"\b(?:closes|shuts)\b"
)


def speaks_of_inspection(text: str) -> bool:
    """Does it have the vocabulary of inspections?"""
    return _INSPECTION.search(_OTHER.sub(" ", fold(text))) is not None


def is_daily(text: str) -> bool:
    """Is it of every day, or of one that has no weekday: 'each morning', 'the last day'?"""
    return _UNTIED.search(fold(text)) is not None


def names_inspection(text: str) -> bool:
    """Does a title name inspections, and not a plan or a report that may come of them?"""
    return _NAMES.search(_OTHER.sub(" ", fold(text))) is not None


def is_of_visit(text: str) -> bool:
    """Does it tell of the inspectors themselves, so that a date in it is theirs?"""
    return _VISIT.search(_OTHER.sub(" ", fold(text))) is not None


def is_note(text: str) -> bool:
    """Is it a note on the whole paper: 'Short ILACS, second week.', 'This is for the JTAI team'?"""
    if len(text.split()) > MOST_NOTE:
        return False
    return not happens(text) or re.match(r"\W*(?:this|these|all)\b", fold(text)) is not None


def is_covering(text: str) -> bool:
    """Does it tell what the whole paper is for: 'This is for all Ofsted inspections'?"""
    short = len(text.split()) <= MOST_NOTE
    return short and _COVERING.match(fold(text)) is not None


def is_untied(text: str, *, of_visit: bool = False) -> bool:
    """Does it happen on each day, or on the last one, whichever weekday that is?

    `of_visit`: the whole paper is of an inspection, so that 'each day' is of it.
    """
    if not is_daily(text):
        return False
    if of_visit:
        return True
    return bool(_MEETS.search(fold(text)) or speaks_of_inspection(text) or who_of(text))


def is_of_event_day(text: str, above: Iterable[str]) -> bool:
    """Is it on the day of an event, whichever weekday that is: 'same day, by 3pm', or a line under
    'The day of the call'?
    """
    if _SAME_DAY.search(fold(text)):
        return True
    return any(_EVENT_DAY.search(fold(each)) for each in above)


def begins_with_when(text: str) -> bool:
    """Does it begin with a day or time that stands before what happens: 'Fri: timetable agreed'?"""
    return _BEGINS_WITH_WHEN.search(fold(text)) is not None


def is_later(text: str) -> bool:
    """Does it count from the line before: 'two days later'?"""
    return _LATER.search(fold(text)) is not None


def is_step_like(text: str, *, in_week: bool, has_day: bool) -> bool:
    """Does something happen in it: more than a name, a label or an explanation?"""
    folded = fold(text)
    if _EXPLAINS.search(folded) and not has_day:
        return False
    if in_week:
        return len(text.split()) > (1 if has_day else 2)
    return len(text.split()) > 2 and (has_day or happens(text))


def is_deadline(text: str, time: ClockTime) -> bool:
    """Is it to be done by then, and not at that time?"""
    folded = fold(text)
    if time.time:
        before = folded[: time.start].rstrip()
        if re.search(rf"\b{_BY}(?: the)?$", before):
            return True
    return _DEADLINE.search(_FROM_UNTIL.sub("from ", folded)) is not None
