"""A text with a child's details put out of it: 'Child A' for a name, '[NHS number removed]'.

The same name gets the same words each time, and what comes out passes the guard. Everything else
stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import count
from string import ascii_uppercase

from assistant.guard import guard
from assistant.guarding.findings import Finding, FindingKind
from assistant.guarding.personal_forms import DATE, POSTCODE
from assistant.guarding.relations import ADULT_AFTER, ADULT_BEFORE, CARER_BEFORE, FAMILY, TITLE

CHILD = "Child"
PERSON = "Person"
CARER = "their carer"
ROUNDS = 6
"""What was put in may stand beside something that now looks personal; tried again this often, and
what is left then is taken out altogether."""
_LONGEST = 4

_REMOVED = {
    FindingKind.NHS_NUMBER: "[NHS number removed]",
    # Not 'date of birth': the next date would count as one beside these words.
    FindingKind.DATE_OF_BIRTH: "[date removed]",
    FindingKind.CASE_NUMBER: "[case number removed]",
    FindingKind.PHONE: "[phone number removed]",
    FindingKind.ADDRESS: "[address removed]",
    FindingKind.EMAIL: "[email address removed]",
    FindingKind.UPN: "[pupil number removed]",
    FindingKind.NATIONAL_INSURANCE_NUMBER: "[insurance number removed]",
    FindingKind.IDENTITY_DOCUMENT: "[document number removed]",
    FindingKind.SOCIAL_HANDLE: "[social media name removed]",
}
_NUMBERS = (FindingKind.NHS_NUMBER, FindingKind.CASE_NUMBER, FindingKind.PHONE)
"""Kinds whose details are the words with digits; what is found with them may stay."""
_WITH_DIGITS = re.compile(r"[^\s,;:]*\d(?:.*\d)?[^\s,;:.?!]*")
_DATE = re.compile(rf"{DATE}|\d[\d ]*\d", re.I)
_FROM_HOUSE = re.compile(rf"(?:\d|{POSTCODE}).*", re.I)
_TO_POSTCODE = re.compile(rf".*{POSTCODE}", re.I)
_LETTERS_USED = re.compile(r"\b(child|person) ([a-z]{1,2})\b", re.I)
_STARTS_SENTENCE = re.compile(r"(?:^|[.?!] )$")


def replaced(text: str, findings: Collection[Finding]) -> str:
    """The text without what was found in it. `text` is the cleaned text of the findings.

    Names that the guard would stop and that are not among the findings (they stand in the
    documents) are left alone.
    """
    length = 4 * len(text) + 1000
    kept = {
        text[f.start : f.end].lower()
        for f in guard(text, limit=length).findings
        if not any(f.start < given.end and given.start < f.end for given in findings)
    }
    people = _People(text)
    for _ in range(ROUNDS):
        if not findings:
            return text
        text = people.put_in(text, findings)
        findings = _left(text, kept, length)
    while findings:
        text = "".join(_outside(text, findings))
        text = " ".join(text.split())
        findings = _left(text, kept, length)
    return text


def without_details(text: str, known_names: Collection[str], limit: int) -> str:
    """What may be asked instead of a text that the guard stopped; '' where that is not to be had:
    the text is longer than anybody would read over (four times the limit).
    """
    if len(text) > _LONGEST * limit:
        return ""
    guarded = guard(text, known_names, limit=len(text) + 1)
    return replaced(guarded.text, guarded.findings)


def _left(text: str, kept: Collection[str], length: int) -> tuple[Finding, ...]:
    found = guard(text, limit=length).findings
    return tuple(f for f in found if text[f.start : f.end].lower() not in kept)


def _outside(text: str, findings: Collection[Finding]) -> Iterator[str]:
    last = 0
    for finding in findings:
        yield text[last : finding.start]
        last = finding.end
    yield text[last:]


class _People:
    """The persons of one text, each with the words that stand for the name."""

    def __init__(self, text: str) -> None:
        self._used = {
            (kind.lower(), letter.lower()) for kind, letter in _LETTERS_USED.findall(text)
        }
        self._words: dict[str, str] = {}

    def put_in(self, text: str, findings: Collection[Finding]) -> str:
        """The text with each finding replaced, once."""
        names = [f for f in findings if f.kind is FindingKind.CHILD_NAME]
        self._meet(text, names)
        pieces, last = [], 0
        for finding in findings:
            start, end, words = self._instead(text, finding)
            pieces += [text[last : max(start, last)], words]
            last = end
        return " ".join("".join([*pieces, text[last:]]).split())

    def _meet(self, text: str, names: Collection[Finding]) -> None:
        """Who each name is: told by any of the places where it stands."""
        adults = {_key(text, f) for f in names if _is_adult(text, f)}
        carers = {_key(text, f) for f in names if CARER_BEFORE.search(text[: f.start])}
        for name in names:
            key = _key(text, name)
            if key not in self._words:
                kind = PERSON if key in adults | carers else CHILD
                self._words[key] = CARER if key in carers else f"{kind} {self._letter(kind)}"

    def _letter(self, kind: str) -> str:
        for number in count():
            rounds, place = divmod(number, len(ascii_uppercase))
            letter = ascii_uppercase[place] * (rounds + 1)
            if (kind.lower(), letter.lower()) not in self._used:
                self._used.add((kind.lower(), letter.lower()))
                return letter
        raise AssertionError  # count() does not end

    def _instead(self, text: str, finding: Finding) -> tuple[int, int, str]:
        """From where to where, and the words to put there."""
        start, end = finding.start, finding.end
        if finding.kind is not FindingKind.CHILD_NAME:
            inner = _detail(text[start:end], finding.kind)
            return start + inner[0], start + inner[1], _REMOVED[finding.kind]
        family = FAMILY.fullmatch(text[start:end])
        if family:
            return start, end, f"{family['the']} {family['who']}"
        words = self._words[_key(text, finding)]
        if words == CARER:
            named = CARER_BEFORE.search(text[:start])
            if named:  # 'the carer, Julie, said': the word is there already
                comma = "," if "," in named["comma"] and text[end : end + 1] == "," else ""
                return named.start("comma"), end + len(comma), ""
            if _STARTS_SENTENCE.search(text[:start]):
                words = words.capitalize()
        if text[end - 1 : end + 1].lower() in ("s'", "s’") and text[end + 1 : end + 2] in ("", " "):
            return start, end + 1, f"{words}{text[end]}s"  # James' becomes Child A's
        return start, end, words


def _key(text: str, name: Finding) -> str:
    """What two mentions of a person have in common: the first name, without a title."""
    words = TITLE.sub("", text[name.start : name.end])
    return words.lower().split()[0]


def _is_adult(text: str, name: Finding) -> bool:
    return bool(
        TITLE.match(text[name.start : name.end])
        or ADULT_BEFORE.search(text[: name.start])
        or ADULT_AFTER.match(text[name.end :])
    )


def _detail(words: str, kind: FindingKind) -> tuple[int, int]:
    """Where in the words found the detail itself stands: 'dob is' and 'lives at' may stay."""
    inner = None
    if kind is FindingKind.DATE_OF_BIRTH:
        inner = _DATE.search(words)
    elif kind is FindingKind.ADDRESS:
        inner = _FROM_HOUSE.search(words)
        if inner:
            to_postcode = _TO_POSTCODE.match(inner.group())
            rest = inner.group()[to_postcode.end() :] if to_postcode else ""
            if to_postcode and not re.search(r"\d", rest):
                return inner.start(), inner.start() + to_postcode.end()
    elif kind in _NUMBERS:
        inner = _WITH_DIGITS.search(words)
    return inner.span() if inner else (0, len(words))
