"""A pack against the documents as they are now: what may be shown, what must be checked again."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from core.answers import Answer, Citation, Status
from core.documents import Document
from core.kept_answers import documents_of
from core.packs import Checked, Item

_TEMPLATES = Path(__file__).parent / "data" / "briefings"
NO_ANSWER = (Status.NOT_IN_DOCUMENTS, Status.NEEDS_CLARIFICATION)
_NOT_KEPT = (Status.BLOCKED_PERSONAL_DATA, Status.ERROR)


class Standing(StrEnum):
    """Where an item stands against the documents as they are now."""

    UNCHECKED = "not looked for yet"
    CHECKED = "found in the documents"
    NO_ANSWER = "no answer in these documents"
    CHANGED = "the documents have changed since it was found"
    DIFFERS = "the documents have changed, and the answer is another now"
    GONE = "a document that it stands on is no longer in use"


FIT = (Standing.CHECKED, Standing.NO_ANSWER)
"""What may be shown in a room and go into a hand-out."""


@dataclass(frozen=True, slots=True)
class Template:
    """A pack to begin with."""

    name: str
    purpose: str
    questions: tuple[str, ...]


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """The packs that come with the product, in the order of their files' names."""
    read = [tomllib.loads(each.read_text("utf-8")) for each in sorted(_TEMPLATES.glob("*.toml"))]
    return tuple(Template(each["name"], each["purpose"], tuple(each["questions"])) for each in read)


def fingerprint(documents: Iterable[Document]) -> str:
    """The same for the same documents, versions, editions and facts; 'a1b2-c3d4-e5f6'."""
    return _fingerprint(tuple(documents))


@lru_cache(maxsize=4)
def _fingerprint(documents: tuple[Document, ...]) -> str:
    # Asked for once for each item: kept, or a thousand papers would be written out each time.
    digest = hashlib.sha256("\n".join(sorted(map(repr, documents))).encode()).hexdigest()
    return "-".join((digest[:4], digest[4:8], digest[8:12]))


def standing(item: Item, documents: Iterable[Document]) -> Standing:
    """Where an item stands. `documents`: those that may answer now."""
    documents = tuple(documents)
    kept = item.kept
    if kept is None:
        return Standing.GONE if item.lost else Standing.UNCHECKED
    if not held(kept.answer, documents):
        return Standing.GONE
    now = fingerprint(documents)
    if kept.fingerprint != now:
        newer = found_now(item, documents)
        return Standing.DIFFERS if newer is not None else Standing.CHANGED
    return Standing.NO_ANSWER if kept.answer.status in NO_ANSWER else Standing.CHECKED


def held(answer: Answer, documents: Iterable[Document]) -> bool:
    """May every document whose words an answer holds still answer, in this version or a later?"""
    return {each.id for each in documents}.issuperset(documents_of(answer))


def unchanged(answer: Answer, documents: Iterable[Document]) -> bool:
    """Are all of them held in the very version that it quotes?"""
    live = {(each.id, each.version) for each in documents}
    return all((c.document.id, c.document.version) in live for c in answer.citations)


def found_now(item: Item, documents: Iterable[Document]) -> Checked | None:
    """What the last check found, where it is another answer and was made on these documents."""
    found = item.found
    documents = tuple(documents)
    if found is None or found.fingerprint != fingerprint(documents):
        return None
    return found if held(found.answer, documents) else None


def fit(item: Item, documents: Iterable[Document]) -> bool:
    """May the item's answer be shown to others now?"""
    kept = item.kept
    asks_back = kept is not None and kept.answer.status is Status.NEEDS_CLARIFICATION
    return standing(item, documents) in FIT and not asks_back


def check(
    item: Item, ask: Callable[[Item], Answer], documents: Iterable[Document], now: datetime
) -> Item:
    """The item asked again over these documents.

    The same answer is dated anew; another one is put beside it for the presenter to take. An
    answer that may not be shown any more gives way at once. A failure changes nothing.
    """
    documents = tuple(documents)
    answer = ask(item)
    if answer.status is Status.ERROR:
        return item
    if answer.status in _NOT_KEPT:
        return replace(item, kept=None, found=None, hidden=frozenset(), approved=False)
    fresh = Checked(answer, now, fingerprint(documents))
    kept = item.kept
    if kept is not None and held(kept.answer, documents):
        if not same(kept.answer, answer):
            return replace(item, found=fresh)
        return replace(item, kept=fresh, found=None, hidden=_still_hidden(item, answer))
    return replace(item, kept=fresh, found=None, hidden=frozenset(), approved=False, lost=False)


def take(item: Item) -> Item:
    """The item with the answer that the last check found, which the presenter has read."""
    if item.found is None:
        return item
    return replace(item, kept=item.found, found=None, hidden=frozenset(), approved=True)


def same(one: Answer, other: Answer) -> bool:
    """Do two answers say the same in the same words, from the same places, or neither anything?"""
    return _told(one) == _told(other)


def _told(answer: Answer) -> tuple[object, ...]:
    """What the room reads, with where each sentence stands. Not the numbers of the sources, nor
    notes of age and the like: they come and go with the day and with other papers.
    """
    if answer.status in NO_ANSWER:
        return (answer.status,)
    cited = {each.number: _where(each) for each in answer.citations}
    sentences = [
        (each.text, each.kind, tuple(cited.get(number) for number in each.citations))
        for each in answer.sentences
    ]
    return answer.status, tuple(sentences)


def _where(citation: Citation) -> tuple[object, ...]:
    document = citation.document
    return document.id, document.title, document.dated, citation.passage.page, citation.spans


def _still_hidden(item: Item, fresh: Answer) -> frozenset[int]:
    """The numbers that the hidden citations have in an answer that says the same."""
    before = item.kept.answer.citations if item.kept else ()
    hidden = {_where(each) for each in before if each.number in item.hidden}
    return frozenset(each.number for each in fresh.citations if _where(each) in hidden)
