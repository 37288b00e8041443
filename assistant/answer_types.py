"""Does a text hold the kind of thing that a question asks for?"""

from __future__ import annotations

import re

from assistant.question import Wanted
from language.words import fold

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|third|none|no)"
)
_DIGITS = r"\d+(?:[.,]\d+)*"
_UNIT = r"(?:working |calendar )?(?:days?|weeks?|months?|years?|hours?)"
_OFTEN = (
    r"\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly|bi-?monthly|bi-?annual(?:ly)?|regular(?:ly)?|ongoing"
    rf"|every|each (?:day|week|month|year|quarter)|per (?:day|week|month|year)|a (?:week|month|year)|(?:{_NUMBER_WORD}|{_DIGITS}) monthly|once|twice)\b"
)
_TIME = (
    rf"\b(?:{_MONTH}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:19|20)\d\d\b|\d{{1,2}}[.:]\d\d ?(?:am|pm)?\b|\d{{1,2}} ?(?:am|pm)\b"
    rf"|(?:{_NUMBER_WORD}|{_DIGITS}) {_UNIT}\b|end of (?:the )?day\b|within\b|imminent(?:ly)?\b|shortly\b|spring\b|summer\b|autumn\b|winter\b"
    rf"|that day\b|same day\b|{_UNIT} (?:of|after|before|later)\b|any time\b|timing\b|next (?:week|month|year))|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
)
_ROLE = (
    r"\b(?:director|head of|chair|chairs|chaired|councillor|cllr|mayor|inspector|inspectors|inspectorate|hmi|officers?|board|team|ofsted|cqc|manager|managers|member|members"
    r"|dcs|secretary|committee|sub-committee|leader|leaders|lead|partnership|adviser|advisor|commission|department|social workers?|practitioners?|police|commander|council|staff"
    r"|author|contact|dfe|hmip|providers?|parents|workers?|group|officer|authority|clinicians?|assistant|sponsor|commissioner|clinical)\b"
)
_NAME = re.compile(
    r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)? (?:[A-Z]\. )?(?:Mc|Mac|O')?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b"
)
_REASON = (
    r"\b(?:because|due to|as a result|in order to|so that|owing to|reason|reasons|therefore|attributed to|since|impact(?:ed)? (?:by|on)|result(?:s|ed|ing)? (?:of|in|from)|caused|as we|as they|as this"
    r"|as (?:a|the|it)|to (?:ensure|enable|identify|support|improve|understand|check|assist)|means that|which (?:enables|means)|on (?:account|the basis) of|following)\b"
)
_COUNT = rf"(?<![\w.])(?:£ ?)?{_DIGITS} ?(?:%|m\b|k\b|per ?cent|am\b)?|\b{_NUMBER_WORD}\b|\ball\b|\bboth\b"

_PATTERNS: dict[Wanted, re.Pattern[str]] = {
    Wanted.TIME: re.compile(_TIME),
    Wanted.FREQUENCY: re.compile(_OFTEN),
    Wanted.PERSON: re.compile(_ROLE),
    Wanted.COUNT: re.compile(_COUNT),
    Wanted.REASON: re.compile(_REASON),
}
_NUMBERING = re.compile(r"^\(?\d+(?:\.\d+)*[.)]?\s+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def holds(wanted: Wanted, text: str) -> bool:
    """True when the text has a person, a time, a number ... as asked, or no kind is asked for."""
    pattern = _PATTERNS.get(wanted)
    if pattern is None:
        return True
    folded = fold(_NUMBERING.sub("", text))
    if wanted is Wanted.PERSON:
        return bool(pattern.search(folded) or _NAME.search(text))
    if wanted is Wanted.COUNT:
        folded = _YEAR.sub(" ", folded)
    return bool(pattern.search(folded))
