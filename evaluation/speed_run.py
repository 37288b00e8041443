"""One run of `python -m evaluation.speed`: what is loaded once, and each thing measured."""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from assistant.answering import Assistant
from core.errors import UnreadableFile
from core.settings import Settings
from evaluation import speed_embedding, speed_growth
from evaluation.question_sets import Asked
from evaluation.speed_profile import clocks_on_index, clocks_on_questions
from evaluation.speed_serving import Pipeline, Served, served
from evaluation.speed_table import Row, percentile, table
from evaluation.speed_tutorial import MiniLM, Tutorial
from ingest.blocks import Limits
from ingest.folder import corpus_files
from ingest.reading import FileReader
from ingest.run import update
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.indexed_text import texts_to_embed
from vectorstore.search import Search

TURNS, INDEX_TURNS = 3, 2
TEXTS = 128
"""Of the index, embedded alone."""
PROFILED = 60
SERVED = 20
"""Questions to the app whose memory is taken."""
QUICK = 3
"""Questions, and texts, of a quick run."""


class Run:
    """One run: what is loaded once, and each thing measured."""

    def __init__(self, corpus: Path, asked: list[Asked], folder: Path, *, quick: bool) -> None:
        self._corpus, self._folder, self._quick = corpus, folder, quick
        self._asked = asked[:QUICK] if quick else asked
        self._turns = 1 if quick else TURNS
        # The apps have a folder of their own to run in, where a relative path would not lead.
        os.environ["INSPECTION_MODELS"] = str(Settings().models.resolve())
        self._embedder: Embedder = chosen_embedder(Settings())
        self._model = MiniLM()
        self._embedder.embed(["warm"])
        self._model.embed_query("warm")

    def all(self, *, growth: bool) -> None:
        """Measures and prints."""
        said = f"{len(self._asked)} questions, {os.environ['OMP_NUM_THREADS']} threads"
        print(f"{said}; {speed_embedding.processor()}", flush=True)
        rows: list[Row] = []
        for measured in (self._index, self._start, self._embed, self._questions):
            rows += measured()
            # A whole run takes a quarter of an hour.
            print("\n".join(table(rows)[2:]), "", sep="\n", file=sys.stderr, flush=True)
        print("\n" + "\n".join(table(rows)), flush=True)
        self._profile()
        if growth:
            questions = [each.turns[-1] for each in self._asked]
            pool = self._texts(IndexReader(self._ours))
            both = speed_growth.Both(self._embedder, self._model)
            print("\n" + "\n".join(table([])), flush=True)
            for size in speed_growth.SIZES[: 1 if self._quick else None]:
                grown = speed_growth.grown(size, pool, questions, both, self._folder)
                print("\n".join(table(grown.rows)[2:]), flush=True)
            print("\nWhere the time of a search goes in ours at the last size:\n")
            print("\n".join(grown.profile))

    @property
    def _ours(self) -> Path:
        return self._folder / "ours-0"

    @property
    def _theirs(self) -> Path:
        return self._folder / "tutorial-0"

    def _index(self) -> list[Row]:
        best = {"ours": float("inf"), "tutorial": float("inf")}
        for turn in range(min(self._turns, INDEX_TURNS)):
            index = self._folder / f"ours-{turn}"
            started = time.perf_counter()
            update(self._corpus, index, Settings(index=index), embedder=self._embedder)
            best["ours"] = min(best["ours"], time.perf_counter() - started)
            started = time.perf_counter()
            tutorial = Tutorial(self._folder / f"tutorial-{turn}", self._model)
            tutorial.index(pages(self._corpus))
            best["tutorial"] = min(best["tutorial"], time.perf_counter() - started)
            tutorial.close()
        return [Row("index, s, models loaded", best["ours"], best["tutorial"], 0.5)]

    def _start(self) -> list[Row]:
        chance = random.Random(1)  # noqa: S311
        asked = chance.sample(self._asked, min(len(self._asked), SERVED))
        questions = [each.turns[-1] for each in asked]
        found: dict[Pipeline, list[Served]] = {each: [] for each in Pipeline}
        where = {Pipeline.OURS: self._ours, Pipeline.TUTORIAL: self._theirs}
        for _ in range(self._turns):
            for each in Pipeline:
                index = where.get(each, self._folder)
                found[each].append(served(each, index, questions, self._folder))
        ours, theirs, alone = (found[each] for each in Pipeline)
        print(
            f"the app: Streamlit alone {min(each.seconds for each in alone):.2f} s, "
            f"{min(each.peak_mb for each in alone):.0f} MB; at the first answer ours "
            f"{min(each.first_mb for each in ours):.0f} MB, "
            f"tutorial {min(each.first_mb for each in theirs):.0f} MB"
        )
        starts = [min(each.seconds for each in group) for group in (ours, theirs)]
        peaks = [min(each.peak_mb for each in group) for group in (ours, theirs)]
        most = f"peak memory of the app, {len(questions)} questions, MB"
        return [
            Row("start of the app to its first answer, s", starts[0], starts[1], 0.4),
            Row(most, peaks[0], peaks[1], 0.5),
        ]

    def _embed(self) -> list[Row]:
        texts = self._texts(IndexReader(self._ours))
        random.Random(1).shuffle(texts)  # noqa: S311
        texts = texts[: QUICK if self._quick else TEXTS]
        tokens = self._model.tokens(texts)
        engines = self._embedder.embed, self._model.embed_documents
        found = speed_embedding.measure(*engines, texts, tokens, self._turns)
        print(
            f"embedding {len(texts)} texts of {sum(tokens) / len(tokens):.0f} tokens: "
            f"ours {found.flops / found.ours / 1e9:.0f}, "
            f"tutorial {found.flops / found.tutorial / 1e9:.0f} GFLOP/s; "
            f"numpy multiplies at {found.peak / 1e9:.0f}: "
            f"{100 * found.flops / found.ours / found.peak:.0f}% and "
            f"{100 * found.flops / found.tutorial / found.peak:.0f}% of it"
        )
        each_ms = 1000 / len(texts)
        return [Row("embed only, ms a text", found.ours * each_ms, found.tutorial * each_ms)]

    @staticmethod
    def _texts(index: IndexReader) -> list[str]:
        index.refresh()
        store = index.store
        passages = [p for each in index.documents for p in store.of_document(each.id, each.version)]
        index.close()
        return [text for each in passages for text in texts_to_embed(each)]

    def _assistants(self) -> dict[str, Assistant]:
        """One for each council that asks, over one search."""
        search = Search(IndexReader(self._ours), self._embedder)
        councils = dict.fromkeys(each.organisation for each in self._asked)
        return {
            council: Assistant(
                Settings(index=self._ours, organisation=council), search, self._embedder
            )
            for council in councils
        }

    def _questions(self) -> list[Row]:
        assistants = self._assistants()
        tutorial = Tutorial(self._theirs, self._model)
        for assistant in assistants.values():
            assistant.warm()
        tutorial.answer("inspection")
        ours: list[float] = []
        theirs: list[float] = []
        for each in self._asked:
            started = time.perf_counter()
            assistants[each.organisation].ask(each.turns)
            between = time.perf_counter()
            tutorial.answer(each.turns[-1])
            theirs.append(1000 * (time.perf_counter() - between))
            ours.append(1000 * (between - started))
        tutorial.close()
        return [
            Row(f"question, p{share}, ms", *_both(ours, theirs, share / 100), bar=0.33)
            for share in (50, 95)
        ]

    def _profile(self) -> None:
        assistants = self._assistants()
        some = self._asked[:: max(1, len(self._asked) // PROFILED)]
        for assistant in assistants.values():
            assistant.warm()
        with clocks_on_questions() as spent:
            for each in some:
                assistants[each.organisation].ask(each.turns)
        print(f"\nWhere {len(some)} questions' time goes in ours:\n")
        print("\n".join(spent.table(len(some), "question")), flush=True)
        index = self._folder / "ours-profiled"
        with clocks_on_index() as spent:
            # By its module, where the clock is.
            from ingest import run  # noqa: PLC0415

            run.update(self._corpus, index, Settings(index=index), embedder=self._embedder)
        print("\nWhere the time of an index goes in ours:\n")
        print("\n".join(spent.table(1, "index")), flush=True)


def _both(ours: list[float], theirs: list[float], share: float) -> tuple[float, float]:
    return percentile(ours, share), percentile(theirs, share)


def pages(corpus: Path) -> list[tuple[str, str]]:
    """(file, text) of each page, or of a whole file where it has none, by the same reader;
    what cannot be read is left out, as it is in ours.
    """
    found: dict[tuple[str, int], list[str]] = {}
    with FileReader(Limits(), seconds=120) as reader:
        for each in corpus_files(corpus):
            try:
                content = reader.read(each.path)
            except UnreadableFile:
                continue
            for block in content.blocks:
                found.setdefault((each.file, block.page_index), []).append(block.text)
    return [(file, "\n".join(texts)) for (file, _), texts in found.items()]
