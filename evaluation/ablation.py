"""What each mechanism is worth: each off in turn, on check. `python -m evaluation.ablation`

Weights and thresholds stay as they are, so a mechanism that others lean on looks dearer than it
would after a new fit. The table of the last run stands in docs/ablation.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import numpy as np

from assistant import pipeline
from assistant.grades.graded import correct_grade
from assistant.grades.judgement_answers import answer_from_judgements
from assistant.question import Question
from assistant.steps_asked.of_week import answer_from_week
from core.documents import Document
from core.settings import Settings
from evaluation.answers import ask_all
from evaluation.corpora import prepare
from evaluation.question_sets import Asked, Part, load
from evaluation.scoring import Score
from ingest.run import update
from vectorstore.answer_model import AnswerModel, Reading
from vectorstore.embed import SentenceTransformerEmbedder, Vectors

SETS = ("shipped", "seeds", "reports")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A mechanism with what stands in its place when it is off: (module.name, replacement)."""

    name: str
    off: tuple[tuple[str, Any], ...]


def _without(step: Callable[..., Any]) -> tuple[tuple[str, Any], ...]:
    shorter = tuple(each for each in pipeline.ONE_QUESTION if each is not step)
    return (("assistant.answering.STEPS", pipeline.in_order(shorter)),)


def _all_of_them(documents: Iterable[Document], _question: Question) -> frozenset[str]:
    return frozenset(each.id for each in documents)


MECHANISMS = (
    Mechanism("nothing off", ()),
    Mechanism("refusal", (("assistant.steps.enough", lambda *_: True),)),
    Mechanism("answer model", (("assistant.steps.read_candidates", lambda _q, each, *_: each),)),
    Mechanism("kind of answer needed", (("assistant.evidence.needs_kind", lambda _: False),
                                        ("assistant.refusal.needs_kind", lambda _: False))),
    Mechanism("weeks and days", _without(answer_from_week)),
    Mechanism("short and long forms", (("assistant.concepts.find_phrases", lambda _: []),
                                       ("assistant.concepts.synonyms", dict))),
    Mechanism("short forms spelled out", (("assistant.read.spelled_out", lambda text: text),)),
    Mechanism("misspellings", (("assistant.steps.corrected", lambda text, *_: text),)),
    Mechanism("months and years", (("assistant.question.find_periods", lambda _: ()),)),
    Mechanism("ours and theirs", (("assistant.steps.split", lambda found, *_: (found, [])),)),
    Mechanism("newest edition", (("assistant.steps.speaking", _all_of_them),)),
    Mechanism("two parts", (("assistant.parts.parts_of", lambda text: [text]),)),
    Mechanism("whole lists", (("assistant.compose.wants_list", lambda *_: False),)),
    Mechanism("evidence for a claim", (("assistant.steps.asks_for_evidence", lambda _: False),)),
    Mechanism("grades by area and year", _without(answer_from_judgements)),
    Mechanism("a grade taken for granted", _without(correct_grade)),
    Mechanism("change before figure", (("assistant.compose.asks_change", lambda _: False),)),
    Mechanism("a second sentence", (("assistant.steps.second_sentence", lambda *_: None),)),
    Mechanism("wrong premises", (("assistant.compose.wrong_premise", lambda *_: None),)),
)  # fmt: skip


class RememberingModel(AnswerModel):
    """Reads a question and a sentence together once, however many mechanisms are tried."""

    remembered: ClassVar[dict[tuple[str, Reading], float]] = {}

    def scores(self, question: str, readings: Sequence[Reading]) -> Vectors:
        """The log odds of each reading, as the model gives them."""
        new = [e for e in dict.fromkeys(readings) if (question, e) not in self.remembered]
        for each, score in zip(new, super().scores(question, new), strict=True):
            self.remembered[question, each] = float(score)
        return np.array([self.remembered[question, each] for each in readings], dtype=np.float32)


@contextmanager
def off(mechanism: Mechanism) -> Iterator[None]:
    """The product without a mechanism."""
    with ExitStack() as stack:
        for name, replacement in mechanism.off:
            stack.enter_context(patch(name, replacement))
        yield


def line(name: str, scores: list[Score], whole: float | None) -> str:
    """A row of the table: right and cited, the difference, refusals."""
    share = 100 * sum(each.cited for each in scores) / len(scores)
    must = [each for each in scores if each.asked.must_refuse]
    others = [each for each in scores if each.asked.answerable and not each.asked.must_refuse]
    lost = [e for e in others if e.refused and e.answer.status not in e.asked.expect]
    change = "" if whole is None else f"{share - whole:+.1f}"
    return (
        f"| {name} | {share:.1f}% | {change} | {sum(e.refused for e in must)} of {len(must)} "
        f"| {len(lost)} of {len(others)} |"
    )


def main(arguments: list[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.ablation", description=__doc__)
    parser.add_argument("--part", choices=[part.value for part in Part], default=Part.CHECK.value)
    parser.add_argument("--only", choices=SETS, help="one set alone")
    options = parser.parse_args(arguments)
    part = Part(options.part)
    embedder = SentenceTransformerEmbedder()
    print(f"| off ({part.value}) | right and cited | change | refused, must | refused, must not |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        sets: list[tuple[list[Asked], Path]] = []
        for name in SETS:
            if options.only not in (None, name):
                continue
            corpus = prepare(name, Path(folder))
            if corpus is not None:
                index = Path(folder) / f"index-{name}"
                update(corpus, index, Settings(index=index), embedder=embedder)
                sets.append(([each for each in load(name) if each.part is part], index))
        whole: float | None = None
        for mechanism in MECHANISMS:
            with off(mechanism), patch("vectorstore.search.AnswerModel", RememberingModel):
                scores = [s for asked, index in sets for s in ask_all(asked, index, embedder)]
            print(line(mechanism.name, scores, whole), flush=True)
            if whole is None:
                whole = 100 * sum(each.cited for each in scores) / len(scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
