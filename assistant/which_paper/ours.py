"""Whose service a question and a passage are about: ours, another council's, the country's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from assistant.question import Question
from assistant.wanted import COUNTS, Wanted
from core.answers import Option
from core.documents import NATIONAL, UNKNOWN, Document
from language.organisations import canonical, count
from vectorstore.search import Found

PASSAGES = 5_000
"""Kept with the councils that they name: the same come up in question after question."""


def subject_of(question: Question, ours: str) -> str:
    """The council that the question is about: the one it names, else ours; '' when neither."""
    return question.organisation or canonical(ours)


@lru_cache(maxsize=PASSAGES)
def _named(text: str) -> frozenset[str]:
    """The councils that a passage's words name."""
    return frozenset(count(text))


def may_answer(each: Found, question: Question, ours: str) -> bool:
    """True when a passage speaks of the council asked about, or of the whole country.

    A paper about another council may still answer when the passage itself names the one asked
    about; a paper of whom nobody knows whose it is answers only where no council is named.
    """
    subject = subject_of(question, ours)
    if not subject:
        return True
    about = each.hit.document.about
    passage = each.hit.passage
    if about == NATIONAL:
        if question.organisation and question.organisation != canonical(ours):
            return subject in _named(f"{passage.lead_in} {passage.text}")
        # The country's guidance holds no figure or grade of ours, and names others as examples.
        if question.ours and question.wanted in (*COUNTS, Wanted.GRADE):
            return False
        named = _named(f"{passage.lead_in} {passage.text}")
        return not named or subject in named
    if about == UNKNOWN:
        named = _named(passage.text)
        return subject in named or not (named or question.organisation)
    if canonical(about) == subject:
        return True
    return subject in _named(f"{passage.lead_in} {passage.text}")


def split(found: Iterable[Found], question: Question, ours: str) -> tuple[list[Found], list[Found]]:
    """The passages that may answer, and those about another council."""
    may: list[Found] = []
    theirs: list[Found] = []
    for each in found:
        (may if may_answer(each, question, ours) else theirs).append(each)
    return may, theirs


def choices(documents: Iterable[Document]) -> tuple[Option, ...]:
    """The councils that 'we' could mean, most papers first."""
    counts: dict[str, int] = {}
    for document in documents:
        if document.about not in (NATIONAL, UNKNOWN):
            name = canonical(document.about)
            counts[name] = counts.get(name, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Option(f"We are {name}", name) for name in ordered)
