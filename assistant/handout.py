"""What a pack's hand-out holds: one description, from which the DOCX and the PPTX are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assistant.briefing import fingerprint, fit, place, standing, visible
from core.answers import NoteKind, SentenceKind, Status
from core.documents import Document
from core.packs import Checked, Item, Pack

_HEADLINES = {
    Status.PARTLY_ANSWERED: "Part of the answer is in the documents",
    Status.CONFLICTING: "The documents disagree",
}
_LEFT_OUT = (NoteKind.UNDERSTOOD_AS, NoteKind.WORDING, NoteKind.UNREAD)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or, as `item`, an entry of a list, with the numbers of its sources."""

    text: str
    sources: tuple[int, ...] = ()
    item: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that an answer stands on. `quote` is exact words of the document."""

    number: int
    title: str
    date: str
    place: str
    heading: str
    """The heading above it, '' where `place` says it."""
    quote: str

    @property
    def line(self) -> str:
        """'When Ofsted calls, October 2024, slide 4'."""
        return ", ".join(filter(None, (self.title, self.date, self.place)))


@dataclass(frozen=True, slots=True)
class Section:
    """A question with its answer."""

    number: int
    question: str
    headline: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """The whole of it. Dates are as a British reader writes them."""

    title: str
    organisation: str
    date: str
    fingerprint: str
    documents: int
    sections: tuple[Section, ...]
    not_said: tuple[str, ...]
    """Questions that the documents do not answer."""
    left_out: tuple[tuple[str, str], ...]
    """Questions that are not checked on the documents as they are now, each with the reason."""


def handout(pack: Pack, documents: Iterable[Document], organisation: str, now: datetime) -> Handout:
    """The hand-out of a pack over the documents that may answer now."""
    documents = tuple(documents)
    sections: list[Section] = []
    not_said: list[str] = []
    left_out: list[tuple[str, str]] = []
    for item in pack.items:
        kept = item.kept
        if kept is None or not fit(item, documents):
            left_out.append((item.question, standing(item, documents).value))
        elif kept.answer.status is Status.NOT_IN_DOCUMENTS:
            not_said.append(item.question)
        else:
            sections.append(_section(len(sections) + 1, item, kept))
    return Handout(
        title=pack.name,
        organisation=organisation,
        date=f"{now.day} {now:%B %Y}",
        fingerprint=fingerprint(documents),
        documents=len(documents),
        sections=tuple(sections),
        not_said=tuple(not_said),
        left_out=tuple(left_out),
    )


def _section(number: int, item: Item, kept: Checked) -> Section:
    answer = kept.answer
    shown = visible(item)
    numbers = {each.number for each in shown}
    lines = tuple(
        Line(
            each.text,
            tuple(n for n in each.citations if n in numbers),
            each.kind is SentenceKind.ITEM,
        )
        for each in answer.sentences
    )
    sources = tuple(
        Source(
            each.number,
            each.document.title,
            str(each.document.dated),
            place(each),
            each.passage.headings[-1] if each.passage.headings and each.passage.page else "",
            each.quote,
        )
        for each in shown
    )
    notes = tuple(each.text for each in answer.notes if each.kind not in _LEFT_OUT)
    headline = _HEADLINES.get(answer.status, "")
    return Section(number, item.question, headline, lines, notes, sources)
