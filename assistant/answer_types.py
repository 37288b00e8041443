"""Does a text hold the kind of thing that a question asks for?"""

from __future__ import annotations

import re

from assistant.guarding.person_names import names_in_text, persons_named
from assistant.question import Question
from assistant.tables.counting import how_surely_counted
from assistant.wanted import Wanted
from language.acronyms import spelled_out
from language.patterns import MONTH, NUMBER, NUMBER_WORD, UNIT, WEEKDAY, YEAR
from language.words import fold

_OFTEN = "|".join(
    (
        r"\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)\b",
        r"\bbi-?(?:monthly|annual(?:ly)?)\b|\b(?:regular(?:ly)?|ongoing|every|once|twice)\b",
        r"\b(?:each|per|a) (?:day|week|month|year|quarter)\b",
        rf"\b{NUMBER} monthly\b|\banniversar(?:y|ies)\b",
    )
)
_TIME = "|".join(
    (
        rf"\b{MONTH}\b|\b{WEEKDAY}\b|\b(?:19|20)\d\d\b|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}",
        r"\b\d{1,2}[.:]\d\d ?(?:am|pm)?\b|\b\d{1,2} ?(?:am|pm)\b",
        rf"\b{NUMBER} {UNIT}\b|\b{UNIT} (?:of|after|before|later)\b"
        rf"|\bwithin (?:{NUMBER}|an?|the) (?:{UNIT}|week|day|month)\b",
        r"\bend of (?:the )?day\b|\b(?:that|same) day\b|\bany time\b|\btiming\b",
        r"\b(?:imminent(?:ly)?|shortly|spring|summer|autumn|winter)\b",
        r"\bnext (?:week|month|year)\b",
    )
)
_ROLES = """
    director head chair chairs chaired councillor cllr mayor inspectors? inspectorate hmi
    officers? board team ofsted cqc managers? members? dcs secretary committee sub-committee
    leaders? lead partnership advis[eo]r commission department practitioners? police commander
    council staff author contact dfe hmip providers? parents workers? group authority
    clinicians? assistant sponsor commissioner clinical
"""
_ROLE = rf"\b(?:{'|'.join(_ROLES.split())})\b"
_REASON = "|".join(
    (
        r"\b(?:because|due to|so that|owing to|reasons?|therefore|attributed to|since|caused)\b",
        r"\bas (?:a result|we|they|this|a|the|it)\b|\bfollowing\b|\bin order to\b|\bmeans that\b",
        r"\bimpact(?:ed)? (?:by|on)\b|\bresult(?:s|ed|ing)? (?:of|in|from)\b",
        r"\bto (?:ensure|enable|identify|support|improve|understand|check|assist)\b",
        r"\bwhich (?:enables|means)\b|\bon (?:account|the basis) of\b",
    )
)
_COUNT = (
    rf"(?<![\w.])(?:£ ?)?\d+(?:[.,]\d+)* ?(?:%|m\b|k\b|per ?cent|am\b)?"
    rf"|\b{NUMBER_WORD}\b|\ball\b|\bboth\b"
)

_DURATION = rf"\b{NUMBER}(?: and a half)? {UNIT}\b|\b(?:a|an|one|full) (?:day|week|month|year)\b"
_PATTERNS: dict[Wanted, re.Pattern[str]] = {
    Wanted.TIME: re.compile(_TIME),
    Wanted.CLOCK: re.compile(r"\b\d{1,2}[.:]\d\d|\b\d{1,2} ?(?:am|pm)\b|\bnoon\b|\bmidnight\b"),
    Wanted.DAY: re.compile(
        rf"\b{WEEKDAY}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b|\b(?:that|same) day\b"
        rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\b{NUMBER} {UNIT}\b|\b{MONTH} (?:19|20)\d\d"
    ),
    Wanted.YEAR: re.compile(YEAR),
    Wanted.DURATION: re.compile(_DURATION),
    Wanted.FREQUENCY: re.compile(_OFTEN),
    Wanted.PERSON: re.compile(_ROLE),
    Wanted.COUNT: re.compile(_COUNT),
    # A share's label alone ('% Referral') is no share.
    Wanted.SHARE: re.compile(
        rf"\d ?%|{NUMBER} per ?cent|\bhalf\b|\bquarter\b|\bthirds?\b|\b\d+ (?:in|of) \d+\b"
    ),
    Wanted.MONEY: re.compile(r"[£$€] ?\d|\b\d[\d.,]*(?:m|k| million| thousand)\b"),
    Wanted.REASON: re.compile(_REASON),
    Wanted.CONTACT: re.compile(
        r"\b0\d[\d ]{7,}\b|\+44|\S+@\S+\.\S+|\bhttps?:|\bwww\.|\bext(?:ension)?\.? ?\d"
    ),
}
# 'Which day will they come?' is answered by a day, and not by a month.
_DAY_TO_COME = re.compile(r"\b(?:what|which) (?:exact )?day (?:will|do|does|is|are|must|should)\b")
_ONE_DAY = re.compile(
    rf"\b{WEEKDAY}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}\b|\b(?:that|same|next) day\b"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\b{NUMBER} {UNIT}\b|\bday of the\b"
)
# A paragraph's number ('4.2 ', '3) '), not the figure of '12 family centres'.
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)+\.?|\(?\d+[.)])\s+")
_BY = re.compile(rf"\b(?:by|chaired|led|undertaken|attended|with) (?:\w+ ){{0,4}}?{_ROLE}")
_EXACT_TIME = re.compile(
    rf"\b(?:{MONTH} (?:20)?\d\d|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|(?:19|20)\d\d|{WEEKDAY})\b"
    rf"|\d[.:]\d\d|{NUMBER} {UNIT}\b"
)
_GRADE = r"(?:outstanding|good|requir(?:es?|ing) improvement(?: to be good)?|inadequate)"
_GRADED = re.compile(
    rf"\b(?:judged|rated|graded?|judge?ments?|are|is|as|was|were)\b.{{0,50}}\b{_GRADE}"
)
_UNGRADED = re.compile(
    r"\b(?:no|without an?|not an?) (?:\w+ ){0,2}(?:grade|judge?ment|rating)s?\b"
    r"|\b(?:not|never|un) ?(?:graded|rated|judged)\b|\bdo(?:es)? not (?:grade|rate|judge)\b"
)
# 'A JTAI is a joint inspection', 'X is the name of', 'X means'.
DEFINES = re.compile(
    r"^(?:an? |the |our )?(?:[\w&'()/-]+ ){1,7}?(?:is|are|means|stands for|refers to) "
    r"(?:an? |the |our |when |where |how |what |short for )"
)
UNDEFINED = 0.6
"""How surely a sentence that does not say what something is answers a 'what is'."""
GRADE_NAMED = 0.3
"""How surely a sentence that only has the word of a grade gives one."""


def holds(question: Question, text: str) -> float:
    """How surely a text has a person, a time, a number ... as asked: 0 to 1, 1 when any will do."""
    wanted = question.wanted
    folded = fold(_NUMBERING.sub("", text))
    if wanted is Wanted.NAME:
        return float(bool(persons_named(text)))
    if wanted is Wanted.EXPANSION:
        return _expands(question.text, text)
    if wanted is Wanted.GRADE:
        return _grades(folded)
    if wanted is Wanted.DEFINITION:
        return 1.0 if DEFINES.search(folded) else UNDEFINED
    pattern = _PATTERNS.get(wanted)
    if pattern is None:
        return 1.0
    if wanted is Wanted.PERSON:
        if bool(names_in_text(text)) or _BY.search(folded):
            return 1.0
        return 0.7 if pattern.search(folded) else 0.0
    if wanted is Wanted.DAY and _DAY_TO_COME.search(fold(question.text)):
        return float(bool(_ONE_DAY.search(folded)))
    if wanted is Wanted.COUNT:
        folded = fold(spelled_out(_NUMBERING.sub("", text)))
        return how_surely_counted(question.text, re.sub(YEAR, " ", folded), pattern)
    if not pattern.search(folded):
        return 0.0
    if wanted is Wanted.TIME:
        return 1.0 if _EXACT_TIME.search(folded) else 0.7
    return 1.0


def states_a_grade(text: str) -> bool:
    """True where a sentence, or a row's cells set apart by ' ; ', gives something a grade."""
    return _grades(fold(_NUMBERING.sub("", text))) > GRADE_NAMED


def _grades(folded: str) -> float:
    """A grade given: in a cell of its own, after 'rated', or only the word; or that none is."""
    cells = [cell.strip(" .") for cell in folded.split(";")]
    if any(re.fullmatch(_GRADE, cell) for cell in cells):
        return 1.0
    if _GRADED.search(folded) or _UNGRADED.search(folded):
        return 0.7
    return GRADE_NAMED if re.search(rf"\b{_GRADE}", folded) else 0.0


def _expands(asked: str, text: str) -> float:
    """'ABC stands for ...', '... (ABC)' or 'ABC | long form' for a short form asked about."""
    short = re.findall(r"\b[A-Z]{2,}[a-z]?[A-Z]*\b", asked) or re.findall(r"\b[a-z]{2,6}\b", asked)
    for form in short:
        name = re.escape(form)
        also = r"(?: or |, )"
        row = rf"(?:^|; )(?:\w+{also})?{name}(?:{also}\w+)? ; (?=[^;\d]*[a-z]{{3}})"
        if re.search(rf"\b{name}\b (?:stands|is short) for|\({name}s?\)|{row}", text, re.I):
            return 1.0
    return 0.0
