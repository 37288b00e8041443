"""What is right: the status, the facts in the answer, a citation that holds the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.answers import Answer, SentenceKind, Status
from evaluation.question_sets import Asked
from language.words import fold


@dataclass(frozen=True, slots=True)
class Score:
    """How one answer did."""

    asked: Asked
    answer: Answer
    right: bool
    cited: bool
    """Right, and the citations hold the facts and come from a document with the evidence."""

    @property
    def refused(self) -> bool:
        """The answer was 'not in the documents'."""
        return self.answer.status is Status.NOT_IN_DOCUMENTS


def folded(text: str) -> str:
    """Text for comparing: no case, accents, markup or difference of hyphens and quotes."""
    plain = re.sub(r"[*#_`]", "", fold(text))
    return re.sub(r"[\s\-]+", " ", plain).strip()


def score(asked: Asked, answer: Answer) -> Score:
    """Scores an answer; a refusal is right where refusing is expected."""
    text = folded(answer.text)
    status_right = answer.status in asked.expect
    said = answer.status in (Status.ANSWERED, Status.PARTLY_ANSWERED, Status.CONFLICTING)
    facts = not said or all(_any(group, text) for group in asked.facts)
    clean = not said or not _any(asked.forbidden, text)
    right = status_right and facts and clean
    cited = right and (not said or not asked.facts or _cited(asked, answer))
    return Score(asked, answer, right, cited)


def _any(alternatives: Iterable[str], text: str) -> bool:
    return any(folded(each) in text for each in alternatives)


def _cited(asked: Asked, answer: Answer) -> bool:
    quotes = folded(" ".join(each.quote for each in answer.citations))
    files = [each.document.file for each in answer.citations]
    known = any(each.document in file for each in asked.evidence for file in files)
    return known and all(_any(group, quotes) for group in asked.facts)


def words_outside_lists(answer: Answer) -> int:
    """Words of an answer, list items not counted."""
    return sum(
        len(each.text.split()) for each in answer.sentences if each.kind is not SentenceKind.ITEM
    )
