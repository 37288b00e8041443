"""Which numbers of a text are figures that count or measure something."""

from __future__ import annotations

import re

from assistant.checks.facts import Fact, FactKind

LENGTHS = frozenset(("wd", "d", "w", "f", "m", "q", "y", "h", "min"))
"""Units of time."""
_ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                      r"|tenth|eleventh|twelfth)$")  # fmt: skip
_NO_COUNT = re.compile(r"^(?:ones?|a|an|1|___)$")
_SHARE_AFTER = re.compile(r"^s?(?: (?:or|to) [a-z0-9]+)? (?:in|out of) (?:a )?(?:\d+|[a-z]+)\b")
_SHARE_BEFORE = re.compile(r"\b(?:\d+|[a-z]+) (?:in|out of) $")
_NUMBER_WORD = re.compile(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred")
_AGE_AFTER = re.compile(
    r"\s*(?:,|and|or|to|-|\d\d)*\s*(?:\d\d)?\s*-?(?:years?|yrs?|yr)?[- ]?olds?\b"
)
_AGES = re.compile(r"\d+s$")
"""'The 17s': children of that age."""
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|turn(?:s|ed|ing)?|(?:s?he|they)(?:'s|'re| is| are)) $")
_NAMED_BEFORE = re.compile(
    r"\b(?:section|annex|page|item|step|day|stage|tier|level|band|grade|year|theme|priority|list|week"
    r"|regulation|part|phase)\.? ?$"
)
_DATED = re.compile(r"#+ $|(?:19|20)\d\d $")


def is_figure(fact: Fact, text: str) -> bool:
    """True for a number of a folded text that is no age, ordinal, section or part of a share."""
    before, after = text[: fact.start], text[fact.end :]
    words = fact.words.strip()
    if re.search(r"\bolds?$", words) or _AGES.match(words):
        return False
    if fact.kind is not FactKind.AMOUNT or _ORDINAL.search(words):
        return False
    if _NO_COUNT.match(words.split(" ")[0]) and fact.amount is not None and fact.amount.value == 1:
        return False
    if _of_a_share(before, words, after) or (not before.strip() and after[:1] in (".", ")")):
        return False
    if not after.strip() and _DATED.search(before):
        # The number of a page, under 'The plan, April 2024'.
        return False
    if fact.amount is not None and not fact.amount.unit and _NAMED_BEFORE.search(before):
        return False
    return not (_AGE_AFTER.match(after) or _AGE_BEFORE.search(before)) or "%" in words


def _of_a_share(before: str, words: str, after: str) -> bool:
    """'One in seven' where it is not read as a share: neither number counts anything."""
    inside = _SHARE_AFTER.match(after)
    if inside and _NUMBER_WORD.search(inside.group()):
        return True
    ahead = _SHARE_BEFORE.search(before)
    return bool(ahead and _NUMBER_WORD.search(ahead.group()) and words != "half")
