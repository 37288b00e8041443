"""Whether the evidence is enough to answer, and what to say when it is not."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.evidence import Candidate, needs_kind
from assistant.question import Question
from language.weeks import day_name

# Chosen on the tune questions (python -m evaluation): the lowest evidence that still answered
# more often right than wrong.
LEAST_EVIDENCE = 0.42
LEAST_COVERAGE = 0.45


def enough(
    question: Question, concepts: Sequence[Concept], candidates: Sequence[Candidate]
) -> bool:
    """True when the best candidate bears out an answer."""
    if not candidates or not concepts:
        return False
    best = candidates[0]
    if needs_kind(question.wanted) and not best.kind_held:
        return False
    return best.evidence >= LEAST_EVIDENCE and best.coverage >= LEAST_COVERAGE


def looked_for(question: Question, concepts: Sequence[Concept]) -> str:
    """Says that the documents do not hold it, and what was looked for."""
    slot = question.slot
    days = " or ".join(day_name(day) for day in sorted(slot.days))
    weeks = " or ".join(f"week {week}" for week in sorted(slot.weeks))
    where = " of ".join(part for part in (days, weeks) if part)
    looked = f" for {where}" if where else ""
    about = f" about {question.organisation}" if question.organisation else ""
    return f"The documents do not say. Looked{looked}{about} in what is loaded and found no passage that answers this."
