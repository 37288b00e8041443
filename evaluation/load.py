"""`python -m evaluation.load`: many sessions asking at once while the index is being updated.

A thin version: the sessions are threads over one Assistant, as Streamlit's sessions share one
process, but no Streamlit draws their screens. Each question is also asked alone, before and after;
an answer that is neither of its own two is looked for among the others'.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistant.answering import Assistant
from core.answers import Answer, Status
from core.settings import ROOT, Settings
from evaluation.question_sets import Part, load
from evaluation.speed_table import percentile
from evaluation.training_set import papers
from ingest.run import update
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder

SESSIONS, WITHIN = 40, 10.0
ADDED = 40
"""Invented papers that the update adds meanwhile."""


class Outcome(StrEnum):
    """What a session got."""

    OWN = "its own answer"
    CHANGED = "its own question, answered otherwise than alone"
    FOREIGN = "another session's answer"
    ERROR = "an error"


@dataclass(frozen=True, slots=True)
class Session:
    """One question, as it was answered in the crowd."""

    question: str
    answer: Answer
    seconds: float
    """From its arrival, waiting included."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code: 1 when a session got an error or another's."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.load", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--within", type=float, default=WITHIN, help="seconds they arrive in")
    options = parser.parse_args(arguments)
    chance = random.Random(1)  # noqa: S311
    asked = [each.turns[-1] for each in load("shipped") if each.part is Part.TUNE]
    questions = chance.sample(sorted({*asked}), options.sessions)
    arrivals = [chance.uniform(0, options.within) for _ in questions]
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder) / "corpus", Path(folder) / "index"
        shutil.copytree(options.corpus, corpus)
        given = Settings(index=index)
        engine = chosen_embedder(given)
        update(corpus, index, given, embedder=engine)
        before = alone(given, engine, questions)
        assistant = Assistant.open(given, engine)
        assistant.warm()
        add_papers(corpus)
        with _ingest(corpus, index) as process:
            started = time.process_time()
            sessions = crowd(assistant, questions, arrivals)
            used = (time.process_time() - started) / len(sessions)
            still = process.poll() is None
            code = process.wait()
        assistant.close()
        after = alone(given, engine, questions)
    counts = outcomes(sessions, before, after)
    times = [each.seconds for each in sessions]
    apart = [each.seconds for each in before]
    print(f"{len(sessions)} sessions within {options.within:g} s, threads over one Assistant")
    print(f"p50 {percentile(times, 0.5):.2f} s, p95 {percentile(times, 0.95):.2f} s (bar 2)")
    print(f"processor time of a question: {used:.3f} s")
    print(f"alone: p50 {percentile(apart, 0.5):.2f} s, p95 {percentile(apart, 0.95):.2f} s")
    print(f"the update (exit code {code}) {'outlasted' if still else 'ended before'} the last")
    print("\n".join(f"{each.value}: {counts[each]}" for each in Outcome))
    return 1 if code or counts[Outcome.ERROR] or counts[Outcome.FOREIGN] else 0


def alone(given: Settings, engine: Embedder, questions: Sequence[str]) -> list[Answer]:
    """Each question's answer with nobody else asking, by an assistant of its own: what that has
    read must not spare the crowd's the reading.
    """
    assistant = Assistant.open(given, engine)
    assistant.warm()
    answers = [assistant.ask([question]) for question in questions]
    assistant.close()
    return answers


def add_papers(corpus: Path) -> None:
    """Puts invented papers into the folder, for an update to take in."""
    for number, paper in enumerate(papers()[:ADDED]):
        lines = "\n\n".join(line for _, line in paper.lines)
        path = corpus / "briefing" / f"invented-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# Invented paper {number}\n\n{lines}\n", encoding="utf-8")


def crowd(
    assistant: Assistant, questions: Sequence[str], arrivals: Sequence[float]
) -> list[Session]:
    """Each question asked from a thread of its own, that many seconds from now."""
    found: list[Session | None] = [None] * len(questions)
    started = time.perf_counter()

    def ask(place: int) -> None:
        due = started + arrivals[place]
        time.sleep(max(0.0, due - time.perf_counter()))
        answer = assistant.ask([questions[place]])
        found[place] = Session(questions[place], answer, time.perf_counter() - due)

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(questions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [each for each in found if each is not None]


def outcomes(
    sessions: Sequence[Session], before: Sequence[Answer], after: Sequence[Answer]
) -> Counter[Outcome]:
    """How many sessions got what; `before` and `after` are the answers alone, in their order."""
    every = [{_said(one), _said(two)} for one, two in zip(before, after, strict=True)]
    counts: Counter[Outcome] = Counter()
    for place, each in enumerate(sessions):
        others = set().union(*every[:place], *every[place + 1 :])
        if each.answer.status is Status.ERROR:
            counts[Outcome.ERROR] += 1
        elif each.answer.question != each.question:
            counts[Outcome.FOREIGN] += 1
        elif _said(each.answer) in every[place]:
            counts[Outcome.OWN] += 1
        else:
            counts[Outcome.FOREIGN if _said(each.answer) in others else Outcome.CHANGED] += 1
    return counts


def _said(answer: Answer) -> tuple[str, tuple[str, ...]]:
    return answer.text, tuple(each.passage.text for each in answer.citations)


def _ingest(corpus: Path, index: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ingest", "--corpus", str(corpus), "--index", str(index)]
    environment = {**os.environ, "INSPECTION_MODELS": str(Settings().models.resolve())}
    return subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
