"""The words around a name that tell an officer, a colleague, an author, a place or a thing.

Patterns only, no logic. `*_BEFORE` end where the name starts, `*_AFTER` start where it ends (past a
possessive).
"""

from __future__ import annotations

import re

_ROLE = (
    r"(?:director|dcs|inspectors?|hmi|councillor|cllr|lead member|managers?|officers?|chair\w*"
    r"|chief exec\w*|ceo|lead|(?-i:Sir|Lord|Lady|Dame)|professor|prof|dr|doctor|mayor|minister"
    r"|commissioner|author|judge|magistrate|trainer|head of [\w ]{3,40}|leader|deputy"
    r"|(?:student |senior |agency |duty |principal )?social worker|(?:personal )?advis[eo]r"
    r"|(?-i:PA|IRO|PC|DC|DS|DI|GP|LADO|DSL|SENCO|ASYE|HMI|YOT)|consultant|secretary"
    r"|head(?: ?teacher)?|driver|receptionist"
    r"|colleague|practitioner|supervisor|psychologist|psychiatrist|paediatrician|therapist"
    r"|counsellor|nurse|matron|midwife|health visitor|(?<!special )guardian|solicitor|barrister"
    r"|lawyer|teacher|police\w*|sergeant|detective|constable|superintendent|commander"
    r"|(?:youth|support|outreach|early help|family|key|agency|duty|link) ?worker|advocate"
    r"|interpreter|co-?ordinator|administrator|admin|clerk|business support|apprentice|auditor"
    r"|researcher|academic|writer|founder|volunteer|mentor|team ?mate|principal|counterpart)s?"
)
_NOT_FAMILY = (
    r"(?!(?:who|whose|which|boy|girl|child|baby|lad|lass|son|daughter|brother|sister|twin|mum|dad"
    r"|mother|father|carers?|young|oldest|eldest|youngest|one|with|had|has|told|saw|said|asked)\b)"
)
_WORDS_TO_ROLE = rf"(?: {_NOT_FAMILY}[\w'’-]+){{0,5}}? "
_TEAM = (
    r"(?:legal|hr|finance|comms|performance|quality assurance|qa|commissioning|audit|business"
    r" support|early help|mash|mast|camhs|cafcass|probation|ofsted|the virtual school"
    r"|(?:the|our) (?:[\w'’-]+ ){0,3}"
    r"(?:team|department|directorate|unit|council|service))"
)

OFFICER_BEFORE = re.compile(
    rf"\b{_ROLE}[,:(–-]? ?(?:(?:is|was|called|named) )?$"
    rf"|\b{_ROLE} (?:in|at|for|from) [\w'’ ]{{2,30}}, $"
    r"|(?<=[\w,;:] )(?-i:Sister|Brother|Father|Mother) $|\b(?-i:Rev|Reverend|Imam|Rabbi)\.? $"
    r"|\b(?:led|chaired|written|owned|presented|replaced|signed off) (?:by )?$"
    r"|\b(?:supervised|managed|trained|taught|appointed|mentored|inspired|authored|published"
    r"|designed|developed|devised|coined|founded|set up|run|audited|moderated) by $"
    r"|\bsupervision with $|\b(?:report(?:s|ing)? to|hand(?:s|ed|ing)? over (?:to|from)"
    r"|t(?:ook|ak(?:es?|en|ing)) over from|cover(?:s|ed|ing)? for|works? for|alongside|shadow\w*"
    r"|replac(?:es|ed|ing)|succeeded|colleagues?(?: like| such as)?|credit to|according to"
    r"|escalat\w+ (?:it |this |that )?to) $"
    r"|\b(?:book|paper|article|study|research|talk|course|training|model|theory|chapter|lecture)"
    r" (?:by|from) $"
    r"|(?:^|[.?!,] |\b(?:know|say|tell me|and) )who(?: (?:is|was|are)|['’]s)\b[^.?!]*$",
    re.I,
)
OFFICER_AFTER = re.compile(
    rf"(?:['’]s)?,? \(?(?:is |was |still |as |the |our |a |new |former |corporate |assistant "
    rf"|interim )*{_ROLE}\b"
    rf"|, (?:who(?: is|['’]s| was) )?(?:my|our|the|a|an|one of (?:my|our|the))"
    rf"{_WORDS_TO_ROLE}{_ROLE}\b"
    rf"| (?:is|was|as|has been) (?:still |now |then |also )?(?:my|our|the|a|an|their)"
    rf"{_WORDS_TO_ROLE}{_ROLE}\b"
    rf"| or (?:the|our|my) {_ROLE}\b"
    rf"|(?:(?:,| and| &) (?-i:[A-Z])[\w'’-]+){{0,2}} (?:from|in|at) {_TEAM}\b"
    r"|,? (?:who )?(?:recommend\w*|chair\w*|leads?|led|owns?|brief(?:s|ed)|publish\w*"
    r"|oversees|oversaw|supervis\w+|allocat\w+|sign(?:s|ed) off|head(?:s|ed) up|argue[sd]?"
    r"|conclude[sd]?|audit\w*"
    r"|line[- ]manage[sd]?|taught me|train(?:s|ed) (?:me|us))\b"
    r"| presents?\b(?! (?:as|with|at|in)\b)|, cover(?:s|ed) for "
    r"|,? (?:who )?(?:cover(?:s|ed) for|"
    r"manage[sd]? (?:me|us|our|the (?:[\w'’-]+ ){0,2}(?:team|service|unit))"
    r"|took over (?:from|as)|join(?:s|ed) us) ?"
    r"| r(?:uns|an) (?:the|our) (?:[\w'’-]+ ){0,2}(?:team|service|hub|group|sessions?|training|duty"
    r"|panel|unit|project|programme|clinic)\b"
    r"| wr(?:ites?|ote) (?:the|our|up|about|that|in (?:her|his))\b| start\w* (?:as|in post)\b"
    r"| (?:et al\b|\(?(?:19|20)\d\d\b)",
    re.I,
)
"""What officers, colleagues and authors are called and do."""

OF_AN_AUTHOR = re.compile(
    r" (?:[\w-]+ ){0,2}(?:book|model|theory|theories|framework|research|paper|article|inquiry"
    r"|ladder|hierarchy|triangle|toolkit|lecture|studies|findings|principles"
    r"|(?:work|writing|thinking|ideas|review|report) (?:on|of|about))\b"
    r"| (?:team|caseload|desk|diary|audits?|supervision notes?|line manage\w+|leadership)\b",
    re.I,
)
"""After a possessive: what authors and colleagues have, and children do not."""

ASKED_ABOUT = re.compile(
    r"\b(?:did|does|do|has|have|will|would|should|could|can)\b(?![^.?!]*\b(?:I|me|my|we)\b)[^.?!]*$",
    re.I,
)
SAID_AFTER = re.compile(
    r" (?:say|said|ask|join|find|think|expect|report|write|wrote|sign)\w*\b"
    r"(?! (?:me|us|he|she|they|no|nobody|to)\b)",
    re.I,
)
MEETING_BEFORE = re.compile(r"\b(?:meet|meeting|interview) (?:with )?$", re.I)
"""In a question of Ask ('What did Daniel say?') these speak of an officer; told, of anybody."""

THING_BEFORE = re.compile(
    r"\b(?:the|a|an|this|St\.?|Saint|our) $"
    r"|\b(?:programme|project|charity|service|app|tool|course|group|model|framework|home|centre"
    r"|school|nursery|refuge|hostel|system|dog|cat|puppy|kitten|rabbit|hamster|pony|horse|teddy)"
    r"s?,? (?:is |was |that is |that['’]s |which is )?(?:called|named|known as) $",
    re.I,
)
"""'the Ruby unit', 'St Thomas', 'a programme called Lottie'."""

WORD_AFTER = re.compile(
    r"\s+(?:matters?\b(?! to (?:me|us|him|her)\b)|counts\b|is (?:important|central|part of)\b"
    r"|(?:and|or) (?:culture|identity|food|language|heritage)\b)"
)
"""What a name that is also a word does as the word: 'faith matters', 'hope and identity'."""
THING_AFTER = re.compile(
    r" (?:report|inquiry|law|rule|model|ward|road|street|house|hospital|school|academy|centre|hub"
    r"|teams?|programme|project|trust|foundation|charity|unit|judgment|scheme|framework|day|site"
    r"|principles?|review|method|scale|toolkit|county|council|university|college|green|park|town"
    r"|estate|library|training|play|production|network|group|centre|court|building|lodge|square"
    r"|place)\b|['’]s (?:law|rule|way)\b|['’]s (?-i:[A-Z][a-z]+)\b",
    re.I,
)
"""'the Jay report', 'Clare's Law', 'Isaac Newton Academy'."""

PLACE_BEFORE = re.compile(
    r"\b(?:in|near|via|way of|through|across|around|between|outside)"
    r"(?: (?:north|south|east|west))? $"
    r"|\b(?:moved?|moving|came|come|went|go|goes|going|back|fled|flew|flown|travel\w*|returned?"
    r"|arrived?|originally|are|is|was|were|family|home|deport\w+|trafficked|holiday|trip)"
    r"(?: over| back| here| up| down)? (?:from|to) $",
    re.I,
)
"""Before a name that is also a place, it is the place."""
