"""The yardstick: the pipeline of the usual tutorial, over the same words.

RecursiveCharacterTextSplitter 1000/200, all-MiniLM-L6-v2, Chroma, the four nearest chunks. It has
no answer of its own, so what is scored is whether its chunks hold the facts; it refuses nothing.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import chromadb
from chromadb.config import Settings as ChromaSettings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from evaluation.question_sets import Asked
from evaluation.scoring import folded
from ingest.blocks import Limits
from ingest.folder import corpus_files
from ingest.reading import FileReader
from vectorstore.embed import Embedder

CHUNK, OVERLAP, TOP = 1000, 200, 4


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What the tutorial pipeline found for one question."""

    asked: Asked
    first_holds: bool
    """Every fact is in the nearest chunk."""
    four_hold: bool
    """Every fact is in the four nearest together."""
    seconds: float


def retrieve(corpus: Path, asked: Sequence[Asked], embedder: Embedder) -> list[Retrieved]:
    """Indexes the corpus as the tutorial does and looks the answerable questions up."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
    chunks: list[str] = []
    with FileReader(Limits(), seconds=120) as reader:
        for each in corpus_files(corpus):
            content = reader.read(each.path)
            chunks += splitter.split_text("\n".join(block.text for block in content.blocks))
    client = chromadb.EphemeralClient(ChromaSettings(anonymized_telemetry=False))
    name = f"tutorial-{time.monotonic_ns()}"
    collection = client.create_collection(name, embedding_function=None)
    collection.add(
        ids=[str(number) for number in range(len(chunks))],
        documents=chunks,
        embeddings=embedder.embed(chunks),
    )
    found: list[Retrieved] = []
    for question in asked:
        if not question.answerable or not question.facts:
            continue
        started = time.perf_counter()
        vector = embedder.embed([question.turns[-1]])
        near = collection.query(query_embeddings=vector, n_results=min(TOP, len(chunks)))
        seconds = time.perf_counter() - started
        texts = [folded(text) for text in (near["documents"] or [[]])[0]]
        found.append(
            Retrieved(question, _hold(question, texts[:1]), _hold(question, texts), seconds)
        )
    client.delete_collection(name)
    return found


def _hold(asked: Asked, texts: Sequence[str]) -> bool:
    together = " ".join(texts)
    return all(any(folded(fact) in together for fact in group) for group in asked.facts)
