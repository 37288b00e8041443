"""Who does a step, in the words of its sentence."""

from __future__ import annotations

import re

from language.words import fold

_ROLE = (
    r"(?:inspectors?|inspectorates?|directors?|leads?|leaders?|teams?|managers?|councils?"
    r"|councillors?|ofsted|hmis?|dcs|cqc|officers?|heads?|chairs?|staff|workers?"
    r"|authorit(?:y|ies)|boards?|partners?|partnerships?|co-?ordinators?|iros?|members?"
    r"|chief executive|practitioners?|services?|area|police|probation|analysts?|administrators?"
    r"|auditors?|secretary|reviewers?|advisers?|ministers?|department|panel|commissioners?|governors?"
    r"|headteachers?|families|parents|carers|children|young people|agenc(?:y|ies)|comms|estates"
    r"|support|facilities|colleagues?|lawyers?|social care|health|schools?)"
)
_PRONOUN = r"(?:we|they|i|you)"
_MODIFIER = (
    r"(?:(?!\d|(?:the|our|a|an|each|all|every|on|in|by|at|during|after|before|from|until|to|for|of|with"
    r"|when|week|day|days|that|which|let|please"
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
    rf"(?P<who>(?:{_PRONOUN}|(?:(?:the|our|each|all|an?|both|every|my|one|two|three|four|five|six)\s+)?"
    rf"{_MODIFIER}{{0,4}}?{_ROLE})"
    rf"(?:\s+and\s+(?:the\s+)?{_MODIFIER}{{0,2}}?{_ROLE}"
    rf"|\s+(?:for|of|from|in|with)\s+(?:the\s+)?(?:(?!will\b|must\b)[\w'’&-]+\s?){{1,4}}?)?)"
    rf"\s+(?:(?:then|also|usually|normally|each|all|both|together)\s+)?"
    rf"(?:{_MODAL}\b(?P<rest>.*)|{_VERBS})"
)
_NOT_BEFORE = frozenset(
    (
        "to", "with", "of", "for", "from", "and", "as", "when", "once", "if", "which", "that",
        "who", "after", "before", "while", "until", "where", "because", "since", "so", "or", "than",
        "time", "moment",
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
