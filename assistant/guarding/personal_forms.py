"""How dates, addresses and the numbers of a case are written: what patterns are made of."""

from __future__ import annotations

from language.patterns import MONTH

YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
DIGIT_DATE = rf"(?:\d{{4}}[-/.]\d\d?[-/.]\d\d?|\d\d? ?[-/.] ?\d\d? ?[-/.] ?{YEAR})"
DAY = r"\d\d?(?:st|nd|rd|th)?"
FULL_DATE = (
    rf"(?:{DIGIT_DATE}|(?:the )?{DAY}[ -](?:of )?{MONTH}\b\.?,?[ -]{YEAR}"
    rf"|{MONTH} (?:the )?{DAY},? {YEAR})\b"
)
DATE = (
    rf"(?:{DIGIT_DATE}|(?:the )?{DAY}[ -](?:of )?{MONTH}\b(?:\.?,?[ -]{YEAR})?"
    rf"|{MONTH} (?:the )?{DAY}(?:,? {YEAR})?)\b"
)
DOB = r"(?:d ?\. ?o ?\. ?b\b\.?|dob\b|d\.?o\.?b\b\.?|date of birth|birth ?date|birth ?day)"
FILLER = r"(?: ?(?:\W{1,3}|is|was|on|as|the|this|falls|recorded|given|shown|listed|of|in))"
CHILD_NOUN = (
    r"(?:boy|girl|child|baby|son|daughter|sister|brother|sibling|twin|toddler|lad|lass|youngest"
    r"|eldest|oldest|yp|young person|one)"
)
SYSTEM = r"(?:mosaic|liquid ?logic|lcs|ics|framework-?i|azeus|eclipse|care ?director|carefirst)"
PERSON = (
    r"(?:case|client|person|child(?:['’]s)?|pupil|service user|file|referral|record|system|swift"
    r"|his|her|their|social care|family)"
)
NUMBER_WORD = r"(?:no|nos|number|num|nr|ids?|ref|reference|#)"
CASE_NUMBER = r"[a-z]{0,4}[-/ ]?\d"
HELD_UNDER = (
    r"(?:case|record|file|referral|id|ref(?:erence)?(?: (?:no|number))?|mosaic|liquidlogic)"
)
JOINED = r"(?:(?:is|was|under|as|at|on|it['’]s|that['’]s|called|numbered)\W{1,2}){0,2}"
NO_AMOUNT = r"(?![-,.]?\d)(?! ?(?:%|pounds|children|cases|people|a year))"
COUNCIL_CODE = r"[A-Z]{1,5}-\d{5,9}|[A-Z]{2,5}/\d{2,4}/\d{3,8}"
POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"
PLAIN_ROAD = r"(?:road|rd|street|avenue|crescent|terrace|gardens|mews|lane|grove)"
ROAD = (
    r"(?:road|rd|street|st|avenue|ave|lane|close|gardens|drive|crescent|terrace|grove|mews"
    r"|court|way|place|square|walk|row|rise|estate|house|point|tower)"
)
NOT_STREET = (
    r"(?!(?:on|in|at|to|of|for|and|or|per|from|with|by|are|is|were|was|had|have|off|down|our|their"
    r"|weeks?|days?|months?|years?|children|hours?|working|head)\b"
    r"|(?:family|crown|high|county|youth|magistrates|supreme) court\b)"
)
HOUSE = r"\b\d{1,4}[a-z]?,? "
LIVES = r"\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|placed|moved|home|address|sleep\w*)\b"
