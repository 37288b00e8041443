"""What the room's window draws. No Streamlit, and nothing that was not pushed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypedDict

from assistant.briefing import held, unchanged
from assistant.briefings.sources import by_place, source_line, with_titles
from core.answers import Answer, Citation, NoteKind, SentenceKind, Status
from core.documents import Document
from screens import brief_words as words
from screens.brief_rooms import Presentation
from screens.shared.words import HEADLINE, NOTE_LABEL

_NOT_FOR_THE_ROOM = (NoteKind.UNDERSTOOD_AS, NoteKind.WORDING, NoteKind.UNREAD)


class RoomLine(TypedDict):
    """A line of the answer: a list's item, or smaller for what is said beside it."""

    text: str
    item: bool
    small: bool


class RoomSource(TypedDict):
    """A source's line; its passages where they were asked for."""

    number: int
    text: str
    open: bool
    passages: list[str]


class RoomShown(TypedDict):
    """A question with its answer."""

    question: str
    headline: str
    lines: list[RoomLine]
    sources: list[RoomSource]


class RoomData(TypedDict):
    """All that the room's component is given."""

    identity: str
    title: str
    sources_label: str
    passage_label: str
    more_label: str
    shown: RoomShown | None


def room_data(presentation: Presentation | None, documents: Sequence[Document]) -> RoomData:
    """What is in the room now. Words of a document that is not in use any more are taken down."""
    if presentation is None:
        return _data("closed", _said(words.CLOSED))
    if presentation.blank:
        return _data("blank", None)
    pushed = presentation.pushed
    if pushed is None:
        return _data("waiting", _said(words.WAITING))
    if not stands(pushed.answer, documents):
        return _data("down", _said(words.DOWN_NOW))
    sources = _sources(pushed.citations, presentation.passage)
    if presentation.picture:  # the page takes the answer's place, so that it can be seen
        sources = [each for each in sources if each["open"]]
    shown = RoomShown(
        question=pushed.question,
        headline="" if presentation.picture else HEADLINE[pushed.answer.status],
        lines=[] if presentation.picture else answer_lines(pushed.answer),
        sources=sources,
    )
    return _data(pushed.identity, shown)


def stands(answer: Answer, documents: Collection[Document]) -> bool:
    """May an answer that is in the room stay there?"""
    return held(answer, documents) and unchanged(answer, documents)


def open_citation(
    presentation: Presentation | None, documents: Sequence[Document]
) -> Citation | None:
    """The citation whose page is to be shown as a picture, if any."""
    if presentation is None or presentation.blank or not presentation.picture:
        return None
    pushed = presentation.pushed
    if pushed is None or not stands(pushed.answer, documents):
        return None
    return next((c for c in pushed.citations if c.number == presentation.passage), None)


def answer_lines(answer: Answer) -> list[RoomLine]:
    """An answer's sentences and notes; where papers disagree, each under its paper's name."""
    titles = {each.number: source_line(each) for each in answer.citations}
    lines: list[RoomLine] = []
    paper = ""
    for sentence in answer.sentences:
        title = titles.get(sentence.citations[0], "") if sentence.citations else ""
        if answer.status is Status.CONFLICTING and title and title != paper:
            lines.append(RoomLine(text=f"{title}:", item=False, small=True))
            paper = title
        item = sentence.kind is SentenceKind.ITEM
        lines.append(RoomLine(text=sentence.text, item=item, small=False))
    return lines + [RoomLine(text=text, item=False, small=True) for text in _notes(answer)]


def _notes(answer: Answer) -> Iterator[str]:
    """The notes. Those of age in one line and without their papers, whose dates stand below."""
    texts = [(each.kind, with_titles(each.text, answer.citations)) for each in answer.notes]
    ages = [text.partition(":")[0] for kind, text in texts if kind is NoteKind.AGE]
    if ages:
        yield f"{NOTE_LABEL[NoteKind.AGE]}: {'. '.join(dict.fromkeys(ages))}."
    for kind, text in texts:
        if kind is not NoteKind.AGE and kind not in _NOT_FOR_THE_ROOM:
            yield f"{NOTE_LABEL[kind]}: {text}"


def _sources(citations: Sequence[Citation], opened: int) -> list[RoomSource]:
    """A line for each place in a paper, with all that is cited of it once it is open."""
    return [
        RoomSource(
            number=cited[0].number,
            text=line,
            open=any(each.number == opened for each in cited),
            passages=[e.quote for e in cited] if any(e.number == opened for e in cited) else [],
        )
        for line, cited in by_place(citations).items()
    ]


def _said(text: str) -> RoomShown:
    return RoomShown(question=text, headline="", lines=[], sources=[])


def _data(identity: str, shown: RoomShown | None) -> RoomData:
    return RoomData(
        identity=identity,
        title=words.ROOM_TITLE,
        sources_label=words.SOURCES,
        passage_label=words.SHOW_PASSAGE,
        more_label=words.MORE,
        shown=shown,
    )
