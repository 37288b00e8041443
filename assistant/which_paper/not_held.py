"""What is plainly not there: a paper of ours, another period's figure, what is 'not stated'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import pick
from assistant.evidence import Candidate
from assistant.fits import of_a_run
from assistant.nearby import refused
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from assistant.tables.cells import not_in_row
from assistant.tables.columns import has_periods, is_figures, read_row
from assistant.wanted import COUNTS, Wanted
from assistant.which_paper.editions import SERIES
from assistant.which_paper.of_its_time import is_past
from core.answers import Answer, SentenceKind
from core.documents import Document, Kind
from language.acronyms import spelled_out
from language.organisations import canonical
from language.words import fold

_YEAR = r"(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?"
_NOT_HERE = re.compile(
    r"\b(?:is|are|was|were) not (?:in|held in|given in|stated in|set out in) (?:the|this|these)"
    r" (?:\w+ )?(?:documents?|papers?|sources?|reports?|minutes|slides?)\b"
    r"|\b(?:the|this|these) (?:documents?|papers?|sources?|minutes|slides?)"
    r" (?:carry|carries|has|have|gives?|names?|holds?) no\b"
    r"|\b(?:documents?|papers?|sources?|reports?|minutes) (?:does|do|did) not (?:say|hold|give"
    r"|state|name|record)\b"
)

# A cell that holds none: 'Not stated', 'TBC', 'n/a'.
_NO_VALUE = re.compile(
    r": (?:not (?:stated|known|given|recorded|available|provided|reported)\b.*|unknown|n/?a|tb[cd]"
    r"|to be (?:confirmed|decided|determined)|none (?:stated|given)|[-–—?]+)\.?$"
)


def refuse_what_is_not_held(state: State) -> Answer | None:
    """A refusal that says what the passage lacks; another month never answers for it."""
    best = pick(state.asked, state.candidates, lambda each: state.context(each.document))
    said = _lacks(state, best)
    return refused(state, said) if said else None


def cell_without_value(quoter: Quoter) -> str:
    """The one row that was said, where the cell asked for says that there is no value; else ''."""
    if len(quoter.sentences) != 1 or quoter.sentences[0].kind is not SentenceKind.CELL:
        return ""
    text = quoter.sentences[0].text
    return text if ";" not in text and _NO_VALUE.search(fold(text)) else ""


def refuse_a_paper_not_held(state: State) -> Answer | None:
    """'Our improvement plan', where our papers have none and speak of none: the country's
    guidance, or another council's plan, is not it.
    """
    question, ours = state.asked, canonical(state.organisation)
    asked = _plain(spelled_out(question.text))
    kinds = [kind for kind in SERIES if _plain(kind.label) in asked]
    if not kinds or not ours or question.organisation not in ("", ours):
        return None
    label = _plain(kinds[0].label)
    papers = [e for e in state.search.index.documents if canonical(e.about) == ours]
    edition = _edition_not_held(question, kinds[0], papers)
    if edition:
        return refused(state, edition)
    if (
        not question.ours
        or any(each.kind is kinds[0] for each in papers)
        or any(label in _plain(passage.text) for each in papers for passage in state.context(each))
    ):
        return None
    return refused(
        state,
        f"The documents hold no {kinds[0].label} of {ours}, and none of its papers speaks of one.",
    )


def _edition_not_held(question: Question, kind: Kind, papers: Sequence[Document]) -> str:
    """What to say of 'the 2022 improvement plan' where those held are of other years."""
    label = _plain(kind.label)
    text = _plain(spelled_out(question.text))
    beside = re.search(rf"\b(?:{_YEAR} {label}|{label} (?:of |for |from |in )?{_YEAR})\b", text)
    editions = [each for each in papers if each.kind is kind and each.published]
    years = [period for period in question.periods if period.year]
    if not beside or not editions or not years:
        return ""
    dates = [date for each in editions for date in (each.published, each.as_at) if date]
    if any(period.holds(date) for period in years for date in dates):
        return ""
    held = " and ".join(f"'{each.title}' ({each.published})" for each in editions)
    return f"The documents hold no {kind.label} of {years[0]}. Held: {held}."


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
    years = [period for period in state.asked.periods if period.year and period.month]
    if state.asked.wanted in COUNTS and years and not best.features.period:
        return f"The nearest figure is not of {years[0]}: “{best.text}”"
    if is_past(state.asked, best.text, best.document):
        return f"The nearest passage is of what was already past then: “{best.text}”"
    if of_a_run(state.asked, best.passage):
        return f"The nearest figure is of several months together: “{best.text}”"
    # 'The minutes carry no day; the paper is of October 2024' does give a date.
    gives = state.asked.wanted in (Wanted.TIME, Wanted.YEAR) and best.features.kind == 1.0
    if state.asked.wanted is not Wanted.YES_NO and not gives and _NOT_HERE.search(fold(best.text)):
        return f"The nearest passage says so itself: “{best.text}”"
    return ""
