"""What a pack's hand-out holds: one description, from which the DOCX and the PPTX are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.briefing import fingerprint, fit, standing
from assistant.briefings.sources import by_place, place, renumbered, visible
from core.answers import Citation, NoteKind, SentenceKind, Status
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
    """A place that an answer stands on. `quotes` are exact words of the document."""

    number: int
    """By which the answer's lines point to it."""
    title: str
    date: str
    place: str
    heading: str
    """The heading above it, '' where `place` says it."""
    quotes: tuple[str, ...]

    @property
    def line(self) -> str:
        """'When Ofsted calls, October 2024, slide 4'."""
        return ", ".join(filter(None, (self.title, self.date, self.place)))


@dataclass(frozen=True, slots=True)
class Section:
    """A question with its answer, its number that of the pack."""

    number: int
    question: str
    headline: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    approved: bool
    """Somebody has read it and said that it can be shown."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question without an answer here, its number that of the pack."""

    number: int
    question: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """The whole of it. Dates are as a British reader writes them."""

    title: str
    organisation: str
    date: str
    made: datetime
    fingerprint: str
    documents: int
    sections: tuple[Section, ...]
    not_said: tuple[Unanswered, ...]
    """Questions that the documents do not answer."""
    left_out: tuple[Unanswered, ...]
    """Questions that are not checked on the documents as they are now."""


def handout(pack: Pack, documents: Iterable[Document], organisation: str, now: datetime) -> Handout:
    """The hand-out of a pack over the documents that may answer now."""
    documents = tuple(documents)
    sections: list[Section] = []
    not_said: list[Unanswered] = []
    left_out: list[Unanswered] = []
    for number, item in enumerate(pack.items, 1):
        kept = item.kept
        if kept is None or not fit(item, documents):
            reason = standing(item, documents).value
            left_out.append(Unanswered(number, item.question, reason))
        elif kept.answer.status is Status.NOT_IN_DOCUMENTS:
            not_said.append(Unanswered(number, item.question))
        else:
            sections.append(_section(number, item, kept))
    return Handout(
        title=pack.name,
        organisation=organisation,
        date=f"{now.day} {now:%B %Y}",
        made=now,
        fingerprint=fingerprint(documents),
        documents=len(documents),
        sections=tuple(sections),
        not_said=tuple(not_said),
        left_out=tuple(left_out),
    )


def _section(number: int, item: Item, kept: Checked) -> Section:
    answer = kept.answer
    places = by_place(visible(item))
    first = {each.number: cited[0].number for cited in places.values() for each in cited}
    lines = tuple(
        Line(
            each.text,
            tuple(dict.fromkeys(first[n] for n in each.citations if n in first)),
            each.kind is SentenceKind.ITEM,
        )
        for each in answer.sentences
    )
    sources = tuple(_source(cited) for cited in places.values())
    notes = tuple(
        renumbered(each.text, first) for each in answer.notes if each.kind not in _LEFT_OUT
    )
    headline = _HEADLINES.get(answer.status, "")
    return Section(number, item.question, headline, lines, notes, sources, item.approved)


def _source(cited: Sequence[Citation]) -> Source:
    """What is quoted of one place of a paper, each passage once."""
    one = cited[0]
    headings = {each.passage.headings[-1] for each in cited if each.passage.headings}
    return Source(
        one.number,
        one.document.title,
        str(one.document.dated),
        place(one),
        headings.pop() if len(headings) == 1 and one.passage.page else "",
        tuple(dict.fromkeys(each.quote for each in cited)),
    )
