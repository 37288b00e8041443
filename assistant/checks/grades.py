"""A grade that a sentence gives where its passage grades otherwise, whatever words lead to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.facts import FactKind
from assistant.checks.text import Source
from language.words import fold

_SCALES = (
    ("outstanding", "good", "requires improvement", "inadequate", "poor", "adequate"),
    ("substantial", "reasonable", "limited"),
    ("red", "amber", "green"),
    ("high", "medium", "low"),
)
_SURE = re.compile(r"\b(?<!not )(?:outstanding|inadequate|requires improvement)\b")
_ROW = (
    r"(?:rating|grade|score|condition|status|judge?ment|opinion|outcome|assurance|rag|brag"
    r"|priority)"
    r"[^:;.]{0,30}: [^;]*?\b(?:@)\b"
)


_OR = re.compile(r"\b(?:or|one of|can|may|could|grades|marks|judgements|from)\b")
LISTED = 3


def _is_list(folded: str) -> bool:
    return " or " in folded and any(
        sum(grade in folded for grade in scale) >= LISTED for scale in _SCALES
    )


def other_grade(text: str, sources: Sequence[Source]) -> str:
    """A grade of a sentence that no passage has, where one has another of its scale; '' if none."""
    said = fold(text)
    texts = [piece.text for each in sources for piece in (each.heading, *each.segments)]
    if not _OR.search(said):
        # 'A grade: outstanding, good, requires improvement or inadequate' gives none.
        texts = [each for each in texts if not _is_list(fold(each))]
    held = " ; ".join(map(fold, texts))
    facts = {f.key for s in sources for f in s.whole.facts if f.kind is FactKind.GRADE}
    for sure in _SURE.findall(said):
        if sure not in held and not (sure.startswith("requir") and "improvement" in held):
            return str(sure)
    for scale in _SCALES:
        row = re.compile(_ROW.replace("@", "|".join(scale)))
        if not facts & set(scale[:4]) and not row.search(held):
            continue
        for grade in scale:
            found = re.search(rf"\b{grade}\b(?! (?:practice|progress|reason|time|quality))", said)
            denied = found and re.search(
                r"\b(?:not|n't|never|than)(?: \w+){0,2} $", said[: found.start()]
            )
            if (
                found
                and not denied
                and not re.search(rf"\b{grade.replace('requires', 'requir.*')}", held)
            ):
                return grade
    return ""
