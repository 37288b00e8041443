"""What exactly a refusal misses: a label without its value, a person not named, another year.

Only what the nearest passages show; where they show nothing of it, the words no paper has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.evidence import Candidate
from assistant.question import Question
from assistant.wanted import COUNTS, TIMES, Wanted
from core.documents import PassageKind
from language.words import fold

NEAR_ENOUGH = 0.6
"""How much of the question the nearest passage says where it is about the same thing."""
LONGEST_LABEL = 12
"""Words of a label; more is a sentence."""
_PROMISED = re.compile(
    r"\b(?:to be (?:confirmed|agreed|decided|defined|determined)|tbc|will be (?:published|shared"
    r"|reported|defined|set out|sent|advised)|not yet|in due course|appendix|annex|attached)\b"
)
_KINDS: dict[Wanted, str] = {
    Wanted.PERSON: "who it is",
    Wanted.NAME: "a name",
    Wanted.TIME: "when",
    Wanted.CLOCK: "the time of day",
    Wanted.DAY: "the day",
    Wanted.YEAR: "the year",
    Wanted.DURATION: "how long",
    Wanted.FREQUENCY: "how often",
    Wanted.COUNT: "a figure",
    Wanted.SHARE: "a percentage",
    Wanted.MONEY: "an amount of money",
    Wanted.GRADE: "a grade",
    Wanted.REASON: "a reason",
    Wanted.EXPANSION: "what it stands for",
}


def what_is_missing(
    question: Question, concepts: Sequence[Concept], candidates: Sequence[Candidate]
) -> str:
    """A sentence that names what the documents lack, '' when nothing near tells."""
    telling = max((each.weight for each in concepts), default=0.0) / 2
    unknown = [e.name for e in concepts if not (e.known or e.asks) and e.weight >= telling]
    if unknown:
        return f"No document mentions {_quoted(unknown)}."
    near = [each for each in candidates if each.features.coverage >= NEAR_ENOUGH]
    if not near:
        return ""
    best = near[0]
    where = f"'{best.document.title}'"
    if question.wanted in COUNTS and _is_label(best):
        return f"The label “{best.text.strip()}” stands in {where} without its figure."
    if question.periods and not best.features.period:
        periods = " and ".join(str(each) for each in question.periods)
        return f"What {where} says of it is not for {periods}."
    if _PROMISED.search(fold(best.text)):
        return f"{where} speaks of it as something still to come or held elsewhere."
    kind = _KINDS.get(question.wanted, "")
    figure = question.wanted in COUNTS or question.wanted in TIMES
    if kind and (figure or not best.features.kind):
        return f"{where} speaks of it, but does not say {kind}."
    return ""


def _is_label(candidate: Candidate) -> bool:
    kinds = (PassageKind.BOX, PassageKind.CHART, PassageKind.HEADING, PassageKind.ITEM)
    short = len(candidate.text.split()) <= LONGEST_LABEL
    bare = not re.search(r"\d", candidate.text)
    return candidate.passage.kind in kinds and short and bare


def _quoted(names: Sequence[str]) -> str:
    shown = [f"‘{name}’" for name in names[:3]]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
