"""Keyword search: SQLite's FTS5 over stems finds passages, `rank` scores them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from contextlib import closing
from itertools import accumulate, islice

from vectorstore.passage_store import PassageStore

RANKED = 12
"""How many of a question's stems, the rarest first, rank passages: common ones add time and
no passage that the rare ones miss."""
LOOKED_AT = 25_000
"""About how many passages are ranked at most: the rarest stems look for them until they hold so
many. FTS5 ranks 1,000 in a millisecond, and a question's twelve stems may be in each of 100,000. Of
the 40 best then found 97 in 100 stay; 94 with 10,000 (docs/speed.md)."""


def search(
    store: PassageStore,
    terms: Sequence[str],
    limit: int,
    counted: Callable[[str], int] | None = None,
    rows: Container[int] | None = None,
) -> list[int]:
    """The row numbers of the `limit` passages that share the most telling stems, best first.

    `counted` tells how many passages hold a stem, where that is known already; `rows`: only of
    these.
    """
    usable = [term for term in dict.fromkeys(terms) if '"' not in term]
    counts = {term: counted(term) if counted else frequency(store, term) for term in usable}
    known = sorted((term for term in usable if counts[term]), key=lambda term: counts[term])
    if not known:
        return []
    reached = accumulate(counts[term] for term in known)
    few = max(1, sum(held <= LOOKED_AT for held in reached))
    ranking, looking = _any_of(known[:RANKED]), _any_of(known[:few])
    found = store.connection.execute(
        "SELECT rowid, bm25(words, 1.0, 0.5, 0.25) AS score FROM words"
        " WHERE words MATCH ? ORDER BY score",
        (ranking if few >= RANKED or few == len(known) else f"({looking}) AND ({ranking})",),
    )
    with closing(found):
        return list(islice((row for row, _ in found if rows is None or row in rows), limit))


def _any_of(terms: Sequence[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)


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
