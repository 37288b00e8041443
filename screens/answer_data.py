"""An answer as the browser draws it, as it is copied, and as it is read aloud. No Streamlit."""

from __future__ import annotations

from itertools import groupby
from typing import TypedDict

from core.answers import Answer, Citation, Sentence, SentenceKind, Status
from core.documents import NATIONAL, Document, Passage, TextForm
from screens.shared import words


class Reference(TypedDict):
    """A citation chip: the number on it and the name that a screen reader says."""

    number: int
    name: str


class Line(TypedDict):
    """One sentence, item or cell with its chips."""

    text: str
    references: list[Reference]


class Block(TypedDict):
    """Lines drawn together: 'frame', 'sentence' and 'cell' one by one, 'item' as a list."""

    kind: str
    lines: list[Line]


class Column(TypedDict):
    """One side of a disagreement: the document it comes from and what it says."""

    title: str
    blocks: list[Block]


class AnswerData(TypedDict):
    """All that the answer component is given."""

    blocks: list[Block]
    columns: list[Column]


def place(document: Document, passage: Passage) -> str:
    """Where in the document: 'page 3', 'slide 2', 'sheet KPIs', 'section Leadership'."""
    if passage.page:
        return f"{document.form.value} {passage.page}"
    if document.form is TextForm.SECTIONS and passage.headings:
        return f"section {passage.headings[-1]}"
    return "whole document"


def source_name(citation: Citation, near: bool = False) -> str:
    """'Source 1: title, page 3', the name of chip, card and open source."""
    label = "Near passage" if near else "Source"
    where = place(citation.document, citation.passage)
    return f"{label} {citation.number}: {citation.document.title}, {where}"


def facts(document: Document) -> str:
    """Date, publisher and subject of a document in a line; what is unknown is said to be."""
    dates = [str(document.published)]
    if document.as_at:
        dates.append(f"figures as at {document.as_at}")
    if document.applies_from:
        dates.append(f"applies from {document.applies_from}")
    publisher = document.publisher if document.publisher not in ("", NATIONAL) else ""
    about = {"": "not known", NATIONAL: "England, all councils"}.get(document.about, document.about)
    parts = [", ".join(dates), f"by {publisher}" if publisher else "publisher not known"]
    return " · ".join([*parts, f"about: {about}"])


def answer_data(answer: Answer) -> AnswerData:
    """What the answer component draws."""
    sentences = list(answer.sentences)
    columns: list[Column] = []
    if answer.status is Status.CONFLICTING:
        framing = [s for s in sentences if not s.citations]
        columns = _columns(answer, [s for s in sentences if s.citations])
        sentences = framing if len(columns) > 1 else sentences
        columns = columns if len(columns) > 1 else []
    return AnswerData(blocks=_blocks(answer, sentences), columns=columns)


def copy_text(answer: Answer) -> str:
    """The answer with its numbers, its notes and its sources, as plain text for a paper."""
    lines = [answer.question, ""]
    for sentence in answer.sentences:
        bullet = "- " if sentence.kind is SentenceKind.ITEM else ""
        numbers = "".join(f" [{number}]" for number in sentence.citations)
        lines.append(f"{bullet}{sentence.text}{numbers}")
    lines += [f"{words.NOTE_LABEL[note.kind]}: {note.text}" for note in answer.notes]
    if answer.citations:
        lines += ["", words.SOURCES_MANY]
    for citation in answer.citations:
        where = place(citation.document, citation.passage)
        document = citation.document
        lines.append(f"[{citation.number}] {document.title}, {document.published}, {where}")
        if citation.note:
            lines.append(words.OWNERS_NOTE.format(note=citation.note))
    return "\n".join(lines)


def announcement(answer: Answer) -> str:
    """What a screen reader says once when the answer is there."""
    parts = [words.HEADLINE[answer.status] or "Answer", answer.text]
    if answer.status is Status.ERROR and not answer.sentences:
        parts.append(words.ERROR_NEXT.format(error_id=answer.error_id))
    if answer.status is Status.BLOCKED_PERSONAL_DATA:
        parts.append(words.BLOCKED_NEXT)
    parts += [f"{words.NOTE_LABEL[note.kind]}: {note.text}" for note in answer.notes]
    count = len(answer.citations)
    if count:
        parts.append("1 source." if count == 1 else f"{count} sources.")
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _columns(answer: Answer, sentences: list[Sentence]) -> list[Column]:
    cited = {citation.number: citation for citation in answer.citations}
    by_document: dict[str, list[Sentence]] = {}
    titles: dict[str, str] = {}
    for sentence in sentences:
        citation = next((cited[n] for n in sentence.citations if n in cited), None)
        key = citation.document.id if citation else ""
        by_document.setdefault(key, []).append(sentence)
        if citation:
            titles[key] = f"{citation.document.title} ({citation.document.published})"
    return [
        Column(title=titles.get(key, ""), blocks=_blocks(answer, said))
        for key, said in by_document.items()
    ]


def _blocks(answer: Answer, sentences: list[Sentence]) -> list[Block]:
    names = {citation.number: source_name(citation) for citation in answer.citations}

    def line(sentence: Sentence) -> Line:
        chips = [
            Reference(number=number, name=names[number])
            for number in sentence.citations
            if number in names
        ]
        return Line(text=sentence.text, references=chips)

    return [
        Block(kind=kind.value, lines=[line(sentence) for sentence in run])
        for kind, run in groupby(sentences, key=lambda sentence: sentence.kind)
    ]
