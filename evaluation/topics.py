"""Which topics of the papers no question asks about: docs/topics.md against the question sets."""

from __future__ import annotations

from collections.abc import Sequence

from core.settings import ROOT
from evaluation.question_sets import Asked
from language.words import content_terms

TOPICS = ROOT / "docs" / "topics.md"
SHARED_WORDS = 2
"""A question is of a topic when it, its facts or its evidence share so many of its words."""


def topics() -> dict[str, list[str]]:
    """Paper -> its topics, from the headings and items of docs/topics.md."""
    found: dict[str, list[str]] = {}
    paper = ""
    for line in TOPICS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            paper = line[3:].strip()
            found[paper] = []
        elif line.startswith("- ") and paper:
            found[paper].append(line[2:].strip())
    return found


def unasked(sets: Sequence[Sequence[Asked]]) -> list[tuple[str, str, str]]:
    """(paper, topic, what is missing) for topics without an answerable question or a near miss."""
    answerable = [_words(each) for group in sets for each in group if each.answerable]
    misses = [_words(each) for group in sets for each in group if each.must_refuse]
    gaps: list[tuple[str, str, str]] = []
    for paper, names in topics().items():
        for name in names:
            words = set(content_terms(name))
            need = min(SHARED_WORDS, len(words))
            if not any(len(words & asked) >= need for asked in answerable):
                gaps.append((paper, name, "no question"))
            elif not any(len(words & asked) >= need for asked in misses):
                gaps.append((paper, name, "no near miss"))
    return gaps


def _words(asked: Asked) -> set[str]:
    texts = [*asked.turns, *(fact for group in asked.facts for fact in group)]
    texts += [evidence.words for evidence in asked.evidence]
    return {term for text in texts for term in content_terms(text)}
