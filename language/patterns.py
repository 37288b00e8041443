"""Months, weekdays, numbers and units in folded text, as parts of regular expressions."""

from __future__ import annotations

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|half|quarter|third|none|no)"
)
NUMBER = rf"(?:{NUMBER_WORD}|\d+(?:[.,]\d+)*)"
UNIT = r"(?:working |calendar )?(?:days?|weeks?|months?|years?|hours?)"
YEAR = r"\b(?:19|20)\d\d\b"
