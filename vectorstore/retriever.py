"""The search as a LangChain retriever, for chains of one's own. The only import of langchain_core.

    from vectorstore.retriever import InspectionRetriever
    retriever = InspectionRetriever.open(Path("var/index"), top=5)
    chain = retriever | (lambda found: found[0].page_content)

It searches and nothing more: it does not stop personal data, refuse or check as `assistant` does.
"""

from __future__ import annotations

from pathlib import Path

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import Field

from core.answers import Hit
from core.settings import settings
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

TOP = 5
"""Passages returned unless told otherwise: enough for one prompt, few enough to read."""


class InspectionRetriever(BaseRetriever):
    """The best live passages for a query, best first, as LangChain documents.

    A document's `page_content` is the passage; its metadata say where it stands (title, file,
    page, heading), who wrote it and about whom, and what found it (dense, keyword, fused).
    """

    search: Search
    top: int = Field(TOP, ge=1)

    @classmethod
    def open(
        cls, index: Path, top: int = TOP, embedder: Embedder | None = None
    ) -> InspectionRetriever:
        """The retriever over an index folder. Raises IndexMissing."""
        engine = embedder or chosen_embedder(settings())
        return cls(search=Search(IndexReader(index), engine), top=top)

    def close(self) -> None:
        """Lets go of the index's files."""
        self.search.index.close()

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
    ) -> list[Document]:
        return [_document(hit) for hit in self.search.find(query, self.top)]


def _document(hit: Hit) -> Document:
    document, passage = hit.document, hit.passage
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "title": document.title,
            "file": document.file,
            "page": passage.page,
            "heading": passage.headings[-1] if passage.headings else "",
            "publisher": document.publisher,
            "about": document.about,
            "published": document.published.iso(),
            "dense": hit.dense,
            "keyword": hit.keyword,
            "fused": hit.fused,
            "passage_id": passage.id,
        },
    )
