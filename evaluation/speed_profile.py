"""Where the time goes in ours: clocks put around its steps from outside, for the length of a run.

A step's time is without that of the steps inside it, so that all of them add up to the whole.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from assistant import answering, pipeline
from ingest import run as ingest_run
from ingest import update as ingest_update
from vectorstore import keyword, search
from vectorstore.answer_model import AnswerModel
from vectorstore.dense import DenseIndex
from vectorstore.engines import OnnxOrReference
from vectorstore.index import IndexReader
from vectorstore.passage_store import PassageStore
from vectorstore.search import Search
from vectorstore.snapshot import Snapshot
from vectorstore.vector_cache import VectorCache

P = ParamSpec("P")
R = TypeVar("R")


class Spent:
    """Seconds by step, as `clock` tells them. For one thread only."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.seconds: dict[str, float] = defaultdict(float)
        self.calls: dict[str, int] = defaultdict(int)
        self._inside: list[float] = []

    def timed(self, name: str, work: Callable[P, R]) -> Callable[P, R]:
        """The same work, its time noted under the name."""

        @wraps(work)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            started = self._clock()
            self._inside.append(0.0)
            try:
                return work(*args, **kwargs)
            finally:
                took = self._clock() - started
                self.calls[name] += 1
                self.seconds[name] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return run

    def table(self, times: int, unit: str) -> list[str]:
        """The steps, the longest first, as lines of a Markdown table: milliseconds of one `unit`,
        of which there were `times`.
        """
        total = sum(self.seconds.values()) or 1.0
        lines = [f"| step | ms, one {unit} | share | calls |", "|---|---|---|---|"]
        for name, seconds in sorted(self.seconds.items(), key=lambda each: -each[1]):
            calls = f"{self.calls[name] / times:.1f}"
            share = f"{100 * seconds / total:.0f}%"
            lines.append(f"| {name} | {1000 * seconds / times:.1f} | {share} | {calls} |")
        return [*lines, f"| all | {1000 * total / times:.1f} | 100% |  |"]


@contextmanager
def clocks_on_questions() -> Iterator[Spent]:
    """Notes where `Assistant.ask` spends its time, while inside."""
    spent = Spent()
    own = tuple(spent.timed(_said(step), step) for step in pipeline.ONE_QUESTION)
    first, second, rest = pipeline.in_order(own)
    steps = (
        spent.timed("guard", first),
        spent.timed("understand", second),
        spent.timed("parts, whose", rest),
    )
    with ExitStack() as patches:
        patches.enter_context(patch.object(answering, "STEPS", steps))
        for owner, name, label in (
            (answering.Assistant, "ask", "between the steps, notes"),
            (Search, "vector", "embed the question"),
            (IndexReader, "nearest", "search: nearest vectors"),
            (keyword, "search", "search: words (FTS5)"),
            (search, "candidates", "search: what scoring needs"),
            (Snapshot, "rows", "search: whose rows"),
            (keyword, "frequency", "search: how many hold a word"),
            (keyword, "size", "search: how many passages"),
            (PassageStore, "get", "search: fetch passages"),
            (PassageStore, "of_document", "fetch whole documents"),
            (Search, "find_with_vectors", "search: scores"),
            (AnswerModel, "scores", "answer model"),
        ):
            _put(patches, spent, owner, name, label)
        yield spent


@contextmanager
def clocks_on_index() -> Iterator[Spent]:
    """Notes where `ingest.run.update` spends its time, while inside."""
    spent = Spent()
    with ExitStack() as patches:
        for owner, name, label in (
            (ingest_run, "update", "register, plan, the rest"),
            # The files are read in threads beside this one, which only waits for the next.
            (ingest_update.Update, "_take_in", "wait for files"),
            (ingest_update, "find_facts", "find facts"),
            (ingest_update, "document_text", "make passages"),
            (VectorCache, "embed", "vector cache"),
            (OnnxOrReference, "embed", "embed"),
            (PassageStore, "add", "store passages and words"),
            (DenseIndex, "add_all", "store vectors (Chroma)"),
        ):
            _put(patches, spent, owner, name, label)
        yield spent


def _put(patches: ExitStack, spent: Spent, owner: Any, name: str, label: str) -> None:  # noqa: ANN401
    patches.enter_context(patch.object(owner, name, spent.timed(label, getattr(owner, name))))


def _said(step: Callable[..., object]) -> str:
    known = {
        "understand_question": "understand",
        "search_passages": "search: the step around it",
        "weigh_evidence": "weigh sentences",
        "quote_best": "quote",
        "refuse_without_evidence": "refuse",
    }
    return known.get(step.__name__, "other steps")
