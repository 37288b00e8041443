"""What tells a step of an inspection from other lines, and who does it, in a sentence's words."""

from __future__ import annotations

import re

from language.clock import ClockTime
from language.dates import find_dates
from language.words import fold

_INSPECTION = re.compile(
    r"\binspect\w*|\bofsted\b|\bilacs\b|\bjtais?\b|\bhmip?\b|\bannex[e]? a\b|\bmonitoring visits?\b"
    r"|\bfocus(?:s?ed)? visits?\b|\bcqc\b|\blead inspector\b|\bon[- ]?site\b|\bfieldwork\b"
    r"|\bwritten statement of action\b|\b(?:improvement|action) plan\b|\bself[- ]evaluation\b"
    r"|\bengagement meeting\b|\bdraft report\b"
)
_WILL = re.compile(
    r"\b(?:will|must|should|shall|is to|are to|has to|have to|needs? to|is|are|may|can|to be|'ll"
    r"|\w+s)\b"
)
_PAST = re.compile(
    r"\b(?:started|joined|thanked|stood|failed|spoke|was|were|took place|visited|inspected|met|received|held|had|published|came|arrived"
    r"|attended|noted|agreed|reported|confirmed|presented|called|judged|rated|found|completed)\b"
)
_PARTICIPLE = re.compile(
    r"(?<!\bwe )(?<!\bthey )(?<!\bhad )\b(?:published|held|received|agreed|confirmed|presented|completed"
    r"|reported|noted|rated|called)(?=\s+(?:within|by|at|no|not|up|about|before|after|\d|with)\b|\s*[.,;:)]|\s*$)"
)
"""'Letter published within 20 working days': what is to come, as in a list of steps."""
_PRACTICE = re.compile(
    r"\bcore groups?\b|\bconferences?\b|\bstrategy (?:discussions?|meetings?)\b|\bassessments?\b"
    r"|\bplacements?\b|\breferrals?\b|\bserious (?:incidents?|events?)\b|\bsection 47\b"
    r"|\breturn (?:home )?interviews?\b|\bstatutory visits?\b|\brapid reviews?\b|\bproceedings\b"
    r"|\bcare plans?\b|\bsupervision\b|\bpenalt(?:y|ies)\b|\behc plans?\b|\bcomplaints? (?:are|take)\b"
)
_DATED = re.compile(
    r"\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|satur|sun)(?:day)? (?:the )?\d{1,2}"
    r"(?:st|nd|rd|th\b|\s(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_WAS = re.compile(r"\b(?:was|were|took place|had been)\b")
_EXPLAINS = re.compile(
    r"\b(?:expect(?:s|ing)?|because|as this|as these|attention|remember|bear in mind|in mind"
    r"|for example|such as|note that)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|must|should|shall|is to|are to|has to|have to|needs? to|is|are|may|can|to be|we'll"
    r"|would|required|expected)\b"
)
_FIGURE = re.compile(
    r"\d\s?%|\bper ?cent\b|\bpercentage\b|\bon average\b|\baverage of\b|\bproportion\b|\bmedian\b"
    r"|\btarget\b|\btimeliness\b|\bcaseloads? (?:is|are|was|were|of|at|average\w*|fell|rose)\b"
    r"|\b(?:our|average|mean) caseloads?\b"
    r"|\b(?:fell|rose|grew|dropped|increased|decreased|improved) (?:from|to|by)\b"
)
_ROUTINE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    r"|\b(?:every|each) (?:other |second |first |third )?"
    r"(?:mon|tue|wed|thu|fri|week|month|fortnight|quarter|term|year)"
    r"|\bof (?:each|every|the) month\b|\b(?:first|1st) and third \w+day\b"
    r"|\b(?:weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)\b"
)
_HOURS = re.compile(
    r"\b(?:is|are) (?:open|shut|closed|staffed)\b|\b(?:opening|normal|usual|office|core) hours\b"
    r"|\bas usual\b|\b(?:on|my|annual) leave\b(?! (?:check|list|rota))|^(?:sent|from|to|cc|subject|date)\s?:"
)
_UNTIED = re.compile(
    r"\bdaily\b|\b(?:each|every) (?:day|morning|afternoon|evening)\b"
    r"|\b(?:last|final|first) (?:day|morning|afternoon)\b|\bthis (?:morning|afternoon|evening)\b"
)
_MEETS = re.compile(
    r"\b(?:meet\w*|kit|keep[- ]in[- ]touch|calls?|catch[- ]?ups?|brief\w*|feedback|notes?|huddle"
    r"|debrief|stand-?up)\b"
)
_BEGINS_WITH_WHEN = re.compile(
    r"^\W*(?:week|wk|w)\s?\d\s?[:-]"
    r"|^\W*(?:(?:week|wk|day|w|d)\s?\w{1,3}\W+)?(?:(?:mon|tue|wed|thu|fri)\w*|day \w+|\d{1,2}[.:]?\d\d)"
    r"(?: [ap]\.?m\.?)?\s?[:,-]"
)
_TRAINING = re.compile(r"\b(?:training|course|webinar|workshop|e-learning)\b")
_OF_THE_ABOVE = re.compile(r"^\W*(?:all|everything|these|this|the)\b.{0,12}\babove\b")
_LATER = re.compile(r"\blater\b|\bafterwards\b|\bfrom (?:today|now)\b")
_LENGTH = re.compile(
    r"\b(?:takes?|lasts?|runs? (?:for|over)|spans?|is|are) (?:about |usually |normally )?"
    r"(?:\w+ ){0,2}(?:days?|weeks?|off site|on site)\b"
    r"|\bfor (?!the |this |that )(?:\w+ ){1,2}(?:days?|weeks?)\b"
    r"|\beither side of\b"
)
_BY = (
    r"(?:by|before|no later than|not later than|until|ahead of|deadline(?: is| of|:)?"
    r"|due(?: by| on)?|at the latest|latest)"
)
_WHEN = (
    r"(?:(?:the |their |its )?(?:end|close|start|beginning) (?:of )?|cop\b|cob\b|noon|midday"
    r"|midnight|lunch"
    r"|mon|tue|wed|thu|fri|sat|sun|that (?:day|evening|afternoon)|the same (?:day|evening)"
    r"|(?:the )?(?:following|next) (?:day|morning|mon|tue|wed|thu|fri)|week \d|day \d|\d)"
)
_DEADLINE = re.compile(
    rf"\b{_BY},?\s+(?:the\s+)?{_WHEN}"
    r"|\b(?:end|close) of (?:the )?(?:working )?(?:day|play|business|week)\b|\bat the latest\b"
    r"|\bclose on (?=mon|tue|wed|thu|fri)|\bdeadlines?\b|\bdue\b|\b(?:no(?:t)? )?later than\b"
    r"|\b(?:co[pb]|eo[dp])\b|\blatest\b|\bon or before\b|\bcut-?off\b"
    r"|\bend of (?=mon|tue|wed|thu|fri)"
    r"|\b(?:survey|portal|window|form|link|call for evidence|consultation)\b.{0,20}\b(?:closes|shuts)\b"
)
_ROLE = (
    r"(?:inspectors?|inspectorates?|directors?|leads?|leaders?|teams?|managers?|councils?|councillors?"
    r"|ofsted|hmis?|dcs|cqc|officers?|heads?|chairs?|staff|workers?|we|they|i|you"
    r"|authorit(?:y|ies)|boards?|partners?|partnerships?|co-?ordinators?|iros?|members?"
    r"|chief executive|practitioners?|services?|area|police|probation|analysts?|administrators?|auditors?"
    r"|secretary|reviewers?|advisers?|ministers?|department|panel|commissioners?|governors?"
    r"|headteachers?|families|parents|carers|children|young people|agenc(?:y|ies)|comms|estates"
    r"|support|facilities|colleagues?|lawyers?|social care|health|schools?)"
)
_MODIFIER = (
    r"(?:(?!\d|(?:the|our|a|an|each|all|every|on|in|by|at|during|after|before|from|until|to|for|of|with"
    r"|when|week|day|days|that|which"
    r"|following|next|and|then|once|as|if)\b)[\w'’&/-]+\s+)"
)
_MODAL = r"(?:will|must|should|shall|may|can|would|needs? to|has|have|is|are)(?: to)?"
_VERBS = (
    r"(?!(?:meetings|interviews|sessions|discussions|groups|members|briefings|offices|services|notes"
    r"|plans|reports|areas|days|weeks)\b)(?:\w+s|meet|send|submit|share|call|ring|phone|arrive|give"
    r"|hold|visit|write|publish|set|read|check|agree|brief|interview|observe|sample|track|receive"
    r"|return|prepare|spend|feed|leave|come|choose|hear|see|look|names?|pick|ask|tell|on site)\b"
)
_SUBJECT = re.compile(
    r"(?<![\w'’-])"
    rf"(?P<who>(?:(?:the|our|each|all|an?|both|every|my|one|two|three|four|five|six)\s+)?"
    rf"{_MODIFIER}{{0,4}}?{_ROLE}"
    rf"(?:\s+and\s+(?:the\s+)?{_MODIFIER}{{0,2}}?{_ROLE}"
    rf"|\s+(?:for|of|from|in|with)\s+(?:the\s+)?(?:(?!will\b|must\b)[\w'’&-]+\s?){{1,4}}?)?)"
    rf"\s+(?:(?:then|also|usually|normally|each|all|both|together)\s+)?"
    rf"(?:{_MODAL}\b(?P<rest>.*)|{_VERBS})"
)
_NOT_BEFORE = frozenset(
    (
        "to", "with", "of", "for", "from", "and", "as", "when", "once", "if", "which", "that",
        "who", "after", "before", "while", "until", "where", "because", "since", "so", "or", "than",
    )
)  # fmt: skip
"""Before a subject of its own clause none of these stands."""
_PASSIVE = re.compile(
    r"^\s*(?:be |been |being |not |also |then )*\w+(?:ed|sent|held|given|seen|met|made|told|shown"
    r"|taken|heard|chosen|set|called)\b(?! to\b)"
)
_AGENT = re.compile(rf"\bby (?P<who>(?:(?:the|our|an?)\s+)?{_MODIFIER}{{0,4}}?{_ROLE}\b)")
_LABELLED = re.compile(
    r"[(\[–-]\s*(?:owner|lead|who|led by|responsible)\s*:?\s+(?P<who>[^)\]–.;]{2,60})",
    re.IGNORECASE,
)


def speaks_of_inspection(text: str) -> bool:
    """Does it have the vocabulary of inspections?"""
    return _INSPECTION.search(fold(text)) is not None


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
    return _ROUTINE.search(fold(text)) is not None


def is_hours(text: str) -> bool:
    """Does it tell when something is open, who is away, or when a message was sent?"""
    return _HOURS.search(fold(text)) is not None


def is_untied(text: str) -> bool:
    """Does it happen on each day, or on the last one, whichever weekday that is?"""
    folded = fold(text)
    if not _UNTIED.search(folded):
        return False
    return bool(_MEETS.search(folded) or speaks_of_inspection(text) or who_of(text))


def begins_with_when(text: str) -> bool:
    """Does it begin with a day or time that stands before what happens: 'Fri: timetable agreed'?"""
    return _BEGINS_WITH_WHEN.search(fold(text)) is not None


def is_of_the_above(text: str) -> bool:
    """Does it tell of the lines before, and of nothing that happens: 'all the above are in week 1'?"""
    return _OF_THE_ABOVE.search(fold(text)) is not None


def is_later(text: str) -> bool:
    """Does it count from the line before: 'two days later'?"""
    return _LATER.search(fold(text)) is not None


def is_dated(text: str) -> bool:
    """Does it name a weekday's own date: 'Tuesday 9 March', 'Thursday 8th'?"""
    return _DATED.search(fold(text)) is not None


def is_training(text: str) -> bool:
    """Is it a course or a training day?"""
    return _TRAINING.search(fold(text)) is not None


def happens(text: str) -> bool:
    """Has it a verb of what is to come?"""
    return _AHEAD.search(fold(text)) is not None


def is_length(text: str) -> bool:
    """Does it tell how long something takes, or what part of it a week is?"""
    return _LENGTH.search(fold(text)) is not None


def is_step_like(text: str, *, in_week: bool, has_day: bool) -> bool:
    """Does something happen in it: more than a name, a label or an explanation?"""
    folded = fold(text)
    if _EXPLAINS.search(folded) and not has_day:
        return False
    if in_week:
        return len(text.split()) > 1
    return len(text.split()) > 2 and (has_day or _AHEAD.search(folded) is not None)


def is_deadline(text: str, time: ClockTime) -> bool:
    """Is it to be done by then, and not at that time?"""
    folded = fold(text)
    if time.time:
        before = folded[: time.start].rstrip()
        if re.search(rf"\b{_BY}(?: the)?$", before):
            return True
    return _DEADLINE.search(folded) is not None


def who_of(text: str) -> str:
    """Who does it, in the text's own words; '' where it does not say."""
    labelled = _LABELLED.search(text)
    if labelled:
        return labelled["who"].strip()
    folded = fold(text)
    given = text if len(text) == len(folded) else folded
    for match in _SUBJECT.finditer(folded):
        before = folded[: match.start()].split()[-1:]
        if _NOT_BEFORE & {*before} or _PASSIVE.search(match["rest"] or ""):
            continue
        return given[match.start("who") : match.end("who")].strip()
    agent = _AGENT.search(folded)
    return given[agent.start("who") : agent.end("who")].strip() if agent else ""
