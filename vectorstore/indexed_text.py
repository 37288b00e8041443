"""Which words of a passage, and of what stands above it, go into the index."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.documents import Document, Passage, PassageKind
from language.sentences import sentence_spans

_HAS_LETTER = re.compile(r"[^\W\d_]{2}")
CONTEXT_HEADINGS = 2
"""Headings put before a sentence when it is embedded: the innermost, which say what it is about.
More would drown a short line in its headings (MiniLM reads 256 tokens and averages them)."""


@dataclass(frozen=True, slots=True)
class KeywordFields:
    """The columns of the keyword index."""

    body: str
    headings: str
    title: str


def keyword_fields(document: Document, passage: Passage) -> KeywordFields:
    """A passage as the keyword index holds it: with its list's lead-in, its table's headers."""
    body = " ".join(part for part in (passage.lead_in, passage.text) if part)
    above = [*passage.headings, passage.section, *_named_columns(passage)]
    return KeywordFields(body, " ".join(part for part in above if part), document.title)


def sentence_offsets(passage: Passage) -> list[tuple[int, int]]:
    """The sentences of a passage as offsets of its text; an item or a row is one sentence."""
    if passage.kind in (PassageKind.ROW, PassageKind.CHART, PassageKind.HEADING):
        return [(0, len(passage.text))]
    return sentence_spans(passage.text) or [(0, len(passage.text))]


def texts_to_embed(passage: Passage) -> list[str]:
    """The whole passage, then each of its sentences if it has more than one.

    Each has what it hangs from before it. The whole is one vector and not the mean of its
    sentences': measured, docs/adr/0002.
    """
    context = ": ".join(passage.headings[-CONTEXT_HEADINGS:])
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        label = ", ".join(cell for cell in passage.cells if _HAS_LETTER.search(cell))
        parts = [context, passage.section, label or passage.text]
        return [". ".join(part for part in parts if part)]
    before = ". ".join(part for part in (context, passage.lead_in) if part)
    texts = [passage.text]
    offsets = sentence_offsets(passage)
    if len(offsets) > 1:
        texts += [passage.text[start:end] for start, end in offsets]
    return [f"{before}. {text}" if before else text for text in texts]


def _named_columns(passage: Passage) -> list[str]:
    return [name for name in passage.header if _HAS_LETTER.search(name)]
