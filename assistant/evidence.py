"""How well each sentence of the passages found bears out an answer to the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.concepts import Concept, search_terms
from assistant.covered import Field, covered_by, heard, heard_anywhere, share_of
from assistant.fits import (
    about_fit,
    kind_fit,
    list_fit,
    period_fit,
    precision,
    slot_fit,
    unit_fit,
)
from assistant.question import Question
from assistant.tables.prose_cells import prose_of
from assistant.wanted import COUNTS, TIMES, Wanted
from assistant.weights import EVIDENCE, Features
from core.documents import Document, Passage, PassageKind
from language.acronyms import long_form
from language.words import terms, words
from vectorstore.embed import Vectors
from vectorstore.indexed_text import sentence_offsets
from vectorstore.search import Found

# How much a question's word counts by where it stands; the sentence itself is 1. A heading says
# what the line below is about; the title says it of everything, so it says less.
LEAD_IN = 0.9
SECTION = 0.9
INNER_HEADING = 0.8
OUTER_HEADING = 0.65
SAME_PASSAGE = 0.75
HEADER = 0.7
TITLE = 0.5
KEPT = 10_000
"""Sentences whose stems are kept: the same come up in question after question."""
WITHOUT_KIND = 3.0
"""How much more evidence a sentence needs that seems to lack the kind of thing asked for: 'when
inspectors arrive' is an answer to when. Right on tune (665): 71.6% put last, 72.0 with 2 to 3."""
_LEFT_OUT = re.compile(
    r"\((?:exc(?:l(?:uding|\.)?)?|not including|other than|apart from)\b[^)]*\)", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:about|date|facts? (?:from|in)|sources?|report (?:to|of|by)|subject|title|wards|email"
    r"|supporting documents|background papers|this is a sample|sample text|briefing for"
    r"|(?:this|the) (?:guide|paper|report|document|deck|note|briefing|slide|page|section|table)"
    r" (?:sets out|explains|describes|summari[sz]es|covers|gives|tells|outlines|lists|informs))\b"
    r"|.*\b(?:pdf|docx?|pptx?|xlsx?) [\d.]+ ?[km]b$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, by its offsets in the passage's text."""

    passage: Passage
    document: Document
    start: int
    end: int
    features: Features
    fields: tuple[Field, ...]
    """The words of the sentence and of what it hangs from."""
    evidence: float
    """The weighted sum of the features; only its order and threshold mean something."""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]


def candidates(
    question: Question,
    concepts: Sequence[Concept],
    found: Sequence[Found],
    vector: Vectors,
    subject: str,
) -> list[Candidate]:
    """Every sentence of the passages found, best evidence first.

    `subject` is the council that the question is about, '' when none.
    """
    newest = _newest(found)
    stems = frozenset(search_terms(concepts))
    scored: list[Candidate] = []
    for each, passage, cosines in _read(found, vector):
        document = each.hit.document
        above = _above(passage, document)
        heard_above = heard(above, stems)
        heard_around = heard([Field(said_terms(passage.text), SAME_PASSAGE)], stems)
        above_share = share_of(concepts, [covered_by(each, heard_above) for each in concepts])
        about = about_fit(document, subject)
        for (start, end), cosine in zip(sentence_offsets(passage), cosines, strict=True):
            sentence = passage.text[start:end]
            own = [Field(said_terms(sentence), 1.0)]
            heard_own = heard(own, stems)
            heard_all = heard_anywhere(heard_own, heard_above, heard_around)
            said = [covered_by(each, heard_all) for each in concepts]
            features = Features(
                coverage=share_of(concepts, said),
                own=share_of(concepts, [covered_by(each, heard_own) for each in concepts]),
                above=above_share,
                missing=_missing(concepts, said),
                dense=max(0.0, float(cosine)),
                passage=each.hit.fused / 1.75,
                kind=kind_fit(question, passage, sentence, document),
                period=period_fit(question, passage, document),
                about=about,
                newest=1.0 if document.id in newest else 0.0,
                listed=list_fit(question, passage),
                heading=float(passage.kind is PassageKind.HEADING),
                asks=float(bool(re.search(r"\?[\"'”’)]*$", sentence.strip()))),
                short=float(len(sentence.split()) < 4),
                row=float(passage.kind in (PassageKind.ROW, PassageKind.CHART)),
                slot=slot_fit(question, passage, sentence),
                precise=precision(concepts, passage, sentence),
                unit=unit_fit(question, passage),
                label=float(bool(_LABEL.match(sentence))),
                whole=max(0.0, each.hit.dense),
            )
            evidence = EVIDENCE.score(features)
            scored.append(
                Candidate(passage, document, start, end, features, (*own, *above), evidence)
            )
    return in_order(question, scored)


def _read(
    found: Sequence[Found], vector: Vectors
) -> Iterator[tuple[Found, Passage, Sequence[float]]]:
    """Every passage with the cosines of its sentences; a row's also of those in its cells."""
    for each in found:
        passage, cosines = each.hit.passage, (each.vectors @ vector).tolist()
        yield each, passage, cosines
        for prose in prose_of(passage):
            # The row has one vector, and its sentences that one.
            yield each, prose, cosines * len(sentence_offsets(prose))


def in_order(question: Question, scored: Sequence[Candidate]) -> list[Candidate]:
    """Best evidence first; where a kind of thing is needed, those without it far behind."""
    return sorted(scored, key=lambda each: rank(question, each), reverse=True)


def rank(question: Question, each: Candidate) -> float:
    """What a candidate is put in order by: its evidence, less where it lacks a kind needed."""
    lacks = not each.features.kind and needs_kind(question.wanted)
    return each.evidence - (WITHOUT_KIND if lacks else 0.0)


@lru_cache(maxsize=KEPT)
def said_terms(text: str) -> frozenset[str]:
    """The stems of a text, short forms with their long ones; what it leaves out is not said:
    'Number of CIN (exc. CP, care leavers)' speaks of neither.
    """
    kept = without_left_out(text)
    long = (long_form(word) for word in words(kept))
    return frozenset(terms(kept)).union(*(terms(each) for each in long if each))


def without_left_out(text: str) -> str:
    """'Number of CIN' for 'Number of CIN (exc. CP, care leavers)'."""
    return " ".join(_LEFT_OUT.sub(" ", text).split())


def needs_kind(wanted: Wanted) -> bool:
    """True when an answer without the kind of thing asked for is no answer."""
    one = (
        Wanted.PERSON,
        Wanted.NAME,
        Wanted.CONTACT,
        Wanted.FREQUENCY,
        Wanted.EXPANSION,
        Wanted.GRADE,
    )
    return wanted in one or wanted in COUNTS or wanted in TIMES


def _missing(concepts: Sequence[Concept], said: Sequence[float]) -> float:
    """The weight of the heaviest concept that is not said, as a share of all."""
    total = sum(each.weight for each in concepts) or 1.0
    both = zip(concepts, said, strict=True)
    return max((each.weight * (1 - share) / total for each, share in both), default=1.0)


def _above(passage: Passage, document: Document) -> list[Field]:
    fields = [
        Field(frozenset(terms(passage.lead_in)), LEAD_IN),
        Field(frozenset(terms(passage.section)), SECTION),
        Field(frozenset(terms(" ".join(passage.header))), HEADER),
    ]
    if passage.headings:
        fields.append(Field(frozenset(terms(passage.headings[-1])), INNER_HEADING))
        fields.append(Field(frozenset(terms(" ".join(passage.headings[:-1]))), OUTER_HEADING))
    about = f"{document.title} {document.about} {document.publisher} {document.kind.label}"
    fields.append(Field(frozenset(terms(about)), TITLE))
    return [field for field in fields if field.stems]


def _newest(found: Sequence[Found]) -> frozenset[str]:
    """The ids of the newest dated paper of each kind about each council."""
    newest: dict[tuple[str, str], Document] = {}
    for each in found:
        document = each.hit.document
        if not document.published:
            continue
        key = (document.about, document.kind)
        if key not in newest or newest[key].published < document.published:
            newest[key] = document
    return frozenset(document.id for document in newest.values())
