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
    r"\b(?:was|were|took place|visited|inspected|met|received|held|had|published|came|arrived"
    r"|attended|noted|agreed|reported|confirmed|presented|called|judged|rated|found|completed)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|must|should|shall|is to|are to|has to|have to|needs? to|is|are|may|can|to be|we'll"
    r"|required|expected)\b"
)
_FIGURE = re.compile(
    r"\d\s?%|\bper ?cent\b|\bpercentage\b|\bon average\b|\baverage of\b|\bproportion\b|\bmedian\b"
    r"|\btarget\b|\btimeliness\b|\bcaseloads?\b"
)
_LENGTH = re.compile(
    r"\b(?:takes?|lasts?|runs? (?:for|over)|spans?|is|are) (?:about |usually |normally )?"
    r"(?:\w+ ){0,2}(?:days?|weeks?|off site|on site)\b|\bfor (?:\w+ ){1,2}(?:days?|weeks?)\b"
    r"|\beither side of\b"
)
_BY = (
    r"(?:by|before|no later than|not later than|until|deadline(?: is| of|:)?|due(?: by| on)?"
    r"|at the latest)"
)
_DEADLINE = re.compile(
    rf"\b{_BY}\s+(?:the\s+)?(?:end of|close of|cop|start of|noon|midday|midnight|mon|tue|wed|thu"
    r"|fri|sat|sun|lunchtime|that day|the same day)"
    r"|\b(?:end|close) of (?:the )?(?:working )?(?:day|play|business|week)\b|\bat the latest\b"
    r"|\bdeadline\b|\bdue\b|\bno(?:t)? later than\b|\bcop\b"
)
_ROLE = (
    r"(?:inspectors?|inspectorates?|directors?|leads?|leaders?|teams?|managers?|councils?|councillors?"
    r"|ofsted|hmi|dcs|cqc|officers?|heads?|chairs?|staff|workers?|we|they|authorit(?:y|ies)|boards?"
    r"|partners?|co-?ordinators?|iros?|members?|chief executive|practitioners?|services?|area"
    r"|partnership|police|probation|analysts?|administrators?|secretary|reviewers?|advisers?|ministers?"
    r"|department|secretary of state|panel|commissioners?|governors?|headteachers?|families|parents"
    r"|carers|children|young people)"
)
_DOES = (
    r"(?:will|must|should|shall|may|can|is to|are to|has to|have to|needs? to|is|are|has|have"
    r"|\w+s|meet|send|submit|share|call|ring|phone|arrive|give|hold|visit|write|publish|set|read"
    r"|check|agree|brief|interview|observe|sample|track|receive|return|prepare|spend|feed|leave)\b"
)
_SUBJECT = re.compile(
    rf"(?:^|[,:;–-]\s+|\bthen\s+|\band\s+)(?!(?:as|when|once|if|which|that|who|after|before|while"
    rf"|until|where|because|since|so)\b)(?P<who>(?:(?:the|our|each|all|a|an|both|every)\s+)?"
    rf"(?:[\w'’&/-]+\s+){{0,4}}?{_ROLE}(?:\s+(?:for|of|from|in)\s+(?:the\s+)?(?:[\w'’&-]+\s?){{1,4}}?)?)"
    rf"\s+(?:(?:then|also|usually|normally|each|all|both|together)\s+)?{_DOES}"
)
_AGENT = re.compile(rf"\bby (?P<who>(?:(?:the|our|a|an)\s+)?(?:[\w'’&/-]+\s+){{0,4}}?{_ROLE}\b)")
_LABELLED = re.compile(
    r"[(\[–-]\s*(?:owner|lead|who|led by|responsible)\s*:?\s+(?P<who>[^)\]–.;]{2,60})",
    re.IGNORECASE,
)


def speaks_of_inspection(text: str) -> bool:
    """Does it have the vocabulary of inspections?"""
    return _INSPECTION.search(fold(text)) is not None


def is_history(text: str) -> bool:
    """Does it tell what happened, and not what happens?"""
    folded = fold(text)
    if not _PAST.search(folded):
        return False
    if any(each.date.day or each.date.month for each in find_dates(text)):
        return not re.search(r"\b(?:will|must|should|shall)\b", folded)
    return not _AHEAD.search(folded)


def is_figure(text: str) -> bool:
    """Is it about how often, or how quickly, something was done?"""
    return _FIGURE.search(fold(text)) is not None


def is_length(text: str) -> bool:
    """Does it tell how long something takes, or what part of it a week is?"""
    return _LENGTH.search(fold(text)) is not None


def is_step_like(text: str, days: tuple[int, ...]) -> bool:
    """Does something happen in it: more than a name or a label?"""
    return len(text.split()) >= 3 and (bool(days) or _AHEAD.search(fold(text)) is not None)


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
    for pattern in (_SUBJECT, _AGENT):
        match = pattern.search(folded)
        if match:
            return given[match.start("who") : match.end("who")].strip()
    return ""
