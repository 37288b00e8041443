"""Keyword search: SQLite's FTS5 over stems finds the passages, `rank` scores them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from vectorstore.passage_store import PassageStore
from vectorstore.rank import Stems

NOMINATING = 12
"""How many of a question's stems, the rarest first, look for passages: common ones add time and
no passage that the rare ones miss."""


def search(
    store: PassageStore,
    terms: Sequence[str],
    limit: int,
    among: Collection[str] | None = None,
) -> dict[str, Stems]:
    """Passage id -> its stems, for the `limit` passages that share the most telling stems.

    `among`: only of these documents.
    """
    usable = [term for term in dict.fromkeys(terms) if '"' not in term]
    counts = {term: frequency(store, term) for term in usable}
    known = sorted((term for term in usable if counts[term]), key=lambda term: counts[term])
    query = " OR ".join(f'"{term}"' for term in known[:NOMINATING])
    if not query:
        return {}
    documents = list(among or ())
    marks = ",".join("?" * len(documents))
    within = "" if among is None else f" AND document IN ({marks})"
    rows = store.connection.execute(
        "SELECT id, body, headings, title FROM"  # noqa: S608
        " (SELECT words.rowid AS number, id, bm25(words, 1.0, 0.5, 0.25) AS score"
        "  FROM words CROSS JOIN passages ON passages.number = words.rowid"
        f" WHERE words MATCH ?{within} ORDER BY score LIMIT ?) AS found"
        " JOIN words ON words.rowid = found.number",
        (query, *documents, limit),
    )
    return {passage_id: _stems(*columns) for passage_id, *columns in rows}


def stems_of(store: PassageStore, ids: Sequence[str]) -> dict[str, Stems]:
    """Passage id -> its stems, for the ids given."""
    marks = ",".join("?" * len(ids))
    rows = store.connection.execute(
        "SELECT passages.id, words.body, words.headings, words.title FROM passages"  # noqa: S608
        f" JOIN words ON words.rowid = passages.number WHERE passages.id IN ({marks})",
        list(ids),
    )
    return {passage_id: _stems(*columns) for passage_id, *columns in rows}


def frequency(store: PassageStore, term: str) -> int:
    """How many passages hold a stem."""
    row = store.connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (term,)).fetchone()
    return int(row[0]) if row else 0


def vocabulary(store: PassageStore) -> list[str]:
    """Every stem of the index."""
    return [term for (term,) in store.connection.execute("SELECT term FROM vocabulary")]


def size(store: PassageStore) -> tuple[int, float]:
    """How many passages the index holds, live or not, and their mean length in words."""
    count, mean = store.connection.execute(
        "SELECT count(*), coalesce(avg(length), 0) FROM passages"
    ).fetchone()
    return int(count), float(mean)


def _stems(body: str, headings: str, title: str) -> Stems:
    return Stems(tuple(body.split()), tuple(headings.split()), tuple(title.split()))
