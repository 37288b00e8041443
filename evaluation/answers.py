"""Asks a question set of the product and scores the answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from assistant.answering import Assistant
from core.settings import Settings
from evaluation.question_sets import Asked, Part
from evaluation.scoring import Score, score, words_outside_lists
from vectorstore.embed import Embedder


def ask_all(asked: Iterable[Asked], index: Path, embedder: Embedder) -> list[Score]:
    """Asks every question with its own council as ours."""
    assistants: dict[str, Assistant] = {}
    scores: list[Score] = []
    for each in asked:
        if each.organisation not in assistants:
            settings = Settings(index=index, organisation=each.organisation)
            assistants[each.organisation] = Assistant.open(settings, embedder)
        answer = assistants[each.organisation].ask(each.turns)
        scores.append(score(each, answer))
    return scores


def table(scores: Sequence[Score], part: Part) -> list[str]:
    """The scores of one part, by kind and in all, as lines to print."""
    of_part = [each for each in scores if each.asked.part is part]
    kinds: dict[str, list[Score]] = defaultdict(list)
    for each in of_part:
        kinds[each.asked.kind].append(each)
    lines = [f"  {part.value:<16}{'n':>4}{'right':>7}{'cited':>7}"]
    for kind, group in [*sorted(kinds.items()), ("all", of_part)]:
        right = sum(each.right for each in group)
        cited = sum(each.cited for each in group)
        share = f"{100 * cited / len(group):5.1f}%" if group else ""
        lines.append(f"  {kind:<16}{len(group):>4}{right:>7}{cited:>7}  {share}")
    lines.append(f"  {refusals(of_part)}")
    return lines


def refusals(scores: Sequence[Score]) -> str:
    """How much was refused of what should be and of what should not be, and the words said."""
    should = [each for each in scores if each.asked.must_refuse]
    should_not = [each for each in scores if each.asked.answerable and not each.asked.must_refuse]
    wrongly = [
        each for each in should_not if each.refused and each.answer.status not in each.asked.expect
    ]
    said = [words_outside_lists(each.answer) for each in scores if each.answer.citations]
    return (
        f"refused {sum(e.refused for e in should)} of {len(should)} that should be, "
        f"{len(wrongly)} of {len(should_not)} that should not; "
        f"median words {median(said) if said else 0:.0f}"
    )
