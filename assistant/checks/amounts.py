"""Whether an amount stands in a passage: as it is, rounded, as a part, a count or a difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from assistant.checks.facts import Fact, FactKind
from assistant.checks.numbers import Amount, base

ABOUT = 2.6
"""Points of a percentage by which a fraction in words may be off: 73.9% is 'three quarters'."""

ROUGHLY = 4
"""The same where it says 'nearly' or 'about'."""

GRAND = 1000
"""From which on a number without its unit may be of pounds: 'it costs twelve thousand'."""

_UNIT_WORDS = {
    "%": r"%|\bper ?cent|\bpercentage", "wd": r"\bworking days?\b", "d": r"(?<!working )\bdays?\b",
    "w": r"\bweeks?\b", "m": r"\bmonths?\b", "y": r"\byears?\b", "h": r"\bhours?\b",
    "min": r"\bminutes?\b", "£": r"£", "km": r"\bkm\b|\bkilomet", "t": r"\btonnes?\b",
}  # fmt: skip

_ELIDED_WORDS = """
less fewer more of and or to by in on at for from with the is was were are a an
"""

_ELIDED = frozenset(_ELIDED_WORDS.split())

_LENGTHS = frozenset(("wd", "d", "w", "f", "m", "q", "y", "h", "min"))


def amount_stands(  # noqa: PLR0912 - one branch for each way to write a number
    fact: Fact, text: str, found: Sequence[Fact], around: tuple[str, str]
) -> bool:
    """Whether a number of the folded `text` is among `found`: as it is, rounded, or counted.

    `around` is the passage, folded, and the whole sentence.
    """
    mine = fact.amount
    there, sentence = around
    if mine is None:
        return False
    theirs = [each.amount for each in found if each.amount is not None]
    if any(mine.same(other) for other in theirs):
        return True
    if mine.value == 1 and text[fact.start : fact.start + 1] == "a":
        # 'In a year' says no number, unless the passage gives another length of time.
        return not any(other.unit in _LENGTHS for other in theirs)
    if mine.part:
        of_shares = "%" in there
        shares = [e.value for e in theirs if e.unit == "%" or (of_shares and not e.unit)]
        before = text[: fact.start]
        about = ROUGHLY if any(w.search(before) for w in (_NEARLY, _OVER, _ABOUT)) else ABOUT
        if any(abs(share - mine.value) <= about for share in shares):
            return True
        more = -NEAR_PART if _LESS.search(before) else NEAR_PART if _MORE.search(before) else 0
        if any(0 < (share - mine.value) * (more > 0 or -1) < abs(more) for share in shares):
            return True
        return _is_part(mine, text[: fact.start], sentence, theirs)
    if mine.unit == "pt":
        return _is_difference(mine, sentence, theirs)
    if (
        not mine.unit
        and mine.words == "one"
        and re.search(r"\b(?:once|an?|single|sole|1)\b", there)
    ):
        other = rf"\b(?:[2-9]|\d\d+|{_SMALL[4:]}) (?:\w+ )?{mine.next_word.rstrip('s')}"
        if not mine.next_word or not re.search(other, there):
            return True
    if not mine.unit and mine.value == 1 and re.search(r"\b(?:first|1st)\b", there):
        return True
    if not mine.unit and _is_count(mine, text[: fact.start], there):
        return True
    alike = [other for other in theirs if other.value == mine.value]
    if _rounded(mine, text[: fact.start], theirs):
        return True
    digits = mine.words.rstrip("stndrh")
    if digits.isdigit() and re.search(rf"\b[a-z]{{1,4}}-?{digits}\b", there):
        # 'Section 47' and 's47', 'risk 7' and 'R7'
        return True
    if not mine.unit and alike and re.search(r"\d ?%|£ ?\d|per ?cent", sentence):
        # '61% in 2024 to 68 in 2025'
        return True
    if mine.unit == "pt" and any(other.unit in ("pt", "") for other in alike):
        return True
    if mine.unit:
        headed = re.search(_UNIT_WORDS.get(mine.unit, r"(?!)"), there)
        return bool(headed) and any(not other.unit for other in alike)
    weeks = {part for each in found if each.kind is FactKind.WEEK for part in each.key.split(",")}
    if mine.words.isalpha() and str(mine.value) in weeks:
        return True
    if mine.value >= GRAND and any(other.unit == "£" for other in alike):
        return True
    # '466 days, against 480 nationally'
    if not mine.next_word or mine.next_word in _ELIDED or mine.next_word.endswith("ly"):
        return bool(alike) and not all(other.unit in ("%", "£") for other in alike)
    if mine.value == 1:
        return bool(re.search(r"\b(?:one|a|an|single|1)\b", there))
    return mine.value == 0 and bool(re.search(r"\b(?:no|none|nil)\b", there))


_NEARLY = re.compile(
    r"\b(?:nearly|almost|just under|close to|not quite|just short of) (?:a |an )?$"
)

_OVER = re.compile(r"\b(?:just over|a little over|slightly over|a bit over|over|more than) $")

_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|some|or so|close to|circa) (?:a |an )?$"
)

ROUNDED = Fraction(6, 100)
"""The share of a number by which 'about' and 'nearly' may be off."""


def _rounded(mine: Amount, before: str, theirs: Sequence[Amount]) -> bool:
    """'About 80%' for 79.6%, 'just over £2 million' for £2.04 million."""
    ways = [way for way in (_NEARLY, _OVER, _ABOUT) if way.search(before)]
    if not ways:
        return False
    for other in theirs:
        unit, value = base(other)
        if unit != base(mine)[0] or not value:
            continue
        off = (base(mine)[1] - value) / value
        up, down = 0 <= off <= ROUNDED, -ROUNDED <= off <= 0
        if (up and _OVER not in ways) or (down and _NEARLY not in ways):
            return True
    return False


_BOTH = re.compile(r"\b(?:between|the|these|those|both|other|of)(?: the)? $")

_SMALL = r"one|two|three|four|five|six|seven|eight|nine|ten|a|an|several|many"

_LISTED = re.compile(r"(?:[^,;:.]+, )+[^,;:.]+?,? (?:and|or) ")


def _is_count(mine: Amount, before: str, there: str) -> bool:
    """'Three inspectorates', where the passage names three, and 'the two', 'between two'."""
    if not mine.words.isalpha():
        return False
    if mine.value == 2 and _BOTH.search(before):
        return True
    if mine.value == 2 and mine.next_word.endswith("s") and " and " in there:
        return not re.search(rf"\b(?:\d+|{_SMALL}) (?:\w+ )?{mine.next_word[:-1]}", there)
    counts = {
        match.group().rstrip().count(", ") + 2 - bool(re.search(r", (?:and|or) $", match.group()))
        for match in _LISTED.finditer(there)
    }
    return mine.value > 2 and mine.value in counts


_MORE = re.compile(r"\b(?:more than|over|above|just over) (?:a |an )?$")

_LESS = re.compile(r"\b(?:fewer than|less than|under|below|not quite|nearly|almost) (?:a |an )?$")

NEAR_PART = 20
"""Points by which a share may be off the 'more than half' that it is called."""


def _is_part(mine: Amount, before: str, sentence: str, theirs: Sequence[Amount]) -> bool:
    """'Fewer than half', where both numbers are in the sentence and the passage."""
    given = sorted(
        {
            other.value
            for other in theirs
            if other.value > 0 and re.search(rf"(?<![\d.,]){other.words}(?![\d%])", sentence)
        }
    )
    for place, part in enumerate(given):
        for whole in given[place + 1 :]:
            off = part * 100 / whole - mine.value
            if _MORE.search(before):
                fits = 0 < off < NEAR_PART
            elif _LESS.search(before):
                fits = -NEAR_PART < off < 0
            else:
                fits = abs(off) <= ABOUT
            if fits:
                return True
    return False


def _is_difference(mine: Amount, text: str, theirs: Sequence[Amount]) -> bool:
    """'Seven percentage points fewer' where both shares are in the sentence and the passage."""
    shares = {other.value for other in theirs if other.unit == "%"}
    given = {
        share
        for share in shares
        if re.search(rf"(?<![\d.]){float(share):g}(?:\.0)?(?:%| |\b)", text)
    }
    return any(abs(one - other) == mine.value for one in given for other in given)
