"""What is plainly not there: a paper of ours, another period's figure, what is 'not stated'."""

from __future__ import annotations

import re

from assistant.cells import not_in_row
from assistant.columns import has_periods, is_figures, read_row
from assistant.compose import pick
from assistant.editions import SERIES
from assistant.evidence import Candidate
from assistant.fits import of_a_run
from assistant.nearby import refused
from assistant.state import State
from assistant.wanted import Wanted
from core.answers import Answer
from language.acronyms import spelled_out
from language.organisations import canonical
from language.words import fold

_NOT_HERE = re.compile(
    r"\b(?:is|are|was|were) not (?:in|held in|given in|stated in|set out in) (?:the|this|these)"
    r" (?:\w+ )?(?:documents?|papers?|sources?|reports?|minutes|slides?)\b"
    r"|\b(?:the|this|these) (?:documents?|papers?|sources?|minutes|slides?)"
    r" (?:carry|carries|has|have|gives?|names?|holds?) no\b"
    r"|\b(?:documents?|papers?|sources?|reports?|minutes) (?:does|do|did) not (?:say|hold|give"
    r"|state|name|record)\b"
)


def refuse_what_is_not_held(state: State) -> Answer | None:
    """A refusal that says what the passage lacks; another month never answers for it."""
    best = pick(state.asked, state.candidates, lambda each: state.context(each.document))
    said = _lacks(state, best)
    return refused(state, said) if said else None


def refuse_a_paper_not_held(state: State) -> Answer | None:
    """'Our improvement plan', where our papers have none and speak of none: the country's
    guidance, or another council's plan, is not it.
    """
    question, ours = state.asked, canonical(state.organisation)
    asked = _plain(spelled_out(question.text))
    kinds = [kind for kind in SERIES if question.ours and _plain(kind.label) in asked]
    if not kinds or not ours or question.organisation not in ("", ours):
        return None
    label = _plain(kinds[0].label)
    papers = [e for e in state.search.index.documents if canonical(e.about) == ours]
    if any(each.kind is kinds[0] for each in papers) or any(
        label in _plain(passage.text) for each in papers for passage in state.context(each)
    ):
        return None
    return refused(
        state,
        f"The documents hold no {kinds[0].label} of {ours}, and none of its papers speaks of one.",
    )


def _plain(text: str) -> str:
    return fold(text).replace("-", " ")


def _lacks(state: State, best: Candidate) -> str:
    if is_figures(best.passage) and has_periods(best.passage):
        row = read_row(best.passage)
        missing = not_in_row(state.asked, row, best.document)
        if missing:
            what = " or ".join(missing)
            return f"‘{row.label}’ in '{best.document.title}' has no figure for {what}."
        return ""
    if of_a_run(state.asked, best.passage):
        return f"The nearest figure is of several months together: “{best.text}”"
    if state.asked.wanted is not Wanted.YES_NO and _NOT_HERE.search(fold(best.text)):
        return f"The nearest passage says so itself: “{best.text}”"
    return ""
