"""What the best passage itself shows not to be there: another period's figure, 'not stated'."""

from __future__ import annotations

import re

from assistant.cells import not_in_row
from assistant.columns import has_periods, is_figures, read_row
from assistant.evidence import Candidate
from assistant.nearby import near_citations
from assistant.state import State
from assistant.wanted import Wanted
from core.answers import Answer, Sentence, SentenceKind, Status
from language.words import fold

_NOT_HERE = re.compile(
    r"\b(?:is|are|was|were) not (?:in|held in|given in|stated in|set out in) (?:the|this|these)"
    r" (?:\w+ )?(?:documents?|papers?|sources?|reports?|minutes|slides?)\b"
    r"|\b(?:documents?|papers?|sources?|reports?|minutes) (?:does|do|did) not (?:say|hold|give"
    r"|state|name|record)\b"
)


def refuse_what_is_not_held(state: State) -> Answer | None:
    """A refusal that says what the passage lacks; another month never answers for it."""
    best = state.candidates[0]
    said = _lacks(state, best)
    if not said:
        return None
    frame = Sentence(said, kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [frame], near=near_citations(state))


def _lacks(state: State, best: Candidate) -> str:
    if is_figures(best.passage) and has_periods(best.passage):
        row = read_row(best.passage)
        missing = not_in_row(state.asked, row, best.document)
        if missing:
            what = " or ".join(missing)
            return f"‘{row.label}’ in '{best.document.title}' has no figure for {what}."
        return ""
    if state.asked.wanted is not Wanted.YES_NO and _NOT_HERE.search(fold(best.text)):
        return f"The nearest passage says so itself: “{best.text}”"
    return ""
