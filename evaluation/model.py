"""`python -m evaluation.model --url URL --model openai:NAME`: the sets, worded by a real model.

Prints, beside the quoted answers' score, the worded answers' score on the same questions, how many
were worded and why the others were not, and the time to the first sentence and to the last.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median

from pydantic import ValidationError

from assistant.answering import Assistant
from core.answers import Answer, NoteKind
from core.settings import Settings
from evaluation.corpora import prepare
from evaluation.question_sets import Asked, Part, load
from evaluation.scoring import Score, score
from ingest.run import update
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder

SETS = ("shipped", "seeds", "reports")


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.model", description=__doc__)
    parser.add_argument("--url", required=True, help="the model's server")
    parser.add_argument("--model", default="openai:model", help="provider:name")
    parser.add_argument("--key", default="none", help="unless the provider's variable holds it")
    parser.add_argument("--only", choices=SETS, help="one set alone")
    parser.add_argument("--most", type=int, default=0, help="so many questions of each set")
    options = parser.parse_args(arguments)
    try:
        given = Settings(model=options.model, model_url=options.url, model_key=options.key)
    except ValidationError as error:
        parser.error(str(error.errors()[0]["msg"]))
    logging.basicConfig(level=logging.CRITICAL)  # why each was quoted is counted below
    embedder = chosen_embedder(given)
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            if options.only in (None, name):
                _print_set(name, Path(folder), given, embedder, options.most)
    return 0


def _print_set(name: str, folder: Path, given: Settings, embedder: Embedder, most: int) -> None:
    corpus = prepare(name, folder)
    if corpus is None:
        print(f"\n{name}: skipped, the papers are not here")
        return
    index = folder / f"index-{name}"
    update(corpus, index, given.model_copy(update={"index": index}), embedder=embedder)
    for part in Part:
        asked = [each for each in load(name) if each.part is part][: most or None]
        print(f"\n{name}, {part.value}: {len(asked)} questions")
        for line in _lines([_ask(each, index, given, embedder) for each in asked]):
            print(f"  {line}")


def _ask(
    asked: Asked, index: Path, given: Settings, embedder: Embedder
) -> tuple[Score, Score, Answer, float]:
    """The quoted answer's score, the worded one's, the latter, seconds to its first sentence."""
    changed = {"index": index, "organisation": asked.organisation}
    assistant = Assistant.open(given.model_copy(update=changed), embedder)
    try:
        *_, quoted = assistant.answers(asked.turns, worded=False)
        started, first = time.perf_counter(), 0.0
        for answer in assistant.answers(asked.turns):
            if answer.sentences and not first:
                first = time.perf_counter() - started
        return score(asked, quoted), score(asked, answer), answer, first
    finally:
        assistant.close()


def _lines(asked: list[tuple[Score, Score, Answer, float]]) -> list[str]:
    worded = [(answer, first) for _, _, answer, first in asked if answer.worded_by]
    why = Counter(
        note.text.split(": ", 1)[1].split(". These")[0]
        for _, _, answer, _ in asked
        for note in answer.notes
        if note.kind is NoteKind.WORDING and not answer.worded_by
    )
    lines = [
        f"right and cited: quoted {sum(q.cited for q, _, _, _ in asked)}, "
        f"worded or quoted {sum(w.cited for _, w, _, _ in asked)}",
        f"worded: {len(worded)}; quoted by design: {len(asked) - len(worded) - why.total()}",
        *(f"quoted, since {reason}: {count}" for reason, count in why.most_common()),
    ]
    if worded:
        lines.append(
            f"median seconds: first sentence {median(first for _, first in worded):.1f}, "
            f"whole {median(answer.seconds for answer, _ in worded):.1f}"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
