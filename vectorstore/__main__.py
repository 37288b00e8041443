"""`python -m vectorstore "words"`: which passages are found, and why.

Exit codes: 0 all well, 1 failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from pathlib import Path
from typing import Any

from core.answers import Hit
from core.errors import InspectionReadyError
from core.settings import settings
from language.words import terms
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.indexed_text import keyword_fields
from vectorstore.search import Query, Search

TOP = 5


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m vectorstore", description=__doc__)
    parser.add_argument("words", help="what to search for")
    parser.add_argument("--top", type=int, default=TOP, help="how many passages to show")
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.add_argument("--index", type=Path, default=settings().index, help="folder of the index")
    options = parser.parse_args(arguments)
    if not options.words.strip():
        parser.error("give the words to search for")
    if options.top < 1:
        parser.error("--top is a number from 1")
    logging.basicConfig(level=logging.ERROR)
    try:
        index = IndexReader(options.index)
    except InspectionReadyError as error:
        print(f"{error} Build it first: python -m ingest", file=sys.stderr)
        return 1
    try:
        query = Query.of(options.words)
        hits = Search(index, chosen_embedder(settings())).find(options.words, options.top)
    except InspectionReadyError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        index.close()
    if options.json:
        found = [_as_json(hit, query) for hit in hits]
        print(json.dumps({"query": options.words, "hits": found}, ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_as_text(n, hit, query) for n, hit in enumerate(hits, 1)) or "Nothing.")
    return 0


def _shared(hit: Hit, query: Query) -> list[str]:
    """The query's words (stems) that stand in what is indexed of a passage."""
    fields = keyword_fields(hit.document, hit.passage)
    held = {*terms(fields.body), *terms(fields.headings), *terms(fields.title)}
    return [term for term in dict.fromkeys(query.terms) if term in held]


def _as_json(hit: Hit, query: Query) -> dict[str, Any]:
    document, passage = hit.document, hit.passage
    return {
        "file": document.file,
        "title": document.title,
        "page": passage.page,
        "heading": passage.headings[-1] if passage.headings else "",
        "kind": passage.kind.value,
        "text": passage.text,
        "dense": round(hit.dense, 4),
        "keyword": round(hit.keyword, 4),
        "fused": round(hit.fused, 4),
        "words": _shared(hit, query),
        "passage_id": passage.id,
    }


def _as_text(number: int, hit: Hit, query: Query) -> str:
    document, passage = hit.document, hit.passage
    place = f", {document.form.value} {passage.page}" if passage.page else ""
    heading = f", '{passage.headings[-1]}'" if passage.headings else ""
    words = ", ".join(_shared(hit, query)) or "none"
    return (
        f"{number}. {passage.text}\n"
        f"   {document.title} ({document.file}{place}{heading})\n"
        f"   fused {hit.fused:.3f}: dense {hit.dense:.3f}, keyword {hit.keyword:.2f} ({words})"
    )


if __name__ == "__main__":
    sys.exit(main())
