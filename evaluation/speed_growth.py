"""Search alone at 1,000, 10,000 and 100,000 passages, made of the papers' sentences anew.

A passage is one to three sentences drawn at random (seeded). Its vector is the mean of theirs, as
embedding 100,000 passages would take an hour; both stores hold the same passages and vectors.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.documents import Document, Kind, Passage, PassageKind, TextForm
from core.register import Reading
from evaluation.speed_profile import clocks_on_questions
from evaluation.speed_table import Row, percentile
from evaluation.speed_tutorial import MiniLM, Tutorial
from records.register import Register
from vectorstore.answer_pairs import AnswerReader
from vectorstore.embed import Embedder, Vectors
from vectorstore.index import IndexReader
from vectorstore.index_writer import IndexWriter
from vectorstore.search import Query, Search

SIZES = (1_000, 10_000, 100_000)
POOL = 2_000
"""Sentences that are embedded, to be recombined."""
OF_DOCUMENT = 500
"""Passages of one document."""
TOP = 40
"""Passages found, as the assistant takes them."""
QUESTIONS, PROFILED = 100, 30
"""Asked at each size, and asked again under clocks."""


class _Recombined:
    """The engine's name, with the vectors of passages that were made here."""

    def __init__(self, engine: Embedder, known: dict[str, Vectors]) -> None:
        self._engine, self._known = engine, known
        self.name = engine.name

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._known[text] for text in texts])

    def answer_reader(self, weights: Path) -> AnswerReader:
        return self._engine.answer_reader(weights)


@dataclass(frozen=True, slots=True)
class Both:
    """What embeds the questions."""

    ours: Embedder
    tutorial: MiniLM


@dataclass(frozen=True, slots=True)
class Grown:
    """Search at one size."""

    rows: list[Row]
    profile: list[str]
    """Where the time goes in ours, as lines of a table."""


def grown(
    size: int, pool: Sequence[str], questions: Sequence[str], both: Both, folder: Path
) -> Grown:
    """Fills both stores with `size` passages and asks the questions of both, in turn."""
    chance = random.Random(1)  # noqa: S311
    sentences = chance.sample(sorted({*pool}), min(POOL, len({*pool})))
    vectors = both.ours.embed(sentences)
    asked = chance.sample([*questions], min(QUESTIONS, len(questions)))
    most = min(3, len(sentences))
    chosen = [chance.sample(range(len(sentences)), chance.randint(1, most)) for _ in range(size)]
    texts = [" ".join(sentences[at] for at in some) for some in chosen]
    means = np.stack([vectors[some].mean(axis=0) for some in chosen])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    tutorial = Tutorial(folder / f"grown-tutorial-{size}", both.tutorial)
    tutorial.add(texts, [{"source": "grown"}] * size, means)
    index = folder / f"grown-ours-{size}"
    _fill(index, texts, _Recombined(both.ours, dict(zip(texts, means, strict=True))))
    search = Search(IndexReader(index), both.ours)
    found = _asked(search, tutorial, asked, size)
    tutorial.close()
    with clocks_on_questions() as spent:
        for question in asked[:PROFILED]:
            search.find_with_vectors(Query.of(question), None, TOP)
    search.index.close()
    return Grown(found, spent.table(len(asked[:PROFILED]), "search"))


def _fill(index: Path, texts: Sequence[str], engine: _Recombined) -> None:
    writer = IndexWriter(index, engine)
    register: Register = writer.register
    for start in range(0, len(texts), OF_DOCUMENT):
        name = hashlib.sha256(f"grown {start}".encode()).hexdigest()[:12]
        facts = (f"Paper {start}", Kind.OTHER, TextForm.SECTIONS)
        document = Document(name, f"{start}.md", "v1", *facts)
        # A row is one text to embed: the whole is all there is.
        passages = [
            Passage(f"{name}-{place}", name, place, PassageKind.ROW, text)
            for place, text in enumerate(texts[start : start + OF_DOCUMENT])
        ]
        writer.write(document, passages)
        register.make_live(document, len(passages), (), Reading())
    writer.close()


def _asked(search: Search, tutorial: Tutorial, asked: Sequence[str], size: int) -> list[Row]:
    search.find("inspection")
    tutorial.answer("inspection")
    ours: list[float] = []
    theirs: list[float] = []
    for question in asked:
        started = time.perf_counter()
        search.find_with_vectors(Query.of(question), None, TOP)
        between = time.perf_counter()
        tutorial.answer(question)
        theirs.append(1000 * (time.perf_counter() - between))
        ours.append(1000 * (between - started))
    return [
        Row(f"search of {size:,} passages, p{share}, ms", *pair)
        for share in (50, 95)
        for pair in [(percentile(ours, share / 100), percentile(theirs, share / 100))]
    ]
