"""The search alone, on questions about rules of government: which of 651 snippets is first?

Data: OR-ShARC (Gao et al. 2021, CC BY-SA 3.0) beside the repo. Query = scenario + question.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from core.documents import Document, Kind, Passage, PassageKind, TextForm
from evaluation.question_sets import PAPERS
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader
from vectorstore.index_writer import IndexWriter
from vectorstore.search import Search

FOLDER = PAPERS / "retrieval"


def hit_rates(embedder: Embedder, depths: tuple[int, ...] = (1, 5)) -> dict[int, float] | None:
    """Depth -> share of the questions whose snippet is among the first so many; None if absent."""
    if not FOLDER.is_dir():
        return None
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), embedder, depths)


def _measure(folder: Path, embedder: Embedder, depths: tuple[int, ...]) -> dict[int, float]:
    snippets: dict[str, str] = json.loads((FOLDER / "id2snippet.json").read_text("utf-8"))
    document = Document(
        "snippets", "snippets.md", "1", "Rules of government", Kind.OTHER, TextForm.SECTIONS
    )
    passages = [
        Passage(f"snippets.1.{place:05d}", document.id, place, PassageKind.PARAGRAPH, text)
        for place, text in enumerate(snippets.values())
    ]
    writer = IndexWriter(folder, embedder)
    writer.write(document, passages)
    writer.register.make_live(document, len(passages))
    writer.close()
    names = dict(zip([each.id for each in passages], snippets, strict=True))
    reader = IndexReader(folder)
    search = Search(reader, embedder)
    counts = dict.fromkeys(depths, 0)
    lines = (FOLDER / "open_retrieval_sharc_dev.json").read_text("utf-8").splitlines()
    for line in lines:
        asked = json.loads(line)
        found = search.find(f"{asked['scenario']} {asked['question']}".strip(), max(depths))
        order = [names[hit.passage.id] for hit in found]
        for depth in depths:
            counts[depth] += asked["gold_snippet_id"] in order[:depth]
    reader.close()
    return {depth: count / len(lines) for depth, count in counts.items()}
