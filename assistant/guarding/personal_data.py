"""Numbers, dates and addresses that belong to one child: what can be told by its form.

Plain patterns and `phonenumbers`, no language model: see docs/adr/0004-guard-without-nlp.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import phonenumbers

from assistant.guarding.findings import Finding, FindingKind
from assistant.guarding.personal_forms import (
    CASE_NUMBER,
    CHILD_NOUN,
    COUNCIL_CODE,
    DATE,
    DOB,
    FILLER,
    FULL_DATE,
    HELD_UNDER,
    HOUSE,
    JOINED,
    LIVES,
    NO_AMOUNT,
    NOT_STREET,
    NUMBER_WORD,
    PERSON,
    PLAIN_ROAD,
    POSTCODE,
    ROAD,
    SYSTEM,
    YEAR,
)
from language.patterns import MONTH

_Check = Callable[[re.Match[str]], bool]

_NOT_A_HOME = re.compile(
    r"\b(?:town hall|civic cent\w+|offices?|council house|hub|library|head ?quarters|venue|priority"
    r"|weeks?|days?|parts?|annex|sections?|actions?|standards?|themes?|outcomes?|steps?|tables?"
    r"|lists?|appendix|objective|phase|pages?|slides?|paragraphs?|rows?|questions?|stages?|strand"
    r"|level|tier|pillar|principle)\W*$"
    r"|\b(?:hub|offices?|teams?|services?|cent(?:re|er)|mash|inspectors?|building|meetings?|base)"
    r" (?:(?:is|are|be|based|located|held|now) )*(?:at|in) $",
    re.I,
)
_OFFICE_MAIL = ("gov.uk", "police.uk", "nhs.uk", "nhs.net", "cjsm.net")


def _always(_: re.Match[str]) -> bool:
    return True


def _nhs_checksum(match: re.Match[str]) -> bool:
    digits = [int(c) for c in match.group() if c.isdigit()]
    return sum(d * (10 - i) for i, d in enumerate(digits)) % 11 == 0 and len(set(digits)) > 1


def _home(match: re.Match[str]) -> bool:
    """Not a year, not 'Priority 2 ...', not the town hall."""
    if re.match(r"(?:19|20)\d\d\b", match.group()):
        return False
    return not _NOT_A_HOME.search(match.string[max(0, match.start() - 40) : match.start()])


def _own_mail(match: re.Match[str]) -> bool:
    return not match["domain"].lower().endswith(_OFFICE_MAIL)


def _no_public_code(match: re.Match[str]) -> bool:
    """Not a provider's, a law's or a paper's number, which anybody may look up."""
    return not re.match(r"(?:URN|ISBN|ISSN|SI|HC|CM|CP|EY|SC|DFE|ISO|IEC|BS|EN)\b", match.group())


def _phone_length(match: re.Match[str]) -> bool:
    return sum(map(str.isdigit, match.group())) in (10, 11)


_PATTERNS: dict[FindingKind, tuple[tuple[str, _Check], ...]] = {
    FindingKind.NHS_NUMBER: (
        (r"\b\d{10}\b", _nhs_checksum),
        (r"(?<![£\d.,-])\b\d{3}([-. ])\d{3}\1\d{4}\b(?![-,.]?\d)", _always),
        (r"\bnhs\b[^.?!\d]{0,30}\d(?:[ -]?\d){9}\b", _always),
        (
            r"\bnhs\b\W{0,3}(?:(?:no|num\w*|id)\b)?\W{0,3}(?:is )?\d{3}[- ]?\d{3}[- ]?\d{3,4}\b",
            _always,
        ),
    ),
    FindingKind.DATE_OF_BIRTH: (
        (rf"\b{DOB}[^?!\d]{{0,25}}(?:{DATE}|\d\d? \d\d? {YEAR}\b|\d{{8}}\b|\d{{6}}\b)", _always),
        (rf"\b(?:dob|date of birth)\b{FILLER}{{0,2}} ?{MONTH} (?:19|20)\d\d\b", _always),
        (
            rf"\bborn\b(?! (?:on or )?(?:after|before|between|since)){FILLER}{{0,3}} ?{DATE}",
            _always,
        ),
        (
            r"\b(?:he|she|child|yp|baby|boy|girl|who)\b[^.?!]{0,20}\bborn (?:in )?"
            rf"{MONTH} (?:19|20)\d\d\b",
            _always,
        ),
        (
            rf"\b{FULL_DATE}\W{{0,3}}(?:(?:is|was|as) )?(?:(?:his|her|their|the|my) )?"
            rf"(?:{DOB}|\(?born\b)",
            _always,
        ),
        (rf"\bb\. ?{FULL_DATE}", _always),
        (
            r"\b(?:she|he|they|child|yp|who)\b[^.?!]{0,20}\b(?:turn(?:s|ed|ing)?|be|is|was) \d{1,2}"
            rf" (?:on )?{DATE}",
            _always,
        ),
        (rf"\b{CHILD_NOUN} ?\( ?{FULL_DATE} ?\)", _always),
    ),
    FindingKind.CASE_NUMBER: (
        (r"\bcase #?\d{5,}\b", _always),
        (
            rf"\b{PERSON} ?{NUMBER_WORD}\b\W{{0,3}}(?:is )?{CASE_NUMBER}{{4,}}(?:[-/]\d+)*\b",
            _always,
        ),
        (
            rf"\b{SYSTEM}\b\W{{0,3}}(?:{NUMBER_WORD}\b\W{{0,3}}(?:is )?)?{CASE_NUMBER}{{5,}}\b",
            _always,
        ),
        (rf"\b[a-z]{{0,4}}[-/]?\d{{6,}}\W{{1,3}}(?:\w+ ){{0,2}}{SYSTEM}\b", _always),
        (r"\b[A-Z]{2}\d{2}[CPZDF]\d{5}\b", _always),
        (rf"\b{HELD_UNDER}\b\W{{1,3}}{JOINED}[A-Z]{{0,4}}[-/ ]?\d{{5,9}}\b{NO_AMOUNT}", _always),
        (rf"(?<![\w/-])(?-i:{COUNCIL_CODE})\b{NO_AMOUNT}", _no_public_code),
        (r"\bid\b\W{0,3}(?:(?:no|number)\b\W{0,3})?(?:is )?\d{6,}\b", _always),
    ),
    FindingKind.PHONE: (
        (r"(?<![\w£.,-])(?:\+44 ?(?:\(0\))?|0)[ -]?7(?:[ .-]?\d){9}\b(?![-,.]?\d)", _always),
        (r"(?<![\w£])\(07\d{3}\)[ -]?\d{3}[ -]?\d{3}\b(?![-,.]?\d)", _always),
        (r"(?<![\w£.,-])\(?0[12](?:[ ()-]{0,2}\d){8,9}\b(?![-,.]?\d)", _phone_length),
    ),
    FindingKind.ADDRESS: (
        (rf"{HOUSE}(?:{NOT_STREET}[\w'’-]+,? ){{0,6}}{POSTCODE}", _home),
        (rf"{LIVES}[^.?!]{{0,30}}?\b{POSTCODE}", _always),
        (
            r"\b(?:flat|room|unit|block|house|number|no\.?) \d{1,4}[a-z]?\b"
            rf"[^.?!\d]{{0,40}}(?<!\w){POSTCODE}",
            _home,
        ),
        (
            rf"\b{POSTCODE}\W{{0,3}}(?:(?:house|flat|number|no|door)\b\W{{0,2}}){{1,3}}\d",
            _always,
        ),
        (rf"\b{POSTCODE}[^.?!]{{0,25}}{LIVES}", _always),
        (rf"{HOUSE}(?:{NOT_STREET}[a-z'’-]+ ){{1,3}}{PLAIN_ROAD}\b", _home),
        (
            rf"{HOUSE}(?:{NOT_STREET}(?-i:[A-Z])[\w'’-]+ ){{1,3}}(?-i:(?=[A-Z])){ROAD}\b",
            _home,
        ),
        (rf"{LIVES} (?:at|to|in) \d{{1,4}}[a-z]?,? (?:[a-z'’-]+ ){{1,3}}{ROAD}\b", _home),
        (rf"{LIVES} (?:at|to|in) \d{{1,4}}[a-z]?,? the [a-z]+\b", _always),
    ),
    FindingKind.EMAIL: (
        (r"[\w.+'-]{1,64}@(?P<domain>[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6})\b", _own_mail),
    ),
    FindingKind.UPN: (
        (r"\b[A-HJ-NP-RT-Z] ?\d{12}\b|\b[A-HJ-NP-RT-Z] ?\d{11,12}[A-HJ-NP-RT-Z]\b", _always),
        (
            r"\b(?:upn|unique pupil (?:no|number))\b\W{0,3}(?:is )?[A-Z]? ?\d{6,}[A-Z]?\b",
            _always,
        ),
    ),
    FindingKind.NATIONAL_INSURANCE_NUMBER: (
        (
            r"\b(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:\d\d ?){3}[A-D]\b",
            _always,
        ),
        (
            r"\b(?:national insurance|nino|ni)\b\W{0,3}(?:(?:no|number|num)\b)?\W{0,3}"
            r"(?:(?:is|was) )?[A-Z]{2} ?(?:\d\d ?){3}[A-Z]?\b",
            _always,
        ),
    ),
    FindingKind.IDENTITY_DOCUMENT: (
        (
            r"\b[A-Z9]{5}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d"
            r"[A-Z9]{2}[A-Z\d][A-Z]{2}\b",
            _always,
        ),
        (
            r"\b(?:passport|home office|brp|arc|visa|driving licen[cs]e)\b\W{0,3}"
            r"(?:(?:no|number|num|ref|reference|id)\b)?\W{0,3}(?:is )?[A-Z]{0,3}[/ ]?\d{6,}\b",
            _always,
        ),
    ),
    FindingKind.SOCIAL_HANDLE: (
        (
            r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|facebook|xbox|psn|twitter|telegram"
            r"|roblox)\b\W{0,3}(?:(?:name|user|username|handle|account|as|is|called|id)\W{1,3}){0,3}"
            r"(?:@\w|(?=\w*[\d_.])\w)[\w.]{2,}",
            _always,
        ),
        (r"(?<![\w.@])@(?=\w*[\d_])[\w.]{3,}", _always),
    ),
}
_COMPILED = tuple(
    (kind, re.compile(pattern, re.I), check)
    for kind, patterns in _PATTERNS.items()
    for pattern, check in patterns
)

_IN_BRACKETS = re.compile(rf" ?[(\[] ?(?P<date>{FULL_DATE}) ?[)\],;]", re.I)
_COUNTRY_CODE = re.compile(r"\+ ?\(?\d|\b00\d")
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
    for kind, pattern, check in _COMPILED:
        for match in pattern.finditer(text):
            if check(match):
                yield Finding(kind, match.start(), match.end())
    if _COUNTRY_CODE.search(text):
        yield from _foreign_phones(text)


def births_beside(text: str, names: Iterable[Finding]) -> Iterator[Finding]:
    """A full date in brackets right after the name of a child is a date of birth."""
    for name in names:
        match = _IN_BRACKETS.match(text, name.end)
        if match:
            yield Finding(FindingKind.DATE_OF_BIRTH, match.start("date"), match.end("date"))


def _foreign_phones(text: str) -> Iterator[Finding]:
    """Numbers with a country code; those of this country have patterns above."""
    for match in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID):
        if phonenumbers.number_type(match.number) not in _PUBLIC_LINES:
            yield Finding(FindingKind.PHONE, match.start, match.end)
