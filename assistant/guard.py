"""The first step: clean what was typed, and stop a child's details before anything else sees them.

Nothing here logs, stores or sends a word of the text, and a `Guarded` does not show it in its repr.
Detection is imperfect: it finds forms and contexts, it does not understand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.guarding.child_names import name_findings
from assistant.guarding.findings import Finding, FindingKind
from assistant.guarding.personal_data import births_beside, structured_findings

__all__ = ["LIMIT", "Finding", "FindingKind", "Guarded", "TextProblem", "advice", "clean", "guard"]

LIMIT = 2000
_RAW_PER_CHARACTER = 4
"""How much raw text is looked at for each character allowed, so that a flood costs little."""
_BLANK_LOOKING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class TextProblem(StrEnum):
    """What keeps a text from being a question, apart from personal data."""

    NONE = "none"
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A cleaned text and what was found in it. Findings are in order and do not overlap."""

    text: str = field(repr=False)
    findings: tuple[Finding, ...] = ()
    problem: TextProblem = TextProblem.NONE

    @property
    def kinds(self) -> tuple[FindingKind, ...]:
        """The kinds found, each once, in the order of the text."""
        return tuple(dict.fromkeys(finding.kind for finding in self.findings))


def guard(text: str, known_names: Collection[str] = (), limit: int = LIMIT) -> Guarded:
    """Clean the text and find a child's details in it.

    `known_names` are the names of people, places and programmes that stand in the documents.
    """
    raw_limit = limit * _RAW_PER_CHARACTER
    cleaned = clean(text[:raw_limit])
    if len(text) > raw_limit or len(cleaned) > limit:
        cleaned = cleaned[:limit].rstrip()
        problem = TextProblem.TOO_LONG
    elif not any(map(str.isalnum, cleaned)):
        problem = TextProblem.EMPTY
    else:
        problem = TextProblem.NONE
    names = list(name_findings(cleaned, known_names))
    found = [*structured_findings(cleaned), *names, *births_beside(cleaned, names)]
    return Guarded(cleaned, _apart(found), problem)


def clean(text: str) -> str:
    """NFC, without control and invisible characters, white space folded to single spaces."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = "".join(c for c in text if c.isspace() or not _invisible(c))
    return " ".join(unicodedata.normalize("NFC", seen).split())


def advice(guarded: Guarded) -> str:
    """What to tell the person about the findings; '' when there are none. Quotes nothing."""
    if not guarded.findings:
        return ""
    labels = [kind.label for kind in guarded.kinds]
    listed = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
    return (
        f"This looks like it holds {listed}. Nothing was searched, stored or sent. "
        "Please take it out, or write 'Child A' instead, and ask again. "
        "This check can miss things, and can be wrong: look your words over yourself."
    )


def _invisible(character: str) -> bool:
    return (
        unicodedata.category(character) in _INVISIBLE_CATEGORIES
        or character in _BLANK_LOOKING
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In order; what overlaps becomes one, of the kind that starts earlier or is listed first."""
    order = list(FindingKind)
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, order.index(f.kind), -f.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
        elif finding.end > kept[-1].end:
            kept[-1] = replace(kept[-1], end=finding.end)
    return tuple(kept)
