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
    (InspectionType.ILACS_SHORT, r"\bshort(?:er)? (?:\w+ )?(?:ilacs|inspections?)\b"
        r"|\bilacs\W+short\b|\binspection (?:is|will be|would be) (?:a )?short\b"),
    (InspectionType.ILACS_STANDARD,
     r"\bstandard (?:\w+ )?(?:ilacs|inspections?)\b|\bilacs\W+standard\b"
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


def nearest_type(texts: Iterable[str]) -> InspectionType:
    """What the first text that names one kind, and no other, names."""
    for text in texts:
        found = inspection_types(text)
        if len(found) == 1:
            return next(iter(found))
        if found:
            break
    return InspectionType.UNSAID
