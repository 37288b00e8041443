"""Numbers, dates and addresses that belong to one child: what can be told by its form.

Plain patterns and `phonenumbers`, no language model: see docs/adr/0004-guard-without-nlp.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers


class FindingKind(StrEnum):
    """What kind of personal data was found; `label` is its name on the screen."""

    NHS_NUMBER = "nhs_number"
    DATE_OF_BIRTH = "date_of_birth"
    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    CASE_NUMBER = "case_number"
    UPN = "upn"
    NATIONAL_INSURANCE_NUMBER = "national_insurance_number"
    IDENTITY_DOCUMENT = "identity_document"
    SOCIAL_HANDLE = "social_handle"
    CHILD_NAME = "child_name"

    @property
    def label(self) -> str:
        """The kind with its article, as it stands in a sentence."""
        return _LABELS[self]


_LABELS = {
    FindingKind.NHS_NUMBER: "an NHS number",
    FindingKind.DATE_OF_BIRTH: "a date of birth",
    FindingKind.PHONE: "a phone number",
    FindingKind.ADDRESS: "a home address",
    FindingKind.EMAIL: "an email address",
    FindingKind.CASE_NUMBER: "a case number",
    FindingKind.UPN: "a unique pupil number",
    FindingKind.NATIONAL_INSURANCE_NUMBER: "a National Insurance number",
    FindingKind.IDENTITY_DOCUMENT: "the number of an identity document",
    FindingKind.SOCIAL_HANDLE: "a social media name",
    FindingKind.CHILD_NAME: "a child's or family member's name",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Where one piece of personal data stands in the cleaned text. Holds no words of it."""

    kind: FindingKind
    start: int
    end: int


def _nhs_checksum(match: re.Match[str]) -> bool:
    digits = [int(c) for c in match.group() if c.isdigit()]
    return sum(d * (10 - i) for i, d in enumerate(digits)) % 11 == 0 and len(set(digits)) > 1


def _not_a_year(match: re.Match[str]) -> bool:
    return not re.match(r"(?:19|20)\d\d\b", match.group())


def _not_a_court(match: re.Match[str]) -> bool:
    return _not_a_year(match) and not _VENUE.search(match.string[: match.start()][-40:])


def _not_an_office(match: re.Match[str]) -> bool:
    domain = match.group("domain").lower()
    return not domain.endswith(("gov.uk", "police.uk", "nhs.uk", "nhs.net", "cjsm.net"))


_VENUE = re.compile(
    r"(?:town hall|civic cent\w+|offices?|council house|hub|library|head ?quarters|venue)\W*$", re.I
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?{_YEAR}"
    rf"|(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH}\b\.?,?(?:[\s-]{_YEAR})?\b"
    rf"|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\b,?(?:\s{_YEAR})?\b)"
)
_FULL_DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?{_YEAR}"
    rf"|(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH}\b\.?,?[\s-]{_YEAR}"
    rf"|{_MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR})\b"
)
_DOB = r"(?:d\s?\.?\s?o\s?\.?\s?b\b\.?|date of birth|birth ?date|birth ?day|born)"
_FILLER = r"(?:\W{1,3}|is|was|on|as|the|this|falls|recorded|given|shown|listed|of|in)"
_SYSTEM = r"(?:mosaic|liquid ?logic|lcs|ics|framework-?i|azeus|eclipse|care ?director|carefirst)"
_PERSON = r"(?:case|client|person|child(?:'s|’s)?|pupil|service user|file|referral|record)"
_NUMBER_WORD = r"(?:no|nos|number|num|nr|id|ids|ref|reference|#)"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"
_ROAD = (
    r"(?:road|rd|street|avenue|ave|lane|close|gardens|drive|crescent|terrace|grove|mews|st"
    r"|court|way|place|square|walk|row|rise|estate|house|point|tower)"
)
_PLAIN_ROAD = r"(?:road|rd|street|avenue|crescent|terrace|gardens|mews|lane|grove)"
_NOT_STREET = (
    r"(?!(?:on|in|at|to|of|for|and|or|per|from|with|by|are|is|were|was|weeks?|days?|months?|years?"
    r"|children|family|crown|high|county|care|youth|magistrates|supreme|head)\b)"
)
_FAMILY_HOME = r"(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|placed|moved|home|address|sleep\w*)"

_Check = Callable[[re.Match[str]], bool]


def _always(_: re.Match[str]) -> bool:
    return True


def _pattern(kind: FindingKind, pattern: str, check: _Check = _always, flags: int = re.I) -> _Row:
    return kind, re.compile(pattern, flags), check


_Row = tuple[FindingKind, re.Pattern[str], _Check]
_K = FindingKind
_PATTERNS: tuple[_Row, ...] = (
    _pattern(_K.NHS_NUMBER, r"\b\d{3}[- ]?\d{3}[- ]?\d{4}\b", _nhs_checksum),
    _pattern(
        _K.NHS_NUMBER, r"\bnhs\b\W*(?:(?:no|num\w*|id)\b)?[\W]*(?:is\s)?\d{3}[- ]?\d{3}[- ]?\d{4}\b"
    ),
    _pattern(
        _K.DATE_OF_BIRTH,
        rf"\b{_DOB}(?<!born)(?:\s?{_FILLER}){{0,4}}\s?(?:{_DATE}|\d{{8}}\b|\d{{6}}\b)",
    ),
    _pattern(
        _K.DATE_OF_BIRTH,
        rf"\bborn\b(?!\s(?:on or\s)?(?:after|before|between|since))(?:\s?{_FILLER}){{0,3}}\s?{_DATE}",
    ),
    _pattern(
        _K.DATE_OF_BIRTH,
        rf"\b{_FULL_DATE}\W{{0,3}}(?:(?:is|was|as)\s)?(?:(?:his|her|their|the|my)\s)?{_DOB}",
    ),
    _pattern(_K.DATE_OF_BIRTH, rf"\bb\.\s?{_FULL_DATE}"),
    _pattern(
        _K.DATE_OF_BIRTH,
        rf"\b(?:she|he|they|child|yp|who)\b.{{0,20}}\bturn(?:s|ed|ing)?\s\d{{1,2}}\s(?:on\s)?{_DATE}",
    ),
    _pattern(_K.PHONE, r"(?<![\w£$.,-])(?:\+44\s?(?:\(0\))?|0)7\d(?:[\s-]?\d){8}\b(?![-,.]?\d)"),
    _pattern(_K.ADDRESS, rf"\b\d{{1,4}}[a-z]?\b[^.?!]{{0,50}}?\b{_POSTCODE}", _not_a_court),
    _pattern(_K.ADDRESS, rf"\b{_FAMILY_HOME}\b[^.?!]{{0,30}}?\b{_POSTCODE}"),
    _pattern(
        _K.ADDRESS, rf"\b{_POSTCODE}\W{{0,3}}(?:(?:house|flat|number|no|door)\W{{0,2}}){{1,3}}\d"
    ),
    _pattern(
        _K.ADDRESS,
        rf"\b\d{{1,4}}[a-z]?,?\s(?:{_NOT_STREET}[a-z'’-]+\s){{1,3}}{_PLAIN_ROAD}\b",
        _not_a_court,
    ),
    _pattern(
        _K.ADDRESS,
        rf"\b\d{{1,4}}[A-Za-z]?,?\s(?i:{_NOT_STREET})(?:[A-Z][\w'’-]+\s){{1,3}}(?i:{_ROAD})\b",
        _not_a_court,
        0,
    ),
    _pattern(
        _K.ADDRESS,
        rf"\b{_FAMILY_HOME}\s(?:at|to|in)\s\d{{1,4}}[a-z]?,?\s(?:[a-z'’-]+\s){{1,3}}{_ROAD}\b",
    ),
    _pattern(_K.ADDRESS, rf"\b{_FAMILY_HOME}\s(?:at|to|in)\s\d{{1,4}}[a-z]?,?\sthe\s[a-z]+\b"),
    _pattern(
        _K.EMAIL,
        r"[\w.+'-]{1,64}@(?P<domain>[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})\b",
        _not_an_office,
    ),
    _pattern(_K.CASE_NUMBER, rf"\b(?:{_PERSON}\s)?{_NUMBER_WORD}?\b(?<![\w])case\s#?\d{{5,}}\b"),
    _pattern(
        _K.CASE_NUMBER,
        rf"\b{_PERSON}\s?{_NUMBER_WORD}\b[\W]{{0,3}}(?:is\s)?[a-z]{{0,4}}[-/ ]?\d{{4,}}\b",
    ),
    _pattern(
        _K.CASE_NUMBER,
        rf"\b{_SYSTEM}\b\W{{0,3}}(?:{_NUMBER_WORD}\b\W{{0,3}}(?:is\s)?)?[a-z]{{0,4}}[-/ ]?\d{{5,}}\b",
    ),
    _pattern(_K.CASE_NUMBER, rf"\b[a-z]{{0,4}}[-/]?\d{{6,}}\W{{1,3}}(?:\w+\s){{0,2}}{_SYSTEM}\b"),
    _pattern(_K.CASE_NUMBER, r"\b[A-Z]{2}\d{2}[CPZDF]\d{5}\b"),
    _pattern(_K.UPN, r"\b[A-HJ-NP-RT-Z]\s?\d{12}\b|\b[A-HJ-NP-RT-Z]\s?\d{11}[A-HJ-NP-RT-Z]\b"),
    _pattern(
        _K.UPN, r"\b(?:upn|unique pupil (?:no|number))\b[\W]{0,3}(?:is\s)?[A-Z]?\s?\d{6,}[A-Z]?\b"
    ),
    _pattern(
        _K.NATIONAL_INSURANCE_NUMBER,
        r"\b(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?(?:\d{2}\s?){3}[A-D]\b",
    ),
    _pattern(
        _K.NATIONAL_INSURANCE_NUMBER,
        r"\b(?:national insurance|nino|ni)\b\W{0,3}(?:(?:no|number|num)\b)?\W{0,3}(?:(?:is|was)\s)?"
        r"[A-Z]{2}\s?(?:\d{2}\s?){3}[A-Z]?\b",
    ),
    _pattern(
        _K.IDENTITY_DOCUMENT,
        r"\b[A-Z9]{5}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z\d][A-Z]{2}\b",
    ),
    _pattern(
        _K.IDENTITY_DOCUMENT,
        r"\b(?:passport|home office|brp|arc|visa|driving licen[cs]e)\b\W{0,3}(?:(?:no|number|num|ref|reference|id)\b)?"
        r"\W{0,3}(?:is\s)?[A-Z]{0,3}[/ ]?\d{6,}\b",
    ),
    _pattern(
        _K.SOCIAL_HANDLE,
        r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|facebook|xbox|psn|twitter|telegram|roblox)\b"
        r"\W{0,3}(?:(?:name|user|username|handle|account|as|is|called|id)\W{1,3}){0,3}@?(?=\w*[\d_.])\w[\w.]{2,}",
    ),
    _pattern(_K.SOCIAL_HANDLE, r"(?<![\w.@])@[a-z][\w.]{2,}"),
)

_PUBLIC_LINES = frozenset(
    {
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.UAN,
    }
)
"""Helplines and council switchboards (0800, 03...): nobody's own number."""


def structured_findings(text: str) -> Iterator[Finding]:
    """Every finding that can be told by its form, in no order, overlaps included."""
    for kind, pattern, check in _PATTERNS:
        for match in pattern.finditer(text):
            if check(match):
                yield Finding(kind, match.start(), match.end())
    if sum(map(str.isdigit, text)) >= 9:
        yield from _phones(text)


def _phones(text: str) -> Iterator[Finding]:
    for match in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID):
        if phonenumbers.number_type(match.number) not in _PUBLIC_LINES:
            yield Finding(FindingKind.PHONE, match.start, match.end)
