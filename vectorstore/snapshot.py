"""What a store held as of one generation of its index: counts of words, and who has which rows.

Each is read when it is first asked for and then kept: reading them anew for each question takes
time that grows with the index.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from vectorstore import keyword
from vectorstore.passage_store import PassageStore


@dataclass(frozen=True, slots=True)
class Rows:
    """The row numbers of some documents' passages, as runs in order."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    @classmethod
    def of(cls, runs: Iterable[tuple[int, int]]) -> Rows:
        """From the first and last number of each run; no two share a number."""
        ordered = sorted(runs)
        return cls(tuple(each[0] for each in ordered), tuple(each[1] for each in ordered))

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        at = bisect_right(self.firsts, number) - 1
        return at >= 0 and number <= self.lasts[at]

    def __len__(self) -> int:
        return sum(self.lasts) - sum(self.firsts) + len(self.firsts)

    @property
    def runs(self) -> Iterable[tuple[int, int]]:
        """The first and last number of each run."""
        return zip(self.firsts, self.lasts, strict=True)


class Snapshot:
    """The counts and rows of one store, for as long as the register's generation stays.

    `live` are the (document, version) that may answer. Safe to share between threads: at worst
    two read the same.
    """

    def __init__(self, store: PassageStore, live: Collection[tuple[str, str]]) -> None:
        self._store = store
        self._live = frozenset(live)
        self._frequencies: dict[str, int] = {}

    def frequency(self, term: str) -> int:
        """How many passages, live or not, hold a stem."""
        count = self._frequencies.get(term)
        if count is None:
            count = self._frequencies[term] = keyword.frequency(self._store, term)
        return count

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every stem of the store."""
        return keyword.vocabulary(self._store)

    @cached_property
    def size(self) -> tuple[int, float]:
        """How many passages the store holds, live or not, and their mean length in words."""
        return keyword.size(self._store)

    @cached_property
    def _runs(self) -> dict[str, tuple[int, int]]:
        """Live document -> the first and last of its rows, which `PassageStore.add` wrote in one
        go and so one after the other.
        """
        rows = self._store.connection.execute(
            "SELECT document, version, min(number), max(number) FROM passages"
            " GROUP BY document, version"
        )
        return {
            str(document): (int(first), int(last))
            for document, version, first, last in rows
            if (document, version) in self._live
        }

    def rows(self, among: Collection[str] | None = None) -> Rows:
        """Where the passages of these documents are, as far as they are live; all when None."""
        runs = self._runs
        return Rows.of(runs.values() if among is None else (runs[e] for e in among if e in runs))
