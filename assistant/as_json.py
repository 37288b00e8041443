"""An answer as one JSON object: what `--json`, `--batch` and other programs read."""

from __future__ import annotations

from typing import Any

from core.answers import Answer, Citation, SentenceKind, Status


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """The whole answer; the keys of the design come first."""
    return {
        "status": answer.status.value,
        "text": answer.text,
        "citations": [citation_as_json(each) for each in answer.citations],
        "notes": [note.text for note in answer.notes],
        "seconds": round(answer.seconds, 4),
        "sentences": [
            {"text": each.text, "citations": list(each.citations), "kind": each.kind.value}
            for each in answer.sentences
        ],
        "near": [citation_as_json(each) for each in answer.near],
        "options": [each.organisation or each.inspection.value for each in answer.options],
        "error_id": answer.error_id,
    }


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """A citation; dates as ISO text, '' where unknown; the innermost heading."""
    document, passage = citation.document, citation.passage
    return {
        "number": citation.number,
        "file": document.file,
        "title": document.title,
        "publisher": document.publisher,
        "about": document.about,
        "published": document.published.iso(),
        "page": passage.page,
        "heading": passage.headings[-1] if passage.headings else "",
        "quote": citation.quote,
        "note": citation.note,
    }


def answer_as_text(answer: Answer) -> str:
    """The answer with its sources, for a terminal or to paste."""
    refused = answer.status is Status.NOT_IN_DOCUMENTS
    lines: list[str] = ["The documents do not say."] if refused else []
    for each in answer.sentences:
        marks = "".join(f" [{number}]" for number in each.citations)
        bullet = "- " if each.kind is SentenceKind.ITEM else ""
        lines.append(f"{bullet}{each.text}{marks}")
    lines += [f"Note: {note.text}" for note in answer.notes]
    if answer.citations:
        lines += ["", "Sources", *(_source(each) for each in answer.citations)]
    if answer.near:
        lines += ["", "Near, but not an answer", *(_source(each) for each in answer.near)]
    lines += [f"- {option.label}" for option in answer.options]
    return "\n".join(lines)


def _source(citation: Citation) -> str:
    document, passage = citation.document, citation.passage
    place = f", {document.form.value} {passage.page}" if passage.page else ""
    heading = f", '{passage.headings[-1]}'" if passage.headings else ""
    note = f" Note by the document's owner: {citation.note}" if citation.note else ""
    return (
        f"[{citation.number}] {document.title} ({document.published}{place}{heading}): "
        f'"{citation.quote}" ({document.file}){note}'
    )
