"""The table of `python -m evaluation.speed`: one row for each thing measured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: seconds, milliseconds or MB, of which less is better."""

    what: str
    ours: float
    tutorial: float
    bar: float | None = None
    """The most that ours may be of the tutorial's; None where none was set."""

    @property
    def ratio(self) -> float:
        """Ours over the tutorial's; infinite where that took nothing."""
        return self.ours / self.tutorial if self.tutorial else math.inf

    @property
    def missed(self) -> bool:
        """Is there a bar, and is ours above it?"""
        return self.bar is not None and self.ratio > self.bar


def table(rows: Sequence[Row]) -> list[str]:
    """The rows as lines of a Markdown table."""
    lines = ["| what | ours | tutorial | ratio | bar |", "|---|---|---|---|---|"]
    for row in rows:
        bar = "" if row.bar is None else f"{row.bar:g}{', missed' if row.missed else ''}"
        cells = (row.what, _figure(row.ours), _figure(row.tutorial), f"{row.ratio:.2f}", bar)
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that `share` of the values are not above. Raises ValueError on none."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
