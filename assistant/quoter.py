"""Collects the sentences of an answer with their citations."""

from __future__ import annotations

from assistant.evidence import Candidate
from core.answers import Citation, Sentence, SentenceKind
from core.documents import Document, Passage


class Quoter:
    """Collects sentences with their citations, one number for each passage cited."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations so far, by number."""
        return tuple(self._citations)

    def cite(self, document: Document, passage: Passage, spans: tuple[str, ...]) -> int:
        """The number of the citation with these spans, added if new."""
        for each in self._citations:
            if each.passage.id == passage.id and each.spans == spans:
                return each.number
        number = len(self._citations) + 1
        self._citations.append(Citation(number, document, passage, spans))
        return number

    def cite_sentence(self, each: Candidate) -> int:
        """The number of the citation of a candidate's own sentence."""
        return self.cite(each.document, each.passage, each.passage.quotes(each.start, each.end))

    def quote(self, each: Candidate) -> None:
        """Says a candidate's sentence as it stands."""
        self.say(each.text, self.cite_sentence(each))

    def correct(self, asked: str, stands: str, *numbers: int) -> None:
        """Says that what the question takes for granted stands otherwise in the passages cited."""
        self.say(f"Not {asked} but {stands}:", *numbers, kind=SentenceKind.CORRECTION)

    def say(self, text: str, *numbers: int, kind: SentenceKind = SentenceKind.SENTENCE) -> None:
        """Adds a sentence."""
        self.sentences.append(Sentence(text, numbers, kind))
