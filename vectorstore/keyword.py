"""Keyword search: BM25 by SQLite's FTS5 over stemmed words."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.passage_store import PassageStore

# Column weights for bm25(): body, headings, title. A word in a heading says what a passage is
# about, but it says it of every passage below; see docs/adr for the measurement.
BODY_WEIGHT = 1.0
HEADINGS_WEIGHT = 0.6
TITLE_WEIGHT = 0.3


def search(store: PassageStore, terms: Sequence[str], limit: int) -> dict[str, float]:
    """Passage id -> BM25 score (higher is better), for the `limit` best.

    `terms` are stems, as `language.words.content_terms` makes them; any of them may match.
    """
    query = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms) if '"' not in term)
    if not query:
        return {}
    rows = store.connection.execute(
        "SELECT passages.id, found.score FROM"
        " (SELECT rowid, bm25(words, ?, ?, ?) AS score FROM words"
        "  WHERE words MATCH ? ORDER BY score LIMIT ?) AS found"
        " JOIN passages ON passages.number = found.rowid",
        (BODY_WEIGHT, HEADINGS_WEIGHT, TITLE_WEIGHT, query, limit),
    )
    return {passage_id: -score for passage_id, score in rows}


def frequency(store: PassageStore, term: str) -> int:
    """How many passages hold a stem."""
    row = store.connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (term,)).fetchone()
    return int(row[0]) if row else 0


def vocabulary(store: PassageStore) -> list[str]:
    """Every stem of the index."""
    return [term for (term,) in store.connection.execute("SELECT term FROM vocabulary")]


def size(store: PassageStore) -> int:
    """How many passages the index holds, live or not."""
    row = store.connection.execute("SELECT count(*) FROM passages").fetchone()
    return int(row[0])
