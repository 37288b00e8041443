"""Evidence for a claim: 'what shows that early help works for us?'

What our papers say of themselves is set apart from figures, audits and what outsiders found, each
with its paper's date; a kind of evidence that was not found is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.compose import say_candidate
from assistant.evidence import Candidate
from assistant.question import Question
from assistant.quoter import Quoter
from assistant.state import State
from core.answers import Note, NoteKind, SentenceKind
from core.documents import Kind, PassageKind
from language.words import fold

_ASKS = re.compile(
    r"\b(?:what|which|any|is there|have we|give me|show me)\b.{0,40}?"
    r"\b(?:shows?|evidence|proof|proves?|demonstrates?|backs(?: up)?|back (?:\w+ )?up|point to"
    r"|supports?)\b"
    r"|\bhow (?:do|can|could|would) we (?:know|show|prove|evidence|demonstrate)\b"
    r"|^(?:evidence|proof) (?:that|of|for)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:ofsted|inspectors?|inspectorate|hmi|cqc|hmip|peer reviews?|lga|dfe|external(?:ly)?"
    r"|independent(?:ly)? (?:review|audit|chair|person)\w*|government advis[eo]r)\b"
)
_AUDIT = re.compile(
    r"\b(?:audit\w*|dip[ -]samples?|moderat\w+|survey\w*|feedback|quality assurance|observations?"
    r"|case reviews?|learning reviews?|compliments|complaints)\b"
)
_FIGURE = re.compile(r"\d ?%|\bper ?cent\b|\b\d[\d,.]*\b|\b(?:half|third|quarter) of\b")
_DATES_AND_LABELS = re.compile(r"\b(?:19|20)\d\d\b|^\(?\d+(?:\.\d+)*[.)]?\s")
EACH = 2
"""Passages of one kind of evidence: an answer is read aloud, and the sources show the rest."""
LEAST_SURE = 0.2
"""What the answer model must give a further sentence: the rest only shares words."""
BEHIND = 6.0
"""How much less evidence than the best sentence a further one may have."""


class EvidenceKind(StrEnum):
    """Where a piece of evidence comes from, the weightiest first."""

    OUTSIDE = "Outside reviews"
    AUDIT = "Audits and feedback"
    FIGURE = "Figures"
    CLAIM = "What the papers say of themselves"


def asks_for_evidence(question: Question) -> bool:
    """True for 'what shows that ...', 'evidence of ...', 'how do we know ...'."""
    return bool(_ASKS.search(fold(question.text)))


def kind_of(candidate: Candidate) -> EvidenceKind:
    """Where the evidence of a sentence comes from, by its paper and its words."""
    words = fold(candidate.text)
    if candidate.document.kind is Kind.INSPECTION_REPORT or _OUTSIDE.search(words):
        return EvidenceKind.OUTSIDE
    if _AUDIT.search(words):
        return EvidenceKind.AUDIT
    figures = candidate.passage.kind in (PassageKind.ROW, PassageKind.CHART)
    if _FIGURE.search(_DATES_AND_LABELS.sub(" ", words)) or (figures and re.search(r"\d", words)):
        return EvidenceKind.FIGURE
    return EvidenceKind.CLAIM


def say_evidence(state: State, quoter: Quoter) -> None:
    """Says the evidence by kind, and notes the kinds of which none was found."""
    chosen = _chosen(state.candidates)
    missing: list[str] = []
    for kind in EvidenceKind:
        found = chosen[kind]
        if not found:
            missing.append(kind.value.lower())
            continue
        dates = dict.fromkeys(str(each.document.published) for each in found)
        quoter.say(f"{kind.value} ({', '.join(dates)}):", kind=SentenceKind.FRAME)
        for each in found:
            context = state.context(each.document)
            say_candidate(quoter, state.asked, state.concepts, each, context)
    if missing:
        text = f"Not found in the papers on this: {', '.join(missing)}."
        state.notes.append(Note(NoteKind.MISSING, text))


def _chosen(candidates: Sequence[Candidate]) -> dict[EvidenceKind, list[Candidate]]:
    chosen: dict[EvidenceKind, list[Candidate]] = {kind: [] for kind in EvidenceKind}
    said: set[str] = set()
    for each in candidates:
        if candidates[0].evidence - each.evidence > BEHIND:
            break
        if each.passage.kind is PassageKind.HEADING or each.passage.id in said:
            continue
        if said and each.features.sure < LEAST_SURE:
            continue
        kind = kind_of(each)
        if len(chosen[kind]) < EACH:
            chosen[kind].append(each)
            said.add(each.passage.id)
    return chosen
