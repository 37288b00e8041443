"""The numbered passages that a model may word an answer from, and how they are sent to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from core.answers import Citation
from core.documents import NATIONAL

MOST_PASSAGES = 8
"""Passages sent for one answer."""
LONGEST_PASSAGE = 2000
"""Characters of one passage that are sent; the longest of the shipped papers has some 900."""


@dataclass(frozen=True, slots=True)
class Material:
    """One numbered passage. `text` is what may be said of it: exact words, a row with headers."""

    number: int
    text: str
    heading: str = ""
    title: str = ""
    publisher: str = ""
    about: str = ""
    """Whose service it speaks of: a council, 'national' or '' where unknown."""
    published: str = ""
    """As a reader writes it: 'September 2025'; '' where unknown."""


def material(citations: Sequence[Citation]) -> tuple[Material, ...]:
    """The passages of these citations, with the citations' own numbers."""
    return tuple(_of(each) for each in citations[:MOST_PASSAGES])


def _of(citation: Citation) -> Material:
    document = citation.document
    return Material(
        number=citation.number,
        text="\n".join(citation.spans)[:LONGEST_PASSAGE],
        heading=" > ".join(citation.passage.headings),
        title=document.title,
        publisher=document.publisher,
        about=document.about,
        published=str(document.published) if document.published else "",
    )


def fenced(passages: Sequence[Material]) -> str:
    """The passages as they are sent. No word of a passage can close its fence or open another."""
    return "\n".join(_fenced(each) for each in passages)


def _fenced(each: Material) -> str:
    about = "England, all councils" if each.about == NATIONAL else each.about
    facts = {
        "number": str(each.number),
        "document": each.title,
        "by": "" if each.publisher == NATIONAL else each.publisher,
        "about": about,
        "published": each.published,
        "heading": each.heading,
    }
    attributes = " ".join(f'{name}="{_one_line(value)}"' for name, value in facts.items() if value)
    return f"<passage {attributes}>\n{escape(each.text, quote=False)}\n</passage>"


def _one_line(text: str) -> str:
    return escape(" ".join(text.split()))
