"""Which kind of inspection some words speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.inspection_steps import InspectionType
from language.words import fold

_TYPES: tuple[tuple[InspectionType, str], ...] = (
    (InspectionType.JTAI, r"\bjtais?\b|\bjoint targeted area\b"),
    (InspectionType.MONITORING_VISIT, r"\bmonitoring (?:visit|inspection)s?\b"),
    (InspectionType.FOCUSED_VISIT, r"\bfocus(?:s?ed)? visits?\b|\bfvs?\b"),
    (InspectionType.AREA_SEND, r"\b(?:local )?area send\b|\bsend\b[\w ()/-]{0,30}\binspections?\b"
                               r"|\blocal area (?:inspections?|partnership inspections?)\b"),
    (InspectionType.YOUTH_JUSTICE, r"\byouth (?:justice|offending)\b|\bhmip\b|\byots?\b"),
    (InspectionType.ILACS_SHORT, r"\bshort(?:er)? (?:(?:and|or) )?(?:\w+ )?(?:ilacs|inspections?)\b"
        r"|\bilacs\W+short\b|\binspection (?:is|will be|would be) (?:a )?short\b"),
    (InspectionType.ILACS_STANDARD,
     r"\bstandard (?:(?:and|or) )?(?:\w+ )?(?:ilacs|inspections?)\b|\bilacs\W+standard\b"
     r"|\bfull ilacs\b(?!\W+short)"),
    (InspectionType.ILACS, r"\bilacs\b"
        r"|\binspections? of (?:local authority )?children'?s services\b"),
)  # fmt: skip
_COMPILED = tuple((each, re.compile(pattern)) for each, pattern in _TYPES)
OF_ILACS = frozenset({InspectionType.ILACS_SHORT, InspectionType.ILACS_STANDARD})


def inspection_types(text: str) -> frozenset[InspectionType]:
    """The kinds that a text names; ILACS only where it does not say which of its two."""
    folded = fold(text)
    found = {each for each, pattern in _COMPILED if pattern.search(folded)}
    return frozenset(found - {InspectionType.ILACS} if found & OF_ILACS else found)


def without_kinds(text: str) -> str:
    """The text, folded, without the kinds of inspection that it names."""
    folded = fold(text)
    for _, pattern in _COMPILED:
        folded = pattern.sub(" ", folded)
    return folded


def without_ilacs(text: str) -> str:
    """The text, folded, without 'a short inspection', 'standard ILACS', 'ILACS'."""
    folded = fold(text)
    for each, pattern in _COMPILED:
        if each in OF_ILACS or each is InspectionType.ILACS:
            folded = pattern.sub(" ", folded)
    return folded


_ONLY = re.compile(
    r"^(?:(?:and|for|what about|how about|in|ok|so|or|if|is|its|it's|it|a|an|the)\W+)*"
    r"(?P<what>.*?)(?: (?:ones?|then|please))?$"
)


def only_type(follow: str) -> str:
    """'a monitoring visit' where a follow-up names a kind of inspection and nothing else; 'short
    inspection' for 'the short one'; else ''.
    """
    found = _ONLY.match(fold(follow).strip(" ?.!,"))
    what = found["what"] if found else ""
    if what in ("short", "standard"):
        return f"{what} inspection"
    matches = (pattern.fullmatch(what) for _, pattern in _COMPILED)
    return what if any(matches) or (what and inspection_types(what) and len(what) < 8) else ""


def with_type(text: str, follow: str) -> str:
    """The text asked of the one kind of inspection that a follow-up names, in place of its own.

    '' where either names no kind, or more than one.
    """
    folded = fold(text)
    spans = [match for _, pattern in _COMPILED for match in pattern.finditer(folded)]
    named = [match for _, pattern in _COMPILED for match in pattern.finditer(fold(follow))]
    if not spans or not named or len(folded) != len(text):
        return ""
    widest, new = (max(each, key=lambda m: m.end() - m.start()) for each in (spans, named))
    inside = all(widest.start() <= each.start() and each.end() <= widest.end() for each in spans)
    return f"{text[: widest.start()]}{new.group()}{text[widest.end() :]}" if inside else ""


def nearest_type(texts: Iterable[str]) -> InspectionType:
    """What the first text that names one kind, and no other, names."""
    for text in texts:
        found = inspection_types(text)
        if len(found) == 1:
            return next(iter(found))
        if found:
            break
    return InspectionType.UNSAID
