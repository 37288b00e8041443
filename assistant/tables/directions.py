"""Which way a question says that a figure went, and which way the row says it did.

'Why did it jump?' of a figure that fell is put right; of one that rose, a row gives no reason.
"""

from __future__ import annotations

import re

from assistant.compose import SERIES_BEHIND, say_candidate
from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps import refuse
from assistant.tables.columns import has_periods, is_figures, read_row
from assistant.tables.figures import against
from assistant.tables.trends import change_of
from assistant.wanted import Wanted
from core.answers import Answer
from language.words import fold

LOOKED_AT = 5
"""Candidates among which the row is looked for."""
_UP = re.compile(
    r"\b(?:r[io]se(?:n|s)?|rising|increas\w+|gr[eo]w\w*|(?:gone|going|go|went|came|shot) up|jump\w*"
    r"|climb\w*|soar\w*|spik\w+|surg\w+)\b"
)
_DOWN = re.compile(
    r"\b(?:f[ae]ll\w*|drop\w*|decreas\w+|(?:gone|going|go|went|come|came) down|dip\w*|declin\w+"
    r"|shr[aiu]nk\w*|reduc\w+|plummet\w*|slip\w*)\b"
)


# 'What are we doing to reduce it?' says nothing of how it went.
_WISHED = re.compile(
    r"\bto (?:\w+ )?$"
    r"|\b(?:will|can|could|should|would|must|might|may|shall|how do (?:we|you)) (?:[\w']+ ){0,4}$"
)


def settle_direction(state: State) -> Answer | None:
    """Puts a wrong direction right; refuses a reason where only the row itself is found."""
    asked = direction_of(state.asked)
    row = _row_of(state) if asked else None
    if row is None:
        return None
    change = change_of(state.asked, read_row(row.passage), row.document)
    if change is None or len(change.cells) < 2:
        return None
    way = against(change.cells[0].value, change.cells[-1].value).partition(" ")[0]
    if way not in ("higher", "lower"):
        return None
    if way == asked:
        only = state.asked.wanted is Wanted.REASON and row is state.candidates[0]
        return refuse(state) if only else None
    quoter = Quoter()
    say_candidate(quoter, state.asked, state.concepts, row, state.context(row.document))
    (number, *_) = quoter.sentences[0].citations
    said, quoter.sentences = quoter.sentences, []
    quoter.correct(asked, way, number)
    quoter.sentences += said
    return quoted_answer(state, quoter)


def direction_of(question: Question) -> str:
    """'higher' or 'lower' where the question says that a figure went so; '' when it asks which."""
    text = fold(question.text)
    said = {
        way
        for way, pattern in (("higher", _UP), ("lower", _DOWN))
        for match in pattern.finditer(text)
        if not _WISHED.search(text[: match.start()])
    }
    return said.pop() if len(said) == 1 else ""


def _row_of(state: State) -> Candidate | None:
    best = state.candidates[0].evidence if state.candidates else 0.0
    for each in state.candidates[:LOOKED_AT]:
        figures = is_figures(each.passage) and has_periods(each.passage)
        if figures and best - each.evidence <= SERIES_BEHIND:
            return each
    return None
